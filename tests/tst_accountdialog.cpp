// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/accountdialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QTreeWidget>

using namespace sekisho;
using namespace sekisho::imap;
using namespace Qt::StringLiterals;

namespace {

Account account()
{
    Account account;
    account.id = u"one"_s;
    account.name = u"Reports"_s;
    account.host = u"mail.example.jp"_s;
    account.user = u"dmarc"_s;
    account.folders = {u"INBOX"_s, u"レポート/六月"_s};
    account.since = QDate(2026, 6, 1);
    account.minutes = 15;
    account.mechanism = Mechanism::ScramSha256;
    account.caFile = u"/etc/own.pem"_s;
    return account;
}

FolderList folders()
{
    return {{{u"INBOX"_s, u'/', true, FolderUse::None}, {u"Junk"_s, u'/', true, FolderUse::Junk},
                {u"レポート"_s, u'/', false, FolderUse::None},
                {u"レポート/六月"_s, u'/', true, FolderUse::None}},
        {}};
}

struct Shown {
    explicit Shown(const Account &from)
        : dialog(from,
              [this](const Account &tried, const QByteArray &secret, QObject *, auto tested) {
                  asked.append(tried);
                  secrets.append(secret);
                  answer = tested;
              },
              [this](const Account &tried, const QByteArray &clientSecret, QObject *, auto signedIn) {
                  asked.append(tried);
                  secrets.append(clientSecret);
                  signIn = signedIn;
                  return [this] { signIn({{}, u"cancelled"_s}); };
              },
              {QLocale(QLocale::English), true})
        , chosen(&dialog, &AccountDialog::accountChosen)
    {
        ok = dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
        tree = dialog.findChild<QTreeWidget *>();
        dialog.show();
    }
    [[nodiscard]] QPushButton *button(const QString &text) const
    {
        for (QPushButton *each : dialog.findChildren<QPushButton *>()) {
            if (each->text().remove(u'&') == text)
                return each;
        }
        return nullptr;
    }
    [[nodiscard]] bool says(const QString &text) const
    {
        for (const QLabel *each : dialog.findChildren<QLabel *>()) {
            if (each->isVisible() && each->text().contains(text))
                return true;
        }
        return false;
    }
    [[nodiscard]] QLineEdit *labelled(const QString &text) const
    {
        for (const QLabel *each : dialog.findChildren<QLabel *>()) {
            if (each->text() == text)
                return qobject_cast<QLineEdit *>(each->buddy());
        }
        return nullptr;
    }
    [[nodiscard]] QLineEdit *line(const QString &text) const
    {
        for (QLineEdit *each : dialog.findChildren<QLineEdit *>()) {
            if (each->text() == text)
                return each;
        }
        return nullptr;
    }

    QList<Account> asked;
    QByteArrayList secrets;
    std::function<void(const FolderList &)> answer;
    std::function<void(const SignInAnswer &)> signIn;
    AccountDialog dialog;
    QSignalSpy chosen;
    QPushButton *ok;
    QTreeWidget *tree;
};

} // namespace

class TestAccountDialog final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsWhatItIsGiven();
    void needsServerAndUser();
    void portGoesWithEncryption();
    void testFillsFolders();
    void testSaysWhatIsWrong();
    void trustsByChoice();
    void secretOnlyWhenTyped();
    void signsInWithTheBrowser();
};

void TestAccountDialog::keepsWhatItIsGiven()
{
    Account odd = account();
    odd.minutes = 7;
    odd.port = 1993;
    odd.pinned = {QByteArray(32, 'x')};
    for (const Account &each : {account(), odd}) {
        const Shown shown(each);
        QCOMPARE(shown.dialog.account(), each);
        QVERIFY(shown.ok->isEnabled());
    }
}

void TestAccountDialog::needsServerAndUser()
{
    const Shown shown{Account()};
    QVERIFY(!shown.ok->isEnabled());
    QVERIFY(!shown.button(u"Test Connection"_s)->isEnabled());
    Account without = account();
    without.user.clear();
    const Shown second(without);
    QVERIFY(!second.ok->isEnabled());
    without = account();
    without.folders.clear();
    const Shown third(without);
    QVERIFY(!third.ok->isEnabled());
    QVERIFY(third.button(u"Test Connection"_s)->isEnabled());
}

void TestAccountDialog::portGoesWithEncryption()
{
    const Shown shown(account());
    auto *security = shown.dialog.findChildren<QComboBox *>().first();
    QTest::keyClick(security, Qt::Key_Down);
    QCOMPARE(shown.dialog.account().security, Security::StartTls);
    QCOMPARE(shown.dialog.account().port, 143);
    QTest::keyClick(security, Qt::Key_Up);
    QCOMPARE(shown.dialog.account().port, 993);
}

void TestAccountDialog::testFillsFolders()
{
    Shown shown(account());
    shown.button(u"Test Connection"_s)->click();
    QCOMPARE(shown.asked, QList<Account>{account()});
    QVERIFY(!shown.button(u"Test Connection"_s)->isEnabled());
    shown.answer(folders());
    QVERIFY(shown.says(u"It works."_s));
    QCOMPARE(shown.tree->topLevelItemCount(), 3);
    QCOMPARE(shown.dialog.account().folders, QStringList({u"INBOX"_s, u"レポート/六月"_s}));
    QTreeWidgetItem *junk = shown.tree->topLevelItem(1);
    QCOMPARE(junk->text(1), u"junk"_s);
    junk->setCheckState(0, Qt::Checked);
    shown.tree->topLevelItem(0)->setCheckState(0, Qt::Unchecked);
    QCOMPARE(shown.dialog.account().folders, QStringList({u"Junk"_s, u"レポート/六月"_s}));
    // Only a place for others: it cannot be fetched.
    QVERIFY(!shown.tree->topLevelItem(2)->flags().testFlag(Qt::ItemIsUserCheckable));
    // What was chosen, but is not there any more.
    shown.answer({{{u"INBOX"_s, u'/', true, FolderUse::None}}, {}});
    QVERIFY(shown.says(u"no folder “Junk”"_s));
    QVERIFY(!shown.ok->isEnabled());
}

