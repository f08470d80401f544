// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/cases/pins.h"
#include "analysis/ownsenders.h"
#include "archive/workspace.h"
#include "dns/hostcache.h"

#include <QMap>

namespace sekisho {

/// How a workspace is kept.
struct WorkspaceSettings {
    bool keepOriginals = true; ///< false: only their hashes and origins; what is there stays
    bool secureDelete = false; ///< what is forgotten is overwritten with zeros
    int retentionDays =
        0; ///< reports that ended longer ago are forgotten after each import; 0: none

    bool operator==(const WorkspaceSettings &) const = default;
};

/// By domain, then by name.
using DomainSettings = QMap<QString, QMap<QString, QString>>;

/// The user's own words that a workspace keeps. What was never saved is empty.
[[nodiscard]] WorkspaceResult<WorkspaceSettings> loadSettings(const Workspace &workspace);
[[nodiscard]] WorkspaceProblem saveSettings(
    const Workspace &workspace, const WorkspaceSettings &settings);
[[nodiscard]] WorkspaceResult<OwnSenders> loadOwnSenders(const Workspace &workspace);
[[nodiscard]] WorkspaceProblem saveOwnSenders(
    const Workspace &workspace, const OwnSenders &senders);
[[nodiscard]] WorkspaceResult<Pins> loadPins(const Workspace &workspace);
[[nodiscard]] WorkspaceProblem savePins(const Workspace &workspace, const Pins &pins);
/// Answers to reverse lookups.
[[nodiscard]] WorkspaceResult<HostCache> loadHostCache(const Workspace &workspace);
[[nodiscard]] WorkspaceProblem saveHostCache(const Workspace &workspace, const HostCache &hosts);
[[nodiscard]] WorkspaceResult<DomainSettings> loadDomainSettings(const Workspace &workspace);
[[nodiscard]] WorkspaceProblem saveDomainSettings(
    const Workspace &workspace, const DomainSettings &settings);
/// Anything else that belongs to a workspace and not to the machine, by a name of the caller's.
[[nodiscard]] WorkspaceResult<QString> loadValue(const Workspace &workspace, const QString &name);
[[nodiscard]] WorkspaceProblem saveValue(
    const Workspace &workspace, const QString &name, const QString &value);

/// How far the folders of a mailbox have been fetched: by folder, in the words of who fetches.
[[nodiscard]] WorkspaceResult<QMap<QString, QByteArray>> loadMailboxState(
    const Workspace &workspace, const QString &account);
/// To write it together with mails, see WorkspaceWriter::saveMailboxState.
[[nodiscard]] WorkspaceProblem forgetMailboxState(
    const Workspace &workspace, const QString &account);

} // namespace sekisho
