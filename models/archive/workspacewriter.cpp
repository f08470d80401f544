// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/workspacewriter.h"

#include "archive/datasetrows.h"
#include "archive/forget.h"
#include "archive/sourcerows.h"
#include "archive/userdata.h"
#include "archive/workspacestate.h"

#include <QDateTime>
#include <QHash>

#include <sqlite3.h>

namespace sekisho {

using namespace Qt::StringLiterals;

QString mailPath(const MailboxPlace &place)
{
    return u"mailbox:%1/%2/%3/%4"_s.arg(place.account, place.folder)
        .arg(place.uidValidity)
        .arg(place.uid);
}

class WorkspaceWriter::Private final {
public:
    Private(const Workspace &workspace, std::unique_ptr<Connection> connection,
        const WorkspaceSettings &settings)
        : m_workspace(workspace)
        , m_connection(std::move(connection))
        , m_settings(settings)
        , m_sources(*m_connection, settings.keepOriginals)
        , m_rows(*m_connection)
    {
    }

    [[nodiscard]] WorkspaceProblem prepare(const DatasetPtr &earlier);
    [[nodiscard]] bool knowsOriginal(const QByteArray &sha256);
    [[nodiscard]] WorkspaceProblem add(std::vector<SourceToStore> &&sources, DatasetBuilder &&read);
    [[nodiscard]] WorkspaceProblem touch(const QString &path, qint64 modified);
    [[nodiscard]] WorkspaceProblem drop(const QString &path);
    [[nodiscard]] WorkspaceProblem saveMailboxState(
        const QString &account, const QString &folder, const QByteArray &state);
    [[nodiscard]] WorkspaceProblem commit();
    [[nodiscard]] WorkspaceResult<DatasetPtr> finish(const Stop &stop);

private:
    [[nodiscard]] WorkspaceProblem begin();
    [[nodiscard]] WorkspaceProblem fail(const WorkspaceProblem &problem);
    [[nodiscard]] WorkspaceProblem lookForOthers();
    [[nodiscard]] WorkspaceProblem beginRun();
    [[nodiscard]] WorkspaceProblem endRun();
    [[nodiscard]] WorkspaceProblem markCounted(const Dataset &dataset);

