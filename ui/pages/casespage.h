// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pages/page.h"

#include <array>

class QLabel;
class QSplitter;
class QStackedLayout;
class QStackedWidget;
class QToolButton;
class QTreeView;

namespace sekisho {

class CaseButton;
class CaseGuide;
class CasePanel;
class CaseSenderTable;
class ColumnFit;
class EmptyState;
class RawOrder;
class SegmentButton;
class TableTools;

/// What each failure is: the cases, the senders of the chosen one, and all about one of them.
class CasesPage final : public Page {
    Q_OBJECT
public:
    explicit CasesPage(QWidget *parent = nullptr);

    void setView(const View &view) override;
    [[nodiscard]] QVariantMap state() const override;
    void setState(const QVariantMap &state) override;

protected:
    void retranslate() override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *createCases();
    QWidget *createSenders();
    QWidget *createContent();
    void connectParts();
    void showCases();
    void showSenders();
    void restoreRow();
    void showSendersTitle();
    void showCurrent();
    void showBody();
    void showNone();
    void showEmpty();
    void takeSecondWay();
    void leaveEmptyState();
    void toggleCase(MailCase mailCase);
    void showGuide(bool on);
    void arrange();
    [[nodiscard]] std::optional<MailCase> chosen() const;

    View m_view;
    std::array<CaseButton *, mailCaseCount + 1> m_buttons{};
    QLabel *m_casesTitle;
    QLabel *m_sendersTitle;
    SegmentButton *m_sendersButton;
    SegmentButton *m_guideButton;
    CaseSenderTable *m_table;
    RawOrder *m_order;
    QTreeView *m_tree;
    TableTools *m_tools = nullptr;
    ColumnFit *m_fit;
    CasePanel *m_panel;
    CaseGuide *m_guide;
    QSplitter *m_lists; ///< cases and senders
    QSplitter *m_splitter;
    QStackedWidget *m_body; ///< senders and panel, or the guide
    EmptyState *m_none; ///< no sender of the chosen case
    EmptyState *m_empty;
    QStackedLayout *m_stack;
    QString m_chosenSender; ///< key, also while a filter leaves it out
    bool m_changing = false;
};

} // namespace sekisho
