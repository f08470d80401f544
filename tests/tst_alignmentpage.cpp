// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/alignmentpage.h"

#include "pages/cellpanel.h"
#include "pages/celltext.h"
#include "support/pagefixture.h"
#include "support/reportfixture.h"
#include "widgets/daybarsview.h"
#include "widgets/emptystate.h"
#include "widgets/heatmapview.h"
#include "widgets/segmentbutton.h"
#include "widgets/sharebutton.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace sekisho;
using namespace Qt::StringLiterals;

namespace {

/// 75 messages of one sender pass by both; 2 are the talk's, evaluated fail and fail, where DKIM
/// and SPF passed for other domains.
View sample()
{
    DatasetBuilder builder;
    AggregateReport report = fixture::report(u"a.example"_s, u"1"_s);
    report.records = {fixture::passingRecord(0, u"198.51.100.1"_s, 75), fixture::talkRecord(1)};
    builder.add(fixture::item(report, u"/1.xml"_s), 0);
    return fixture::viewOf(builder);
}

/// DKIM fail, SPF pass and not aligned: reported is fail for DKIM although the signature of
/// twofive25.example.com is aligned under relaxed mode, so the computed cell is another one.
constexpr int talkCell = 7;

/// The page shown, with its parts.
struct Shown {
    explicit Shown(const View &view)
    {
        page.resize(1250, 790);
        page.show();
        page.setView(view);
        matrix = page.findChild<HeatmapView *>();
        panel = page.findChild<CellPanel *>();
    }

    [[nodiscard]] QPoint centre(int cell) const
    {
        return matrix->heatmapLayout().cell(cell).center().toPoint();
    }
    [[nodiscard]] QStringList panelTexts() const
    {
        QStringList texts;
        for (const QLabel *label : panel->findChildren<QLabel *>()) {
            if (label->isVisibleTo(panel))
                texts << label->text();
        }
        return texts;
    }

    AlignmentPage page;
    HeatmapView *matrix;
    CellPanel *panel;
};

SegmentButton *segment(const AlignmentPage &page, const QString &text)
{
    for (SegmentButton *button : page.findChildren<SegmentButton *>()) {
        if (button->text() == text)
            return button;
    }
    return nullptr;
}

} // namespace

class TestAlignmentPage final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void explainsTheLargestCell();
    void hoverExplains();
    void clickNarrowsAndShowsAllAgain();
    void emptyCellsDoNotNarrow();
    void keyboard();
    void basisSwitch();
    void panelToggles();
    void panelLeadsToSendersAndDays();
    void everyCellHasItsText();
    void emptyStates();
};

void TestAlignmentPage::explainsTheLargestCell()
{
    const Shown shown(sample());
    QCOMPARE(shown.matrix->current(), 0);
    const QStringList texts = shown.panelTexts();
    QVERIFY(texts.contains(u"97.40\u00a0%"_s)); // 75 of 77
    QVERIFY(texts.contains(u"75 message(s)"_s));
    QVERIFY(texts.contains(u"in 1 record(s)"_s));
    QVERIFY(texts.contains(cellText(Cell::at(0)).verdict));
}

void TestAlignmentPage::hoverExplains()
{
    const Shown shown(sample());
    QTest::mouseMove(shown.matrix, shown.centre(talkCell));
    QTRY_VERIFY(shown.panelTexts().contains(u"2 message(s)"_s));
    QVERIFY(shown.panelTexts().contains(cellText(Cell::at(talkCell)).meaning));
}

void TestAlignmentPage::clickNarrowsAndShowsAllAgain()
{
    Shown shown(sample());
    QSignalSpy spy(&shown.page, &Page::filterRequested);
    QTest::mouseClick(shown.matrix, Qt::LeftButton, {}, shown.centre(talkCell));
    QCOMPARE(spy.size(), 1);
    const Filter narrowed = spy[0][0].value<Filter>();
    QCOMPARE(narrowed.cells, QList<int>{talkCell});
    shown.page.setView(fixture::filtered(sample(), narrowed));
    QCOMPARE(shown.matrix->current(), talkCell);
    QVERIFY(shown.panelTexts().contains(u"100.00\u00a0%"_s));
    QTest::mouseClick(shown.matrix, Qt::LeftButton, {}, shown.centre(talkCell));
    QCOMPARE(spy.size(), 2);
    QVERIFY(spy[1][0].value<Filter>().cells.isEmpty());
}

void TestAlignmentPage::emptyCellsDoNotNarrow()
{
    Shown shown(sample());
    QSignalSpy spy(&shown.page, &Page::filterRequested);
    QTest::mouseClick(shown.matrix, Qt::LeftButton, {}, shown.centre(8));
    QCOMPARE(spy.size(), 0);
    QCOMPARE(shown.matrix->current(), 8); // it is explained all the same
}

