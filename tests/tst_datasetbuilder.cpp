// SPDX-License-Identifier: GPL-3.0-or-later
#include "dataset/datasetbuilder.h"

#include "support/reportfixture.h"

#include <QTest>

using namespace sekisho;
using namespace Qt::StringLiterals;

namespace {

/// What arrives: a report with the time that its mail or file has.
struct Arrival {
    AggregateReport report;
    qint64 when = 0;
};

AggregateReport withCount(qint64 count)
{
    AggregateReport report = fixture::report(u"google.com"_s, u"id-1"_s);
    report.records = {fixture::passingRecord(0, u"192.0.2.1"_s, count)};
    return report;
}

void add(DatasetBuilder &builder, const Arrival &arrival, size_t number)
{
    builder.add(fixture::item(arrival.report, u"/mail/%1.xml"_s.arg(number)), arrival.when);
}

/// One line per report: status, whether it counts, what its notes say.
QStringList lines(const Dataset &dataset)
{
    QStringList lines;
    for (const ReportInfo &report : dataset.reports) {
        const LogItem &item = dataset.items[report.item];
        QString line = item.origin.path.section(u'/', -1).section(u'.', 0, 0) + u' ' +
            QString(statusKey(item.status)) + (report.counted ? u" counted" : u"");
        for (const Note &note : item.notes)
            line += u' ' + QString(noteKey(note.code)) + u'=' + note.detail.section(u'/', -1);
        lines.append(line);
    }
    return lines;
}

QStringList builtAtOnce(const std::vector<Arrival> &arrivals)
{
    DatasetBuilder builder;
    for (size_t i = 0; i < arrivals.size(); ++i)
        add(builder, arrivals[i], i);
    return lines(*builder.finish());
}

QStringList builtOneByOne(const std::vector<Arrival> &arrivals)
{
    DatasetPtr dataset = std::make_shared<Dataset>();
    for (size_t i = 0; i < arrivals.size(); ++i) {
        DatasetBuilder builder(*dataset);
        add(builder, arrivals[i], i);
        dataset = builder.finish();
    }
    return lines(*dataset);
}

QStringList builtInParts(const std::vector<Arrival> &arrivals)
{
    DatasetBuilder builder;
    for (size_t i = 0; i < arrivals.size(); ++i) {
        DatasetBuilder part;
        add(part, arrivals[i], i);
        builder.append(std::move(part));
    }
    return lines(*builder.finish());
}

/// Everything about a record, with the numbers of its texts.
QStringList recordLines(const Dataset &data)
{
    const RecordColumns &records = data.records;
    QStringList lines;
    for (Row row = 0; row < records.size(); ++row) {
        QStringList line;
        const Address &address = data.addresses[records.address[row].value];
        line << data.addressText(address);
        for (const qint64 number : {qint64(records.report[row]), qint64(records.row[row]),
                 records.count[row], qint64(records.headerFrom[row].value),
                 qint64(records.envelopeFrom[row].value), qint64(records.envelopeTo[row].value),
                 qint64(records.disposition[row]), qint64(records.dispositionText[row].value),
                 qint64(records.dkimEvaluatedText[row].value),
                 qint64(records.spfEvaluatedText[row].value), qint64(records.reportedCell[row]),
                 qint64(records.computedCell[row]), qint64(records.dkimReason[row]),
                 qint64(records.spfReason[row]), qint64(records.flags[row])})
            line << QString::number(number);
        const Record record = recordAt(data, row);
        for (const DkimEntry &entry : record.dkim)
            line << u"dkim"_s << entry.domain << entry.selector << entry.resultText << entry.humanResult;
        for (const SpfEntry &entry : record.spf)
            line << u"spf"_s << entry.domain << entry.scope << entry.resultText << entry.humanResult;
        for (const OverrideReason &reason : record.reasons)
            line << u"reason"_s << reason.type << reason.comment;
        lines << line.join(u' ');
    }
    return lines;
}

/// The same of its report.
QStringList reportLines(const Dataset &data)
{
    QStringList lines;
    for (const ReportInfo &report : data.reports) {
        QStringList line{data.items[report.item].origin.path, data.text(report.orgName),
            data.text(report.reporter), data.text(report.email), data.text(report.reportId),
            data.text(report.domain)};
        for (const qint64 number : {qint64(report.item), qint64(report.firstRow),
                 qint64(report.rowCount), report.messages, qint64(report.orgName.value)})
            line << QString::number(number);
        lines << line.join(u' ');
    }
    return lines;
}

/// Reports that have and have not texts, addresses and results in common, and items without.
std::vector<ReadItem> manyItems()
{
    std::vector<ReadItem> items;
    AggregateReport report = fixture::report(u"google.com"_s, u"id-1"_s);
    report.records = {fixture::passingRecord(0, u"192.0.2.1"_s, 1), fixture::talkRecord(1)};
    items.push_back(fixture::item(report, u"a"_s));
    items.push_back(fixture::item(
        ItemKind::File, ItemStatus::NotAReport, u"b"_s, NoteCode::UnknownContent));
    report = fixture::report(u"Yahoo"_s, u"id-2"_s);
    items.push_back(fixture::item(report, u"no records"_s));
    report.records = {fixture::talkRecord(0), fixture::passingRecord(1, u"odd"_s, 7)};
    report.records[0].dkim.push_back(
        {u"example.org"_s, u"s2"_s, AuthResult::Fail, u"fail"_s, u"bad"_s});
    report.records[1].spf.clear();
    report.reportId = u"id-3"_s;
    items.push_back(fixture::item(report, u"c"_s));
    ReadItem tls;
    tls.kind = ItemKind::Tls;
    tls.origin.path = u"d"_s;
    tls.content = TlsReport{u"tls.example"_s, {}, {}, {}, {}};
    items.push_back(tls);
    report.orgName = u"google.com"_s;
    report.records = {fixture::passingRecord(0, u"odd"_s, 7),
        fixture::passingRecord(1, u"192.0.2.1"_s, 2), fixture::passingRecord(2, u"192.0.2.2"_s, 3)};
    items.push_back(fixture::item(report, u"e"_s));
    return items;
}

} // namespace

