// SPDX-License-Identifier: GPL-3.0-or-later
#include "import/workspacemailstore.h"

#include "archive/userdata.h"
#include "base/sha256.h"
#include "imap/statejson.h"
#include "reading/reader.h"

namespace sekisho {

using imap::FolderState;
using imap::ProblemCode;

WorkspaceMailStore::WorkspaceMailStore(
    Workspace workspace, DatasetPtr earlier, const Limits &limits)
    : m_shared(std::make_shared<SharedWorkspace>(std::move(workspace), std::move(earlier)))
    , m_limits(limits)
    , m_stop(m_never)
{
}

WorkspaceMailStore::WorkspaceMailStore(
    std::shared_ptr<SharedWorkspace> workspace, const Limits &limits, const Stop &stop)
    : m_shared(std::move(workspace))
    , m_limits(limits)
    , m_stop(stop)
{
}

WorkspaceMailStore::~WorkspaceMailStore()
{
    close();
}

imap::Failure WorkspaceMailStore::fail(const WorkspaceProblem &problem)
{
    const ProblemCode code = problem.trouble == WorkspaceTrouble::InUse ? ProblemCode::StoreBusy
                                                                        : ProblemCode::StoreFailed;
    if (!m_problem)
        m_problem = imap::failure(code,
            problem.detail.isEmpty() ? problem.path
                                     : problem.path + QStringLiteral(": ") + problem.detail);
    return m_problem;
}

imap::Failure WorkspaceMailStore::open(const QString &accountId)
{
    close();
    m_problem.reset();
    m_account = accountId;
    const auto turn = m_shared->turn(m_stop);
    if (!turn)
        return imap::failure(ProblemCode::Cancelled);
    const auto states = loadMailboxState(workspace(), accountId);
    if (!states)
        return fail(states.problem());
    for (auto it = states.value().cbegin(); it != states.value().cend(); ++it) {
        // What cannot be read is fetched anew; what is there already is not stored twice.
        if (const auto state = imap::statesFromJson(it.value()))
            m_states.insert(it.key(), state->value(it.key()));
    }
    auto writer = WorkspaceWriter::begin(workspace(), m_shared->dataset());
    if (!writer)
        return fail(writer.problem());
    m_writer = std::move(writer).value();
    m_queue = std::make_unique<ReadQueue>(m_limits, m_never);
    return {};
}

/// What was not committed is given up.
void WorkspaceMailStore::close()
{
    m_queue.reset();
    m_kept.clear();
    m_read = {};
    m_hashes.clear();
    m_states.clear();
    if (m_writer && std::exchange(m_added, false)) {
        m_dataset.reset();
        // Without the turn whoever has it next loads what is there.
        if (const auto turn = m_shared->turn(m_stop)) {
            WorkspaceResult<DatasetPtr> all = m_writer->finish(m_stop);
            m_shared->setDataset(all ? all.value() : DatasetPtr());
            m_dataset = m_shared->dataset();
        }
    }
    m_writer.reset();
}

bool WorkspaceMailStore::append(QByteArrayView bytes)
{
    m_bytes.append(bytes);
    return !m_problem;
}

bool WorkspaceMailStore::keep(const QString &folder, quint32 uidValidity, quint32 uid)
{
    const QByteArray hash = sha256Hex(m_bytes);
    if (m_problem || m_hashes.contains(hash) || m_writer->knowsOriginal(hash))
        return false;
    m_hashes.insert(hash);
    m_kept.push_back(std::make_unique<SourceToStore>());
    SourceToStore *source = m_kept.back().get();
    source->place = MailboxPlace{m_account, folder, uidValidity, uid};
    source->path = mailPath(*source->place);
    source->size = m_bytes.size();
    m_queue->add(
        [this, source, bytes = m_bytes](DatasetBuilder &builder) {
            source->original = packOriginal(bytes);
            read(bytes, source->path, m_limits, m_never,
                [&builder](ReadItem &&item) { builder.add(std::move(item), 0); });
        },
        m_bytes.size());
    m_bytes = {};
    return true;
}

WorkspaceProblem WorkspaceMailStore::write(const QString &folder, const FolderState &state)
{
    std::vector<SourceToStore> sources;
    sources.reserve(m_kept.size());
    for (const std::unique_ptr<SourceToStore> &source : m_kept)
        sources.push_back(std::move(*source));
    m_kept.clear();
    m_hashes.clear();
    m_added = true;
    m_shared->setDataset({}); // not whole any more
    if (!sources.empty()) {
        if (auto problem = m_writer->add(std::move(sources), std::exchange(m_read, {})))
            return problem;
    }
    const QByteArray json = imap::statesToJson({{folder, state}});
    if (auto problem = m_writer->saveMailboxState(m_account, folder, json))
        return problem;
    return m_writer->commit();
}

imap::Failure WorkspaceMailStore::commit(const QString &folder, const FolderState &state)
{
    if (m_problem || (m_kept.empty() && m_states.value(folder) == state))
        return m_problem;
    m_read.append(m_queue->take());
    const auto turn = m_shared->turn(m_stop);
    if (!turn)
        return imap::failure(ProblemCode::Cancelled);
    if (const WorkspaceProblem problem = write(folder, state))
        return fail(problem);
    m_states.insert(folder, state);
    return {};
}

WorkspaceProblem adoptMailboxState(const Workspace &workspace, const QString &accountId,
    const QMap<QString, FolderState> &states)
{
    auto writer = WorkspaceWriter::begin(workspace);
    if (!writer)
        return writer.problem();
    for (auto it = states.cbegin(); it != states.cend(); ++it) {
        const QByteArray json = imap::statesToJson({{it.key(), it.value()}});
        if (auto problem = writer.value()->saveMailboxState(accountId, it.key(), json))
            return problem;
    }
    return writer.value()->commit();
}

} // namespace sekisho
