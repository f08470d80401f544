// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/maintenance.h"

#include "archive/itemremoval.h"
#include "archive/orphans.h"
#include "archive/statement.h"
#include "archive/workspacestate.h"
#include "archive/workspacewriter.h"

#include <QFile>
#include <QFileInfo>

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

/// A table of the workspace, its columns and what its rows are found by.
struct Table {
    QByteArray name;
    QByteArray columns;
    bool numbered = true; ///< rows have an id that gaps can be jumped over with
};

/// What the user said, which is nowhere else.
const std::vector<Table> &userTables()
{
    static const std::vector<Table> tables{
        {"setting", "name, value", false},
        {"own_sender", "position, sender, class, domain, note", false},
        {"pin", "position, sender, domain, mail_case, note", false},
        {"domain_setting", "domain, name, value", false},
        {"host_name", "ip, status, name, asked", false},
        {"mailbox_folder", "account, folder, state", false},
        {"forgotten", "fingerprint, since", false},
    };
    return tables;
}

/// What was read, for files and mails whose bytes are not there any more.
const std::vector<Table> &readTables()
{
    static const std::vector<Table> tables{
        {"source",
            "id, path, size, modified, import_run, read_at, forgotten, mailbox_account, "
            "mailbox_folder, "
            "uid_validity, uid"},
        {"item", "id, source, members, leaf, kind, status, received"},
        {"note", "item, position, code, detail, count, byte_offset, line, byte_column", false},
        {"text", "id, value"},
        {"report",
            "id, org_name, reporter, email, report_id, domain, period_begin, period_end, "
            "policy_domain, policy_version, adkim, aspf, p, sp, np, pct, fo, testing, "
            "discovery_method, generator, extra_contact_info, version, errors, dialect, "
            "first_record, records, messages, passed_messages, content_hash, counted"},
        {"record", "id, report, \"row\", source_ip, messages, authentication"},
        {"authentication",
            "id, header_from, envelope_from, envelope_to, disposition, disposition_text, "
            "dkim_evaluated, spf_evaluated, reported, computed, dkim_reason, spf_reason, flags"},
        {"dkim_result",
            "authentication, position, domain, selector, human_result, result, result_text", false},
        {"spf_result", "authentication, position, domain, scope, human_result, result, result_text",
            false},
        {"override_reason", "authentication, position, type, comment", false},
        {"failure",
            "id, reporter, domain, source_ip, arrival, \"from\", \"to\", subject, auth_failure, "
            "content_hash, counted, details"},
        {"tls_report",
            "id, organization, report_id, period_begin, period_end, domains, successful_sessions, "
            "failed_sessions, details"},
    };
    return tables;
}

/// Copies rows of a damaged file into a new one.
class Salvage final {
public:
    Salvage(Connection &from, Connection &to, const Stop &stop, SalvageResult &result)
        : m_from(from)
        , m_to(to)
        , m_stop(stop)
        , m_result(result)
    {
    }

    /// All rows that can be read: where one cannot, those behind it are looked for.
    [[nodiscard]] WorkspaceProblem copy(const Table &table)
    {
        const int columns = int(table.columns.count(',')) + 1;
        Statement insert(m_to,
            "INSERT OR IGNORE INTO " + table.name + " (" + table.columns + ") VALUES (" +
                QByteArray("?, ").repeated(columns - 1) + "?)");
        const QByteArray select = "SELECT " + table.columns + " FROM " + table.name;
        if (!table.numbered)
            return copyRows(table, select, insert, columns);
        constexpr int mostGaps = 2000;
        qint64 after = std::numeric_limits<qint64>::min();
        qint64 step = 1;
        for (int gaps = 0; gaps < mostGaps && !m_stop.requested(); ++gaps) {
            qint64 last = after;
            const QByteArray part =
                select + " WHERE id > " + QByteArray::number(after) + " ORDER BY id";
            bool whole = false;
            if (auto problem = copySome(part, insert, columns, last, whole))
                return problem;
            if (whole)
                return {};
            noteLoss(table);
            step = last > after ? 1 : step * 2;
            if (last < 0)
                last = 0; // before the first row
            if (step > (qint64(1) << 40))
                return {};
            after = last + step;
        }
        return {};
    }

private:
    void noteLoss(const Table &table)
    {
        const QString name = QString::fromLatin1(table.name);
        if (!m_result.lost.contains(name))
            m_result.lost.append(name);
    }

    [[nodiscard]] WorkspaceProblem copyRows(
        const Table &table, const QByteArray &select, Statement &insert, int columns)
    {
        qint64 last = 0;
        bool whole = false;
        WorkspaceProblem problem = copySome(select, insert, columns, last, whole);
        if (!whole)
            noteLoss(table);
        return problem;
    }

