// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/senderspage.h"

#include "analysis/cases/facts.h"
#include "pages/senderpanel.h"
#include "pages/sendersummary.h"
#include "support/pagefixture.h"
#include "support/reportfixture.h"
#include "tables/raworder.h"
#include "tables/recordtable.h"
#include "tables/sendertable.h"
#include "tables/sendertext.h"
#include "widgets/daybarsview.h"
#include "widgets/emptystate.h"
#include "widgets/heatmapview.h"
#include "widgets/sharebutton.h"

#include <QApplication>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QSplitter>
#include <QTest>
#include <QThreadPool>
#include <QTreeView>

using namespace sekisho;
using namespace Qt::StringLiterals;

namespace {

/// Two days: 192.0.2.0/24 with 1,500 + 100 messages of one address, 500 of another, which pass, and
/// 2 of a third, which fail; 198.51.100.0/24 with 40 that pass; an IPv6 network with 10.
DatasetBuilder &fill(DatasetBuilder &builder)
{
    AggregateReport first = fixture::report(u"google.example"_s, u"id-1"_s);
    first.records = {fixture::passingRecord(0, u"192.0.2.1"_s, 1500),
        fixture::passingRecord(1, u"192.0.2.7"_s, 500), fixture::talkRecord(2)};
    AggregateReport second = fixture::report(u"yahoo.example"_s, u"id-2"_s);
    second.period.begin -= secondsPerDay;
    second.period.end -= secondsPerDay;
    second.records = {fixture::passingRecord(0, u"192.0.2.1"_s, 100),
        fixture::passingRecord(1, u"198.51.100.9"_s, 40),
        fixture::passingRecord(2, u"2001:db8:400e:c05::22a"_s, 10)};
    builder.add(fixture::item(first, u"/first.xml"_s), 0);
    builder.add(fixture::item(second, u"/second.xml"_s), 0);
    return builder;
}

View sample()
{
    DatasetBuilder builder;
    return fixture::viewOf(fill(builder));
}

Filter only(const QString &sender)
{
    Filter filter;
    filter.senders = {sender};
    return filter;
}

/// The page on the screen, and its parts as a user would find them: by what they show.
struct Shown {
    explicit Shown(const View &view = sample(), QSize size = {1250, 800})
    {
        for (QTreeView *tree : page.findChildren<QTreeView *>()) {
            auto *order = qobject_cast<RawOrder *>(tree->model());
            (dynamic_cast<RecordTable *>(order->sourceModel()) ? records : senders) = tree;
        }
        panel = page.findChild<SenderPanel *>();
        summary = page.findChild<SenderSummary *>();
        empty = page.findChild<EmptyState *>();
        heatmap = page.findChild<HeatmapView *>();
        bars = page.findChild<DayBarsView *>();
        page.resize(size);
        page.show();
        page.setView(view);
    }

    /// A row by the texts of its way from the top.
    [[nodiscard]] QModelIndex row(const QStringList &way) const
    {
        QModelIndex found;
        for (const QString &text : way) {
            const QModelIndexList hits = senders->model()->match(
                senders->model()->index(0, 0, found), Qt::DisplayRole, text, 1, Qt::MatchExactly);
            if (hits.isEmpty())
                return {};
            found = hits.first();
        }
        return found;
    }
    void choose(const QStringList &way) const { senders->setCurrentIndex(row(way)); }
    [[nodiscard]] QString current() const
    {
        return senders->currentIndex().siblingAtColumn(0).data().toString();
    }

    /// The lines with a share that can be seen, as screen readers say them.
    [[nodiscard]] QStringList lines() const
    {
        QCoreApplication::processEvents(); // new widgets appear with the next round of events
        QStringList texts;
        for (const ShareButton *line : page.findChildren<ShareButton *>()) {
            if (line->isVisibleTo(summary))
                texts.append(line->accessibleName());
        }
        return texts;
    }
    [[nodiscard]] QStringList texts() const
    {
        QStringList texts;
        for (const QLabel *label : page.findChildren<QLabel *>()) {
            if (label->isVisibleTo(&page) && !label->text().isEmpty())
                texts.append(label->text());
        }
        return texts;
    }
    /// Follows a link or presses a button by the start of its text.
    [[nodiscard]] bool press(const QString &start) const
    {
        QCoreApplication::processEvents();
        for (QAbstractButton *button : page.findChildren<QAbstractButton *>()) {
            const QString &name =
                button->text().isEmpty() ? button->accessibleName() : button->text();
            if (button->isVisibleTo(&page) && name.startsWith(start)) {
                button->click();
                return true;
            }
        }
        return false;
    }
    void wait() const { QTRY_VERIFY(panel->isComplete()); }

