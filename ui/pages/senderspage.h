// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pages/page.h"

#include <QSet>

class QMenu;
class QSplitter;
class QStackedLayout;
class QTreeView;

namespace sekisho {

class ColumnFit;
class EmptyState;
class RawOrder;
class SenderPanel;
class SenderTable;
class TableTools;

/// Who sends as the domains: groups of addresses as a tree, and the page of the chosen one.
class SendersPage final : public Page {
    Q_OBJECT
public:
    explicit SendersPage(QWidget *parent = nullptr);

    void setView(const View &view) override;
    [[nodiscard]] QVariantMap state() const override;
    void setState(const QVariantMap &state) override;

protected:
    void retranslate() override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *createTable();
    void placeColumns();
    void connectParts();
    void showEmpty();
    void leaveEmptyState();
    void restoreRows();
    void showCurrent();
    void choose(const QString &key);
    void addOwnEntries(QMenu *menu, const QModelIndex &index);
    void narrowTo(const QModelIndex &index);
    void arrange();
    void restoreSplitter();

    View m_view;
    SenderTable *m_table;
    RawOrder *m_order;
    QTreeView *m_tree;
    TableTools *m_tools = nullptr;
    ColumnFit *m_fit;
    SenderPanel *m_panel;
    QSplitter *m_splitter;
    EmptyState *m_empty;
    QStackedLayout *m_stack;
    QString m_chosen; ///< key of the sender chosen last, also while a filter leaves it out
    QSet<QString> m_expanded; ///< keys of groups, likewise
    QByteArray m_wide; ///< state of the splitter as the user moved it, side by side
    QByteArray m_narrow; ///< and one above the other
    bool m_changing = false; ///< the rows are being replaced
};

} // namespace sekisho
