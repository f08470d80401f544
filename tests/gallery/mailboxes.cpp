// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of what a user sees of mailboxes: the dialog, each kind of problem in it, and progress
// in the side bar; in both languages, light and dark.
#include "dialogs/accountdialog.h"
#include "everylook.h"
#include "main/mailboxbar.h"
#include "main/mainwindow.h"

#include <QPushButton>
#include <QTimeZone>

using namespace sekisho;
using namespace sekisho::imap;
using namespace Qt::StringLiterals;

namespace {

Account exampleAccount()
{
    Account account;
    account.id = u"one"_s;
    account.name = u"DMARC"_s;
    account.host = u"mail.example.jp"_s;
    account.user = u"dmarc@example.jp"_s;
    account.folders = {u"INBOX"_s, u"レポート/六月"_s};
    account.minutes = 15;
    return account;
}

Problem refusedCertificate()
{
    CertificateFacts facts;
    facts.faults = {CertificateFault::SelfSigned, CertificateFault::WrongHost};
    facts.sha256 =
        QByteArray::fromHex("0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0");
    facts.subject = facts.issuer = u"mail.local"_s;
    facts.names = {u"mail.local"_s, u"localhost"_s};
    facts.from = QDate(2026, 1, 1).startOfDay(QTimeZone::utc());
    facts.until = QDate(2027, 1, 1).startOfDay(QTimeZone::utc());
    return {ProblemCode::CertificateRefused, {}, facts};
}

QList<std::pair<QString, FolderList>> outcomes()
{
    const QList<FolderInfo> folders{{u"INBOX"_s, u'/', true, FolderUse::None},
        {u"Archive"_s, u'/', true, FolderUse::Archive}, {u"Junk"_s, u'/', true, FolderUse::Junk},
        {u"レポート"_s, u'/', false, FolderUse::None},
        {u"レポート/五月"_s, u'/', true, FolderUse::None},
        {u"レポート/六月"_s, u'/', true, FolderUse::None}};
    return {{u"works"_s, {folders, {}}},
        {u"name"_s, {{}, failure(ProblemCode::NameNotFound, u"mail.example.jp"_s)}},
        {u"refused"_s, {{}, failure(ProblemCode::Unreachable, u"Connection refused"_s)}},
        {u"certificate"_s, {{}, refusedCertificate()}},
        {u"starttls"_s, {{}, failure(ProblemCode::StartTlsMissing)}},
        {u"login"_s,
            {{},
                failure(ProblemCode::LoginRefused,
                    u"[AUTHENTICATIONFAILED] Authentication failed."_s)}}};
}

QList<MailboxStatus> statuses()
{
    MailboxStatus running;
    running.account = exampleAccount();
    running.state = MailboxStatus::State::Running;
    running.progress.folder.folder = u"INBOX"_s;
    running.progress.folder.found = 12'000;
    running.progress.folder.stored = 4'321;
    MailboxStatus done;
    done.account = exampleAccount();
    done.account.name = u"Gmail"_s;
    done.account.id = u"two"_s;
    done.state = MailboxStatus::State::Done;
    done.finished = 1'780'272'000;
    MailboxStatus failed = done;
    failed.account.name = u"tls-rpt@example.jp"_s;
    failed.account.id = u"three"_s;
    failed.state = MailboxStatus::State::Failed;
    failed.result.failure = failure(ProblemCode::TooSlow);
    return {running, done, failed};
}

bool picturesOf(const QString &prefix, const Format &format)
{
    bool ok = true;
    for (const auto &[name, list] : outcomes()) {
        std::function<void(const FolderList &)> answer;
        AccountDialog dialog(
            exampleAccount(),
            [&answer](
                const Account &, const QByteArray &, QObject *, auto tested) { answer = tested; },
            {}, format);
        for (QPushButton *button : dialog.findChildren<QPushButton *>()) {
            if (button->text() == AccountDialog::tr("&Test Connection"))
                button->click();
        }
        answer(list);
        ok = takePicture(dialog, prefix + u"account-"_s + name + u".png"_s) && ok;
    }
    Account browser = exampleAccount();
    browser.host = u"outlook.office365.com"_s;
    browser.mechanism = Mechanism::OAuth;
    browser.oauth = {OAuthProvider::Microsoft, u"6f1c2c1e-6f0b-4c55-9d5e-1b2f3a4c5d6e"_s, {}};
    browser.minutes = whenItComes;
    browser.after[0] = {AfterAction::Kind::Move, u"DMARC/読み込み済み"_s};
    browser.after[1] = {AfterAction::Kind::MarkSeen, {}};
    AccountDialog signingIn(
        browser, [](auto...) {}, [](auto...) { return std::function<void()>(); }, format);
    for (QPushButton *button : signingIn.findChildren<QPushButton *>()) {
        if (button->text() == BrowserSignIn::tr("Sign In with the &Browser…"))
            button->click();
    }
    ok = takePicture(signingIn, prefix + u"account-browser.png"_s) && ok;
    MainWindow window({}, {});
    View view;
    view.format = format;
    window.setView(view);
    window.setMailboxServices([](auto...) {}, {}, {});
    window.setMailboxes(statuses());
    window.resize(1024, 700);
    return takePicture(window, prefix + u"progress.png"_s) && ok;
}

} // namespace

int main(int argc, char *argv[])
{
    return picturesInEveryLook(argc, argv, u"mailbox"_s, picturesOf);
}
