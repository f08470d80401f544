// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/reportspage.h"

#include "pages/explanationmodel.h"
#include "pages/explanationview.h"
#include "pages/reportreader.h"
#include "support/failurefixture.h"
#include "support/reportfixture.h"

#include "support/pagefixture.h"
#include "tables/raworder.h"
#include "tables/reporttable.h"
#include "widgets/emptystate.h"
#include "widgets/xmlview.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QSplitter>
#include <QTest>
#include <QTreeView>

using namespace sekisho;
using namespace Qt::StringLiterals;

namespace {

const QByteArray xml = "<feedback><report_metadata/><policy_published/>"
                       "<record><row><policy_evaluated/></row><auth_results/></record>"
                       "<record><row/></record></feedback>";

/// Two reports of two records each in one file, and a third of its own.
View sample()
{
    DatasetBuilder builder;
    for (int i = 0; i < 3; ++i) {
        AggregateReport report = fixture::report(u"org%1.example"_s.arg(i), u"id-%1"_s.arg(i));
        report.period.begin -= i * secondsPerDay;
        report.period.end -= i * secondsPerDay;
        report.records = {fixture::talkRecord(0), fixture::passingRecord(1, u"192.0.2.1"_s, 1500)};
        builder.add(fixture::item(report, i < 2 ? u"/both.xml"_s : u"/third.xml"_s), 0);
    }
    return fixture::viewOf(builder);
}

/// The parts of the page, found as a user would: by what they show.
struct Parts {
    explicit Parts(ReportsPage &page)
        : words(page.findChild<ExplanationView *>())
        , xmlView(page.findChild<XmlView *>())
        , empty(page.findChild<EmptyState *>())
    {
        for (QTreeView *view : page.findChildren<QTreeView *>()) {
            const auto *order = qobject_cast<RawOrder *>(view->model());
            (dynamic_cast<ReportTable *>(order->sourceModel()) ? list : parts) = view;
        }
    }

    [[nodiscard]] QString title() const { return words->model()->index(0, 0).data().toString(); }
    void chooseReport(int row) const { list->setCurrentIndex(list->model()->index(row, 0)); }
    void choosePart(int row) const { parts->setCurrentIndex(parts->model()->index(row, 0)); }

    QTreeView *list = nullptr;
    QTreeView *parts = nullptr;
    ExplanationView *words;
    XmlView *xmlView;
    EmptyState *empty;
};

QString messageOf(const ReportsPage &page)
{
    for (const QLabel *label : page.findChildren<QLabel *>()) {
        if (label->isVisible() && label->text().contains("original"_L1))
            return label->text();
    }
    return {};
}

} // namespace

class TestReportsPage final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showsTheFirstReport();
    void partsLightUpTheXml();
    void wordsLightUpTheXml();
    void xmlLightsUpTheWords();
    void secondReportOfADocument();
    void theLatestRequestWins();
    void aMissingFileIsSaid();
    void canceledIsSaid();
    void damagedXmlIsSaid();
    void hiddenCharactersAreShown();
    void selectionStays();
    void readsOnceForTheSameReport();
    void requestsFilters();
    void emptyStates();
    void arrangesByWidth();
    void survivesBeingDeletedWhileReading();
    void manyRecords();
    void leadsToSamples();
};

void TestReportsPage::showsTheFirstReport()
{
    fixture::Originals originals;
    ReportsPage page(originals.loader());
    page.setView(sample());
    const Parts parts(page);
    QCOMPARE(parts.list->model()->rowCount(), 3);
    QCOMPARE(parts.list->currentIndex().data().toString(), u"org0.example"_s); // the newest
    QCOMPARE(parts.parts->model()->rowCount(), 4);
    QCOMPARE(parts.title(), u"The report"_s);
    QCOMPARE(originals.requests.size(), size_t(1));
    QCOMPARE(originals.requests[0].origin.path, u"/both.xml"_s);
    parts.choosePart(2);
    QCOMPARE(parts.title(), u"Record 1: DMARC failed"_s);
    parts.choosePart(1);
    QCOMPARE(parts.title(), u"The policy"_s);
}

