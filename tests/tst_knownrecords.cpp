// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/knownrecords.h"

#include "reading/aggregatexml.h"

#include <QTest>

using namespace sekisho;
using namespace Qt::StringLiterals;

namespace {

QByteArray recordText(const QByteArray &ip, const QByteArray &count, const QByteArray &rest = "<x/>")
{
    return "<record><row><source_ip>" + ip + "</source_ip><count>" + count + "</count></row>" + rest +
        "</record>\n";
}

Record recordOf(const QString &ip, qint64 count)
{
    Record record;
    record.sourceIpText = ip;
    record.sourceIp = IpAddress::parse(ip);
    record.count = count;
    record.headerFrom = u"example.com"_s;
    return record;
}

/// What an aggregate report of these records is read as, and what there is to note.
std::pair<AggregateReport, QStringList> readingOf(const QByteArray &records)
{
    const QByteArray xml = "<feedback><report_metadata><org_name>o.example</org_name><report_id>1"
                           "</report_id><date_range><begin>1506211200</begin><end>1506297599</end>"
                           "</date_range></report_metadata><policy_published><domain>example.com"
                           "</domain><p>none</p></policy_published>\n" +
        records + "</feedback>\n";
    Notes notes;
    auto reports = readAggregateXml(xml, Limits(), notes);
    QStringList lines;
    for (const Note &note : notes.list())
        lines << u"%1 %2 %3"_s.arg(noteKey(note.code), note.detail).arg(note.count);
    return {std::move(reports).value().at(0), lines};
}

/// A record with all that the schema asks for.
QByteArray fullRecord(const QByteArray &ip, const QByteArray &count, const QByteArray &result = "pass",
    const QByteArray &from = "example.com")
{
    return "<record>\n <row><source_ip>" + ip + "</source_ip><count>" + count +
        "</count><policy_evaluated><disposition>none</disposition><dkim>" + result +
        "</dkim><spf>fail</spf></policy_evaluated></row><identifiers><header_from>" + from +
        "</header_from></identifiers><auth_results><dkim><domain>example.com</domain><result>" +
        result + "</result></dkim><spf><domain>example.net</domain><result>pass</result></spf>"
                 "</auth_results></record>\n";
}

} // namespace

class TestKnownRecords final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sameButForAddressAndCount();
    void whatElseDiffers_data();
    void whatElseDiffers();
    void whatIsNotKept_data();
    void whatIsNotKept();
    void numbersOfOneReport();
    void forgetsTheOldest();
    void readsAsIfUnknown();
};

void TestKnownRecords::sameButForAddressAndCount()
{
    KnownRecords known;
    const QByteArray first = recordText("192.0.2.1", "3");
    QVERIFY(!known.find(first, 0));
    known.add(first, recordOf(u"192.0.2.1"_s, 3), 0);
    for (const QByteArray &behind : {QByteArray(), QByteArray("<record>…")}) {
        const QByteArray other = recordText("2001:db8::1", "4567");
        const QByteArray text = other + behind;
        const auto found = known.find(text, 1);
        QVERIFY(found);
        QCOMPARE(found->sourceIpText, u"2001:db8::1"_s);
        QCOMPARE(found->sourceIp, IpAddress::parse(u"2001:db8::1"));
        QCOMPARE(found->count, qint64(4567));
        QCOMPARE(found->size, other.size());
        QCOMPARE(found->like->headerFrom, u"example.com"_s);
    }
}

void TestKnownRecords::whatElseDiffers_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("cut") << recordText("192.0.2.1", "3").chopped(3);
    QTest::newRow("rest") << recordText("192.0.2.1", "3", "<y/>");
    QTest::newRow("more behind it") << recordText("192.0.2.1", "3") + "<extension/>";
    QTest::newRow("text behind it") << recordText("192.0.2.1", "3") + "x<record>";
    QTest::newRow("count of zero") << recordText("192.0.2.1", "0");
    QTest::newRow("count with a zero before it") << recordText("192.0.2.1", "03");
    QTest::newRow("count below zero") << recordText("192.0.2.1", "-3");
    QTest::newRow("count with a sign") << recordText("192.0.2.1", "+3");
    QTest::newRow("count with a blank") << recordText("192.0.2.1", "3 ");
    QTest::newRow("no count") << recordText("192.0.2.1", "");
    QTest::newRow("a thirteenth digit") << recordText("192.0.2.1", "1000000000000");
    QTest::newRow("no address") << recordText("", "3");
    QTest::newRow("text for an address") << recordText("mail.example", "3");
    QTest::newRow("address with a blank") << recordText("192.0.2.1 ", "3");
    QTest::newRow("address in references") << recordText("192.0.2.&#49;", "3");
    QTest::newRow("long address") << recordText(QByteArray(100, ' ') + "192.0.2.1", "3");
}

void TestKnownRecords::whatElseDiffers()
{
    QFETCH(QByteArray, text);
    KnownRecords known;
    known.add(recordText("192.0.2.1", "3"), recordOf(u"192.0.2.1"_s, 3), 0);
    QVERIFY(known.find(recordText("192.0.2.1", "3"), 0));
    QVERIFY(!known.find(text, 1));
}

