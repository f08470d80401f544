// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/tabletools.h"

#include "support/pagefixture.h"
#include "support/reportfixture.h"
#include "tables/raworder.h"
#include "tables/recordtable.h"
#include "tables/reporttable.h"
#include "tables/sendertable.h"

#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QHeaderView>
#include <QMenu>
#include <QMessageBox>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

using namespace sekisho;
using namespace Qt::StringLiterals;

namespace {

/// Two networks: 192.0.2.0/24 with 1,500 + 500 messages that pass, 198.51.100.0/24 with one.
View sample()
{
    DatasetBuilder builder;
    AggregateReport report = fixture::report(u"org.example"_s, u"id"_s);
    report.records = {fixture::passingRecord(0, u"192.0.2.1"_s, 1500),
        fixture::passingRecord(1, u"192.0.2.7"_s, 500),
        fixture::passingRecord(2, u"198.51.100.9"_s, 1)};
    builder.add(fixture::item(report, u"/a.xml"_s), 0);
    return fixture::viewOf(builder);
}

/// A view of senders with the tools, narrowed to a few columns.
struct Senders {
    Senders()
    {
        order.setSourceModel(&table);
        view.setModel(&order);
        tools = new TableTools(&view, u"senders"_s);
        view.setSelectionMode(QAbstractItemView::ExtendedSelection);
        view.setSortingEnabled(true);
        view.sortByColumn(SenderTable::Messages, Qt::DescendingOrder);
        for (int i = 0; i < table.columnCount(); ++i)
            view.setColumnHidden(i, !shown.contains(i));
        const View data = sample();
        table.setSenders(data.dataset, data.senders, data.results, data.format);
        view.resize(900, 400);
        view.show();
    }

    [[nodiscard]] QModelIndex group(int row, int column = 0) const
    {
        return order.index(row, column);
    }
    [[nodiscard]] QModelIndex address(int row, int inGroup, int column = 0) const
    {
        return order.index(inGroup, column, order.index(row, 0));
    }

