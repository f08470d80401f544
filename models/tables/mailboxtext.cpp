// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/mailboxtext.h"

#include "tables/visibletext.h"

#include <QCoreApplication>

#include <algorithm>
#include <climits>

namespace sekisho {

using imap::CertificateFault;
using imap::ProblemCode;

namespace {

struct MailboxText {
    Q_DECLARE_TR_FUNCTIONS(MailboxText)
};

/// %1 is the detail, %2 the host, %3 the port.
struct Entry {
    ProblemCode code;
    const char *text;
};

constexpr Entry entries[] = {
    {ProblemCode::Cancelled, QT_TRANSLATE_NOOP("MailboxText", "It was cancelled.")},
    {ProblemCode::NameNotFound,
        QT_TRANSLATE_NOOP("MailboxText",
            "There is no server named “%2”, or names cannot be looked up at the moment. Check the "
            "spelling and the network.")},
    {ProblemCode::Unreachable,
        QT_TRANSLATE_NOOP("MailboxText",
            "No connection to %2, port %3: %1. Check the port, the network and the firewall.")},
    {ProblemCode::ConnectTimedOut,
        QT_TRANSLATE_NOOP("MailboxText",
            "%2, port %3, does not answer. Check the port, the network and the firewall.")},
    {ProblemCode::PlainRefused,
        QT_TRANSLATE_NOOP("MailboxText",
            "Without encryption Sekisho only talks to this computer itself. Choose TLS or STARTTLS "
            "for %2.")},
    {ProblemCode::TlsFailed,
        QT_TRANSLATE_NOOP("MailboxText",
            "No encrypted connection could be set up with %2, port %3: %1. Perhaps this port is "
            "for STARTTLS, or the server only knows versions of TLS before 1.2.")},
    {ProblemCode::CertificateRefused,
        QT_TRANSLATE_NOOP("MailboxText", "The certificate of %2 was refused.")},
    {ProblemCode::CertificateFileUnreadable,
        QT_TRANSLATE_NOOP("MailboxText",
            "There is no certificate in the file %1. It has to hold the authority's certificate as "
            "PEM.")},
    {ProblemCode::StartTlsMissing,
        QT_TRANSLATE_NOOP("MailboxText",
            "%2 does not offer STARTTLS. Either it cannot encrypt on this port, or somebody on the "
            "way removes the offer. Nothing was sent; try TLS on port 993.")},
    {ProblemCode::StartTlsRefused,
        QT_TRANSLATE_NOOP("MailboxText", "%2 refuses to encrypt: “%1”. Nothing was sent.")},
    {ProblemCode::StartTlsInjected,
        QT_TRANSLATE_NOOP("MailboxText",
            "Text came in the clear after %2 had agreed to encrypt. Somebody on the way may have "
            "put it there; nothing was sent.")},
    {ProblemCode::PreAuthRefused,
        QT_TRANSLATE_NOOP("MailboxText",
            "%2 says that one is signed in before anything is encrypted. That would make "
            "encryption impossible; nothing was sent.")},
    {ProblemCode::NotImap,
        QT_TRANSLATE_NOOP("MailboxText", "What answers on port %3 of %2 is no IMAP server: “%1”.")},
    {ProblemCode::LoginDisabled,
        QT_TRANSLATE_NOOP("MailboxText", "%2 does not take passwords on this connection.")},
    {ProblemCode::NoMechanism,
        QT_TRANSLATE_NOOP("MailboxText",
            "%2 does not offer the way of signing in that was chosen. It offers: %1.")},
    {ProblemCode::SecretMissing,
        QT_TRANSLATE_NOOP("MailboxText", "There is no password for this account. %1")},
    {ProblemCode::SignInNeeded, "%1"}, // whoever signs in has the words
    {ProblemCode::SignInUnreachable,
        QT_TRANSLATE_NOOP("MailboxText", "There is no access token for the moment. %1")},
    {ProblemCode::LoginRefused,
        QT_TRANSLATE_NOOP("MailboxText",
            "%2 refused user name or password: “%1”. Many providers want an app password here "
            "instead of the usual one.")},
    {ProblemCode::TokenRefused,
        QT_TRANSLATE_NOOP("MailboxText",
            "%2 refused the access token: “%1”. It may have run out or not be meant for IMAP; sign "
            "in again.")},
    {ProblemCode::ServerUnproven,
        QT_TRANSLATE_NOOP("MailboxText",
            "%2 could not prove that it knows the password itself. It may not be the server that "
            "it says it is.")},
    {ProblemCode::ConnectionLost,
        QT_TRANSLATE_NOOP("MailboxText", "The connection to %2 was lost: %1.")},
    {ProblemCode::TooSlow, QT_TRANSLATE_NOOP("MailboxText", "%2 stopped answering.")},
    {ProblemCode::ServerBye, QT_TRANSLATE_NOOP("MailboxText", "%2 ended the connection: “%1”.")},
    {ProblemCode::Unavailable,
        QT_TRANSLATE_NOOP(
            "MailboxText", "%2 cannot serve the mailbox at the moment: “%1”. Try again later.")},
    {ProblemCode::TooLong,
        QT_TRANSLATE_NOOP("MailboxText",
            "%2 sent more than any real server does at once. The connection was closed.")},
    {ProblemCode::Malformed,
        QT_TRANSLATE_NOOP(
            "MailboxText", "%2 sent what is no IMAP (%1). The connection was closed.")},
    {ProblemCode::CommandRefused, QT_TRANSLATE_NOOP("MailboxText", "%2 refused a command: “%1”.")},
    {ProblemCode::FolderMissing,
        QT_TRANSLATE_NOOP(
            "MailboxText", "There is no folder “%1” in this mailbox, or it cannot be opened.")},
    {ProblemCode::FolderReadOnly,
        QT_TRANSLATE_NOOP("MailboxText",
            "Messages in the folder “%1” can be neither marked nor moved: the server gives it for "
            "reading only.")},
    {ProblemCode::CannotMove,
        QT_TRANSLATE_NOOP("MailboxText",
            "%2 cannot move messages safely (it has neither MOVE nor UIDPLUS). All messages are "
            "stored, and none was moved; choose “mark as seen” instead.")},
    {ProblemCode::StoreFailed,
        QT_TRANSLATE_NOOP("MailboxText", "The messages could not be stored: %1.")},
    {ProblemCode::StoreBusy,
        QT_TRANSLATE_NOOP("MailboxText", "Another fetch for this account is running (%1).")},
    {ProblemCode::SessionLimit,
        QT_TRANSLATE_NOOP(
            "MailboxText", "That is enough for once. The rest comes with the next fetch.")},
};

/// %1, %2… replaced at once: QString::arg() goes by their order, and here some may be missing.
QString filled(const QString &text, const QStringList &values)
{
    QString result;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const int place = text[i] == u'%' && i + 1 < text.size() ? text[i + 1].digitValue() : -1;
        if (place >= 1 && place <= values.size()) {
            result += values[place - 1];
            ++i;
        } else {
            result += text[i];
        }
    }
    return result;
}

QString dateOf(const QDateTime &time, const Format &format)
{
    return time.isValid() ? format.dateTime(time.toSecsSinceEpoch()) : QString();
}

} // namespace

