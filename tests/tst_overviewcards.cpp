// SPDX-License-Identifier: GPL-3.0-or-later
// What the cards of the overview say, and where they lead: figures, domains, findings, shares,
// policies.
#include "pages/domaintiles.h"
#include "pages/findingscard.h"
#include "pages/policycard.h"
#include "pages/sharescard.h"
#include "support/overviewfixture.h"
#include "widgets/sharebutton.h"

#include <QLabel>
#include <QTest>

using namespace sekisho;
using namespace sekisho::fixture;
using namespace Qt::StringLiterals;

namespace {

SharesCard *shares(const OverviewPage &page, const QString &title)
{
    for (SharesCard *found : page.findChildren<SharesCard *>()) {
        if (found->title() == title)
            return found;
    }
    return nullptr;
}

QStringList namesOf(const SharesCard &shares)
{
    QStringList names;
    for (const ShareButton *button : shares.buttons()) {
        if (!button->isHidden())
            names << u"%1 %2 %3"_s.arg(
                button->texts().name, button->texts().number, button->texts().percent);
    }
    return names;
}

} // namespace

class TestOverviewCards final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void figuresAreTheResults();
    void changesAgainstThePeriodBefore();
    void nothingToCompareWith();
    void figuresNarrow_data();
    void figuresNarrow();
    void messagesLeadToTheirPages();
    void tilesOfDomains();
    void noTilesForOneDomain();
    void findingsInWords_data();
    void findingsInWords();
    void threeFindingsAtMost();
    void findingsLead();
    void sharesNarrow();
    void policies();
    void policyTexts_data();
    void policyTexts();
};

void TestOverviewCards::figuresAreTheResults()
{
    OverviewPage page;
    page.setView(twoDays());
    QCOMPARE(card(page, Figure::Messages)->value(), u"100"_s);
    QCOMPARE(card(page, Figure::Passed)->value(), u"80.00\u00a0%"_s);
    QCOMPARE(card(page, Figure::Spf)->value(), u"60.00\u00a0%"_s);
    QCOMPARE(card(page, Figure::Dkim)->value(), u"80.00\u00a0%"_s);
    QCOMPARE(card(page, Figure::Passed)->link(0)->text(), u"80 pass"_s);
    QCOMPARE(card(page, Figure::Passed)->link(1)->text(), u"20 fail"_s);
    QCOMPARE(card(page, Figure::Spf)->link(0)->text(), u"60 aligned"_s);
    QCOMPARE(card(page, Figure::Spf)->link(1)->text(), u"40 not"_s);
    QCOMPARE(card(page, Figure::Messages)->link(0)->text(), u"2 sender(s)"_s); // two /24
    QCOMPARE(card(page, Figure::Messages)->link(1)->text(), u"2 report(s)"_s);
    QVERIFY(card(page, Figure::Spf)->link(1)->toolTip().contains(u"40 of 100 messages"_s));
}

void TestOverviewCards::changesAgainstThePeriodBefore()
{
    // The two days before: 50 messages, 30 of them pass, all of these by both mechanisms.
    OverviewPage page;
    page.setView(twoDays());
    QCOMPARE(card(page, Figure::Messages)->changeText(), u"50"_s);
    QCOMPARE(card(page, Figure::Messages)->accessibleDescription(),
        u"100 messages now, 50 in the period before (2017-09-22 – 2017-09-23)"_s);
    QCOMPARE(card(page, Figure::Passed)->changeText(), u"20.00 points"_s);
    QCOMPARE(card(page, Figure::Passed)->accessibleDescription(),
        u"80.00\u00a0% of messages now, 60.00\u00a0% in the period before (2017-09-22 – 2017-09-23)"_s);
    QCOMPARE(card(page, Figure::Spf)->changeText(), u"as before"_s);
    QCOMPARE(card(page, Figure::Dkim)->changeText(), u"20.00 points"_s);
    const auto arrows = [&page](Figure figure) {
        QStringList found;
        for (const QLabel *label : card(page, figure)->findChildren<QLabel *>()) {
            if (!label->isHidden() && (label->text() == u"▲"_s || label->text() == u"▼"_s))
                found << label->text();
        }
        return found;
    };
    QCOMPARE(arrows(Figure::Passed), QStringList{u"▲"_s});
    QCOMPARE(arrows(Figure::Spf), QStringList());

    Filter later;
    later.period = DateSpan{firstDay + secondsPerDay, firstDay + 2 * secondsPerDay};
    later.passed = true;
    page.setView(fixture::filtered(sample(), later)); // 20 after 60
    QCOMPARE(card(page, Figure::Messages)->changeText(), u"40"_s);
    QCOMPARE(arrows(Figure::Messages), QStringList{u"▼"_s});
}

