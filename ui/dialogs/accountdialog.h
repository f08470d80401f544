// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialogs/afterrows.h"
#include "dialogs/browsersignin.h"
#include "imap/mailbox.h"
#include "tables/format.h"

#include <QDialog>

#include <functional>

class QCheckBox;
class QComboBox;
class QDateEdit;
class QDialogButtonBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace sekisho {

class FolderTree;

/// Tries an account; an empty secret: the one that is kept. The answer comes later, or never once
/// the context is gone.
using TestMailbox = std::function<void(const imap::Account &account, const QByteArray &secret,
    QObject *context, std::function<void(const imap::FolderList &)> tested)>;

/// A mailbox account: the server, how to sign in, which folders. "Test Connection" says in words
/// what is wrong, and fills the folders when nothing is.
class AccountDialog final : public QDialog {
    Q_OBJECT
public:
    AccountDialog(const imap::Account &account, TestMailbox test, SignInMailbox signIn,
        const Format &format, QWidget *parent = nullptr);

    /// As it is in the dialog now.
    [[nodiscard]] imap::Account account() const;

Q_SIGNALS:
    /// OK. An empty secret: as before.
    void accountChosen(const sekisho::imap::Account &account, const QByteArray &secret);

private:
    void createServer(QFormLayout *form);
    void createSigningIn(QFormLayout *form, const SignInMailbox &signIn);
    void mechanismChosen();
    void showMechanism();
    [[nodiscard]] imap::OAuthProvider provider() const;
    [[nodiscard]] QByteArray secret() const;
    void createFetching(QFormLayout *form);
    [[nodiscard]] QWidget *createTest();
    [[nodiscard]] QWidget *createAfter();
    void createButtons();
    void fill();
    void test();
    void tested(const imap::FolderList &list);
    void showProblem(const imap::Problem &problem);
    void trust();
    void chooseCaFile();
    void check();

    imap::Account m_account;
    const TestMailbox m_test;
    const Format m_format;
    QByteArray m_refused; ///< fingerprint of the certificate that was shown last
    QLineEdit *m_name;
    QLineEdit *m_host;
    QComboBox *m_security;
    QSpinBox *m_port;
    QLineEdit *m_user;
    QComboBox *m_mechanism;
    QLineEdit *m_secret;
    BrowserSignIn *m_browser = nullptr;
    AfterRows *m_after = nullptr;
    QFormLayout *m_form = nullptr;
    QLabel *m_explanation = nullptr;
    QLineEdit *m_caFile;
    QCheckBox *m_limited;
    QDateEdit *m_since;
    QComboBox *m_minutes;
    QPushButton *m_testButton;
    QLabel *m_outcome;
    QPushButton *m_trust;
    QLabel *m_pinned;
    FolderTree *m_folders;
    QDialogButtonBox *m_buttons;
};

} // namespace sekisho
