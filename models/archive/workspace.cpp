// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/workspace.h"

#include "archive/migrations.h"
#include "archive/schema.h"
#include "archive/statement.h"
#include "archive/workspacestate.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

#include <fcntl.h>
#include <unistd.h>

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

QString absolutePath(const QString &path)
{
    return QDir::cleanPath(QFileInfo(path).absoluteFilePath());
}

bool mayWrite(const QString &path)
{
    return ::access(QFile::encodeName(path).constData(), W_OK) == 0;
}

/// Makes durable that a file has this name.
void syncFolder(const QString &folder)
{
    const int handle =
        ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (handle < 0)
        return;
    ::fsync(handle);
    ::close(handle);
}

/// Why no lock could be taken.
WorkspaceProblem lockProblem(const FileLock::Attempt &attempt, const QString &path)
{
    if (attempt.failure == FileLock::Failure::Held)
        return {WorkspaceTrouble::InUse, path, attempt.detail};
    const bool folder = attempt.failure == FileLock::Failure::Forbidden ||
        !mayWrite(QFileInfo(path).absolutePath());
    return {folder ? WorkspaceTrouble::ReadOnlyFolder : WorkspaceTrouble::Unwritable, path,
        attempt.detail};
}

/// Whether the file is a workspace, and of which version.
WorkspaceResult<qint64> versionOf(Connection &connection)
{
    const WorkspaceResult<qint64> application = connection.number("PRAGMA application_id");
    if (!application)
        return application.problem();
    if (application.value() != workspaceApplicationId)
        return WorkspaceProblem{WorkspaceTrouble::NoWorkspace, connection.path(), {}};
    const WorkspaceResult<qint64> version = connection.number("PRAGMA user_version");
    if (version && version.value() > workspaceVersion)
        return WorkspaceProblem{
            WorkspaceTrouble::Newer, connection.path(), QString::number(version.value())};
    return version;
}

std::optional<InterruptedImport> interruptedIn(Connection &connection)
{
    Statement runs(connection,
        "SELECT min(begun), max(last_batch), sum(files), count(*) FROM import_run "
        "WHERE finished = 0");
    if (!runs.next() || runs.number(3) == 0)
        return std::nullopt;
    return InterruptedImport{runs.number(0), runs.number(1), int(runs.number(2))};
}

/// Whether it can be written to in earnest; what says so before may be wrong.
WorkspaceProblem tryToWrite(Connection &connection)
{
    Transaction transaction(connection);
    return transaction.begin();
}

WorkspaceProblem checkedFile(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return {WorkspaceTrouble::Missing, path, {}};
    if (!info.isFile()) // a pipe would be waited for
        return {WorkspaceTrouble::NoWorkspace, path, {}};
    return {};
}

WorkspaceProblem makeFile(const QString &path)
{
    const WorkspaceResult<std::unique_ptr<Connection>> made =
        Connection::open(path, ConnectionUse::Create);
    if (!made)
        return made.problem();
    Connection &connection = *made.value();
    if (auto problem = connection.execute("PRAGMA page_size = " +
            QByteArray::number(workspacePageBytes) + "; PRAGMA journal_mode = WAL"))
        return problem;
    {
        Transaction transaction(connection);
        if (auto problem = transaction.begin())
            return problem;
        if (auto problem = makeTables(connection))
            return problem;
        Statement facts(connection, "INSERT INTO workspace VALUES (?, ?)");
        if (!(facts << u"created"_s << QString::number(QDateTime::currentSecsSinceEpoch())).run() ||
            !(facts << u"created by"_s << u"Sekisho " SEKISHO_VERSION ""_s).run())
            return facts.problem();
        if (auto problem = transaction.commit())
            return problem;
    }
    return connection.execute("PRAGMA wal_checkpoint(TRUNCATE)");
}

} // namespace

WorkspaceResult<std::unique_ptr<Connection>> Workspace::State::connectToRead() const
{
    if (unchanging)
        return Connection::open(path, ConnectionUse::ReadUnchanging);
    return Connection::open(path, lock ? ConnectionUse::Write : ConnectionUse::Read);
}

WorkspaceResult<std::unique_ptr<Connection>> Workspace::State::connectToWrite() const
{
    if (whyReadOnly)
        return whyReadOnly;
    return Connection::open(path, ConnectionUse::Write);
}

WorkspaceResult<Workspace> Workspace::create(const QString &given)
{
    const QString path = absolutePath(given);
    if (QFileInfo::exists(path))
        return WorkspaceProblem{WorkspaceTrouble::Exists, path, {}};
    const QString folder = QFileInfo(path).absolutePath();
    if (!QDir().mkpath(folder))
        return WorkspaceProblem{WorkspaceTrouble::ReadOnlyFolder, path, {}};
    // Whole, or not there: what is killed while it makes one leaves none that is no workspace.
    const QString aside = path + u".new-"_s + QString::number(::getpid());
    QFile::remove(aside);
    WorkspaceProblem problem = makeFile(aside);
    if (!problem && !QFile::rename(aside, path))
        problem = {WorkspaceTrouble::Exists, path, {}};
    if (problem) {
        QFile::remove(aside);
        problem.path = path;
        if (!mayWrite(folder))
            problem.trouble = WorkspaceTrouble::ReadOnlyFolder;
        return problem;
    }
    syncFolder(folder);
    return open(path);
}

