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
    void setShare(const Texts &texts, double part);
    /// How much of the part is of another meaning, at the end of the bar.
    void setSecond(double part, Meaning meaning);
    /// Names of people's words stand in the font of the text, data in one of fixed width.
    void setFixedFont(bool fixed);
    [[nodiscard]] const Texts &texts() const { return m_texts; }

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
    void paintBar(QPainter &painter, const QRectF &track) const;

    Texts m_texts;
    double m_part;
    Meaning m_meaning;
    double m_second = 0;
    Meaning m_secondMeaning = Meaning::Failed;
    bool m_isLink;
    bool m_marked = false;
    bool m_fixed = true;
};

} // namespace sekisho
