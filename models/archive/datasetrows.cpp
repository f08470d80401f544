// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/datasetrows.h"

#include "archive/outcomekey.h"
#include "archive/storedjson.h"

#include <sqlite3.h>

namespace sekisho {

namespace {

/// "INSERT INTO name VALUES (?, ?)" with as many parameters.
QByteArray insertInto(const QByteArray &table, int columns)
{
    return "INSERT INTO " + table + " VALUES (" + QByteArray("?, ").repeated(columns - 1) + "?)";
}

} // namespace

DatasetEnd DatasetEnd::of(const Dataset &dataset)
{
    return {dataset.items.size(), dataset.tlsReports.size(), dataset.records.size(),
        dataset.strings.size()};
}

DatasetRows::DatasetRows(Connection &connection)
    : m_connection(connection)
    , m_insertText(connection, "INSERT INTO text(value) VALUES (?) ON CONFLICT DO NOTHING")
    , m_findText(connection, "SELECT id FROM text WHERE value = ?")
    , m_item(connection, insertInto("item", 7))
    , m_note(connection, insertInto("note", 8))
    , m_report(connection, insertInto("report", 30))
    , m_record(connection, insertInto("record", 6))
    , m_authentication(connection, insertInto("authentication", 13))
    , m_dkim(connection, insertInto("dkim_result", 7))
    , m_spf(connection, insertInto("spf_result", 7))
    , m_reason(connection, insertInto("override_reason", 4))
    , m_failure(connection, insertInto("failure", 12))
    , m_tls(connection, insertInto("tls_report", 9))
{
}

void DatasetRows::restart()
{
    m_textIds.clear();
    m_outcomes = {};
    m_outcomeRows.clear();
    m_nextItem = m_nextRecord = m_nextAuthentication = -1;
    m_problem = {};
}

void DatasetRows::run(Statement &statement)
{
    if (!m_problem && !statement.run())
        m_problem = statement.problem();
}

qint64 DatasetRows::lastId(const QByteArray &table)
{
    const WorkspaceResult<qint64> id = m_connection.number("SELECT max(id) FROM " + table);
    if (!id && !m_problem)
        m_problem = id.problem();
    return id ? id.value() : 0;
}

WorkspaceProblem DatasetRows::write(
    const Dataset &dataset, const DatasetEnd &from, std::span<const qint64> sources)
{
    if (m_nextItem < 0) {
        m_nextItem = lastId("item") + 1;
        m_nextRecord = lastId("record") + 1;
        m_nextAuthentication = lastId("authentication") + 1;
    }
    writeTexts(dataset, from.strings);
    size_t tls = from.tlsReports;
    for (size_t i = from.items; i < dataset.items.size() && !m_problem; ++i) {
        const LogItem &item = dataset.items[i];
        const qint64 id = m_nextItem++;
        writeItem(item, id, sources[i - from.items]);
        if (item.report >= 0)
            writeReport(dataset, dataset.reports[size_t(item.report)], id);
        else if (item.failure >= 0)
            writeFailure(*dataset.failures[size_t(item.failure)].report, id);
        else if (item.kind == ItemKind::Tls && tls < dataset.tlsReports.size())
            writeTls(dataset.tlsReports[tls++], id);
    }
    return m_problem;
}

/// New texts get their ids in the order in which the dataset has them, so that they have it again
/// when it is loaded.
void DatasetRows::writeTexts(const Dataset &dataset, size_t from)
{
    if (m_textIds.empty())
        m_textIds.push_back(0);
    m_textIds.resize(std::max(m_textIds.size(), dataset.strings.size()), -1);
    for (size_t i = from; i < dataset.strings.size() && !m_problem; ++i)
        m_textIds[i] = storeText(dataset.text({quint32(i)}));
}

qint64 DatasetRows::storeText(const QString &text)
{
    sqlite3_set_last_insert_rowid(m_connection.handle(), -1);
    m_insertText << text;
    run(m_insertText);
    if (const qint64 id = sqlite3_last_insert_rowid(m_connection.handle()); id > 0)
        return id;
    m_findText << text;
    const qint64 id = m_findText.next() ? m_findText.number(0) : 0;
    if (m_findText.failed() && !m_problem)
        m_problem = m_findText.problem();
    m_findText.reset();
    return id;
}

qint64 DatasetRows::textId(const Dataset &dataset, StringId id)
{
    qint64 &known = m_textIds[id.value];
    if (known < 0)
        known = storeText(dataset.text(id));
    return known;
}

void DatasetRows::writeItem(const LogItem &item, qint64 id, qint64 source)
{
    const QByteArray members = listToJson(item.origin.members);
    m_item << id << source;
    if (members.isEmpty())
        m_item.null();
    else
        m_item.latin1(members);
    m_item << item.origin.leaf << int(item.kind) << int(item.status) << item.when;
    run(m_item);
    for (int i = 0; i < int(item.notes.size()); ++i) {
        const Note &note = item.notes[i];
        m_note << id << i;
        m_note.latin1(noteKey(note.code)) << note.detail << note.count << note.place.offset
                                          << note.place.line << note.place.column;
        run(m_note);
    }
}

void DatasetRows::writeReport(const Dataset &dataset, const ReportInfo &report, qint64 id)
{
    const PublishedPolicy &policy = report.policy;
    const QByteArray errors = listToJson(report.errors);
    m_report << id;
    for (const StringId text :
        {report.orgName, report.reporter, report.email, report.reportId, report.domain})
        m_report << textId(dataset, text);
    m_report << report.period.begin << report.period.end << policy.domain << policy.versionPublished
             << policy.adkim << policy.aspf << policy.pText << policy.spText << policy.npText
             << policy.pct << policy.fo << policy.testing << policy.discoveryMethod
             << report.generator << report.extraContactInfo << report.version;
    if (errors.isEmpty())
        m_report.null();
    else
        m_report.latin1(errors);
    m_report << int(report.dialect) << m_nextRecord << report.rowCount << report.messages
             << report.passMessages << qint64(report.contentHash) << true;
    run(m_report);
    writeRecords(dataset, report, id);
}

void DatasetRows::writeRecords(const Dataset &dataset, const ReportInfo &report, qint64 id)
{
    const RecordColumns &columns = dataset.records;
    IpAddress::Characters characters;
    for (Row row = report.firstRow; row < report.firstRow + report.rowCount && !m_problem; ++row) {
        const Address &address = dataset.addresses[columns.address[row].value];
        const QByteArray odd = address.ip ? QByteArray() : dataset.text(address.text).toUtf8();
        const qint64 authentication = authenticationOf(dataset, row);
        m_record << m_nextRecord++ << id << columns.row[row];
        m_record.latin1(address.ip ? address.ip->text(characters) : odd) << columns.count[row] << authentication;
        run(m_record);
    }
}

qint64 DatasetRows::authenticationOf(const Dataset &dataset, Row row)
{
    const quint64 hash = outcomeHash(dataset, row);
    const auto isSame = [&](quint32 number) {
        return sameOutcome(dataset, m_outcomeRows[number].first, row);
    };
    if (const auto known = m_outcomes.find(hash, isSame))
        return m_outcomeRows[*known].second;
    const qint64 id = m_nextAuthentication++;
    m_outcomes.add(hash, quint32(m_outcomeRows.size()));
    m_outcomeRows.emplace_back(row, id);
    writeAuthentication(dataset, row, id);
    return id;
}

void DatasetRows::writeAuthentication(const Dataset &dataset, Row row, qint64 id)
{
    const RecordColumns &columns = dataset.records;
    const auto text = [&](StringId string) { return textId(dataset, string); };
    m_authentication << id << text(columns.headerFrom[row]) << text(columns.envelopeFrom[row])
                     << text(columns.envelopeTo[row]) << int(columns.disposition[row])
                     << text(columns.dispositionText[row]) << text(columns.dkimEvaluatedText[row])
                     << text(columns.spfEvaluatedText[row]) << int(columns.reportedCell[row])
                     << int(columns.computedCell[row]) << int(columns.dkimReason[row])
                     << int(columns.spfReason[row]) << int(columns.flags[row]);
    run(m_authentication);
    const auto writeResults = [&](Statement &statement, const std::vector<ResultEntry> &entries,
                                  const std::vector<quint32> &firsts) {
        for (quint32 i = firsts[row]; i < firsts[row + 1]; ++i) {
            const ResultEntry &entry = entries[i];
            statement << id << i - firsts[row] << text(entry.domain) << text(entry.label)
                      << text(entry.human) << int(entry.result) << text(entry.resultText);
            run(statement);
        }
    };
    writeResults(m_dkim, dataset.dkim, columns.dkimFirst);
    writeResults(m_spf, dataset.spf, columns.spfFirst);
    for (quint32 i = columns.reasonFirst[row]; i < columns.reasonFirst[row + 1]; ++i) {
        m_reason << id << i - columns.reasonFirst[row] << text(dataset.reasons[i].type)
                 << text(dataset.reasons[i].comment);
        run(m_reason);
    }
}

void DatasetRows::writeFailure(const FailureReport &report, qint64 id)
{
    const QByteArray details = toJson(report);
    m_failure << id << report.reporter << report.domain
              << (report.sourceIp ? report.sourceIp->text() : QString()) << report.arrival
              << addressText(report.from) << addressText(report.to) << report.subject
              << word(report.claim.failure) << qint64(report.contentHash) << true;
    m_failure.latin1(details);
    run(m_failure);
}

void DatasetRows::writeTls(const TlsReport &report, qint64 id)
{
    const QByteArray details = toJson(report);
    QStringList domains;
    qint64 successful = 0;
    qint64 failed = 0;
    for (const TlsPolicy &policy : report.policies) {
        domains.append(policy.domain);
        successful += policy.successfulSessions;
        failed += policy.failedSessions;
    }
    domains.removeDuplicates();
    m_tls << id << report.organizationName << report.reportId << report.period.begin
          << report.period.end << domains.join(u' ') << successful << failed;
    m_tls.latin1(details);
    run(m_tls);
}

} // namespace sekisho