QString problemText(const imap::Problem &problem, const imap::Account &account)
{
    for (const Entry &entry : entries) {
        if (entry.code == problem.code) {
            const QStringList values{visibleText(problem.detail), visibleText(account.host),
                QString::number(account.port)};
            return filled(QCoreApplication::translate("MailboxText", entry.text), values).trimmed();
        }
    }
    return {};
}

QStringList certificateFaults(const imap::CertificateFacts &facts, const QString &host)
{
    QStringList lines;
    for (const CertificateFault fault : facts.faults) {
        switch (fault) {
        case CertificateFault::Expired: lines.append(MailboxText::tr("It has expired.")); break;
        case CertificateFault::NotYetValid:
            lines.append(MailboxText::tr("It is not valid yet; check this computer's clock."));
            break;
        case CertificateFault::WrongHost:
            lines.append(
                MailboxText::tr("It was made for other names than %1.").arg(visibleText(host)));
            break;
        case CertificateFault::SelfSigned:
            lines.append(
                MailboxText::tr("The server made it itself: no authority vouches for it."));
            break;
        case CertificateFault::UnknownIssuer:
            lines.append(MailboxText::tr("The authority that made it is not known here."));
            break;
        case CertificateFault::Other: lines.append(visibleText(facts.other)); break;
        }
    }
    return lines;
}

QString fingerprintText(const QByteArray &sha256)
{
    return QString::fromLatin1(sha256.toHex(':')).toUpper();
}

