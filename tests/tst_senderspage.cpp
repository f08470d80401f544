// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/senderspage.h"

#include "support/sendersfixture.h"
#include "tables/sendertable.h"

#include <QApplication>
#include <QHeaderView>
#include <QSplitter>
#include <QThreadPool>

using namespace sekisho;
using namespace sekisho::fixture;
using namespace Qt::StringLiterals;

namespace {

QStringList printed(const QAbstractItemModel &model, const QList<int> &columns,
    const QModelIndex &parent = {}, const QString &indent = {})
{
    QStringList lines;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        QStringList cells;
        for (int column : columns)
            cells.append(model.index(row, column, parent).data().toString());
        lines.append(indent + cells.join(u" | "_s));
        lines += printed(model, columns, model.index(row, 0, parent), indent + u"  "_s);
    }
    return lines;
}

} // namespace

class TestSendersPage final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aSenderWithoutAnAddress();
    void contextMenuRegistersTheSelection();
    void showsGroupsWithTheirAddresses();
    void selectionAndExpansionStay();
    void newDataKeepsTheSender();
    void followsTheFormat();
    void narrowsWithTheKeyboard();
    void narrowsWithADoubleClick();
    void manySendersAndRecords();
    void manySendersAreSortedMeanwhile();
    void emptyStates();
    void arrangesByWidth();
    void arrangesOutOfSight();
    void addressesAreNeverCut();
    void stateComesBack();
    void splitterComesBack();
};

void TestSendersPage::init()
{
    QThreadPool::globalInstance()->waitForDone();
}

void TestSendersPage::showsGroupsWithTheirAddresses()
{
    const Shown shown;
    QCOMPARE(
        printed(*shown.senders->model(),
            {SenderTable::Name, SenderTable::Messages, SenderTable::Dmarc, SenderTable::Reporters}),
        (QStringList{u"192.0.2.* | 2,102 | 99.90\u00a0% | 2"_s, u"  192.0.2.1 | 1,600 | 100.00\u00a0% | 2"_s,
            u"  192.0.2.7 | 500 | 100.00\u00a0% | 1"_s, u"  192.0.2.123 | 2 | 0.00\u00a0% | 1"_s,
            u"198.51.100.* | 40 | 100.00\u00a0% | 1"_s, u"  198.51.100.9 | 40 | 100.00\u00a0% | 1"_s,
            u"2001:db8:400e:* | 10 | 100.00\u00a0% | 1"_s,
            u"  2001:db8:400e:c05::22a | 10 | 100.00\u00a0% | 1"_s}));
    QVERIFY(!shown.empty->isVisible());
    for (int column = 0; column < shown.senders->model()->columnCount(); ++column)
        QVERIFY(!shown.senders->isColumnHidden(column));
}

void TestSendersPage::selectionAndExpansionStay()
{
    Shown shown;
    const View everything = sample();
    shown.page.setView(everything);
    shown.senders->expand(shown.row({u"198.51.100.*"_s}));
    shown.choose({u"198.51.100.*"_s, u"198.51.100.9"_s});
    shown.wait();

    Filter filter;
    filter.reporters = {u"yahoo.example"_s}; // other rows, other numbers
    shown.page.setView(fixture::filtered(everything, filter));
    QCOMPARE(shown.current(), u"198.51.100.9"_s);
    QVERIFY(shown.senders->isExpanded(shown.row({u"198.51.100.*"_s})));
    QVERIFY(!shown.senders->isExpanded(shown.row({u"192.0.2.*"_s})));

    filter.reporters = {u"google.example"_s}; // leaves the sender out
    shown.page.setView(fixture::filtered(everything, filter));
    QCOMPARE(shown.current(), u"192.0.2.*"_s);

    shown.page.setView(everything); // and back
    QCOMPARE(shown.current(), u"198.51.100.9"_s);
    QVERIFY(shown.senders->isExpanded(shown.row({u"198.51.100.*"_s})));
    shown.wait();
    QVERIFY(shown.lines().contains(u"yahoo.example, messages: 40, 100.00\u00a0%"_s));
}

void TestSendersPage::newDataKeepsTheSender()
{
    Shown shown;
    shown.choose({u"198.51.100.*"_s});
    DatasetBuilder builder;
    fill(builder);
    AggregateReport third = fixture::report(u"later.example"_s, u"id-3"_s);
    third.records = {fixture::passingRecord(0, u"203.0.113.5"_s, 99999),
        fixture::passingRecord(1, u"198.51.100.9"_s, 2)};
    builder.add(fixture::item(third, u"/third.xml"_s), 0);
    shown.page.setView(fixture::viewOf(builder));
    QCOMPARE(shown.row({u"203.0.113.*"_s}).row(), 0);
    QCOMPARE(shown.current(), u"198.51.100.*"_s);
    shown.wait();
    QVERIFY(shown.texts().contains(u"42"_s));
    QCOMPARE(shown.records->model()->rowCount(), 2);
}

