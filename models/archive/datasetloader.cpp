// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/datasetloader.h"

#include "archive/statement.h"
#include "archive/storedjson.h"
#include "archive/storedwords.h"
#include "archive/workspacestate.h"
#include "dataset/datasetbuilder.h"

#include <algorithm>
#include <array>

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

const QHash<QByteArray, NoteCode> &noteCodes()
{
    static const QHash<QByteArray, NoteCode> codes = [] {
        QHash<QByteArray, NoteCode> all;
        for (const NoteCode code : allNoteCodes())
            all.insert(QByteArray(noteKey(code).data(), noteKey(code).size()), code);
        return all;
    }();
    return codes;
}

size_t hashOf(const IpAddress &ip)
{
    return qHash(ip, QHashSeed::globalSeed());
}

/// Without making a string of each of a million.
std::optional<IpAddress> parsedAddress(QByteArrayView text)
{
    std::array<char16_t, 64> letters{};
    if (text.size() > qsizetype(letters.size()))
        return IpAddress::parse(QString::fromUtf8(text));
    std::transform(text.begin(), text.end(), letters.begin(), [](char c) { return quint8(c); });
    return IpAddress::parse(QStringView(letters.data(), text.size()));
}

} // namespace

DatasetLoader::DatasetLoader(Connection &connection, const Stop &stop)
    : m_connection(connection)
    , m_stop(stop)
{
}

void DatasetLoader::damaged(const char *what)
{
    if (ok())
        m_problem = {WorkspaceTrouble::Damaged, m_connection.path(), QString::fromLatin1(what)};
}

void DatasetLoader::ended(const Statement &statement)
{
    if (ok() && statement.failed())
        m_problem = statement.problem();
}

bool DatasetLoader::stopped()
{
    if (ok() && m_stop.requested())
        m_problem = {WorkspaceTrouble::Stopped, m_connection.path(), {}};
    return !ok();
}

StringId DatasetLoader::text(qint64 id)
{
    if (const auto text = m_texts.find(id))
        return *text;
    damaged("text");
    return {};
}

WorkspaceResult<DatasetPtr> DatasetLoader::load()
{
    // One moment of the file, whatever others write to it meanwhile.
    if (auto problem = m_connection.execute("BEGIN"))
        return problem;
    using Step = void (DatasetLoader::*)();
    for (const Step step : {&DatasetLoader::loadTexts, &DatasetLoader::loadItems,
             &DatasetLoader::loadNotes, &DatasetLoader::loadReports, &DatasetLoader::loadOutcomes,
             &DatasetLoader::loadRecords, &DatasetLoader::loadFailures,
             &DatasetLoader::loadTlsReports, &DatasetLoader::numberAddresses}) {
        if (stopped())
            break;
        (this->*step)();
    }
    if (const auto problem = m_connection.execute("COMMIT"); ok() && problem)
        m_problem = problem;
    if (!ok())
        return m_problem;
    markDuplicates(*m_data);
    markDuplicateFailures(*m_data);
    return DatasetPtr(std::move(m_data));
}

void DatasetLoader::loadTexts()
{
    Statement texts(m_connection, "SELECT id, value FROM text ORDER BY id");
    while (texts.next() && ok()) {
        m_texts.add(texts.number(0), m_data->strings.intern(texts.text(1)));
    }
    ended(texts);
}

void DatasetLoader::loadItems()
{
    Statement items(m_connection,
        "SELECT item.id, path, members, leaf, kind, status, received FROM item "
        "LEFT JOIN source ON source.id = item.source ORDER BY item.id");
    QString path; // items of a file follow one another and share it
    while (items.next() && ok()) {
        LogItem item;
        const QString found = items.text(1);
        if (found != path)
            path = found;
        item.origin.path = path;
        item.origin.members = listFromJson(items.bytes(2).toByteArray());
        item.origin.leaf = int(items.number(3));
        const auto kind = storedValue(items.number(4), ItemKind::File);
        const auto status = storedValue(items.number(5), ItemStatus::Unreadable);
        if (!kind || !status)
            return damaged("item");
        item.kind = *kind;
        item.status = *status;
        item.when = items.number(6);
        m_items.add(items.number(0));
        m_data->items.push_back(std::move(item));
    }
    ended(items);
}

void DatasetLoader::loadNotes()
{
    Statement notes(m_connection,
        "SELECT item, code, detail, count, byte_offset, line, byte_column FROM note "
        "ORDER BY item, position");
    while (notes.next() && ok()) {
        const auto item = m_items.find(notes.number(0));
        const auto code = noteCodes().constFind(notes.bytes(1).toByteArray());
        if (!item || code == noteCodes().constEnd())
            return damaged("note");
        m_data->items[*item].notes.append({*code, notes.text(2), notes.number(3),
            {notes.number(4), int(notes.number(5)), int(notes.number(6))}});
    }
    ended(notes);
}

/// A text that comes in report after report, with its letters in memory once.
QString DatasetLoader::word(QByteArrayView utf8)
{
    if (utf8.isEmpty())
        return {};
    const auto known = m_words.constFind(QByteArray::fromRawData(utf8.data(), utf8.size()));
    if (known != m_words.cend())
        return *known;
    return *m_words.insert(utf8.toByteArray(), QString::fromUtf8(utf8));
}

