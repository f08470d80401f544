// SPDX-License-Identifier: GPL-3.0-or-later
#include "dns/spfrecord.h"

#include <QTest>

using namespace sekisho;
using namespace Qt::StringLiterals;

namespace {

/// A record as lines of what was understood: "+ ip4 192.0.2.0/24", "- all", "redirect x".
QStringList described(const SpfRecord &record)
{
    constexpr const char *mechanisms[] = {
        "all", "include", "a", "mx", "ptr", "ip4", "ip6", "exists"};
    constexpr const char qualifiers[] = {'+', '-', '~', '?'};
    QStringList lines;
    for (const SpfTerm &term : record.terms) {
        QString line = QChar::fromLatin1(qualifiers[size_t(term.qualifier)]) +
            QString::fromLatin1(mechanisms[size_t(term.mechanism)]);
        if (term.network)
            line += u' ' + term.network->text();
        if (!term.domain.isEmpty())
            line += u' ' + term.domain;
        if (term.bits4 != 32)
            line += u" /%1"_s.arg(term.bits4);
        if (term.bits6 != 128)
            line += u" //%1"_s.arg(term.bits6);
        if (term.macro)
            line += u" macro"_s;
        lines.append(line);
    }
    if (!record.redirect.isEmpty())
        lines.append(
            u"redirect "_s + record.redirect + (record.redirectMacro ? u" macro"_s : QString()));
    if (!record.explanation.isEmpty())
        lines.append(u"exp "_s + record.explanation);
    return lines;
}

/// Problems as "key@column detail"; column 0: of the whole.
QStringList told(const SpfRecord &record)
{
    QStringList lines;
    for (const SpfProblem &problem : record.problems) {
        QString line = spfProblemKey(problem.code) + u'@' + QString::number(problem.place.column);
        if (!problem.detail.isEmpty())
            line += u' ' + problem.detail;
        lines.append(line);
    }
    return lines;
}

} // namespace

class TestSpfRecord final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void understands_data();
    void understands();
    void tells_data();
    void tells();
    void cleans_data();
    void cleans();
    void isSpf_data();
    void isSpf();
    void keysDiffer();
    void placesAreInTheCleanedText();
    void hugeTextIsCut();
    void manyProblemsAreCut();
};

