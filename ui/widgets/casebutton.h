// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "paint/theme.h"

#include <QAbstractButton>

namespace sekisho {

/// A case with its part of a whole: mark and name left, numbers right, a bar in the case's colour
/// below, and a quiet line under it. Checkable where it narrows something, else a line to read.
class CaseButton final : public QAbstractButton {
    Q_OBJECT
public:
    struct Texts {
        QString name;
        QString number; ///< may be empty
        QString percent;
        QString detail; ///< may be empty
    };

    CaseButton(MailCase mailCase, bool isLink, QWidget *parent = nullptr);

    void setTexts(const Texts &texts, double part);
    [[nodiscard]] MailCase mailCase() const { return m_case; }
    [[nodiscard]] const Texts &texts() const { return m_texts; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    [[nodiscard]] QFont smallFont() const;
    void paintGround(QPainter &painter) const;
    void paintTexts(QPainter &painter, const QRect &line) const;
    void paintBar(QPainter &painter, const QRectF &track) const;

    MailCase m_case;
    Texts m_texts;
    double m_part = 0;
    bool m_isLink;
};

} // namespace sekisho