void TestOverviewCards::nothingToCompareWith()
{
    OverviewPage page;
    page.setView(sample());
    for (Figure figure : {Figure::Messages, Figure::Passed, Figure::Spf, Figure::Dkim})
        QCOMPARE(card(page, figure)->changeText(), QString());
    Filter first;
    first.period = DateSpan{firstDay - 2 * secondsPerDay, firstDay - secondsPerDay};
    page.setView(fixture::filtered(sample(), first));
    QCOMPARE(card(page, Figure::Messages)->changeText(), u"none before"_s);
    QCOMPARE(card(page, Figure::Passed)->changeText(), QString());
}

void TestOverviewCards::figuresNarrow_data()
{
    QTest::addColumn<Figure>("figure");
    QTest::addColumn<int>("link");
    QTest::addColumn<int>("passed"); ///< -1: not narrowed
    QTest::addColumn<QList<int>>("cells");
    // Rows DKIM, columns SPF: aligned, not aligned, fail.
    QTest::newRow("pass") << Figure::Passed << 0 << 1 << QList<int>{};
    QTest::newRow("fail") << Figure::Passed << 1 << 0 << QList<int>{};
    QTest::newRow("SPF aligned") << Figure::Spf << 0 << -1 << QList<int>{0, 3, 6};
    QTest::newRow("SPF not") << Figure::Spf << 1 << -1 << QList<int>{1, 2, 4, 5, 7, 8};
    QTest::newRow("DKIM aligned") << Figure::Dkim << 0 << -1 << QList<int>{0, 1, 2};
    QTest::newRow("DKIM not") << Figure::Dkim << 1 << -1 << QList<int>{3, 4, 5, 6, 7, 8};
}

void TestOverviewCards::figuresNarrow()
{
    QFETCH(Figure, figure);
    QFETCH(int, link);
    QFETCH(int, passed);
    QFETCH(QList<int>, cells);
    OverviewPage page;
    const View view = twoDays();
    page.setView(view);
    const Asked asked(page);
    card(page, figure)->link(size_t(link))->click();
    Filter wanted = view.filter;
    if (passed >= 0)
        wanted.passed = passed == 1;
    wanted.cells = cells;
    QCOMPARE(asked.filters.size(), size_t(1));
    QVERIFY(asked.filters[0] == wanted);
    QVERIFY(asked.pages.empty());
}

void TestOverviewCards::messagesLeadToTheirPages()
{
    OverviewPage page;
    page.setView(sample());
    const Asked asked(page);
    card(page, Figure::Messages)->link(0)->click();
    card(page, Figure::Messages)->link(1)->click();
    QCOMPARE(asked.pages, (std::vector<PageId>{PageId::Senders, PageId::Reports}));
    QVERIFY(asked.filters.empty());
}

void TestOverviewCards::tilesOfDomains()
{
    OverviewPage page;
    const View view = sample();
    page.setView(view);
    const auto &tiles = page.findChild<DomainTiles *>()->tiles();
    QCOMPARE(tiles.size(), size_t(2));
    QCOMPARE(tiles[0]->domain(), u"example.com"_s); // 130 messages, 90 of them pass
    QCOMPARE(tiles[0]->percent(), u"69.23\u00a0%"_s);
    QCOMPARE(tiles[0]->policy(), u"p=none"_s);
    QCOMPARE(tiles[1]->percent(), u"100.00\u00a0%"_s);
    QCOMPARE(tiles[1]->policy(), u"p=reject"_s);
    const Asked asked(page);
    tiles[1]->click();
    QCOMPARE(asked.filters.at(0).domains, QStringList{u"example.net"_s});
    page.setView(fixture::filtered(view, asked.filters[0]));
    QVERIFY(tiles[1]->isChecked());
    QVERIFY(!tiles[0]->isChecked());
    QCOMPARE(card(page, Figure::Messages)->value(), u"20"_s);
    tiles[1]->click();
    QVERIFY(asked.filters.at(1).domains.isEmpty());
}

void TestOverviewCards::noTilesForOneDomain()
{
    DatasetBuilder builder;
    builder.add(
        fixture::item(reportOn(0, u"a.example"_s, {fixture::passingRecord(0, u"192.0.2.1"_s, 1)}),
            u"/1.xml"_s),
        0);
    OverviewPage page;
    page.setView(fixture::viewOf(builder));
    QVERIFY(page.findChild<DomainTiles *>()->isHidden());
}