    /// Copies until the end or the first row that cannot be read. A problem is one of the new file.
    [[nodiscard]] WorkspaceProblem copySome(
        const QByteArray &select, Statement &insert, int columns, qint64 &last, bool &whole)
    {
        Statement rows(m_from, select);
        while (rows.next()) {
            last = rows.number(0);
            for (int i = 0; i < columns; ++i)
                insert.copy(rows, i);
            if (!insert.run() && !insert.refusedRow())
                return insert.problem();
        }
        whole = !rows.failed();
        return {};
    }

    Connection &m_from;
    Connection &m_to;
    const Stop &m_stop;
    SalvageResult &m_result;
};

/// The originals and where they came from: read again, they give everything anew.
class OriginalSalvage final {
public:
    OriginalSalvage(Connection &from, WorkspaceWriter &writer, SalvageResult &result)
        : m_from(from)
        , m_writer(writer)
        , m_result(result)
    {
    }

    [[nodiscard]] WorkspaceProblem run(const Stop &stop)
    {
        // By id, each on its own, so that a damaged one takes no other with it.
        std::vector<qint64> ids;
        qint64 last = 0;
        for (int gaps = 0; gaps < 2000; ++gaps) {
            Statement sources(m_from,
                "SELECT id FROM source NOT INDEXED WHERE id > ? AND original NOTNULL ORDER BY id");
            sources << last;
            while (sources.next()) {
                last = sources.number(0);
                ids.push_back(last);
            }
            if (!sources.failed())
                break;
            last += 1 + gaps;
        }
        for (const qint64 id : ids) {
            if (stop.requested())
                return {WorkspaceTrouble::Stopped, m_from.path(), {}};
            if (auto problem = copy(id, stop))
                return problem;
        }
        return m_writer.commit();
    }

private:
    [[nodiscard]] WorkspaceProblem copy(qint64 id, const Stop &stop)
    {
        Statement find(m_from,
            "SELECT path, source.size, modified, sha256, original.size, compression, bytes, "
            "mailbox_account, mailbox_folder, uid_validity, uid FROM source "
            "JOIN original ON original.id = source.original WHERE source.id = ?");
        find << id;
        if (!find.next() || find.isNull(5))
            return {};
        PackedOriginal original{find.bytes(3).toByteArray(), find.number(4),
            find.bytes(5) == "zlib", find.bytes(6).toByteArray()};
        const WorkspaceResult<QByteArray> bytes = unpackOriginal(original);
        if (!bytes)
            return {};
        std::vector<SourceToStore> sources;
        sources.push_back({find.text(0), find.number(1), find.number(2), std::move(original), {}});
        if (!find.isNull(7))
            sources.back().place = MailboxPlace{
                find.text(7), find.text(8), quint32(find.number(9)), quint32(find.number(10))};
        const QString path = sources.back().path;
        const qint64 modified = sources.back().modified;
        DatasetBuilder builder;
        read(bytes.value(), path, Limits(), stop,
            [&](ReadItem &&item) { builder.add(std::move(item), modified); });
        ++m_result.originals;
        if (auto problem = m_writer.add(std::move(sources), std::move(builder)))
            return problem;
        return ++m_pending % 500 == 0 ? m_writer.commit() : WorkspaceProblem();
    }

    Connection &m_from;
    WorkspaceWriter &m_writer;
    SalvageResult &m_result;
    int m_pending = 0;
};

/// "a NOT IN (SELECT id FROM text) OR b NOT IN …"
QByteArray withoutText(const QByteArrayList &columns)
{
    QByteArrayList conditions;
    for (const QByteArray &column : columns)
        conditions.append(column + " NOT IN (SELECT id FROM text)");
    return conditions.join(" OR ");
}

/// "column NOT BETWEEN 0 AND last"
template <typename Enum> QByteArray outside(const QByteArray &column, Enum last)
{
    return column + " NOT BETWEEN 0 AND " + QByteArray::number(int(last));
}

QByteArray knownNoteCodes()
{
    QByteArrayList codes;
    for (const NoteCode code : allNoteCodes())
        codes.append('\'' + QByteArray(noteKey(code).data(), noteKey(code).size()) + '\'');
    return codes.join(", ");
}