    SendersPage page;
    QTreeView *senders = nullptr;
    QTreeView *records = nullptr;
    SenderPanel *panel = nullptr;
    SenderSummary *summary = nullptr;
    EmptyState *empty = nullptr;
    HeatmapView *heatmap = nullptr;
    DayBarsView *bars = nullptr;
};

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

Filter filterOf(const QSignalSpy &spy)
{
    return spy.isEmpty() ? Filter() : spy.last().first().value<Filter>();
}

QPushButton *buttonOf(const Shown &shown, const QString &text)
{
    for (QPushButton *button : shown.page.findChildren<QPushButton *>()) {
        if (button->text() == text && button->isVisibleTo(&shown.page))
            return button;
    }
    return nullptr;
}

/// Triggers an entry that a user could choose.
bool choose(QMenu *menu, const QString &text)
{
    if (!menu->isVisible())
        Q_EMIT menu->aboutToShow();
    for (QAction *action : menu->actions()) {
        if (action->text() == text && action->isEnabled()) {
            action->trigger();
            return true;
        }
    }
    return false;
}

} // namespace

class TestSendersPage final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aSenderWithoutAnAddress();
    void saysWhoseASenderIs();
    void contextMenuRegistersTheSelection();
    void init();
    void showsGroupsWithTheirAddresses();
    void showsTheFirstSender();
    void showsAnAddress();
    void marksTellOfMostMessages_data();
    void marksTellOfMostMessages();
    void spfScopesAreMerged();
    void theLatestSenderWins();
    void looksUpOnlyWhatIsSeen();
    void survivesBeingDeletedWhileLooking();
    void selectionAndExpansionStay();
    void newDataKeepsTheSender();
    void followsTheFormat();
    void narrowsWithTheKeyboard();
    void narrowsWithADoubleClick();
    void showsOnlyThisSenderAndAllAgain();
    void goesToItsReports();
    void linksNarrow_data();
    void linksNarrow();
    void matrixNarrows();
    void daysNarrow();
    void addressesAreChosenInTheTable();
    void recordsGoToTheirReport();
    void recordsFollowTheSender();
    void namesAreNoRichText();
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

void TestSendersPage::showsTheFirstSender()
{
    const Shown shown;
    shown.wait();
    QCOMPARE(shown.current(), u"192.0.2.*"_s);
    const QStringList texts = shown.texts();
    QVERIFY(texts.contains(u"99.90\u00a0% of its messages pass DMARC."_s));
    QVERIFY(texts.contains(u"2017-09-23 – 2017-09-24, 2 reporter(s)"_s));
    QVERIFY(texts.contains(u"2,102"_s));
    QCOMPARE(shown.heatmap->data().matrix.messages[0], 2100);
    QCOMPARE(shown.heatmap->data().matrix.total(), 2102);
    // 100 on the first day; 1,500 + 500 that pass and 2 that fail on the second.
    QCOMPARE(shown.bars->data().days, (std::vector<DayCount>{{17432, 100, 0}, {17433, 2000, 2}}));
    const QStringList lines = shown.lines();
    QVERIFY(lines.contains(u"192.0.2.1, messages: 1,600, 76.12\u00a0%"_s));
    QVERIFY(lines.contains(u"192.0.2.123, messages: 2, 0.10\u00a0%"_s));
    QVERIFY(lines.contains(u"example.com, messages: 2,102, 100.00\u00a0%"_s));
    QVERIFY(lines.contains(u"google.example, messages: 2,002, 95.24\u00a0%"_s));
    QVERIFY(lines.contains(u"yahoo.example, messages: 100, 4.76\u00a0%"_s));
    QVERIFY(lines.contains(u"s1 · example.com: pass, messages: 2,100, 99.90\u00a0%"_s));
    QVERIFY(lines.contains(u"20170901 · twofive25.example.com: pass, messages: 2, 0.10\u00a0%"_s));
    QVERIFY(lines.contains(u"example.net: pass, messages: 2, 0.10\u00a0%"_s));
    QCOMPARE(shown.records->model()->rowCount(), 4);
}