void TestReportsPage::partsLightUpTheXml()
{
    fixture::Originals originals;
    ReportsPage page(originals.loader());
    page.setView(sample());
    const Parts parts(page);
    parts.choosePart(2);
    QVERIFY(parts.xmlView->outer().isEmpty());
    originals.answer(0, xml);
    QTRY_COMPARE(parts.xmlView->lineCount(), 13);
    QCOMPARE(parts.xmlView->outer(), (LineSpan{3, 6}));
    parts.choosePart(0);
    QCOMPARE(parts.xmlView->outer(), (LineSpan{1, 1}));
    parts.choosePart(1);
    QCOMPARE(parts.xmlView->outer(), (LineSpan{2, 1}));
    parts.choosePart(3);
    QCOMPARE(parts.xmlView->outer(), (LineSpan{9, 3}));
    QVERIFY(parts.xmlView->inner().isEmpty());
}

void TestReportsPage::wordsLightUpTheXml()
{
    fixture::Originals originals;
    ReportsPage page(originals.loader());
    page.setView(sample());
    const Parts parts(page);
    originals.answer(0, xml);
    QTRY_COMPARE(parts.xmlView->lineCount(), 13);
    parts.choosePart(2);
    for (int i = 0; i < parts.words->model()->rowCount(); ++i) {
        const QModelIndex line = parts.words->model()->index(i, 0);
        if (line.data(ExplanationModel::FieldRole) == u"dkim/selector"_s)
            parts.words->setCurrentIndex(line);
    }
    QCOMPARE(parts.xmlView->outer(), (LineSpan{3, 6}));
    QCOMPARE(parts.xmlView->inner(), (LineSpan{7, 1}));
}

void TestReportsPage::xmlLightsUpTheWords()
{
    fixture::Originals originals;
    ReportsPage page(originals.loader());
    page.setView(sample());
    const Parts parts(page);
    originals.answer(0, xml);
    QTRY_COMPARE(parts.xmlView->lineCount(), 13);
    const auto down = [&parts](int times) {
        for (int i = 0; i < times; ++i)
            QTest::keyClick(parts.xmlView, Qt::Key_Down);
    };
    down(1); // from report_metadata to policy_published
    QCOMPARE(parts.title(), u"The policy"_s);
    down(1);
    QCOMPARE(parts.title(), u"Record 1: DMARC failed"_s);
    QCOMPARE(parts.parts->currentIndex().row(), 2);
    QVERIFY(parts.xmlView->inner().isEmpty());
    down(2);
    QCOMPARE(parts.xmlView->outer(), (LineSpan{3, 6}));
    QCOMPARE(parts.xmlView->inner(), (LineSpan{5, 1}));
    down(5);
    QCOMPARE(parts.title(), u"Record 2: DMARC passed"_s);
    down(3); // the end of feedback belongs to no part
    QCOMPARE(parts.title(), u"Record 2: DMARC passed"_s);
}

void TestReportsPage::secondReportOfADocument()
{
    fixture::Originals originals;
    ReportsPage page(originals.loader());
    page.setView(sample());
    const Parts parts(page);
    parts.chooseReport(1);
    QCOMPARE(originals.requests.size(), size_t(2));
    originals.answer(1, QByteArray("<all>" + xml + xml + "</all>"));
    QTRY_COMPARE(parts.xmlView->lineCount(), 28);
    QCOMPARE(parts.xmlView->outer(), (LineSpan{15, 1}));
    parts.choosePart(2);
    QCOMPARE(parts.xmlView->outer(), (LineSpan{17, 6}));
}

void TestReportsPage::theLatestRequestWins()
{
    fixture::Originals originals;
    ReportsPage page(originals.loader());
    page.setView(sample());
    const Parts parts(page);
    parts.chooseReport(2);
    parts.chooseReport(1);
    QCOMPARE(originals.requests.size(), size_t(3));
    originals.answer(2, QByteArray("<feedback><a/></feedback>"));
    QTRY_COMPARE(parts.xmlView->lineCount(), 3);
    originals.answer(0, xml);
    originals.answer(1, xml);
    QTest::qWait(50);
    QCOMPARE(parts.xmlView->lineCount(), 3);
}

void TestReportsPage::aMissingFileIsSaid()
{
    fixture::Originals originals;
    ReportsPage page(originals.loader());
    page.setView(sample());
    page.show();
    const Parts parts(page);
    QCOMPARE(messageOf(page), u"Reading the original…"_s);
    originals.answer(0, Note{NoteCode::FileMissing, {}, 1, {}});
    QTRY_VERIFY(
        messageOf(page).startsWith(u"The original cannot be shown. There is no such file"_s));
    QVERIFY(!parts.xmlView->isVisible());
    parts.choosePart(2);
    QCOMPARE(parts.title(), u"Record 1: DMARC failed"_s);
}

