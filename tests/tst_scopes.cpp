// SPDX-License-Identifier: GPL-3.0-or-later
// The scopes of the filter bar, through the whole window. The numbers are those of the talk's
// tables "My Senders" (All, Internal, Third Party) and "Unauthorized".
#include "session.h"

#include "analysis/cases/facts.h"
#include "support/samplefiles.h"
#include "tables/exporttable.h"
#include "widgets/heatmapview.h"

#include <QAbstractButton>
#include <QTemporaryDir>
#include <QTest>

using namespace sekisho;
using namespace Qt::StringLiterals;

namespace {

/// Messages and percentages of the nine cells, row by row: DKIM aligned, not aligned, fail.
struct TalkTable {
    std::array<int, cellCount> messages;
    QStringList percents; ///< a dash of ours: "0.00 %" for none at all, "< 0.01 %" for a few
};

const TalkTable internalTable{{13231, 1006, 238, 1532, 861, 28, 64256, 626, 1841},
    {u"15.82"_s, u"1.20"_s, u"0.28"_s, u"1.83"_s, u"1.03"_s, u"0.03"_s, u"76.84"_s, u"0.75"_s,
        u"2.20"_s}};
// The talk rounds the 2 messages of the first row down to 0.00 %; here few are never none.
const TalkTable thirdPartyTable{{0, 51722, 2, 0, 0, 0, 0, 5, 0},
    {u"0.00"_s, u"99.99"_s, u"< 0.01"_s, u"0.00"_s, u"0.00"_s, u"0.00"_s, u"0.00"_s, u"0.01"_s,
        u"0.00"_s}};
const TalkTable ownTable{{13231, 52728, 240, 1532, 861, 28, 64256, 631, 1841},
    {u"9.78"_s, u"38.96"_s, u"0.18"_s, u"1.13"_s, u"0.64"_s, u"0.02"_s, u"47.47"_s, u"0.47"_s,
        u"1.36"_s}};
const TalkTable unauthorisedTable{{0, 37013, 40918, 0, 69108, 27898, 0, 25701, 59034},
    {u"0.00"_s, u"14.25"_s, u"15.76"_s, u"0.00"_s, u"26.61"_s, u"10.74"_s, u"0.00"_s, u"9.90"_s,
        u"22.73"_s}};

QString record(const QString &ip, int count, Cell cell)
{
    const auto word = [](bool pass) { return pass ? u"pass"_s : u"fail"_s; };
    const auto domain = [](Outcome outcome) {
        return outcome == Outcome::Unaligned ? u"relay.example"_s : u"example.co.jp"_s;
    };
    return u"<record><row><source_ip>%1</source_ip><count>%2</count><policy_evaluated>"
           "<disposition>none</disposition><dkim>%3</dkim><spf>%4</spf></policy_evaluated></row>"
           "<identifiers><header_from>example.co.jp</header_from></identifiers><auth_results>"
           "<dkim><domain>%5</domain><selector>s</selector><result>%6</result></dkim>"
           "<spf><domain>%7</domain><result>%8</result></spf></auth_results></record>\n"_s.arg(ip,
               QString::number(count), word(cell.dkim == Outcome::Aligned),
               word(cell.spf == Outcome::Aligned), domain(cell.dkim),
               word(cell.dkim != Outcome::Failed), domain(cell.spf),
               word(cell.spf != Outcome::Failed));
}

/// A record per cell with messages; every cell comes from an address of its own.
QString recordsOf(const TalkTable &table, const QString &network)
{
    QString records;
    for (int i = 0; i < cellCount; ++i) {
        const int count = table.messages[size_t(i)];
        // In two parts, as sums are what is shown.
        const int part = count / 3;
        for (const int messages : {part, count - part}) {
            if (messages > 0)
                records += record(network.arg(i + 1), messages, Cell::at(i));
        }
    }
    return records;
}

QByteArray talkReport()
{
    return u"<?xml "
           u"version=\"1.0\"?><feedback><report_metadata><org_name>reporter.example</org_name>"
           "<email>d@reporter.example</email><report_id>talk</report_id><date_range>"
           "<begin>1501545600</begin><end>1501631999</end></date_range></report_metadata>"
           "<policy_published><domain>example.co.jp</domain><adkim>r</adkim><aspf>r</aspf><p>none</"
           "p>"
           "</policy_published>\n%1%2%3</feedback>\n"_s
               .arg(recordsOf(internalTable, u"192.0.2.%1"_s),
                   recordsOf(thirdPartyTable, u"203.0.113.%1"_s),
                   recordsOf(unauthorisedTable, u"198.51.100.%1"_s))
               .toUtf8();
}

/// The reports, a registry with network and host name, and a session over both.
struct Talk {
    Talk()
        : settings(home.filePath(u"settings.ini"_s), QSettings::IniFormat)
        , session(settings, u"en"_s)
    {
        if (!fixture::writeFile(home.filePath(u"reports/talk.xml"_s), talkReport()) ||
            !fixture::writeFile(home.filePath(u"own-senders.tsv"_s),
                "192.0.2.0/24\tinternal\nmailer.example\tthird_party\n"))
            qFatal("no place to write");
        QByteArray hosts;
        for (int i = 1; i <= cellCount; ++i)
            hosts += "203.0.113." + QByteArray::number(i) + "\tout" + QByteArray::number(i) +
                ".mailer.example\n";
        fixture::writeFile(home.filePath(u"hosts.tsv"_s), hosts);
        session.keepSendersIn(home.path());
        session.loadHostNames(home.filePath(u"hosts.tsv"_s));
        session.start({home.filePath(u"reports"_s)});
        session.window().showPage(PageId::Alignment);
        session.window().show();
        wait();
    }
    void wait() const { QTRY_VERIFY_WITH_TIMEOUT(session.isIdle(), 20000); }
    [[nodiscard]] QAbstractButton *scope(const QString &name)
    {
        for (QAbstractButton *button : session.window().findChildren<QAbstractButton *>()) {
            if (button->accessibleName() == u"Scope: "_s + name)
                return button;
        }
        return nullptr;
    }
    [[nodiscard]] const HeatmapData &shown()
    {
        return session.window().page(PageId::Alignment)->findChild<HeatmapView *>()->data();
    }

