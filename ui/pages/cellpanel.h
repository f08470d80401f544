// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pages/page.h"
#include "pages/panelparts.h"

#include <QScrollArea>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace sekisho {

class DayBarsView;
class MarkView;

/// Explains a cell of the alignment matrix: its share, what it means, why mail ends up there, what
/// to do, who sends it, what the mechanisms said, and its days.
class CellPanel final : public QScrollArea {
    Q_OBJECT
public:
    explicit CellPanel(QWidget *parent = nullptr);

    void showCell(const View &view, int cell);

Q_SIGNALS:
    /// Show only this cell, or all again where it is shown alone.
    void cellToggled(int cell);
    void senderActivated(const QString &key);
    void daysActivated(const sekisho::DateSpan &span);

protected:
    bool viewportEvent(QEvent *event) override;

private:
    void createHead();
    void showFigures(const View &view);
    void showTexts();
    void showShares(const View &view);
    void showDays(const View &view);

    int m_cell = -1;
    QVBoxLayout *m_layout;
    MarkView *m_mark;
    QLabel *m_title;
    QLabel *m_verdict;
    QLabel *m_percent;
    QLabel *m_messages;
    QLabel *m_records;
    QPushButton *m_toggle;
    PanelSection m_meaning;
    PanelSection m_causes;
    PanelSection m_actions;
    PanelSection m_senders;
    PanelSection m_reasons;
    PanelSection m_days;
    DayBarsView *m_bars;
};

} // namespace sekisho
