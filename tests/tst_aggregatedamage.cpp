// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/smallreport.h"

#include <QStringEncoder>
#include <QTest>

using namespace sekisho;
using namespace sekisho::fixture;

namespace {

/// A report with the given records in place of its own.
QByteArray reportWith(const QByteArray &records, const QByteArray &before = {})
{
    const QByteArray xml = smallReport();
    return xml.first(xml.indexOf("<record>")) + before + records + "</feedback>\n";
}

/// Three records with 1, 2 and 4 messages, so that a sum tells which of them are there.
QByteArray threeRecords()
{
    return smallRecord("192.0.2.1", 1) + smallRecord("192.0.2.2", 2) + smallRecord("192.0.2.3", 4);
}

qint64 messagesIn(const Reading &reading)
{
    qint64 sum = 0;
    for (const AggregateReport &report : reading.reports) {
        for (const Record &record : report.records)
            sum += record.count;
    }
    return sum;
}

bool hasNote(const Reading &reading, NoteCode code)
{
    return std::any_of(reading.notes.cbegin(), reading.notes.cend(),
        [code](const Note &note) { return note.code == code; });
}

QByteArray manyRecords(qsizetype bytes)
{
    QByteArray records;
    for (int i = 0; records.size() < bytes; ++i)
        records += smallRecord("192.0.2." + QByteArray::number(i % 250), 1 + i % 9);
    return records;
}

} // namespace

class TestAggregateDamage final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void refused_data();
    void refused();
    void repaired_data();
    void repaired();
    void cutAnywhere();
    void cutEncodedAnywhere();
    void flippedAnywhere();
    void limits_data();
    void limits();
    void parts_data();
    void parts();
    void longReports_data();
    void longReports();
};

void TestAggregateDamage::refused_data()
{
    QTest::addColumn<QByteArray>("xml");
    QTest::addColumn<QString>("problem");

    QTest::newRow("empty") << QByteArray() << u"empty-file"_s;
    QTest::newRow("only blanks") << QByteArray(" \r\n\t") << u"empty-file"_s;
    QTest::newRow("the word unused (Yahoo, 2023)") << QByteArray("unused") << u"xml-unused-body"_s;
    QTest::newRow("the word unused in a line") << QByteArray(" Unused\r\n") << u"xml-unused-body"_s;
    QTest::newRow("DOCTYPE") << QByteArray("<?xml version=\"1.0\"?><!DOCTYPE feedback>") +
            smallReport().sliced(smallReport().indexOf("<feedback>"))
                             << u"xml-doctype"_s;
    QTest::newRow("doctype in lower case behind a comment")
        << QByteArray("<!-- c --><!doctype feedback [<!ENTITY a 'b'>]>" + smallReport())
        << u"xml-doctype"_s;
    QTest::newRow("entity bomb")
        << QByteArray(
               "<!DOCTYPE lolz [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY c "
               "\"&b;&b;&b;\">]>"
               "<feedback><report_metadata><org_name>&c;</org_name></report_metadata></feedback>")
        << u"xml-doctype"_s;
    QTest::newRow("external entity")
        << QByteArray("<!DOCTYPE feedback [<!ENTITY x SYSTEM "
                      "\"file:///etc/passwd\">]><feedback>&x;</feedback>")
        << u"xml-doctype"_s;
    QTest::newRow("another document") << QByteArray("<rss><channel/></rss>") << u"xml-no-report"_s;
    QTest::newRow("no XML") << QByteArray("hello") << u"xml-no-report"_s;
    QTest::newRow("only a declaration")
        << QByteArray("<?xml version=\"1.0\"?>") << u"xml-no-report"_s;
}

void TestAggregateDamage::refused()
{
    QFETCH(const QByteArray, xml);
    const Reading reading = readingOf(xml);
    QVERIFY(!reading.ok);
    QTEST(QString(noteKey(reading.problem)), "problem");
}

