// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/domaintiles.h"

#include "pages/panelparts.h"
#include "paint/daybars.h"
#include "paint/fonts.h"
#include "tables/visibletext.h"
#include "widgets/columnslayout.h"

#include <QFontDatabase>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

constexpr int margin = 12;
constexpr int daysHeight = 28;

/// The first and the last day of any tile, as days.
DateSpan daysOf(const std::vector<DomainTile> &tiles)
{
    DateSpan span;
    bool first = true;
    for (const DomainTile &tile : tiles) {
        if (tile.timeline.empty())
            continue;
        const qint64 begin = tile.timeline.front().day;
        const qint64 end = tile.timeline.back().day;
        span.begin = first ? begin : std::min(span.begin, begin);
        span.end = first ? end : std::max(span.end, end);
        first = false;
    }
    return span;
}

} // namespace

DomainTileButton::DomainTileButton(QWidget *parent)
    : QAbstractButton(parent)
{
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void DomainTileButton::setTile(const DomainTile &tile, const DateSpan &days, const Format &format)
{
    const Counts &counts = tile.totals.counts;
    m_domain = tile.domain;
    m_percent = format.percent(counts.passed, counts.messages);
    //: beside a percentage: that part of the messages passes DMARC
    m_rate = tr("pass DMARC");
    m_messages =
        tr("%1 message(s)", nullptr, plural(counts.messages)).arg(format.number(counts.messages));
    constexpr qsizetype longest = 20;
    m_policy = tile.policy.isEmpty() ? QString() : u"p="_s + shortVisibleText(tile.policy, longest);
    m_days = tile.timeline;
    if (!m_days.empty() && m_days.front().day > days.begin)
        m_days.insert(m_days.begin(), {days.begin, 0, 0});
    if (!m_days.empty() && m_days.back().day < days.end)
        m_days.push_back({days.end, 0, 0});
    //: for screen readers: %1 is a domain, %2 a percentage, %3 "1,234 messages", %4 "p=none"
    setAccessibleName(tr("%1: %2 pass DMARC, %3, %4")
                          .arg(visibleText(m_domain), m_percent, m_messages, m_policy));
    update();
}

QSize DomainTileButton::sizeHint() const
{
    const int line = QFontMetrics(nameFont()).height();
    const int large = QFontMetrics(sized(font(), pixelSize(font()) * 3 / 2, true)).height();
    return {280, 2 * margin + line + 4 + std::max(large + fontMetrics().height(), daysHeight)};
}

QSize DomainTileButton::minimumSizeHint() const
{
    return {200, sizeHint().height()};
}

void DomainTileButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool marked = isChecked() || hasFocus();
    painter.setBrush(underMouse() || isDown()
            ? shade(Meaning::Unknown, palette(), isDown() ? 0.14 : 0.06)
            : palette().color(QPalette::Base));
    painter.setPen(
        QPen(palette().color(marked ? QPalette::Highlight : QPalette::Mid), marked ? 2 : 1));
    const qreal inset = marked ? 1 : 0.5;
    painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), 8, 8);
    if (hasFocus() && isChecked())
        painter.drawRoundedRect(QRectF(rect()).adjusted(5, 5, -5, -5), 4, 4);

    const QRect inner = rect().adjusted(margin, margin, -margin, -margin);
    const QRect head(inner.left(), inner.top(), inner.width(), QFontMetrics(nameFont()).height());
    paintHead(painter, head);
    const QRect below = inner.adjusted(0, head.height() + 4, 0, 0);
    const qreal left =
        std::max(paintFigures(painter, below), below.left() + below.width() / 3.0) + 16;
    paintDays(painter, QRectF(left, below.bottom() - daysHeight, below.right() - left, daysHeight));
}

void DomainTileButton::paintHead(QPainter &painter, const QRect &area) const
{
    const QFontMetrics metrics(nameFont());
    const int width = area.width() - fontMetrics().horizontalAdvance(m_policy) - 12;
    painter.setFont(nameFont());
    painter.setPen(palette().color(QPalette::Text));
    painter.drawText(area, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
        metrics.elidedText(visibleText(m_domain), Qt::ElideLeft, width));
    painter.setFont(font());
    painter.setPen(palette().color(QPalette::PlaceholderText));
    painter.drawText(area, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, m_policy);
}