void TestReportsPage::canceledIsSaid()
{
    fixture::Originals originals;
    ReportsPage page(originals.loader());
    page.setView(sample());
    page.show();
    originals.requests[0].promise->future().cancel();
    originals.requests[0].promise->finish();
    QTRY_COMPARE(messageOf(page), u"The original was not read."_s);
}

void TestReportsPage::damagedXmlIsSaid()
{
    fixture::Originals originals;
    ReportsPage page(originals.loader());
    page.setView(sample());
    page.show();
    originals.answer(0, QByteArray("<feedback>\n<record>\n<row>\n"));
    const auto hint = [&page] {
        for (const QLabel *label : page.findChildren<QLabel *>()) {
            if (label->isVisible() && label->text().contains("damaged"_L1))
                return true;
        }
        return false;
    };
    QTRY_VERIFY(hint());
    Parts(page).choosePart(2);
    QCOMPARE(Parts(page).xmlView->outer(), (LineSpan{1, 2}));
}

void TestReportsPage::hiddenCharactersAreShown()
{
    fixture::Originals originals;
    ReportsPage page(originals.loader());
    page.setView(sample());
    originals.answer(0, u"<feedback><a>x\u202Ey</a></feedback>"_s.toUtf8());
    const Parts parts(page);
    QTRY_COMPARE(parts.xmlView->lineCount(), 3);
    QCOMPARE(parts.xmlView->lineText(1), u"  <a>x‹U+202E›y</a>"_s);
}

void TestReportsPage::selectionStays()
{
    fixture::Originals originals;
    ReportsPage page(originals.loader());
    const View view = sample();
    page.setView(view);
    const Parts parts(page);
    parts.chooseReport(2);
    parts.choosePart(3);
    Filter filter;
    filter.reporters = {u"org2.example"_s};
    page.setView(fixture::filtered(view, filter));
    QCOMPARE(parts.list->model()->rowCount(), 1);
    QCOMPARE(parts.list->currentIndex().data().toString(), u"org2.example"_s);
    QCOMPARE(parts.title(), u"Record 2: DMARC passed"_s);
    page.setView(view);
    QCOMPARE(parts.list->currentIndex().data().toString(), u"org2.example"_s);
    QCOMPARE(parts.title(), u"Record 2: DMARC passed"_s);
    filter.reporters = {u"org1.example"_s};
    page.setView(fixture::filtered(view, filter));
    QCOMPARE(parts.list->currentIndex().data().toString(), u"org1.example"_s);
    QCOMPARE(parts.title(), u"The report"_s);
}

/// While an import goes on, new datasets with the same reports arrive all the time.
void TestReportsPage::readsOnceForTheSameReport()
{
    fixture::Originals originals;
    ReportsPage page(originals.loader());
    page.setView(sample());
    const Parts parts(page);
    parts.choosePart(2);
    page.setView(sample());
    page.setView(sample());
    QCOMPARE(originals.requests.size(), size_t(1));
    QCOMPARE(parts.title(), u"Record 1: DMARC failed"_s);
    originals.answer(0, xml);
    QTRY_COMPARE(parts.xmlView->outer(), (LineSpan{3, 6}));
}

void TestReportsPage::requestsFilters()
{
    fixture::Originals originals;
    ReportsPage page(originals.loader());
    const View view = sample();
    page.setView(view);
    QSignalSpy filters(&page, &Page::filterRequested);
    auto *only = page.findChild<QPushButton *>(u"onlyThisReport"_s);
    QVERIFY(only);
    only->click();
    QCOMPARE(filters.size(), 1);
    const Filter filter = filters.first().first().value<Filter>();
    QCOMPARE(filter.reportKeys, QStringList{reportKey(*view.dataset, 0)});
    page.setView(fixture::filtered(view, filter));
    QVERIFY(!only->isEnabled());
    QCOMPARE(Parts(page).list->model()->rowCount(), 1);
}

void TestReportsPage::emptyStates()
{
    fixture::Originals originals;
    ReportsPage page(originals.loader());
    page.show();
    const Parts parts(page);
    QVERIFY(parts.empty->isVisible());
    QSignalSpy opened(&page, &Page::openRequested);
    QSignalSpy filters(&page, &Page::filterRequested);
    Q_EMIT parts.empty->triggered();
    QCOMPARE(opened.size(), 1);
    const View view = sample();
    page.setView(view);
    QVERIFY(!parts.empty->isVisible());
    Filter nothing;
    nothing.domains = {u"nowhere.example"_s};
    nothing.basis = Basis::Computed;
    page.setView(fixture::filtered(view, nothing));
    QVERIFY(parts.empty->isVisible());
    Q_EMIT parts.empty->triggered();
    QCOMPARE(opened.size(), 1);
    QCOMPARE(filters.size(), 1);
    const Filter everything = filters.first().first().value<Filter>();
    QVERIFY(everything.isEmpty());
    QCOMPARE(everything.basis, Basis::Computed);
    page.setView(view);
    QVERIFY(!parts.empty->isVisible());
}