    const QList<int> shown{
        SenderTable::Name, SenderTable::Messages, SenderTable::Spf, SenderTable::PerDay};
    SenderTable table;
    RawOrder order;
    QTreeView view;
    TableTools *tools = nullptr;
};

const QString textHeaders = u"Group\tSender\tMessages\tSPF aligned\n"_s;
const QString csvHeaders = u"Group,Sender,Messages,SPF aligned\r\n"_s;

/// The menu that a right click at a place opens.
QMenu *menuAt(QTreeView &view, const QPoint &position)
{
    Q_EMIT view.customContextMenuRequested(position);
    return qobject_cast<QMenu *>(QApplication::activePopupWidget());
}

QMenu *menuOf(QTreeView &view, const QModelIndex &index)
{
    view.scrollTo(index);
    return menuAt(view, view.visualRect(index).center());
}

QStringList entriesOf(const QMenu *menu)
{
    QStringList entries;
    for (const QAction *action : menu->actions()) {
        if (!action->isSeparator())
            entries.append(action->text());
    }
    return entries;
}

void trigger(QMenu *menu, const QString &entry)
{
    for (QAction *action : menu->actions()) {
        if (action->text() == entry)
            action->trigger();
    }
    menu->close();
}

QMenu *columnMenu(QTreeView &view)
{
    QHeaderView *header = view.header();
    Q_EMIT header->customContextMenuRequested(QPoint(5, 5));
    return qobject_cast<QMenu *>(QApplication::activePopupWidget());
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestTableTools final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void copiesSelectedRows();
    void copiesAllWithoutSelection();
    void copiesInTheOrderOnScreen();
    void copiesWithShortcuts();
    void cellsStayOnOneLine();
    void saves();
    void saysWhatCouldNotBeSaved();
    void savesWhatIsThereThen();
    void showsOnly();
    void leavesOut();
    void copiesTheCell();
    void offersNothingThatChangesNothing();
    void emptyTable();
    void namesAreNoShortcuts();
    void choosesColumns();
    void keepsTheLastColumn();
    void columnThatWasNeverWide();
    void stateComesBack();
    void stateOfOtherColumns_data();
    void stateOfOtherColumns();
};

void TestTableTools::copiesSelectedRows()
{
    Senders senders;
    senders.view.expandAll();
    QItemSelectionModel *selection = senders.view.selectionModel();
    const auto rows = QItemSelectionModel::Select | QItemSelectionModel::Rows;
    selection->select(senders.address(0, 1), rows);
    QCOMPARE(
        senders.tools->selectionText(), textHeaders + u"192.0.2.*\t192.0.2.7\t500\t100.00\u00a0%\n"_s);
    QCOMPARE(senders.tools->selectionCsv(), csvHeaders + u"192.0.2.*,192.0.2.7,500,100\r\n"_s);
    selection->select(senders.group(1), rows | QItemSelectionModel::Clear);
    QCOMPARE(senders.tools->selectionText(),
        u"Sender\tMessages\tSPF aligned\n198.51.100.*\t1\t100.00\u00a0%\n"_s);
}

void TestTableTools::copiesAllWithoutSelection()
{
    Senders senders;
    senders.view.clearSelection();
    QCOMPARE(senders.tools->selectionText(),
        textHeaders +
            u"\t192.0.2.*\t2,000\t100.00\u00a0%\n"
            "192.0.2.*\t192.0.2.1\t1,500\t100.00\u00a0%\n"
            "192.0.2.*\t192.0.2.7\t500\t100.00\u00a0%\n"
            "\t198.51.100.*\t1\t100.00\u00a0%\n"
            "198.51.100.*\t198.51.100.9\t1\t100.00\u00a0%\n"_s);
    QCOMPARE(QString::fromUtf8(senders.tools->wholeCsv()), senders.tools->selectionCsv());
    QVERIFY(senders.tools->selectionCsv().contains(u",192.0.2.*,2000,100\r\n"_s));
}

void TestTableTools::copiesInTheOrderOnScreen()
{
    Senders senders;
    senders.view.sortByColumn(SenderTable::Messages, Qt::AscendingOrder);
    QHeaderView *header = senders.view.header();
    header->moveSection(header->visualIndex(SenderTable::Messages), 0);
    QItemSelectionModel *selection = senders.view.selectionModel();
    // Chosen from below, copied from above.
    const auto rows = QItemSelectionModel::Select | QItemSelectionModel::Rows;
    selection->select(senders.group(1), rows);
    selection->select(senders.group(0), rows);
    QCOMPARE(senders.tools->selectionText(),
        u"Messages\tSender\tSPF aligned\n"
        "1\t198.51.100.*\t100.00\u00a0%\n"
        "2,000\t192.0.2.*\t100.00\u00a0%\n"_s);
}

void TestTableTools::copiesWithShortcuts()
{
    Senders senders;
    senders.view.activateWindow();
    senders.view.setFocus();
    QTRY_VERIFY(senders.view.hasFocus());
    senders.view.selectionModel()->select(
        senders.group(1), QItemSelectionModel::Select | QItemSelectionModel::Rows);
    QTest::keyClick(&senders.view, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), senders.tools->selectionText());
    QTest::keyClick(&senders.view, Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), senders.tools->selectionCsv());
}

/// What a report says must not add rows or cells, nor run as a formula.
void TestTableTools::cellsStayOnOneLine()
{
    DatasetBuilder builder;
    AggregateReport report = fixture::report(u"=cmd()\tx\ny"_s, u"id"_s);
    report.records = {fixture::passingRecord(0, u"192.0.2.1"_s, 1)};
    builder.add(fixture::item(report, u"/a.xml"_s), 0);
    const View data = fixture::viewOf(builder);
    ReportTable table;
    table.setReports(data.dataset, data.results->reports, data.format);
    QTreeView view;
    view.setModel(&table);
    const TableTools tools(&view, u"reports"_s);
    QCOMPARE(tools.selectionText().count(u'\n'), 2);
    const QStringList lines = tools.selectionText().split(u'\n');
    QCOMPARE(lines[0].count(u'\t'), lines[1].count(u'\t'));
    QVERIFY(!tools.selectionCsv().contains(u"\r\n=cmd"_s));
}

