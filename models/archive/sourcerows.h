// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/statement.h"
#include "archive/workspacewriter.h"

namespace sekisho {

/// Writes files and mails with their original bytes.
class SourceRows final {
public:
    SourceRows(Connection &connection, bool keepOriginals);

    /// Gives the id of the source. What is there of an earlier reading of the same path is taken
    /// away, but for its original; then `replaced` becomes true.
    [[nodiscard]] WorkspaceResult<qint64> write(
        const SourceToStore &source, qint64 importRun, qint64 now, bool &replaced);
    /// Takes away a source without an original, with its items.
    [[nodiscard]] WorkspaceProblem remove(const QString &path);
    [[nodiscard]] WorkspaceResult<bool> knowsOriginal(const QByteArray &sha256);

private:
    [[nodiscard]] WorkspaceResult<qint64> originalId(const PackedOriginal &original);

    Connection &m_connection;
    const bool m_keepOriginals;
    Statement m_findOriginal;
    Statement m_insertOriginal;
    Statement m_fillOriginal;
    Statement m_findSource;
    Statement m_insertSource;
    Statement m_updateSource;
    Statement m_keepFormer;
};

} // namespace sekisho
