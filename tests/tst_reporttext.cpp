// SPDX-License-Identifier: GPL-3.0-or-later
// What is said of a report as a whole, and of the policy in it.
#include "pages/reporttext.h"

#include "support/explanationlines.h"
#include "support/reportfixture.h"

#include <QTest>

using namespace sekisho;
using namespace sekisho::fixture;
using namespace Qt::StringLiterals;

namespace {

const Format format{QLocale(QLocale::English), true};

} // namespace

class TestReportText final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }
    void policies_data();
    void policies();
    void policyFields();
    void metadata();
};

void TestReportText::policies_data()
{
    QTest::addColumn<QString>("p");
    QTest::addColumn<QString>("sp");
    QTest::addColumn<QString>("pct");
    QTest::addColumn<QStringList>("told");
    const QString none =
        u"example.com asks receivers to do nothing about mail that fails DMARC, and only to report it."_s;
    const QString reject = u"example.com asks receivers to refuse mail that fails DMARC."_s;
    const QString share = u"It applies to 20 % of that mail."_s;
    QTest::newRow("none") << u"none"_s << QString() << u"100"_s << QStringList{none};
    QTest::newRow("none, pct says nothing")
        << u"none"_s << u"none"_s << u"20"_s << QStringList{none};
    QTest::newRow("reject") << u"reject"_s << QString() << QString() << QStringList{reject};
    QTest::newRow("part") << u"reject"_s << QString() << u"20"_s << QStringList{reject, share};
    QTest::newRow("subdomains") << u"reject"_s << u"none"_s << QString()
                                << QStringList{reject,
                                       u"For its subdomains another policy counts: none."_s};
    QTest::newRow("missing")
        << QString() << QString() << QString()
        << QStringList{u"The report does not say what example.com asks receivers to do."_s};
    QTest::newRow("odd") << u"maybe"_s << QString() << QString()
                         << QStringList{
                                u"The policy of example.com is given with a word that no standard "
                                "knows, so receivers treat it as none."_s};
}

void TestReportText::policies()
{
    QFETCH(QString, p);
    QFETCH(QString, sp);
    QFETCH(QString, pct);
    PublishedPolicy published;
    published.domain = u"example.com"_s;
    published.pText = p;
    published.p = policy(p);
    published.spText = sp;
    published.sp = policy(sp);
    published.pct = pct;
    QTEST(texts(explainPolicy(published)), "told");
}

void TestReportText::policyFields()
{
    PublishedPolicy published;
    published.domain = u"example.com"_s;
    published.adkim = u"s"_s;
    published.p = Policy::Reject;
    published.pText = u"reject"_s;
    published.np = Policy::None;
    published.npText = u"none"_s;
    published.fo = u"1"_s;
    published.testing = u"y"_s;
    published.discoveryMethod = u"treewalk"_s;
    const Explanation explanation = explainPolicy(published);
    QCOMPARE(values(explanation),
        QStringList(
            {u"domain = example.com"_s, u"adkim = s"_s, u"aspf = "_s, u"p = reject"_s, u"sp = "_s,
                u"np = none"_s, u"fo = 1"_s, u"testing = y"_s, u"discovery_method = treewalk"_s}));
    const std::vector<Fact> &facts = explanation.groups[0].facts;
    QVERIFY(facts[1].meaning.startsWith(u"Strict: only a DKIM signature"_s));
    QVERIFY(facts[2].meaning.startsWith(u"Relaxed: SPF"_s));
    QCOMPARE(facts[4].meaning, u"Not given: p counts for subdomains too."_s);
}

void TestReportText::metadata()
{
    AggregateReport report = fixture::report(u"google.com"_s, u"id-1"_s);
    report.records = {talkRecord(0), passingRecord(1, u"192.0.2.1"_s, 1500)};
    report.dialect = Dialect::Rfc9990;
    report.errors = {u"no postmaster"_s};
    report.generator = u"Reporter 1.0"_s;
    ReadItem item = fixture::item(report, u"/a.xml"_s);
    item.notes.add(NoteCode::ByteOrderMark);
    DatasetBuilder builder;
    builder.add(std::move(item), 0);
    const DatasetPtr dataset = builder.finish();
    const Explanation explanation = explainMetadata(*dataset, dataset->reports[0], format);
    QCOMPARE(texts(explanation),
        QStringList({u"google.com reports about the mail in the name of example.com that it "
                     u"received "
                     "from 2017-09-24 00:00 UTC to 2017-09-24 23:59 UTC."_s,
            u"The report has 2 record(s)."_s,
            u"They speak of 1,502 message(s); 1,500 of them passed DMARC."_s,
            u"It is written in the format of RFC 9990, the newest standard."_s,
            u"The document begins with a byte order mark. It was skipped; nothing is lost."_s}));
    QCOMPARE(values(explanation),
        QStringList({u"org_name = google.com"_s, u"email = dmarc@google.com"_s,
            u"report_id = id-1"_s, u"date_range/begin = 2017-09-24 00:00 UTC"_s,
            u"date_range/end = 2017-09-24 23:59 UTC"_s, u"error = no postmaster"_s,
            u"generator = Reporter 1.0"_s}));
}

QTEST_GUILESS_MAIN(TestReportText)
#include "tst_reporttext.moc"
