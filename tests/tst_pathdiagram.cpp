// SPDX-License-Identifier: GPL-3.0-or-later
#include "paint/pathdiagram.h"

#include "paint/fonts.h"
#include "support/reportfixture.h"

#include <QFontMetricsF>
#include <QGuiApplication>
#include <QImage>
#include <QPainter>
#include <QTest>
#include <QTranslator>

using namespace sekisho;
using namespace Qt::StringLiterals;

namespace {

constexpr size_t allCases = mailCaseCount + 1;

QFont testFont()
{
    return sized(QGuiApplication::font(), 14);
}

/// Kinds of stations, seals of legs, meanings of the receiver's checks: the picture in short.
QString inShort(const PathData &data)
{
    constexpr const char *kinds[] = {"author", "own server", "service", "forwarder", "gateway",
        "list", "spoofer", "unknown", "receiver"};
    constexpr const char *seals[] = {"none", "intact", "broken", "?"};
    constexpr const char *meanings[] = {"aligned", "unaligned", "fail", "?"};
    QString text;
    for (size_t i = 0; i < data.stations.size(); ++i) {
        const PathStation &station = data.stations[i];
        text +=
            QLatin1StringView(kinds[int(station.kind)]) + (station.ghost ? u" (not)"_s : QString());
        if (i < data.legs.size())
            text += u" -%1> "_s.arg(data.legs[i].ghost
                    ? u"no mail"_s
                    : QString::fromLatin1(seals[int(data.legs[i].seal)]));
    }
    for (const PathCheck &check : data.stations.back().checks)
        text += u", "_s + check.name + u' ' + QLatin1StringView(meanings[int(check.meaning)]);
    return text;
}

/// Everything that must not lie upon anything else.
std::vector<QRectF> solids(const PathLayout &layout)
{
    std::vector<QRectF> areas = layout.envelopes();
    for (const PathPiece &piece : layout.pieces())
        areas.push_back(piece.area);
    return areas;
}

PathFacts longNames(MailCase mailCase)
{
    PathFacts facts = exampleFacts(mailCase);
    facts.host = u"outbound-mail-relay-17.eu-central-1.forwarding.services.example.net"_s;
    facts.reporter = u"a-rather-long-name-of-a-reporting-organization.example.org"_s;
    facts.service = u"Forwarding Services International"_s;
    return facts;
}

/// A dataset of one record.
DatasetPtr datasetOf(const Record &record)
{
    AggregateReport report = fixture::report(u"google.com"_s, u"1"_s);
    report.records = {record};
    DatasetBuilder builder;
    builder.add(fixture::item(report, u"/a.xml"_s), 0);
    return builder.finish();
}

PathFacts factsOf(const Record &record, const Verdict &verdict = {})
{
    const DatasetPtr dataset = datasetOf(record);
    return pathFacts(*dataset, makeSenderIndex(*dataset, {}), 0, Basis::Computed, verdict);
}

} // namespace

class TestPathDiagram final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyCaseHasItsWay_data();
    void everyCaseHasItsWay();
    void whatBreaksStandsWhereItBreaks();
    void factsOfRecords_data();
    void factsOfRecords();
    void servicesAreNamed();
    void nothingOverlaps_data();
    void nothingOverlaps();
    void wordsFitTheirPlaces_data();
    void wordsFitTheirPlaces();
    void piecesAreFound();
    void hostileNamesAreMadeVisible();
    void paintsOnBothPalettes();
    void wordsTellTheWay();
};

void TestPathDiagram::everyCaseHasItsWay_data()
{
    QTest::addColumn<MailCase>("mailCase");
    QTest::addColumn<QString>("expected");
    // The talk's table: SPF and DKIM of the six cases.
    QTest::newRow("1 direct")
        << MailCase::Direct
        << u"author -?> own server -intact> receiver, SPF aligned, DKIM aligned, DMARC aligned"_s;
    QTest::newRow("2 forward")
        << MailCase::Forward
        << u"own server -intact> forwarder -intact> receiver, SPF fail, DKIM aligned, DMARC aligned"_s;
    QTest::newRow("3 forward without DKIM")
        << MailCase::ForwardBroken
        << u"own server -none> forwarder -none> receiver, SPF fail, DKIM fail, DMARC fail"_s;
    QTest::newRow("4 own list")
        << MailCase::ListOwn
        << u"author -intact> list -broken> receiver, SPF aligned, DKIM fail, DMARC aligned"_s;
    QTest::newRow("5 other list")
        << MailCase::ListOther
        << u"own server -intact> list -broken> receiver, SPF unaligned, DKIM fail, DMARC fail"_s;
    QTest::newRow("6 spoof")
        << MailCase::Spoof
        << u"own server (not) -no mail> spoofer -none> receiver, SPF fail, DKIM fail, DMARC fail"_s;
    QTest::newRow("misconfigured")
        << MailCase::Misconfigured
        << u"author -?> service -none> receiver, SPF unaligned, DKIM unaligned, DMARC fail"_s;
    QTest::newRow("undetermined")
        << MailCase::Undetermined
        << u"own server (not) -no mail> unknown -none> receiver, SPF fail, DKIM fail, DMARC fail"_s;
}

