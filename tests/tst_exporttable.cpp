// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/exporttable.h"

#include "analysis/cases/facts.h"

#include "support/failurefixture.h"
#include "support/matrixfixture.h"

#include <QBuffer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace sekisho;
using namespace Qt::StringLiterals;

namespace {

const QByteArray ownList = "198.51.100.0/24\tinternal\n"
                           "203.0.113.0/24\tthird_party\n";

/// Two reports that count, a duplicate of one, and files that are none.
DatasetPtr sample()
{
    AggregateReport google = fixture::report(u"google.com"_s, u"g-1"_s);
    google.policy.pText = u"None"_s;
    google.records = {fixture::cellRecord(0, u"198.51.100.7"_s, 5), fixture::talkRecord(1)};
    google.records[0].envelopeFrom = u"bounce.example.com"_s;
    google.records[0].dispositionText = u"None"_s;
    AggregateReport yahoo = fixture::report(u"=Yahoo, Inc."_s, u"y-2"_s);
    yahoo.email = u"dmarc@yahoo.example"_s;
    yahoo.period = {yahoo.period.begin + secondsPerDay, yahoo.period.end + secondsPerDay};
    yahoo.records = {
        fixture::cellRecord(8, u"203.0.113.9"_s, 3), fixture::cellRecord(6, u"198.51.100.7"_s, 1)};
    yahoo.records[1].row = 1;
    DatasetBuilder builder;
    ReadItem first = fixture::item(google, u"/in/box.zip"_s);
    first.origin.members = {u"a.gz"_s, u"a.xml"_s};
    builder.add(std::move(first), 1);
    ReadItem odd = fixture::item(yahoo, u"/in/y.xml"_s);
    odd.status = ItemStatus::ReadWithNotes;
    odd.notes.add(NoteCode::ElementUnknown, u"foo"_s, {10, 1, 11});
    odd.notes.add(NoteCode::CountZero, {}, {90, 7, 5});
    builder.add(std::move(odd), 2);
    ReadItem again = fixture::item(google, u"/in/again.xml"_s);
    again.status = ItemStatus::ReadWithNotes;
    again.notes.add(NoteCode::CountZero, {}, {90, 7, 5});
    builder.add(std::move(again), 3);
    builder.add(fixture::item(ItemKind::File, ItemStatus::Unreadable, u"/in/cut.xml"_s,
                    NoteCode::RecordLost, {}, {4711, 12, 5}),
        4);
    builder.add(fixture::item(ItemKind::Mail, ItemStatus::NotAReport, u"/in/bounce.eml"_s,
                    NoteCode::MailBounce),
        5);
    return builder.finish();
}

ExportTable tableOf(const QString &name, const DatasetPtr &data, const Filter &filter = {})
{
    Notes notes;
    const OwnSenders own = readOwnSenders(ownList, notes);
    fixture::View view = fixture::viewOf(
        data, filter, {{*IpAddress::parse(u"198.51.100.7"_s), u"mx.example.com"_s}});
    view.senders.classes = classesOf(*view.dataset, view.senders, own);
    view.results = compute(*view.dataset, view.senders, filter, Stop());
    const Judgement judgement = judge(*view.dataset, view.senders, nullptr, own, {}, {}, Stop());
    return exportTable(name, {*view.dataset, view.senders, view.results, own, filter, judgement});
}

/// Columns of the verdicts, which have tests of their own.
bool isOfVerdict(const QString &column)
{
    return column.startsWith(u"case") || column == u"probability";
}

/// One line per row, cells between bars, without the verdicts.
QStringList lines(const ExportTable &table)
{
    QStringList columns = table.columns;
    columns.removeIf(isOfVerdict);
    QStringList lines{columns.join(u'|')};
    for (const QVariantList &row : table.rows) {
        QStringList cells;
        for (qsizetype i = 0; i < row.size(); ++i) {
            if (!isOfVerdict(table.columns.value(i)))
                cells.append(row.at(i).toString());
        }
        lines.append(cells.join(u'|'));
    }
    return lines;
}

/// Scope to nine cells of "messages percent".
QMap<QString, QStringList> matrixOf(const ExportTable &table)
{
    QMap<QString, QStringList> scopes;
    for (const QVariantList &row : table.rows) {
        scopes[row.at(0).toString()].append(
            row.at(3).toString() + u' ' + QString::number(row.at(4).toDouble(), 'f', 2));
    }
    return scopes;
}

QByteArray written(const ExportTable &table, ExportFormat format)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    return writeTable(table, format, buffer) ? buffer.data() : QByteArray();
}

} // namespace

