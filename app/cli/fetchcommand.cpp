// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/fetchcommand.h"

#include "accounts.h"
#include "imap/foldermailstore.h"
#include "imap/sockettransport.h"
#include "import/mailoutcome.h"
#include "import/workspacemailstore.h"
#include "oauthsignin.h"
#include "secretstore.h"
#include "tables/mailboxtext.h"
#include "tables/visibletext.h"
#include "tables/workspacetext.h"

#include <QCoreApplication>
#include <QFile>
#include <QProcess>

#include <csignal>
#include <cstdio>

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

struct Cli {
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

/// A signal can reach nothing else. What was fetched until then is kept.
Stop interrupted;

extern "C" void interrupt(int)
{
    interrupted.request();
}

void print(std::FILE *stream, const QString &text)
{
    const QByteArray bytes = text.toUtf8() + '\n';
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stream);
    std::fflush(stream);
}

/// The first line: files and programs end it with a line's end.
QByteArray firstLine(const QByteArray &bytes)
{
    QByteArray line = bytes.left(bytes.indexOf('\n') < 0 ? bytes.size() : bytes.indexOf('\n'));
    if (line.endsWith('\r'))
        line.chop(1);
    return line;
}

imap::Secret secretFromCommand(const QString &command)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.setStandardInputFile(QProcess::nullDevice());
    process.start(u"/bin/sh"_s, {u"-c"_s, command});
    while (process.state() != QProcess::NotRunning && !interrupted.requested())
        process.waitForFinished(100);
    if (process.state() != QProcess::NotRunning) {
        process.kill();
        process.waitForFinished();
    }
    if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
        return {{}, Cli::tr("The password command failed.")};
    return {firstLine(process.readAllStandardOutput()),
        Cli::tr("The password command printed nothing.")};
}

