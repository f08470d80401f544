// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/exporttable.h"

#include "analysis/sendermaker.h"
#include "tables/csv.h"
#include "tables/failureexport.h"
#include "tables/format.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

QString outcomeKey(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Aligned: return u"aligned"_s;
    case Outcome::Unaligned: return u"unaligned"_s;
    case Outcome::Failed: return u"fail"_s;
    }
    return {};
}

/// Four digits: what is as good as certain stays below 1.
double probabilityValue(double probability)
{
    return std::floor(probability * 10000) / 10000;
}

/// Notes as "key" or "key(detail)", joined by "; ".
QString noteList(const QList<Note> &notes)
{
    QStringList words;
    for (const Note &note : notes) {
        const QString key(noteKey(note.code));
        words.append(note.detail.isEmpty() ? key : u"%1(%2)"_s.arg(key, note.detail));
    }
    return words.join(u"; "_s);
}

/// The note that says why an item ended as it did: that of its status, else the worst one, of
/// equal ones the first.
const Note *reasonOf(const LogItem &item)
{
    const auto rank = [&item](const Note &note) {
        const bool decides = (item.status == ItemStatus::Duplicate && note.code == NoteCode::DuplicateOf)
            || (item.status == ItemStatus::Conflict && note.code == NoteCode::ConflictWith);
        return decides ? int(Severity::Error) + 1 : int(severity(note.code));
    };
    const auto reason = std::max_element(item.notes.cbegin(), item.notes.cend(),
        [&rank](const Note &a, const Note &b) { return rank(a) < rank(b); });
    return reason == item.notes.cend() ? nullptr : &*reason;
}

/// Empty where there is no date.
QString timeText(qint64 seconds)
{
    return seconds == 0 ? QString() : rfc3339(seconds);
}

QVariantList reportRow(const Dataset &dataset, const LogItem &item)
{
    const QVariantList tail{QString(statusKey(item.status)), noteList(item.notes)};
    if (item.report < 0) {
        return QVariantList{item.origin.path, item.origin.member(), QString(kindKey(item.kind)), {}, {},
                   {}, {}, {}, {}, {}, {}, {}}
            + tail;
    }
    const ReportInfo &report = dataset.reports[size_t(item.report)];
    return QVariantList{item.origin.path, item.origin.member(), QString(kindKey(item.kind)),
               dataset.text(report.orgName), dataset.text(report.reportId), dataset.text(report.domain),
               timeText(report.period.begin), timeText(report.period.end), report.policy.pText.toLower(),
               report.rowCount, report.messages, report.passMessages}
        + tail;
}

/// All items, whatever the filter says of records: an export of reports accounts for every file.
ExportTable reportsTable(const ExportInput &input)
{
    ExportTable table{{u"file"_s, u"member"_s, u"kind"_s, u"org"_s, u"report_id"_s, u"domain"_s, u"begin"_s,
                          u"end"_s, u"p"_s, u"records"_s, u"messages"_s, u"pass_messages"_s, u"status"_s,
                          u"notes"_s},
        {}};
    std::vector<bool> shown(input.dataset.reports.size(), input.filter.isEmpty());
    for (quint32 report : input.results.reports)
        shown[report] = true;
    for (const LogItem &item : input.dataset.items) {
        if (item.report < 0 ? input.filter.isEmpty() : shown[size_t(item.report)])
            table.rows.push_back(reportRow(input.dataset, item));
    }
    return table;
}