    QTemporaryDir home;
    QSettings settings;
    Session session;
};

/// Rows of a scope of the exported matrix, as "messages percent".
QStringList exported(const View &view, const QString &scope)
{
    const ExportTable table = exportTable(u"matrix"_s,
        {*view.dataset, *view.senders, *view.results, *view.own, view.filter, Judgement()});
    QStringList lines;
    for (const auto &row : table.rows) {
        if (row.at(0).toString() == scope)
            lines.append(row.at(3).toString());
    }
    return lines;
}

} // namespace

class TestScopes final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tablesOfTheTalk_data();
    void tablesOfTheTalk();
    void exportAgrees();
    void scopeIsOnEveryPageAndBackUndoes();
    void keyboardChooses();
    void registeringChangesWhatIsShown();
};

void TestScopes::tablesOfTheTalk_data()
{
    QTest::addColumn<QString>("scope");
    QTest::addColumn<TalkTable>("expected");
    QTest::newRow("My senders: all") << u"My senders"_s << ownTable;
    QTest::newRow("My senders: internal") << u"Internal"_s << internalTable;
    QTest::newRow("My senders: third party") << u"Third party"_s << thirdPartyTable;
    QTest::newRow("unauthorised") << u"Unauthorised"_s << unauthorisedTable;
}

void TestScopes::tablesOfTheTalk()
{
    QFETCH(QString, scope);
    QFETCH(TalkTable, expected);
    Talk talk;
    QVERIFY(talk.scope(scope));
    QTest::mouseClick(talk.scope(scope), Qt::LeftButton);
    talk.wait();
    const HeatmapData &shown = talk.shown();
    const QLocale english(QLocale::English);
    QStringList counts;
    for (const int messages : expected.messages)
        counts.append(english.toString(messages));
    QCOMPARE(QStringList(shown.counts.begin(), shown.counts.end()), counts);
    QStringList percents(shown.percents.begin(), shown.percents.end());
    for (QString &text : percents) {
        QVERIFY2(text.endsWith(u'%'), qPrintable(text));
        text = text.chopped(1).simplified(); // its blanks are no-break
    }
    QCOMPARE(percents, expected.percents);
}

void TestScopes::exportAgrees()
{
    Talk talk;
    const auto words = [](const TalkTable &table) {
        QStringList lines;
        for (const int messages : table.messages)
            lines.append(QString::number(messages));
        return lines;
    };
    QCOMPARE(exported(talk.session.view(), u"internal"_s), words(internalTable));
    QCOMPARE(exported(talk.session.view(), u"third_party"_s), words(thirdPartyTable));
    QCOMPARE(exported(talk.session.view(), u"unauthorised"_s), words(unauthorisedTable));
    Filter filter;
    filter.scope = Scope::Own;
    talk.session.setFilter(filter);
    talk.wait();
    QCOMPARE(exported(talk.session.view(), u"all"_s), words(ownTable));
    QCOMPARE(exported(talk.session.view(), u"unauthorised"_s), QStringList(cellCount, u"0"_s));
}

void TestScopes::scopeIsOnEveryPageAndBackUndoes()
{
    Talk talk;
    talk.scope(u"Third party"_s)->click();
    talk.wait();
    for (int page = 0; page < pageCount; ++page) {
        talk.session.window().showPage(PageId(page));
        QVERIFY(talk.scope(u"Third party"_s)->isVisible());
        QVERIFY(talk.scope(u"Third party"_s)->isChecked());
        QVERIFY(talk.scope(u"All"_s)->isEnabled());
        QVERIFY(!talk.scope(u"All"_s)->toolTip().isEmpty());
    }
    QCOMPARE(talk.session.view().results->totals.counts.messages, 51729);
    Q_EMIT talk.session.window().backRequested();
    talk.wait();
    QVERIFY(talk.scope(u"All"_s)->isChecked());
    QCOMPARE(talk.session.view().results->totals.counts.messages, 135348 + 259672);
}

void TestScopes::keyboardChooses()
{
    Talk talk;
    talk.session.window().activateWindow();
    talk.scope(u"All"_s)->setFocus(Qt::TabFocusReason);
    QTest::keyClick(talk.scope(u"All"_s), Qt::Key_Right);
    talk.wait();
    QCOMPARE(talk.session.view().filter.scope, Scope::Own);
    QCOMPARE(talk.session.view().results->totals.counts.messages, 135348);
}

void TestScopes::registeringChangesWhatIsShown()
{
    Talk talk;
    talk.scope(u"Unauthorised"_s)->click();
    talk.wait();
    OwnSenders::Entry entry;
    entry.network = IpNetwork::parse(u"198.51.100.0/24");
    Q_EMIT talk.session.window().page(PageId::Senders)->ownSenderRequested(entry);
    talk.wait();
    QCOMPARE(talk.session.view().results->totals.counts.messages, 0);
    talk.scope(u"Internal"_s)->click();
    talk.wait();
    QCOMPARE(talk.shown().counts[8], u"60,875"_s); // 1,841 + 59,034
}

QTEST_MAIN(TestScopes)
#include "tst_scopes.moc"
