// SPDX-License-Identifier: GPL-3.0-or-later
// The panel of the page of senders: what is said of one, and where it leads.
#include "pages/senderpanel.h"

#include "support/sendersfixture.h"
#include "tables/sendertable.h"
#include "tables/sendertext.h"

#include <QThreadPool>

using namespace sekisho;
using namespace sekisho::fixture;
using namespace Qt::StringLiterals;

class TestSenderPanel final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void saysWhoseASenderIs();
    void showsTheFirstSender();
    void showsAnAddress();
    void marksTellOfMostMessages_data();
    void marksTellOfMostMessages();
    void spfScopesAreMerged();
    void theLatestSenderWins();
    void looksUpOnlyWhatIsSeen();
    void survivesBeingDeletedWhileLooking();
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
};

void TestSenderPanel::init()
{
    QThreadPool::globalInstance()->waitForDone();
}

void TestSenderPanel::showsTheFirstSender()
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

void TestSenderPanel::showsAnAddress()
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

void TestSenderPanel::marksTellOfMostMessages_data()
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

void TestSenderPanel::marksTellOfMostMessages()
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
void TestSenderPanel::spfScopesAreMerged()
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

void TestSenderPanel::theLatestSenderWins()
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

void TestSenderPanel::looksUpOnlyWhatIsSeen()
{
    SendersPage page;
    page.setView(sample());
    const auto *panel = page.findChild<SenderPanel *>();
    QTest::qWait(50);
    QVERIFY(!panel->isComplete());
    page.show();
    QTRY_VERIFY(panel->isComplete());
}

void TestSenderPanel::survivesBeingDeletedWhileLooking()
{
    for (int i = 0; i < 20; ++i)
        const Shown shown;
    QThreadPool::globalInstance()->waitForDone();
    QTest::qWait(20);
}

void TestSenderPanel::showsOnlyThisSenderAndAllAgain()
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

void TestSenderPanel::goesToItsReports()
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

void TestSenderPanel::linksNarrow_data()
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

void TestSenderPanel::linksNarrow()
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

void TestSenderPanel::matrixNarrows()
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

void TestSenderPanel::daysNarrow()
{
    Shown shown;
    shown.wait();
    QSignalSpy filters(&shown.page, &Page::filterRequested);
    Q_EMIT shown.bars->spanActivated({1506124800, 1506211200});
    Filter expected = only(u"192.0.2.0/24"_s);
    expected.period = DateSpan{1506124800, 1506211200};
    QCOMPARE(filterOf(filters), expected);
}

void TestSenderPanel::addressesAreChosenInTheTable()
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

void TestSenderPanel::recordsGoToTheirReport()
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

void TestSenderPanel::recordsFollowTheSender()
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

void TestSenderPanel::namesAreNoRichText()
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

void TestSenderPanel::saysWhoseASenderIs()
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
    QCOMPARE(shown.row({u"198.51.100.*"_s}).siblingAtColumn(SenderTable::Class).data().toString(),
        u"Third party"_s);
    QCOMPARE(shown.row({u"192.0.2.*"_s}).siblingAtColumn(SenderTable::Class).data().toString(),
        u"Unauthorised"_s);
    ours = buttonOf(shown, u"Ours: third party"_s);
    QVERIFY(ours);
    QVERIFY(choose(ours->menu(), u"&Not ours any more (removes 198.51.100.0/24)"_s));
    QCOMPARE(removed.last().first().value<OwnSenders::Entry>(), entry);
    QVERIFY(!choose(ours->menu(), u"This is ours: &third party"_s)); // it is already
    QSignalSpy registry(&shown.page, &Page::ownSendersRequested);
    QVERIFY(choose(ours->menu(), u"&Own Senders…"_s));
    QCOMPARE(registry.size(), 1);
}

QTEST_MAIN(TestSenderPanel)
#include "tst_senderpanel.moc"