QList<std::pair<QString, QString>> certificateLines(
    const imap::CertificateFacts &facts, const Format &format)
{
    return {{MailboxText::tr("Made for"), visibleText(facts.subject)},
        {MailboxText::tr("Host names"), visibleText(facts.names.join(QStringLiteral(", ")))},
        {MailboxText::tr("Made by"), visibleText(facts.issuer)},
        {MailboxText::tr("Valid from"), dateOf(facts.from, format)},
        {MailboxText::tr("Valid until"), dateOf(facts.until, format)},
        {MailboxText::tr("SHA-256 fingerprint"), fingerprintText(facts.sha256)}};
}

QString leftOutText(const imap::LeftOut &message, const Format &format)
{
    switch (message.reason) {
    case imap::LeftOut::Reason::TooLarge:
        return message.size > 0
            ? MailboxText::tr("Message %1 is too large: %2. It was not fetched.")
                  .arg(message.uid)
                  .arg(format.locale.formattedDataSize(message.size))
            : MailboxText::tr("Message %1 is larger than the server said. It was not fetched.")
                  .arg(message.uid);
    case imap::LeftOut::Reason::Refused:
        return MailboxText::tr("The server refuses message %1.").arg(message.uid);
    case imap::LeftOut::Reason::NotSent:
        return MailboxText::tr("The server lists message %1, but does not send it.")
            .arg(message.uid);
    case imap::LeftOut::Reason::Breaks:
        return MailboxText::tr(
            "Whenever message %1 comes, the connection breaks. The others were fetched without it.")
            .arg(message.uid);
    }
    return {};
}

QString folderResultText(const imap::FolderResult &result, const Format &format)
{
    const QString name = visibleText(result.folder);
    if (result.stored == 0)
        return MailboxText::tr("%1: no new messages").arg(name);
    //: %1 folder, %2 size as in "1.2 MB"
    return MailboxText::tr(
        "%1: %Ln new message(s), %2", nullptr, int(std::min<qint64>(result.stored, INT_MAX)))
        .arg(name, format.locale.formattedDataSize(result.bytes));
}

QString mailboxStateText(const MailboxStatus &status, const Format &format)
{
    const imap::FolderResult &folder = status.progress.folder;
    switch (status.state) {
    case MailboxStatus::State::Idle: return MailboxText::tr("Not fetched yet");
    case MailboxStatus::State::Running:
        if (status.progress.tries > 0)
            return MailboxText::tr("Connecting again…");
        if (folder.folder.isEmpty())
            return MailboxText::tr("Connecting…");
        //: %1 folder, %2 and %3 numbers of messages
        return MailboxText::tr("%1: %2 of %3")
            .arg(visibleText(folder.folder), format.number(folder.stored + folder.doubles),
                format.number(folder.found));
    case MailboxStatus::State::Failed:
        return status.result.failure ? problemText(*status.result.failure, status.account)
                                     : MailboxText::tr("Not everything could be fetched");
    case MailboxStatus::State::Done: break;
    }
    const qint64 stored = status.result.stored();
    if (stored == 0)
        return MailboxText::tr("No new messages");
    return MailboxText::tr("%Ln new message(s)", nullptr, int(std::min<qint64>(stored, INT_MAX)));
}

QString mailboxDetails(const MailboxStatus &status, const Format &format)
{
    QStringList lines{mailboxStateText(status, format)};
    if (status.finished > 0)
        lines.append(MailboxText::tr("Last fetched: %1").arg(format.dateTime(status.finished)));
    for (const imap::FolderResult &folder : status.result.folders) {
        lines.append(folder.failure ? problemText(*folder.failure, status.account)
                                    : folderResultText(folder, format));
        constexpr qsizetype mostLines = 10;
        for (const imap::LeftOut &message :
            folder.leftOut.first(std::min(mostLines, folder.leftOut.size())))
            lines.append(leftOutText(message, format));
        if (folder.leftOut.size() > mostLines)
            lines.append(MailboxText::tr(
                "…and %Ln more message(s).", nullptr, int(folder.leftOut.size() - mostLines)));
    }
    for (const QString &alert : status.result.alerts)
        lines.append(MailboxText::tr("The server says: %1").arg(visibleText(alert)));
    return lines.join(u'\n');
}

} // namespace sekisho
