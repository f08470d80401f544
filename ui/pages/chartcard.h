// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pages/page.h"
#include "widgets/titledcard.h"

namespace sekisho {

class DayChart;
class MarkView;

/// Messages over time, with the numbers of the bar in view above it.
class ChartCard final : public TitledCard {
    Q_OBJECT
public:
    explicit ChartCard(QWidget *parent = nullptr);

    void setView(const View &view);

Q_SIGNALS:
    void daysActivated(const sekisho::DateSpan &span);

private:
    QWidget *createLegend();
    void showHead();
    void showNumbers();

    DayChart *m_chart;
    QLabel *m_span;
    QLabel *m_passed;
    QLabel *m_failed;
    Counts m_counts;
    Format m_format;
};

} // namespace sekisho
