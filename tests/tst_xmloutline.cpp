// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/xmloutline.h"

#include <QDirIterator>
#include <QFile>
#include <QTest>

using namespace sekisho;
using namespace Qt::StringLiterals;

namespace {

QString nameOf(BlockKind kind)
{
    switch (kind) {
    case BlockKind::Metadata: return u"metadata"_s;
    case BlockKind::Policy: return u"policy"_s;
    case BlockKind::Record: return u"record"_s;
    case BlockKind::SourceRow: return u"row"_s;
    case BlockKind::PolicyEvaluated: return u"evaluated"_s;
    case BlockKind::Identifiers: return u"identifiers"_s;
    case BlockKind::AuthResults: return u"results"_s;
    case BlockKind::Extension: return u"extension"_s;
    }
    return {};
}

/// "record 0.1: 5+3": the second record of the first report, three lines from line 5.
QStringList listed(const XmlOutline &outline)
{
    QStringList lines;
    for (const Block &block : outline.blocks) {
        lines.append(u"%1 %2.%3: %4+%5"_s.arg(nameOf(block.kind))
                         .arg(block.report)
                         .arg(block.record)
                         .arg(block.firstLine)
                         .arg(block.lines));
    }
    return lines;
}

const QByteArray small =
    "<?xml version=\"1.0\"?><feedback><report_metadata><org_name>A &amp; B</org_name>"
    "</report_metadata><policy_published><domain>example.com</domain></policy_published>"
    "<record><row><source_ip>192.0.2.1</source_ip><policy_evaluated><dkim>fail</dkim>"
    "</policy_evaluated></row><identifiers/><auth_results><spf><domain/></spf></auth_results>"
    "</record><record><row/></record></feedback>";

} // namespace

class TestXmlOutline final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void formatsAndFindsBlocks();
    void findsTheInnermostBlock_data();
    void findsTheInnermostBlock();
    void keepsWhatStandsThere_data();
    void keepsWhatStandsThere();
    void numbersReports();
    void namespacesAndCase();
    void extensions();
    void damagedStandsAsItIs();
    void damagedInOneLine();
    void limits_data();
    void limits();
    void encodings_data();
    void encodings();
    void neverFails_data();
    void neverFails();
    void corpus();
};

void TestXmlOutline::formatsAndFindsBlocks()
{
    const XmlOutline outline = outlineOf(small);
    QVERIFY(outline.formatted);
    QVERIFY(!outline.cut);
    QCOMPARE(outline.text, uR"(<?xml version="1.0"?>
<feedback>
  <report_metadata>
    <org_name>A &amp; B</org_name>
  </report_metadata>
  <policy_published>
    <domain>example.com</domain>
  </policy_published>
  <record>
    <row>
      <source_ip>192.0.2.1</source_ip>
      <policy_evaluated>
        <dkim>fail</dkim>
      </policy_evaluated>
    </row>
    <identifiers/>
    <auth_results>
      <spf>
        <domain/>
      </spf>
    </auth_results>
  </record>
  <record>
    <row/>
  </record>
</feedback>
)"_s);
    QCOMPARE(outline.lines, 26);
    QCOMPARE(listed(outline),
        QStringList({u"metadata 0.-1: 2+3"_s, u"policy 0.-1: 5+3"_s, u"record 0.0: 8+14"_s,
            u"row 0.0: 9+6"_s, u"evaluated 0.0: 11+3"_s, u"identifiers 0.0: 15+1"_s,
            u"results 0.0: 16+5"_s, u"record 0.1: 22+3"_s, u"row 0.1: 23+1"_s}));
    QCOMPARE(outline.find(BlockKind::SourceRow, 0, 1), &outline.blocks[8]);
    QCOMPARE(outline.find(BlockKind::SourceRow, 1, 0), nullptr);
    QCOMPARE(outline.find(BlockKind::Policy, 0), &outline.blocks[1]);
}

void TestXmlOutline::findsTheInnermostBlock_data()
{
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("block");
    QTest::newRow("declaration") << 0 << -1;
    QTest::newRow("root") << 1 << -1;
    QTest::newRow("first line of metadata") << 2 << 0;
    QTest::newRow("last line of metadata") << 4 << 0;
    QTest::newRow("policy") << 6 << 1;
    QTest::newRow("record") << 8 << 2;
    QTest::newRow("row") << 10 << 3;
    QTest::newRow("evaluated") << 12 << 4;
    QTest::newRow("row behind evaluated") << 14 << 3;
    QTest::newRow("identifiers") << 15 << 5;
    QTest::newRow("end of record") << 21 << 2;
    QTest::newRow("second record") << 24 << 7;
    QTest::newRow("end of root") << 25 << -1;
    QTest::newRow("behind the end") << 99 << -1;
    QTest::newRow("before the start") << -1 << -1;
}

