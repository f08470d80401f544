// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/ownsenders.h"
#include "imap/account.h"
#include "tables/exporttable.h"

#include <QStringList>

#include <array>
#include <optional>

namespace sekisho {

/// Exit statuses that scripts rely on.
enum ExitStatus { AllRead = 0, SomeUnreadable = 1, WrongUsage = 2 };

/// What the user asked for on the command line.
struct Arguments {
    QString command; ///< "summary", "export" or "fetch"
    QString table; ///< of export
    QStringList paths;
    ExportFormat format = ExportFormat::Csv;
    QString output; ///< a file; empty: standard output
    QString workspace; ///< a file: what it holds, with what is new in the paths
    QString language;
    QString ownFile;
    QString hostFile;
    QStringList urlLists; ///< files, of url_hits
    Filter filter;
    bool mask = true; ///< recipients of failure reports
    bool quiet = false;
    bool help = false;
    bool version = false;
    QString problem; ///< set: wrong usage, and why

    // Of fetch
    QString mailbox; ///< an account's name or a mailbox's address
    QStringList folders; ///< empty: the mailbox's own
    QString store; ///< a folder; empty: the usual one
    QString passwordCommand;
    int passwordDescriptor = -1;
    QDate since;
    QString caFile;
    std::optional<imap::Mechanism> mechanism;
    QByteArrayList pinned; ///< SHA-256 of certificates
    qint64 maxSize = 0; ///< of a message; 0: the usual limit
    /// What happens to messages on the server, by MailOutcome; empty: as the account says.
    std::array<std::optional<imap::AfterAction>, imap::outcomes> after;
    bool log = false; ///< the conversation on stderr
};

[[nodiscard]] Arguments parseArguments(const QStringList &arguments);
/// How the program is used.
[[nodiscard]] QString usageText();

} // namespace sekisho
