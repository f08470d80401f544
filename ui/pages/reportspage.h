// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pages/page.h"

class QSplitter;
class QStackedLayout;
class QTreeView;

namespace sekisho {

class ColumnFit;
class EmptyState;
class RawOrder;
class ReportReader;
class ReportTable;
class TableTools;

/// The reports, and the one chosen in words and as XML.
class ReportsPage final : public Page {
    Q_OBJECT
public:
    explicit ReportsPage(const LoadOriginal &loadOriginal, QWidget *parent = nullptr);

    void setView(const View &view) override;
    [[nodiscard]] QVariantMap state() const override;
    void setState(const QVariantMap &state) override;

protected:
    void retranslate() override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *createList();
    void connectParts();
    void showEmpty();
    void leaveEmptyState();
    void showCurrent();
    void arrange();
    void restoreRow();

    View m_view;
    ReportTable *m_table;
    RawOrder *m_order;
    QTreeView *m_list;
    TableTools *m_tools;
    ColumnFit *m_fit;
    ReportReader *m_reader;
    QSplitter *m_splitter;
    EmptyState *m_empty;
    QStackedLayout *m_stack;
    QByteArray m_wide; ///< state of the splitter side by side
    QByteArray m_narrow; ///< and one above the other
    QString m_chosen; ///< key of the report that was current last
    bool m_changing = false; ///< the rows are being replaced
};

} // namespace sekisho
