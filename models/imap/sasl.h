// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "imap/account.h"
#include "imap/command.h"

#include <memory>

namespace sekisho::imap {

/// A way to sign in (SASL, RFC 4422): messages back and forth, not in base64 yet.
class Sasl {
public:
    Sasl() = default;
    virtual ~Sasl() = default;
    Q_DISABLE_COPY_MOVE(Sasl)

    [[nodiscard]] virtual QByteArray name() const = 0;
    /// The first message; all of ours begin.
    [[nodiscard]] virtual QByteArray begin() = 0;
    /// The answer to a challenge; empty optional: to be broken off.
    [[nodiscard]] virtual std::optional<QByteArray> answer(const QByteArray &challenge) = 0;
    /// Whether the server may say that it worked.
    [[nodiscard]] virtual bool serverProven() const { return true; }
    /// Why it was broken off.
    [[nodiscard]] virtual Failure problem() const { return {}; }
};

/// The mechanism for an account out of those that the server offers, in capitals; null: none, or
/// the LOGIN command is to be used.
[[nodiscard]] std::unique_ptr<Sasl> chooseSasl(const Account &account,
    const QByteArrayList &offered, const QByteArray &secret, const ClientLimits &limits);

/// The mechanism by its name.
[[nodiscard]] std::unique_ptr<Sasl> makeSasl(const QByteArray &name, const Account &account,
    const QByteArray &secret, const ClientLimits &limits, const QByteArray &nonce = {});

/// AUTHENTICATE with any mechanism.
class AuthenticateCommand final : public Command {
public:
    /// `initial`: the server takes the first message with the command (SASL-IR).
    AuthenticateCommand(Sasl &sasl, bool initial);

    [[nodiscard]] Verb verb() const override { return Verb::Authenticate; }
    [[nodiscard]] QByteArray text() const override { return m_text; }
    [[nodiscard]] bool isSecret() const override { return true; }
    [[nodiscard]] std::optional<QByteArray> answer(const QByteArray &challenge) override;

private:
    Sasl &m_sasl;
    QByteArray m_text;
    std::optional<QByteArray> m_first; ///< not sent yet
};

/// The LOGIN command, with literals for what cannot be quoted.
class LoginCommand final : public Command {
public:
    LoginCommand(const QByteArray &user, const QByteArray &password);

    [[nodiscard]] Verb verb() const override { return Verb::Login; }
    [[nodiscard]] QByteArray text() const override { return m_parts.first(); }
    [[nodiscard]] bool isSecret() const override { return true; }
    [[nodiscard]] std::optional<QByteArray> answer(const QByteArray &) override;

private:
    QByteArrayList m_parts{QByteArray("LOGIN")};
    qsizetype m_next = 1;
};

} // namespace sekisho::imap
