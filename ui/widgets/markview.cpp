// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/markview.h"

#include "paint/marks.h"

#include <QFontMetrics>
#include <QPainter>

namespace sekisho {

MarkView::MarkView(Meaning meaning, QWidget *parent)
    : QWidget(parent)
    , m_meaning(meaning)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void MarkView::setMeaning(Meaning meaning)
{
    m_meaning = meaning;
    update();
}

QSize MarkView::sizeHint() const
{
    const int line = fontMetrics().height();
    return {line, line};
}

void MarkView::paintEvent(QPaintEvent *)
{
    constexpr qreal share = 0.7;
    QPainter painter(this);
    QRectF area(0, 0, width() * share, height() * share);
    area.moveCenter(QRectF(rect()).center());
    paintMark(painter, area, m_meaning, color(m_meaning, palette()));
}

} // namespace sekisho