void TestAccountDialog::testSaysWhatIsWrong()
{
    Shown shown(account());
    shown.button(u"Test Connection"_s)->click();
    shown.answer({{}, failure(ProblemCode::LoginRefused, u"no\n<b>way</b>"_s)});
    QVERIFY(shown.says(u"refused user name or password"_s));
    QVERIFY(shown.says(u"<b>way</b>"_s)); // as text
    QVERIFY(shown.button(u"Test Connection"_s)->isEnabled());
    QVERIFY(!shown.button(u"Trust This Certificate"_s)->isVisible());
}

void TestAccountDialog::trustsByChoice()
{
    CertificateFacts facts;
    facts.faults = {CertificateFault::SelfSigned};
    facts.sha256 = QByteArray(32, '\x1a');
    Shown shown(account());
    shown.button(u"Test Connection"_s)->click();
    shown.answer({{}, Problem{ProblemCode::CertificateRefused, {}, facts}});
    QVERIFY(shown.says(u"1A:1A:1A"_s));
    QVERIFY(shown.dialog.account().pinned.isEmpty());
    shown.button(u"Trust This Certificate"_s)->click();
    QCOMPARE(shown.asked.last().pinned, QByteArrayList{facts.sha256});
    shown.answer(folders());
    shown.ok->click();
    QCOMPARE(shown.chosen.size(), 1);
    QCOMPARE(shown.chosen[0][0].value<Account>().pinned, QByteArrayList{facts.sha256});
}

void TestAccountDialog::secretOnlyWhenTyped()
{
    Shown shown(account());
    auto *secret = [&]() -> QLineEdit * {
        for (QLineEdit *each : shown.dialog.findChildren<QLineEdit *>()) {
            if (each->echoMode() == QLineEdit::Password)
                return each;
        }
        return nullptr;
    }();
    QVERIFY(secret && secret->text().isEmpty());
    shown.button(u"Test Connection"_s)->click();
    QCOMPARE(shown.secrets, QByteArrayList{QByteArray()});
    QTest::keyClicks(secret, u"pencil"_s);
    shown.ok->click();
    QCOMPARE(shown.chosen[0][1].toByteArray(), QByteArray("pencil"));
}

void TestAccountDialog::signsInWithTheBrowser()
{
    Account from;
    from.user = u"me@example.jp"_s;
    Shown shown(from);
    auto *mechanism = shown.dialog.findChildren<QComboBox *>()[1];
    const auto choose = [mechanism](const QString &text) {
        mechanism->setCurrentIndex(mechanism->findText(text));
        Q_EMIT mechanism->activated(mechanism->currentIndex());
    };
    const auto signIn = [&] { return shown.button(u"Sign In with the Browser…"_s); };
    QVERIFY(!signIn()->isVisible());
    choose(u"Google, with the browser"_s);
    QCOMPARE(shown.dialog.account().host, u"imap.gmail.com"_s);
    QCOMPARE(shown.dialog.account().oauth.provider, OAuthProvider::Google);
    QVERIFY(shown.says(u"Client secret"_s) || shown.says(u"Client s&ecret"_s));
    QVERIFY(!shown.says(u"Tena&nt"_s) && !shown.says(u"Pass&word"_s));
    QVERIFY(signIn()->isVisible() && !signIn()->isEnabled() && !shown.ok->isEnabled());
    shown.labelled(u"Client I&D:"_s)->setText(u" id-1 "_s);
    shown.labelled(u"Client s&ecret:"_s)->setText(u"key"_s);
    signIn()->click();
    QCOMPARE(shown.asked.value(0).oauth, (OAuthClient{OAuthProvider::Google, u"id-1"_s, {}}));
    QCOMPARE(shown.secrets.value(0), QByteArray("key"));
    // Cancelled, then refused, then done.
    QVERIFY(shown.says(u"The browser asks"_s));
    shown.button(u"Cancel Signing In"_s)->click();
    QVERIFY(shown.says(u"cancelled"_s) && signIn());
    signIn()->click();
    shown.signIn({{}, u"The provider did not allow it."_s});
    QVERIFY(shown.says(u"The provider did not allow it."_s));
    signIn()->click();
    shown.signIn({"{\"refresh_token\": \"r\"}", {}});
    QVERIFY(shown.says(u"Signed in."_s));
    shown.ok->click();
    QCOMPARE(shown.chosen.value(0).value(1).toByteArray(), QByteArray("{\"refresh_token\": \"r\"}"));
    // The same account again: nothing is changed without signing in again.
    from = shown.dialog.account();
    from.id = u"one"_s;
    from.oauth = {OAuthProvider::Microsoft, u"id-2"_s, u"tenant"_s};
    Shown again(from);
    QCOMPARE(again.dialog.account(), from);
    QVERIFY(again.says(u"Tena&nt"_s));
    again.ok->click();
    QVERIFY(again.chosen.value(0).value(1).toByteArray().isEmpty());
}

QTEST_MAIN(TestAccountDialog)
#include "tst_accountdialog.moc"