void TestPathDiagram::everyCaseHasItsWay()
{
    QFETCH(MailCase, mailCase);
    QFETCH(QString, expected);
    const PathData data = pathData(mailCase, exampleFacts(mailCase));
    QCOMPARE(inShort(data), expected);
    QCOMPARE(data.legs.size() + 1, data.stations.size());
    QCOMPARE(std::count_if(data.stations.begin(), data.stations.end(),
                 [](const PathStation &s) { return s.focus; }),
        1);
}

void TestPathDiagram::whatBreaksStandsWhereItBreaks()
{
    PathFacts facts = exampleFacts(MailCase::ForwardBroken);
    facts.seal = Seal::Broken;
    const PathData data = pathData(MailCase::ForwardBroken, facts);
    QCOMPARE(data.legs[0].seal, Seal::Intact);
    QCOMPARE(data.legs[1].seal, Seal::Broken);
    QCOMPARE(data.stations[0].notes.front().meaning, Meaning::Aligned);
    QCOMPARE(data.stations[1].notes.back(),
        (PathNote{Meaning::Failed, u"Alters the content: your signature breaks"_s}));

    facts = exampleFacts(MailCase::Forward);
    facts.cell.spf = Outcome::Unaligned;
    facts.mailFrom = u"srs.example.net"_s;
    facts.mailFromOurs = false;
    const PathData rewritten = pathData(MailCase::Forward, facts);
    QCOMPARE(rewritten.stations[1].notes.front(),
        (PathNote{Meaning::Unaligned, u"Rewrites MAIL FROM to srs.example.net"_s}));
}

void TestPathDiagram::factsOfRecords_data()
{
    QTest::addColumn<Record>("record");
    QTest::addColumn<Seal>("seal");
    QTest::addColumn<QString>("mailFrom");
    QTest::addColumn<bool>("mailFromOurs");
    QTest::addColumn<QString>("foreignSigner");

    const Record passing = fixture::passingRecord(0, u"192.0.2.1"_s, 1);
    QTest::newRow("passing") << passing << Seal::Intact << u"example.com"_s << true << QString();
    Record record = passing;
    record.dkim[0].result = AuthResult::Fail;
    QTest::newRow("broken signature")
        << record << Seal::Broken << u"example.com"_s << true << QString();
    record.dkim.push_back({u"example.com"_s, u"s2"_s, AuthResult::Pass, u"pass"_s, {}});
    QTest::newRow("one of two signatures broke")
        << record << Seal::Intact << u"example.com"_s << true << QString();
    record.dkim = {{u"list.example.org"_s, u"x"_s, AuthResult::Pass, u"pass"_s, {}}};
    record.spf = {{u"bounce.example.org"_s, u"mfrom"_s, AuthResult::Pass, u"pass"_s, {}}};
    QTest::newRow("others' signature and MAIL FROM")
        << record << Seal::None << u"bounce.example.org"_s << false << u"list.example.org"_s;
    record.dkim = {{u"example.com"_s, {}, AuthResult::None, u"none"_s, {}}};
    QTest::newRow("result none is no signature")
        << record << Seal::None << u"bounce.example.org"_s << false << QString();
    record = passing;
    record.dkim[0].domain = u"Mail.Example.COM."_s;
    record.spf.insert(
        record.spf.begin(), {u"host.example.net"_s, u"helo"_s, AuthResult::Pass, u"pass"_s, {}});
    QTest::newRow("a subdomain signs; MAIL FROM goes before HELO")
        << record << Seal::Intact << u"example.com"_s << true << QString();
    record = passing;
    record.dkim.clear();
    record.spf.clear();
    record.dkimEvaluated = record.spfEvaluated = Evaluated::Fail;
    QTest::newRow("no results at all")
        << record << Seal::Unknown << QString() << false << QString();
}

