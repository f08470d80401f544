// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/tabletools.h"

#include "tables/column.h"
#include "tables/tabletext.h"
#include "tables/visibletext.h"
#include "widgets/filesaver.h"
#include "widgets/whendone.h"

#include <QAbstractProxyModel>
#include <QAction>
#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMenu>
#include <QMessageBox>
#include <QProxyStyle>
#include <QTreeView>

#include <algorithm>

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

constexpr int headerMargin = 8;

/// Titles stand above the texts of their cells, as far from the edge (see CellDelegate).
class HeaderStyle final : public QProxyStyle {
public:
    [[nodiscard]] int pixelMetric(
        PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override
    {
        return metric == PM_HeaderMargin ? headerMargin
                                         : QProxyStyle::pixelMetric(metric, option, widget);
    }
    [[nodiscard]] QSize sizeFromContents(ContentsType type, const QStyleOption *option,
        const QSize &size, const QWidget *widget) const override
    {
        QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
        // Every column has room for the arrow of the one that is sorted; that is wide enough.
        if (type == CT_HeaderSection)
            result.rwidth() -= headerMargin;
        return result;
    }
};

/// The index in the model at the bottom of all proxies.
QModelIndex sourceIndex(QModelIndex index)
{
    while (const auto *proxy = qobject_cast<const QAbstractProxyModel *>(index.model()))
        index = proxy->mapToSource(index);
    return index;
}

/// The filter narrowed by a cell; none where the cell cannot, or changes nothing.
std::optional<Filter> narrowed(const QModelIndex &index, const Filter &filter, bool exclude)
{
    const QModelIndex source = sourceIndex(index);
    const auto *cells = dynamic_cast<const FilterSource *>(source.model());
    Filter result = filter;
    if (!cells || !cells->narrow(source, result, exclude) || result == filter)
        return std::nullopt;
    return result;
}

/// A cell's text as it fits into a menu entry.
QString menuText(const QModelIndex &index)
{
    constexpr qsizetype mostChars = 40;
    QString text = shortVisibleText(index.data().toString(), mostChars);
    return text.replace(u'&', "&&"_L1);
}

} // namespace

TableTools::TableTools(QTreeView *view, const QString &name)
    : QObject(view)
    , m_view(view)
    , m_name(name)
{
    addAction(QKeySequence(QKeySequence::Copy), &TableTools::copyText);
    addAction(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C), &TableTools::copyCsv);
    view->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(view, &QWidget::customContextMenuRequested, this, &TableTools::showMenu);
    QHeaderView *header = view->header();
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    auto *style = new HeaderStyle;
    style->setParent(header); // a widget does not own its style
    header->setStyle(style);
    connect(header, &QWidget::customContextMenuRequested, this, &TableTools::showColumns);
}

void TableTools::addAction(const QKeySequence &keys, void (TableTools::*run)())
{
    auto *action = new QAction(this);
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetShortcut);
    connect(action, &QAction::triggered, this, run);
    m_view->addAction(action);
}

QModelIndexList TableTools::selectedRows() const
{
    const QItemSelectionModel *selection = m_view->selectionModel();
    QModelIndexList rows = allRows(*m_view->model());
    if (selection->hasSelection())
        rows.removeIf([selection](const QModelIndex &row) { return !selection->isSelected(row); });
    return rows;
}

QList<int> TableTools::shownColumns() const
{
    const QHeaderView *header = m_view->header();
    QList<int> columns;
    for (int i = 0; i < header->count(); ++i) {
        const int column = header->logicalIndex(i);
        if (!header->isSectionHidden(column))
            columns.append(column);
    }
    return columns;
}

QString TableTools::selectionText() const
{
    return plainTable(selectedRows(), shownColumns());
}

QString TableTools::selectionCsv() const
{
    return csvTable(selectedRows(), shownColumns());
}

QByteArray TableTools::wholeCsv() const
{
    return csvTable(allRows(*m_view->model()), shownColumns()).toUtf8();
}

void TableTools::copyText()
{
    QGuiApplication::clipboard()->setText(selectionText());
}

void TableTools::copyCsv()
{
    QGuiApplication::clipboard()->setText(selectionCsv());
}

