// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "paint/theme.h"

#include <QAbstractButton>

#include <optional>

namespace sekisho {

/// A sentence or a number that leads somewhere: wraps, shows that it can be clicked, takes the
/// keyboard. Texts are shown as they are, never as markup.
class LinkButton final : public QAbstractButton {
    Q_OBJECT
public:
    explicit LinkButton(QWidget *parent = nullptr);

    /// The mark of a meaning in front of the text.
    void setMeaning(std::optional<Meaning> meaning);
    /// For sentences: the colour of text, and an arrow that says that it leads somewhere.
    void setQuiet(bool quiet);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] int textLeft() const;
    [[nodiscard]] int textRight() const; ///< distance from the right edge
    void paintArrow(QPainter &painter) const;

    std::optional<Meaning> m_meaning;
    bool m_quiet = false;
};

} // namespace sekisho