void TestAggregateDamage::repaired_data()
{
    QTest::addColumn<QByteArray>("xml");
    QTest::addColumn<qint64>("messages");
    QTest::addColumn<QString>("note");

    const auto row = [](const char *name, const QByteArray &xml, qint64 messages,
                         const char *note) {
        QTest::newRow(name) << xml << messages << QString::fromLatin1(note);
    };
    const auto edit = [](const QByteArray &from, const QByteArray &to) -> QByteArray {
        QByteArray records = threeRecords();
        const qsizetype second = records.indexOf("<record>", 1);
        records.replace(records.indexOf(from, second), from.size(), to);
        return reportWith(records);
    };
    row("text before the report", "Report follows:\n" + reportWith(threeRecords()), 7,
        "xml-prologue-skipped");
    row("a broken declaration", "<?xml version=1.0 >\n" + reportWith(threeRecords()).sliced(38), 7,
        "xml-prologue-skipped");
    row("a declaration cut in two", "version=\"1.0\"?>" + reportWith(threeRecords()).sliced(38), 7,
        "xml-prologue-skipped");
    row("an unclosed schema element (ikea.com)",
        "<?xml version=\"1.0\"?> <xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\">\n" +
            reportWith(threeRecords()).sliced(38),
        7, "xml-prologue-skipped");
    row("text behind the report", reportWith(threeRecords()) + "-- \nA list footer", 7,
        "xml-trailing-bytes");
    row("feedback without its end", reportWith(threeRecords()).replace("</feedback>", ""), 7,
        "xml-truncated");
    row("feedback without its start", reportWith(threeRecords()).replace("<feedback>", ""), 7,
        "xml-not-well-formed");
    row("brackets around an address",
        reportWith(threeRecords()).replace(">dmarc@reporter.example<", "><d@reporter.example><"), 7,
        "xml-not-well-formed");
    row("a less-than sign in a text", edit(">example.com</header", ">a < b</header"), 7,
        "record-repaired");
    row("a less-than sign before a letter", edit(">example.com</header", ">bad<xml.net</header"), 7,
        "record-repaired");
    row("an end tag without its bracket (KDDI)",
        reportWith(threeRecords()).replace("</report_id>", "/report_id>"), 7,
        "xml-not-well-formed");
    row("an end tag missing: count", edit("</count>", ""), 7, "record-repaired");
    row("an end tag missing: row", edit("</row>", ""), 7, "record-repaired");
    row("an end tag missing: record", edit("</record>", ""), 7, "xml-not-well-formed");
    row("an end tag missing: auth_results", edit("</auth_results>", ""), 7, "record-repaired");
    row("a start tag missing: row", edit("<row>", ""), 7, "record-repaired");
    row("a start tag missing: record", edit("<record>", ""), 7, "record-repaired");
    row("end tags in the wrong order",
        edit("</spf>\n</policy_evaluated>", "</policy_evaluated></spf>"), 7, "record-repaired");
    row("an end tag of another name", edit("</count>", "</counts>"), 7, "record-repaired");
    row("a CDATA section without its end", edit(">example.com</header", "><![CDATA[x</header"), 7,
        "record-repaired");
    row("a comment without its end", edit("<row>", "<!-- <row>"), 7, "record-repaired");
    row("an attribute without its quote", edit("<row>", "<row a=\"1>"), 7, "record-repaired");
    row("NUL in a text", edit(">example.com</header", QByteArray(">ex\0mple</header", 16)), 7,
        "record-repaired");
    row("NUL between records", edit("<record>", QByteArray("\0<record>", 9)), 7,
        "xml-not-well-formed");
    row("a record that is nothing but noise",
        reportWith(
            smallRecord("192.0.2.1", 1) + "<record><<>>%%</record>" + smallRecord("192.0.2.3", 4)),
        5, "record-lost");
}

