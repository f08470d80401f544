// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/cases/casesummary.h"

#include "support/reportfixture.h"

#include <QTest>

using namespace sekisho;
using namespace Qt::StringLiterals;

namespace {

struct Line {
    QString ip;
    qint64 messages;
    MailCase mailCase; ///< by the user's word, so that it is known
};

struct Judged {
    explicit Judged(const std::vector<Line> &lines)
    {
        AggregateReport report = fixture::report(u"google.example"_s, u"1"_s);
        Pins pins;
        for (const Line &line : lines) {
            report.records.push_back(
                fixture::passingRecord(int(report.records.size()), line.ip, line.messages));
            pins.list.push_back({line.ip, {}, line.mailCase, {}});
        }
        DatasetBuilder builder;
        builder.add(fixture::item(report, u"/a.xml"_s), 0);
        dataset = builder.finish();
        senders = makeSenderIndex(*dataset, {});
        judgement = judge(*dataset, senders, nullptr, {}, {}, pins, Stop());
        senders.cases = judgement.casesOfRows();
    }
    [[nodiscard]] CaseSummary summary(const Filter &filter = {}) const
    {
        return caseSummaryOf(judgement, *dataset, senders, filter, Stop());
    }

    DatasetPtr dataset;
    SenderIndex senders;
    Judgement judgement;
};

/// Two senders: one with own mail and some spoofs, one that forwards.
Judged sample()
{
    return Judged({{u"192.0.2.1"_s, 60, MailCase::Direct}, {u"192.0.2.2"_s, 30, MailCase::Spoof},
        {u"198.51.100.7"_s, 200, MailCase::Forward}, {u"192.0.2.1"_s, 5, MailCase::Direct}});
}

CaseCounts counts(std::initializer_list<std::pair<MailCase, qint64>> list)
{
    CaseCounts result{};
    for (const auto &[mailCase, messages] : list)
        result[size_t(mailCase)] = messages;
    return result;
}

} // namespace

class TestCaseSummary final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void countsByCaseAndSender();
    void allCasesStayToBeChosen();
    void onlyWhatIsShown();
    void mixed_data();
    void mixed();
    void whoNeedsTheOwner_data();
    void whoNeedsTheOwner();
    void pinned();
    void examples();
    void rowsOfASender();
    void nothing();
};

void TestCaseSummary::countsByCaseAndSender()
{
    const CaseSummary summary = sample().summary();
    QCOMPARE(summary.total(), 295);
    QCOMPARE(summary.messages,
        counts({{MailCase::Direct, 65}, {MailCase::Spoof, 30}, {MailCase::Forward, 200}}));
    QCOMPARE(summary.senders.size(), size_t(2)); // most messages first
    QCOMPARE(summary.senders[0].key, u"198.51.100.0/24"_s);
    QCOMPARE(summary.senders[0].label, u"198.51.100.*"_s);
    QCOMPARE(summary.senders[0].mailCase(), MailCase::Forward);
    QCOMPARE(summary.senders[1].total(), 95);
    QCOMPARE(summary.senders[1].mailCase(), MailCase::Direct);
    QCOMPARE(summary.bySender.size(), 5);
    QCOMPARE(summary.bySender.value(u"192.0.2.0/24"_s),
        counts({{MailCase::Direct, 65}, {MailCase::Spoof, 30}}));
    QCOMPARE(summary.bySender.value(u"192.0.2.1"_s), counts({{MailCase::Direct, 65}}));
    QCOMPARE(summary.bySender.value(u"192.0.2.2"_s), counts({{MailCase::Spoof, 30}}));
}

void TestCaseSummary::allCasesStayToBeChosen()
{
    const Judged judged = sample();
    Filter filter;
    filter.cases = {int(MailCase::Spoof)};
    QCOMPARE(judged.summary(filter), judged.summary());
}

void TestCaseSummary::onlyWhatIsShown()
{
    const Judged judged = sample();
    Filter filter;
    filter.senders = {u"192.0.2.2"_s};
    const CaseSummary summary = judged.summary(filter);
    QCOMPARE(summary.messages, counts({{MailCase::Spoof, 30}}));
    QCOMPARE(summary.senders.size(), size_t(1));
    QCOMPARE(summary.bySender.size(), 2); // the address and its group
}