void TestSpfRecord::understands_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("expected");

    // RFC 7208, by section
    QTest::newRow("3") << u"v=spf1 +mx a:colo.example.com/28 -all"_s
                       << QStringList{u"+mx"_s, u"+a colo.example.com /28"_s, u"-all"_s};
    QTest::newRow("4.6.1, all in capitals")
        << u"V=SPF1 IP4:192.0.2.1 INCLUDE:Example.com -ALL"_s
        << QStringList{u"+ip4 192.0.2.1"_s, u"+include Example.com"_s, u"-all"_s};
    QTest::newRow("5.1") << u"v=spf1 a mx -all"_s << QStringList{u"+a"_s, u"+mx"_s, u"-all"_s};
    QTest::newRow("5.2") << u"v=spf1 include:example.com include:example.net -all"_s
                         << QStringList{
                                u"+include example.com"_s, u"+include example.net"_s, u"-all"_s};
    QTest::newRow("5.6, ip6") << u"v=spf1 ip6:2001:db8::cd30/96 ~all"_s
                              << QStringList{u"+ip6 2001:db8::/96"_s, u"~all"_s};
    QTest::newRow("5.7, exists") << u"v=spf1 exists:%{ir}.%{l1r+-}._spf.%{d} -all"_s
                                 << QStringList{
                                        u"+exists %{ir}.%{l1r+-}._spf.%{d} macro"_s, u"-all"_s};
    QTest::newRow("6.1") << u"v=spf1 redirect=_spf.example.com"_s
                         << QStringList{u"redirect _spf.example.com"_s};
    QTest::newRow("6.1, at the front") << u"v=spf1 redirect=_spf.example.com mx"_s
                                       << QStringList{u"+mx"_s, u"redirect _spf.example.com"_s};
    QTest::newRow("6.2") << u"v=spf1 mx -all exp=explain._spf.%{d}"_s
                         << QStringList{u"+mx"_s, u"-all"_s, u"exp explain._spf.%{d}"_s};
    QTest::newRow("7.4, macros") << u"v=spf1 include:%{d4}.%{l1r-}._spf.example.com ?all"_s
                                 << QStringList{u"+include %{d4}.%{l1r-}._spf.example.com macro"_s,
                                        u"?all"_s};
    QTest::newRow("A.1, everyone") << u"v=spf1 +all"_s << QStringList{u"+all"_s};
    QTest::newRow("A.1, mx of another")
        << u"v=spf1 mx:example.org/30 -all"_s << QStringList{u"+mx example.org /30"_s, u"-all"_s};
    QTest::newRow("A.1, ptr") << u"v=spf1 ptr -all"_s << QStringList{u"+ptr"_s, u"-all"_s};
    QTest::newRow("A.1, network") << u"v=spf1 ip4:192.0.2.128/28 -all"_s
                                  << QStringList{u"+ip4 192.0.2.128/28"_s, u"-all"_s};
    QTest::newRow("A.2") << u"v=spf1 include:example.com include:example.net -all"_s
                         << QStringList{
                                u"+include example.com"_s, u"+include example.net"_s, u"-all"_s};
    QTest::newRow("A.4") << u"v=spf1 -include:ip4._spf.%{d} -include:ptr._spf.%{d} +all"_s
                         << QStringList{u"-include ip4._spf.%{d} macro"_s,
                                u"-include ptr._spf.%{d} macro"_s, u"+all"_s};

    QTest::newRow("version alone") << u"v=spf1"_s << QStringList{};
    QTest::newRow("all four qualifiers")
        << u"v=spf1 +a -mx ~ptr ?exists:x.example.com -all"_s
        << QStringList{u"+a"_s, u"-mx"_s, u"~ptr"_s, u"?exists x.example.com"_s, u"-all"_s};
    QTest::newRow("both prefixes")
        << u"v=spf1 a/24//64 mx:example.com//48 a//128 -all"_s
        << QStringList{u"+a /24 //64"_s, u"+mx example.com //48"_s, u"+a"_s, u"-all"_s};
    QTest::newRow("mapped address") << u"v=spf1 ip6:::ffff:192.0.2.0/120 -all"_s
                                    << QStringList{u"+ip6 192.0.2.0/24"_s, u"-all"_s};
    QTest::newRow("several blanks")
        << u"v=spf1   mx    -all  "_s << QStringList{u"+mx"_s, u"-all"_s};
    QTest::newRow("ends in a dot")
        << u"v=spf1 a:example.com. -all"_s << QStringList{u"+a example.com."_s, u"-all"_s};
    QTest::newRow("slash as a macro's delimiter")
        << u"v=spf1 a:%{d/}.example.com/24 -all"_s
        << QStringList{u"+a %{d/}.example.com /24 macro"_s, u"-all"_s};
    QTest::newRow("escapes") << u"v=spf1 exists:a%%b%_c%-d.example.com -all"_s
                             << QStringList{u"+exists a%%b%_c%-d.example.com macro"_s, u"-all"_s};
    QTest::newRow("behind all nothing counts") << u"v=spf1 -all mx"_s << QStringList{u"-all"_s};
    QTest::newRow("wrong terms are left out") << u"v=spf1 ip4:1.2.3 ip4:192.0.2.1 foo:bar -all"_s
                                              << QStringList{u"+ip4 192.0.2.1"_s, u"-all"_s};
    QTest::newRow("another's text") << u"google-site-verification=x"_s << QStringList{};
}

void TestSpfRecord::understands()
{
    QFETCH(QString, text);
    QTEST(described(parseSpf(text)), "expected");
}

