// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "imap/account.h"

#include <QSettings>

#include <optional>

namespace sekisho {

/// The mailbox accounts as the settings keep them; secrets are elsewhere.
[[nodiscard]] QList<imap::Account> readAccounts(QSettings &settings);
void writeAccounts(QSettings &settings, const QList<imap::Account> &accounts);
/// "scram-sha-256" and so on, as in the settings.
[[nodiscard]] std::optional<imap::Mechanism> mechanismNamed(const QString &name);
/// The file of the window program, for the command line.
[[nodiscard]] QString accountsFile();
/// The folder in which fetched mails are kept when no other is named.
[[nodiscard]] QString fetchedMailFolder();

/// "imaps://user@host:port/folder", "imap://…" with STARTTLS, "imap+plain://localhost". Empty: it
/// is none. A password in it is none of ours: `problem` says so.
struct MailboxAddress {
    imap::Account account;
    enum class Fault : quint8 { None, NotAnAddress, PasswordInIt, UserMissing } fault = Fault::None;
};
[[nodiscard]] bool looksLikeMailboxAddress(const QString &text);
[[nodiscard]] MailboxAddress mailboxAddress(const QString &text);

} // namespace sekisho