class TestExportTable final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void columnsAreStable_data();
    void columnsAreStable();
    void names();
    void reports();
    void reportsOfAFilter();
    void records();
    void sources();
    void matrix();
    void talk();
    void summary();
    void problems();
    void reasonsOfConflicts();
    void undated();
    void sameFigures();
    void csv();
    void json();
    void emptyTables();
    void verdicts();
    void reportsWriteErrors();
    void urlHits();
};

void TestExportTable::columnsAreStable_data()
{
    QTest::addColumn<QStringList>("wanted");
    const auto add = [](const char *name, const QString &columns) {
        QTest::newRow(name) << columns.split(u' ');
    };
    add("reports",
        u"file org report_id domain begin end p records messages pass_messages status notes"_s);
    add("records",
        u"file org report_id row source_ip count disposition policy_dkim policy_spf dkim spf header_from envelope_from case probability"_s);
    add("sources",
        u"source_ip host group class messages pass_messages spf_aligned dkim_aligned first last reporters case probability"_s);
    add("matrix", u"scope dkim spf messages percent"_s);
    add("failures", u"file reporter source_ip arrival to from subject domain auth_failure urls"_s);
    add("problems", u"file member status reason line column"_s);
    add("url_hits", u"file source_ip arrival subject url_defanged entry_defanged list"_s);
}

/// Scripts rely on at least these, in this order.
void TestExportTable::columnsAreStable()
{
    QFETCH(QStringList, wanted);
    QStringList columns = tableOf(QString::fromLatin1(QTest::currentDataTag()), sample()).columns;
    columns.removeIf([&wanted](const QString &column) { return !wanted.contains(column); });
    QCOMPARE(columns, wanted);
}

void TestExportTable::names()
{
    QCOMPARE(exportTableNames().first(8),
        QStringList({u"reports"_s, u"records"_s, u"sources"_s, u"matrix"_s, u"summary"_s, u"failures"_s,
            u"problems"_s, u"url_hits"_s}));
    QVERIFY(tableOf(u"nothing"_s, sample()).columns.isEmpty());
    for (const QString &name : exportTableNames()) {
        const ExportTable table = tableOf(name, sample());
        for (const QVariantList &row : table.rows)
            QCOMPARE(row.size(), table.columns.size());
    }
}

void TestExportTable::reports()
{
    QCOMPARE(lines(tableOf(u"reports"_s, sample())).sliced(1),
        QStringList({
            u"/in/box.zip|a.gz → a.xml|aggregate|google.com|g-1|example.com|2017-09-24T00:00:00Z|2017-09-24T23:59:59Z|none|2|7|5|read|"_s,
            u"/in/y.xml||aggregate|=Yahoo, Inc.|y-2|example.com|2017-09-25T00:00:00Z|2017-09-25T23:59:59Z|none|2|4|1|read_with_notes|element-unknown(foo); count-zero"_s,
            u"/in/again.xml||aggregate|google.com|g-1|example.com|2017-09-24T00:00:00Z|2017-09-24T23:59:59Z|none|2|7|5|duplicate|count-zero; duplicate-of(/in/box.zip → a.gz → a.xml)"_s,
            u"/in/cut.xml||file||||||||||unreadable|record-lost"_s,
            u"/in/bounce.eml||mail||||||||||not_a_report|mail-bounce"_s,
        }));
}