void TestTableTools::saves()
{
    Senders senders;
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"表.csv"_s);
    trigger(menuOf(senders.view, senders.group(0)), u"Save Table as CSV…"_s);
    auto *dialog = senders.view.findChild<QFileDialog *>();
    QVERIFY(dialog);
    QVERIFY(dialog->isVisible());
    QCOMPARE(dialog->acceptMode(), QFileDialog::AcceptSave);
    QCOMPARE(dialog->defaultSuffix(), u"csv"_s);
    QVERIFY(dialog->selectedFiles().value(0).endsWith(u"/senders.csv"_s));
    Q_EMIT dialog->fileSelected(path);
    QTRY_VERIFY(QFile::exists(path));
    QCOMPARE(contentOf(path), "\xEF\xBB\xBF" + senders.tools->wholeCsv());
    dialog->close();
}

void TestTableTools::saysWhatCouldNotBeSaved()
{
    Senders senders;
    trigger(menuOf(senders.view, senders.group(0)), u"Save Table as CSV…"_s);
    auto *dialog = senders.view.findChild<QFileDialog *>();
    QVERIFY(dialog);
    Q_EMIT dialog->fileSelected(u"/nowhere/<b>at all</b>.csv"_s);
    const auto box = [&senders] { return senders.view.findChild<QMessageBox *>(); };
    QTRY_VERIFY(box());
    QVERIFY(box()->text().startsWith(u"/nowhere/<b>at all</b>.csv could not be written: "_s));
    QCOMPARE(box()->textFormat(), Qt::PlainText);
    QVERIFY(box()->text().size() > u"/nowhere/<b>at all</b>.csv could not be written: "_s.size());
    box()->close();
    dialog->close();
}

/// While the dialog is open an import may bring other rows.
void TestTableTools::savesWhatIsThereThen()
{
    Senders senders;
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"later.csv"_s);
    trigger(menuOf(senders.view, senders.group(0)), u"Save Table as CSV…"_s);
    auto *dialog = senders.view.findChild<QFileDialog *>();
    senders.table.setSenders(std::make_shared<Dataset>(), std::make_shared<SenderIndex>(),
        std::make_shared<Results>(), {});
    Q_EMIT dialog->fileSelected(path);
    QTRY_VERIFY(QFile::exists(path));
    QCOMPARE(contentOf(path), "\xEF\xBB\xBF" + senders.tools->wholeCsv());
    dialog->close();
}

void TestTableTools::showsOnly()
{
    Senders senders;
    Filter filter;
    filter.domains = {u"example.com"_s};
    senders.tools->setFilter(filter);
    QSignalSpy requests(senders.tools, &TableTools::filterRequested);
    trigger(menuOf(senders.view, senders.group(0)), u"Show only “192.0.2.*”"_s);
    QCOMPARE(requests.size(), 1);
    filter.senders = {u"192.0.2.0/24"_s};
    QCOMPARE(requests.first().first().value<Filter>(), filter);
}

void TestTableTools::leavesOut()
{
    Senders senders;
    senders.view.expandAll();
    QSignalSpy requests(senders.tools, &TableTools::filterRequested);
    trigger(menuOf(senders.view, senders.address(0, 1)), u"Leave out “192.0.2.7”"_s);
    QCOMPARE(requests.size(), 1);
    Filter expected;
    expected.excludedSenders = {u"192.0.2.7"_s};
    QCOMPARE(requests.first().first().value<Filter>(), expected);
}

