// SPDX-License-Identifier: GPL-3.0-or-later
#include "mailboxes.h"

#include "accounts.h"
#include "imap/foldermailstore.h"
#include "imap/sockettransport.h"
#include "imap/watch.h"
#include "import/mailoutcome.h"
#include "widgets/whendone.h"

#include <QDateTime>
#include <QDesktopServices>
#include <QPointer>
#include <QUuid>
#include <QtConcurrentRun>

#include <algorithm>

namespace sekisho {

namespace {

constexpr int lookEvery = 30'000; ///< milliseconds, for what is due
constexpr int afterNews = 1'000; ///< milliseconds; what comes together is fetched together
/// Minutes between fetches of an account that is fetched as soon as something comes: to look into
/// its other folders, where the server cannot tell by itself, and when the connection was lost.
constexpr int whileWatching = 15;
constexpr int withoutIdle = 5;
constexpr int afterLoss = 1;
constexpr int mostWatches = 64;
constexpr qint64 betweenReports = 100; ///< milliseconds

/// Never anything else than a provider's page.
bool openSystemBrowser(const QUrl &url)
{
    return url.scheme() == QStringLiteral("https") && QDesktopServices::openUrl(url);
}

/// Then nobody knows which of the messages are in their folder.
bool isStoreProblem(const imap::FetchResult &result)
{
    return result.failure && result.failure->code == imap::ProblemCode::StoreFailed;
}

} // namespace

Mailboxes::Mailboxes(
    QSettings &settings, SecretStore &secrets, const QString &folder, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_secrets(secrets)
    , m_place({folder, {}})
    , m_openBrowser(openSystemBrowser)
{
    m_pool.setMaxThreadCount(4); // they wait for the network most of the time
    m_watchPool.setMaxThreadCount(mostWatches);
    for (const imap::Account &account : readAccounts(settings))
        m_statuses.append({account, {}, {}, {}, 0});
    connect(&m_timer, &QTimer::timeout, this, &Mailboxes::fetchDue);
    m_timer.start(lookEvery);
}

Mailboxes::~Mailboxes()
{
    for (const std::shared_ptr<Stop> &stop : std::as_const(m_stops))
        stop->request();
    for (const std::shared_ptr<Stop> &stop : std::as_const(m_watches))
        stop->request();
    m_pool.waitForDone();
    m_watchPool.waitForDone();
}

MailboxStatus *Mailboxes::status(const QString &id)
{
    const auto it = std::find_if(m_statuses.begin(), m_statuses.end(),
        [&id](const MailboxStatus &status) { return status.account.id == id; });
    return it == m_statuses.end() ? nullptr : &*it;
}

QString Mailboxes::folder(const QString &id) const
{
    return imap::FolderMailStore(m_place.root).accountFolder(id);
}

void Mailboxes::storeIn(const std::shared_ptr<SharedWorkspace> &workspace)
{
    if (workspace == m_place.workspace)
        return;
    m_place.workspace = workspace;
    for (auto it = m_places.cbegin(); it != m_places.cend(); ++it) {
        if (it.value().workspace && it.value() != m_place)
            cancel(it.key());
    }
    for (const MailboxStatus &each : std::as_const(m_statuses))
        m_due.insert(each.account.id);
}

QStringList Mailboxes::log(const QString &id) const
{
    const auto lines = m_logs.value(id);
    return lines ? lines->lines() : QStringList();
}

void Mailboxes::save()
{
    QList<imap::Account> accounts;
    for (const MailboxStatus &status : std::as_const(m_statuses))
        accounts.append(status.account);
    writeAccounts(m_settings, accounts);
    Q_EMIT changed();
}

void Mailboxes::keep(const imap::Account &account, const QByteArray &secret)
{
    imap::Account kept = account;
    if (kept.id.isEmpty())
        kept.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    endWatch(kept.id);
    m_noIdle.remove(kept.id);
    if (MailboxStatus *known = status(kept.id))
        known->account = kept;
    else
        m_statuses.append({kept, {}, {}, {}, 0});
    if (!secret.isEmpty())
        setSecret(kept.id, secret, true);
    save();
}

void Mailboxes::remove(const QString &id)
{
    cancel(id);
    endWatch(id);
    m_statuses.removeIf([&id](const MailboxStatus &status) { return status.account.id == id; });
    m_sessionSecrets.remove(id);
    m_secrets.remove(id);
    save();
}

void Mailboxes::setSecret(const QString &id, const QByteArray &secret, bool inStore)
{
    m_sessionSecrets.insert(id, secret);
    if (!inStore)
        return;
    m_secrets.write(id, secret, this, [this](const imap::Secret &answer) {
        if (!answer.problem.isEmpty())
            Q_EMIT secretNotKept(answer.problem);
    });
}

void Mailboxes::withSecret(
    const imap::Account &account, QObject *context, SecretStore::Answer answer)
{
    const QByteArray secret = m_sessionSecrets.value(account.id);
    if (secret.isEmpty())
        m_secrets.read(account.id, context, std::move(answer));
    else
        answer({secret, {}});
}

void Mailboxes::fetchAll()
{
    const QList<MailboxStatus> statuses = m_statuses;
    for (const MailboxStatus &each : statuses)
        start(each.account.id, true);
}

void Mailboxes::fetchDue()
{
    const qint64 now = QDateTime::currentSecsSinceEpoch();
    const QList<MailboxStatus> statuses = m_statuses;
    for (const MailboxStatus &each : statuses) {
        const QString &id = each.account.id;
        const int minutes = each.account.minutes != imap::whenItComes ? each.account.minutes
            : m_watches.contains(id)                                  ? whileWatching
            : m_noIdle.contains(id)                                   ? withoutIdle
                                                                      : afterLoss;
        const bool due = m_due.contains(id) || now - each.finished >= qint64(minutes) * 60;
        if (minutes > 0 && due)
            start(id, false);
    }
}

void Mailboxes::start(const QString &id, bool byUser)
{
    MailboxStatus *starting = status(id);
    if (!starting || m_stops.contains(id))
        return;
    m_stops.insert(id, std::make_shared<Stop>());
    m_due.remove(id);
    starting->state = MailboxStatus::State::Running;
    starting->progress = {};
    const imap::Account account = starting->account;
    if (byUser)
        m_askedFor.insert(id);
    withSecret(account, this, [this, account](const imap::Secret &secret) {
        const auto stop = m_stops.value(account.id);
        const bool cancelled = !stop || stop->requested();
        const bool browser = signsInWithBrowser(account);
        if (!secret.value.isEmpty() && !cancelled) {
            run(account, secret.value);
            return;
        }
        imap::FetchResult none;
        none.failure = cancelled ? imap::failure(imap::ProblemCode::Cancelled)
            : browser && secret.problem.isEmpty()
            ? imap::failure(imap::ProblemCode::SignInNeeded,
                  problemText(OAuthOutcome{{}, OAuthProblem::NotSignedIn, {}}))
            : imap::failure(browser ? imap::ProblemCode::SignInNeeded
                                    : imap::ProblemCode::SecretMissing,
                  secret.problem);
        finished(account.id, none);
    });
    Q_EMIT changed();
}

imap::FetchSetup Mailboxes::setupFor(
    const imap::Account &account, const imap::Secret &secret, const std::shared_ptr<Stop> &stop)
{
    imap::FetchSetup setup;
    setup.open = imap::openSocket;
    setup.judge = [](const QByteArray &message) {
        return mailOutcome(message, Limits(), Stop()); // whole, or not at all
    };
    setup.secret = [secret](const imap::Account &, bool) { return secret; };
    if (!signsInWithBrowser(account))
        return setup;
    // In a thread of the pool; what is to be kept is kept in this one.
    const auto keep = [this, id = account.id](const QByteArray &renewed) {
        QMetaObject::invokeMethod(this, [this, id, renewed] {
            if (status(id))
                setSecret(id, renewed, true);
        });
    };
    setup.secret = [source = tokenSource(m_oauthServer(account.oauth), secret.value, keep, *stop),
                       stop](const imap::Account &of, bool renew) { return source(of, renew); };
    return setup;
}

std::function<void()> Mailboxes::signIn(const imap::Account &account,
    const QByteArray &clientSecret, QObject *context, SignedInAs answer)
{
    struct Running {
        QPointer<OAuthSignIn> signIn;
        bool cancelled = false;
    };
    const auto running = std::make_shared<Running>();
    const auto start = [=, this](const QByteArray &key) {
        if (running->cancelled) {
            answer({{}, problemText(OAuthOutcome{{}, OAuthProblem::Cancelled, {}})});
            return;
        }
        auto *signIn = new OAuthSignIn(m_oauthServer(account.oauth), account, key, context);
        running->signIn = signIn;
        connect(signIn, &OAuthSignIn::ended, context, [=](const OAuthOutcome &outcome) {
            signIn->deleteLater();
            if (outcome.problem == OAuthProblem::None)
                answer({toBytes({outcome.tokens.refresh, key}), {}});
            else
                answer({{}, problemText(outcome)});
        });
        signIn->start(m_openBrowser);
    };
    if (!clientSecret.isEmpty() || account.id.isEmpty())
        start(clientSecret);
    else
        withSecret(account, context, [start](const imap::Secret &kept) {
            start(oauthSecret(kept.value).value_or(OAuthSecret()).clientSecret);
        });
    return [running] {
        running->cancelled = true;
        if (running->signIn)
            running->signIn->cancel();
    };
}

void Mailboxes::setOAuth(
    OpenBrowser open, std::function<OAuthServer(const imap::OAuthClient &)> server)
{
    m_openBrowser = std::move(open);
    m_oauthServer = std::move(server);
}

void Mailboxes::run(const imap::Account &account, const QByteArray &secret)
{
    const std::shared_ptr<Stop> stop = m_stops.value(account.id);
    const auto lines = std::make_shared<LogLines>();
    m_logs.insert(account.id, lines);
    imap::FetchSetup setup = setupFor(account, {secret, {}}, stop);
    setup.log = [lines](const QString &line) { lines->add(line); };
    setup.progress = [this, id = account.id, last = qint64(0)](
                         const imap::FetchProgress &progress) mutable {
        const qint64 now = QDateTime::currentMSecsSinceEpoch();
        if (now - last < betweenReports)
            return;
        last = now;
        QMetaObject::invokeMethod(this, [this, id, progress] {
            MailboxStatus *running = status(id);
            if (!running || running->state != MailboxStatus::State::Running)
                return;
            running->progress = progress;
            Q_EMIT changed();
        });
    };
    const auto mail = std::make_shared<FetchedMail>();
    m_places.insert(account.id, m_place);
    const auto done = QtConcurrent::run(&m_pool, [account, setup, stop, place = m_place, mail] {
        return fetchAndRead(account, place, setup, *stop, *mail);
    });
    whenDone(
        done, this, [this, id = account.id, mail](const std::optional<imap::FetchResult> &result) {
            const bool whole = result && !isStoreProblem(*result);
            if (whole || !mail->workspace.isEmpty())
                m_mail.insert(id, mail);
            finished(id, result.value_or(imap::FetchResult()));
            m_mail.remove(id); // nobody wanted it
        });
}

void Mailboxes::finished(const QString &id, const imap::FetchResult &result)
{
    m_stops.remove(id);
    m_places.remove(id);
    if (MailboxStatus *done = status(id)) {
        done->state = result.complete() ? MailboxStatus::State::Done : MailboxStatus::State::Failed;
        done->result = result;
        done->finished = QDateTime::currentSecsSinceEpoch();
    }
    Q_EMIT changed();
    Q_EMIT fetched(id, result.stored());
    if (const MailboxStatus *done = status(id); done &&
        done->account.minutes == imap::whenItComes && !result.failure &&
        !result.folders.isEmpty() && !result.folders.first().failure)
        watch(done->account, result);
    // Another password is asked for, but nobody is disturbed who did not ask for mail.
    const MailboxStatus *ended = status(id);
    const bool refused = result.failure &&
        (result.failure->code == imap::ProblemCode::LoginRefused ||
            result.failure->code == imap::ProblemCode::SecretMissing);
    if (refused && ended && m_askedFor.remove(id))
        Q_EMIT secretNeeded(ended->account, result.failure->detail);
    m_askedFor.remove(id);
}

/// Waits on the server for what comes next, in a thread of its own.
void Mailboxes::watch(const imap::Account &account, const imap::FetchResult &fetched)
{
    const QString id = account.id;
    if (m_watches.contains(id) || m_noIdle.contains(id) || m_watches.size() >= mostWatches)
        return;
    const auto stop = std::make_shared<Stop>();
    m_watches.insert(id, stop);
    withSecret(account, this, [=, this](const imap::Secret &secret) {
        const imap::FetchSetup setup = setupFor(account, secret, stop);
        const auto done = QtConcurrent::run(&m_watchPool, [account, fetched, setup, stop] {
            return imap::watchAccount(account, fetched, setup, *stop);
        });
        whenDone(done, this, [this, id, stop](const std::optional<imap::Watched> &watched) {
            if (m_watches.value(id) != stop)
                return; // it has been ended
            m_watches.remove(id);
            if (watched && !watched->possible)
                m_noIdle.insert(id);
            if (watched && watched->news)
                QTimer::singleShot(afterNews, this, [this, id] { start(id, false); });
        });
    });
}

void Mailboxes::endWatch(const QString &id)
{
    if (const auto stop = m_watches.take(id))
        stop->request();
}

void Mailboxes::cancel(const QString &id)
{
    if (const auto stop = m_stops.value(id))
        stop->request();
}

void Mailboxes::test(
    const imap::Account &account, const QByteArray &secret, QObject *context, Tested tested)
{
    const auto run = [this, account, context, tested = std::move(tested)](
                         const imap::Secret &found) {
        const auto stop = std::make_shared<Stop>();
        connect(context, &QObject::destroyed, this, [stop] { stop->request(); });
        const imap::FetchSetup setup = setupFor(account, found, stop);
        const auto done = QtConcurrent::run(
            &m_pool, [account, setup, stop] { return imap::listFolders(account, setup, *stop); });
        whenDone(done, context, [tested](const std::optional<imap::FolderList> &list) {
            tested(list.value_or(imap::FolderList()));
        });
    };
    if (secret.isEmpty())
        withSecret(account, context, run);
    else
        run({secret, {}});
}

} // namespace sekisho