void TestSpfRecord::tells_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("problems");
    QTest::addColumn<bool>("valid");
    const auto add = [](const char *name, const QString &text, const QStringList &problems,
                         bool valid) { QTest::newRow(name) << text << problems << valid; };
    add("nothing wrong", u"v=spf1 ip4:192.0.2.0/24 include:example.net ~all"_s, {}, true);
    add("unknown modifier is legal", u"v=spf1 mx moo=cow -all"_s,
        {u"modifier-unknown@11 moo=cow"_s}, true);
    add("empty", {}, {u"not-spf@0"_s}, false);
    add("other text", u"hello world"_s, {u"not-spf@1 hello"_s}, false);
    add("other version", u"v=spf10 mx -all"_s, {u"wrong-version@1 v=spf10"_s}, false);
    add("semicolon behind version", u"v=spf1; mx -all"_s, {u"wrong-version@1 v=spf1;"_s}, false);
    add("misspelt mechanism", u"v=spf1 ipv4:192.0.2.1 -all"_s,
        {u"unknown-mechanism@8 ipv4:192.0.2.1"_s}, false);
    add("full stop behind all", u"v=spf1 mx -all."_s,
        {u"unknown-mechanism@11 -all."_s, u"all-missing@0"_s}, false);
    add("name without mechanism", u"v=spf1 example.com -all"_s,
        {u"unknown-mechanism@8 example.com"_s}, false);
    add("address without mechanism", u"v=spf1 192.0.2.1 -all"_s,
        {u"unknown-mechanism@8 192.0.2.1"_s}, false);
    add("lone qualifier", u"v=spf1 mx - all"_s,
        {u"unknown-mechanism@11 -"_s, u"everyone-passes@13 all"_s}, false);
    add("blank behind colon", u"v=spf1 ip4: 192.0.2.1 -all"_s, {u"stray-blank@12 ip4:"_s}, false);
    add("blank behind include", u"v=spf1 include: example.com -all"_s,
        {u"stray-blank@16 include:"_s}, false);
    add("include of nothing", u"v=spf1 include -all"_s, {u"value-missing@8 include"_s}, false);
    add("a of nothing", u"v=spf1 a: -all"_s, {u"value-missing@8 a:"_s}, false);
    add("redirect to nothing", u"v=spf1 redirect="_s, {u"value-missing@8 redirect="_s}, false);
    add("all with a value", u"v=spf1 -all:example.com"_s,
        {u"value-unexpected@8 -all:example.com"_s, u"all-missing@0"_s}, false);
    add("ptr with a prefix", u"v=spf1 ptr/24 -all"_s, {u"value-unexpected@8 ptr/24"_s}, false);
    add("address too short", u"v=spf1 ip4:192.0.2 -all"_s, {u"address-invalid@12 ip4:192.0.2"_s},
        false);
    add("address too high", u"v=spf1 ip4:192.0.2.256 -all"_s,
        {u"address-invalid@12 ip4:192.0.2.256"_s}, false);
    add("ip4 with IPv6", u"v=spf1 ip4:2001:db8::1 -all"_s,
        {u"address-invalid@12 ip4:2001:db8::1"_s}, false);
    add("ip6 with IPv4", u"v=spf1 ip6:192.0.2.1 -all"_s, {u"address-invalid@12 ip6:192.0.2.1"_s},
        false);
    add("ip4 with a name", u"v=spf1 ip4:mail.example.com -all"_s,
        {u"address-invalid@12 ip4:mail.example.com"_s}, false);
    add("ip6 in brackets", u"v=spf1 ip6:[2001:db8::1] -all"_s,
        {u"address-invalid@12 ip6:[2001:db8::1]"_s}, false);
    add("range of addresses", u"v=spf1 ip4:192.0.2.1-192.0.2.9 -all"_s,
        {u"address-invalid@12 ip4:192.0.2.1-192.0.2.9"_s}, false);
    add("prefix too long", u"v=spf1 ip4:192.0.2.0/33 -all"_s,
        {u"prefix-invalid@21 ip4:192.0.2.0/33"_s}, false);
    add("prefix without digits", u"v=spf1 ip4:192.0.2.0/ -all"_s,
        {u"prefix-invalid@21 ip4:192.0.2.0/"_s}, false);
    add("prefix with a leading zero", u"v=spf1 ip4:192.0.2.0/08 -all"_s,
        {u"prefix-invalid@21 ip4:192.0.2.0/08"_s}, false);
    add("netmask as a prefix", u"v=spf1 ip4:192.0.2.0/255.255.255.0 -all"_s,
        {u"prefix-invalid@21 ip4:192.0.2.0/255.255.255.0"_s}, false);
    add("prefix of a too long", u"v=spf1 a:example.com/33 -all"_s,
        {u"prefix-invalid@21 a:example.com/33"_s}, false);
    add("prefix of IPv6 too long", u"v=spf1 a//129 -all"_s, {u"prefix-invalid@9 a//129"_s}, false);
    add("include with a prefix", u"v=spf1 include:example.com/24 -all"_s,
        {u"domain-invalid@8 include:example.com/24"_s}, false);
    add("name of one label", u"v=spf1 a:localhost -all"_s, {u"domain-invalid@8 a:localhost"_s},
        false);
    add("include of an address", u"v=spf1 include:192.0.2.1 -all"_s,
        {u"domain-invalid@8 include:192.0.2.1"_s}, false);
    add("include of a web page", u"v=spf1 include:http://example.com -all"_s,
        {u"domain-invalid@8 include:http://example.com"_s}, false);
    add("include of a mailbox", u"v=spf1 include:spf@example.com -all"_s,
        {u"domain-invalid@8 include:spf@example.com"_s}, false);
    add("empty label", u"v=spf1 include:a..example.com -all"_s,
        {u"domain-invalid@8 include:a..example.com"_s}, false);
    add("blank lost before ~all", u"v=spf1 include:example.com~all"_s,
        {u"domain-invalid@8 include:example.com~all"_s, u"all-missing@0"_s}, false);
    add("blank lost before -all", u"v=spf1 include:example.com-all"_s,
        {u"terms-joined@8 include:example.com-all"_s, u"all-missing@0"_s}, true);
    add("macro without an end", u"v=spf1 exists:%{i.example.com -all"_s,
        {u"macro-invalid@8 exists:%{i.example.com"_s}, false);
    add("macro of an unknown letter", u"v=spf1 exists:%{x}.example.com -all"_s,
        {u"macro-invalid@8 exists:%{x}.example.com"_s}, false);
    add("macro only for explanations", u"v=spf1 exists:%{c}.example.com -all"_s,
        {u"macro-invalid@8 exists:%{c}.example.com"_s}, false);
    add("macro with zero parts", u"v=spf1 exists:%{d0}.example.com -all"_s,
        {u"macro-invalid@8 exists:%{d0}.example.com"_s}, false);
    add("lone percent", u"v=spf1 exists:50%.example.com -all"_s,
        {u"macro-invalid@8 exists:50%.example.com"_s}, false);
    add("macro, then no name", u"v=spf1 include:%{d}.123 -all"_s,
        {u"domain-invalid@8 include:%{d}.123"_s}, false);
    add("commas", u"v=spf1 ip4:192.0.2.1,192.0.2.2 -all"_s,
        {u"comma-separator@21 ip4:192.0.2.1,192.0.2.2"_s}, false);
    add("comma behind a word", u"v=spf1 mx, -all"_s, {u"comma-separator@8 mx,"_s}, false);
    add("semicolon at the end", u"v=spf1 mx -all;"_s,
        {u"comma-separator@11 -all;"_s, u"all-missing@0"_s}, false);
    add("typographic dash", u"v=spf1 mx –all"_s, {u"not-ascii@11 –all"_s, u"all-missing@0"_s},
        false);
    add("Japanese domain", u"v=spf1 include:例え.jp -all"_s, {u"not-ascii@8 include:例え.jp"_s},
        false);
    add("redirect twice", u"v=spf1 redirect=a.example.com redirect=b.example.com"_s,
        {u"modifier-repeated@31 redirect=b.example.com"_s}, false);
    add("qualified modifier", u"v=spf1 mx -redirect=example.com"_s,
        {u"qualified-modifier@11 -redirect=example.com"_s, u"all-missing@0"_s}, false);
    add("equals sign for colon", u"v=spf1 ip4=192.0.2.1 -all"_s,
        {u"modifier-unknown@8 ip4=192.0.2.1"_s}, true);
    add("two records in one", u"v=spf1 mx v=spf1 a -all"_s, {u"several-records@11 v=spf1"_s},
        false);
    add("everyone", u"v=spf1 mx +all"_s, {u"everyone-passes@11 +all"_s}, true);
    add("everyone by a bare all", u"v=spf1 mx all"_s, {u"everyone-passes@11 all"_s}, true);
    add("everyone by a network", u"v=spf1 ip4:0.0.0.0/0 -all"_s,
        {u"everyone-passes@8 ip4:0.0.0.0/0"_s}, true);
    add("everyone by a host's prefix", u"v=spf1 a/0 -all"_s, {u"everyone-passes@8 a/0"_s}, true);
    add("nobody by a network", u"v=spf1 -ip4:0.0.0.0/0 ip6:2001:db8::1 -all"_s, {}, true);
    add("huge network", u"v=spf1 ip4:20.0.0.0/15 -all"_s, {u"network-huge@8 ip4:20.0.0.0/15"_s},
        true);
    add("large network", u"v=spf1 ip4:133.1.0.0/16 -all"_s, {}, true);
    add("huge network, IPv6", u"v=spf1 ip6:2001::/31 -all"_s, {u"network-huge@8 ip6:2001::/31"_s},
        true);
    add("no all", u"v=spf1 mx"_s, {u"all-missing@0"_s}, true);
    add("neutral all", u"v=spf1 mx ?all"_s, {u"all-neutral@11 ?all"_s}, true);
    add("terms behind all", u"v=spf1 -all mx a"_s, {u"terms-after-all@13 mx"_s}, true);
    add("errors behind all are errors", u"v=spf1 -all foo"_s,
        {u"unknown-mechanism@13 foo"_s, u"terms-after-all@13 foo"_s}, false);
    add("redirect beside all", u"v=spf1 redirect=example.com -all"_s, {u"redirect-ignored@0"_s},
        true);
    add("ptr", u"v=spf1 ptr:example.com -all"_s, {u"ptr-used@8 ptr:example.com"_s}, true);
    add("exists", u"v=spf1 exists:%{i}.example.com -all"_s,
        {u"exists-opaque@8 exists:%{i}.example.com"_s}, true);
    add("include by macro", u"v=spf1 include:%{d}.example.com -all"_s,
        {u"macro-opaque@8 include:%{d}.example.com"_s}, true);
    add("redirect by macro", u"v=spf1 redirect=_spf.%{d}"_s,
        {u"macro-opaque@8 redirect=_spf.%{d}"_s}, true);
    add("same term twice", u"v=spf1 mx include:a.example include:A.example -all"_s,
        {u"term-repeated@29 include:A.example"_s}, true);
    add("private network", u"v=spf1 ip4:192.168.1.0/24 -all"_s,
        {u"network-private@8 ip4:192.168.1.0/24"_s}, true);
    add("host within a network", u"v=spf1 ip4:192.0.2.77/24 -all"_s,
        {u"host-bits-set@8 ip4:192.0.2.77/24"_s}, true);
    add("long",
        u"v=spf1 "_s + u"ip4:192.0.2.1 "_s.repeated(1) + u"a:"_s + (u"a."_s).repeated(110) +
            u"jp a:"_s + (u"b."_s).repeated(110) + u"jp -all"_s,
        {u"record-long@0"_s}, true);
}

