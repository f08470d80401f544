// SPDX-License-Identifier: GPL-3.0-or-later
#include "imap/signin.h"

#include "imap/basiccommands.h"
#include "imap/sasl.h"

namespace sekisho::imap {

namespace {

/// Never goes on in the clear where encryption was asked for.
Failure encrypt(Connection &connection, const Account &account)
{
    if (account.security != Security::StartTls)
        return {};
    if (!connection.can("STARTTLS"))
        return connection.problem() ? connection.problem() : failure(ProblemCode::StartTlsMissing);
    return connection.startTls();
}

Failure refused(const Account &account, const Reply &reply)
{
    if (reply.code == "UNAVAILABLE" || reply.code == "LIMIT" || reply.code == "INUSE")
        return failure(ProblemCode::Unavailable, reply.text);
    return failure(
        usesToken(account.mechanism) ? ProblemCode::TokenRefused : ProblemCode::LoginRefused,
        reply.text);
}

Failure authenticate(Connection &connection, const Account &account, Sasl &sasl)
{
    AuthenticateCommand command(sasl, connection.can("SASL-IR"));
    const Reply reply = connection.run(command);
    if (connection.problem())
        return connection.problem();
    if (sasl.problem())
        return sasl.problem();
    if (!reply.ok())
        return refused(account, reply);
    return sasl.serverProven() ? Failure() : failure(ProblemCode::ServerUnproven);
}

Failure login(Connection &connection, const Account &account, const QByteArray &password)
{
    if (connection.can("LOGINDISABLED"))
        return failure(ProblemCode::LoginDisabled);
    LoginCommand command(account.user.toUtf8(), password);
    const Reply reply = connection.run(command);
    if (connection.problem())
        return connection.problem();
    return reply.ok() ? Failure() : refused(account, reply);
}

Failure authenticate(Connection &connection, const Account &account, const Secret &secret,
    const ClientLimits &limits)
{
    if (secret.value.isEmpty())
        return failure(secret.code, secret.problem);
    const QByteArrayList offered = connection.mechanisms();
    if (connection.problem())
        return connection.problem();
    if (const auto sasl = chooseSasl(account, offered, secret.value, limits))
        return authenticate(connection, account, *sasl);
    if (account.mechanism == Mechanism::Password || account.mechanism == Mechanism::Login)
        return login(connection, account, secret.value);
    return failure(ProblemCode::NoMechanism, QString::fromLatin1(offered.join(", ")));
}

void compress(Connection &connection)
{
    if (!connection.can("COMPRESS=DEFLATE"))
        return;
    CompressCommand command;
    if (connection.run(command).ok())
        connection.startCompression();
}

Failure prepare(Connection &connection, const Account &account, const AskSecret &ask,
    const ClientLimits &limits, ProtocolLog &log)
{
    if (Failure failed = connection.greet(account.security != Security::StartTls))
        return failed;
    if (Failure failed = encrypt(connection, account))
        return failed;
    if (connection.stage() == Connection::Stage::SignedOut) {
        for (const bool renew : {false, true}) {
            const Secret secret = ask(account, renew);
            log.hide(secret.value);
            Failure failed = authenticate(connection, account, secret, limits);
            const bool again = failed && failed->code == ProblemCode::TokenRefused && !renew &&
                connection.stage() == Connection::Stage::SignedOut;
            if (!again && failed)
                return failed;
            if (!failed)
                break;
        }
    }
    compress(connection);
    return connection.problem();
}

} // namespace

SignedIn signIn(const Account &account, const AskSecret &secret, const OpenTransport &open,
    const ClientLimits &limits, ProtocolLog &log, const Stop &stop)
{
    Opened opened = open(account, limits, stop);
    if (!opened.transport)
        return {nullptr, opened.failure ? opened.failure : failure(ProblemCode::Unreachable)};
    auto connection = std::make_unique<Connection>(std::move(opened.transport), limits, log, stop);
    if (Failure failed = prepare(*connection, account, secret, limits, log))
        return {nullptr, failed};
    return {std::move(connection), {}};
}

} // namespace sekisho::imap