Q_DECLARE_METATYPE(std::vector<Arrival>)

class TestDatasetBuilder final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void columns();
    void recordsComeBack();
    void addressesAreKeptOnce();
    void itemsWithoutReports();
    void mailDateBeforeFileDate();
    void duplicates_data();
    void duplicates();
    void partsMakeTheSame_data();
    void partsMakeTheSame();
    void isEmptyAfterwards();
};

void TestDatasetBuilder::columns()
{
    AggregateReport report = fixture::report(u"Google.com"_s, u"id-1"_s);
    report.policy.domain = u"Example.COM."_s;
    report.records = {fixture::passingRecord(0, u"192.0.2.1"_s, 1500), fixture::talkRecord(1)};
    report.records[0].headerFrom = u"Mail.Example.com"_s;
    report.records[0].dkimEvaluatedText = u"PASS"_s;
    DatasetBuilder builder;
    add(builder, {report, 5}, 0);
    const DatasetPtr data = builder.finish();
    const RecordColumns &records = data->records;
    QCOMPARE(records.size(), size_t(2));
    QCOMPARE(records.row, std::vector<quint32>({0, 1}));
    QCOMPARE(records.count, std::vector<qint64>({1500, 2}));
    QCOMPARE(data->text(records.headerFrom[0]), u"mail.example.com"_s);
    QCOMPARE(data->text(records.dkimEvaluatedText[0]), u"pass"_s);
    // The signature of the second one is aligned, but the reporter says fail.
    QCOMPARE(records.reportedCell,
        std::vector<quint8>({0, quint8(Cell{Outcome::Failed, Outcome::Unaligned}.index())}));
    QCOMPARE(records.computedCell,
        std::vector<quint8>({0, quint8(Cell{Outcome::Aligned, Outcome::Unaligned}.index())}));
    QCOMPARE(records.flags, std::vector<quint16>({0, DkimAlignedButFail}));
    QCOMPARE(records.dkimFirst, std::vector<quint32>({0, 1, 2}));
    QCOMPARE(records.spfFirst, std::vector<quint32>({0, 1, 2}));
    QCOMPARE(records.reasonFirst, std::vector<quint32>({0, 0, 1}));
    QCOMPARE(data->text(data->reasons[0].comment), u"xoar=pass"_s);
    const ReportInfo &info = data->reports.at(0);
    QCOMPARE(data->text(info.domain), u"example.com"_s);
    QCOMPARE(data->text(info.reporter), u"google.com"_s);
    QCOMPARE(data->text(info.orgName), u"Google.com"_s);
    QCOMPARE(info.rowCount, 2U);
    QCOMPARE(info.messages, qint64(1502));
    QCOMPARE(info.passMessages, qint64(1500));
    QVERIFY(info.counted);
    QCOMPARE(data->items.at(0).report, 0);
    QCOMPARE(data->items.at(0).when, qint64(5));
}