void TestXmlOutline::findsTheInnermostBlock()
{
    QFETCH(int, line);
    QFETCH(int, block);
    const XmlOutline outline = outlineOf(small);
    const Block *wanted = block < 0 ? nullptr : &outline.blocks[size_t(block)];
    QCOMPARE(outline.blockAt(line), wanted);
}

void TestXmlOutline::keepsWhatStandsThere_data()
{
    QTest::addColumn<QByteArray>("xml");
    QTest::addColumn<QString>("text");
    QTest::newRow("comment") << QByteArray("<feedback><!-- x < y --></feedback>")
                             << u"<feedback>\n  <!-- x < y -->\n</feedback>\n"_s;
    QTest::newRow("cdata") << QByteArray("<feedback><a><![CDATA[<b>]]></a></feedback>")
                           << u"<feedback>\n  <a>\n    <![CDATA[<b>]]>\n  </a>\n</feedback>\n"_s;
    QTest::newRow("character reference")
        << QByteArray("<feedback>&#x202E;</feedback>") << u"<feedback>&#x202E;</feedback>\n"_s;
    QTest::newRow("attributes") << QByteArray("<feedback a='\"' b='&lt;'/>")
                                << u"<feedback a='\"' b=\"&lt;\"/>\n"_s;
    QTest::newRow("text of several lines") << QByteArray("<feedback><a>x\r\ny</a></feedback>")
                                           << u"<feedback>\n  <a>x\n  y</a>\n</feedback>\n"_s;
    QTest::newRow("behind the root")
        << QByteArray("<feedback/>\n junk ") << u"<feedback/>\njunk\n"_s;
    QTest::newRow("document type") << QByteArray("<!DOCTYPE a [<!ENTITY b \"c\">]><feedback/>")
                                   << u"<!DOCTYPE a [<!ENTITY b \"c\">]>\n<feedback/>\n"_s;
    QTest::newRow("mixed") << QByteArray("<feedback>a<b/>c</feedback>")
                           << u"<feedback>\n  a\n  <b/>\n  c\n</feedback>\n"_s;
}

void TestXmlOutline::keepsWhatStandsThere()
{
    QFETCH(QByteArray, xml);
    const XmlOutline outline = outlineOf(xml);
    QVERIFY(outline.formatted);
    QTEST(outline.text, "text");
    QCOMPARE(outline.lines, outline.text.count(u'\n'));
}

void TestXmlOutline::numbersReports()
{
    const XmlOutline outline = outlineOf("<all><feedback><record/><record/></feedback>"
                                         "<feedback><policy_published/><record/></feedback></all>");
    QCOMPARE(listed(outline),
        QStringList({u"record 0.0: 2+1"_s, u"record 0.1: 3+1"_s, u"policy 1.-1: 6+1"_s,
            u"record 1.0: 7+1"_s}));
}

void TestXmlOutline::namespacesAndCase()
{
    const XmlOutline outline = outlineOf(
        "<d:feedback xmlns:d='urn:ietf:params:xml:ns:dmarc-2.0'><d:Record><d:ROW/></d:Record>"
        "</d:feedback>");
    QCOMPARE(listed(outline), QStringList({u"record 0.0: 1+3"_s, u"row 0.0: 2+1"_s}));
}

void TestXmlOutline::extensions()
{
    const XmlOutline outline = outlineOf(
        "<feedback><extension><a/></extension><record><row/><extension/></record></feedback>");
    QCOMPARE(listed(outline),
        QStringList({u"extension 0.-1: 1+3"_s, u"record 0.0: 4+4"_s, u"row 0.0: 5+1"_s,
            u"extension 0.0: 6+1"_s}));
}

void TestXmlOutline::damagedStandsAsItIs()
{
    const QByteArray xml =
        "<feedback>\r\n<report_metadata>\r\n</report_metadata>\r\n<record>\r\n<row>\r\n"
        "a & b < c\r\n</row>\r\n<record>\r\n<row>";
    const XmlOutline outline = outlineOf(xml);
    QVERIFY(!outline.formatted);
    QCOMPARE(outline.text, QString::fromLatin1(xml).remove(u'\r') + u'\n');
    QCOMPARE(listed(outline),
        QStringList({u"metadata 0.-1: 1+2"_s, u"record 0.0: 3+5"_s, u"row 0.0: 4+3"_s,
            u"record 0.1: 7+2"_s, u"row 0.1: 8+1"_s}));
}

void TestXmlOutline::damagedInOneLine()
{
    const XmlOutline outline = outlineOf("<feedback><record><row></row></record><record><row>");
    QVERIFY(!outline.formatted);
    QCOMPARE(listed(outline),
        QStringList(
            {u"record 0.0: 0+1"_s, u"row 0.0: 0+1"_s, u"record 0.1: 0+1"_s, u"row 0.1: 0+1"_s}));
}

