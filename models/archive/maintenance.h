// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/workspace.h"

#include <QStringList>

#include <functional>

namespace sekisho {

/// Something that verify() found.
struct VerifyFinding {
    enum class Kind : quint8 {
        FileDamaged, ///< detail: what SQLite says
        OriginalDamaged, ///< the bytes are not those of their SHA-256; detail: the hash
        ReportDiffers, ///< read again, a report is not what is stored; detail: its id
        ReportMissing, ///< read again, there is a report that is not stored
        ReportUnexplained, ///< stored, but the original does not have it; detail: its id
    };

    Kind kind = Kind::FileDamaged;
    QString path; ///< of the file or mail in question
    QString detail;

    bool operator==(const VerifyFinding &) const = default;
};

struct VerifyResult {
    QList<VerifyFinding> findings; ///< none: all right
    qint64 originals = 0; ///< that were read again
    qint64 withoutOriginal = 0; ///< files and mails whose bytes were not kept: only hash and origin

    bool operator==(const VerifyResult &) const = default;
};

/// Told now and then how far long work is, from the thread that does it.
using StepProgress = std::function<void(qint64 done, qint64 inAll)>;

/// Checks the file, and reads the originals again to compare them with what is stored.
[[nodiscard]] WorkspaceResult<VerifyResult> verify(const Workspace &workspace, const Limits &limits,
    const Stop &stop, const StepProgress &progress = {});

/// Writes the file anew without gaps; gives the bytes saved.
[[nodiscard]] WorkspaceResult<qint64> compact(const Workspace &workspace);

/// A copy of everything as one file; never in place of another file.
[[nodiscard]] WorkspaceProblem saveCopy(const Workspace &workspace, const QString &path);

struct SalvageResult {
    qint64 originals = 0; ///< copied
    qint64 reports = 0; ///< in the new workspace
    qint64 records = 0;
    QStringList lost; ///< tables that could not be read to their end

    bool operator==(const SalvageResult &) const = default;
};

/// Copies what can be read of a damaged workspace into a new one. The damaged one is not touched.
[[nodiscard]] WorkspaceResult<SalvageResult> salvage(
    const QString &from, const QString &to, const Stop &stop);

} // namespace sekisho
