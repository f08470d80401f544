// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/sourcerows.h"

#include "archive/itemremoval.h"

#include <sqlite3.h>

namespace sekisho {

namespace {

/// What SQLite takes as one value.
constexpr qint64 mostBytes = 1'000'000'000 - 1024;

} // namespace

SourceRows::SourceRows(Connection &connection, bool keepOriginals)
    : m_connection(connection)
    , m_keepOriginals(keepOriginals)
    , m_findOriginal(connection, "SELECT id, compression FROM original WHERE sha256 = ?")
    , m_insertOriginal(connection,
          "INSERT INTO original(sha256, size, compression, bytes) VALUES (?, ?, ?, ?) "
          "ON CONFLICT DO NOTHING")
    , m_fillOriginal(connection, "UPDATE original SET compression = ?, bytes = ? WHERE id = ?")
    , m_findSource(connection, "SELECT id, original FROM source WHERE path = ?")
    , m_insertSource(connection,
          "INSERT INTO source(path, size, modified, original, import_run, read_at, "
          "mailbox_account, mailbox_folder, uid_validity, uid) "
          "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
          "ON CONFLICT DO NOTHING")
    , m_updateSource(connection,
          "UPDATE source SET size = ?, modified = ?, original = ?, import_run = ?, read_at = ?, "
          "forgotten = 0 WHERE id = ?")
    , m_keepFormer(connection,
          "INSERT INTO former_original(source, original, replaced) VALUES (?, ?, ?) "
          "ON CONFLICT DO UPDATE SET replaced = excluded.replaced")
{
}

WorkspaceResult<bool> SourceRows::knowsOriginal(const QByteArray &sha256)
{
    m_findOriginal.latin1(sha256);
    const bool known = m_findOriginal.next();
    m_findOriginal.reset();
    if (m_findOriginal.failed())
        return m_findOriginal.problem();
    return known;
}

WorkspaceResult<qint64> SourceRows::originalId(const PackedOriginal &original)
{
    const bool keep = m_keepOriginals && original.bytes.size() <= mostBytes;
    sqlite3 *handle = m_connection.handle();
    sqlite3_set_last_insert_rowid(handle, -1);
    m_insertOriginal.latin1(original.sha256) << original.size;
    if (keep)
        m_insertOriginal.latin1(original.compressed ? "zlib" : "none").blob(original.bytes);
    else
        m_insertOriginal.null().null();
    if (!m_insertOriginal.run())
        return m_insertOriginal.problem();
    if (const qint64 id = sqlite3_last_insert_rowid(handle); id > 0)
        return id;
    m_findOriginal.latin1(original.sha256);
    const bool found = m_findOriginal.next();
    const qint64 id = found ? m_findOriginal.number(0) : 0;
    const bool empty = found && m_findOriginal.isNull(1);
    m_findOriginal.reset();
    if (m_findOriginal.failed())
        return m_findOriginal.problem();
    // Known from a time when originals were not kept.
    if (empty && keep) {
        m_fillOriginal.latin1(original.compressed ? "zlib" : "none").blob(original.bytes) << id;
        if (!m_fillOriginal.run())
            return m_fillOriginal.problem();
    }
    return id;
}

WorkspaceProblem SourceRows::remove(const QString &path)
{
    m_findSource << path;
    const bool found = m_findSource.next() && m_findSource.isNull(1);
    const qint64 id = found ? m_findSource.number(0) : 0;
    m_findSource.reset();
    if (m_findSource.failed() || !found)
        return m_findSource.problem();
    if (auto problem = removeItemsOf(m_connection, id))
        return problem;
    Statement remove(m_connection, "DELETE FROM source WHERE id = ?");
    return (remove << id).run() ? WorkspaceProblem() : remove.problem();
}

WorkspaceResult<qint64> SourceRows::write(
    const SourceToStore &source, qint64 importRun, qint64 now, bool &replaced)
{
    qint64 original = 0;
    if (source.original) {
        const WorkspaceResult<qint64> id = originalId(*source.original);
        if (!id)
            return id.problem();
        original = id.value();
    }
    const auto bindOriginal = [&](Statement &statement) {
        if (source.original)
            statement << original;
        else
            statement.null();
    };
    sqlite3 *handle = m_connection.handle();
    sqlite3_set_last_insert_rowid(handle, -1);
    m_insertSource << source.path << source.size << source.modified;
    bindOriginal(m_insertSource);
    m_insertSource << importRun << now;
    if (source.place)
        m_insertSource << source.place->account << source.place->folder << source.place->uidValidity
                       << source.place->uid;
    else
        m_insertSource.null().null().null().null();
    if (!m_insertSource.run())
        return m_insertSource.problem();
    if (const qint64 id = sqlite3_last_insert_rowid(handle); id > 0)
        return id;

    replaced = true;
    m_findSource << source.path;
    const bool found = m_findSource.next();
    const qint64 id = found ? m_findSource.number(0) : 0;
    const qint64 former = found ? m_findSource.number(1) : 0;
    m_findSource.reset();
    if (m_findSource.failed())
        return m_findSource.problem();
    if (auto problem = removeItemsOf(m_connection, id))
        return problem;
    if (former > 0 && former != original && !(m_keepFormer << id << former << now).run())
        return m_keepFormer.problem();
    m_updateSource << source.size << source.modified;
    bindOriginal(m_updateSource);
    if (!(m_updateSource << importRun << now << id).run())
        return m_updateSource.problem();
    return id;
}

} // namespace sekisho