void TestAggregateDamage::repaired()
{
    QFETCH(const QByteArray, xml);
    QFETCH(const QString, note);
    const Reading reading = readingOf(xml);
    QVERIFY(reading.ok);
    QTEST(messagesIn(reading), "messages");
    QCOMPARE(reading.reports.size(), size_t(1));
    QCOMPARE(reading.reports.front().orgName, u"reporter.example"_s);
    const auto found = std::find_if(reading.notes.cbegin(), reading.notes.cend(),
        [&](const Note &candidate) { return QString(noteKey(candidate.code)) == note; });
    QVERIFY2(found != reading.notes.cend(), qPrintable(noteLines(reading.notes).join(u'\n')));
    QVERIFY(found->place.line > 0);
}

/// Wherever a report ends too early, the records that ended before are there, and it says so.
void TestAggregateDamage::cutAnywhere()
{
    const QByteArray xml = reportWith(threeRecords());
    const qsizetype head = xml.indexOf("<feedback>") + qsizetype(qstrlen("<feedback>"));
    const qsizetype end = xml.indexOf("</feedback>");
    for (qsizetype size = 0; size < end; ++size) {
        const QByteArray cut = xml.first(size);
        const Reading reading = readingOf(cut);
        const QByteArray where = "cut at " + QByteArray::number(size);
        if (size < head) {
            if (reading.ok)
                QVERIFY2(hasNote(reading, NoteCode::XmlTruncated), where.constData());
            continue;
        }
        QVERIFY2(reading.ok, where.constData());
        QVERIFY2(hasNote(reading, NoteCode::XmlTruncated), where.constData());
        const qsizetype complete = cut.count("</record>");
        const AggregateReport &report = reading.reports.front();
        QVERIFY2(qsizetype(report.records.size()) >= complete, where.constData());
        for (qsizetype i = 0; i < complete; ++i) {
            const Record &record = report.records[size_t(i)];
            QVERIFY2(record.count == (1 << i) && !record.repaired, where.constData());
        }
        for (size_t i = size_t(complete); i < report.records.size(); ++i)
            QVERIFY2(report.records[i].repaired, where.constData());
    }
}

void TestAggregateDamage::cutEncodedAnywhere()
{
    QStringEncoder encoder(QStringConverter::Utf16LE, QStringConverter::Flag::WriteBom);
    const QByteArray xml = encoder(QString::fromUtf8(reportWith(smallRecord("192.0.2.1", 1))));
    for (qsizetype size = 0; size < xml.size(); ++size)
        QVERIFY(readingOf(xml.first(size)).reports.size() <= 1);
}

/// A byte that is something else than it should be costs one record at most.
void TestAggregateDamage::flippedAnywhere()
{
    const QByteArray xml = reportWith(threeRecords());
    const qsizetype first = xml.indexOf("<record>");
    const qsizetype second = xml.indexOf("<record>", first + 1);
    const qsizetype third = xml.indexOf("<record>", second + 1);
    for (const char wrong : {'<', '>', '/', '&', '"', '\0', 'x', ' ', '\xff'}) {
        for (qsizetype at = second + 1; at < third - 10; ++at) {
            QByteArray damaged = xml;
            damaged[at] = wrong;
            const Reading reading = readingOf(damaged);
            const QByteArray where =
                "\"" + QByteArray(1, wrong) + "\" at " + QByteArray::number(at);
            QVERIFY2(reading.ok && reading.reports.size() == 1, where.constData());
            const auto &records = reading.reports.front().records;
            const auto has = [&](int count, const char *ip) {
                return std::any_of(records.cbegin(), records.cend(), [&](const Record &record) {
                    return record.count == count && record.sourceIpText == QLatin1StringView(ip);
                });
            };
            QVERIFY2(has(1, "192.0.2.1") && has(4, "192.0.2.3"), where.constData());
        }
    }
}