void TestSendersPage::showsAnAddress()
{
    const Shown shown;
    shown.choose({u"192.0.2.*"_s, u"192.0.2.123"_s});
    shown.wait();
    QVERIFY(shown.texts().contains(u"None of its messages passes DMARC."_s));
    // The receiver says that DKIM failed; SPF passed for another domain.
    QCOMPARE(shown.heatmap->data().matrix.messages[7], 2);
    QCOMPARE(shown.records->model()->rowCount(), 1);
    for (const QString &line : shown.lines())
        QVERIFY2(!line.startsWith(u"192.0.2."_s), qPrintable(line));
}

void TestSendersPage::marksTellOfMostMessages_data()
{
    QTest::addColumn<std::vector<qint64>>("messages"); // by cell: rows DKIM, columns SPF
    QTest::addColumn<Meaning>("expected");
    using Messages = std::vector<qint64>;
    QTest::newRow("all pass") << Messages{5, 0, 0, 0, 0, 0, 0, 0, 0} << Meaning::Aligned;
    QTest::newRow("DKIM alone passes") << Messages{0, 0, 5, 0, 0, 0, 0, 0, 1} << Meaning::Aligned;
    QTest::newRow("the largest cell passes, but most do not")
        << Messages{4, 0, 0, 0, 3, 3, 0, 0, 0} << Meaning::Unaligned;
    QTest::newRow("what fails is spread") << Messages{2, 0, 0, 0, 1, 0, 0, 1, 3} << Meaning::Failed;
    QTest::newRow("half passes") << Messages{3, 0, 0, 0, 0, 0, 0, 0, 3} << Meaning::Aligned;
    QTest::newRow("nothing") << Messages{0, 0, 0, 0, 0, 0, 0, 0, 0} << Meaning::Unknown;
}

void TestSendersPage::marksTellOfMostMessages()
{
    QFETCH(const std::vector<qint64>, messages);
    Sender sender;
    for (int i = 0; i < cellCount; ++i) {
        sender.matrix.messages[size_t(i)] = messages[size_t(i)];
        sender.counts.add(messages[size_t(i)], Cell::at(i));
    }
    const auto meaning = Meaning(usualMeaning(sender));
    QTEST(meaning, "expected");
}

/// Some reporters write the scope "mfrom", most leave it out.
void TestSendersPage::spfScopesAreMerged()
{
    DatasetBuilder builder;
    AggregateReport report = fixture::report(u"org.example"_s, u"id"_s);
    report.records = {fixture::passingRecord(0, u"192.0.2.1"_s, 3),
        fixture::passingRecord(1, u"192.0.2.1"_s, 4), fixture::passingRecord(2, u"192.0.2.1"_s, 5)};
    report.records[1].spf[0].scope.clear();
    report.records[2].spf[0].scope = u"helo"_s;
    builder.add(fixture::item(report, u"/a.xml"_s), 0);
    const Shown shown(fixture::viewOf(builder));
    shown.wait();
    QVERIFY(shown.lines().contains(u"example.com: pass, messages: 7, 58.33\u00a0%"_s));
    QVERIFY(shown.lines().contains(u"helo · example.com: pass, messages: 5, 41.67\u00a0%"_s));
}

void TestSendersPage::theLatestSenderWins()
{
    const Shown shown;
    shown.wait();
    for (int i = 0; i < 50; ++i) {
        shown.choose({u"192.0.2.*"_s});
        shown.choose({u"198.51.100.*"_s});
    }
    shown.wait();
    QVERIFY(shown.lines().contains(u"yahoo.example, messages: 40, 100.00\u00a0%"_s));
    QCOMPARE(shown.records->model()->rowCount(), 1);
    QThreadPool::globalInstance()->waitForDone();
    QTest::qWait(50); // for answers that come late
    QVERIFY(shown.lines().contains(u"yahoo.example, messages: 40, 100.00\u00a0%"_s));
    QCOMPARE(shown.records->model()->rowCount(), 1);
}

void TestSendersPage::looksUpOnlyWhatIsSeen()
{
    SendersPage page;
    page.setView(sample());
    const auto *panel = page.findChild<SenderPanel *>();
    QTest::qWait(50);
    QVERIFY(!panel->isComplete());
    page.show();
    QTRY_VERIFY(panel->isComplete());
}