/// A change of language or time zone brings the same results in another format.
void TestSendersPage::followsTheFormat()
{
    Shown shown;
    View view = sample();
    shown.page.setView(view);
    shown.senders->expand(shown.row({u"192.0.2.*"_s}));
    shown.wait();
    view.format.locale = QLocale(QLocale::German);
    shown.page.setView(view);
    QVERIFY(shown.panel->isComplete()); // nothing to look up again
    QVERIFY(shown.texts().contains(u"2.102"_s));
    QVERIFY(shown.lines().contains(u"192.0.2.1, messages: 1.600, 76,12\u00a0%"_s));
    QVERIFY(shown.lines().contains(u"google.example, messages: 2.002, 95,24\u00a0%"_s));
    QCOMPARE(shown.row({u"192.0.2.*"_s}).siblingAtColumn(SenderTable::Messages).data().toString(),
        u"2.102"_s);
    QVERIFY(shown.senders->isExpanded(shown.row({u"192.0.2.*"_s})));
    QEvent language(QEvent::LanguageChange);
    QApplication::sendEvent(&shown.page, &language);
    QVERIFY(shown.lines().contains(u"google.example, messages: 2.002, 95,24\u00a0%"_s));
}

void TestSendersPage::narrowsWithTheKeyboard()
{
    Shown shown;
    QSignalSpy filters(&shown.page, &Page::filterRequested);
    shown.page.activateWindow();
    shown.senders->setFocus();
    QTRY_VERIFY(shown.senders->hasFocus());
    QTest::keyClick(shown.senders, Qt::Key_Right); // opens the group
    QTest::keyClick(shown.senders, Qt::Key_Down);
    QCOMPARE(shown.current(), u"192.0.2.1"_s);
    QTest::keyClick(shown.senders, Qt::Key_Return);
    QCOMPARE(filters.size(), 1);
    QCOMPARE(filterOf(filters), only(u"192.0.2.1"_s));
    QTest::keyClick(shown.senders, Qt::Key_Up);
    QTest::keyClick(shown.senders, Qt::Key_Enter, Qt::KeypadModifier);
    QCOMPARE(filters.size(), 2);
    QCOMPARE(filterOf(filters), only(u"192.0.2.0/24"_s));
}

void TestSendersPage::narrowsWithADoubleClick()
{
    Shown shown;
    QSignalSpy filters(&shown.page, &Page::filterRequested);
    const QModelIndex index = shown.row({u"198.51.100.*"_s});
    const QPoint place = shown.senders->visualRect(index).center();
    QTest::mouseClick(shown.senders->viewport(), Qt::LeftButton, {}, place);
    QCOMPARE(filters.size(), 0);
    QCOMPARE(shown.current(), u"198.51.100.*"_s);
    QTest::mouseDClick(shown.senders->viewport(), Qt::LeftButton, {}, place);
    QCOMPARE(filters.size(), 1);
    QCOMPARE(filterOf(filters), only(u"198.51.100.0/24"_s));
    QVERIFY(!shown.senders->isExpanded(index));
}

/// Rows, not widgets: neither many addresses nor many records make the page heavy.
void TestSendersPage::manySendersAndRecords()
{
    DatasetBuilder builder;
    AggregateReport report = fixture::report(u"big.example"_s, u"big"_s);
    for (int i = 0; i < 12000; ++i) {
        report.records.push_back(
            fixture::passingRecord(i, u"192.0.2.%1"_s.arg(i % 250), 1 + i % 7));
    }
    for (int i = 0; i < 3000; ++i) {
        report.records.push_back(
            fixture::passingRecord(12000 + i, u"10.%1.%2.1"_s.arg(i / 250).arg(i % 250), 1));
    }
    builder.add(fixture::item(report, u"/big.xml"_s), 0);
    const Shown shown(fixture::viewOf(builder));
    shown.wait();
    QCOMPARE(shown.senders->model()->rowCount(), 3001);
    QCOMPARE(shown.records->model()->rowCount(), 10000);
    QVERIFY(shown.page.findChildren<QWidget *>().size() < 300);
    QCOMPARE(shown.lines().filter(u"192.0.2."_s).size(), 8);
    QVERIFY(shown.texts().contains(u"and 242 more"_s));
    QVERIFY(shown.press(u"Records (12,000)"_s));
    QVERIFY(
        shown.texts().contains(u"The 10,000 records with most messages are shown, of 12,000."_s));
}

