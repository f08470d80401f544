// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tables/mailboxstatus.h"

#include <QObject>

#include <functional>

class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace sekisho {

/// Lets the user sign in with the browser; an empty client secret: the one that is kept. The answer
/// comes later, or never once the context is gone. Gives what cancels it.
using SignInMailbox = std::function<std::function<void()>(const imap::Account &account,
    const QByteArray &clientSecret, QObject *context,
    std::function<void(const SignInAnswer &)> answer)>;

/// The rows of a form for accounts that sign in with the browser: what is registered with the
/// provider, and the button. The browser opens on a click only.
class BrowserSignIn final : public QObject {
    Q_OBJECT
public:
    /// `account`: as it is in the form now.
    BrowserSignIn(QFormLayout *form, SignInMailbox signIn, std::function<imap::Account()> account,
        QWidget *parent);

    void fill(const imap::OAuthClient &client);
    /// Which rows are there to be seen.
    void setProvider(imap::OAuthProvider provider);
    [[nodiscard]] imap::OAuthClient client() const;
    /// Of the last sign-in; empty: there was none in this form.
    [[nodiscard]] QByteArray secret() const { return m_secret; }

Q_SIGNALS:
    void changed();

private:
    void toggle();
    void answered(const SignInAnswer &answer);
    void check();

    const SignInMailbox m_signIn;
    const std::function<imap::Account()> m_account;
    imap::OAuthProvider m_provider = imap::OAuthProvider::None;
    QByteArray m_secret;
    bool m_waiting = false; ///< for the browser
    std::function<void()> m_cancel; ///< then
    QFormLayout *m_form;
    QLineEdit *m_clientId;
    QLineEdit *m_clientSecret;
    QLineEdit *m_tenant;
    QPushButton *m_button;
    QLabel *m_outcome;
};

} // namespace sekisho
