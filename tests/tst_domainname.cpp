// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/aggregatereport.h"
#include "report/domainname.h"

#include <QTest>

using namespace sekisho;
using namespace Qt::StringLiterals;

class TestDomainName final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void normalizes_data();
    void normalizes();
    void below_data();
    void below();
    void addresses_data();
    void addresses();
    void organizationalDomains_data();
    void organizationalDomains();
    void aligned_data();
    void aligned();
    void manyDomains();
    void reporters_data();
    void reporters();
};

void TestDomainName::normalizes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");

    QTest::newRow("as it is") << u"mail.example.com"_s << u"mail.example.com"_s;
    QTest::newRow("upper case") << u"Mail.EXAMPLE.Com"_s << u"mail.example.com"_s;
    QTest::newRow("a dot at the end") << u"example.com."_s << u"example.com"_s;
    QTest::newRow("upper case and a dot") << u"EXAMPLE.COM."_s << u"example.com"_s;
    QTest::newRow("blanks") << u" example.com\t\n"_s << u"example.com"_s;
    QTest::newRow("an underscore") << u"_dmarc.example.com"_s << u"_dmarc.example.com"_s;
    QTest::newRow("U-labels") << u"日本語.jp"_s << u"xn--wgv71a119e.jp"_s;
    QTest::newRow("U-labels in upper case") << u"BÜCHER.Example"_s << u"xn--bcher-kva.example"_s;
    QTest::newRow("A-labels") << u"XN--WGV71A119E.JP"_s << u"xn--wgv71a119e.jp"_s;
    QTest::newRow("ideographic full stops") << u"日本語。jp"_s << u"xn--wgv71a119e.jp"_s;
    QTest::newRow("an underscore beside U-labels")
        << u"_dmarc.日本語.jp"_s << u"_dmarc.xn--wgv71a119e.jp"_s;
    QTest::newRow("empty") << u""_s << u""_s;
    QTest::newRow("only dots") << u"..."_s << u""_s;
    QTest::newRow("no domain name") << u" Yahoo! Inc "_s << u"yahoo! inc"_s;
}

void TestDomainName::normalizes()
{
    QFETCH(const QString, text);
    QTEST(normalizedDomain(text), "expected");
}

void TestDomainName::below_data()
{
    QTest::addColumn<QString>("domain");
    QTest::addColumn<QString>("parent");
    QTest::addColumn<bool>("expected");

    QTest::newRow("same") << u"example.com"_s << u"example.com"_s << true;
    QTest::newRow("below") << u"a.b.example.com"_s << u"example.com"_s << true;
    QTest::newRow("above") << u"example.com"_s << u"a.example.com"_s << false;
    QTest::newRow("the same ending") << u"badexample.com"_s << u"example.com"_s << false;
    QTest::newRow("no parent") << u"example.com"_s << u""_s << false;
    QTest::newRow("no domain") << u""_s << u"example.com"_s << false;
}

void TestDomainName::below()
{
    QFETCH(const QString, domain);
    QFETCH(const QString, parent);
    QTEST(isSameOrBelow(domain, parent), "expected");
}

void TestDomainName::addresses_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("expected");

    QTest::newRow("plain") << u"noreply@Google.com"_s << u"google.com"_s;
    QTest::newRow("in angle brackets") << u"Reports <r@example.jp>"_s << u"example.jp"_s;
    QTest::newRow("an @ in quotes") << u"\"a@b\"@example.jp"_s << u"example.jp"_s;
    QTest::newRow("no address") << u"MAILER-DAEMON"_s << u""_s;
    QTest::newRow("nothing behind the @") << u"someone@"_s << u""_s;
}

void TestDomainName::addresses()
{
    QFETCH(const QString, address);
    QTEST(domainOfAddress(address), "expected");
}

void TestDomainName::organizationalDomains_data()
{
    QTest::addColumn<QString>("domain");
    QTest::addColumn<QString>("expected");

    QTest::newRow("one label below a suffix") << u"example.com"_s << u"example.com"_s;
    QTest::newRow("below that") << u"a.b.example.com"_s << u"example.com"_s;
    QTest::newRow("co.jp") << u"mail.example.co.jp"_s << u"example.co.jp"_s;
    QTest::newRow("lg.jp") << u"mail.city.lg.jp"_s << u"city.lg.jp"_s;
    QTest::newRow("two towns of lg.jp") << u"foo.lg.jp"_s << u"foo.lg.jp"_s;
    QTest::newRow("ac.jp") << u"x.example.ac.jp"_s << u"example.ac.jp"_s;
    QTest::newRow("jp itself") << u"www.example.jp"_s << u"example.jp"_s;
    QTest::newRow("a prefecture") << u"www.example.aichi.jp"_s << u"example.aichi.jp"_s;
    QTest::newRow("wildcard rule") << u"a.b.c.kawasaki.jp"_s << u"b.c.kawasaki.jp"_s;
    QTest::newRow("exception to it") << u"www.city.kawasaki.jp"_s << u"city.kawasaki.jp"_s;
    QTest::newRow("co.uk") << u"a.example.co.uk"_s << u"example.co.uk"_s;
    QTest::newRow("A-labels") << u"mail.xn--wgv71a119e.jp"_s << u"xn--wgv71a119e.jp"_s;
    QTest::newRow("A-labels in the suffix") << u"a.example.xn--p1ai"_s << u"example.xn--p1ai"_s;
    QTest::newRow("a suffix that is not listed")
        << u"mail.host.localdomain"_s << u"host.localdomain"_s;
    QTest::newRow("a suffix") << u"co.jp"_s << u"co.jp"_s;
    QTest::newRow("a top level") << u"com"_s << u"com"_s;
    QTest::newRow("one name") << u"localhost"_s << u"localhost"_s;
    QTest::newRow("empty") << u""_s << u""_s;
    QTest::newRow("an address is no domain") << u"192.0.2.1"_s << u"192.0.2.1"_s;
    QTest::newRow("an address in brackets") << u"[192.0.2.1]"_s << u"[192.0.2.1]"_s;
    QTest::newRow("an empty label") << u"a..example.com"_s << u"a..example.com"_s;
    QTest::newRow("a blank inside") << u"some one.example.com"_s << u"some one.example.com"_s;
}

