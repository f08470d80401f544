// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/forget.h"

#include "archive/itemremoval.h"
#include "archive/knownsources.h"
#include "archive/orphans.h"
#include "archive/statement.h"
#include "archive/userdata.h"
#include "archive/workspacestate.h"
#include "report/domainname.h"

#include <QDateTime>

#include <algorithm>
#include <functional>

namespace sekisho {

namespace {

bool isAsked(const ForgetRequest &request)
{
    return !request.domains.isEmpty() || !request.reporters.isEmpty() || request.before;
}

/// Whether all of several domains are among those to be forgotten.
bool fitsDomains(const ForgetRequest &request, const QStringList &domains)
{
    if (request.domains.isEmpty())
        return true;
    return !domains.isEmpty() &&
        std::all_of(domains.begin(), domains.end(), [&](const QString &domain) {
            return std::any_of(request.domains.begin(), request.domains.end(),
                [&](const QString &wanted) { return isSameOrBelow(domain, wanted); });
        });
}

bool fitsReporter(const ForgetRequest &request, const QString &reporter)
{
    return request.reporters.isEmpty() || request.reporters.contains(reporter);
}

/// A moment that is not known is not before anything.
bool fitsTime(const ForgetRequest &request, qint64 end, qint64 received)
{
    const qint64 when = end > 0 ? end : received;
    return !request.before || (when > 0 && when < *request.before);
}

/// One run of forgetting, in a transaction.
class Forgetting final {
public:
    Forgetting(Connection &connection, const ForgetRequest &request)
        : m_connection(connection)
        , m_request(request)
    {
    }

    [[nodiscard]] WorkspaceProblem run();
    [[nodiscard]] const ForgetResult &result() const { return m_result; }

private:
    using Fits = std::function<bool(const Statement &)>;

    /// Chooses items by rows that begin with their id, and counts them.
    [[nodiscard]] WorkspaceProblem choose(const QByteArray &sql, qint64 *count, const Fits &fits);
    [[nodiscard]] WorkspaceProblem chooseAll();
    [[nodiscard]] WorkspaceProblem forgetSources();
    [[nodiscard]] WorkspaceProblem forgetWholeSources();
    [[nodiscard]] WorkspaceProblem forgetSharedOriginals();
    [[nodiscard]] WorkspaceResult<qint64> keptOriginals();