void TestKnownRecords::whatIsNotKept_data()
{
    QTest::addColumn<QByteArray>("text");
    const auto with = [](const QByteArray &rest) { return recordText("192.0.2.1", "3", rest); };
    QTest::newRow("comment") << with("<!-- <source_ip>192.0.2.1</source_ip> -->");
    QTest::newRow("CDATA") << with("<![CDATA[x]]>");
    QTest::newRow("instruction") << with("<?x?>");
    QTest::newRow("attribute") << with("<x y=\"z\"/>");
    QTest::newRow("attribute in single quotes") << with("<x y='z'/>");
    QTest::newRow("two addresses") << with("<source_ip>192.0.2.1</source_ip>");
    QTest::newRow("two counts") << with("<count>3</count>");
    QTest::newRow("another address than was read") << recordText("192.0.2.2", "3");
    QTest::newRow("another count than was read") << recordText("192.0.2.1", "4");
    QTest::newRow("long") << with(QByteArray(10'000, ' '));
    QTest::newRow("count first")
        << QByteArray("<record><row><count>3</count><source_ip>192.0.2.1</source_ip></row></record>");
    QTest::newRow("prefix") << with({}).replace("source_ip", "x:source_ip");
}

void TestKnownRecords::whatIsNotKept()
{
    QFETCH(QByteArray, text);
    KnownRecords known;
    known.add(text, recordOf(u"192.0.2.1"_s, 3), 0);
    QVERIFY(!known.find(text, 1));
    Record extended = recordOf(u"192.0.2.1"_s, 3);
    extended.extensions.push_back({u"x"_s, {}});
    known.add(recordText("192.0.2.1", "3"), extended, 0);
    QVERIFY(!known.find(recordText("192.0.2.1", "3"), 1));
}

void TestKnownRecords::numbersOfOneReport()
{
    KnownRecords known;
    const QByteArray text = recordText("192.0.2.1", "3");
    known.beginReport();
    known.add(text, recordOf(u"192.0.2.1"_s, 3), 4);
    QCOMPARE(known.find(text, 7)->sameAs, 4);
    known.beginReport();
    QCOMPARE(known.find(text, 2)->sameAs, -1);
    QCOMPARE(known.find(text, 3)->sameAs, 2);
    QCOMPARE(known.find(text, 9)->sameAs, 2);
}

void TestKnownRecords::forgetsTheOldest()
{
    KnownRecords known;
    const auto text = [](int i) { return recordText("192.0.2.1", "3", QByteArray::number(i)); };
    constexpr int many = 1000;
    for (int i = 0; i < many; ++i)
        known.add(text(i), recordOf(u"192.0.2.1"_s, 3), i);
    QVERIFY(!known.find(text(0), 0));
    QVERIFY(known.find(text(many - 1), 0));
    for (int i = 0; i < many; ++i)
        known.add(text(0).replace("row", QByteArray("r" + QByteArray::number(i))), recordOf(u"192.0.2.1"_s, 3), i);
    QVERIFY(!known.find(text(many - 1), 0));
}

void TestKnownRecords::readsAsIfUnknown()
{
    const QList<QByteArray> others{fullRecord("2001:DB8::1", "1000000000000"),
        fullRecord("192.0.2.7", "0"), fullRecord("192.0.2.1", "12", "fail"), fullRecord("x", "5"),
        fullRecord("", "5"), fullRecord("192.0.2.9", "-1"), fullRecord(" 192.0.2.9 ", "7"),
        fullRecord("192.0.2.9", "7.0"), fullRecord("192.0.2.2", "8", "pass", "example.org"),
        fullRecord("192.0.2.2", "9", "maybe"), fullRecord("192.0.2.2", "10", "fail")};
    QByteArray records;
    for (const QByteArray &other : others + others)
        records += fullRecord("192.0.2.1", "3") + other;
    // A comment in each lets none be kept, and changes nothing else.
    QByteArray commented = records;
    commented.replace("</record>", "<!-- --></record>");
    const auto [report, notes] = readingOf(records);
    const auto [wanted, wantedNotes] = readingOf(commented);
    QCOMPARE(report.records.size(), size_t(44));
    QVERIFY(report.records == wanted.records);
    QCOMPARE(notes, wantedNotes);
    QVERIFY(!notes.isEmpty());
    QCOMPARE(report.findings.size(), report.records.size());
    QCOMPARE(report.findings[2].sameAs, 0);
    QCOMPARE(report.findings[27].sameAs, 5);
    for (size_t i = 0; i < report.findings.size(); ++i) {
        QCOMPARE(report.findings[i].alignment, wanted.findings[i].alignment);
        QCOMPARE(wanted.findings[i].sameAs, -1);
    }
    QCOMPARE(contentHash(report), contentHash(wanted));
    AggregateReport bare = report;
    bare.findings.clear();
    QCOMPARE(contentHash(report), contentHash(bare));
}

QTEST_GUILESS_MAIN(TestKnownRecords)
#include "tst_knownrecords.moc"