void TestSpfRecord::tells()
{
    QFETCH(QString, text);
    const SpfRecord record = parseSpf(text);
    QTEST(told(record), "problems");
    QTEST(record.isValid(), "valid");
}

void TestSpfRecord::cleans_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("cleaned");
    QTest::addColumn<QStringList>("problems");
    const QString good = u"v=spf1 mx -all"_s;
    const QStringList quotes{u"quotes-removed@0"_s};
    const QStringList invisible{u"invisible-removed@0"_s};
    QTest::newRow("as it is") << good << good << QStringList{};
    QTest::newRow("blanks around") << u" \n v=spf1 mx -all\r\n"_s << good << QStringList{};
    QTest::newRow("wrapped lines")
        << u"v=spf1\n mx\n\t-all"_s << u"v=spf1  mx  -all"_s << QStringList{};
    QTest::newRow("quoted") << u"\"v=spf1 mx -all\""_s << good << quotes;
    QTest::newRow("typographic quotes") << u"\u201cv=spf1 mx -all\u201d"_s << good << quotes;
    QTest::newRow("two strings") << u"\"v=spf1 m\" \"x -all\""_s << good << quotes;
    QTest::newRow("zone file") << u"example.com. 3600 IN TXT ( \"v=spf1 mx \"\n  \"-all\" )"_s
                               << good << quotes;
    QTest::newRow("zone file without quotes")
        << u"example.com. IN TXT v=spf1 mx -all"_s << good << quotes;
    QTest::newRow("byte order mark") << u"\ufeffv=spf1 mx -all"_s << good << invisible;
    QTest::newRow("no-break blank") << u"v=spf1\u00a0mx -all"_s << good << invisible;
    QTest::newRow("wide blank") << u"v=spf1\u3000mx -all"_s << good << invisible;
    QTest::newRow("zero width") << u"v=spf1 m\u200bx -all"_s << good << invisible;
    QTest::newRow("two records") << u"\"v=spf1 mx -all\"\n\"v=spf1 mx\""_s
                                 << u"v=spf1 mx -all v=spf1 mx"_s
                                 << QStringList{u"quotes-removed@0"_s,
                                        u"several-records@16 v=spf1"_s, u"terms-after-all@23 mx"_s};
    QTest::newRow("quotation mark at the end") << u"v=spf1 mx -all\""_s << good << quotes;
    QTest::newRow("quotation mark at the front") << u"\"v=spf1 mx -all"_s << good << quotes;
}