void TestSendersPage::survivesBeingDeletedWhileLooking()
{
    for (int i = 0; i < 20; ++i)
        const Shown shown;
    QThreadPool::globalInstance()->waitForDone();
    QTest::qWait(20);
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

void TestSendersPage::showsOnlyThisSenderAndAllAgain()
{
    Shown shown;
    const View everything = sample();
    shown.page.setView(everything);
    QSignalSpy filters(&shown.page, &Page::filterRequested);
    QVERIFY(shown.press(u"Only this sender"_s));
    QCOMPARE(filterOf(filters), only(u"192.0.2.0/24"_s));
    shown.page.setView(fixture::filtered(everything, filterOf(filters)));
    QCOMPARE(shown.senders->model()->rowCount(), 1);
    QVERIFY(!shown.press(u"Only this sender"_s));
    QVERIFY(shown.press(u"All senders again"_s));
    QCOMPARE(filters.size(), 2);
    QVERIFY(filterOf(filters).isEmpty());
}

void TestSendersPage::goesToItsReports()
{
    Shown shown;
    QStringList order;
    connect(&shown.page, &Page::filterRequested, &shown.page,
        [&order](const Filter &filter) { order.append(filter.senders); });
    connect(&shown.page, &Page::pageRequested, &shown.page, [&order](PageId page) {
        order.append(page == PageId::Reports ? u"reports"_s : u"another page"_s);
    });
    shown.choose({u"198.51.100.*"_s});
    QVERIFY(shown.press(u"Its reports"_s));
    QCOMPARE(order, (QStringList{u"198.51.100.0/24"_s, u"reports"_s}));
}

void TestSendersPage::linksNarrow_data()
{
    QTest::addColumn<QString>("link");
    QTest::addColumn<Filter>("expected");
    Filter filter = only(u"192.0.2.0/24"_s);
    filter.text = u"example"_s;
    filter.reporters = {u"google.example"_s};
    QTest::newRow("a reporter") << u"google.example, "_s << filter;
    filter.reporters.clear();
    filter.headerFroms = {u"example.com"_s};
    QTest::newRow("a From domain") << u"example.com, "_s << filter;
}

void TestSendersPage::linksNarrow()
{
    QFETCH(const QString, link);
    Filter before;
    before.text = u"example"_s;
    Shown shown(fixture::filtered(sample(), before));
    shown.wait();
    QSignalSpy filters(&shown.page, &Page::filterRequested);
    QVERIFY(shown.press(link));
    QTEST(filterOf(filters), "expected");
}

void TestSendersPage::matrixNarrows()
{
    Shown shown;
    const View everything = sample();
    shown.page.setView(everything);
    QSignalSpy filters(&shown.page, &Page::filterRequested);
    Q_EMIT shown.heatmap->activated(8); // no messages there
    QCOMPARE(filters.size(), 0);
    Q_EMIT shown.heatmap->activated(7);
    Filter expected = only(u"192.0.2.0/24"_s);
    expected.cells = {7};
    QCOMPARE(filterOf(filters), expected);
    shown.page.setView(fixture::filtered(everything, expected));
    QCOMPARE(shown.heatmap->data().selected, QList<int>{7});
    Q_EMIT shown.heatmap->activated(7);
    QCOMPARE(filterOf(filters), only(u"192.0.2.0/24"_s));
}

void TestSendersPage::daysNarrow()
{
    Shown shown;
    shown.wait();
    QSignalSpy filters(&shown.page, &Page::filterRequested);
    Q_EMIT shown.bars->spanActivated({1506124800, 1506211200});
    Filter expected = only(u"192.0.2.0/24"_s);
    expected.period = DateSpan{1506124800, 1506211200};
    QCOMPARE(filterOf(filters), expected);
}

void TestSendersPage::addressesAreChosenInTheTable()
{
    Shown shown;
    QSignalSpy filters(&shown.page, &Page::filterRequested);
    QVERIFY(shown.press(u"192.0.2.7, "_s));
    QCOMPARE(shown.current(), u"192.0.2.7"_s);
    QVERIFY(shown.senders->isExpanded(shown.row({u"192.0.2.*"_s})));
    QCOMPARE(filters.size(), 0);
    shown.wait();
    QVERIFY(shown.lines().contains(u"google.example, messages: 500, 100.00\u00a0%"_s));
}

void TestSendersPage::recordsGoToTheirReport()
{
    Shown shown;
    shown.wait();
    QVERIFY(shown.press(u"Records (4)"_s));
    QVERIFY(shown.records->isVisible());
    QSignalSpy filters(&shown.page, &Page::filterRequested);
    QSignalSpy pages(&shown.page, &Page::pageRequested);
    shown.page.activateWindow();
    shown.records->setFocus();
    QTRY_VERIFY(shown.records->hasFocus());
    shown.records->setCurrentIndex(shown.records->model()->index(0, 0)); // of 1,500 messages
    QTest::keyClick(shown.records, Qt::Key_Return);
    QCOMPARE(pages.size(), 1);
    QCOMPARE(pages.first().first().value<PageId>(), PageId::Reports);
    Filter expected;
    expected.reportKeys = {reportKey(*sample().dataset, 0)};
    QCOMPARE(filterOf(filters), expected);
}

void TestSendersPage::recordsFollowTheSender()
{
    Shown shown;
    QVERIFY(shown.press(u"Records (4)"_s));
    shown.choose({u"2001:db8:400e:*"_s});
    shown.wait();
    QVERIFY(shown.records->isVisible());
    QCOMPARE(shown.records->model()->rowCount(), 1);
    QVERIFY(shown.press(u"Records (1)"_s));
    QVERIFY(shown.press(u"Summary"_s));
    QVERIFY(!shown.records->isVisible());
    QVERIFY(shown.summary->isVisible());
}

void TestSendersPage::namesAreNoRichText()
{
    DatasetBuilder builder;
    AggregateReport report = fixture::report(u"<b>org</b>"_s, u"id"_s);
    Record record = fixture::passingRecord(0, u"<i>\u202Eaddress</i>"_s, 5);
    record.headerFrom = u"<u>domain</u>"_s;
    record.dkim[0].domain = u"\u202E<u>x"_s;
    report.records = {record};
    builder.add(fixture::item(report, u"/a.xml"_s), 0);
    const Shown shown(fixture::viewOf(builder));
    shown.wait();
    for (const QLabel *label : shown.panel->findChildren<QLabel *>())
        QCOMPARE(label->textFormat(), Qt::PlainText);
    QVERIFY(!shown.texts().join(u' ').contains(QChar(0x202E)));
    QVERIFY(!shown.lines().join(u' ').contains(QChar(0x202E)));
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

void TestSendersPage::saysWhoseASenderIs()
{
    View view = sample();
    Shown shown(view);
    shown.choose({u"198.51.100.*"_s});
    auto *ours = buttonOf(shown, u"Is this ours?"_s);
    QVERIFY(ours);
    QSignalSpy added(&shown.page, &Page::ownSenderRequested);
    QSignalSpy removed(&shown.page, &Page::ownSenderRemoved);
    QVERIFY(choose(ours->menu(), u"This is ours: &third party"_s));
    const auto entry = added.last().first().value<OwnSenders::Entry>();
    QCOMPARE(senderKey(entry), u"198.51.100.0/24"_s);
    QCOMPARE(entry.senderClass, SenderClass::ThirdParty);
    // What the window shows then.
    view.own = std::make_shared<OwnSenders>(OwnSenders{{entry}});
    auto index = std::make_shared<SenderIndex>(*view.senders);
    index->classes = classesOf(*view.dataset, *index, *view.own);
    view.senders = index;
    view.results = std::make_shared<Results>(compute(*view.dataset, *index, view.filter, Stop()));
    shown.page.setView(view);
    QCOMPARE(shown.row({u"198.51.100.*"_s}).siblingAtColumn(SenderTable::Class).data().toString(), u"Third party"_s);
    QCOMPARE(shown.row({u"192.0.2.*"_s}).siblingAtColumn(SenderTable::Class).data().toString(), u"Unauthorised"_s);
    ours = buttonOf(shown, u"Ours: third party"_s);
    QVERIFY(ours);
    QVERIFY(choose(ours->menu(), u"&Not ours any more (removes 198.51.100.0/24)"_s));
    QCOMPARE(removed.last().first().value<OwnSenders::Entry>(), entry);
    QVERIFY(!choose(ours->menu(), u"This is ours: &third party"_s)); // it is already
    QSignalSpy registry(&shown.page, &Page::ownSendersRequested);
    QVERIFY(choose(ours->menu(), u"&Own Senders…"_s));
    QCOMPARE(registry.size(), 1);
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