void TestDatasetBuilder::recordsComeBack()
{
    Record odd = fixture::talkRecord(1);
    odd.sourceIp.reset();
    odd.sourceIpText = u"unknown"_s;
    odd.disposition = Disposition::Other;
    odd.dispositionText = u"Discarded"_s;
    odd.hasEnvelopeFrom = true;
    odd.envelopeTo = u"example.org"_s;
    odd.repaired = true;
    odd.dkim.push_back({u"example.com"_s, {}, AuthResult::Unknown, u"maybe"_s, u"tried"_s});
    Record bare = fixture::passingRecord(2, u"2001:db8::1"_s, 3);
    bare.dkim.clear();
    bare.spf.clear();
    bare.hasAuthResults = false;
    AggregateReport report = fixture::report(u"google.com"_s, u"id-1"_s);
    report.records = {fixture::passingRecord(0, u"192.0.2.1"_s, 1), odd, bare};
    DatasetBuilder builder;
    add(builder, {report, 0}, 0);
    const DatasetPtr data = builder.finish();
    for (Row row = 0; row < 3; ++row)
        QCOMPARE(recordAt(*data, row), report.records[row]);
}

void TestDatasetBuilder::addressesAreKeptOnce()
{
    AggregateReport report = fixture::report(u"google.com"_s, u"id-1"_s);
    for (const QString &ip : {u"192.0.2.1"_s, u"2001:DB8:0::1"_s, u"::ffff:192.0.2.1"_s,
             u"2001:db8::1"_s, u"unknown"_s, u"unknown"_s})
        report.records.push_back(fixture::passingRecord(0, ip, 1));
    DatasetBuilder builder;
    add(builder, {report, 0}, 0);
    const DatasetPtr data = builder.finish();
    QCOMPARE(data->addresses.size(), size_t(3));
    QCOMPARE(data->addressText(data->addresses[1]), u"2001:db8::1"_s);
    QVERIFY(!data->addresses[2].ip);
    DatasetBuilder more(*data);
    report.reportId = u"id-2"_s;
    add(more, {report, 0}, 1);
    QCOMPARE(more.finish()->addresses.size(), size_t(3));
}

void TestDatasetBuilder::itemsWithoutReports()
{
    DatasetBuilder builder;
    builder.add(
        fixture::item(ItemKind::File, ItemStatus::NotAReport, u"a.jpg"_s, NoteCode::UnknownContent),
        1);
    ReadItem tls;
    tls.kind = ItemKind::Tls;
    tls.content = TlsReport();
    builder.add(std::move(tls), 2);
    const DatasetPtr data = builder.finish();
    QCOMPARE(data->items.size(), size_t(2));
    QCOMPARE(data->items[0].report, -1);
    QCOMPARE(data->items[0].notes.size(), 1);
    QCOMPARE(data->tlsReports.size(), size_t(1));
    QVERIFY(data->reports.empty());
}

void TestDatasetBuilder::mailDateBeforeFileDate()
{
    ReadItem item = fixture::item(withCount(1), u"a.eml"_s);
    item.mailDate = 77;
    DatasetBuilder builder;
    builder.add(std::move(item), 5);
    QCOMPARE(builder.finish()->items.at(0).when, qint64(77));
}