void TestExportTable::reportsOfAFilter()
{
    const auto files = [](const Filter &filter) {
        QStringList paths;
        for (const QVariantList &row : tableOf(u"reports"_s, sample(), filter).rows)
            paths.append(row.front().toString());
        return paths;
    };
    Filter filter;
    filter.period = DateSpan{1506211200, 1506211200 + secondsPerDay};
    QCOMPARE(files(filter), QStringList({u"/in/box.zip"_s, u"/in/again.xml"_s}));
    filter = {};
    filter.domains = {u"example.org"_s};
    QCOMPARE(files(filter), QStringList());
}

void TestExportTable::records()
{
    QCOMPARE(lines(tableOf(u"records"_s, sample())).sliced(1),
        QStringList({
            u"/in/box.zip|a.gz → a.xml|google.com|g-1|0|198.51.100.7|5|none|pass|pass|aligned|aligned|example.com|bounce.example.com"_s,
            // Evaluated fail and fail, but the signature of the subdomain is aligned.
            u"/in/box.zip|a.gz → a.xml|google.com|g-1|1|192.0.2.123|2|none|fail|fail|aligned|unaligned|example.com|"_s,
            u"/in/y.xml||=Yahoo, Inc.|y-2|0|203.0.113.9|3|none|fail|fail|fail|fail|example.com|"_s,
            u"/in/y.xml||=Yahoo, Inc.|y-2|1|198.51.100.7|1|none|fail|pass|fail|aligned|example.com|"_s,
        }));
}

void TestExportTable::sources()
{
    QCOMPARE(lines(tableOf(u"sources"_s, sample())).sliced(1),
        QStringList({
            u"198.51.100.7|mx.example.com|example.com|internal|6|6|6|5|2017-09-24T00:00:00Z|2017-09-25T23:59:59Z|2"_s,
            u"203.0.113.9||203.0.113.0/24|third_party|3|0|0|0|2017-09-25T00:00:00Z|2017-09-25T23:59:59Z|1"_s,
            u"192.0.2.123||192.0.2.0/24|unauthorised|2|0|0|0|2017-09-24T00:00:00Z|2017-09-24T23:59:59Z|1"_s,
        }));
}

void TestExportTable::matrix()
{
    const ExportTable table = tableOf(u"matrix"_s, sample());
    QCOMPARE(table.rows.size(), size_t(36));
    QCOMPARE(lines(table).at(1), u"all|aligned|aligned|5|45.45"_s);
    QCOMPARE(lines(table).at(2), u"all|aligned|unaligned|0|0"_s);
    const auto scopes = matrixOf(table);
    const QString none = u"0 0.00"_s;
    QCOMPARE(
        scopes.keys(), QStringList({u"all"_s, u"internal"_s, u"third_party"_s, u"unauthorised"_s}));
    QCOMPARE(scopes[u"all"_s],
        QStringList(
            {u"5 45.45"_s, none, none, none, none, none, u"1 9.09"_s, u"2 18.18"_s, u"3 27.27"_s}));
    QCOMPARE(scopes[u"internal"_s],
        QStringList({u"5 83.33"_s, none, none, none, none, none, u"1 16.67"_s, none, none}));
    QCOMPARE(scopes[u"third_party"_s],
        QStringList({none, none, none, none, none, none, none, none, u"3 100.00"_s}));
    QCOMPARE(scopes[u"unauthorised"_s],
        QStringList({none, none, none, none, none, none, none, u"2 100.00"_s, none}));
}