imap::Secret secretFromDescriptor(int descriptor)
{
    QFile file;
    if (!file.open(descriptor, QIODevice::ReadOnly | QIODevice::Unbuffered))
        return {{}, Cli::tr("File descriptor %1 cannot be read.").arg(descriptor)};
    QByteArray bytes;
    // Not until the end: whoever writes may keep it open.
    while (!bytes.contains('\n') && bytes.size() < 65'536) {
        const QByteArray more = file.read(4'096);
        if (more.isEmpty())
            break;
        bytes += more;
    }
    return {firstLine(bytes), Cli::tr("File descriptor %1 held nothing.").arg(descriptor)};
}

/// Of an account for which the user has signed in with the browser, in the window.
imap::AskSecret tokensOf(const imap::Account &account, const std::shared_ptr<SecretStore> &store)
{
    const imap::Secret kept = readSecret(*store, account.id);
    if (kept.value.isEmpty() && !kept.problem.isEmpty())
        return [kept](const imap::Account &, bool) {
            return imap::Secret{{}, kept.problem, imap::ProblemCode::SignInNeeded};
        };
    const auto keep = [store, id = account.id](const QByteArray &secret) {
        const QString problem = writeSecret(*store, id, secret);
        if (!problem.isEmpty())
            print(stderr, visibleText(problem));
    };
    return tokenSource(oauthServer(account.oauth), kept.value, keep, interrupted);
}

/// Asked each time that the client signs in; a descriptor can be read only once.
imap::AskSecret secretSource(const Arguments &arguments, const imap::Account &account)
{
    if (!arguments.passwordCommand.isEmpty())
        return [command = arguments.passwordCommand](
                   const imap::Account &, bool) { return secretFromCommand(command); };
    if (arguments.passwordDescriptor >= 0)
        return [secret = secretFromDescriptor(arguments.passwordDescriptor)](
                   const imap::Account &, bool) { return secret; };
    const std::shared_ptr<SecretStore> store = systemSecretStore();
    if (signsInWithBrowser(account))
        return tokensOf(account, store);
    return [store](const imap::Account &of, bool) { return readSecret(*store, of.id); };
}

/// The account by its name in the window's settings, or by its address; empty and a line otherwise.
std::optional<imap::Account> accountFor(const Arguments &arguments)
{
    imap::Account account;
    if (looksLikeMailboxAddress(arguments.mailbox)) {
        account = mailboxAddress(arguments.mailbox).account;
    } else {
        QSettings settings(accountsFile(), QSettings::NativeFormat);
        bool found = false;
        for (const imap::Account &saved : readAccounts(settings)) {
            if (saved.name == arguments.mailbox || saved.id == arguments.mailbox) {
                account = saved;
                found = true;
            }
        }
        if (!found) {
            print(stderr,
                Cli::tr("There is no mailbox account named “%1”.")
                    .arg(visibleText(arguments.mailbox)));
            return std::nullopt;
        }
    }
    if (!arguments.folders.isEmpty())
        account.folders = arguments.folders;
    if (arguments.since.isValid())
        account.since = arguments.since;
    if (!arguments.caFile.isEmpty())
        account.caFile = arguments.caFile;
    if (arguments.mechanism)
        account.mechanism = *arguments.mechanism;
    account.pinned += arguments.pinned;
    for (size_t i = 0; i < imap::outcomes; ++i)
        account.after[i] = arguments.after[i].value_or(account.after[i]);
    return account;
}

void tellProblem(const imap::Problem &problem, const imap::Account &account, const Format &format)
{
    print(stderr, problemText(problem, account));
    if (!problem.certificate)
        return;
    for (const QString &fault : certificateFaults(*problem.certificate, account.host))
        print(stderr, u"  "_s + fault);
    for (const auto &[name, value] : certificateLines(*problem.certificate, format))
        print(stderr, u"  %1: %2"_s.arg(name, value));
}

void tell(const imap::FetchResult &result, const imap::Account &account, const Arguments &arguments,
    const Format &format)
{
    for (const imap::FolderResult &folder : result.folders) {
        if (!arguments.quiet && !folder.failure && !(result.failure && folder.stored == 0))
            print(stdout, folderResultText(folder, format));
        if (folder.failure)
            tellProblem(*folder.failure, account, format);
        for (const imap::LeftOut &message : folder.leftOut)
            print(
                stderr, u"%1: %2"_s.arg(visibleText(folder.folder), leftOutText(message, format)));
    }
    for (const QString &alert : result.alerts)
        print(stderr, Cli::tr("The server says: %1").arg(visibleText(alert)));
    if (result.failure)
        tellProblem(*result.failure, account, format);
}

/// A workspace or a folder; null and a line otherwise.
std::unique_ptr<imap::MailStore> storeFor(const Arguments &arguments)
{
    if (arguments.workspace.isEmpty())
        return std::make_unique<imap::FolderMailStore>(
            arguments.store.isEmpty() ? fetchedMailFolder() : arguments.store);
    const WorkspaceResult<Workspace> workspace = Workspace::openOrCreate(arguments.workspace);
    const QString problem = !workspace ? workspaceText(workspace.problem())
        : workspace.value().isWritable() ? QString()
                                         : readOnlyText(workspace.value().whyReadOnly());
    if (!problem.isEmpty()) {
        print(stderr, problem);
        return nullptr;
    }
    return std::make_unique<WorkspaceMailStore>(workspace.value(), DatasetPtr(), Limits());
}

} // namespace

int runFetch(const Arguments &arguments, const Format &format)
{
    const auto account = accountFor(arguments);
    if (!account)
        return WrongUsage;
    std::signal(SIGINT, interrupt);
    std::signal(SIGTERM, interrupt);
    if (account->security == imap::Security::Plain)
        print(stderr,
            Cli::tr("Warning: nothing is encrypted on the way to %1.")
                .arg(visibleText(account->host)));
    imap::FetchSetup setup;
    setup.secret = secretSource(arguments, *account);
    setup.open = imap::openSocket;
    setup.judge = [](const QByteArray &message) {
        return mailOutcome(message, Limits(), Stop()); // whole, or not at all
    };
    if (arguments.maxSize > 0)
        setup.limits.messageBytes = arguments.maxSize;
    if (arguments.log)
        setup.log = [](const QString &line) { print(stderr, visibleText(line)); };
    const std::unique_ptr<imap::MailStore> store = storeFor(arguments);
    if (!store)
        return SomeUnreadable;
    const imap::FetchResult result = imap::fetchAccount(*account, *store, setup, interrupted);
    tell(result, *account, arguments, format);
    return result.complete() ? AllRead : SomeUnreadable;
}

} // namespace sekisho
