// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/reader.h"

#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace sekisho;
using namespace Qt::StringLiterals;

namespace {

const QString corpus = QString::fromUtf8(SEKISHO_CORPUS);

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

std::vector<ReadItem> itemsOf(const QString &path)
{
    std::vector<ReadItem> items;
    const Stop stop;
    read(contentOf(path), path, Limits(), stop,
        [&](ReadItem &&item) { items.push_back(std::move(item)); });
    return items;
}

template <typename Report> std::vector<Report> reportsIn(const QString &path)
{
    std::vector<Report> reports;
    for (ReadItem &item : itemsOf(path)) {
        if (auto *report = std::get_if<Report>(&item.content))
            reports.push_back(std::move(*report));
    }
    return reports;
}

/// The fields of one CSV line (RFC 4180).
QStringList cellsOf(const QString &line)
{
    QStringList cells{QString()};
    bool quoted = false;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const QChar c = line[i];
        if (quoted && c == u'"' && i + 1 < line.size() && line[i + 1] == u'"')
            cells.back() += line[++i];
        else if (c == u'"')
            quoted = !quoted;
        else if (c == u',' && !quoted)
            cells.append(QString());
        else
            cells.back() += c;
    }
    return cells;
}

/// The lines of the table of totals with the given status, split into their columns.
QList<QStringList> expectedTotals(const QString &status)
{
    QList<QStringList> rows;
    const QByteArray table = contentOf(corpus + u"/EXPECTED_aggregate_totals.csv"_s);
    for (const QString &line : QString::fromUtf8(table).split(u'\n', Qt::SkipEmptyParts)) {
        const QStringList cells = cellsOf(line.trimmed());
        if (cells.value(1) == status)
            rows.append(cells);
    }
    return rows;
}

int columnOf(Evaluated value)
{
    return value == Evaluated::Pass ? 0 : value == Evaluated::Fail ? 1 : 2;
}

/// A report as a line of the table of totals: the nine cells are messages by policy_evaluated.
QStringList totalsOf(const QString &file, const AggregateReport &report)
{
    qint64 messages = 0;
    qint64 passed = 0;
    std::array<qint64, 9> cells{};
    for (const Record &record : report.records) {
        const int dkim = columnOf(record.dkimEvaluated);
        const int spf = columnOf(record.spfEvaluated);
        messages += record.count;
        if (dkim == 0 || spf == 0)
            passed += record.count;
        cells[size_t(dkim * 3 + spf)] += record.count;
    }
    QStringList line{file, u"ok"_s, report.orgName, report.reportId, report.policy.domain,
        QString::number(report.period.begin), QString::number(report.period.end),
        report.policy.pText, QString::number(report.records.size()), QString::number(messages),
        QString::number(passed)};
    for (const qint64 cell : cells)
        line.append(QString::number(cell));
    return line;
}

/// The words of the expected JSON are the names of an enumeration; "Unspecified" is an absence.
QString enumWord(const QString &word)
{
    static const QHash<QString, QString> words{{u"Unspecified"_s, {}}, {u"Relaxed"_s, u"r"_s},
        {u"Strict"_s, u"s"_s}, {u"MailFrom"_s, u"mfrom"_s},
        {u"TrustedForwarder"_s, u"trusted_forwarder"_s}, {u"MailingList"_s, u"mailing_list"_s},
        {u"LocalPolicy"_s, u"local_policy"_s}, {u"SampledOut"_s, u"sampled_out"_s},
        {u"PolicyTestMode"_s, u"policy_test_mode"_s}};
    const auto found = words.constFind(word);
    return found == words.cend() ? word.toLower() : *found;
}

QString textOf(const QJsonObject &object, const char *key)
{
    return object[QLatin1StringView(key)].toString();
}

QString wordOf(const QJsonObject &object, const char *key)
{
    return enumWord(textOf(object, key));
}