/// The tables of the talk: own senders, all, internal and third party, and those not registered.
void TestExportTable::talk()
{
    AggregateReport own = fixture::report(u"google.com"_s, u"1"_s);
    fixture::addTable(own, fixture::talkInternal, u"198.51.100.7"_s);
    fixture::addTable(own, fixture::talkThirdParty, u"203.0.113.9"_s);
    const auto mine = matrixOf(tableOf(u"matrix"_s, fixture::datasetOf({own})));
    QCOMPARE(mine[u"all"_s],
        QStringList({u"13231 9.78"_s, u"52728 38.96"_s, u"240 0.18"_s, u"1532 1.13"_s,
            u"861 0.64"_s, u"28 0.02"_s, u"64256 47.47"_s, u"631 0.47"_s, u"1841 1.36"_s}));
    AggregateReport other = fixture::report(u"google.com"_s, u"2"_s);
    fixture::addTable(other, fixture::talkUnregistered, u"192.0.2.1"_s);
    const auto all = matrixOf(tableOf(u"matrix"_s, fixture::datasetOf({own, other})));
    QCOMPARE(all[u"internal"_s],
        QStringList({u"13231 15.82"_s, u"1006 1.20"_s, u"238 0.28"_s, u"1532 1.83"_s, u"861 1.03"_s,
            u"28 0.03"_s, u"64256 76.84"_s, u"626 0.75"_s, u"1841 2.20"_s}));
    QCOMPARE(all[u"third_party"_s],
        QStringList({u"0 0.00"_s, u"51722 99.99"_s, u"2 0.00"_s, u"0 0.00"_s, u"0 0.00"_s,
            u"0 0.00"_s, u"0 0.00"_s, u"5 0.01"_s, u"0 0.00"_s}));
    QCOMPARE(all[u"unauthorised"_s],
        QStringList({u"0 0.00"_s, u"37013 14.25"_s, u"40918 15.76"_s, u"0 0.00"_s, u"69108 26.61"_s,
            u"27898 10.74"_s, u"0 0.00"_s, u"25701 9.90"_s, u"59034 22.73"_s}));
    AggregateReport reasons = fixture::report(u"google.com"_s, u"3"_s);
    fixture::addTable(reasons, fixture::talkUnauthorised, u"192.0.2.1"_s);
    const QStringList unauthorised =
        matrixOf(tableOf(u"matrix"_s, fixture::datasetOf({reasons})))[u"unauthorised"_s];
    QCOMPARE(unauthorised,
        QStringList({u"177902 71.27"_s, u"12107 4.85"_s, u"37998 15.22"_s, u"0 0.00"_s,
            u"1491 0.60"_s, u"1563 0.63"_s, u"532 0.21"_s, u"5116 2.05"_s, u"12910 5.17"_s}));
}

void TestExportTable::summary()
{
    QCOMPARE(lines(tableOf(u"summary"_s, sample())),
        QStringList(
            {u"begin|end|reports|reporters|records|messages|pass_messages|spf_aligned|dkim_aligned|senders|addresses|tls_reports"_s,
                u"2017-09-24T00:00:00Z|2017-09-25T23:59:59Z|2|2|4|11|6|6|5|3|3|0"_s}));
}

void TestExportTable::problems()
{
    QCOMPARE(lines(tableOf(u"problems"_s, sample())),
        QStringList({u"file|member|status|reason|line|column|notes"_s,
            u"/in/y.xml||read_with_notes|count-zero|7|5|element-unknown(foo); count-zero"_s,
            u"/in/again.xml||duplicate|duplicate-of|0|0|count-zero; duplicate-of(/in/box.zip → a.gz → a.xml)"_s,
            u"/in/cut.xml||unreadable|record-lost|12|5|record-lost"_s,
            u"/in/bounce.eml||not_a_report|mail-bounce|0|0|mail-bounce"_s}));
}

void TestExportTable::reasonsOfConflicts()
{
    AggregateReport first = fixture::report(u"google.com"_s, u"1"_s);
    first.records = {fixture::cellRecord(0, u"192.0.2.1"_s, 1)};
    AggregateReport second = first;
    second.records[0].count = 2;
    DatasetBuilder builder;
    ReadItem item = fixture::item(first, u"a"_s);
    item.status = ItemStatus::ReadWithNotes;
    item.notes.add(NoteCode::RecordLost);
    builder.add(std::move(item), 1);
    builder.add(fixture::item(second, u"b"_s), 2);
    QCOMPARE(lines(tableOf(u"problems"_s, builder.finish())).sliced(1),
        QStringList({u"a||conflict|conflict-with|0|0|record-lost; conflict-with(b)"_s,
            u"b||conflict|conflict-with|0|0|conflict-with(a)"_s}));
}