void TestCaseSummary::mixed_data()
{
    QTest::addColumn<qint64>("direct");
    QTest::addColumn<qint64>("spoofs");
    QTest::addColumn<bool>("isMixed");
    QTest::newRow("one case") << qint64(50) << qint64(0) << false;
    QTest::newRow("less than a tenth") << qint64(91) << qint64(9) << false;
    QTest::newRow("a tenth") << qint64(90) << qint64(10) << true;
    QTest::newRow("half") << qint64(5) << qint64(5) << true;
    QTest::newRow("nothing") << qint64(0) << qint64(0) << false;
}

void TestCaseSummary::mixed()
{
    QFETCH(qint64, direct);
    QFETCH(qint64, spoofs);
    const CaseCounts messages = counts({{MailCase::Direct, direct}, {MailCase::Spoof, spoofs}});
    QTEST(isMixed(messages), "isMixed");
    QCOMPARE(mainCase(messages), MailCase::Direct); // of equal ones the first
}

void TestCaseSummary::whoNeedsTheOwner_data()
{
    QTest::addColumn<MailCase>("mailCase");
    QTest::addColumn<int>("needing");
    QTest::newRow("direct") << MailCase::Direct << 0;
    QTest::newRow("forward") << MailCase::Forward << 0;
    QTest::newRow("list") << MailCase::ListOther << 0;
    QTest::newRow("misconfigured") << MailCase::Misconfigured << 1;
    QTest::newRow("spoof") << MailCase::Spoof << 1;
    QTest::newRow("undetermined") << MailCase::Undetermined << 0;
}

void TestCaseSummary::whoNeedsTheOwner()
{
    QFETCH(MailCase, mailCase);
    const Judged judged({{u"192.0.2.1"_s, 60, mailCase}, {u"192.0.2.2"_s, 40, MailCase::Spoof},
        {u"198.51.100.7"_s, 1, MailCase::Direct}});
    QTEST(judged.summary().needing, "needing");
}

void TestCaseSummary::pinned()
{
    const CaseSender sender = sample().summary().senders[0];
    const auto at = size_t(MailCase::Forward);
    QVERIFY(sender.pinned[at]);
    QCOMPARE(sender.certainty[at], 1.0);
    QVERIFY(!sender.pinned[size_t(MailCase::Spoof)]); // it has none
    // A word on some of the messages of a case is none on all of them.
    Judged judged = sample();
    Pins one;
    one.list = {{u"192.0.2.1"_s, {}, MailCase::Direct, {}}};
    judged.judgement =
        judge(*judged.dataset, judged.senders, nullptr, {}, {}, one, Stop());
    const CaseSummary summary = judged.summary();
    QCOMPARE(summary.senders[1].messages[size_t(MailCase::Direct)], 95); // they pass, all of them
    QVERIFY(!summary.senders[1].pinned[size_t(MailCase::Direct)]);
    const double certainty = summary.senders[1].certainty[size_t(MailCase::Direct)];
    QVERIFY(certainty > 65.0 / 95 && certainty < 1);
}

void TestCaseSummary::examples()
{
    const CaseSummary summary = sample().summary();
    QCOMPARE(summary.senders[1].example[size_t(MailCase::Direct)], Row(0)); // 60 before 5
    QCOMPARE(summary.senders[1].example[size_t(MailCase::Spoof)], Row(1));
    QCOMPARE(summary.senders[0].example[size_t(MailCase::Forward)], Row(2));
}

void TestCaseSummary::rowsOfASender()
{
    const Judged judged = sample();
    const auto rows = [&judged](std::optional<MailCase> mailCase, size_t most) {
        return rowsOfCase(judged.judgement, *judged.dataset, judged.senders, {},
            u"192.0.2.0/24"_s, mailCase, most, Stop());
    };
    QCOMPARE(rows({}, 10), std::vector<Row>({0, 1, 3}));
    QCOMPARE(rows({}, 2), std::vector<Row>({0, 1}));
    QCOMPARE(rows(MailCase::Direct, 10), std::vector<Row>({0, 3}));
    QVERIFY(rows(MailCase::Forward, 10).empty());
}

void TestCaseSummary::nothing()
{
    const Judged judged({});
    const CaseSummary summary = judged.summary();
    QCOMPARE(summary.total(), 0);
    QVERIFY(summary.senders.empty());
    QVERIFY(summary.bySender.isEmpty());
    QCOMPARE(summary.needing, 0);
}

QTEST_GUILESS_MAIN(TestCaseSummary)
#include "tst_casesummary.moc"