void TestOverviewCards::findingsInWords_data()
{
    QTest::addColumn<Finding::Kind>("kind");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("detail");
    QTest::addColumn<QStringList>("parts");
    QTest::addColumn<PageId>("page");
    QTest::addColumn<Filter>("filter");
    Filter before;
    before.reporters = {u"alpha.example"_s};
    Filter sender = before;
    sender.senders = {u"198.51.100.0/24"_s};
    QTest::newRow("a sender that fails")
        << Finding::Kind::FailingSender << u"198.51.100.0/24"_s << u"198.51.100.*"_s
        << QStringList{u"1,234 "_s, u"198.51.100.*"_s, u"fail DMARC"_s} << PageId::Senders
        << sender;
    Filter lost = sender;
    lost.cells = {6}; // DKIM fail, SPF aligned
    QTest::newRow("a signer that stopped")
        << Finding::Kind::LostMechanism << u"198.51.100.0/24"_s << u"DKIM"_s
        << QStringList{u"1,234 "_s, u"without a valid DKIM signature"_s} << PageId::Senders << lost;
    lost.cells = {2}; // DKIM aligned, SPF fail
    QTest::newRow("a server that SPF does not know")
        << Finding::Kind::LostMechanism << u"198.51.100.0/24"_s << u"SPF"_s
        << QStringList{u"1,234 "_s, u"failed SPF"_s} << PageId::Senders << lost;
    QTest::newRow("conflicts") << Finding::Kind::ReportConflicts << QString() << QString()
                               << QStringList{u"differ from each other"_s} << PageId::ImportLog
                               << before;
    QTest::newRow("unreadable") << Finding::Kind::UnreadableItems << QString() << QString()
                                << QStringList{u"could not be read"_s} << PageId::ImportLog
                                << before;
    Filter domain = before;
    domain.domains = {u"example.com"_s};
    QTest::newRow("a weak policy")
        << Finding::Kind::WeakPolicy << u"example.com"_s << QString()
        << QStringList{u"example.com"_s, u"p=none"_s} << PageId::Senders << domain;
    QTest::newRow("days without reports")
        << Finding::Kind::NoReports << QString() << QString()
        << QStringList{u"there are no reports"_s} << PageId::Reports << before;
}

void TestOverviewCards::findingsInWords()
{
    QFETCH(Finding::Kind, kind);
    QFETCH(QString, key);
    QFETCH(QString, detail);
    QFETCH(QStringList, parts);
    QFETCH(PageId, page);
    QFETCH(Filter, filter);
    Filter before;
    before.reporters = {u"alpha.example"_s};
    const FindingLink link =
        findingLink({kind, key, detail, 1234}, before, {QLocale(QLocale::English), true});
    for (const QString &part : parts)
        QVERIFY2(link.text.contains(part), qPrintable(link.text));
    QVERIFY2(link.text.endsWith(u'.'), qPrintable(link.text));
    QVERIFY(!link.text.contains(u'%'));
    QCOMPARE(link.page, page);
    QVERIFY(link.filter == filter);
}

void TestOverviewCards::threeFindingsAtMost()
{
    OverviewPage page;
    View view = sample();
    auto results = std::make_shared<Results>(*view.results);
    results->findings.clear();
    view.results = results;
    page.setView(view);
    auto *findings = page.findChild<FindingsCard *>();
    QVERIFY(linksOf(*findings).isEmpty());
    results = std::make_shared<Results>(*view.results);
    for (qint64 i = 1; i <= 5; ++i)
        results->findings.push_back({Finding::Kind::UnreadableItems, {}, {}, i});
    view.results = results;
    page.setView(view);
    QCOMPARE(linksOf(*findings).size(), 3);
    QVERIFY(linksOf(*findings).first()->text().startsWith(u"1 item(s)"_s));
}

void TestOverviewCards::findingsLead()
{
    OverviewPage page;
    const View view = twoDays();
    page.setView(view);
    const auto links = linksOf(*page.findChild<FindingsCard *>());
    QCOMPARE(links.size(), 1);
    QVERIFY2(links[0]->text().startsWith(u"20 message(s) from 198.51.100.* fail DMARC"_s),
        qPrintable(links[0]->text()));
    const Asked asked(page);
    links[0]->click();
    QCOMPARE(asked.filters.size(), size_t(1));
    QCOMPARE(asked.filters[0].senders, QStringList{u"198.51.100.0/24"_s});
    QVERIFY(asked.filters[0].period == view.filter.period);
    QCOMPARE(asked.pages, std::vector<PageId>{PageId::Senders});
    QCOMPARE(asked.filtersBefore, size_t(1));
}