/// Both sides as lines of the same form, so that a difference shows as the field it is in.
QStringList linesOf(const QJsonObject &json)
{
    const QJsonObject metadata = json["report_metadata"_L1].toObject();
    const QJsonObject range = metadata["date_range"_L1].toObject();
    const QJsonObject policy = json["policy_published"_L1].toObject();
    QStringList lines{u"version %1"_s.arg(json["version"_L1].toDouble()),
        u"org "_s + textOf(metadata, "org_name"), u"email "_s + textOf(metadata, "email"),
        u"contact "_s + textOf(metadata, "extra_contact_info"),
        u"id "_s + textOf(metadata, "report_id"),
        u"period %1-%2"_s.arg(range["begin"_L1].toInteger()).arg(range["end"_L1].toInteger()),
        u"errors %1"_s.arg(metadata["error"_L1].toArray().size()),
        u"domain "_s + textOf(policy, "domain"),
        u"version_published %1"_s.arg(policy["version_published"_L1].toDouble()),
        u"adkim "_s + wordOf(policy, "adkim"), u"aspf "_s + wordOf(policy, "aspf"),
        u"p "_s + wordOf(policy, "p"), u"sp "_s + wordOf(policy, "sp"),
        u"testing %1"_s.arg(policy["testing"_L1].toBool()), u"fo "_s + textOf(policy, "fo")};
    for (const QJsonValue &value : json["record"_L1].toArray()) {
        const QJsonObject row = value["row"_L1].toObject();
        const QJsonObject evaluated = row["policy_evaluated"_L1].toObject();
        const QJsonObject identifiers = value["identifiers"_L1].toObject();
        lines << u"record %1 %2"_s.arg(textOf(row, "source_ip")).arg(row["count"_L1].toInteger())
              << u"evaluated %1 %2 %3"_s.arg(wordOf(evaluated, "disposition"),
                     wordOf(evaluated, "dkim"), wordOf(evaluated, "spf"))
              << u"identifiers %1 %2 %3"_s.arg(textOf(identifiers, "envelope_to"),
                     textOf(identifiers, "envelope_from"), textOf(identifiers, "header_from"));
        for (const QJsonValue &reason : evaluated["reason"_L1].toArray())
            lines << u"reason %1: %2"_s.arg(
                enumWord(reason["type_"_L1].toString()), reason["comment"_L1].toString());
        const QJsonObject results = value["auth_results"_L1].toObject();
        for (const QJsonValue &entry : results["dkim"_L1].toArray())
            lines << u"dkim %1 %2 %3 %4"_s.arg(entry["domain"_L1].toString(),
                entry["selector"_L1].toString(), enumWord(entry["result"_L1].toString()),
                entry["human_result"_L1].toString());
        for (const QJsonValue &entry : results["spf"_L1].toArray())
            lines << u"spf %1 %2 %3 %4"_s.arg(entry["domain"_L1].toString(),
                enumWord(entry["scope"_L1].toString()), enumWord(entry["result"_L1].toString()),
                entry["human_result"_L1].toString());
        for (const QJsonValue &entry : value["extensions"_L1].toArray())
            lines << u"extension %1 %2"_s.arg(
                entry["name"_L1].toString(), entry["definition"_L1].toString());
    }
    for (const QJsonValue &entry : json["extensions"_L1].toArray())
        lines << u"extension %1 %2"_s.arg(
            entry["name"_L1].toString(), entry["definition"_L1].toString());
    return lines;
}

QStringList linesOf(const Record &record)
{
    QStringList lines{u"record %1 %2"_s.arg(record.sourceIpText).arg(record.count),
        u"evaluated %1 %2 %3"_s.arg(word(record.disposition), record.dkimEvaluatedText.toLower(),
            record.spfEvaluatedText.toLower()),
        u"identifiers %1 %2 %3"_s.arg(record.envelopeTo, record.envelopeFrom, record.headerFrom)};
    // The expected enumeration has lost the word that RFC 9990 dropped; we keep what was written.
    for (const OverrideReason &reason : record.reasons)
        lines << u"reason %1: %2"_s.arg(
            reason.type == u"sampled_out" ? u"other"_s : reason.type, reason.comment);
    for (const DkimEntry &entry : record.dkim)
        lines << u"dkim %1 %2 %3 %4"_s.arg(
            entry.domain, entry.selector, word(entry.result), entry.humanResult);
    for (const SpfEntry &entry : record.spf)
        lines << u"spf %1 %2 %3 %4"_s.arg(
            entry.domain, entry.scope, word(entry.result), entry.humanResult);
    for (const Extension &extension : record.extensions)
        lines << u"extension %1 %2"_s.arg(extension.name, extension.definition);
    return lines;
}

QStringList linesOf(const AggregateReport &report)
{
    const PublishedPolicy &policy = report.policy;
    QStringList lines{u"version %1"_s.arg(report.version.toDouble()), u"org "_s + report.orgName,
        u"email "_s + report.email, u"contact "_s + report.extraContactInfo,
        u"id "_s + report.reportId,
        u"period %1-%2"_s.arg(report.period.begin).arg(report.period.end),
        u"errors %1"_s.arg(report.errors.size()), u"domain "_s + policy.domain,
        u"version_published %1"_s.arg(policy.versionPublished.toDouble()),
        u"adkim "_s + policy.adkim, u"aspf "_s + policy.aspf, u"p "_s + word(policy.p),
        u"sp "_s + word(policy.sp), u"testing %1"_s.arg(policy.testing == u"y"),
        u"fo "_s + policy.fo};
    for (const Record &record : report.records)
        lines += linesOf(record);
    for (const Extension &extension : report.extensions)
        lines << u"extension %1 %2"_s.arg(extension.name, extension.definition);
    return lines;
}