void TestAlignmentPage::keyboard()
{
    Shown shown(sample());
    QSignalSpy spy(&shown.page, &Page::filterRequested);
    QTest::keyClick(shown.matrix, Qt::Key_Down);
    QTest::keyClick(shown.matrix, Qt::Key_Down);
    QTest::keyClick(shown.matrix, Qt::Key_Right);
    QVERIFY(shown.panelTexts().contains(cellText(Cell::at(talkCell)).verdict));
    QTest::keyClick(shown.matrix, Qt::Key_Return);
    QCOMPARE(spy.size(), 1);
    QCOMPARE(spy[0][0].value<Filter>().cells, QList<int>{talkCell});
}

void TestAlignmentPage::basisSwitch()
{
    Shown shown(sample());
    QSignalSpy spy(&shown.page, &Page::filterRequested);
    SegmentButton *reported = segment(shown.page, u"As reported"_s);
    SegmentButton *computed = segment(shown.page, u"Recomputed"_s);
    QVERIFY(reported && computed);
    QVERIFY(reported->isChecked());
    reported->click();
    QCOMPARE(spy.size(), 0);
    computed->click();
    QCOMPARE(spy.size(), 1);
    const Filter filter = spy[0][0].value<Filter>();
    QCOMPARE(filter.basis, Basis::Computed);
    shown.page.setView(fixture::filtered(sample(), filter));
    QVERIFY(computed->isChecked());
    // The signature of a subdomain is aligned where the mode is relaxed, SPF is not.
    QCOMPARE(shown.matrix->data().matrix.messages[size_t(talkCell)], 0);
    QCOMPARE(shown.matrix->data().matrix.messages[1], 2);
}

void TestAlignmentPage::panelToggles()
{
    Shown shown(sample());
    QSignalSpy spy(&shown.page, &Page::filterRequested);
    auto *toggle = shown.panel->findChild<QPushButton *>();
    QCOMPARE(toggle->text(), u"Show only these messages"_s);
    toggle->click();
    QCOMPARE(spy.size(), 1);
    QCOMPARE(spy[0][0].value<Filter>().cells, QList<int>{0});
    shown.page.setView(fixture::filtered(sample(), spy[0][0].value<Filter>()));
    QCOMPARE(toggle->text(), u"Show all cells again"_s);
    toggle->click();
    QVERIFY(spy[1][0].value<Filter>().cells.isEmpty());
}

void TestAlignmentPage::panelLeadsToSendersAndDays()
{
    Shown shown(sample());
    QSignalSpy spy(&shown.page, &Page::filterRequested);
    QCoreApplication::processEvents(); // what was just made is shown by then
    ShareButton *sender = nullptr;
    for (ShareButton *button : shown.panel->findChildren<ShareButton *>()) {
        if (button->focusPolicy() != Qt::NoFocus && button->isVisibleTo(shown.panel))
            sender = button;
    }
    QVERIFY(sender);
    QCOMPARE(sender->texts().name, u"198.51.100.*"_s);
    sender->click();
    QCOMPARE(spy.size(), 1);
    QCOMPARE(spy[0][0].value<Filter>().senders, QStringList{u"198.51.100.0/24"_s});
    auto *days = shown.panel->findChild<DayBarsView *>();
    QTest::keyClick(days, Qt::Key_End);
    QTest::keyClick(days, Qt::Key_Return);
    QCOMPARE(spy.size(), 2);
    // 2017-09-24
    QVERIFY(spy[1][0].value<Filter>().period == (DateSpan{1506211200, 1506297600}));
}

void TestAlignmentPage::everyCellHasItsText()
{
    QStringList meanings;
    for (int i = 0; i < cellCount; ++i) {
        const CellText text = cellText(Cell::at(i));
        QVERIFY(!text.verdict.isEmpty());
        QVERIFY(!text.causes.isEmpty());
        QVERIFY(!text.actions.isEmpty());
        QVERIFY(!meanings.contains(text.meaning));
        meanings << text.meaning;
        // DMARC passes exactly where one mechanism is aligned.
        QCOMPARE(text.verdict.startsWith(u"DMARC passes"_s), Cell::at(i).passes());
    }
}

void TestAlignmentPage::emptyStates()
{
    AlignmentPage page;
    page.show();
    auto *empty = page.findChild<EmptyState *>();
    QSignalSpy open(&page, &Page::openRequested);
    QSignalSpy filters(&page, &Page::filterRequested);
    page.setView({});
    QVERIFY(empty->isVisible());
    empty->findChild<QPushButton *>()->click();
    QCOMPARE(open.size(), 1);
    Filter nothing;
    nothing.domains = {u"nowhere.example"_s};
    nothing.basis = Basis::Computed;
    page.setView(fixture::filtered(sample(), nothing));
    QVERIFY(empty->isVisible());
    empty->findChild<QPushButton *>()->click();
    QCOMPARE(filters.size(), 1);
    Filter everything;
    everything.basis = Basis::Computed;
    QVERIFY(filters[0][0].value<Filter>() == everything);
}

QTEST_MAIN(TestAlignmentPage)
#include "tst_alignmentpage.moc"
