// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/xmlrepair.h"

#include <QTest>

#include <pugixml.hpp>

using namespace sekisho;
using namespace Qt::StringLiterals;

class TestXmlRepair final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void repairs_data();
    void repairs();
    void partsCoverTheText();
    void marksOnlyTheDamaged();
    void limits();
    void alwaysWellFormed();
};

void TestXmlRepair::repairs_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("repaired");
    QTest::addColumn<bool>("truncated");

    const auto row = [](const char *name, const QByteArray &text, const QByteArray &repaired,
                         bool truncated = false) {
        QTest::newRow(name) << text << repaired << truncated;
    };
    row("nothing to do", "<feedback><version>1</version></feedback>",
        "<feedback><version>1</version></feedback>");
    row("empty", "", "", true);
    row("an end missing", "<feedback><record><row><count>1</row></record></feedback>",
        "<feedback><record><row><count>1</count></row></record></feedback>");
    row("all ends missing", "<feedback><record><row><count>1",
        "<feedback><record><row><count>1</count></row></record></feedback>", true);
    row("an end without a start", "<feedback></row><version>1</version></feedback>",
        "<feedback><version>1</version></feedback>");
    row("a start missing", "<feedback><count>1</count></feedback>",
        "<feedback><record><row><count>1</count></row></record></feedback>");
    row("the feedback itself missing", "<policy_published><p>none</p></policy_published>",
        "<feedback><policy_published><p>none</p></policy_published></feedback>", true);
    row("a text not closed before the next",
        "<feedback><version>1<report_metadata>"
        "</report_metadata></feedback>",
        "<feedback><version>1</version><report_metadata></report_metadata></feedback>");
    row("a less-than sign", "<feedback><version>a < b</version></feedback>",
        "<feedback><version>a &lt; b</version></feedback>");
    row("an unknown element in a text", "<feedback><version>a<b></version></feedback>",
        "<feedback><version>a&lt;b></version></feedback>");
    row("an empty element", "<feedback><version/></feedback>",
        "<feedback><version></version></feedback>");
    row("a tag cut off", "<feedback><version>1</version><rec",
        "<feedback><version>1</version></feedback>", true);
    row("a tag cut off behind its bracket", "<feedback><version>1<",
        "<feedback><version>1</version></feedback>", true);
    row("an end tag cut off", "<feedback><version>1</vers",
        "<feedback><version>1</version></feedback>", true);
    row("a name in another case", "<FeedBack><Version>1</VERSION></feedback>",
        "<feedback><version>1</version></feedback>");
    row("a prefix", "<x:feedback xmlns:x=\"u\"><x:version>1</x:version></x:feedback>",
        "<feedback xmlns:x=\"u\"><version>1</version></feedback>");
    row("an end tag without its bracket", "<feedback><version>1/version></feedback>",
        "<feedback><version>1</version></feedback>");
    row("the second record closes the first",
        "<feedback><record><row><count>1</count></row>"
        "<record><row></row></record></feedback>",
        "<feedback><record><row><count>1</count></row></record>"
        "<record><row></row></record></feedback>");
    row("a comment and a CDATA section",
        "<feedback><!-- < --><version><![CDATA[<]]></version>"
        "</feedback>",
        "<feedback><version><![CDATA[<]]></version></feedback>");
    row("a DOCTYPE inside", "<feedback><!DOCTYPE x><version>1</version></feedback>",
        "<feedback><version>1</version></feedback>");
    row("two reports, the first not closed",
        "<feedback><version>1</version>"
        "<feedback><version>2</version></feedback>",
        "<feedback><version>1</version></feedback><feedback><version>2</version></feedback>");
}

void TestXmlRepair::repairs()
{
    QFETCH(const QByteArray, text);
    const RepairedXml repaired = repairXml(text, {});
    QTEST(repaired.text, "repaired");
    QTEST(repaired.truncated, "truncated");
}

void TestXmlRepair::partsCoverTheText()
{
    const QByteArray text = "<feedback><record><row><count>1</row></record>\n"
                            "<record><row><count>2</count></row></record></feedback>";
    const RepairedXml repaired = repairXml(text, {});
    QVERIFY(!repaired.parts.empty());
    QCOMPARE(repaired.parts.front().begin, qint64(0));
    int records = 0;
    for (size_t i = 0; i < repaired.parts.size(); ++i) {
        const RepairedPart &part = repaired.parts[i];
        if (i > 0)
            QVERIFY(part.begin >= repaired.parts[i - 1].begin);
        if (!part.record)
            continue;
        ++records;
        QVERIFY(repaired.text.sliced(part.begin).startsWith("<record>"));
        QVERIFY(text.sliced(part.original).startsWith("<record>"));
    }
    QCOMPARE(records, 2);
}

void TestXmlRepair::marksOnlyTheDamaged()
{
    const RepairedXml repaired = repairXml("<feedback>"
                                           "<record><row><count>1</count></row></record>"
                                           "<record><row><count>2</row></record>"
                                           "<record><row><count>3</count></row></record>"
                                           "</feedback>",
        {});
    QList<bool> marks;
    for (const RepairedPart &part : repaired.parts) {
        if (part.record)
            marks.append(part.repaired);
    }
    QCOMPARE(marks, (QList<bool>{false, true, false}));
}

void TestXmlRepair::limits()
{
    const QByteArray deep = "<feedback>" + QByteArray("<a>").repeated(4) + "<</feedback>";
    QVERIFY(!repairXml(deep, Limits{.xmlDepth = 5}).tooDeep);
    QVERIFY(repairXml(deep, Limits{.xmlDepth = 4}).tooDeep);
}

/// Whatever comes in, what goes out can be parsed, and large input takes no more than its time.
void TestXmlRepair::alwaysWellFormed()
{
    const QByteArray pieces[] = {"<feedback>", "</feedback>", "<record>", "</record>", "<row>",
        "</row>", "<count>", "</count>", "<dkim>", "</dkim>", "<unknown a='1'>", "</unknown>",
        "<spf/>", "<", ">", "&", "\"", "'", "text", "<!--", "-->", "<![CDATA[", "]]>", "<?", "?>",
        "<!DOCTYPE", "/count>", QByteArray("\0", 1), "\xff", " "};
    quint32 state = 20261125;
    for (int i = 0; i < 4'000; ++i) {
        QByteArray text;
        for (int piece = 0; piece < 40; ++piece) {
            state = state * 1664525 + 1013904223;
            text += pieces[(state >> 16) % std::size(pieces)];
        }
        const RepairedXml repaired = repairXml(text, {});
        if (repaired.tooDeep || repaired.text.isEmpty())
            continue;
        pugi::xml_document document;
        const auto parsed =
            document.load_buffer(repaired.text.constData(), size_t(repaired.text.size()));
        QVERIFY2(parsed, QByteArray(text + "\n->\n" + repaired.text).constData());
    }
}

QTEST_GUILESS_MAIN(TestXmlRepair)
#include "tst_xmlrepair.moc"