/// A header is clicked and the filter changes while rows are sorted in another thread.
void TestSendersPage::manySendersAreSortedMeanwhile()
{
    Shown shown;
    auto *order = qobject_cast<RawOrder *>(shown.senders->model());
    order->setMostAtOnce(0); // all are many
    shown.choose({u"198.51.100.*"_s});
    const QHeaderView *header = shown.senders->header();
    const QPoint title(header->sectionViewportPosition(SenderTable::Name) + 20, header->height() / 2);
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, title);
    QVERIFY(order->isBusy());
    QTRY_VERIFY(!order->isBusy());
    const bool rising = header->sortIndicatorOrder() == Qt::AscendingOrder;
    const auto names = [&shown] {
        QStringList found;
        for (int row = 0; row < shown.senders->model()->rowCount(); ++row)
            found.append(shown.senders->model()->index(row, 0).data().toString());
        return found;
    };
    const QStringList all{u"192.0.2.*"_s, u"198.51.100.*"_s, u"2001:db8:400e:*"_s};
    QCOMPARE(names(), rising ? all : QStringList(all.crbegin(), all.crend()));
    QCOMPARE(shown.current(), u"198.51.100.*"_s);

    Filter search;
    search.text = u"yahoo"_s;
    shown.page.setView(fixture::filtered(sample(), search));
    QVERIFY(order->isUnordered());
    QVERIFY(!shown.senders->viewport()->updatesEnabled()); // the old ones stay on the screen
    QTRY_VERIFY(!order->isUnordered());
    QVERIFY(shown.senders->viewport()->updatesEnabled());
    QCOMPARE(names(), rising ? all : QStringList(all.crbegin(), all.crend()));
    QCOMPARE(shown.current(), u"198.51.100.*"_s);
    shown.wait();
    QVERIFY(shown.lines().contains(u"yahoo.example, messages: 40, 100.00\u00a0%"_s));
    // What is gone before it is in order does no harm.
    shown.page.setView(sample());
    shown.page.setView({});
    QVERIFY(!order->isBusy());
    QVERIFY(shown.empty->isVisible());
}

void TestSendersPage::emptyStates()
{
    Shown shown((View()));
    QVERIFY(shown.empty->isVisible());
    QSignalSpy opened(&shown.page, &Page::openRequested);
    QSignalSpy filters(&shown.page, &Page::filterRequested);
    Q_EMIT shown.empty->triggered();
    QCOMPARE(opened.size(), 1);
    const View everything = sample();
    shown.page.setView(everything);
    QVERIFY(!shown.empty->isVisible());
    Filter nothing;
    nothing.domains = {u"nowhere.example"_s};
    nothing.basis = Basis::Computed;
    shown.page.setView(fixture::filtered(everything, nothing));
    QVERIFY(shown.empty->isVisible());
    QVERIFY(!shown.senders->isVisible());
    Q_EMIT shown.empty->triggered();
    QCOMPARE(opened.size(), 1);
    QCOMPARE(filters.size(), 1);
    QVERIFY(filterOf(filters).isEmpty());
    QCOMPARE(filterOf(filters).basis, Basis::Computed);
    shown.page.setView(everything);
    QVERIFY(!shown.empty->isVisible());
    QCOMPARE(shown.current(), u"192.0.2.*"_s);
}

void TestSendersPage::arrangesByWidth()
{
    Shown shown;
    const auto place = [&shown](
                           const QWidget *widget) { return widget->mapTo(&shown.page, QPoint()); };
    QVERIFY(place(shown.panel).x() > place(shown.senders).x() + 300);
    const int width = shown.panel->width();
    shown.page.resize(834, 560);
    QTRY_VERIFY(place(shown.panel).x() < place(shown.senders).x() + 50);
    QVERIFY(place(shown.panel).y() > place(shown.senders).y() + 100);
    shown.wait();
    // Two columns where the panel is wide.
    QTRY_VERIFY(place(shown.bars).x() > place(shown.heatmap).x() + 200);
    shown.page.resize(1250, 800);
    QTRY_VERIFY(place(shown.panel).x() > place(shown.senders).x() + 300);
    QTRY_VERIFY(place(shown.bars).y() > place(shown.heatmap).y());
    QCOMPARE(shown.panel->width(), width); // as it was before the window was small
}

/// The window may change its size while another page is in sight.
void TestSendersPage::arrangesOutOfSight()
{
    Shown shown;
    const int width = shown.panel->width();
    for (const QSize size : {QSize(834, 560), QSize(1250, 800)}) {
        shown.page.hide();
        shown.page.resize(size);
        shown.page.show();
        QCoreApplication::processEvents();
    }
    QCOMPARE(shown.panel->width(), width);
}