void TestExportTable::undated()
{
    AggregateReport report = fixture::report(u"google.com"_s, u"1"_s);
    report.period = {};
    report.records = {fixture::cellRecord(0, u"192.0.2.1"_s, 1)};
    const DatasetPtr data = fixture::datasetOf({report});
    QCOMPARE(lines(tableOf(u"reports"_s, data)).at(1),
        u"/mail/0.xml||aggregate|google.com|1|example.com|||none|1|1|1|read|"_s);
    QCOMPARE(lines(tableOf(u"sources"_s, data)).at(1),
        u"192.0.2.1||192.0.2.0/24|unauthorised|1|1|1|1|||1"_s);
    QVERIFY(lines(tableOf(u"summary"_s, data)).at(1).startsWith(u"||1|1|1|1|"));
}

/// Every table adds up to the totals, whatever the filter.
void TestExportTable::sameFigures()
{
    for (const auto passed :
        {std::optional<bool>(), std::optional<bool>(true), std::optional<bool>(false)}) {
        Filter filter;
        filter.passed = passed;
        const Totals totals = fixture::viewOf(sample(), filter).results.totals;
        const auto sum = [&](const QString &name, const QString &column,
                             const QString &scope = {}) {
            const ExportTable table = tableOf(name, sample(), filter);
            qint64 total = 0;
            for (const QVariantList &row : table.rows) {
                if (scope.isEmpty() || row.front() == scope)
                    total += row.at(table.columns.indexOf(column)).toLongLong();
            }
            return total;
        };
        QCOMPARE(sum(u"records"_s, u"count"_s), totals.counts.messages);
        QCOMPARE(sum(u"sources"_s, u"messages"_s), totals.counts.messages);
        QCOMPARE(sum(u"sources"_s, u"pass_messages"_s), totals.counts.passed);
        QCOMPARE(sum(u"sources"_s, u"spf_aligned"_s), totals.counts.spfAligned);
        QCOMPARE(sum(u"sources"_s, u"dkim_aligned"_s), totals.counts.dkimAligned);
        QCOMPARE(sum(u"matrix"_s, u"messages"_s, u"all"_s), totals.counts.messages);
        QCOMPARE(sum(u"matrix"_s, u"messages"_s), 2 * totals.counts.messages);
        QCOMPARE(sum(u"summary"_s, u"messages"_s), totals.counts.messages);
    }
}

void TestExportTable::csv()
{
    const ExportTable table{{u"org"_s, u"count"_s, u"percent"_s, u"none"_s},
        {{u"=Yahoo, \"Inc\""_s, qint64(-5), 71.2694, QVariant()},
            {u"株式会社"_s, 7U, 0.0, u"-1+1"_s}}};
    QCOMPARE(written(table, ExportFormat::Csv),
        QByteArray("org,count,percent,none\r\n\"'=Yahoo, "
                   "\"\"Inc\"\"\",-5,71.27,\r\n株式会社,7,0.00,'-1+1\r\n"));
}

