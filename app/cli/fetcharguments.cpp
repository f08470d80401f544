// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/fetcharguments.h"

#include "accounts.h"

#include <QCommandLineParser>
#include <QCoreApplication>

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

struct Cli {
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

/// Of two problems the first one is told.
void refuse(Arguments &arguments, const QString &problem)
{
    if (arguments.problem.isEmpty())
        arguments.problem = problem;
}

void setMailbox(const QStringList &words, Arguments &arguments)
{
    if (words.size() != 2) {
        refuse(arguments,
            Cli::tr("One mailbox is to be named: an account, or an address like "
                    "imaps://user@host/folder."));
        return;
    }
    arguments.mailbox = words[1];
    if (!looksLikeMailboxAddress(arguments.mailbox))
        return;
    switch (mailboxAddress(arguments.mailbox).fault) {
    case MailboxAddress::Fault::None: break;
    case MailboxAddress::Fault::PasswordInIt:
        refuse(arguments,
            Cli::tr("A password has no place in the address, where others can see it. Use "
                    "--password-command or --password-fd; write “:” in a user name as %3A."));
        break;
    case MailboxAddress::Fault::UserMissing:
        refuse(arguments, Cli::tr("The user is missing; write it like imaps://user@host/folder."));
        break;
    case MailboxAddress::Fault::NotAnAddress:
        refuse(arguments,
            Cli::tr("“%1” is not the address of a mailbox; write it like imaps://user@host/folder.")
                .arg(arguments.mailbox));
        break;
    }
}

void setPassword(const QCommandLineParser &parser, Arguments &arguments)
{
    arguments.passwordCommand = parser.value(u"password-command"_s);
    if (!parser.isSet(u"password-fd"_s))
        return;
    bool ok = false;
    arguments.passwordDescriptor = parser.value(u"password-fd"_s).toInt(&ok);
    if (!ok || arguments.passwordDescriptor < 0)
        refuse(arguments,
            Cli::tr("“%1” is not a file descriptor.").arg(parser.value(u"password-fd"_s)));
}

void setPins(const QCommandLineParser &parser, Arguments &arguments)
{
    for (const QString &text : parser.values(u"pin"_s)) {
        QString digits = text;
        digits.remove(u':');
        const QByteArray pin = QByteArray::fromHex(digits.toLatin1());
        if (digits.size() != 64 || pin.size() != 32)
            refuse(arguments, Cli::tr("“%1” is not a SHA-256 fingerprint.").arg(text));
        arguments.pinned.append(pin);
    }
}

/// "seen", "move:FOLDER" or "nothing".
std::optional<imap::AfterAction> afterAction(const QString &text)
{
    using Kind = imap::AfterAction::Kind;
    const QString folder = text.section(u':', 1);
    if (text == "nothing"_L1)
        return imap::AfterAction();
    if (text == "seen"_L1)
        return imap::AfterAction{Kind::MarkSeen, {}};
    if (text.startsWith("move:"_L1) && !folder.isEmpty())
        return imap::AfterAction{Kind::Move, folder};
    return std::nullopt;
}

void setAfter(const QCommandLineParser &parser, Arguments &arguments)
{
    const QStringList kinds{u"report"_s, u"other"_s, u"unreadable"_s}; // as MailOutcome
    for (const QString &text : parser.values(u"after"_s)) {
        const qsizetype kind = kinds.indexOf(text.section(u'=', 0, 0));
        const auto action = afterAction(text.section(u'=', 1));
        if (kind < 0 || !action)
            refuse(arguments,
                Cli::tr("“%1” does not say what to do with which messages; write it like "
                        "report=seen or other=move:FOLDER.")
                    .arg(text));
        else
            arguments.after[size_t(kind)] = action;
    }
}

} // namespace

void setFetch(const QCommandLineParser &parser, Arguments &arguments)
{
    setMailbox(parser.positionalArguments(), arguments);
    setPassword(parser, arguments);
    setPins(parser, arguments);
    setAfter(parser, arguments);
    arguments.store = parser.value(u"store"_s);
    if (!arguments.store.isEmpty() && !arguments.workspace.isEmpty())
        refuse(arguments, Cli::tr("--store and --workspace contradict each other."));
    arguments.folders = parser.values(u"folder"_s);
    arguments.caFile = parser.value(u"ca-file"_s);
    arguments.since = QDate::fromString(parser.value(u"since"_s), Qt::ISODate);
    arguments.log = parser.isSet(u"log"_s);
    if (parser.isSet(u"auth"_s)) {
        arguments.mechanism = mechanismNamed(parser.value(u"auth"_s).toLower());
        if (!arguments.mechanism)
            refuse(
                arguments, Cli::tr("“%1” is not a way to sign in.").arg(parser.value(u"auth"_s)));
    }
    if (parser.isSet(u"max-size"_s)) {
        arguments.maxSize = parser.value(u"max-size"_s).toLongLong();
        if (arguments.maxSize <= 0)
            refuse(arguments,
                Cli::tr("“%1” is not a number of bytes.").arg(parser.value(u"max-size"_s)));
    }
}

} // namespace sekisho