void TestSendersPage::addressesAreNeverCut()
{
    DatasetBuilder builder;
    AggregateReport report = fixture::report(u"org.example"_s, u"id"_s);
    const QString longest = u"2001:db8:1111:2222:3333:4444:5555:6666"_s;
    report.records = {fixture::passingRecord(0, longest, 5)};
    builder.add(fixture::item(report, u"/a.xml"_s), 0);
    const Shown shown(fixture::viewOf(builder));
    shown.senders->expandAll();
    shown.senders->expand(shown.row({u"2001:db8:1111:*"_s}));
    shown.choose({u"2001:db8:1111:*"_s, longest});
    QTRY_VERIFY(shown.senders->columnWidth(0) >=
        shown.senders->sizeHintForIndex(shown.senders->currentIndex()).width() +
            2 * shown.senders->indentation());
}

void TestSendersPage::stateComesBack()
{
    QVariantMap state;
    {
        Shown shown;
        shown.senders->sortByColumn(SenderTable::Name, Qt::DescendingOrder);
        shown.senders->setColumnWidth(SenderTable::Domain, 77);
        shown.senders->setColumnHidden(SenderTable::Host, true);
        QVERIFY(shown.press(u"Records"_s));
        state = shown.page.state();
    }
    Shown shown;
    shown.page.setState(state);
    shown.page.setView(sample());
    QVERIFY(shown.senders->isColumnHidden(SenderTable::Host));
    QCOMPARE(shown.senders->columnWidth(SenderTable::Domain), 77);
    QCOMPARE(shown.senders->model()->index(0, 0).data().toString(), u"2001:db8:400e:*"_s);
    QVERIFY(shown.records->isVisible());
    Shown fresh;
    fresh.page.setState({}); // the very first start
    QVERIFY(!fresh.senders->isColumnHidden(SenderTable::Host));
    QVERIFY(fresh.summary->isVisible());
}

void TestSendersPage::splitterComesBack()
{
    QVariantMap state;
    int width = 0;
    {
        Shown shown;
        auto *splitter = shown.page.findChild<QSplitter *>();
        QTRY_VERIFY(splitter->width() > 1000);
        QSplitterHandle *handle = splitter->handle(1);
        const QPoint grip = handle->rect().center();
        const int before = shown.panel->width();
        QTest::mousePress(handle, Qt::LeftButton, {}, grip);
        QTest::mouseMove(handle, grip - QPoint(100, 0));
        QTest::mouseRelease(handle, Qt::LeftButton, {}, grip);
        width = shown.panel->width();
        QCOMPARE(width, before + 100);
        shown.page.resize(834, 560);
        QTRY_VERIFY(splitter->orientation() == Qt::Vertical);
        state = shown.page.state();
    }
    Shown shown;
    shown.page.setState(state);
    QTRY_COMPARE(shown.panel->width(), width);
}

void TestSendersPage::contextMenuRegistersTheSelection()
{
    Shown shown;
    QSignalSpy added(&shown.page, &Page::ownSenderRequested);
    const auto rows = QItemSelectionModel::Select | QItemSelectionModel::Rows;
    shown.choose({u"198.51.100.*"_s});
    shown.senders->selectionModel()->select(shown.row({u"192.0.2.*"_s}), rows);
    const QRect place = shown.senders->visualRect(shown.row({u"192.0.2.*"_s}));
    Q_EMIT shown.senders->customContextMenuRequested(place.center());
    auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    QVERIFY(menu);
    QVERIFY(choose(menu, u"This is ours: &internal"_s));
    menu->close();
    QStringList keys;
    for (const auto &call : added)
        keys.append(senderKey(call.first().value<OwnSenders::Entry>()));
    keys.sort();
    QCOMPARE(keys, (QStringList{u"192.0.2.0/24"_s, u"198.51.100.0/24"_s}));
}

/// A record that names no address, and no message: last in the table, called by words, and of no
/// class; the page opens at the sender with most messages all the same.
void TestSendersPage::aSenderWithoutAnAddress()
{
    AggregateReport odd = fixture::report(u"odd.example"_s, u"id-3"_s);
    odd.records = {fixture::passingRecord(0, QString(), 0)};
    DatasetBuilder builder;
    fill(builder).add(fixture::item(odd, u"/odd.xml"_s), 0);
    const Shown shown(fixture::viewOf(builder));
    QCOMPARE(shown.current(), u"192.0.2.*"_s);
    const QModelIndex row = shown.row({u"(no address)"_s});
    QVERIFY(row.isValid());
    QCOMPARE(row.siblingAtColumn(1).data().toString(), u"Unauthorised"_s);
}

QTEST_MAIN(TestSendersPage)
#include "tst_senderspage.moc"
