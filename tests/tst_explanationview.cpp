// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/explanationview.h"

#include "pages/explanationmodel.h"
#include "support/reportfixture.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QGuiApplication>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace sekisho;
using namespace Qt::StringLiterals;

namespace {

Explanation sample()
{
    Explanation explanation{u"Record 1"_s, true, {}, {}};
    explanation.sentences = {{u"Two messages arrived."_s, BlockKind::SourceRow},
        {u"DKIM passed."_s, BlockKind::AuthResults}};
    explanation.groups = {
        {BlockKind::SourceRow, u"Where from"_s, {{u"count"_s, u"2"_s, u"So many."_s}}},
        {BlockKind::AuthResults, u"Results"_s,
            {{u"dkim/domain"_s, u"example.com"_s, u"Whose."_s},
                {u"dkim/selector"_s, {}, u"Which."_s}}}};
    return explanation;
}

Explanation longSample()
{
    const Format format{QLocale(QLocale::English), true};
    Record record = fixture::talkRecord(0);
    record.dkim = QList<DkimEntry>(100, record.dkim[0]);
    return explainRecord(record, {}, OrganizationalDomains(), format);
}

} // namespace

class TestExplanationView final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void lists();
    void firstOfABlock();
    void staysSoundWhileDataChanges();
    void tellsBlocksAndSentences();
    void settingTellsNothing();
    void scrollsToWhatIsLit();
    void wrapsToTheWidth();
    void copies();
    void paintsWhatIsLit();
};

void TestExplanationView::lists()
{
    ExplanationModel model;
    model.setExplanation(sample());
    QStringList lines;
    for (int i = 0; i < model.rowCount(); ++i)
        lines.append(model.index(i).data().toString());
    QCOMPARE(lines,
        QStringList({u"Record 1: DMARC passed"_s, u"Two messages arrived."_s, u"DKIM passed."_s,
            u"Where from"_s, u"count: 2 – So many."_s, u"Results"_s,
            u"dkim/domain: example.com – Whose."_s, u"dkim/selector: not given – Which."_s}));
    QCOMPARE(model.index(4).data(ExplanationModel::ValueRole).toString(), u"2"_s);
    QVERIFY(!model.index(1).data(ExplanationModel::ValueRole).isValid());
    QVERIFY(!model.index(0).data(ExplanationModel::BlockRole).isValid());
    QCOMPARE(model.sentenceAt(model.index(2)), 1);
    QCOMPARE(model.sentenceAt(model.index(0)), -1);
    QCOMPARE(model.sentenceAt(model.index(4)), -1);
    QCOMPARE(model.sentenceAt({}), -1);
}

void TestExplanationView::firstOfABlock()
{
    ExplanationModel model;
    Explanation explanation = sample();
    explanation.sentences.push_back({u"Odd."_s, BlockKind::Identifiers});
    model.setExplanation(explanation);
    QCOMPARE(model.firstOf(BlockKind::AuthResults).row(), 6);
    QCOMPARE(model.firstOf(BlockKind::Identifiers).row(), 3);
    QVERIFY(!model.firstOf(BlockKind::Policy).isValid());
}

void TestExplanationView::staysSoundWhileDataChanges()
{
    ExplanationModel model;
    QAbstractItemModelTester tester(&model);
    model.setExplanation(sample());
    model.setExplanation(longSample());
    model.setExplanation({});
    QCOMPARE(model.rowCount(), 0);
}

void TestExplanationView::tellsBlocksAndSentences()
{
    ExplanationView view;
    view.setExplanation(sample());
    QSignalSpy blocks(&view, &ExplanationView::blockChosen);
    QSignalSpy sentences(&view, &ExplanationView::sentenceChosen);
    view.setCurrentIndex(view.model()->index(6, 0));
    QCOMPARE(blocks.size(), 1);
    QCOMPARE(blocks.last().first().value<BlockKind>(), BlockKind::AuthResults);
    QCOMPARE(sentences.size(), 0);
    QTest::keyClick(&view, Qt::Key_Home);
    QCOMPARE(blocks.size(), 1); // the title speaks of no block
    QTest::keyClick(&view, Qt::Key_Down);
    QCOMPARE(blocks.last().first().value<BlockKind>(), BlockKind::SourceRow);
    QCOMPARE(sentences.last().first().toInt(), 0);
}

void TestExplanationView::settingTellsNothing()
{
    ExplanationView view;
    view.setExplanation(sample());
    view.setCurrentIndex(view.model()->index(6, 0));
    QSignalSpy blocks(&view, &ExplanationView::blockChosen);
    view.setExplanation(longSample());
    view.lightUp(BlockKind::AuthResults);
    view.setExplanation({});
    QCOMPARE(blocks.size(), 0);
}

void TestExplanationView::scrollsToWhatIsLit()
{
    ExplanationView view;
    view.resize(400, 300);
    view.show();
    view.setExplanation(longSample());
    QCOMPARE(view.verticalScrollBar()->value(), 0);
    view.lightUp(BlockKind::AuthResults);
    const int there = view.verticalScrollBar()->value();
    QVERIFY(there > 0);
    view.lightUp(BlockKind::AuthResults);
    QCOMPARE(view.verticalScrollBar()->value(), there);
    view.lightUp({});
    QCOMPARE(view.verticalScrollBar()->value(), there);
}

void TestExplanationView::wrapsToTheWidth()
{
    ExplanationView view;
    view.setExplanation(longSample());
    view.resize(900, 400);
    view.show();
    QCoreApplication::processEvents();
    const int wide = view.verticalScrollBar()->maximum();
    view.resize(300, 400);
    QCoreApplication::processEvents();
    QTRY_VERIFY(view.verticalScrollBar()->maximum() > wide);
    QCOMPARE(view.visualRect(view.model()->index(1, 0)).width(), view.viewport()->width());
}

void TestExplanationView::copies()
{
    ExplanationView view;
    view.setExplanation(sample());
    QTest::keyClick(&view, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(&view, Qt::Key_C, Qt::ControlModifier);
    const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n');
    QCOMPARE(lines.size(), 8);
    QCOMPARE(lines.first(), u"Record 1: DMARC passed"_s);
    QCOMPARE(lines.last(), u"dkim/selector: not given – Which."_s);
}

void TestExplanationView::paintsWhatIsLit()
{
    ExplanationView view;
    view.resize(400, 400);
    view.setExplanation(sample());
    view.show();
    const QRect fact = view.visualRect(view.model()->index(6, 0));
    const QPoint bar(fact.left() + 1, fact.center().y());
    const QColor accent = view.palette().color(QPalette::Highlight);
    QVERIFY(view.viewport()->grab().toImage().pixelColor(bar) != accent);
    view.lightUp(BlockKind::AuthResults);
    QCOMPARE(view.viewport()->grab().toImage().pixelColor(bar), accent);
    view.lightUp(BlockKind::SourceRow);
    QVERIFY(view.viewport()->grab().toImage().pixelColor(bar) != accent);
}

QTEST_MAIN(TestExplanationView)
#include "tst_explanationview.moc"