void TestTableTools::copiesTheCell()
{
    Senders senders;
    QMenu *menu = menuOf(senders.view, senders.group(0, SenderTable::Messages));
    QVERIFY(menu);
    // Messages can be copied, but no filter is made of a number.
    QCOMPARE(entriesOf(menu),
        (QStringList{
            u"Copy “2,000”"_s, u"Copy Rows"_s, u"Copy Rows as CSV"_s, u"Save Table as CSV…"_s}));
    trigger(menu, u"Copy “2,000”"_s);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"2,000"_s);
}

void TestTableTools::offersNothingThatChangesNothing()
{
    Senders senders;
    Filter filter;
    filter.senders = {u"192.0.2.0/24"_s};
    senders.tools->setFilter(filter);
    QMenu *menu = menuOf(senders.view, senders.group(0));
    QVERIFY(menu);
    QVERIFY(!entriesOf(menu).contains(u"Show only “192.0.2.*”"_s));
    QVERIFY(entriesOf(menu).contains(u"Leave out “192.0.2.*”"_s));
    menu->close();
}

void TestTableTools::emptyTable()
{
    Senders senders;
    senders.table.setSenders(std::make_shared<Dataset>(), std::make_shared<SenderIndex>(),
        std::make_shared<Results>(), {});
    QCOMPARE(senders.tools->selectionText(), QString());
    QCOMPARE(senders.tools->wholeCsv(), QByteArray());
    QMenu *menu = menuAt(senders.view, {5, 5});
    QVERIFY(menu);
    for (const QAction *action : menu->actions())
        QVERIFY(!action->isEnabled());
    menu->close();
}

/// "&" in a menu entry marks a key, and text from reports may be long or hide characters.
void TestTableTools::namesAreNoShortcuts()
{
    DatasetBuilder builder;
    AggregateReport report = fixture::report(u"org.example"_s, u"id"_s);
    Record record = fixture::passingRecord(0, u"192.0.2.1"_s, 1);
    record.headerFrom = u"a&b.\u202Eexample"_s;
    report.records = {record};
    builder.add(fixture::item(report, u"/a.xml"_s), 0);
    const View data = fixture::viewOf(builder);
    RecordTable table;
    table.setRecords(data.dataset, data.senders, data.results->rows, Basis::Reported, data.format);
    QTreeView view;
    view.setModel(&table);
    const TableTools tools(&view, u"records"_s);
    view.resize(2400, 200);
    view.show();
    QModelIndex cell;
    for (int i = 0; i < table.columnCount(); ++i) {
        if (table.headerData(i, Qt::Horizontal, ColumnKeyRole) == u"header_from"_s)
            cell = table.index(0, i);
    }
    QMenu *menu = menuOf(view, cell);
    QVERIFY(menu);
    QCOMPARE(entriesOf(menu).value(0), u"Copy “a&&b.‹U+202E›example”"_s);
    menu->close();
}

void TestTableTools::choosesColumns()
{
    Senders senders;
    QMenu *menu = columnMenu(senders.view);
    QVERIFY(menu);
    const QList<QAction *> actions = menu->actions();
    QCOMPARE(actions.size(), senders.table.columnCount());
    QCOMPARE(actions[SenderTable::Domain]->text(), u"Domain"_s);
    QVERIFY(!actions[SenderTable::Domain]->isChecked());
    QVERIFY(actions[SenderTable::Messages]->isChecked());
    actions[SenderTable::Domain]->trigger();
    QVERIFY(!senders.view.isColumnHidden(SenderTable::Domain));
    QVERIFY(senders.tools->selectionText().startsWith(u"Group\tSender\tDomain\t"_s));
    actions[SenderTable::Messages]->trigger();
    QVERIFY(senders.view.isColumnHidden(SenderTable::Messages));
    menu->close();
}