void TableTools::saveCsv()
{
    auto *dialog = new QFileDialog(m_view, tr("Save Table"), {}, tr("CSV tables (*.csv)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"csv"_s);
    dialog->selectFile(m_name + u".csv"_s);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        // Without this mark Excel takes a file that is opened by a double click for Shift JIS.
        const QByteArray csv = "\xEF\xBB\xBF" + wholeCsv();
        whenDone(saveFile(path, csv), this, [this, path](const auto &failed) {
            if (failed && failed->isEmpty())
                return;
            auto *box = new QMessageBox(QMessageBox::Warning, tr("Save Table"),
                tr("%1 could not be written: %2").arg(path, failed.value_or(QString())),
                QMessageBox::Ok, m_view);
            box->setTextFormat(Qt::PlainText);
            box->setAttribute(Qt::WA_DeleteOnClose);
            box->open();
        });
    });
    dialog->open();
}

void TableTools::narrow(const QPersistentModelIndex &index, bool exclude)
{
    if (const auto filter = narrowed(index, m_filter, exclude))
        Q_EMIT filterRequested(*filter);
}

void TableTools::addCellEntries(QMenu *menu, const QModelIndex &index)
{
    const QString text = index.data().toString();
    if (!text.isEmpty()) {
        menu->addAction(tr("Copy “%1”").arg(menuText(index)), this,
            [text] { QGuiApplication::clipboard()->setText(text); });
    }
    const QPersistentModelIndex kept = index;
    if (narrowed(index, m_filter, false)) {
        menu->addAction(tr("Show only “%1”").arg(menuText(index)), this,
            [this, kept] { narrow(kept, false); });
    }
    if (narrowed(index, m_filter, true)) {
        menu->addAction(
            tr("Leave out “%1”").arg(menuText(index)), this, [this, kept] { narrow(kept, true); });
    }
    if (!menu->isEmpty())
        menu->addSeparator();
}

void TableTools::showMenu(const QPoint &position)
{
    auto *menu = new QMenu(m_view);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QModelIndex index = m_view->indexAt(position);
    if (index.isValid()) {
        addCellEntries(menu, index);
        Q_EMIT menuOpening(menu, index);
    }
    const bool rows = m_view->model()->rowCount() > 0;
    QAction *text = menu->addAction(tr("Copy Rows"), this, &TableTools::copyText);
    text->setShortcut(QKeySequence::Copy);
    QAction *csv = menu->addAction(tr("Copy Rows as CSV"), this, &TableTools::copyCsv);
    csv->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C));
    QAction *save = menu->addAction(tr("Save Table as CSV…"), this, &TableTools::saveCsv);
    for (QAction *action : {text, csv, save})
        action->setEnabled(rows);
    menu->popup(m_view->viewport()->mapToGlobal(position));
}

void TableTools::showColumns(const QPoint &position)
{
    QHeaderView *header = m_view->header();
    auto *menu = new QMenu(m_view);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QList<int> shown = shownColumns();
    for (int i = 0; i < header->count(); ++i) {
        const int column = header->logicalIndex(i);
        QAction *action =
            menu->addAction(m_view->model()->headerData(column, Qt::Horizontal).toString());
        action->setCheckable(true);
        action->setChecked(shown.contains(column));
        // The last one stays: a table without columns has no header to bring them back.
        action->setEnabled(shown != QList<int>{column});
        connect(action, &QAction::toggled, this, [this, column](bool on) {
            m_view->setColumnHidden(column, !on);
            if (on && m_view->columnWidth(column) < m_view->header()->minimumSectionSize())
                m_view->resizeColumnToContents(column);
        });
    }
    menu->popup(header->mapToGlobal(position));
}

QStringList TableTools::columnKeys() const
{
    QStringList keys;
    for (int i = 0; i < m_view->header()->count(); ++i)
        keys.append(m_view->model()->headerData(i, Qt::Horizontal, ColumnKeyRole).toString());
    return keys;
}

QVariantMap TableTools::state() const
{
    return {{u"header"_s, m_view->header()->saveState()}, {u"columns"_s, columnKeys()}};
}

bool TableTools::setState(const QVariantMap &state)
{
    // Of other columns it would hide or misplace what is there now.
    if (state.value(u"columns"_s).toStringList() != columnKeys())
        return false;
    QHeaderView *header = m_view->header();
    if (!header->restoreState(state.value(u"header"_s).toByteArray()))
        return false;
    if (m_view->isSortingEnabled())
        m_view->sortByColumn(header->sortIndicatorSection(), header->sortIndicatorOrder());
    return true;
}

} // namespace sekisho
