// SPDX-License-Identifier: GPL-3.0-or-later
#include "imap/connection.h"

#include "imap/basiccommands.h"

#include <algorithm>

namespace sekisho::imap {

namespace {

using Stage = Connection::Stage;

/// When a command may be sent, and where its OK leads. NO and BAD lead nowhere but for EXAMINE,
/// which closes the folder that was open; BYE and a lost connection lead to Ended from everywhere.
struct Step {
    Verb verb;
    Stage from; ///< or later
    Stage to; ///< the last stage in which it may be sent
    std::optional<Stage> afterOk; ///< empty: as before
};

constexpr Step steps[] = {
    {Verb::Capability, Stage::SignedOut, Stage::FolderOpen, {}},
    {Verb::StartTls, Stage::SignedOut, Stage::SignedOut, {}},
    {Verb::Login, Stage::SignedOut, Stage::SignedOut, Stage::SignedIn},
    {Verb::Authenticate, Stage::SignedOut, Stage::SignedOut, Stage::SignedIn},
    {Verb::Compress, Stage::SignedIn, Stage::FolderOpen, {}},
    {Verb::Namespace, Stage::SignedIn, Stage::FolderOpen, {}},
    {Verb::List, Stage::SignedIn, Stage::FolderOpen, {}},
    {Verb::Examine, Stage::SignedIn, Stage::FolderOpen, Stage::FolderOpen},
    {Verb::Search, Stage::FolderOpen, Stage::FolderOpen, {}},
    {Verb::Fetch, Stage::FolderOpen, Stage::FolderOpen, {}},
    {Verb::Change, Stage::FolderOpen, Stage::FolderOpen, {}},
    {Verb::Idle, Stage::FolderOpen, Stage::FolderOpen, {}},
    {Verb::Noop, Stage::SignedOut, Stage::FolderOpen, {}},
    {Verb::Logout, Stage::SignedOut, Stage::FolderOpen, Stage::Ended},
};

const Step &stepOf(Verb verb)
{
    return *std::find_if(
        std::begin(steps), std::end(steps), [verb](const Step &step) { return step.verb == verb; });
}

/// What a server says for the moment only (RFC 5530 and what some use).
bool isPassing(const QByteArray &code)
{
    return code == "UNAVAILABLE" || code == "LIMIT" || code == "INUSE" || code == "THROTTLED" ||
        code == "OVERQUOTA";
}

Reply replyOf(const Response &response)
{
    Reply reply;
    reply.status = response.word == "OK" ? Reply::Status::Ok
        : response.word == "NO"          ? Reply::Status::No
                                         : Reply::Status::Bad;
    reply.code = response.code;
    reply.codeText = response.codeText;
    reply.text = QString::fromUtf8(response.text);
    return reply;
}

QString startOf(const Response &response)
{
    return QString::fromUtf8(response.tag + ' ' + response.word).left(40);
}

} // namespace

Connection::Connection(std::unique_ptr<Transport> transport, const ClientLimits &limits,
    ProtocolLog &log, const Stop &stop)
    : m_limits(limits)
    , m_log(log)
    , m_stream(std::move(transport), limits, stop)
    , m_reader(m_stream, limits, log)
{
}

Failure Connection::greet(bool preAuthAllowed)
{
    m_stream.setSilence(std::min(m_limits.silence, m_limits.connectTime));
    const auto response = m_reader.read();
    if (!response)
        return problem();
    const bool untagged = response->kind == Response::Kind::Untagged;
    if (untagged && response->word == "OK")
        m_stage = Stage::SignedOut;
    else if (untagged && response->word == "PREAUTH" && preAuthAllowed)
        m_stage = Stage::SignedIn;
    else if (untagged && response->word == "PREAUTH")
        m_stream.fail(ProblemCode::PreAuthRefused);
    else if (untagged && response->word == "BYE")
        takeUntagged(*response);
    else
        m_stream.fail(ProblemCode::NotImap, startOf(*response));
    if (!problem())
        takeUntagged(*response);
    return problem();
}

bool Connection::send(Command &command)
{
    const Step &step = stepOf(command.verb());
    if (problem() || m_stage < step.from || m_stage > step.to)
        return false;
    // Before it is certain that somebody is there who means us, patience is short.
    const bool early = m_stage == Stage::SignedOut;
    m_stream.setSilence(
        early ? std::min(m_limits.silence, m_limits.connectTime) : m_limits.silence);
    const QByteArray tag = "A" + QByteArray::number(++m_tags);
    const QByteArray text = command.text();
    if (command.isSecret()) {
        const QByteArrayList words = text.split(' ');
        m_log.sentSecretly(tag + ' ' + words.first() + ' ' +
            (command.verb() == Verb::Authenticate ? words.value(1) + ' ' : QByteArray()));
        m_log.setSecret(true);
    } else {
        m_log.sent(tag + ' ' + text);
    }
    m_running.push_back({tag, &command});
    m_unasked = 0;
    return m_stream.write(tag + ' ' + text + "\r\n");
}

LiteralPlan Connection::plan(const Response &response, qint64 size)
{
    for (const Running &running : m_running) {
        const LiteralPlan planned = running.command->plan(response, size);
        if (planned.way != LiteralPlan::Way::Keep)
            return planned;
    }
    return {};
}

std::optional<Response> Connection::read()
{
    return m_reader.read(
        [this](const Response &response, qint64 size) { return plan(response, size); });
}

/// The server asks for what follows a command.
bool Connection::answer(const Response &response)
{
    Command *command = m_running.empty() ? nullptr : m_running.front().command;
    const auto text = command ? command->answer(response.text) : std::nullopt;
    if (!text) {
        m_stream.fail(ProblemCode::Malformed, QStringLiteral("+"));
        return false;
    }
    m_log.sentSecretly({});
    return m_stream.write(*text + "\r\n");
}

void Connection::takeCapabilities(const QByteArray &words)
{
    m_capabilities.emplace();
    for (const QByteArray &word : words.simplified().toUpper().split(' '))
        m_capabilities->insert(word);
}

void Connection::takeUntagged(const Response &response)
{
    const QString text = QString::fromUtf8(response.text);
    if (response.word == "BYE") {
        const bool leaving =
            !m_running.empty() && m_running.front().command->verb() == Verb::Logout;
        if (!leaving)
            m_stream.fail(
                isPassing(response.code) ? ProblemCode::Unavailable : ProblemCode::ServerBye, text);
        return;
    }
    if (response.damaged && response.word == "FETCH") {
        m_stream.fail(ProblemCode::Malformed, QStringLiteral("FETCH"));
        return;
    }
    if (response.word == "CAPABILITY")
        takeCapabilities(response.bytes);
    else if (response.code == "CAPABILITY")
        takeCapabilities(response.codeText);
    else if (response.code == "ALERT" && isEncrypted() && m_alerts.size() < 20 &&
        !m_alerts.contains(text))
        m_alerts.append(text);
    for (const Running &running : m_running)
        running.command->take(response);
    if (++m_unasked > m_limits.unasked)
        m_stream.fail(ProblemCode::TooLong);
}

void Connection::enter(Verb verb, const Reply &reply)
{
    if (verb == Verb::Login || verb == Verb::Authenticate) {
        m_log.setSecret(false);
        if (reply.ok()) // before signing in, servers tell less, and anything if not encrypted
            m_capabilities.reset();
    }
    if (reply.ok())
        m_stage = stepOf(verb).afterOk.value_or(m_stage);
    else if (verb == Verb::Examine)
        m_stage = Stage::SignedIn;
}

Connection::Done Connection::next()
{
    while (!problem() && !m_running.empty()) {
        const auto response = read();
        if (!response)
            break;
        if (response->kind == Response::Kind::Untagged) {
            takeUntagged(*response);
        } else if (response->kind == Response::Kind::Continuation) {
            if (!answer(*response))
                break;
        } else {
            const auto it = std::find_if(m_running.begin(), m_running.end(),
                [&](const Running &running) { return running.tag == response->tag; });
            if (it == m_running.end() || !response->isStatus()) {
                m_stream.fail(ProblemCode::Malformed, startOf(*response));
                break;
            }
            const Done done{it->command, replyOf(*response)};
            m_running.erase(it);
            enter(done.command->verb(), done.reply);
            if (response->code == "CAPABILITY")
                takeCapabilities(response->codeText);
            return done;
        }
    }
    m_stage = Stage::Ended;
    m_running.clear();
    return {};
}

Reply Connection::run(Command &command)
{
    if (!send(command)) {
        m_running.clear();
        return {};
    }
    return next().reply;
}

std::optional<bool> Connection::idle(qint64 milliseconds)
{
    IdleCommand command;
    if (!send(command))
        return std::nullopt;
    bool agreed = false;
    while (!problem() && !agreed) {
        const auto response = read();
        if (!response)
            return std::nullopt;
        agreed = response->kind == Response::Kind::Continuation;
        if (response->kind == Response::Kind::Tagged) { // refused
            m_running.clear();
            return std::nullopt;
        }
        if (!agreed)
            takeUntagged(*response);
    }
    while (!problem() && !command.hasNews()) {
        if (m_stream.peekWithin(milliseconds).isEmpty())
            break;
        const auto response = read();
        if (!response)
            return std::nullopt;
        takeUntagged(*response);
    }
    m_log.sent("DONE");
    if (!m_stream.write("DONE\r\n") || !next().reply.ok())
        return std::nullopt;
    return command.hasNews();
}

Failure Connection::startTls()
{
    StartTlsCommand command;
    const Reply reply = run(command);
    if (problem())
        return problem();
    if (!reply.ok()) {
        m_stream.fail(ProblemCode::StartTlsRefused, reply.text);
        return problem();
    }
    m_reader.reset();
    m_alerts.clear();
    m_capabilities.reset();
    return m_stream.startTls();
}

bool Connection::can(const char *capability)
{
    if (!m_capabilities) {
        CapabilityCommand command;
        static_cast<void>(run(command));
        if (!m_capabilities)
            m_capabilities.emplace();
    }
    return m_capabilities->contains(capability);
}

QByteArrayList Connection::mechanisms()
{
    static_cast<void>(can("IMAP4REV1"));
    QByteArrayList names;
    for (const QByteArray &word : std::as_const(*m_capabilities)) {
        if (word.startsWith("AUTH="))
            names.append(word.mid(5));
    }
    std::sort(names.begin(), names.end());
    return names;
}

} // namespace sekisho::imap