void TestOverviewCards::sharesNarrow()
{
    OverviewPage page;
    page.setView(twoDays());
    SharesCard *senders = shares(page, u"Top senders"_s);
    SharesCard *reporters = shares(page, u"Reporters"_s);
    SharesCard *dispositions = shares(page, u"What receivers did"_s);
    QCOMPARE(namesOf(*senders),
        (QStringList{u"192.0.2.* 80 80.00\u00a0%"_s, u"198.51.100.* 20 20.00\u00a0%"_s}));
    QCOMPARE(namesOf(*reporters),
        (QStringList{u"alpha.example 80 80.00\u00a0%"_s, u"beta.example 20 20.00\u00a0%"_s}));
    QCOMPARE(namesOf(*dispositions),
        (QStringList{
            u"Let through (none) 80 80.00\u00a0%"_s, u"Refused (reject) 20 20.00\u00a0%"_s}));
    QCOMPARE(senders->subtitle(), u"Percent of 100 message(s)"_s);
    const Asked asked(page);
    senders->buttons()[1]->click();
    reporters->buttons()[1]->click();
    dispositions->buttons()[1]->click();
    QCOMPARE(asked.filters.size(), size_t(3));
    QCOMPARE(asked.filters[0].senders, QStringList{u"198.51.100.0/24"_s});
    QCOMPARE(asked.filters[1].reporters, QStringList{u"beta.example"_s});
    QCOMPARE(asked.filters[2].dispositions, QStringList{u"reject"_s});
}

void TestOverviewCards::policies()
{
    OverviewPage page;
    const View view = sample();
    page.setView(view);
    auto *policies = page.findChild<PolicyCard *>();
    const auto links = linksOf(*policies);
    QCOMPARE(links.size(), 2);
    QCOMPARE(links[0]->text(), u"example.com: p=none"_s);
    QCOMPARE(links[1]->text(), u"example.net: p=reject"_s);
    QStringList texts;
    for (const QLabel *label : policies->findChildren<QLabel *>())
        texts << label->text();
    QVERIFY(texts.contains(u"2017-09-22 – 2017-09-24, in 2 report(s)"_s));
    const Asked asked(page);
    links[0]->click();
    QCOMPARE(asked.pages, std::vector<PageId>{PageId::Reports});
    QCOMPARE(asked.filters.at(0).domains, QStringList{u"example.com"_s});
    const View narrowed = fixture::filtered(view, asked.filters[0]);
    QCOMPARE(narrowed.results->totals.reports, 2);
}

void TestOverviewCards::policyTexts_data()
{
    QTest::addColumn<QStringList>("tags"); ///< p, sp, np, adkim, aspf, pct, t
    QTest::addColumn<QString>("text");
    QTest::newRow("defaults are left out")
        << QStringList{u"none"_s, u"none"_s, {}, u"r"_s, u"r"_s, u"100"_s, u"n"_s} << u"p=none"_s;
    QTest::newRow("strict") << QStringList{u"reject"_s, {}, {}, u"s"_s, u"s"_s, {}, {}}
                            << u"p=reject; adkim=s; aspf=s"_s;
    QTest::newRow("weaker below") << QStringList{u"reject"_s, u"none"_s, u"reject"_s, {}, {},
                                         u"50"_s, {}}
                                  << u"p=reject; sp=none; np=reject; pct=50"_s;
    QTest::newRow("a test") << QStringList{u"quarantine"_s, {}, {}, {}, {}, {}, u"y"_s}
                            << u"p=quarantine; t=y"_s;
    QTest::newRow("nothing") << QStringList{{}, {}, {}, {}, {}, {}, {}} << QString();
}

void TestOverviewCards::policyTexts()
{
    QFETCH(QStringList, tags);
    QFETCH(QString, text);
    PublishedPolicy policy;
    policy.pText = tags[0];
    policy.spText = tags[1];
    policy.npText = tags[2];
    policy.adkim = tags[3];
    policy.aspf = tags[4];
    policy.pct = tags[5];
    policy.testing = tags[6];
    QCOMPARE(policyText(policy), text);
}

QTEST_MAIN(TestOverviewCards)
#include "tst_overviewcards.moc"