QStringList tlsLines(const QJsonObject &json)
{
    const QJsonObject range = json["date-range"_L1].toObject();
    const auto seconds = [&](const char *key) {
        return QDateTime::fromString(textOf(range, key), Qt::ISODate).toSecsSinceEpoch();
    };
    QStringList lines{u"org "_s + textOf(json, "organization-name"),
        u"contact "_s + textOf(json, "contact-info"), u"id "_s + textOf(json, "report-id"),
        u"period %1-%2"_s.arg(seconds("start-datetime")).arg(seconds("end-datetime"))};
    const auto joined = [](const QJsonValue &list) {
        QStringList texts;
        for (const QJsonValue &text : list.toArray())
            texts << text.toString();
        return texts.join(u'|');
    };
    for (const QJsonValue &value : json["policies"_L1].toArray()) {
        const QJsonObject policy = value["policy"_L1].toObject();
        const QJsonObject summary = value["summary"_L1].toObject();
        lines << u"policy %1 %2"_s.arg(
                     textOf(policy, "policy-type"), textOf(policy, "policy-domain"))
              << u"string "_s + joined(policy["policy-string"_L1])
              << u"mx "_s + joined(policy["mx-host"_L1])
              << u"sessions %1 %2"_s.arg(summary["total-successful-session-count"_L1].toInteger())
                     .arg(summary["total-failure-session-count"_L1].toInteger());
        for (const QJsonValue &failure : value["failure-details"_L1].toArray()) {
            const QJsonObject details = failure.toObject();
            lines << u"failure %1 %2 %3 %4 %5 %6 %7"_s.arg(textOf(details, "result-type"),
                textOf(details, "sending-mta-ip"), textOf(details, "receiving-ip"),
                textOf(details, "receiving-mx-hostname"),
                QString::number(details["failed-session-count"_L1].toInteger()),
                textOf(details, "additional-information"), textOf(details, "failure-reason-code"));
        }
    }
    return lines;
}

QStringList tlsLines(const TlsReport &report)
{
    QStringList lines{u"org "_s + report.organizationName, u"contact "_s + report.contactInfo,
        u"id "_s + report.reportId,
        u"period %1-%2"_s.arg(report.period.begin).arg(report.period.end)};
    for (const TlsPolicy &policy : report.policies) {
        lines << u"policy %1 %2"_s.arg(policy.type, policy.domain)
              << u"string "_s + policy.policyString.join(u'|')
              << u"mx "_s + policy.mxHosts.join(u'|')
              << u"sessions %1 %2"_s.arg(policy.successfulSessions).arg(policy.failedSessions);
        for (const TlsFailure &failure : policy.failures)
            lines << u"failure %1 %2 %3 %4 %5 %6 %7"_s.arg(failure.resultType, failure.sendingMtaIp,
                failure.receivingIp, failure.receivingMxHostname,
                QString::number(failure.failedSessions), failure.additionalInformation,
                failure.failureReasonCode);
    }
    return lines;
}

/// Where the first two lists differ, for a message that can be read.
QString difference(const QStringList &actual, const QStringList &expected)
{
    for (qsizetype i = 0; i < std::max(actual.size(), expected.size()); ++i) {
        if (actual.value(i) != expected.value(i))
            return u"read \"%1\", expected \"%2\""_s.arg(actual.value(i), expected.value(i));
    }
    return {};
}

} // namespace

class TestCorpus final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void totals();
    void damagedFilesAreStillRead();
    void repairedTotals_data();
    void repairedTotals();
    void aggregateFields_data();
    void aggregateFields();
    void tlsFields_data();
    void tlsFields();
    void everyFileHasAStatus();
};

void TestCorpus::initTestCase()
{
    if (!QFile::exists(corpus + u"/EXPECTED_aggregate_totals.csv"_s))
        QSKIP("The corpus of real reports is not here.");
}

void TestCorpus::totals()
{
    QStringList wrong;
    const QList<QStringList> rows = expectedTotals(u"ok"_s);
    QVERIFY(rows.size() > 1000);
    for (const QStringList &expected : rows) {
        const auto reports = reportsIn<AggregateReport>(corpus + u'/' + expected.front());
        const QStringList actual =
            reports.size() == 1 ? totalsOf(expected.front(), reports.front()) : QStringList();
        if (actual != expected)
            wrong += expected.front() + u": "_s + difference(actual, expected);
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(u'\n' + wrong.join(u'\n')));
}