ExportTable recordsTable(const ExportInput &input)
{
    ExportTable table{{u"file"_s, u"member"_s, u"org"_s, u"report_id"_s, u"row"_s, u"source_ip"_s, u"count"_s,
                          u"disposition"_s, u"policy_dkim"_s, u"policy_spf"_s, u"dkim"_s, u"spf"_s,
                          u"header_from"_s, u"envelope_from"_s, u"case"_s, u"probability"_s},
        {}};
    const Dataset &dataset = input.dataset;
    const RecordColumns &records = dataset.records;
    table.rows.reserve(input.results.rows.size());
    for (Row row : input.results.rows) {
        const ReportInfo &report = dataset.reports[records.report[row]];
        const Origin &origin = dataset.items[report.item].origin;
        const Cell cell = Cell::at(records.computedCell[row]);
        table.rows.push_back({origin.path, origin.member(), dataset.text(report.orgName),
            dataset.text(report.reportId), records.row[row],
            dataset.addressText(records.address[row]), records.count[row],
            dataset.text(records.dispositionText[row]).toLower(), dataset.text(records.dkimEvaluatedText[row]),
            dataset.text(records.spfEvaluatedText[row]), outcomeKey(cell.dkim), outcomeKey(cell.spf),
            dataset.text(records.headerFrom[row]), dataset.text(records.envelopeFrom[row]),
            QString(caseKey(input.judgement.of(row).mailCase)),
            probabilityValue(double(input.judgement.of(row).probability))});
    }
    return table;
}

/// The records shown, by address.
std::vector<std::vector<Row>> rowsByAddress(const ExportInput &input)
{
    std::vector<std::vector<Row>> rows(input.dataset.addresses.size());
    for (Row row : input.results.rows)
        rows[input.dataset.records.address[row].value].push_back(row);
    return rows;
}

ExportTable sourcesTable(const ExportInput &input)
{
    ExportTable table{{u"source_ip"_s, u"host"_s, u"group"_s, u"class"_s, u"messages"_s, u"pass_messages"_s,
                          u"spf_aligned"_s, u"dkim_aligned"_s, u"first"_s, u"last"_s, u"reporters"_s,
                          u"case"_s, u"probability"_s},
        {}};
    const std::vector<std::vector<Row>> rows = rowsByAddress(input);
    QHash<QString, size_t> byText;
    for (size_t i = 0; i < rows.size(); ++i)
        byText.insert(input.dataset.addressText(AddressId{quint32(i)}), i);
    SenderMaker maker(input.dataset, input.senders, input.results);
    for (size_t place = 0; place < input.results.senders.senders.size(); ++place) {
        const Sender group = maker.wholeAt(place);
        for (const Sender &address : group.addresses) {
            const size_t index = byText.value(address.key);
            const SenderVerdict verdict = sumUp(input.judgement, input.dataset, rows[index]);
            table.rows.push_back({address.key, address.host, group.key, QString(classKey(address.senderClass())),
                address.counts.messages, address.counts.passed, address.counts.spfAligned,
                address.counts.dkimAligned, timeText(address.seen.begin), timeText(address.seen.end),
                address.reporters, QString(caseKey(verdict.mailCase)), probabilityValue(verdict.probability)});
        }
    }
    return table;
}

ExportTable matrixTable(const ExportInput &input)
{
    ExportTable table{{u"scope"_s, u"dkim"_s, u"spf"_s, u"messages"_s, u"percent"_s}, {}};
    std::array<Matrix, 3> byClass;
    for (Row row : input.results.rows) {
        const size_t senderClass = size_t(input.senders.classOf(input.dataset.records.address[row]));
        const size_t cell = size_t(cellOf(input.dataset, row, input.filter.basis));
        byClass[senderClass].messages[cell] += input.dataset.records.count[row];
    }
    const auto add = [&table](const QString &scope, const Matrix &matrix) {
        for (int i = 0; i < cellCount; ++i) {
            const qint64 messages = matrix.messages[size_t(i)];
            table.rows.push_back({scope, outcomeKey(Cell::at(i).dkim), outcomeKey(Cell::at(i).spf), messages,
                std::round(percent(messages, matrix.total()) * 100) / 100});
        }
    };
    add(u"all"_s, input.results.matrix);
    for (const SenderClass senderClass : {SenderClass::Internal, SenderClass::ThirdParty, SenderClass::Unauthorised})
        add(QString(classKey(senderClass)), byClass[size_t(senderClass)]);
    return table;
}

