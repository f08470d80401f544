// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "imap/mailbox.h"
#include "mailfetch.h"
#include "oauthsignin.h"
#include "secretstore.h"
#include "tables/mailboxstatus.h"

#include <QHash>
#include <QSet>
#include <QSettings>
#include <QThreadPool>
#include <QTimer>

namespace sekisho {

/// The mailbox accounts of the window: kept in the settings, secrets in the system's key store or
/// as long as the program runs; fetched when asked for or every so many minutes, off the UI thread.
class Mailboxes final : public QObject {
    Q_OBJECT
public:
    /// Settings and secrets must outlive it. Mails are kept below the folder, or in a workspace.
    Mailboxes(QSettings &settings, SecretStore &secrets, const QString &folder,
        QObject *parent = nullptr);
    ~Mailboxes() override;
    Q_DISABLE_COPY_MOVE(Mailboxes)

    /// From now on mails go into this workspace; null: into the folder. What is being fetched into
    /// another one is given up, and what is fetched by itself is fetched soon.
    void storeIn(const std::shared_ptr<SharedWorkspace> &workspace);
    [[nodiscard]] const QList<MailboxStatus> &statuses() const { return m_statuses; }
    [[nodiscard]] bool isBusy() const { return !m_stops.isEmpty(); }
    /// Adds an account (without an id) or changes one. An empty secret changes none.
    void keep(const imap::Account &account, const QByteArray &secret);
    /// Its mails stay where they are.
    void remove(const QString &id);
    /// For this session only, or in the key store too.
    void setSecret(const QString &id, const QByteArray &secret, bool inStore);
    void fetch(const QString &id) { start(id, true); }
    void fetchAll();
    void cancel(const QString &id);
    using Tested = std::function<void(const imap::FolderList &)>;
    /// Tries to sign in and asks for the folders; an empty secret: the one that is kept.
    void test(
        const imap::Account &account, const QByteArray &secret, QObject *context, Tested tested);
    using SignedInAs = std::function<void(const SignInAnswer &)>;
    /// Lets the user sign in with the browser; with no client secret, the one that is kept. Gives
    /// what cancels it.
    [[nodiscard]] std::function<void()> signIn(const imap::Account &account,
        const QByteArray &clientSecret, QObject *context, SignedInAs answer);
    /// Whether it waits for new mail on the server.
    [[nodiscard]] bool isWatching(const QString &id) const { return m_watches.contains(id); }
    /// In place of the system's browser and the providers' servers.
    void setOAuth(OpenBrowser open, std::function<OAuthServer(const imap::OAuthClient &)> server);
    /// What was said in the last fetch, without secrets.
    [[nodiscard]] QStringList log(const QString &id) const;
    /// What the last fetch brought, once; null: it is to be read from the account's folder.
    [[nodiscard]] std::shared_ptr<FetchedMail> takeMail(const QString &id) { return m_mail.take(id); }
    /// Where an account's mails are that went into no workspace.
    [[nodiscard]] QString folder(const QString &id) const;

Q_SIGNALS:
    void changed();
    void fetched(const QString &id, qint64 stored);
    /// The user has asked for a fetch, but there is no password.
    void secretNeeded(const sekisho::imap::Account &account, const QString &why);
    /// The key store does not take it: it lasts as long as the program runs.
    void secretNotKept(const QString &why);

private:
    [[nodiscard]] MailboxStatus *status(const QString &id);
    void start(const QString &id, bool byUser);
    void withSecret(const imap::Account &account, QObject *context, SecretStore::Answer answer);
    void run(const imap::Account &account, const QByteArray &secret);
    [[nodiscard]] imap::FetchSetup setupFor(
        const imap::Account &account, const imap::Secret &secret, const std::shared_ptr<Stop> &stop);
    void finished(const QString &id, const imap::FetchResult &result);
    void watch(const imap::Account &account, const imap::FetchResult &fetched);
    void endWatch(const QString &id);
    void save();
    void fetchDue();

    QSettings &m_settings;
    SecretStore &m_secrets;
    MailPlace m_place;
    OpenBrowser m_openBrowser;
    std::function<OAuthServer(const imap::OAuthClient &)> m_oauthServer = oauthServer;
    QThreadPool m_pool;
    QThreadPool m_watchPool;
    QHash<QString, std::shared_ptr<Stop>> m_watches; ///< of those that wait on their servers
    QSet<QString> m_noIdle; ///< whose servers cannot tell by themselves
    QTimer m_timer;
    QList<MailboxStatus> m_statuses;
    QHash<QString, QByteArray> m_sessionSecrets;
    QHash<QString, std::shared_ptr<Stop>> m_stops; ///< of the fetches that are running
    QHash<QString, MailPlace> m_places; ///< where those store
    QSet<QString> m_due; ///< not fetched into the place of now yet
    QSet<QString> m_askedFor; ///< of those, by the user
    QHash<QString, std::shared_ptr<LogLines>> m_logs;
    QHash<QString, std::shared_ptr<FetchedMail>> m_mail;
};

} // namespace sekisho
