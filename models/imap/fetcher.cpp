// SPDX-License-Identifier: GPL-3.0-or-later
#include "imap/fetcher.h"

#include "imap/basiccommands.h"
#include "imap/folderfetch.h"

#include <QThread>

#include <algorithm>

namespace sekisho::imap {

namespace {

/// What is wrong with one folder only.
bool isOfFolder(ProblemCode code)
{
    return code == ProblemCode::FolderMissing || code == ProblemCode::CommandRefused ||
        code == ProblemCode::FolderReadOnly || code == ProblemCode::CannotMove;
}

/// The work for one account over as many connections as it takes.
class AccountFetch final {
public:
    AccountFetch(
        const Account &account, MailStore &store, const FetchSetup &setup, const Stop &stop)
        : m_account(account)
        , m_setup(setup)
        , m_stop(stop)
        , m_log(setup.log)
    {
        for (const QString &folder : account.folders)
            m_folders.push_back(
                std::make_unique<FolderFetch>(folder, account, store, setup, stop));
    }

    [[nodiscard]] FetchResult run()
    {
        FetchResult result;
        result.failure = connections();
        for (const auto &folder : m_folders)
            result.folders.append(folder->result());
        result.alerts = m_alerts;
        return result;
    }

private:
    [[nodiscard]] qint64 progress() const
    {
        qint64 sum = 0;
        for (const auto &folder : m_folders)
            sum += folder->progress();
        return sum;
    }

    /// One connection after the other until all is done or nothing gets done any more.
    Failure connections()
    {
        int tries = 0;
        for (;;) {
            const qint64 before = progress();
            const Failure failed = overOne();
            if (!failed || !mayPass(failed->code))
                return failed;
            tries = progress() > before ? 1 : tries + 1;
            const bool neverThere = !m_reached &&
                (failed->code == ProblemCode::Unreachable ||
                    failed->code == ProblemCode::ConnectTimedOut);
            if (neverThere || tries >= m_setup.limits.tries)
                return failed;
            if (m_setup.progress)
                m_setup.progress({m_folders[m_next]->result(), tries});
            if (!pause(tries))
                return failure(ProblemCode::Cancelled);
        }
    }

    bool pause(int tries) const
    {
        const qint64 time = std::min<qint64>(
            m_setup.limits.longestPause, qint64(m_setup.limits.firstPause) << (tries - 1));
        for (qint64 waited = 0; waited < time && !m_stop.requested(); waited += 50)
            QThread::msleep(ulong(std::min<qint64>(50, time - waited)));
        return !m_stop.requested();
    }

    Failure overOne()
    {
        SignedIn signedIn =
            signIn(m_account, m_setup.secret, m_setup.open, m_setup.limits, m_log, m_stop);
        if (!signedIn.connection)
            return signedIn.failure;
        Connection &connection = *signedIn.connection;
        m_reached = true;
        for (; m_next < m_folders.size(); ++m_next) {
            const Failure failed = m_folders[m_next]->run(connection);
            for (const QString &alert : connection.alerts()) {
                if (!m_alerts.contains(alert))
                    m_alerts.append(alert);
            }
            if (failed && !isOfFolder(failed->code))
                return failed;
            m_folders[m_next]->setFailure(failed); // the other folders may be fine
        }
        m_next = 0;
        LogoutCommand logout;
        static_cast<void>(connection.run(logout));
        return {};
    }

    const Account m_account;
    const FetchSetup &m_setup;
    const Stop &m_stop;
    ProtocolLog m_log;
    std::vector<std::unique_ptr<FolderFetch>> m_folders;
    size_t m_next = 0; ///< the folder that is being fetched
    bool m_reached = false;
    QStringList m_alerts;
};

} // namespace

qint64 FetchResult::stored() const
{
    qint64 sum = 0;
    for (const FolderResult &folder : folders)
        sum += folder.stored;
    return sum;
}

bool FetchResult::complete() const
{
    return !failure &&
        std::all_of(folders.cbegin(), folders.cend(),
            [](const FolderResult &folder) { return !folder.failure && folder.leftOut.isEmpty(); });
}

FetchResult fetchAccount(
    const Account &account, MailStore &store, const FetchSetup &setup, const Stop &stop)
{
    FetchResult result;
    result.failure = store.open(account.id);
    if (!result.failure)
        result = AccountFetch(account, store, setup, stop).run();
    store.close();
    return result;
}

} // namespace sekisho::imap
