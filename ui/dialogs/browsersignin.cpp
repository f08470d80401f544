// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/browsersignin.h"

#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include <utility>

namespace sekisho {

using imap::OAuthProvider;

BrowserSignIn::BrowserSignIn(QFormLayout *form, SignInMailbox signIn,
    std::function<imap::Account()> account, QWidget *parent)
    : QObject(parent)
    , m_signIn(std::move(signIn))
    , m_account(std::move(account))
    , m_form(form)
    , m_clientId(new QLineEdit(parent))
    , m_clientSecret(new QLineEdit(parent))
    , m_tenant(new QLineEdit(parent))
    , m_button(new QPushButton(parent))
    , m_outcome(new QLabel(parent))
{
    m_clientId->setToolTip(tr("What the provider calls a desktop application that you have "
                              "registered there. Sekisho brings none of its own."));
    m_clientSecret->setEchoMode(QLineEdit::Password);
    m_clientSecret->setToolTip(tr("It is kept in the system's key store."));
    m_tenant->setPlaceholderText(tr("any organisation"));
    m_tenant->setToolTip(tr("The directory (tenant) ID, where the application is registered for "
                            "one organisation only."));
    m_outcome->setTextFormat(Qt::PlainText);
    m_outcome->setWordWrap(true);
    m_outcome->hide();
    form->addRow(tr("Client I&D:"), m_clientId);
    form->addRow(tr("Client s&ecret:"), m_clientSecret);
    form->addRow(tr("Tena&nt:"), m_tenant);
    form->addRow(QString(), m_button);
    form->addRow(QString(), m_outcome);
    connect(m_button, &QPushButton::clicked, this, &BrowserSignIn::toggle);
    for (QLineEdit *line : {m_clientId, m_clientSecret, m_tenant})
        connect(line, &QLineEdit::textChanged, this, &BrowserSignIn::check);
    check();
}

void BrowserSignIn::fill(const imap::OAuthClient &client)
{
    m_clientId->setText(client.clientId);
    m_tenant->setText(client.tenant);
    m_clientSecret->setPlaceholderText(client.clientId.isEmpty() ? QString() : tr("unchanged"));
}

void BrowserSignIn::setProvider(OAuthProvider provider)
{
    m_provider = provider;
    const bool any = provider != OAuthProvider::None;
    m_form->setRowVisible(m_clientId, any);
    m_form->setRowVisible(m_clientSecret, provider == OAuthProvider::Google);
    m_form->setRowVisible(m_tenant, provider == OAuthProvider::Microsoft);
    m_form->setRowVisible(m_button, any);
    m_form->setRowVisible(m_outcome, any && !m_outcome->text().isEmpty());
    check();
}

imap::OAuthClient BrowserSignIn::client() const
{
    if (m_provider == OAuthProvider::None)
        return {};
    const bool microsoft = m_provider == OAuthProvider::Microsoft;
    return {m_provider, m_clientId->text().trimmed(),
        microsoft ? m_tenant->text().trimmed() : QString()};
}

void BrowserSignIn::check()
{
    m_button->setText(m_cancel ? tr("Cancel Signing In") : tr("Sign In with the &Browser…"));
    m_button->setEnabled(m_signIn && !m_clientId->text().trimmed().isEmpty());
    Q_EMIT changed();
}

void BrowserSignIn::toggle()
{
    if (m_cancel) {
        const auto cancel = std::exchange(m_cancel, {});
        cancel();
        return;
    }
    m_outcome->setText(tr("The browser asks whether Sekisho may use this mailbox. Come back here "
                          "when you have answered."));
    m_form->setRowVisible(m_outcome, true);
    const QByteArray clientSecret = m_provider == OAuthProvider::Google
        ? m_clientSecret->text().trimmed().toUtf8()
        : QByteArray();
    m_waiting = true;
    const auto cancel = m_signIn(m_account(), clientSecret, this,
        [this](const SignInAnswer &answer) { answered(answer); });
    if (m_waiting) // else it has answered at once
        m_cancel = cancel;
    check();
}

void BrowserSignIn::answered(const SignInAnswer &answer)
{
    if (!answer.secret.isEmpty())
        m_secret = answer.secret;
    m_outcome->setText(answer.secret.isEmpty() ? answer.problem : tr("Signed in."));
    m_waiting = false;
    m_cancel = {};
    check();
}

} // namespace sekisho