void TestExportTable::json()
{
    const ExportTable table{{u"org"_s, u"count"_s, u"percent"_s, u"none"_s},
        {{u"=Yahoo, \"Inc\""_s, qint64(9'007'199'254'740'993), 71.27, QVariant()},
            {u"株式会社"_s, 7U, 0.0, QString()}}};
    const QByteArray text = written(table, ExportFormat::Json);
    const QJsonArray rows = QJsonDocument::fromJson(text).array();
    QCOMPARE(rows.size(), 2);
    QCOMPARE(rows.at(0).toObject().value(u"org"_s).toString(), u"=Yahoo, \"Inc\""_s);
    QVERIFY(text.contains("\"count\":9007199254740993"));
    QCOMPARE(rows.at(0).toObject().value(u"percent"_s).toDouble(), 71.27);
    QVERIFY(rows.at(0).toObject().value(u"none"_s).isNull());
    QCOMPARE(rows.at(1).toObject().value(u"count"_s).toInt(), 7);
    QCOMPARE(rows.at(1).toObject().value(u"none"_s).toString(), QString());
}

void TestExportTable::emptyTables()
{
    const DatasetPtr nothing = std::make_shared<Dataset>();
    QCOMPARE(written(tableOf(u"records"_s, nothing), ExportFormat::Csv).count('\n'), 1);
    QCOMPARE(QJsonDocument::fromJson(written(tableOf(u"records"_s, nothing), ExportFormat::Json)),
        QJsonDocument(QJsonArray()));
    QCOMPARE(tableOf(u"matrix"_s, nothing).rows.size(), size_t(36));
    QCOMPARE(lines(tableOf(u"summary"_s, nothing)).at(1), u"||0|0|0|0|0|0|0|0|0|0"_s);
}

/// Of the registered server what passes is direct; the summary counts every message once.
void TestExportTable::verdicts()
{
    const ExportTable records = tableOf(u"records"_s, sample());
    const qsizetype word = records.columns.indexOf(u"case"_s);
    QCOMPARE(records.rows.front().value(word).toString(), u"direct"_s);
    for (const QVariantList &row : records.rows) {
        QVERIFY(caseOfKey(row.value(word).toString()).has_value());
        const double probability = row.value(records.columns.indexOf(u"probability"_s)).toDouble();
        QVERIFY(probability > 0 && probability <= 1);
    }
    const ExportTable sources = tableOf(u"sources"_s, sample());
    QCOMPARE(
        sources.rows.front().value(sources.columns.indexOf(u"case"_s)).toString(), u"direct"_s);
    const ExportTable summary = tableOf(u"summary"_s, sample());
    qint64 messages = 0;
    for (qsizetype i = 0; i < summary.columns.size(); ++i) {
        if (summary.columns.at(i).startsWith(u"case_"))
            messages += summary.rows.front().value(i).toLongLong();
    }
    QCOMPARE(messages, 11);
    const ExportTable small{{u"percent"_s, u"probability"_s}, {{71.2694, 0.98765}}};
    QCOMPARE(
        written(small, ExportFormat::Csv), QByteArray("percent,probability\r\n71.27,0.9877\r\n"));
}

void TestExportTable::reportsWriteErrors()
{
    QBuffer closed;
    QTest::ignoreMessage(QtWarningMsg, "QIODevice::write (QBuffer): device not open");
    QVERIFY(!writeTable(tableOf(u"matrix"_s, sample()), ExportFormat::Csv, closed));
}

/// One line for each URL and list that knows it; nothing in it is a link, and recipients are hidden.
void TestExportTable::urlHits()
{
    DatasetBuilder builder;
    fixture::FailureMail mail;
    mail.sample.replace("Subject: Parcel", "Subject: For taro@receiver.example");
    read(mail.bytes(), u"/in/1.eml"_s, {}, Stop(), [&builder](ReadItem &&item) { builder.add(std::move(item), 0); });
    const fixture::View view = fixture::viewOf(builder.finish());
    Notes notes;
    const std::vector<NamedUrlList> lists{{u"hosts.txt"_s, readUrlList("parcel.example\nother.example\n", {}, notes)},
        {u"urls.csv"_s, readUrlList("http://track.parcel.example/login?id=7&to=taro%40receiver.example\n", {}, notes)},
        {u"none.txt"_s, readUrlList("nothing.example\n", {}, notes)}};
    const Judgement judgement;
    const OwnSenders own;
    const auto rows = [&](bool mask) {
        const ExportTable table = exportTable(u"url_hits"_s, {*view.dataset, view.senders, view.results, own, {}, judgement, mask, lists});
        return lines(table).sliced(1);
    };
    const QString start = u"/in/1.eml||192.0.2.7|2017-05-14T03:16:56Z|For ***@receiver.example|hxxp://track[.]parcel[.]example/login?id=7&to=***%40receiver.example|"_s;
    QCOMPARE(rows(true), (QStringList{start + u"parcel[.]example|hosts.txt", start + u"track[.]parcel[.]example/login?id=7&to=***[@]receiver[.]example|urls.csv"}));
    QVERIFY(rows(false).first().contains(u"For taro@receiver.example|"_s));
}

QTEST_GUILESS_MAIN(TestExportTable)
#include "tst_exporttable.moc"