void TestCorpus::damagedFilesAreStillRead()
{
    QStringList wrong;
    const QList<QStringList> rows = expectedTotals(u"not-well-formed"_s);
    QVERIFY(!rows.isEmpty());
    for (const QStringList &row : rows) {
        const auto items = itemsOf(corpus + u'/' + row.front());
        const auto *report =
            items.size() == 1 ? std::get_if<AggregateReport>(&items.front().content) : nullptr;
        // A blank before the XML declaration is against the letter, but leaves nothing to guess.
        const bool harmless = row.front().endsWith(u"dmarc-1-space.xml");
        const auto status = harmless ? ItemStatus::Read : ItemStatus::ReadWithNotes;
        if (!report || items.front().status != status)
            wrong += row.front();
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(u'\n' + wrong.join(u'\n')));
}

void TestCorpus::repairedTotals_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QStringList>("expected"); // behind file and status, counted by hand
    const auto row = [](const char *name, const char *file, const char *expected) {
        QTest::newRow(name) << QString::fromUtf8(file) << QString::fromUtf8(expected).split(u',');
    };
    row("angle brackets around an address and in a domain",
        "domainaware_parsedmarc/aggregate/invalid_xml.xml",
        "veeam.com,sonexushealth.com:1530233361,example.com,1530133200,1530219600,none,1,1,0,"
        "0,0,0,0,1,0,0,0,0");
    row("a byte that is no UTF-8", "domainaware_parsedmarc/aggregate/invalid_utf_8.xml",
        ",example.com:1538463741,example.com,1538413632,1538413632,none,1,1,0,0,0,0,0,1,0,0,0,0");
    row("a stray schema element",
        "domainaware_parsedmarc/aggregate/ikea.com!example.de!1538690400!1538776800.xml",
        "ikea.com,aggr_report_2018_10_05_5bc7e9b4f3e8a,example.de,1538690400,1538776800,none,1,1,"
        "0,0,0,0,0,1,0,0,0,0");
    row("a space before the declaration",
        "patrickkerrigan_dmarc-parser/aggregate/dmarc-1-space.xml",
        "Test org,123456,patrickkerrigan.uk,1491782400,1491868799,reject,3,10,2,2,0,0,0,8,0,0,0,0");
}

void TestCorpus::repairedTotals()
{
    QFETCH(const QString, file);
    QFETCH(const QStringList, expected);
    const auto reports = reportsIn<AggregateReport>(corpus + u'/' + file);
    QCOMPARE(reports.size(), size_t(1));
    QCOMPARE(totalsOf(file, reports.front()).sliced(2), expected);
}

void TestCorpus::aggregateFields_data()
{
    QTest::addColumn<QString>("file");
    for (const char *name : {"001.xml", "002.xml", "003.xml", "004.xml", "005.xml", "100.eml",
             "101.eml", "102.eml", "103.eml", "104.eml"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TestCorpus::aggregateFields()
{
    QFETCH(const QString, file);
    const QString folder = corpus + u"/stalwartlabs_mail-auth/"_s;
    const auto reports = reportsIn<AggregateReport>(folder + u"aggregate/"_s + file);
    QCOMPARE(reports.size(), size_t(1));
    const QByteArray json =
        contentOf(folder + u"expected/dmarc-feedback/"_s + file.first(3) + u".json"_s);
    const QJsonObject expected = QJsonDocument::fromJson(json).object();
    QVERIFY(!expected.isEmpty());
    QCOMPARE(linesOf(reports.front()), linesOf(expected));
}

void TestCorpus::tlsFields_data()
{
    QTest::addColumn<QString>("file");
    for (const char *name : {"rpt01", "rpt02"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TestCorpus::tlsFields()
{
    QFETCH(const QString, file);
    const QString folder = corpus + u"/stalwartlabs_mail-auth/"_s;
    const auto reports = reportsIn<TlsReport>(folder + u"tlsrpt/"_s + file + u".eml"_s);
    QCOMPARE(reports.size(), size_t(1));
    const QByteArray json = contentOf(folder + u"expected/tlsrpt/"_s + file + u".json"_s);
    const QJsonObject expected = QJsonDocument::fromJson(json).object();
    QVERIFY(!expected.isEmpty());
    QCOMPARE(tlsLines(reports.front()), tlsLines(expected));
}

void TestCorpus::everyFileHasAStatus()
{
    QStringList wrong;
    QDirIterator files(corpus, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        const auto items = itemsOf(path);
        if (items.empty())
            wrong += path + u": nothing"_s;
        for (const ReadItem &item : items) {
            const bool isRead =
                item.status == ItemStatus::Read || item.status == ItemStatus::ReadWithNotes;
            const bool hasContent = !std::holds_alternative<std::monostate>(item.content);
            if (!isRead && item.notes.isEmpty())
                wrong += path + u": no reason"_s;
            if (isRead != (hasContent || item.kind == ItemKind::Failure))
                wrong += path + u": status and content disagree"_s;
        }
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(u'\n' + wrong.join(u'\n')));
}

QTEST_GUILESS_MAIN(TestCorpus)
#include "tst_corpus.moc"