void TestPathDiagram::factsOfRecords()
{
    QFETCH(Record, record);
    const PathFacts facts = factsOf(record);
    QTEST(facts.seal, "seal");
    QTEST(facts.mailFrom, "mailFrom");
    QTEST(facts.mailFromOurs, "mailFromOurs");
    QTEST(facts.foreignSigner, "foreignSigner");
    QCOMPARE(facts.from, u"example.com"_s);
    QCOMPARE(facts.reporter, u"google.com"_s);
    QCOMPARE(facts.address, u"192.0.2.1"_s);
}

void TestPathDiagram::servicesAreNamed()
{
    Verdict verdict;
    verdict.evidence = {{RuleId::KnownGateway, {u"Some Filter"_s}, {}}};
    const PathFacts facts = factsOf(fixture::passingRecord(0, u"192.0.2.1"_s, 1), verdict);
    QCOMPARE(facts.serviceKind, ServiceKind::Gateway);
    const PathData data = pathData(MailCase::Forward, facts);
    QCOMPARE(data.stations[1].kind, StationKind::Gateway);
    QCOMPARE(data.stations[1].title, u"Mail filter: Some Filter"_s);

    verdict.evidence = {{RuleId::RegisteredThirdParty, {u"192.0.2.0/24"_s}, {}}};
    const PathFacts ours = factsOf(fixture::passingRecord(0, u"192.0.2.1"_s, 1), verdict);
    QCOMPARE(pathData(MailCase::Direct, ours).stations[1].kind, StationKind::Service);
    verdict.evidence.front().rule = RuleId::RegisteredInternal;
    const PathFacts internal = factsOf(fixture::passingRecord(0, u"192.0.2.1"_s, 1), verdict);
    QCOMPARE(pathData(MailCase::Direct, internal).stations[1].kind, StationKind::OwnServer);
}

void TestPathDiagram::nothingOverlaps_data()
{
    QTest::addColumn<PathData>("data");
    QTest::addColumn<int>("width");
    QTest::addColumn<bool>("japanese");
    for (const bool japanese : {false, true}) {
        for (const int width : {420, 500, 560, 640, 700, 850, 1000}) {
            for (size_t i = 0; i < allCases; ++i) {
                const QString key = caseKey(MailCase(i));
                const QString where = (japanese ? u" ja %1"_s : u" en %1"_s).arg(width);
                QTest::newRow(qPrintable(key + where))
                    << pathData(MailCase(i), exampleFacts(MailCase(i))) << width << japanese;
                QTest::newRow(qPrintable(key + where + u" long names"_s))
                    << pathData(MailCase(i), longNames(MailCase(i))) << width << japanese;
            }
        }
    }
}

/// Stands in for a translation: the longest thing that every text could be in Japanese.
static PathData asJapanese(PathData data)
{
    const auto say = [](QString &text) {
        if (!text.isEmpty())
            text = u"メールの本文または件名を変更するため署名が無効になります"_s.left(
                8 + text.size() / 2);
    };
    for (PathStation &station : data.stations) {
        say(station.title);
        say(station.checksHeading);
        for (PathCheck &check : station.checks)
            say(check.word);
        for (PathNote &note : station.notes)
            say(note.text);
    }
    for (PathLeg &leg : data.legs)
        say(leg.caption);
    return data;
}

void TestPathDiagram::nothingOverlaps()
{
    QFETCH(PathData, data);
    QFETCH(int, width);
    QFETCH(bool, japanese);
    if (japanese)
        data = asJapanese(data);
    const PathLayout layout(data, testFont(), width);
    QCOMPARE(layout.orientation(), width < 560 ? Qt::Vertical : Qt::Horizontal);
    const QRectF all = QRectF({}, layout.size()).adjusted(-0.5, -0.5, 0.5, 0.5);
    const std::vector<QRectF> areas = solids(layout);
    for (size_t i = 0; i < areas.size(); ++i) {
        QVERIFY2(all.contains(areas[i]), qPrintable(u"piece %1 leaves the picture"_s.arg(i)));
        QVERIFY(areas[i].width() > 0);
        for (size_t k = i + 1; k < areas.size(); ++k) {
            const QRectF common = areas[i].intersected(areas[k]);
            QVERIFY2(common.width() < 0.5 || common.height() < 0.5,
                qPrintable(u"pieces %1 and %2 overlap"_s.arg(i).arg(k)));
        }
    }
    for (const PathPiece &piece : layout.pieces()) {
        if (piece.kind != PathPiece::Kind::Symbol && piece.kind != PathPiece::Kind::Caption)
            QVERIFY(layout.cards()[size_t(piece.station)].contains(piece.area));
    }
}