void TestSpfRecord::cleans()
{
    QFETCH(QString, text);
    const SpfRecord record = parseSpf(text);
    QTEST(record.text, "cleaned");
    QTEST(told(record), "problems");
}

void TestSpfRecord::isSpf_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("is");
    QTest::newRow("record") << u"v=spf1 -all"_s << true;
    QTest::newRow("version alone") << u"v=spf1"_s << true;
    QTest::newRow("capitals") << u"V=SPF1 -all"_s << true;
    QTest::newRow("later version") << u"v=spf10 -all"_s << false;
    QTest::newRow("blank before") << u" v=spf1 -all"_s << false;
    QTest::newRow("tab behind") << u"v=spf1\t-all"_s << false;
    QTest::newRow("DMARC") << u"v=DMARC1; p=none"_s << false;
    QTest::newRow("empty") << QString() << false;
}

void TestSpfRecord::isSpf()
{
    QFETCH(QString, text);
    QTEST(sekisho::isSpf(text), "is");
}

void TestSpfRecord::keysDiffer()
{
    QSet<QString> keys;
    constexpr int count = int(SpfProblemCode::InvisibleRemoved) + 1;
    for (int i = 0; i < count; ++i)
        keys.insert(spfProblemKey(SpfProblemCode(i)));
    QCOMPARE(keys.size(), count);
}

void TestSpfRecord::placesAreInTheCleanedText()
{
    const SpfRecord record = parseSpf(u"  \"v=spf1 mx foo -all\""_s);
    QCOMPARE(record.problems.size(), 2);
    QCOMPARE(record.problems.last().place, (Place{10, 1, 11}));
    QCOMPARE(record.text.sliced(10, 3), u"foo"_s);
    QCOMPARE(record.terms.last().offset, 14);
}

void TestSpfRecord::hugeTextIsCut()
{
    const SpfRecord record = parseSpf(u"v=spf1 "_s + u"ip4:192.0.2.1 "_s.repeated(1'000'000));
    QCOMPARE(record.text.size(), 65'536);
    QVERIFY(record.has(SpfProblemCode::RecordLong));
}

void TestSpfRecord::manyProblemsAreCut()
{
    const SpfRecord record = parseSpf(u"v=spf1 "_s + u"foo "_s.repeated(10'000));
    QVERIFY(record.problems.size() <= 202);
    QVERIFY(!record.isValid());
}

QTEST_GUILESS_MAIN(TestSpfRecord)
#include "tst_spfrecord.moc"