void DatasetLoader::loadReports()
{
    Statement reports(m_connection,
        "SELECT id, org_name, reporter, email, report_id, domain, period_begin, period_end, "
        "policy_domain, policy_version, adkim, aspf, p, sp, np, pct, fo, testing, "
        "discovery_method, generator, extra_contact_info, version, errors, dialect, messages, "
        "passed_messages, content_hash FROM report ORDER BY id");
    while (reports.next() && ok()) {
        const auto item = m_items.find(reports.number(0));
        const auto dialect = storedValue(reports.number(23), Dialect::Rfc9990);
        if (!item || !dialect)
            return damaged("report");
        ReportInfo info;
        info.item = *item;
        StringId *const texts[] = {
            &info.orgName, &info.reporter, &info.email, &info.reportId, &info.domain};
        for (int i = 0; i < int(std::size(texts)); ++i)
            *texts[i] = text(reports.number(1 + i));
        info.period = {reports.number(6), reports.number(7)};
        PublishedPolicy &policy = info.policy;
        QString *const words[] = {&policy.domain, &policy.versionPublished, &policy.adkim,
            &policy.aspf, &policy.pText, &policy.spText, &policy.npText, &policy.pct, &policy.fo,
            &policy.testing, &policy.discoveryMethod, &info.generator, &info.extraContactInfo,
            &info.version};
        for (int i = 0; i < int(std::size(words)); ++i)
            *words[i] = word(reports.bytes(8 + i));
        policy.p = sekisho::policy(policy.pText);
        policy.sp = sekisho::policy(policy.spText);
        policy.np = sekisho::policy(policy.npText);
        info.errors = listFromJson(reports.bytes(22).toByteArray());
        info.dialect = *dialect;
        info.messages = reports.number(24);
        info.passMessages = reports.number(25);
        info.contentHash = quint64(reports.number(26));
        LogItem &line = m_data->items[*item];
        if (line.report >= 0)
            return damaged("report");
        line.report = qint32(m_data->reports.size());
        m_data->reports.push_back(std::move(info));
    }
    ended(reports);
}

void DatasetLoader::loadOutcomes()
{
    WorkspaceResult<LoadedOutcomes> outcomes = OutcomeLoader(m_connection, m_texts).load();
    if (outcomes)
        m_outcomes = std::move(outcomes).value();
    else
        m_problem = outcomes.problem();
}

AddressId DatasetLoader::addressOf(QByteArrayView text)
{
    const quint32 next = quint32(m_data->addresses.size());
    if (const auto ip = parsedAddress(text)) {
        const size_t hash = hashOf(*ip);
        const auto isSame = [&](quint32 number) { return m_data->addresses[number].ip == ip; };
        if (const auto found = m_addresses.find(hash, isSame))
            return {*found};
        m_addresses.add(hash, next);
        m_data->addresses.push_back({ip, {}});
        return {next};
    }
    const QString string = QString::fromUtf8(text);
    const auto found = m_oddAddresses.constFind(string);
    if (found != m_oddAddresses.cend())
        return {*found};
    m_oddAddresses.insert(string, next);
    m_data->addresses.push_back({std::nullopt, m_data->strings.intern(string)});
    return {next};
}

namespace {

template <typename T>
void copyEntries(std::vector<T> &to, std::vector<quint32> &toFirsts, const std::vector<T> &from,
    const std::vector<quint32> &fromFirsts, quint32 outcome)
{
    to.insert(to.end(), from.begin() + fromFirsts[outcome], from.begin() + fromFirsts[outcome + 1]);
    toFirsts.push_back(quint32(to.size()));
}

} // namespace

void DatasetLoader::copyOutcome(quint32 outcome)
{
    RecordColumns &to = m_data->records;
    const RecordColumns &from = m_outcomes.columns;
    for (const auto column : {&RecordColumns::headerFrom, &RecordColumns::envelopeFrom,
             &RecordColumns::envelopeTo, &RecordColumns::dispositionText,
             &RecordColumns::dkimEvaluatedText, &RecordColumns::spfEvaluatedText})
        (to.*column).push_back((from.*column)[outcome]);
    to.disposition.push_back(from.disposition[outcome]);
    to.reportedCell.push_back(from.reportedCell[outcome]);
    to.computedCell.push_back(from.computedCell[outcome]);
    to.dkimReason.push_back(from.dkimReason[outcome]);
    to.spfReason.push_back(from.spfReason[outcome]);
    to.flags.push_back(from.flags[outcome]);
    copyEntries(m_data->dkim, to.dkimFirst, m_outcomes.dkim, from.dkimFirst, outcome);
    copyEntries(m_data->spf, to.spfFirst, m_outcomes.spf, from.spfFirst, outcome);
    copyEntries(m_data->reasons, to.reasonFirst, m_outcomes.reasons, from.reasonFirst, outcome);
}