void TestReportsPage::arrangesByWidth()
{
    fixture::Originals originals;
    ReportsPage page(originals.loader());
    page.resize(1200, 800);
    page.show();
    page.setView(sample());
    const Parts parts(page);
    const auto *reader = page.findChild<ReportReader *>();
    const auto left = [&page](const QWidget *widget) { return widget->mapTo(&page, QPoint()).x(); };
    QVERIFY(left(reader) > left(parts.list) + 100);
    page.resize(800, 560);
    QTRY_VERIFY(left(reader) < left(parts.list) + 100);
    page.resize(1200, 800);
    QTRY_VERIFY(left(reader) > left(parts.list) + 100);
}

void TestReportsPage::survivesBeingDeletedWhileReading()
{
    fixture::Originals originals;
    {
        ReportsPage page(originals.loader());
        page.setView(sample());
    }
    originals.answer(0, xml);
    QTest::qWait(20);
}

/// A report of 5,000 records makes rows, not widgets.
void TestReportsPage::manyRecords()
{
    DatasetBuilder builder;
    AggregateReport report = fixture::report(u"big.example"_s, u"big"_s);
    QByteArray document = "<feedback>";
    for (int i = 0; i < 5000; ++i) {
        report.records.push_back(fixture::passingRecord(i, u"192.0.2.1"_s, 1));
        document += "<record><row/></record>";
    }
    document += "</feedback>";
    builder.add(fixture::item(report, u"/big.xml"_s), 0);
    fixture::Originals originals;
    ReportsPage page(originals.loader());
    page.setView(fixture::viewOf(builder));
    page.show();
    const Parts parts(page);
    const auto widgets = page.findChildren<QWidget *>().size();
    originals.answer(0, document);
    QTRY_COMPARE(parts.xmlView->lineCount(), 15002);
    QCOMPARE(parts.parts->model()->rowCount(), 5002);
    parts.choosePart(5001);
    QCOMPARE(parts.title(), u"Record 5,000: DMARC passed"_s);
    QCOMPARE(parts.xmlView->outer(), (LineSpan{14998, 3}));
    QCOMPARE(page.findChildren<QWidget *>().size(), widgets);
}

/// From a record to the failure reports about it; there is no button where there are none.
void TestReportsPage::leadsToSamples()
{
    DatasetBuilder builder;
    AggregateReport report = fixture::report(u"google.example"_s, u"1"_s);
    report.period = {1'494'720'000, 1'494'806'399}; // the day of the sample
    Record spoofed = fixture::passingRecord(1, u"192.0.2.7"_s, 2);
    spoofed.headerFrom = u"example.jp"_s;
    report.records = {fixture::talkRecord(0), spoofed};
    builder.add(fixture::item(report, u"/a.xml"_s), 0);
    read(fixture::FailureMail().bytes(), u"/1.eml"_s, {}, Stop(), [&builder](ReadItem &&item) { builder.add(std::move(item), 0); });
    fixture::Originals originals;
    ReportsPage page(originals.loader());
    page.show();
    page.setView(fixture::viewOf(builder));
    const Parts parts(page);
    auto *button = page.findChild<QPushButton *>(u"samples"_s);
    QVERIFY(!button->isVisible()); // the report as a whole
    parts.choosePart(2);
    QVERIFY(!button->isVisible());
    parts.choosePart(3);
    QVERIFY(button->isVisible());
    QCOMPARE(button->text(), u"1 sample(s)"_s);
    const QSignalSpy filtered(&page, &Page::filterRequested);
    const QSignalSpy followed(&page, &Page::pageRequested);
    button->click();
    const auto filter = filtered.first().first().value<Filter>();
    QCOMPARE(filter.senders, QStringList{u"192.0.2.7"_s});
    QCOMPARE(filter.headerFroms, QStringList{u"example.jp"_s});
    QCOMPARE(filter.period, (DateSpan{1'494'633'600, 1'494'892'799}));
    QCOMPARE(followed.first().first().value<PageId>(), PageId::Failures);
}

QTEST_MAIN(TestReportsPage)
#include "tst_reportspage.moc"