    Connection &m_connection;
    const ForgetRequest &m_request;
    ForgetResult m_result;
};

WorkspaceProblem Forgetting::choose(const QByteArray &sql, qint64 *count, const Fits &fits)
{
    Statement rows(m_connection, sql);
    Statement choose(m_connection, "INSERT OR IGNORE INTO temp.doomed VALUES (?)");
    while (rows.next()) {
        if (!fits(rows))
            continue;
        if (!(choose << rows.number(0)).run())
            return choose.problem();
        if (count)
            ++*count;
    }
    return rows.problem();
}

WorkspaceProblem Forgetting::chooseAll()
{
    const auto reports = [&](const Statement &row) {
        const bool fits = fitsTime(m_request, row.number(1), row.number(2)) &&
            fitsReporter(m_request, row.text(3)) && fitsDomains(m_request, {row.text(4)});
        m_result.records += fits ? row.number(5) : 0;
        m_result.messages += fits ? row.number(6) : 0;
        return fits;
    };
    if (auto problem = choose("SELECT report.id, period_end, received, reporter_text.value, "
                              "domain_text.value, records, messages FROM report JOIN item USING (id) "
                              "JOIN text AS reporter_text ON reporter_text.id = reporter "
                              "JOIN text AS domain_text ON domain_text.id = domain",
            &m_result.reports, reports))
        return problem;
    const auto failures = [&](const Statement &row) {
        return fitsTime(m_request, row.number(1), row.number(2)) &&
            fitsReporter(m_request, row.text(3)) && fitsDomains(m_request, {row.text(4)});
    };
    if (auto problem = choose("SELECT failure.id, arrival, received, reporter, domain FROM failure "
                              "JOIN item USING (id)",
            &m_result.failures, failures))
        return problem;
    const auto tlsReports = [&](const Statement &row) {
        return fitsTime(m_request, row.number(1), row.number(2)) &&
            fitsReporter(m_request, normalizedDomain(row.text(3))) &&
            fitsDomains(m_request, row.text(4).split(u' ', Qt::SkipEmptyParts));
    };
    if (auto problem = choose("SELECT tls_report.id, period_end, received, organization, domains "
                              "FROM tls_report JOIN item USING (id)",
            &m_result.tlsReports, tlsReports))
        return problem;
    // What is no report has neither domain nor reporter, only an age.
    if (!m_request.domains.isEmpty() || !m_request.reporters.isEmpty())
        return {};
    const auto others = [&](const Statement &row) { return fitsTime(m_request, 0, row.number(1)); };
    return choose(
        "SELECT id, received FROM item WHERE id NOT IN (SELECT id FROM report) "
        "AND id NOT IN (SELECT id FROM failure) AND id NOT IN (SELECT id FROM tls_report)",
        nullptr, others);
}

WorkspaceResult<qint64> Forgetting::keptOriginals()
{
    return m_connection.number("SELECT count(*) FROM original WHERE compression NOTNULL");
}

/// Sources of which nothing is left: they, and what they held before.
WorkspaceProblem Forgetting::forgetWholeSources()
{
    Statement whole(m_connection,
        "SELECT id, path, size, modified FROM source WHERE id IN (SELECT id FROM temp.affected) "
        "AND NOT EXISTS (SELECT 1 FROM item WHERE item.source = source.id)");
    Statement remember(m_connection, "INSERT OR IGNORE INTO forgotten VALUES (?, ?)");
    const qint64 now = QDateTime::currentSecsSinceEpoch();
    std::vector<qint64> ids;
    while (whole.next()) {
        ids.push_back(whole.number(0));
        const QByteArray fingerprint =
            sourceFingerprint(whole.text(1), whole.number(2), whole.number(3));
        remember.latin1(fingerprint) << now;
        if (!remember.run())
            return remember.problem();
    }
    if (whole.failed())
        return whole.problem();
    Statement former(m_connection, "DELETE FROM former_original WHERE source = ?");
    Statement source(m_connection, "DELETE FROM source WHERE id = ?");
    for (const qint64 id : ids) {
        if (!(former << id).run())
            return former.problem();
        if (!(source << id).run())
            return source.problem();
    }
    return {};
}

/// Of what is left, other reports came out of the same bytes.
WorkspaceProblem Forgetting::forgetSharedOriginals()
{
    if (!m_request.sharedOriginals) {
        const WorkspaceResult<qint64> shared = m_connection.number(
            "SELECT count(DISTINCT original.id) FROM source JOIN original "
            "ON original.id = source.original "
            "WHERE source.id IN (SELECT id FROM temp.affected) AND compression NOTNULL");
        if (!shared)
            return shared.problem();
        m_result.sharedOriginals = shared.value();
        return {};
    }
    return m_connection.execute(
        "DELETE FROM former_original WHERE source IN (SELECT id FROM temp.affected); "
        "UPDATE original SET compression = NULL, bytes = NULL WHERE id IN "
        "(SELECT original FROM source WHERE source.id IN (SELECT id FROM temp.affected))");
}

WorkspaceProblem Forgetting::run()
{
    if (auto problem = prepareDoomed(m_connection))
        return problem;
    if (auto problem = chooseAll())
        return problem;
    if (auto problem = m_connection.execute(
            "CREATE TEMP TABLE IF NOT EXISTS affected(id INTEGER PRIMARY KEY); "
            "DELETE FROM temp.affected; INSERT OR IGNORE INTO temp.affected "
            "SELECT source FROM item WHERE id IN (SELECT id FROM temp.doomed); "
            // The others of a file are not missed when it is verified.
            "UPDATE source SET forgotten = forgotten + (SELECT count(*) FROM item "
            "WHERE item.source = source.id AND item.id IN (SELECT id FROM temp.doomed)) "
            "WHERE id IN (SELECT id FROM temp.affected)"))
        return problem;
    const WorkspaceResult<qint64> doomed = m_connection.number("SELECT count(*) FROM temp.doomed");
    if (!doomed)
        return doomed.problem();
    if (doomed.value() == 0)
        return {};
    const WorkspaceResult<qint64> before = keptOriginals();
    if (!before)
        return before.problem();
    if (auto problem = removeDoomedItems(m_connection))
        return problem;
    if (auto problem = forgetWholeSources())
        return problem;
    if (auto problem = forgetSharedOriginals())
        return problem;
    if (auto problem = removeOrphans(m_connection))
        return problem;
    const WorkspaceResult<qint64> after = keptOriginals();
    if (!after)
        return after.problem();
    m_result.originals = before.value() - after.value();
    return {};
}

WorkspaceResult<ForgetResult> run(
    const Workspace &workspace, const ForgetRequest &request, bool inEarnest)
{
    if (!workspace)
        return noWorkspace();
    if (!isAsked(request))
        return ForgetResult();
    const WorkspaceResult<WorkspaceSettings> settings = loadSettings(workspace);
    if (!settings)
        return settings.problem();
    const auto opened = workspace.state().connectToWrite();
    if (!opened)
        return opened.problem();
    Connection &connection = *opened.value();
    const bool overwrite = settings.value().secureDelete;
    if (auto problem = connection.execute(
            overwrite ? "PRAGMA secure_delete = ON" : "PRAGMA secure_delete = OFF"))
        return problem;
    Forgetting forgetting(connection, request);
    {
        Transaction transaction(connection);
        if (auto problem = transaction.begin())
            return problem;
        if (auto problem = forgetting.run())
            return problem;
        if (!inEarnest)
            return forgetting.result();
        if (auto problem = transaction.commit())
            return problem;
    }
    // The journal has pages as they were.
    if (overwrite) {
        if (auto problem = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)"))
            return problem;
    }
    return forgetting.result();
}

} // namespace

WorkspaceResult<ForgetResult> forget(const Workspace &workspace, const ForgetRequest &request)
{
    return run(workspace, request, true);
}

WorkspaceResult<ForgetResult> countForgotten(
    const Workspace &workspace, const ForgetRequest &request)
{
    return run(workspace, request, false);
}

WorkspaceResult<ForgetResult> forgetExpired(const Workspace &workspace, qint64 now)
{
    const WorkspaceResult<WorkspaceSettings> settings = loadSettings(workspace);
    if (!settings)
        return settings.problem();
    if (settings.value().retentionDays == 0)
        return ForgetResult();
    qint64 newest = 0;
    {
        const auto opened = workspace.state().connectToRead();
        if (!opened)
            return opened.problem();
        const WorkspaceResult<qint64> found =
            opened.value()->number("SELECT max((SELECT coalesce(max(period_end), 0) FROM report), "
                                   "(SELECT coalesce(max(arrival), 0) FROM failure), "
                                   "(SELECT coalesce(max(period_end), 0) FROM tls_report))");
        if (!found)
            return found.problem();
        newest = found.value();
    }
    // A clock that is years ahead of everything that ever came is wrong.
    constexpr qint64 longest = 731 * secondsPerDay;
    ForgetRequest request;
    request.before =
        (now - newest > longest ? newest : now) - settings.value().retentionDays * secondsPerDay;
    return forget(workspace, request);
}

} // namespace sekisho
