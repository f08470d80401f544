// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/workspace.h"

#include <QStringList>

#include <optional>

namespace sekisho {

/// What is to be forgotten: reports that fit all that is set. With nothing set, none does.
struct ForgetRequest {
    QStringList domains; ///< policy domains, normalized, and all below them
    QStringList reporters; ///< as ReportInfo::reporter
    std::optional<qint64> before; ///< reports that ended before this; UTC seconds
    /// Also drop originals (mailboxes, archives) that other reports came out of as well.
    bool sharedOriginals = false;

    bool operator==(const ForgetRequest &) const = default;
};

struct ForgetResult {
    qint64 reports = 0;
    qint64 records = 0;
    qint64 messages = 0; ///< that the reports speak of, duplicates too
    qint64 failures = 0;
    qint64 tlsReports = 0;
    qint64 originals = 0; ///< whose bytes are gone
    qint64 sharedOriginals = 0; ///< that stay because other reports came out of them

    bool operator==(const ForgetResult &) const = default;
};

/// Forgets for good, with what belongs to it: records, notes, originals. The same files are not
/// read again by later imports, unless they change. Compact the workspace to make it smaller.
[[nodiscard]] WorkspaceResult<ForgetResult> forget(
    const Workspace &workspace, const ForgetRequest &request);
/// What forget() would do, without doing it.
[[nodiscard]] WorkspaceResult<ForgetResult> countForgotten(
    const Workspace &workspace, const ForgetRequest &request);

/// What the rule of retention says at this moment. A clock that is more than two years ahead of the
/// newest report does not count; then that report's time does.
[[nodiscard]] WorkspaceResult<ForgetResult> forgetExpired(const Workspace &workspace, qint64 now);

} // namespace sekisho
