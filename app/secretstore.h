// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "imap/signin.h"

#include <QObject>

#include <functional>
#include <memory>

namespace sekisho {

/// Where passwords and tokens are kept. Answers come later, in the caller's thread.
class SecretStore {
public:
    SecretStore() = default;
    virtual ~SecretStore() = default;
    Q_DISABLE_COPY_MOVE(SecretStore)

    using Answer = std::function<void(const imap::Secret &)>;
    /// `context`: no answer is given once it is gone.
    virtual void read(const QString &accountId, QObject *context, Answer answer) = 0;
    /// The answer's problem is empty when it worked.
    virtual void write(
        const QString &accountId, const QByteArray &secret, QObject *context, Answer answer) = 0;
    virtual void remove(const QString &accountId) = 0;
};

/// The system's: Secret Service or KWallet, through QtKeychain. Never a file of ours.
[[nodiscard]] std::unique_ptr<SecretStore> systemSecretStore();

/// Reads and waits for the answer, for programs without a window.
[[nodiscard]] imap::Secret readSecret(SecretStore &store, const QString &accountId);

/// Writes likewise; gives the problem.
[[nodiscard]] QString writeSecret(
    SecretStore &store, const QString &accountId, const QByteArray &secret);

} // namespace sekisho