/// Outcomes of which a part is missing or makes no sense.
WorkspaceProblem removeBadOutcomes(Connection &connection)
{
    const QByteArray choose = "INSERT OR IGNORE INTO temp.bad SELECT ";
    return connection.execute("CREATE TEMP TABLE bad(id INTEGER PRIMARY KEY); " + choose +
        "id FROM authentication WHERE " +
        withoutText({"header_from", "envelope_from", "envelope_to", "disposition_text",
            "dkim_evaluated", "spf_evaluated"}) +
        " OR " + outside("disposition", Disposition::Other) + " OR " +
        outside("reported", cellCount - 1) + " OR " + outside("computed", cellCount - 1) + " OR " +
        outside("dkim_reason", FailReason::NotReported) + " OR " +
        outside("spf_reason", FailReason::NotReported) + "; " + choose +
        "authentication FROM dkim_result WHERE " + outside("result", AuthResult::Unknown) + " OR " +
        withoutText({"domain", "selector", "human_result", "result_text"}) + "; " + choose +
        "authentication FROM spf_result WHERE " + outside("result", AuthResult::Unknown) + " OR " +
        withoutText({"domain", "scope", "human_result", "result_text"}) + "; " + choose +
        "authentication FROM override_reason WHERE " + withoutText({"type", "comment"}) +
        "; "
        "DELETE FROM authentication WHERE id IN (SELECT id FROM temp.bad); "
        "DELETE FROM record WHERE authentication NOT IN (SELECT id FROM authentication) "
        "OR report NOT IN (SELECT id FROM report); "
        "DELETE FROM dkim_result WHERE authentication NOT IN (SELECT id FROM authentication); "
        "DELETE FROM spf_result WHERE authentication NOT IN (SELECT id FROM authentication); "
        "DELETE FROM override_reason WHERE authentication NOT IN (SELECT id FROM authentication)");
}

/// Takes away what came without something that belongs to it, or makes no sense.
WorkspaceProblem removeIncomplete(Connection &connection)
{
    if (auto problem = prepareDoomed(connection))
        return problem;
    if (auto problem = removeBadOutcomes(connection))
        return problem;
    const QByteArray choose = "INSERT OR IGNORE INTO temp.doomed SELECT ";
    const QByteArray withoutItem = "id NOT IN (SELECT id FROM item)";
    const QByteArray noObject = "NOT json_valid(details) OR json_type(details) <> 'object'";
    if (auto problem = connection.execute(
            "DELETE FROM note WHERE item NOT IN (SELECT id FROM item) "
            "OR code NOT IN (" +
            knownNoteCodes() + "); " + choose + "id FROM report WHERE " + withoutItem + " OR " +
            outside("dialect", Dialect::Rfc9990) + " OR " +
            withoutText({"org_name", "reporter", "email", "report_id", "domain"}) +
            "; "
            "CREATE TEMP TABLE counts AS SELECT report, count(*) AS n FROM record "
            "GROUP BY report; " +
            choose +
            "report.id FROM report LEFT JOIN temp.counts ON counts.report = report.id "
            "WHERE records <> coalesce(n, 0); " +
            choose + "id FROM failure WHERE " + withoutItem + " OR " + noObject + "; " + choose +
            "id FROM tls_report WHERE " + withoutItem + " OR " + noObject + "; " + choose +
            "id FROM item WHERE source NOT IN (SELECT id FROM source) OR " +
            outside("kind", ItemKind::File) + " OR " + outside("status", ItemStatus::Unreadable)))
        return problem;
    return removeDoomedItems(connection);
}

/// Fills a new workspace out of a damaged one.
WorkspaceResult<SalvageResult> fill(
    Connection &source, const Workspace &workspace, const Stop &stop)
{
    SalvageResult result;
    {
        const auto opened = workspace.state().connectToWrite();
        if (!opened)
            return opened.problem();
        Connection &target = *opened.value();
        if (auto problem = target.execute("PRAGMA foreign_keys = OFF"))
            return problem;
        Transaction transaction(target);
        if (auto problem = transaction.begin())
            return problem;
        Salvage rows(source, target, stop, result);
        for (const auto *tables : {&userTables(), &readTables()}) {
            for (const Table &table : *tables) {
                if (auto problem = rows.copy(table))
                    return problem;
            }
        }
        if (auto problem = removeIncomplete(target))
            return problem;
        if (auto problem = removeOrphans(target))
            return problem;
        if (auto problem = transaction.commit())
            return problem;
    }
    auto writer = WorkspaceWriter::begin(workspace);
    if (!writer)
        return writer.problem();
    if (auto problem = OriginalSalvage(source, *writer.value(), result).run(stop))
        return problem;
    const WorkspaceResult<DatasetPtr> all = writer.value()->finish(stop);
    if (!all)
        return all.problem();
    result.reports = qint64(all.value()->reports.size());
    result.records = qint64(all.value()->records.size());
    return result;
}

} // namespace

WorkspaceResult<SalvageResult> salvage(const QString &from, const QString &to, const Stop &stop)
{
    const auto damaged = Connection::open(QFileInfo(from).absoluteFilePath(), ConnectionUse::Read);
    if (!damaged)
        return damaged.problem();
    Connection &source = *damaged.value();
    if (const auto tables = source.number("SELECT count(*) FROM sqlite_schema"); !tables)
        return tables.problem();
    WorkspaceResult<Workspace> made = Workspace::create(to);
    if (!made)
        return made.problem();
    WorkspaceResult<SalvageResult> result = fill(source, made.value(), stop);
    if (!result) { // half of it is of no use
        const QString path = made.value().path();
        made = WorkspaceProblem();
        QFile::remove(path);
    }
    return result;
}

} // namespace sekisho