void TestDomainName::organizationalDomains()
{
    QFETCH(const QString, domain);
    const OrganizationalDomains domains;
    QTEST(domains.of(domain), "expected");
    QTEST(domains.of(domain), "expected"); // as remembered
}

void TestDomainName::aligned_data()
{
    QTest::addColumn<QString>("domain");
    QTest::addColumn<QString>("from");
    QTest::addColumn<bool>("relaxed");
    QTest::addColumn<bool>("strict");

    QTest::newRow("equal") << u"example.com"_s << u"example.com"_s << true << true;
    QTest::newRow("below the From domain")
        << u"m.example.com"_s << u"example.com"_s << true << false;
    QTest::newRow("above the From domain")
        << u"example.com"_s << u"m.example.com"_s << true << false;
    QTest::newRow("beside it") << u"a.example.com"_s << u"b.example.com"_s << true << false;
    QTest::newRow("another domain") << u"example.net"_s << u"example.com"_s << false << false;
    QTest::newRow("the same ending") << u"badexample.com"_s << u"example.com"_s << false << false;
    QTest::newRow("two towns of lg.jp") << u"foo.lg.jp"_s << u"bar.lg.jp"_s << false << false;
    QTest::newRow("two companies of co.jp") << u"foo.co.jp"_s << u"bar.co.jp"_s << false << false;
    QTest::newRow("the suffix itself") << u"co.jp"_s << u"foo.co.jp"_s << false << false;
    QTest::newRow("no domain") << u""_s << u"example.com"_s << false << false;
    QTest::newRow("no From") << u"example.com"_s << u""_s << false << false;
    QTest::newRow("neither") << u""_s << u""_s << false << false;
    QTest::newRow("two addresses") << u"192.0.2.1"_s << u"198.51.2.1"_s << false << false;
}

void TestDomainName::aligned()
{
    QFETCH(const QString, domain);
    QFETCH(const QString, from);
    const OrganizationalDomains domains;
    QTEST(domains.aligned(domain, from, false), "relaxed");
    QTEST(domains.aligned(domain, from, true), "strict");
}

/// What is remembered grows between the two sides of a comparison; the first must stay valid.
void TestDomainName::manyDomains()
{
    const OrganizationalDomains domains;
    for (int i = 0; i < 20'000; ++i) {
        const QString own = u"a.n%1.example%1.co.jp"_s.arg(i);
        QVERIFY(domains.aligned(own, u"b.example%1.co.jp"_s.arg(i), false));
        QVERIFY(!domains.aligned(u"c"_s + own, u"d.example%1.ne.jp"_s.arg(i), false));
    }
}

void TestDomainName::reporters_data()
{
    QTest::addColumn<QString>("orgName");
    QTest::addColumn<QString>("email");
    QTest::addColumn<QString>("expected");

    QTest::newRow("a domain") << u"google.com"_s << u"x@example.com"_s << u"google.com"_s;
    QTest::newRow("a domain in mixed case") << u"Mail.Ru"_s << u""_s << u"mail.ru"_s;
    QTest::newRow("a host of an appliance")
        << u"esa1.hc123-45.iphmx.com"_s << u"MAILER-DAEMON@esa1.hc123-45.iphmx.com"_s
        << u"iphmx.com"_s;
    QTest::newRow("a name") << u"Enterprise Outlook"_s << u"dmarcreport@microsoft.com"_s
                            << u"microsoft.com"_s;
    QTest::newRow("a name that ends in a dot")
        << u"Yahoo! Inc."_s << u"d@dmarc.yahoo.com"_s << u"yahoo.com"_s;
    QTest::newRow("empty") << u""_s << u"double-bounce@veeam.com"_s << u"veeam.com"_s;
    QTest::newRow("a name and no address")
        << u"Sample Reporter"_s << u"MAILER-DAEMON"_s << u"sample reporter"_s;
    QTest::newRow("nothing") << u""_s << u""_s << u""_s;
}

void TestDomainName::reporters()
{
    QFETCH(const QString, orgName);
    QFETCH(const QString, email);
    AggregateReport report;
    report.orgName = orgName;
    report.email = email;
    QTEST(reporterDomain(report), "expected");
}

QTEST_GUILESS_MAIN(TestDomainName)
#include "tst_domainname.moc"