void TestTableTools::keepsTheLastColumn()
{
    Senders senders;
    for (int i = 0; i < senders.table.columnCount(); ++i)
        senders.view.setColumnHidden(i, i != SenderTable::Messages);
    QMenu *menu = columnMenu(senders.view);
    QVERIFY(menu);
    QVERIFY(!menu->actions()[SenderTable::Messages]->isEnabled());
    QVERIFY(menu->actions()[SenderTable::Name]->isEnabled());
    menu->close();
}

void TestTableTools::columnThatWasNeverWide()
{
    Senders senders;
    senders.view.setColumnWidth(SenderTable::Messages, 0);
    senders.view.setColumnHidden(SenderTable::Messages, true);
    QMenu *menu = columnMenu(senders.view);
    QVERIFY(menu);
    menu->actions()[SenderTable::Messages]->trigger();
    menu->close();
    QVERIFY(senders.view.columnWidth(SenderTable::Messages) > 20);
}

void TestTableTools::stateComesBack()
{
    QVariantMap state;
    {
        Senders senders;
        senders.view.setColumnWidth(SenderTable::Messages, 123);
        senders.view.header()->moveSection(SenderTable::Spf, 0);
        senders.view.setColumnHidden(SenderTable::Host, false);
        senders.view.sortByColumn(SenderTable::Name, Qt::AscendingOrder);
        state = senders.tools->state();
    }
    Senders senders;
    QVERIFY(senders.tools->setState(state));
    QCOMPARE(senders.view.columnWidth(SenderTable::Messages), 123);
    QCOMPARE(senders.view.header()->visualIndex(SenderTable::Spf), 0);
    QVERIFY(!senders.view.isColumnHidden(SenderTable::Host));
    QVERIFY(senders.view.isColumnHidden(SenderTable::Domain));
    QCOMPARE(senders.order.sortColumn(), int(SenderTable::Name));
    QCOMPARE(senders.order.sortOrder(), Qt::AscendingOrder);
    QCOMPARE(senders.group(0).data().toString(), u"192.0.2.*"_s);
    QCOMPARE(senders.group(1).data().toString(), u"198.51.100.*"_s);
}

void TestTableTools::stateOfOtherColumns_data()
{
    QTest::addColumn<QVariantMap>("state");
    RecordTable more; // has more columns than the senders
    QTreeView records;
    records.setModel(&more);
    records.setColumnHidden(0, true);
    QTest::newRow("of more columns") << TableTools(&records, u"x"_s).state();
    QVERIFY(more.columnCount() > SenderTable().columnCount());
    QStandardItemModel fewer(0, 3);
    QTreeView few;
    few.setModel(&fewer);
    few.setColumnHidden(0, true);
    QTest::newRow("of fewer columns") << TableTools(&few, u"x"_s).state();
    QStandardItemModel others(0, SenderTable().columnCount());
    QTreeView unknown;
    unknown.setModel(&others);
    unknown.setColumnHidden(0, true);
    QTest::newRow("of as many others") << TableTools(&unknown, u"x"_s).state();
    QTest::newRow("none") << QVariantMap();
    Senders senders;
    QVariantMap damaged = senders.tools->state();
    damaged[u"header"_s] = QByteArray("\x01\x02\x03");
    QTest::newRow("damaged") << damaged;
}

void TestTableTools::stateOfOtherColumns()
{
    QFETCH(const QVariantMap, state);
    Senders senders;
    senders.view.setColumnWidth(SenderTable::Messages, 123);
    QVERIFY(!senders.tools->setState(state));
    QCOMPARE(senders.view.header()->count(), senders.table.columnCount());
    for (int i = 0; i < senders.table.columnCount(); ++i)
        QCOMPARE(senders.view.isColumnHidden(i), !senders.shown.contains(i));
    QCOMPARE(senders.view.columnWidth(SenderTable::Messages), 123);
    QCOMPARE(senders.order.sortColumn(), int(SenderTable::Messages));
}

QTEST_MAIN(TestTableTools)
#include "tst_tabletools.moc"