    const Workspace m_workspace;
    std::unique_ptr<Connection> m_connection;
    const WorkspaceSettings m_settings;
    SourceRows m_sources;
    DatasetRows m_rows;
    std::unique_ptr<Transaction> m_transaction;
    WorkspaceProblem m_problem; ///< after one nothing more is written
    DatasetPtr m_earlier; ///< what is in the workspace, as long as nothing was added
    std::optional<DatasetBuilder> m_builder;
    bool m_live = false; ///< the builder has all that is in the workspace
    qint64 m_dataVersion = 0;
    qint64 m_run = 0;
    bool m_ofMailbox = false; ///< each commit() says how far it has come: there is nothing to resume
    int m_runFiles = 0;
};

WorkspaceProblem WorkspaceWriter::Private::prepare(const DatasetPtr &earlier)
{
    // First of all: what another connection writes from now on is noticed.
    const WorkspaceResult<qint64> version = m_connection->number("PRAGMA data_version");
    if (!version)
        return version.problem();
    m_dataVersion = version.value();
    const WorkspaceResult<qint64> items = m_connection->number("SELECT count(*) FROM item");
    if (!items)
        return items.problem();
    m_earlier = earlier ? earlier : std::make_shared<const Dataset>();
    m_live = qint64(m_earlier->items.size()) == items.value();
    // A journal of many pages is written back in one go, at the end.
    return m_connection->execute("PRAGMA wal_autocheckpoint = 4096; PRAGMA cache_size = -65536");
}

bool WorkspaceWriter::Private::knowsOriginal(const QByteArray &sha256)
{
    const WorkspaceResult<bool> known = m_sources.knowsOriginal(sha256);
    return known && known.value();
}

WorkspaceProblem WorkspaceWriter::Private::fail(const WorkspaceProblem &problem)
{
    m_problem = problem;
    m_transaction.reset(); // takes back what is not durable
    m_live = false;
    return problem;
}

WorkspaceProblem WorkspaceWriter::Private::begin()
{
    if (m_problem || m_transaction)
        return m_problem;
    m_transaction = std::make_unique<Transaction>(*m_connection);
    if (auto problem = m_transaction->begin())
        return fail(problem);
    if (auto problem = lookForOthers())
        return fail(problem);
    return m_run == 0 ? beginRun() : WorkspaceProblem();
}

/// What another connection has written since makes what is remembered wrong.
WorkspaceProblem WorkspaceWriter::Private::lookForOthers()
{
    const WorkspaceResult<qint64> version = m_connection->number("PRAGMA data_version");
    if (!version)
        return version.problem();
    if (m_dataVersion != version.value()) {
        m_rows.restart();
        m_live = false;
    }
    m_dataVersion = version.value();
    return {};
}

WorkspaceProblem WorkspaceWriter::Private::beginRun()
{
    const qint64 now = QDateTime::currentSecsSinceEpoch();
    Statement insert(*m_connection, "INSERT INTO import_run(begun, last_batch) VALUES (?, ?)");
    if (!(insert << now << now).run())
        return fail(insert.problem());
    m_run = sqlite3_last_insert_rowid(m_connection->handle());
    return {};
}

WorkspaceProblem WorkspaceWriter::Private::add(
    std::vector<SourceToStore> &&sources, DatasetBuilder &&read)
{
    if (auto problem = begin())
        return problem;
    if (!m_builder)
        m_builder = m_live ? DatasetBuilder(*m_earlier) : DatasetBuilder();
    const DatasetEnd end = DatasetEnd::of(m_builder->collected());
    m_builder->append(std::move(read));
    const Dataset &dataset = m_builder->collected();
    QHash<QString, qint64> ids;
    std::vector<qint64> sourceOfItem;
    const qint64 now = QDateTime::currentSecsSinceEpoch();
    sourceOfItem.reserve(dataset.items.size() - end.items);
    for (const SourceToStore &source : sources) {
        bool replaced = false;
        const WorkspaceResult<qint64> id = m_sources.write(source, m_run, now, replaced);
        if (!id)
            return fail(id.problem());
        m_live = m_live && !replaced;
        ids.insert(source.path, id.value());
    }
    for (size_t i = end.items; i < dataset.items.size(); ++i)
        sourceOfItem.push_back(ids.value(dataset.items[i].origin.path));
    if (auto problem = m_rows.write(dataset, end, sourceOfItem))
        return fail(problem);
    m_runFiles += int(sources.size());
    return {};
}

WorkspaceProblem WorkspaceWriter::Private::touch(const QString &path, qint64 modified)
{
    if (auto problem = begin())
        return problem;
    Statement update(*m_connection, "UPDATE source SET modified = ?, read_at = ? WHERE path = ?");
    update << modified << QDateTime::currentSecsSinceEpoch() << path;
    return update.run() ? WorkspaceProblem() : fail(update.problem());
}

WorkspaceProblem WorkspaceWriter::Private::drop(const QString &path)
{
    if (auto problem = begin())
        return problem;
    m_live = false;
    if (auto problem = m_sources.remove(path))
        return fail(problem);
    return {};
}

WorkspaceProblem WorkspaceWriter::Private::saveMailboxState(
    const QString &account, const QString &folder, const QByteArray &state)
{
    if (auto problem = begin())
        return problem;
    m_ofMailbox = true;
    Statement save(*m_connection, "INSERT OR REPLACE INTO mailbox_folder VALUES (?, ?, ?)");
    save << account << folder;
    save.blob(state);
    return save.run() ? WorkspaceProblem() : fail(save.problem());
}

WorkspaceProblem WorkspaceWriter::Private::commit()
{
    if (m_problem || !m_transaction)
        return m_problem;
    Statement update(*m_connection,
        "UPDATE import_run SET last_batch = ?, files = ?, finished = ? WHERE id = ?");
    update << QDateTime::currentSecsSinceEpoch() << m_runFiles << m_ofMailbox << m_run;
    if (!update.run())
        return fail(update.problem());
    if (auto problem = m_transaction->commit())
        return fail(problem);
    m_transaction.reset();
    if (!m_live && m_builder) { // nobody will want it
        m_builder.reset();
        m_rows.restart();
    }
    return {};
}

/// The import has come to its end, and so have those that were interrupted before it; mails go on
/// with none of them.
WorkspaceProblem WorkspaceWriter::Private::endRun()
{
    if (m_ofMailbox)
        return {};
    return m_connection->execute("UPDATE import_run SET finished = 1 WHERE finished = 0");
}

/// For those who look into the tables: which reports count.
WorkspaceProblem WorkspaceWriter::Private::markCounted(const Dataset &dataset)
{
    std::vector<qint64> ids;
    Statement items(*m_connection, "SELECT id FROM item ORDER BY id");
    while (items.next())
        ids.push_back(items.number(0));
    if (items.failed() || ids.size() != dataset.items.size())
        return items.problem();
    Transaction transaction(*m_connection);
    if (auto problem = transaction.begin())
        return problem;
    if (auto problem = m_connection->execute("UPDATE report SET counted = 1 WHERE counted = 0; "
                                             "UPDATE failure SET counted = 1 WHERE counted = 0"))
        return problem;
    Statement report(*m_connection, "UPDATE report SET counted = 0 WHERE id = ?");
    for (const ReportInfo &info : dataset.reports) {
        if (!info.counted && !(report << ids[info.item]).run())
            return report.problem();
    }
    Statement failure(*m_connection, "UPDATE failure SET counted = 0 WHERE id = ?");
    for (const FailureInfo &info : dataset.failures) {
        if (!info.counted && !(failure << ids[info.item]).run())
            return failure.problem();
    }
    return transaction.commit();
}

WorkspaceResult<DatasetPtr> WorkspaceWriter::Private::finish(const Stop &stop)
{
    if (auto problem = commit())
        return problem;
    if (auto problem = lookForOthers()) // since the last commit
        return problem;
    DatasetPtr dataset = m_earlier;
    if (m_builder && m_live)
        dataset = m_builder->finish();
    m_builder.reset();
    m_rows.restart();
    if (!m_live) {
        // Also when stopped: what was read until then is wanted.
        WorkspaceResult<DatasetPtr> loaded = loadDataset(m_workspace, Stop());
        if (!loaded)
            return loaded.problem();
        dataset = loaded.value();
    }
    if (m_run != 0) {
        if (auto problem = markCounted(*dataset))
            return problem;
    }
    if (stop.requested())
        return dataset;
    if (auto problem = endRun())
        return problem;
    const WorkspaceResult<ForgetResult> expired =
        forgetExpired(m_workspace, QDateTime::currentSecsSinceEpoch());
    if (!expired)
        return expired.problem();
    return expired.value() == ForgetResult() ? dataset : loadDataset(m_workspace, stop);
}

WorkspaceWriter::WorkspaceWriter(std::unique_ptr<Private> self)
    : m_self(std::move(self))
{
}

WorkspaceWriter::~WorkspaceWriter() = default;

WorkspaceResult<std::unique_ptr<WorkspaceWriter>> WorkspaceWriter::begin(
    const Workspace &workspace, const DatasetPtr &earlier)
{
    if (!workspace)
        return noWorkspace();
    auto connection = workspace.state().connectToWrite();
    if (!connection)
        return connection.problem();
    const WorkspaceResult<WorkspaceSettings> settings = loadSettings(workspace);
    if (!settings)
        return settings.problem();
    auto self =
        std::make_unique<Private>(workspace, std::move(connection).value(), settings.value());
    if (auto problem = self->prepare(earlier))
        return problem;
    return std::unique_ptr<WorkspaceWriter>(new WorkspaceWriter(std::move(self)));
}

bool WorkspaceWriter::knowsOriginal(const QByteArray &sha256)
{
    return m_self->knowsOriginal(sha256);
}

WorkspaceProblem WorkspaceWriter::add(std::vector<SourceToStore> &&sources, DatasetBuilder &&read)
{
    return m_self->add(std::move(sources), std::move(read));
}

WorkspaceProblem WorkspaceWriter::addMail(
    const QByteArray &bytes, const MailboxPlace &place, const Limits &limits, const Stop &stop)
{
    SourceToStore source;
    source.path = mailPath(place);
    source.size = bytes.size();
    source.original = packOriginal(bytes);
    source.place = place;
    DatasetBuilder builder;
    read(bytes, source.path, limits, stop,
        [&](ReadItem &&item) { builder.add(std::move(item), 0); });
    std::vector<SourceToStore> sources;
    sources.push_back(std::move(source));
    return m_self->add(std::move(sources), std::move(builder));
}

WorkspaceProblem WorkspaceWriter::touch(const QString &path, qint64 modified)
{
    return m_self->touch(path, modified);
}

WorkspaceProblem WorkspaceWriter::drop(const QString &path)
{
    return m_self->drop(path);
}

WorkspaceProblem WorkspaceWriter::saveMailboxState(
    const QString &account, const QString &folder, const QByteArray &state)
{
    return m_self->saveMailboxState(account, folder, state);
}

WorkspaceProblem WorkspaceWriter::commit()
{
    return m_self->commit();
}

WorkspaceResult<DatasetPtr> WorkspaceWriter::finish(const Stop &stop)
{
    return m_self->finish(stop);
}

} // namespace sekisho