void TestDatasetBuilder::duplicates_data()
{
    QTest::addColumn<std::vector<Arrival>>("arrivals");
    QTest::addColumn<QStringList>("wanted");
    const AggregateReport one = withCount(1);
    const AggregateReport two = withCount(2);
    const AggregateReport three = withCount(3);
    const QStringList apart{u"0 read counted"_s, u"1 read counted"_s};

    QTest::newRow("alone") << std::vector<Arrival>{{one, 1}} << QStringList{u"0 read counted"_s};
    QTest::newRow("the same twice")
        << std::vector<Arrival>{{one, 1}, {one, 2}}
        << QStringList{u"0 read counted"_s, u"1 duplicate duplicate-of=0.xml"_s};
    AggregateReport turned = one;
    turned.records.push_back(fixture::talkRecord(1));
    AggregateReport turnedBack = turned;
    std::swap(turnedBack.records[0], turnedBack.records[1]);
    QTest::newRow("the same in another order")
        << std::vector<Arrival>{{turned, 1}, {turnedBack, 2}}
        << QStringList{u"0 read counted"_s, u"1 duplicate duplicate-of=0.xml"_s};
    AggregateReport otherName = one;
    otherName.orgName = u"Google Inc."_s;
    otherName.email = u"noreply-dmarc-support@google.com"_s;
    QTest::newRow("the same under another name of the organization")
        << std::vector<Arrival>{{one, 1}, {otherName, 2}}
        << QStringList{u"0 read counted"_s, u"1 duplicate duplicate-of=0.xml"_s};
    QTest::newRow("other content, the newer one counts")
        << std::vector<Arrival>{{one, 1}, {two, 2}}
        << QStringList{
               u"0 conflict conflict-with=1.xml"_s, u"1 conflict counted conflict-with=0.xml"_s};
    QTest::newRow("other content, the newer one first")
        << std::vector<Arrival>{{one, 9}, {two, 2}}
        << QStringList{
               u"0 conflict counted conflict-with=1.xml"_s, u"1 conflict conflict-with=0.xml"_s};
    QTest::newRow("other content at the same time: the later one")
        << std::vector<Arrival>{{one, 0}, {two, 0}}
        << QStringList{
               u"0 conflict conflict-with=1.xml"_s, u"1 conflict counted conflict-with=0.xml"_s};
    QTest::newRow("three contents")
        << std::vector<Arrival>{{one, 1}, {two, 3}, {three, 2}}
        << QStringList{u"0 conflict conflict-with=1.xml"_s,
               u"1 conflict counted conflict-with=0.xml"_s, u"2 conflict conflict-with=0.xml"_s};
    QTest::newRow("two contents, one of them twice")
        << std::vector<Arrival>{{one, 1}, {two, 2}, {one, 3}}
        << QStringList{u"0 conflict conflict-with=1.xml"_s,
               u"1 conflict counted conflict-with=0.xml"_s, u"2 duplicate duplicate-of=0.xml"_s};

    AggregateReport other = two;
    other.period = {one.period.begin + 86400, one.period.end + 86400};
    QTest::newRow("id used again the next day")
        << std::vector<Arrival>{{one, 1}, {other, 2}} << apart;
    other = two;
    other.period.end += 1;
    QTest::newRow("id used again for another end")
        << std::vector<Arrival>{{one, 1}, {other, 2}} << apart;
    other = one;
    other.policy.domain = u"example.org"_s;
    QTest::newRow("id used again for another domain")
        << std::vector<Arrival>{{one, 1}, {other, 2}} << apart;
    other = one;
    other.orgName = u"yahoo.example"_s;
    QTest::newRow("id used again by another organization")
        << std::vector<Arrival>{{one, 1}, {other, 2}} << apart;
    other = one;
    other.reportId = u"id-2"_s;
    QTest::newRow("another id") << std::vector<Arrival>{{one, 1}, {other, 2}} << apart;
    AggregateReport nameless = one;
    nameless.reportId.clear();
    nameless.period = {};
    other = nameless;
    other.records[0].count = 2;
    QTest::newRow("without id and period: nothing to identify them by")
        << std::vector<Arrival>{{nameless, 1}, {other, 2}} << apart;
    QTest::newRow("without id and period, but the same")
        << std::vector<Arrival>{{nameless, 1}, {nameless, 2}}
        << QStringList{u"0 read counted"_s, u"1 duplicate duplicate-of=0.xml"_s};
}

void TestDatasetBuilder::duplicates()
{
    QFETCH(std::vector<Arrival>, arrivals);
    QFETCH(QStringList, wanted);
    QCOMPARE(builtAtOnce(arrivals), wanted);
    QCOMPARE(builtOneByOne(arrivals), wanted);
    QCOMPARE(builtInParts(arrivals), wanted);
}

void TestDatasetBuilder::partsMakeTheSame_data()
{
    QTest::addColumn<int>("size");
    for (const int size : {1, 2, 3, 5, 6})
        QTest::addRow("%d items each", size) << size;
}

void TestDatasetBuilder::partsMakeTheSame()
{
    QFETCH(int, size);
    DatasetBuilder whole;
    DatasetBuilder builder;
    DatasetBuilder part;
    int added = 0;
    for (ReadItem &item : manyItems()) {
        whole.add(ReadItem(item), 0);
        part.add(std::move(item), 0);
        if (++added % size == 0)
            builder.append(std::exchange(part, {}));
    }
    builder.append(std::move(part));
    const DatasetPtr wanted = whole.finish();
    const DatasetPtr data = builder.finish();
    QCOMPARE(recordLines(*data), recordLines(*wanted));
    QCOMPARE(reportLines(*data), reportLines(*wanted));
    QVERIFY(data->items == wanted->items);
    QCOMPARE(data->addresses.size(), wanted->addresses.size());
    QVERIFY(data->tlsReports == wanted->tlsReports);
    QCOMPARE(data->strings.size(), wanted->strings.size());
    for (quint32 i = 0; i < data->strings.size(); ++i)
        QCOMPARE(data->text({i}), wanted->text({i}));
}

void TestDatasetBuilder::isEmptyAfterwards()
{
    DatasetBuilder builder;
    add(builder, {withCount(1), 1}, 0);
    const DatasetPtr first = builder.finish();
    QCOMPARE(first->reports.size(), size_t(1));
    add(builder, {withCount(1), 1}, 1);
    const DatasetPtr second = builder.finish();
    QCOMPARE(second->reports.size(), size_t(1));
    QCOMPARE(second->addresses.size(), size_t(1));
    QCOMPARE(first->reports.size(), size_t(1));
}

QTEST_GUILESS_MAIN(TestDatasetBuilder)
#include "tst_datasetbuilder.moc"