void TestAggregateDamage::limits_data()
{
    QTest::addColumn<QByteArray>("xml");
    QTest::addColumn<Limits>("limits");
    QTest::addColumn<QString>("notes");
    QTest::addColumn<qint64>("messages");

    const QByteArray three = reportWith(threeRecords());
    QTest::newRow("records") << three << Limits{.records = 2} << u"limit-records"_s << qint64(3);
    QTest::newRow("records, all over")
        << three << Limits{.records = 1} << u"limit-records x2"_s << qint64(1);
    QTest::newRow("records, just as many")
        << three << Limits{.records = 3} << QString() << qint64(7);
    QByteArray odd = three;
    QTest::newRow("text") << odd.replace(">reporter.example<", ">a long name<")
                          << Limits{.textChars = 25} << QString() << qint64(7);
    QTest::newRow("text cut") << three << Limits{.textChars = 21} << u"limit-text email"_s
                              << qint64(7);
    odd = three;
    QTest::newRow("text in place of a reason")
        << odd.replace(odd.indexOf("</policy_evaluated>"), 0,
               QByteArray("<reason>" + QByteArray(30, 'x') + "</reason>"))
        << Limits{.textChars = 25} << u"limit-text reason, reason-text xxxxxxxxxxxxxxxxxxxxxxxxx"_s
        << qint64(7);
    odd = three;
    const QByteArray deep = "<a><a><a><a><a></a></a></a></a></a>";
    QTest::newRow("depth, of what is skipped")
        << odd.replace("<date_range>", QByteArray(deep + "<date_range>")) << Limits{.xmlDepth = 6}
        << u"limit-xml-depth"_s << qint64(0);
    odd = three;
    QTest::newRow("depth, inside a text")
        << odd.replace(">reporter.example<", QByteArray(">" + deep + "<")) << Limits{.xmlDepth = 6}
        << u"limit-xml-depth"_s << qint64(0);
    odd = three;
    QTest::newRow("depth, of damaged XML")
        << odd.replace("<date_range>", "<a><a><a><a><a><a><date_range>") << Limits{.xmlDepth = 6}
        << u"limit-xml-depth"_s << qint64(0);
    QByteArray bomb = "<feedback>" + QByteArray("<a>").repeated(200'000);
    QTest::newRow("depth, hostile") << bomb << Limits() << u"limit-xml-depth"_s << qint64(0);
    bomb += QByteArray("</a>").repeated(200'000) + "</feedback>";
    QTest::newRow("depth, hostile and closed")
        << bomb << Limits() << u"limit-xml-depth"_s << qint64(0);
    odd = three;
    QTest::newRow("notes") << odd.replace("<date_range>", "<a/><b/><c/><d/><date_range>")
                           << Limits{.notes = 2} << u"element-unknown a, element-unknown b"_s
                           << qint64(7);
}

void TestAggregateDamage::limits()
{
    QFETCH(const QByteArray, xml);
    QFETCH(const Limits, limits);
    const Reading reading = readingOf(xml, limits);
    QTEST(messagesIn(reading), "messages");
    QStringList notes = noteLines(reading.notes);
    notes.removeIf([](const QString &note) { return note.startsWith(u"xml-not-well-formed"); });
    // What was found out before a limit ended it all does not matter.
    if (!reading.ok)
        notes = {notes.back()};
    QTEST(notes.join(u", "), "notes");
}

/// Large texts are parsed in parts; what comes out must not show it.
void TestAggregateDamage::parts_data()
{
    QTest::addColumn<QByteArray>("records");
    QTest::addColumn<int>("size"); // kilobytes

    for (const int kilobytes : {60, 64, 65, 130, 256, 257, 320, 700}) {
        const auto row = [&](const char *name, const QByteArray &from, const QByteArray &to) {
            QTest::addRow("%s, %d KiB", name, kilobytes)
                << manyRecords(kilobytes * 1024).replace(from, to) << kilobytes;
        };
        row("plain", "\n", "\n");
        row("in one line", "\n", "");
        row("CRLF", "\n", "\r\n");
        row("blank in the tag", "<record>", "<record >");
        row("attributes", "<record>", "<record id=\"1\">");
        row("another case", "record>", "Record>");
        row("comments between", "</record>", "</record><!-- next -->");
        row("comments with a record between", "</record>", "</record><!-- <record> -->");
        row("instructions between", "</record>", "</record><?next <record>?>");
        row("CDATA with a record", "example.com</header_from>",
            "<![CDATA[<record>]]></header_from>");
        row("a record in an unknown element", "</auth_results>",
            "</auth_results><x><record>y</record></x>");
        row("text between", "</record>", "</record> and ");
        row("oddities", "<count>", "<colour/><count>");
    }
}

void TestAggregateDamage::parts()
{
    QFETCH(const QByteArray, records);
    const QByteArray xml = reportWith(records);
    const Reading inParts = readingOf(xml);
    // Two reports are never parsed in parts, so this is the same one parsed whole.
    const QByteArray second = "<feedback><report_metadata/></feedback>";
    const Reading whole = readingOf(xml + second);
    QVERIFY(inParts.ok && whole.ok);
    QCOMPARE(inParts.reports.size(), size_t(1));
    QCOMPARE(whole.reports.size(), size_t(2));
    QCOMPARE(inParts.reports.front().records.size(), size_t(records.count("</auth_results>")));
    QVERIFY(inParts.reports.front() == whole.reports.front());
    // The notes of the first report come first.
    QCOMPARE(inParts.notes, whole.notes.first(inParts.notes.size()));
}

void TestAggregateDamage::longReports_data()
{
    QTest::addColumn<QByteArray>("xml");
    QTest::addColumn<Limits>("limits");
    QTest::addColumn<bool>("sameCount");
    QTest::addColumn<QString>("note");

    const QByteArray records = manyRecords(400 * 1024);
    const auto edit = [&](const QByteArray &from, const QByteArray &to) -> QByteArray {
        QByteArray edited = records;
        edited.replace(edited.indexOf(from, edited.size() / 2), from.size(), to);
        return reportWith(edited);
    };
    QTest::newRow("NUL between records") << edit("<record>", QByteArray("\0<record>", 9))
                                         << Limits() << true << u"xml-not-well-formed"_s;
    QTest::newRow("NUL in a record")
        << edit("<count>", QByteArray("\0<count>", 8)) << Limits() << true << u"record-repaired"_s;
    QTest::newRow("a record without its end")
        << edit("</record>", "") << Limits() << true << u"xml-not-well-formed"_s;
    QTest::newRow("an end tag too many")
        << edit("</record>", "</record></record>") << Limits() << true << u"xml-not-well-formed"_s;
    QTest::newRow("cut") << reportWith(records).chopped(12) << Limits() << true
                         << u"xml-truncated"_s;
    QTest::newRow("policy behind the records")
        << reportWith(records + "<policy_published><domain>example.net</domain></policy_published>")
        << Limits() << true << u"element-repeated"_s;
    QTest::newRow("two deep enough") << edit("</auth_results>", "</auth_results><a><b/></a>")
                                     << Limits{.xmlDepth = 4} << true << u"element-unknown"_s;
    QTest::newRow("three too deep") << edit("</auth_results>", "</auth_results><a><b><c/></b></a>")
                                    << Limits{.xmlDepth = 4} << false << u"limit-xml-depth"_s;
}

void TestAggregateDamage::longReports()
{
    QFETCH(const QByteArray, xml);
    QFETCH(const Limits, limits);
    QFETCH(const bool, sameCount);
    QFETCH(const QString, note);
    const Reading reading = readingOf(xml, limits);
    QCOMPARE(reading.ok, sameCount);
    if (sameCount) {
        QCOMPARE(reading.reports.front().records.size(), size_t(xml.count("</auth_results>")));
        QCOMPARE(reading.reports.front().policy.domain, u"example.com"_s);
    }
    const QStringList lines = noteLines(reading.notes);
    QVERIFY2(std::any_of(lines.cbegin(), lines.cend(),
                 [&](const QString &line) { return line.startsWith(note); }),
        qPrintable(lines.join(u'\n')));
}

QTEST_GUILESS_MAIN(TestAggregateDamage)
#include "tst_aggregatedamage.moc"
