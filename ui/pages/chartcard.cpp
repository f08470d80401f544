// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/chartcard.h"

#include "paint/fonts.h"
#include "widgets/daychart.h"
#include "widgets/flowlayout.h"
#include "widgets/markview.h"

#include <QHBoxLayout>
#include <QLabel>

#include <algorithm>

namespace sekisho {

ChartCard::ChartCard(QWidget *parent)
    : TitledCard(parent)
    , m_chart(new DayChart(this))
    , m_span(nullptr)
    , m_passed(nullptr)
    , m_failed(nullptr)
{
    body()->setSpacing(8);
    body()->setContentsMargins(inset, 0, inset, 0);
    body()->addWidget(createLegend());
    body()->addWidget(m_chart, 1);
    connect(m_chart, &DayChart::spanActivated, this, &ChartCard::daysActivated);
    connect(m_chart, &DayChart::currentChanged, this, [this] { showNumbers(); });
    connect(m_chart, &DayChart::unitChanged, this, &ChartCard::showHead);
}

QWidget *ChartCard::createLegend()
{
    auto *legend = new QWidget(this);
    auto *row = new QHBoxLayout(legend);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    const QFont small = sized(font(), std::max(10, pixelSize(font()) - 1));
    const auto addLabel = [&] {
        auto *label = new QLabel(legend);
        label->setFont(small);
        label->setTextFormat(Qt::PlainText);
        row->addWidget(label);
        return label;
    };
    for (const auto &[meaning, label] :
        {std::pair(Meaning::Aligned, &m_passed), {Meaning::Failed, &m_failed}}) {
        auto *mark = new MarkView(meaning, legend);
        mark->setFont(small);
        row->addWidget(mark);
        *label = addLabel();
        row->addSpacing(10);
    }
    row->addStretch(1);
    m_span = addLabel();
    m_span->setForegroundRole(QPalette::PlaceholderText);
    return legend;
}

void ChartCard::setView(const View &view)
{
    m_counts = view.results->totals.counts;
    m_format = view.format;
    m_chart->setDays(view.results->timeline, view.format);
    showHead();
    showNumbers();
}

void ChartCard::showHead()
{
    switch (m_chart->unit()) {
    case CalendarUnit::Day: setTitle(tr("Messages per day")); break;
    case CalendarUnit::Week: setTitle(tr("Messages per week")); break;
    case CalendarUnit::Month: setTitle(tr("Messages per month")); break;
    case CalendarUnit::Year: setTitle(tr("Messages per year")); break;
    }
}

void ChartCard::showNumbers()
{
    const int bar = m_chart->current();
    qint64 passed = m_counts.passed;
    qint64 failed = m_counts.messages - m_counts.passed;
    QString span;
    if (bar >= 0) {
        const DayBar &shown = m_chart->bars()[size_t(bar)];
        passed = shown.passed;
        failed = shown.failed;
        span = m_chart->spanText(shown);
    } else if (!m_chart->bars().empty()) {
        const DayBar &first = m_chart->bars().front();
        const DayBar &last = m_chart->bars().back();
        span = m_chart->spanText({first.day, last.day + last.days - first.day, 0, 0});
    }
    //: %1 is a number of messages, %2 a percentage
    m_passed->setText(tr("%1 pass DMARC (%2)")
                          .arg(m_format.number(passed), m_format.percent(passed, passed + failed)));
    //: %1 is a number of messages, %2 a percentage
    m_failed->setText(
        tr("%1 fail (%2)").arg(m_format.number(failed), m_format.percent(failed, passed + failed)));
    m_span->setText(span);
}

} // namespace sekisho