WorkspaceResult<Workspace> Workspace::openToRead(const QString &given)
{
    auto state = std::make_shared<State>();
    state->path = absolutePath(given);
    if (auto problem = checkedFile(state->path))
        return problem;
    // In a folder that cannot be written to, SQLite cannot keep track of readers and writers;
    // nobody writes there either, unless a journal says otherwise.
    state->unchanging = !mayWrite(QFileInfo(state->path).absolutePath()) &&
        QFileInfo(state->path + u"-wal"_s).size() == 0;
    const auto connection = state->connectToRead();
    if (!connection)
        return connection.problem();
    const WorkspaceResult<qint64> version = versionOf(*connection.value());
    if (!version)
        return version.problem();
    if (version.value() < workspaceVersion)
        return WorkspaceProblem{WorkspaceTrouble::NotMigrated, state->path, {}};
    state->whyReadOnly = {WorkspaceTrouble::ReadOnlyFile, state->path, {}};
    return Workspace(std::shared_ptr<const State>(std::move(state)));
}

WorkspaceResult<Workspace> Workspace::open(const QString &given)
{
    const QString path = absolutePath(given);
    if (auto problem = checkedFile(path))
        return problem;
    const auto forReading = [&](const WorkspaceProblem &why) -> WorkspaceResult<Workspace> {
        WorkspaceResult<Workspace> opened = openToRead(path);
        if (!opened)
            return opened.problem();
        auto state = std::make_shared<State>();
        state->path = path;
        state->unchanging = opened.value().m_state->unchanging;
        state->whyReadOnly = why;
        return Workspace(std::shared_ptr<const State>(std::move(state)));
    };
    if (!mayWrite(path))
        return forReading({WorkspaceTrouble::ReadOnlyFile, path, {}});
    auto state = std::make_shared<State>();
    state->path = path;
    FileLock::Attempt attempt = FileLock::take(path + u".lock"_s);
    if (!attempt.lock)
        return forReading(lockProblem(attempt, path));
    state->lock = std::move(attempt.lock);
    {
        const auto opened = state->connectToWrite();
        if (!opened)
            return opened.problem();
        Connection &connection = *opened.value();
        const WorkspaceResult<qint64> version = versionOf(connection);
        if (!version)
            return version.problem();
        if (auto problem = connection.execute("PRAGMA journal_mode = WAL"))
            return forReading(problem);
        if (const WorkspaceProblem problem = tryToWrite(connection))
            return forReading(problem);
        if (version.value() < workspaceVersion) {
            WorkspaceResult<QString> copy = migrate(connection, migrations(), workspaceVersion);
            if (!copy)
                return copy.problem();
            state->formerCopy = copy.value();
        }
        state->interrupted = interruptedIn(connection);
    }
    return Workspace(std::shared_ptr<const State>(std::move(state)));
}

WorkspaceResult<Workspace> Workspace::openOrCreate(const QString &path)
{
    return QFileInfo::exists(path) ? open(path) : create(path);
}

QString Workspace::path() const
{
    return m_state ? m_state->path : QString();
}

bool Workspace::isWritable() const
{
    return m_state && !m_state->whyReadOnly;
}

WorkspaceProblem Workspace::whyReadOnly() const
{
    return m_state ? m_state->whyReadOnly : noWorkspace();
}

QString Workspace::formerCopy() const
{
    return m_state ? m_state->formerCopy : QString();
}

std::optional<InterruptedImport> Workspace::interruptedImport() const
{
    return m_state ? m_state->interrupted : std::nullopt;
}

WorkspaceResult<WorkspaceSize> Workspace::size() const
{
    if (!m_state)
        return noWorkspace();
    const auto opened = m_state->connectToRead();
    if (!opened)
        return opened.problem();
    WorkspaceSize size;
    size.fileBytes = QFileInfo(path()).size() + QFileInfo(path() + u"-wal"_s).size();
    Statement counts(*opened.value(),
        "SELECT (SELECT count(*) FROM source), (SELECT count(*) FROM report), "
        "(SELECT count(*) FROM record), (SELECT count(*) FROM failure), "
        "(SELECT count(*) FROM tls_report), "
        "(SELECT count(*) FROM original WHERE compression IS NOT NULL), "
        "(SELECT coalesce(sum(length(bytes)), 0) FROM original), "
        "(SELECT value FROM workspace WHERE name = 'created'), "
        "(SELECT max(last_batch) FROM import_run)");
    qint64 *const values[] = {&size.sources, &size.reports, &size.records, &size.failures,
        &size.tlsReports, &size.originals, &size.originalBytes, &size.created, &size.lastImport};
    if (!counts.next())
        return counts.failed() ? counts.problem()
                               : WorkspaceProblem{WorkspaceTrouble::Damaged, path(), {}};
    for (int i = 0; i < int(std::size(values)); ++i)
        *values[i] = counts.number(i);
    return size;
}

QString defaultWorkspacePath()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) +
        u"/Default.sekisho"_s;
}

} // namespace sekisho
