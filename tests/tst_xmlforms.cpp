// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/xmlquirks.h"

using namespace sekisho;
using namespace sekisho::fixture;

/// The dialects of aggregate reports and the ways to write one and the same XML.
class TestXmlForms final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void forms_data();
    void forms();
    void severalReports();

private:
    void dialects();
    void writing();
};

void TestXmlForms::dialects()
{
    const QByteArray namespace20 = "<feedback xmlns=\"urn:ietf:params:xml:ns:dmarc-2.0\">";
    row("namespace of RFC 9990 (GMX, WEB.DE)", "<feedback>", namespace20,
        {"ns=urn:ietf:params:xml:ns:dmarc-2.0", "dialect=9990"});
    row("namespace of 0.1", "<feedback>", "<feedback xmlns='http://dmarc.org/dmarc-xml/0.1'>",
        {"ns=http://dmarc.org/dmarc-xml/0.1", "dialect=7489"});
    row("namespace without its colon", "<feedback>",
        "<feedback xmlns=\"http//dmarc.org/dmarc-xml/0.1\">", {"org=reporter.example"},
        {"namespace-odd http//dmarc.org/dmarc-xml/0.1"}, "<feedback");
    row("xmlns:xsd and xmlns:xsi (Microsoft)", "<feedback>",
        "<feedback xmlns:xsd=\"http://www.w3.org/2001/XMLSchema\" "
        "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">",
        {"ns=", "org=reporter.example"});
    row("xsi:schemaLocation", "<feedback>", "<feedback xsi:schemaLocation=\"a b\">", {"ns="});
    row("generator", "<date_range>", "<generator>G 1.0</generator><date_range>",
        {"generator=G 1.0", "dialect=9990"});
    row("testing", "<pct>100</pct>", "<testing>y</testing>", {"testing=y", "dialect=9990"});
    row("discovery_method", "<pct>100</pct>", "<discovery_method>treewalk</discovery_method>",
        {"discovery=treewalk", "dialect=9990"});
    row("discovery_method of nobody", "<pct>", "<discovery_method>magic</discovery_method><pct>",
        {"discovery=magic"}, {"value-unknown discovery_method=magic"}, "<discovery_method");
    row("disposition pass makes it RFC 9990", "<disposition>none<", "<disposition>pass<",
        {"dialect=9990"});
    row("spf human_result and result policy", "<result>softfail</result>",
        "<result>policy</result><human_result>no</human_result>",
        {"spf=bounce.example.net//policy/no"});
    row("extension (RFC 9990)", "<record>",
        "<extension><x:arc xmlns:x=\"urn:x\"><a/></x:arc></extension><record>",
        {"extensions=x:arc", "dialect=9990", "records=1"});
    row("extensions with names", "</auth_results>",
        "</auth_results><extensions><extension name=\"e\" definition=\"https://e\"/></extensions>",
        {"recordExtensions=e=https://e"});
    row("0.1: neither version nor selector", "<version>1.0</version>\n", "", {"version="});
}

void TestXmlForms::writing()
{
    QByteArray oneLine = smallReport();
    row("all in one line (Mail.Ru)", smallReport(), oneLine.replace('\n', ""), {"count=7"});
    QByteArray crlf = smallReport();
    row("CRLF", smallReport(), crlf.replace('\n', "\r\n"), {"count=7"});
    row("single quotes in the declaration (Mail.Ru)", "version=\"1.0\" encoding=\"UTF-8\"",
        "version='1.0' encoding='utf-8'", {"count=7"});
    row("no declaration (wp.pl)", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n", "", {"count=7"});
    row("no encoding in the declaration", " encoding=\"UTF-8\"", "", {"count=7"});
    row("a blank before the declaration", "<?xml", " \n<?xml", {"count=7"});
    row("BOM", "<?xml", "\xef\xbb\xbf<?xml", {"count=7"}, {"byte-order-mark UTF-8"});
    row("upper case elements", "<source_ip>192.0.2.1</source_ip>",
        "<SOURCE_IP>192.0.2.1</SOURCE_IP>", {"ip=192.0.2.1"});
    row("mixed case record", smallReport(),
        smallReport().replace("record>", "Record>").replace("feedback>", "FeedBack>"),
        {"records=1", "count=7"});
    row("prefix on every element", smallReport(),
        smallReport()
            .replace("<", "<d:")
            .replace("<d:/", "</d:")
            .replace("<d:?", "<?")
            .replace("<d:feedback>", "<d:feedback xmlns:d=\"urn:ietf:params:xml:ns:dmarc-2.0\">"),
        {"ns=urn:ietf:params:xml:ns:dmarc-2.0", "org=reporter.example", "count=7",
            "dkim=example.com/s1/pass/"});
    row("order alphabetical (Mail.Ru 2013)", smallReport(),
        []() -> QByteArray {
            const QByteArray xml = smallReport();
            const qsizetype policy = xml.indexOf("<policy_published>");
            const qsizetype record = xml.indexOf("<record>");
            const qsizetype end = xml.indexOf("</feedback>");
            const qsizetype metadata = xml.indexOf("<report_metadata>");
            return xml.first(metadata) + xml.sliced(record, end - record) +
                xml.sliced(policy, record - policy) + xml.sliced(metadata, policy - metadata) +
                xml.sliced(end);
        }(),
        {"org=reporter.example", "p=reject", "count=7", "from=example.com"});
    row("CDATA", ">reporter.example<", "><![CDATA[A & <B>]]><", {"org=A & <B>"});
    row("CDATA and text", ">reporter.example<", ">x <![CDATA[&]]> y<", {"org=x & y"});
    row("entities and references", ">reporter.example<", ">&quot;A&amp;B&quot; &#x65e5;&#26412;<",
        {"org=\"A&B\" 日本"});
    row("an ampersand that is not escaped", ">reporter.example<", ">A & B<", {"org=A & B"});
    row("an entity of HTML", ">reporter.example<", ">A&nbsp;B<", {"org=A&nbsp;B"});
    row("comments and instructions inside", "<record>", "<!-- <record> --><?x y?><record>",
        {"records=1"});
    row("a comment in a text", ">reporter.example<", ">reporter<!-- x -->.example<",
        {"org=reporter.example"});
    row("attributes on everything", "<record>", "<record id=\"1\" a='<b>'>", {"records=1"});
    row("blanks in tags", "<count>7</count>", "<count >7</count\n>", {"count=7"});
    row("a comment before and behind", "<feedback>", "<!-- a --><feedback>", {"records=1"});
    row("a stylesheet", "<feedback>", "<?xml-stylesheet href=\"a.xsl\"?><feedback>", {"records=1"});
}

void TestXmlForms::forms_data()
{
    addQuirkColumns();
    dialects();
    writing();
}

void TestXmlForms::forms()
{
    checkQuirk();
}

void TestXmlForms::severalReports()
{
    QByteArray second = smallReport();
    second.remove(0, second.indexOf("<feedback>")).replace("r-1", "r-2");
    const Reading reading = readingOf(smallReport() + second);
    QVERIFY(reading.ok);
    QCOMPARE(reading.reports.size(), size_t(2));
    QCOMPARE(reading.reports[0].reportId, u"r-1"_s);
    QCOMPARE(reading.reports[1].reportId, u"r-2"_s);
    QCOMPARE(reading.reports[1].records.size(), size_t(1));
    QCOMPARE(noteLines(reading.notes), QStringList{u"xml-several-reports x2"_s});
}

QTEST_GUILESS_MAIN(TestXmlForms)
#include "tst_xmlforms.moc"
