// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "imap/account.h"
#include "imap/fetcher.h"
#include "tables/format.h"
#include "tables/mailboxstatus.h"

namespace sekisho {

/// What did not work with a mailbox, and what one can do about it.
[[nodiscard]] QString problemText(const imap::Problem &problem, const imap::Account &account);
/// What is wrong with a certificate, a sentence for each fault.
[[nodiscard]] QStringList certificateFaults(
    const imap::CertificateFacts &facts, const QString &host);
/// "3A:F1:…"
[[nodiscard]] QString fingerprintText(const QByteArray &sha256);
/// A line of name and value for each thing that a certificate says.
[[nodiscard]] QList<std::pair<QString, QString>> certificateLines(
    const imap::CertificateFacts &facts, const Format &format);
/// Why a message was not fetched.
[[nodiscard]] QString leftOutText(const imap::LeftOut &message, const Format &format);
/// What came of a folder: "INBOX: 12 new messages (1.2 MB)"…
[[nodiscard]] QString folderResultText(const imap::FolderResult &result, const Format &format);

/// What is going on with a mailbox, in a few words.
[[nodiscard]] QString mailboxStateText(const MailboxStatus &status, const Format &format);
/// The same in full: each folder, each problem, one a line.
[[nodiscard]] QString mailboxDetails(const MailboxStatus &status, const Format &format);

} // namespace sekisho
