// SPDX-License-Identifier: GPL-3.0-or-later
#include "imap/sasl.h"

#include "imap/scram.h"

namespace sekisho::imap {

namespace {

class PlainSasl final : public Sasl {
public:
    PlainSasl(const QByteArray &user, const QByteArray &password)
        : m_message('\0' + user + '\0' + password)
    {
    }
    [[nodiscard]] QByteArray name() const override { return "PLAIN"; }
    [[nodiscard]] QByteArray begin() override { return m_message; }
    [[nodiscard]] std::optional<QByteArray> answer(const QByteArray &) override
    {
        return std::nullopt;
    }

private:
    const QByteArray m_message;
};

/// OAuth tokens: one message. When it is refused the server explains in a challenge, which has to
/// be answered before it says NO.
class TokenSasl final : public Sasl {
public:
    TokenSasl(QByteArray name, QByteArray message, QByteArray afterRefusal)
        : m_name(std::move(name))
        , m_message(std::move(message))
        , m_afterRefusal(std::move(afterRefusal))
    {
    }
    [[nodiscard]] QByteArray name() const override { return m_name; }
    [[nodiscard]] QByteArray begin() override { return m_message; }
    [[nodiscard]] std::optional<QByteArray> answer(const QByteArray &) override
    {
        return m_afterRefusal;
    }

private:
    const QByteArray m_name;
    const QByteArray m_message;
    const QByteArray m_afterRefusal;
};

QByteArrayList wanted(Mechanism mechanism)
{
    switch (mechanism) {
    case Mechanism::Password: return {"SCRAM-SHA-256", "SCRAM-SHA-1", "PLAIN"};
    case Mechanism::Plain: return {"PLAIN"};
    case Mechanism::Login: return {};
    case Mechanism::ScramSha1: return {"SCRAM-SHA-1"};
    case Mechanism::ScramSha256: return {"SCRAM-SHA-256"};
    case Mechanism::OAuth: return {"OAUTHBEARER", "XOAUTH2"};
    case Mechanism::XOAuth2: return {"XOAUTH2"};
    case Mechanism::OAuthBearer: return {"OAUTHBEARER"};
    }
    return {};
}

QByteArray base64(const QByteArray &message)
{
    return message.toBase64();
}

} // namespace

std::unique_ptr<Sasl> makeSasl(const QByteArray &name, const Account &account,
    const QByteArray &secret, const ClientLimits &limits, const QByteArray &nonce)
{
    const QByteArray user = account.user.toUtf8();
    if (name == "PLAIN")
        return std::make_unique<PlainSasl>(user, secret);
    if (name == "XOAUTH2")
        return std::make_unique<TokenSasl>(
            name, "user=" + user + "\1auth=Bearer " + secret + "\1\1", QByteArray());
    if (name == "OAUTHBEARER") {
        QByteArray id = user; // a GS2 header, in which "," and "=" have a meaning
        id.replace('=', "=3D").replace(',', "=2C");
        const QByteArray message = "n,a=" + id + ",\1host=" + account.host.toUtf8() +
            "\1port=" + QByteArray::number(account.port) + "\1auth=Bearer " + secret + "\1\1";
        return std::make_unique<TokenSasl>(name, message, QByteArray("\1"));
    }
    if (name.startsWith("SCRAM-"))
        return makeScram(name, account.user, secret, limits.scramIterations, nonce);
    return nullptr;
}

std::unique_ptr<Sasl> chooseSasl(const Account &account, const QByteArrayList &offered,
    const QByteArray &secret, const ClientLimits &limits)
{
    for (const QByteArray &name : wanted(account.mechanism)) {
        if (offered.contains(name))
            return makeSasl(name, account, secret, limits);
    }
    return nullptr;
}

AuthenticateCommand::AuthenticateCommand(Sasl &sasl, bool initial)
    : m_sasl(sasl)
    , m_text("AUTHENTICATE " + sasl.name())
    , m_first(sasl.begin())
{
    if (initial) {
        m_text += ' ' + (m_first->isEmpty() ? QByteArray("=") : base64(*m_first));
        m_first.reset();
    }
}

std::optional<QByteArray> AuthenticateCommand::answer(const QByteArray &challenge)
{
    if (m_first)
        return base64(*std::exchange(m_first, {}));
    const auto message = m_sasl.answer(QByteArray::fromBase64(challenge.trimmed()));
    return message ? base64(*message) : QByteArray("*");
}

LoginCommand::LoginCommand(const QByteArray &user, const QByteArray &password)
{
    for (const QByteArray &word : {user, password}) {
        if (const auto plain = quoted(word)) {
            m_parts.last() += ' ' + *plain;
        } else {
            m_parts.last() += " {" + QByteArray::number(word.size()) + '}';
            m_parts.append(word);
        }
    }
}

std::optional<QByteArray> LoginCommand::answer(const QByteArray &)
{
    return m_next < m_parts.size() ? std::optional(m_parts[m_next++]) : std::nullopt;
}

} // namespace sekisho::imap
