// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts.h"

#include <QStandardPaths>
#include <QUrl>

#include <algorithm>

namespace sekisho {

using namespace Qt::StringLiterals;
using imap::Account;
using imap::Mechanism;
using imap::Security;

namespace {

const QStringList securities{u"tls"_s, u"starttls"_s, u"plain"_s};
const QStringList mechanisms{u"password"_s, u"plain"_s, u"login"_s, u"scram-sha-1"_s,
    u"scram-sha-256"_s, u"oauth"_s, u"xoauth2"_s, u"oauthbearer"_s};

const QStringList outcomeKeys{u"afterRead"_s, u"afterOther"_s, u"afterUnreadable"_s};
/// An action as one word; a folder's name may hold anything.
const QString seenWord = u"seen"_s;
const QString movePrefix = u"move:"_s;

imap::AfterAction actionIn(const QString &text)
{
    if (text == seenWord)
        return {imap::AfterAction::Kind::MarkSeen, {}};
    if (text.startsWith(movePrefix) && text.size() > movePrefix.size())
        return {imap::AfterAction::Kind::Move, text.mid(movePrefix.size())};
    return {};
}

QString textOf(const imap::AfterAction &action)
{
    switch (action.kind) {
    case imap::AfterAction::Kind::Nothing: break;
    case imap::AfterAction::Kind::MarkSeen: return seenWord;
    case imap::AfterAction::Kind::Move: return movePrefix + action.folder;
    }
    return {};
}

const QStringList providers{QString(), u"google"_s, u"microsoft"_s};

int indexIn(const QStringList &words, const QVariant &value)
{
    return int(std::max(qsizetype(0), words.indexOf(value.toString())));
}

QStringList hexOf(const QByteArrayList &fingerprints)
{
    QStringList texts;
    for (const QByteArray &fingerprint : fingerprints)
        texts.append(QString::fromLatin1(fingerprint.toHex()));
    return texts;
}

Account accountIn(const QSettings &settings)
{
    Account account;
    account.id = settings.value("id"_L1).toString();
    account.name = settings.value("name"_L1).toString();
    account.host = settings.value("host"_L1).toString();
    account.security = Security(indexIn(securities, settings.value("security"_L1)));
    account.port = quint16(settings.value("port"_L1, imap::defaultPort(account.security)).toUInt());
    account.user = settings.value("user"_L1).toString();
    account.mechanism = Mechanism(indexIn(mechanisms, settings.value("mechanism"_L1)));
    account.oauth = {imap::OAuthProvider(indexIn(providers, settings.value("provider"_L1))),
        settings.value("clientId"_L1).toString(), settings.value("tenant"_L1).toString()};
    account.folders = settings.value("folders"_L1).toStringList();
    account.since = QDate::fromString(settings.value("since"_L1).toString(), Qt::ISODate);
    account.minutes = std::clamp(settings.value("minutes"_L1).toInt(), imap::whenItComes, 24 * 60);
    for (size_t i = 0; i < account.after.size(); ++i)
        account.after[i] = actionIn(settings.value(outcomeKeys[qsizetype(i)]).toString());
    account.caFile = settings.value("caFile"_L1).toString();
    for (const QString &hex : settings.value("pinned"_L1).toStringList())
        account.pinned.append(QByteArray::fromHex(hex.toLatin1()));
    return account;
}

} // namespace

QList<Account> readAccounts(QSettings &settings)
{
    QList<Account> accounts;
    const int count = settings.beginReadArray("mailboxes"_L1);
    for (int i = 0; i < count; ++i) {
        settings.setArrayIndex(i);
        const Account account = accountIn(settings);
        if (!account.id.isEmpty() && !account.host.isEmpty())
            accounts.append(account);
    }
    settings.endArray();
    return accounts;
}

void writeAccounts(QSettings &settings, const QList<Account> &accounts)
{
    settings.remove("mailboxes"_L1);
    settings.beginWriteArray("mailboxes"_L1, int(accounts.size()));
    for (int i = 0; i < int(accounts.size()); ++i) {
        const Account &account = accounts[i];
        settings.setArrayIndex(i);
        settings.setValue("id"_L1, account.id);
        settings.setValue("name"_L1, account.name);
        settings.setValue("host"_L1, account.host);
        settings.setValue("port"_L1, account.port);
        settings.setValue("security"_L1, securities[int(account.security)]);
        settings.setValue("user"_L1, account.user);
        settings.setValue("mechanism"_L1, mechanisms[int(account.mechanism)]);
        settings.setValue("provider"_L1, providers[int(account.oauth.provider)]);
        settings.setValue("clientId"_L1, account.oauth.clientId);
        settings.setValue("tenant"_L1, account.oauth.tenant);
        settings.setValue("folders"_L1, account.folders);
        settings.setValue("since"_L1, account.since.toString(Qt::ISODate));
        settings.setValue("minutes"_L1, account.minutes);
        for (size_t k = 0; k < account.after.size(); ++k)
            settings.setValue(outcomeKeys[qsizetype(k)], textOf(account.after[k]));
        settings.setValue("caFile"_L1, account.caFile);
        settings.setValue("pinned"_L1, hexOf(account.pinned));
    }
    settings.endArray();
}

std::optional<Mechanism> mechanismNamed(const QString &name)
{
    const qsizetype index = mechanisms.indexOf(name);
    return index < 0 ? std::nullopt : std::optional(Mechanism(index));
}

QString accountsFile()
{
    return QSettings(QSettings::NativeFormat, QSettings::UserScope, u"Sekisho"_s, u"Sekisho"_s)
        .fileName();
}

QString fetchedMailFolder()
{
    // The same for both programs, whatever their names.
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
        u"/Sekisho/mailboxes"_s;
}

bool looksLikeMailboxAddress(const QString &text)
{
    return text.startsWith("imap"_L1, Qt::CaseInsensitive) && text.contains("://"_L1);
}

MailboxAddress mailboxAddress(const QString &text)
{
    using Fault = MailboxAddress::Fault;
    const qsizetype colon = text.indexOf("://"_L1);
    const QString scheme = text.left(std::max(colon, qsizetype(0))).toLower();
    MailboxAddress address;
    Account &account = address.account;
    if (scheme == "imaps"_L1)
        account.security = Security::Tls;
    else if (scheme == "imap"_L1)
        account.security = Security::StartTls;
    else if (scheme == "imap+plain"_L1)
        account.security = Security::Plain;
    else
        return {{}, Fault::NotAnAddress};
    const QString rest = text.mid(colon + 3);
    const qsizetype slash = rest.indexOf(u'/');
    const QString authority = slash < 0 ? rest : rest.left(slash);
    // User names are often addresses themselves: the last "@" counts.
    const qsizetype at = authority.lastIndexOf(u'@');
    if (at <= 0)
        return {{}, at == 0 || !authority.isEmpty() ? Fault::UserMissing : Fault::NotAnAddress};
    const QString user = authority.left(at);
    if (user.contains(u':'))
        return {{}, Fault::PasswordInIt};
    account.user = QUrl::fromPercentEncoding(user.toUtf8());
    const QUrl server(u"imap://"_s + authority.mid(at + 1), QUrl::StrictMode);
    if (!server.isValid() || server.host().isEmpty())
        return {{}, Fault::NotAnAddress};
    account.host = server.host();
    account.port = quint16(server.port(imap::defaultPort(account.security)));
    const QString folder =
        slash < 0 ? QString() : QUrl::fromPercentEncoding(rest.mid(slash + 1).toUtf8());
    account.folders = {folder.isEmpty() ? u"INBOX"_s : folder};
    account.id = account.user + u'@' + account.host;
    if (account.port != imap::defaultPort(account.security))
        account.id += u'-' + QString::number(account.port);
    return address;
}

} // namespace sekisho
