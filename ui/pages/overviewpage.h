// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pages/page.h"

class QBoxLayout;
class QScrollArea;
class QStackedLayout;

namespace sekisho {

class CasesCard;
class ChartCard;
class DomainTiles;
class EmptyState;
class FigureStrip;
class FindingsCard;
class PolicyCard;
class SharesCard;
struct FindingLink;

/// Who sends as you and what is wrong, at a glance: domains, figures, days, what needs the owner,
/// senders, reporters, what receivers did, and the policy.
class OverviewPage final : public Page {
    Q_OBJECT
public:
    explicit OverviewPage(QWidget *parent = nullptr);

    void setView(const View &view) override;

protected:
    void retranslate() override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *createContent();
    void connectParts();
    void showContent();
    void showSenders();
    void showReporters();
    void showDispositions();
    void showEmpty();
    void leaveEmptyState();
    void request(const Filter &filter);
    void follow(const FindingLink &link);
    void showPolicyReports(const QString &domain, const DateSpan &seen);
    void arrange();

    View m_view;
    QStackedLayout *m_stack;
    QScrollArea *m_scroll;
    DomainTiles *m_tiles;
    FigureStrip *m_figures;
    ChartCard *m_chart;
    FindingsCard *m_findings;
    CasesCard *m_cases;
    SharesCard *m_senders;
    SharesCard *m_reporters;
    SharesCard *m_dispositions;
    PolicyCard *m_policies;
    EmptyState *m_empty;
    QBoxLayout *m_middle = nullptr;
};

/// What a receiver did, in words with the word of the report.
[[nodiscard]] QString dispositionText(const QString &key);

} // namespace sekisho
