// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/accountdialog.h"

#include "dialogs/foldertree.h"
#include "tables/mailboxtext.h"
#include "tables/visibletext.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include <utility>

namespace sekisho {

using imap::Mechanism;
using imap::OAuthProvider;
using imap::Security;

namespace {

/// Of an entry of the mechanisms, for those that sign in with the browser.
constexpr int ProviderRole = Qt::UserRole + 1;

QLabel *wrapped(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

AccountDialog::AccountDialog(const imap::Account &account, TestMailbox test, SignInMailbox signIn,
    const Format &format, QWidget *parent)
    : QDialog(parent)
    , m_account(account)
    , m_test(std::move(test))
    , m_format(format)
    , m_name(new QLineEdit(this))
    , m_host(new QLineEdit(this))
    , m_security(new QComboBox(this))
    , m_port(new QSpinBox(this))
    , m_user(new QLineEdit(this))
    , m_mechanism(new QComboBox(this))
    , m_secret(new QLineEdit(this))
    , m_caFile(new QLineEdit(this))
    , m_limited(new QCheckBox(tr("Only messages since"), this))
    , m_since(new QDateEdit(this))
    , m_minutes(new QComboBox(this))
    , m_testButton(new QPushButton(tr("&Test Connection"), this))
    , m_outcome(wrapped(this))
    , m_trust(new QPushButton(tr("T&rust This Certificate"), this))
    , m_pinned(wrapped(this))
    , m_folders(new FolderTree(this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this))
{
    setWindowTitle(account.id.isEmpty() ? tr("Add Mailbox") : tr("Mailbox"));
    auto *form = m_form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    form->setVerticalSpacing(10);
    createServer(form);
    createSigningIn(form, signIn);
    createFetching(form);
    auto *left = new QVBoxLayout;
    left->addLayout(form);
    left->addStretch(1);
    auto *right = new QVBoxLayout;
    right->addWidget(createTest());
    right->addWidget(m_folders, 1);
    right->addWidget(createAfter());
    auto *columns = new QHBoxLayout;
    columns->setSpacing(24);
    columns->addLayout(left, 1);
    columns->addLayout(right, 1);
    m_explanation = wrapped(this);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(12);
    layout->addWidget(m_explanation);
    layout->addLayout(columns, 1);
    layout->addWidget(m_buttons);
    createButtons();
    fill();
    check();
    resize(960, 620);
}

void AccountDialog::createServer(QFormLayout *form)
{
    m_host->setPlaceholderText(QStringLiteral("imap.example.jp"));
    m_security->addItem(tr("TLS (recommended)"), int(Security::Tls));
    m_security->addItem(tr("STARTTLS"), int(Security::StartTls));
    m_security->addItem(tr("None (only this computer)"), int(Security::Plain));
    m_port->setRange(1, 65'535);
    m_port->setGroupSeparatorShown(false);
    form->addRow(tr("&Name:"), m_name);
    form->addRow(tr("Ser&ver:"), m_host);
    form->addRow(tr("&Encryption:"), m_security);
    form->addRow(tr("&Port:"), m_port);
    connect(m_security, &QComboBox::activated, this, [this] {
        m_port->setValue(imap::defaultPort(Security(m_security->currentData().toInt())));
        check();
    });
    connect(m_host, &QLineEdit::textChanged, this, &AccountDialog::check);
}

void AccountDialog::createSigningIn(QFormLayout *form, const SignInMailbox &signIn)
{
    m_mechanism->addItem(tr("Password"), int(Mechanism::Password));
    m_mechanism->addItem(tr("Password, only SCRAM-SHA-256"), int(Mechanism::ScramSha256));
    m_mechanism->addItem(tr("Password, only SCRAM-SHA-1"), int(Mechanism::ScramSha1));
    m_mechanism->addItem(tr("Password, only PLAIN"), int(Mechanism::Plain));
    m_mechanism->addItem(tr("Password, only LOGIN"), int(Mechanism::Login));
    m_mechanism->addItem(tr("Google, with the browser"), int(Mechanism::OAuth));
    m_mechanism->setItemData(m_mechanism->count() - 1, int(OAuthProvider::Google), ProviderRole);
    m_mechanism->addItem(tr("Microsoft 365, with the browser"), int(Mechanism::OAuth));
    m_mechanism->setItemData(m_mechanism->count() - 1, int(OAuthProvider::Microsoft), ProviderRole);
    m_mechanism->addItem(tr("Access token (OAuth 2.0)"), int(Mechanism::OAuth));
    m_secret->setEchoMode(QLineEdit::Password);
    m_secret->setPlaceholderText(m_account.id.isEmpty() ? QString() : tr("unchanged"));
    m_secret->setToolTip(tr(
        "It is kept in the system's key store, never in a file of Sekisho. Where there is no key "
        "store, it is asked for once each time Sekisho runs."));
    auto *authority = new QHBoxLayout;
    authority->setSpacing(8);
    auto *choose = new QPushButton(tr("&Choose…"), this);
    m_caFile->setPlaceholderText(tr("the system's"));
    authority->addWidget(m_caFile, 1);
    authority->addWidget(choose);
    form->addRow(tr("&User:"), m_user);
    form->addRow(tr("S&ign in with:"), m_mechanism);
    form->addRow(tr("Pass&word:"), m_secret);
    m_browser = new BrowserSignIn(
        form, signIn, [this] { return AccountDialog::account(); }, this);
    form->addRow(tr("Authorities:"), authority);
    connect(choose, &QPushButton::clicked, this, &AccountDialog::chooseCaFile);
    connect(m_user, &QLineEdit::textChanged, this, &AccountDialog::check);
    connect(m_mechanism, &QComboBox::activated, this, &AccountDialog::mechanismChosen);
    connect(m_browser, &BrowserSignIn::changed, this, &AccountDialog::check);
}

OAuthProvider AccountDialog::provider() const
{
    return OAuthProvider(m_mechanism->currentData(ProviderRole).toInt());
}

/// Those who let one sign in with the browser have one server each.
void AccountDialog::mechanismChosen()
{
    const QString host = provider() == OAuthProvider::Google ? QStringLiteral("imap.gmail.com")
        : provider() == OAuthProvider::Microsoft ? QStringLiteral("outlook.office365.com")
                                                 : QString();
    if (!host.isEmpty()) {
        m_host->setText(host);
        m_security->setCurrentIndex(m_security->findData(int(Security::Tls)));
        m_port->setValue(imap::defaultPort(Security::Tls));
    }
    showMechanism();
}

void AccountDialog::showMechanism()
{
    m_form->setRowVisible(m_secret, provider() == OAuthProvider::None);
    m_browser->setProvider(provider());
}

QByteArray AccountDialog::secret() const
{
    return provider() == OAuthProvider::None ? m_secret->text().toUtf8() : m_browser->secret();
}

void AccountDialog::createFetching(QFormLayout *form)
{
    m_since->setCalendarPopup(true);
    m_since->setDisplayFormat(QStringLiteral("yyyy-MM-dd"));
    m_minutes->addItem(tr("As soon as it arrives"), imap::whenItComes);
    for (const int minutes : {0, 5, 15, 60, 240, 1440}) {
        const QString text = minutes == 0 ? tr("Only when asked")
            : minutes < 60                ? tr("Every %n minute(s)", nullptr, minutes)
                                          : tr("Every %n hour(s)", nullptr, minutes / 60);
        m_minutes->addItem(text, minutes);
    }
    form->addRow(m_limited, m_since);
    form->addRow(tr("&Fetch:"), m_minutes);
    connect(m_limited, &QCheckBox::toggled, m_since, &QWidget::setEnabled);
}

QWidget *AccountDialog::createTest()
{
    auto *box = new QWidget(this);
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins({});
    layout->addWidget(m_testButton, 0, Qt::AlignLeft);
    layout->addWidget(m_outcome);
    layout->addWidget(m_trust, 0, Qt::AlignLeft);
    layout->addWidget(m_pinned);
    m_trust->hide();
    m_outcome->hide();
    connect(m_testButton, &QPushButton::clicked, this, &AccountDialog::test);
    connect(m_trust, &QPushButton::clicked, this, &AccountDialog::trust);
    return box;
}

QWidget *AccountDialog::createAfter()
{
    auto *box = new QWidget(this);
    box->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    auto *form = new QFormLayout(box);
    form->setContentsMargins({});
    form->setVerticalSpacing(6);
    auto *heading = new QLabel(tr("On the server, once they are stored and read:"), this);
    form->addRow(heading);
    m_after = new AfterRows(form, this);
    connect(m_after, &AfterRows::changed, this, &AccountDialog::check);
    return box;
}

void AccountDialog::createButtons()
{
    connect(m_folders, &FolderTree::itemChanged, this, &AccountDialog::check);
    connect(m_buttons, &QDialogButtonBox::accepted, this, [this] {
        Q_EMIT accountChosen(account(), secret());
        accept();
    });
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void AccountDialog::fill()
{
    m_name->setText(m_account.name);
    m_host->setText(m_account.host);
    m_security->setCurrentIndex(m_security->findData(int(m_account.security)));
    m_port->setValue(m_account.port);
    m_user->setText(m_account.user);
    for (int i = m_mechanism->count() - 1; i >= 0; --i) {
        const auto of = OAuthProvider(m_mechanism->itemData(i, ProviderRole).toInt());
        if (m_mechanism->itemData(i).toInt() == int(m_account.mechanism) &&
            of == m_account.oauth.provider)
            m_mechanism->setCurrentIndex(i);
    }
    m_browser->fill(m_account.oauth);
    showMechanism();
    m_caFile->setText(m_account.caFile);
    m_limited->setChecked(m_account.since.isValid());
    m_since->setEnabled(m_account.since.isValid());
    m_since->setDate(
        m_account.since.isValid() ? m_account.since : QDate::currentDate().addMonths(-3));
    if (m_minutes->findData(m_account.minutes) < 0)
        m_minutes->addItem(tr("Every %n minute(s)", nullptr, m_account.minutes), m_account.minutes);
    m_minutes->setCurrentIndex(m_minutes->findData(m_account.minutes));
    m_after->fill(m_account.after);
    QList<imap::FolderInfo> known;
    for (const QString &name : std::as_const(m_account.folders))
        known.append({name, QChar(), true, imap::FolderUse::None});
    m_folders->setFolders(known, m_account.folders);
}

imap::Account AccountDialog::account() const
{
    imap::Account account = m_account;
    account.name = m_name->text().trimmed();
    account.host = m_host->text().trimmed();
    account.security = Security(m_security->currentData().toInt());
    account.port = quint16(m_port->value());
    account.user = m_user->text().trimmed();
    account.mechanism = Mechanism(m_mechanism->currentData().toInt());
    account.oauth = m_browser->client();
    account.caFile = m_caFile->text().trimmed();
    account.since = m_limited->isChecked() ? m_since->date() : QDate();
    account.minutes = m_minutes->currentData().toInt();
    account.after = m_after->actions();
    account.folders = m_folders->chosen();
    return account;
}

/// What is missing yet; the buttons say it by being off.
void AccountDialog::check()
{
    const imap::Account now = account();
    const bool registered =
        now.oauth.provider == OAuthProvider::None || !now.oauth.clientId.isEmpty();
    const bool server = !now.host.isEmpty() && !now.user.isEmpty() && registered;
    const bool whole = std::all_of(now.after.begin(), now.after.end(), [](const auto &action) {
        return action.kind != imap::AfterAction::Kind::Move || !action.folder.isEmpty();
    });
    m_testButton->setEnabled(server);
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(server && whole && !now.folders.isEmpty());
    m_explanation->setText(changesMailbox(now.after)
            ? tr("Messages are marked or moved as chosen below, after they are stored here. "
                 "Nothing is deleted.")
            : tr("Sekisho only reads: the mailbox stays as it is, nothing is marked as seen, moved "
                 "or deleted."));
    m_pinned->setVisible(!m_account.pinned.isEmpty());
    m_pinned->setText(tr("%n certificate(s) trusted for this account by your choice.", nullptr,
        int(m_account.pinned.size())));
}

void AccountDialog::test()
{
    m_testButton->setEnabled(false);
    m_trust->hide();
    m_outcome->show();
    m_outcome->setText(tr("Connecting to %1…").arg(visibleText(account().host)));
    m_test(account(), secret(), this, [this](const imap::FolderList &list) { tested(list); });
}

void AccountDialog::tested(const imap::FolderList &list)
{
    if (list.failure) {
        showProblem(*list.failure);
    } else {
        m_account.folders = account().folders;
        m_folders->setFolders(list.folders, m_account.folders);
        const auto missing = imap::missingFolder(m_account, list.folders);
        m_outcome->setText(missing
                ? tr("Signed in, but there is no folder “%1”. Choose folders below.")
                      .arg(visibleText(*missing))
                : tr("It works. The server has %n folder(s).", nullptr, int(list.folders.size())));
    }
    check();
}

void AccountDialog::showProblem(const imap::Problem &problem)
{
    QStringList lines{problemText(problem, account())};
    if (problem.certificate) {
        lines += certificateFaults(*problem.certificate, account().host);
        for (const auto &[name, value] : certificateLines(*problem.certificate, m_format)) {
            if (!value.isEmpty())
                lines.append(tr("%1: %2", "name and value").arg(name, value));
        }
        lines.append(tr("Trust it only if the server's administrator confirms the fingerprint."));
        m_refused = problem.certificate->sha256;
    }
    m_trust->setVisible(problem.certificate.has_value());
    m_outcome->setText(lines.join(u'\n'));
}

/// This very certificate, for this account alone.
void AccountDialog::trust()
{
    m_account.pinned.append(m_refused);
    check();
    test();
}

void AccountDialog::chooseCaFile()
{
    auto *dialog = new QFileDialog(this, tr("An authority's certificate (PEM)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, m_caFile, &QLineEdit::setText);
    dialog->open();
}

} // namespace sekisho
