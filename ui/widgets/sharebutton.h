// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "paint/theme.h"

#include <QAbstractButton>

namespace sekisho {

/// A name with its part of a whole: name left, number right, a bar below. A link where it leads
/// somewhere, else a line to read.
class ShareButton final : public QAbstractButton {
    Q_OBJECT
public:
    struct Texts {
        QString name; ///< data, shown as it is
        QString number;
        QString percent;
    };

    ShareButton(
        const Texts &texts, double part, Meaning meaning, bool isLink, QWidget *parent = nullptr);

    /// Shows the mark of the bar's meaning before the name, where bars side by side differ in it.
    void setMarked(bool marked);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    [[nodiscard]] QFont nameFont() const;
    [[nodiscard]] int markSize() const;
    [[nodiscard]] QString numbers() const;
    [[nodiscard]] QRect nameArea() const;

    Texts m_texts;
    double m_part;
    Meaning m_meaning;
    bool m_isLink;
    bool m_marked = false;
};

} // namespace sekisho