qreal DomainTileButton::paintFigures(QPainter &painter, const QRect &area) const
{
    const QFont large = sized(font(), pixelSize(font()) * 3 / 2, true);
    const QFontMetrics metrics(large);
    const int baseline = area.top() + metrics.ascent();
    const int beside = area.left() + metrics.horizontalAdvance(m_percent) + 6;
    painter.setFont(large);
    painter.setPen(palette().color(QPalette::Text));
    painter.drawText(area.left(), baseline, m_percent);
    painter.setFont(font());
    painter.setPen(palette().color(QPalette::PlaceholderText));
    painter.drawText(beside, baseline, m_rate);
    painter.drawText(area, Qt::AlignLeft | Qt::AlignBottom, m_messages);
    return std::max(beside + fontMetrics().horizontalAdvance(m_rate),
        area.left() + fontMetrics().horizontalAdvance(m_messages));
}

void DomainTileButton::paintDays(QPainter &painter, const QRectF &area) const
{
    constexpr qreal leastWidth = 32; // below, it says nothing
    constexpr qreal leastBar = 3;
    if (area.width() < leastWidth)
        return;
    const std::vector<DayBar> bars = barsOf(m_days, int(area.width() / leastBar));
    qint64 highest = 1;
    for (const DayBar &bar : bars)
        highest = std::max(highest, bar.passed + bar.failed);
    const qreal width = std::min(8.0, area.width() / qreal(std::max<size_t>(1, bars.size())));
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (size_t i = 0; i < bars.size(); ++i) {
        const auto height = [&](qint64 messages) {
            return messages > 0 ? std::max(1.0, area.height() * double(messages) / double(highest))
                                : 0;
        };
        const qreal failed = height(bars[i].failed);
        const qreal passed = std::min(height(bars[i].passed), area.height() - failed);
        const qreal x = area.right() - width * qreal(bars.size() - i);
        const qreal wide = std::max(1.0, width - 1);
        painter.fillRect(
            QRectF(x, area.bottom() - passed, wide, passed), color(Meaning::Aligned, palette()));
        painter.fillRect(QRectF(x, area.bottom() - passed - failed, wide, failed),
            color(Meaning::Failed, palette()));
    }
}

bool DomainTileButton::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QAbstractButton::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    // Names come from reports: never let them be taken for rich text.
    QToolTip::showText(help->globalPos(), accessibleName().toHtmlEscaped(), this);
    return true;
}

QFont DomainTileButton::nameFont() const
{
    return sized(QFontDatabase::systemFont(QFontDatabase::FixedFont), pixelSize(font()), true);
}

DomainTiles::DomainTiles(QWidget *parent)
    : QWidget(parent)
{
    constexpr int mostColumns = 6;
    auto *layout = new ColumnsLayout(232, mostColumns, 16, this);
    layout->setWidest(392);
}

void DomainTiles::setView(const View &view)
{
    m_filter = view.filter;
    const std::vector<DomainTile> &domains = view.results->domains;
    const DateSpan days = daysOf(domains);
    while (m_tiles.size() < domains.size()) {
        auto *tile = new DomainTileButton(this);
        m_tiles.push_back(tile);
        layout()->addWidget(tile);
        connect(tile, &QAbstractButton::clicked, this, [this, tile] { toggle(tile->domain()); });
    }
    for (size_t i = 0; i < m_tiles.size(); ++i) {
        m_tiles[i]->setVisible(i < domains.size());
        if (i >= domains.size())
            continue;
        m_tiles[i]->setTile(domains[i], days, view.format);
        m_tiles[i]->setChecked(view.filter.domains.contains(domains[i].domain));
    }
    setVisible(!domains.empty());
}

void DomainTiles::toggle(const QString &domain)
{
    Filter filter = m_filter;
    if (filter.domains == QStringList{domain})
        filter.domains.clear();
    else
        filter.domains = {domain};
    Q_EMIT filterRequested(filter);
}

} // namespace sekisho
