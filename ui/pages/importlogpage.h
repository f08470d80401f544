// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pages/page.h"
#include "tables/itemtable.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSplitter;
class QStackedLayout;
class QTreeView;

namespace sekisho {

class ColumnFit;
class EmptyState;
class ItemDetail;
class RawOrder;
class TableTools;

/// Everything that was looked at and what became of it; for a problem the reason, the place and
/// the bytes. Shows all items, whatever the filter of the window is.
class ImportLogPage final : public Page {
    Q_OBJECT
public:
    explicit ImportLogPage(const LoadOriginal &loadOriginal, QWidget *parent = nullptr);

    void setView(const View &view) override;
    [[nodiscard]] QVariantMap state() const override;
    void setState(const QVariantMap &state) override;

protected:
    void retranslate() override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *createBar();
    QWidget *createTree();
    void connectParts();
    void fillChoices();
    void refill();
    void restoreGroups();
    void select(quint32 item);
    void showCurrent();
    void showItem(quint32 item);
    void showReport(quint32 report);
    void showEmpty();
    void resetFilter();
    void saveLog();
    void arrange();
    [[nodiscard]] ItemFilter filter() const;
    [[nodiscard]] std::optional<quint32> currentItem() const;

    View m_view;
    qint64 m_current = -1; ///< the item shown
    QSet<int> m_closed; ///< statuses whose groups are closed
    bool m_changing = false; ///< the rows are being replaced

    ItemTable *m_table;
    RawOrder *m_order;
    QTreeView *m_tree;
    TableTools *m_tools;
    ColumnFit *m_fit;
    ItemDetail *m_detail;
    QLineEdit *m_search;
    QComboBox *m_severity;
    QComboBox *m_status;
    QPushButton *m_save;
    QLabel *m_outcome; ///< of saving the log
    QSplitter *m_splitter;
    EmptyState *m_nothing; ///< in place of the tree, when the filter leaves all out
    QStackedLayout *m_treeStack = nullptr;
    EmptyState *m_empty; ///< in place of the page, before anything was read
    QStackedLayout *m_stack;
};

} // namespace sekisho