void TestXmlOutline::limits_data()
{
    QTest::addColumn<QByteArray>("xml");
    QTest::addColumn<OutlineLimits>("limits");
    QTest::addColumn<int>("lines");
    QTest::addColumn<bool>("formatted");
    QTest::addColumn<bool>("cut");
    const QByteArray many = "<feedback>" + QByteArray("<record/>").repeated(50) + "</feedback>";
    const QByteArray deep = QByteArray("<a>").repeated(80) + QByteArray("</a>").repeated(80);
    OutlineLimits few;
    few.lines = 10;
    OutlineLimits exact;
    exact.lines = 52;
    OutlineLimits narrow;
    narrow.lineChars = 4;
    OutlineLimits bytes;
    bytes.formatBytes = 100;
    OutlineLimits chars;
    chars.chars = 30;
    QTest::newRow("none") << many << OutlineLimits() << 52 << true << false;
    QTest::newRow("lines") << many << few << 10 << true << true;
    QTest::newRow("just enough lines") << many << exact << 52 << true << false;
    QTest::newRow("bytes") << many << bytes << 1 << false << false;
    QTest::newRow("characters") << many << chars << 3 << true << true;
    QTest::newRow("depth") << deep << OutlineLimits() << 1 << false << false;
    QTest::newRow("long line") << QByteArray("<abcdefghij/>") << narrow << 4 << true << false;
    QTest::newRow("long damaged line")
        << QByteArray("<abcdefghij>") << narrow << 3 << false << false;
}

void TestXmlOutline::limits()
{
    QFETCH(QByteArray, xml);
    QFETCH(OutlineLimits, limits);
    const XmlOutline outline = outlineOf(xml, limits);
    QTEST(outline.lines, "lines");
    QTEST(outline.formatted, "formatted");
    QTEST(outline.cut, "cut");
    QCOMPARE(outline.text.count(u'\n'), outline.lines);
    for (const Block &block : outline.blocks)
        QVERIFY(block.firstLine + block.lines <= outline.lines);
}

void TestXmlOutline::encodings_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QString text = u"<feedback>例え</feedback>"_s;
    QTest::newRow("utf-8") << text.toUtf8();
    QTest::newRow("utf-8 with mark") << QByteArray("\xef\xbb\xbf" + text.toUtf8());
    QByteArray wide("\xff\xfe", 2);
    for (QChar c : text) {
        wide += char(c.unicode() & 0xff);
        wide += char(c.unicode() >> 8);
    }
    QTest::newRow("utf-16") << wide;
}

void TestXmlOutline::encodings()
{
    QFETCH(QByteArray, bytes);
    QCOMPARE(outlineOf(bytes).text, u"<feedback>例え</feedback>\n"_s);
}

void TestXmlOutline::neverFails_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("blank") << QByteArray(" \n");
    QTest::newRow("angle") << QByteArray("<");
    QTest::newRow("closing angle") << QByteArray("</");
    QTest::newRow("nul") << QByteArray("<record>\0<row>", 14);
    QTest::newRow("no text") << QByteArray("\xff\xfe\xfd\x00\x01", 5);
    QTest::newRow("gzip") << QByteArray("\x1f\x8b\x08\x00\x00\x00\x00", 7);
    QTest::newRow("closed only") << QByteArray("</record></row></feedback>");
    QTest::newRow("many open") << QByteArray("<row>").repeated(200'000);
    QTest::newRow("open and closed apart")
        << QByteArray("<row>").repeated(100'000) + QByteArray("</record>").repeated(100'000);
    QTest::newRow("deep") << QByteArray("<record>").repeated(100'000) +
            QByteArray("</record>").repeated(100'000);
}

void TestXmlOutline::neverFails()
{
    QFETCH(QByteArray, bytes);
    const XmlOutline outline = outlineOf(bytes);
    QCOMPARE(outline.text.count(u'\n'), outline.lines);
    for (const Block &block : outline.blocks) {
        QVERIFY(block.lines >= 0);
        QVERIFY(block.firstLine + block.lines <= outline.lines);
    }
}

void TestXmlOutline::corpus()
{
    QDirIterator files(
        QStringLiteral(SEKISHO_CORPUS), {u"*.xml"_s}, QDir::Files, QDirIterator::Subdirectories);
    if (!files.hasNext())
        QSKIP("no corpus");
    int formatted = 0;
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        const XmlOutline outline = outlineOf(bytes);
        if (!outline.formatted || !files.filePath().contains("/aggregate/"_L1))
            continue;
        ++formatted;
        const auto records = std::count_if(outline.blocks.cbegin(), outline.blocks.cend(),
            [](const Block &block) { return block.kind == BlockKind::Record; });
        QVERIFY2(records == bytes.count("<record>") || bytes.count("<record>") == 0,
            qPrintable(files.filePath()));
        const QStringList lines = outline.text.split(u'\n');
        for (const Block &block : outline.blocks) {
            if (block.kind == BlockKind::SourceRow)
                QVERIFY(lines.at(block.firstLine).contains("row"_L1));
        }
    }
    QVERIFY(formatted > 0);
}

QTEST_GUILESS_MAIN(TestXmlOutline)
#include "tst_xmloutline.moc"