ExportTable summaryTable(const ExportInput &input)
{
    const Totals &totals = input.results.totals;
    const DateSpan period = totals.period.value_or(DateSpan{});
    const auto time = [&totals](qint64 seconds) { return totals.period ? timeText(seconds) : QString(); };
    ExportTable table{{u"begin"_s, u"end"_s, u"reports"_s, u"reporters"_s, u"records"_s, u"messages"_s,
                          u"pass_messages"_s, u"spf_aligned"_s, u"dkim_aligned"_s, u"senders"_s, u"addresses"_s,
                          u"tls_reports"_s},
        {{time(period.begin), time(period.end), totals.reports, totals.reporters, totals.counts.records,
            totals.counts.messages, totals.counts.passed, totals.counts.spfAligned, totals.counts.dkimAligned,
            totals.senders, totals.addresses, qint64(input.dataset.tlsReports.size())}}};
    const auto counts = caseCounts(input.judgement, input.dataset, input.results.rows);
    for (size_t i = 0; i < counts.size(); ++i) {
        table.columns.append(u"case_"_s + caseKey(MailCase(i)));
        table.rows.front().append(counts[i]);
    }
    return table;
}

ExportTable problemsTable(const ExportInput &input)
{
    ExportTable table{{u"file"_s, u"member"_s, u"status"_s, u"reason"_s, u"line"_s, u"column"_s, u"notes"_s}, {}};
    for (const LogItem &item : input.dataset.items) {
        if (item.status == ItemStatus::Read)
            continue;
        const Note *problem = reasonOf(item);
        table.rows.push_back({item.origin.path, item.origin.member(), QString(statusKey(item.status)),
            problem ? QString(noteKey(problem->code)) : QString(), problem ? problem->place.line : 0,
            problem ? problem->place.column : 0, noteList(item.notes)});
    }
    return table;
}

struct Named {
    QLatin1StringView name;
    ExportTable (*make)(const ExportInput &);
};

constexpr Named tables[] = {{"reports"_L1, reportsTable}, {"records"_L1, recordsTable},
    {"sources"_L1, sourcesTable}, {"matrix"_L1, matrixTable}, {"summary"_L1, summaryTable},
    {"failures"_L1, failuresTable},
    {"problems"_L1, problemsTable}, {"url_hits"_L1, urlHitsTable}};

/// Percentages have two digits, probabilities four.
QString cellText(const QVariant &value, const QString &column)
{
    const int digits = column == "probability"_L1 ? 4 : 2;
    return value.typeId() == QMetaType::Double ? QString::number(value.toDouble(), 'f', digits) : value.toString();
}

bool writeCsv(const ExportTable &table, QIODevice &device)
{
    QByteArray text = csvLine(table.columns).toUtf8();
    for (const QVariantList &row : table.rows) {
        QStringList cells;
        for (qsizetype i = 0; i < row.size(); ++i)
            cells.append(cellText(row.at(i), table.columns.value(i)));
        text += csvLine(cells).toUtf8();
    }
    return device.write(text) == text.size();
}

/// Written object by object: a QJsonArray of a million records would need all memory there is.
bool writeJson(const ExportTable &table, QIODevice &device)
{
    QByteArray text = "[";
    for (const QVariantList &row : table.rows) {
        QJsonObject object;
        for (qsizetype i = 0; i < table.columns.size(); ++i)
            object.insert(table.columns.at(i), QJsonValue::fromVariant(row.value(i)));
        text += text.size() > 1 ? ",\n" : "\n";
        text += QJsonDocument(object).toJson(QJsonDocument::Compact);
    }
    text += "\n]\n";
    return device.write(text) == text.size();
}

} // namespace

QStringList exportTableNames()
{
    QStringList names;
    for (const Named &table : tables)
        names.append(QString(table.name));
    return names;
}

ExportTable exportTable(const QString &name, const ExportInput &input)
{
    for (const Named &table : tables) {
        if (name == table.name)
            return table.make(input);
    }
    return {};
}

bool writeTable(const ExportTable &table, ExportFormat format, QIODevice &device)
{
    return format == ExportFormat::Csv ? writeCsv(table, device) : writeJson(table, device);
}

} // namespace sekisho