/// Room for as many as there are, so that columns need not grow, which takes twice the memory.
void DatasetLoader::reserveRecords()
{
    RecordColumns &columns = m_data->records;
    const WorkspaceResult<qint64> last = m_connection.number("SELECT count(*) FROM record");
    if (!last) {
        m_problem = last.problem();
        return;
    }
    if (last.value() == 0)
        return;
    const size_t size = size_t(last.value());
    const auto reserve = [size](auto &...column) { (column.reserve(size + 1), ...); };
    reserve(columns.report, columns.row, columns.address, columns.count, columns.headerFrom,
        columns.envelopeFrom, columns.envelopeTo, columns.disposition, columns.dispositionText,
        columns.dkimEvaluatedText, columns.spfEvaluatedText, columns.reportedCell,
        columns.computedCell, columns.dkimReason, columns.spfReason, columns.flags,
        columns.dkimFirst, columns.spfFirst, columns.reasonFirst);
    reserve(m_data->dkim, m_data->spf);
    for (auto *firsts : {&columns.dkimFirst, &columns.spfFirst, &columns.reasonFirst})
        firsts->push_back(0);
}

void DatasetLoader::loadRecords()
{
    RecordColumns &columns = m_data->records;
    std::vector<ReportInfo> &reports = m_data->reports;
    reserveRecords();
    Statement records(m_connection,
        "SELECT report, \"row\", source_ip, messages, authentication FROM record ORDER BY id");
    size_t report = 0; // the one whose rows come
    const auto idOf = [&](size_t number) { return m_items.id(reports[number].item); };
    while (records.next() && ok()) {
        const qint64 id = records.number(0);
        while (report < reports.size() && idOf(report) < id) {
            ++report;
            if (report < reports.size())
                reports[report].firstRow = quint32(columns.size());
        }
        const auto outcome = m_outcomes.ids.find(records.number(4));
        if (report == reports.size() || idOf(report) != id || !outcome)
            return damaged("record");
        columns.report.push_back(quint32(report));
        columns.row.push_back(quint32(records.number(1)));
        columns.address.push_back(addressOf(records.bytes(2)));
        columns.count.push_back(std::max<qint64>(0, records.number(3)));
        copyOutcome(*outcome);
        ++reports[report].rowCount;
        if (columns.size() % 65536 == 0 && stopped())
            return;
    }
    for (++report; report < reports.size(); ++report)
        reports[report].firstRow = quint32(columns.size());
    ended(records);
}

void DatasetLoader::loadFailures()
{
    Statement failures(m_connection, "SELECT id, content_hash, details FROM failure ORDER BY id");
    while (failures.next() && ok()) {
        const auto item = m_items.find(failures.number(0));
        std::optional<FailureReport> report = failureFromJson(failures.bytes(2).toByteArray());
        if (!item || !report)
            return damaged("failure");
        report->contentHash = quint64(failures.number(1));
        FailureInfo info;
        info.item = *item;
        info.reporter = m_data->strings.intern(report->reporter);
        info.domain = m_data->strings.intern(report->domain);
        if (report->sourceIp)
            info.address = addressOf(report->sourceIp->text().toLatin1());
        info.report = std::make_shared<const FailureReport>(*std::move(report));
        m_data->items[*item].failure = qint32(m_data->failures.size());
        m_data->failures.push_back(std::move(info));
    }
    ended(failures);
}

void DatasetLoader::loadTlsReports()
{
    Statement reports(m_connection, "SELECT id, details FROM tls_report ORDER BY id");
    while (reports.next() && ok()) {
        std::optional<TlsReport> report = tlsFromJson(reports.bytes(1).toByteArray());
        if (!report)
            return damaged("tls_report");
        m_data->tlsReports.push_back(*std::move(report));
    }
    ended(reports);
}

/// Records and failure reports came one after the other; reading files numbers their addresses as
/// they come.
void DatasetLoader::numberAddresses()
{
    if (m_data->failures.empty())
        return;
    constexpr quint32 none = ~quint32(0);
    std::vector<quint32> numbers(m_data->addresses.size(), none);
    std::vector<Address> ordered;
    ordered.reserve(numbers.size());
    const auto place = [&](AddressId &id) {
        quint32 &number = numbers[id.value];
        if (number == none) {
            number = quint32(ordered.size());
            ordered.push_back(m_data->addresses[id.value]);
        }
        id.value = number;
    };
    for (const LogItem &item : m_data->items) {
        if (item.report >= 0) {
            const ReportInfo &report = m_data->reports[size_t(item.report)];
            for (Row row = report.firstRow; row < report.firstRow + report.rowCount; ++row)
                place(m_data->records.address[row]);
        } else if (item.failure >= 0) {
            FailureInfo &failure = m_data->failures[size_t(item.failure)];
            if (failure.address)
                place(*failure.address);
        }
    }
    m_data->addresses = std::move(ordered);
}

WorkspaceResult<DatasetPtr> loadDataset(const Workspace &workspace, const Stop &stop)
{
    if (!workspace)
        return noWorkspace();
    const auto opened = workspace.state().connectToRead();
    if (!opened)
        return opened.problem();
    return DatasetLoader(*opened.value(), stop).load();
}

} // namespace sekisho