void TestPathDiagram::wordsFitTheirPlaces_data()
{
    nothingOverlaps_data();
}

void TestPathDiagram::wordsFitTheirPlaces()
{
    QFETCH(PathData, data);
    QFETCH(int, width);
    QFETCH(bool, japanese);
    if (japanese)
        data = asJapanese(data);
    const PathLayout layout(data, testFont(), width);
    for (const PathPiece &piece : layout.pieces()) {
        const QString text = textOf(data, piece);
        if (text.isEmpty() || piece.kind == PathPiece::Kind::Name ||
            piece.kind == PathPiece::Kind::CheckDomain)
            continue; // these are elided
        const QRectF needed =
            QFontMetricsF(fontOf(piece.kind, testFont()))
                .boundingRect(QRectF(0, 0, piece.area.width(), 1e6),
                    wrapFlags(fontOf(piece.kind, testFont()), text, piece.area.width()), text);
        QVERIFY2(
            needed.width() <= piece.area.width() + 1 && needed.height() <= piece.area.height() + 1,
            qPrintable(text));
    }
}

void TestPathDiagram::piecesAreFound()
{
    const PathData data = pathData(MailCase::Forward, exampleFacts(MailCase::Forward));
    const PathLayout layout(data, testFont(), 800);
    const auto last =
        std::find_if(layout.pieces().begin(), layout.pieces().end(), [](const PathPiece &piece) {
            return piece.kind == PathPiece::Kind::CheckDomain && piece.station == 2 &&
                piece.index == 1;
        });
    QVERIFY(last != layout.pieces().end());
    const PathPiece *found = layout.pieceAt(last->area.center());
    QVERIFY(found);
    QCOMPARE(*found, *last);
    QCOMPARE(textOf(data, *found), u"example.jp"_s);
    QVERIFY(!layout.pieceAt({-5, -5}));
    QVERIFY(PathLayout(PathData(), testFont(), 800).pieces().empty());
}

void TestPathDiagram::hostileNamesAreMadeVisible()
{
    PathFacts facts = exampleFacts(MailCase::Spoof);
    facts.host = u"evil\u202Egpj.example"_s;
    facts.mailFrom = u"a\u200Bb.example"_s;
    facts.mailFromOurs = false;
    const QString words = pathInWords(pathData(MailCase::Spoof, facts));
    QVERIFY(!words.contains(QChar(0x202E)));
    QVERIFY(!words.contains(QChar(0x200B)));
    QVERIFY(words.contains(u"‹U+202E›"_s));
}

void TestPathDiagram::paintsOnBothPalettes()
{
    const QByteArray folder = qgetenv("SEKISHO_PATH_PICTURES");
    for (size_t i = 0; i < allCases; ++i) {
        const PathData data = pathData(MailCase(i), exampleFacts(MailCase(i)));
        for (const int width : {420, 700, 1000}) {
            const PathLayout layout(data, testFont(), width);
            QImage light(layout.size().toSize(), QImage::Format_RGB32);
            QImage dark(layout.size().toSize(), QImage::Format_RGB32);
            for (auto [image, palette] :
                {std::pair(&light, lightPalette()), std::pair(&dark, darkPalette())}) {
                image->fill(palette.color(QPalette::Base));
                QPainter painter(image);
                paintPath(painter, data, layout, palette, testFont());
            }
            QVERIFY(light != dark);
            const QRect symbol = layout.symbols()[1].toRect();
            bool inked = false;
            for (int x = symbol.left(); x < symbol.right(); ++x)
                inked |= light.pixelColor(x, symbol.center().y()) !=
                    lightPalette().color(QPalette::Base);
            QVERIFY(inked);
            if (folder.isEmpty())
                continue;
            const QString name =
                QString::fromLocal8Bit(folder) + u"/%1-%2-"_s.arg(caseKey(MailCase(i))).arg(width);
            light.save(name + u"light.png"_s);
            dark.save(name + u"dark.png"_s);
        }
    }
}

void TestPathDiagram::wordsTellTheWay()
{
    const QString words = pathInWords(pathData(MailCase::ListOwn, exampleFacts(MailCase::ListOwn)));
    const QStringList lines = words.split(u'\n');
    QVERIFY(lines.contains(u"Mailing list on your server (lists.example.jp)"_s));
    QVERIFY(lines.contains(u"→ signature broken"_s));
    QVERIFY(lines.contains(u"SPF: pass, aligned example.jp"_s));
}

QTEST_MAIN(TestPathDiagram)
#include "tst_pathdiagram.moc"
