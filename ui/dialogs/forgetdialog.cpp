// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/forgetdialog.h"

#include "tables/workspacetext.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QDialogButtonBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QTimeZone>
#include <QTimer>

namespace sekisho {

namespace {

constexpr int afterTyping = 250; // milliseconds
constexpr int usualYears = 2;

QLabel *wrapped(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

} // namespace

ForgetDialog::ForgetDialog(const ForgetOffer &offer, QWidget *parent)
    : QDialog(parent)
    , m_offer(offer)
    , m_wait(new QTimer(this))
    , m_explanation(wrapped(this))
    , m_byDomain(new QCheckBox(this))
    , m_domain(new QComboBox(this))
    , m_byReporter(new QCheckBox(this))
    , m_reporter(new QComboBox(this))
    , m_byAge(new QCheckBox(this))
    , m_before(new QDateEdit(this))
    , m_shared(new QCheckBox(this))
    , m_countLabel(wrapped(this))
    , m_note(wrapped(this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this))
{
    m_domain->addItems(offer.domains);
    m_reporter->addItems(offer.reporters);
    m_before->setCalendarPopup(true);
    m_before->setDisplayFormat(QStringLiteral("yyyy-MM-dd"));
    m_before->setDate(offer.today.addYears(-usualYears));
    m_wait->setSingleShot(true);
    m_wait->setInterval(afterTyping);
    createLayout();
    connect(m_wait, &QTimer::timeout, this, [this] { Q_EMIT countRequested(request()); });
    for (QCheckBox *box : {m_byDomain, m_byReporter, m_byAge, m_shared})
        connect(box, &QCheckBox::toggled, this, &ForgetDialog::choose);
    for (QComboBox *combo : {m_domain, m_reporter})
        connect(combo, &QComboBox::currentIndexChanged, this, &ForgetDialog::choose);
    connect(m_before, &QDateEdit::dateChanged, this, &ForgetDialog::choose);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &ForgetDialog::confirm);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_byDomain->setEnabled(!offer.domains.isEmpty());
    m_byReporter->setEnabled(!offer.reporters.isEmpty());
    retranslate();
    choose();
    resize(600, 400);
}

void ForgetDialog::createLayout()
{
    auto *fields = new QGridLayout;
    fields->setColumnStretch(1, 1);
    const std::pair<QWidget *, QWidget *> rows[] = {
        {m_byDomain, m_domain}, {m_byReporter, m_reporter}, {m_byAge, m_before}};
    int row = 0;
    for (const auto &[box, field] : rows) {
        fields->addWidget(box, row, 0);
        fields->addWidget(field, row++, 1);
    }
    QFont strong = m_countLabel->font();
    strong.setBold(true);
    m_countLabel->setFont(strong);
    m_note->setForegroundRole(QPalette::PlaceholderText);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(12);
    layout->addWidget(m_explanation);
    layout->addLayout(fields);
    layout->addWidget(m_countLabel);
    layout->addWidget(m_shared);
    layout->addWidget(m_note);
    layout->addStretch(1);
    layout->addWidget(m_buttons);
}

ForgetRequest ForgetDialog::request() const
{
    ForgetRequest request;
    if (m_byDomain->isChecked())
        request.domains = {m_domain->currentText()};
    if (m_byReporter->isChecked())
        request.reporters = {m_reporter->currentText()};
    if (m_byAge->isChecked())
        request.before = QDateTime(m_before->date(), QTime(0, 0), QTimeZone::utc()).toSecsSinceEpoch();
    request.sharedOriginals = m_shared->isChecked();
    return request;
}

/// What was counted is of another choice now.
void ForgetDialog::choose()
{
    m_domain->setEnabled(m_byDomain->isChecked());
    m_reporter->setEnabled(m_byReporter->isChecked());
    m_before->setEnabled(m_byAge->isChecked());
    m_count.reset();
    if (isChosen())
        m_wait->start();
    else
        m_wait->stop();
    showCount();
}

bool ForgetDialog::isChosen() const
{
    return m_byDomain->isChecked() || m_byReporter->isChecked() || m_byAge->isChecked();
}

void ForgetDialog::setCount(const ForgetRequest &request, const ForgetResult &count)
{
    if (request != this->request())
        return;
    m_count = count;
    showCount();
}

bool ForgetDialog::countsNothing() const
{
    return !m_count || (m_count->reports == 0 && m_count->failures == 0 && m_count->tlsReports == 0);
}

void ForgetDialog::showCount()
{
    QPushButton *ok = m_buttons->button(QDialogButtonBox::Ok);
    ok->setEnabled(!countsNothing());
    m_shared->setVisible(m_shared->isChecked() || (m_count && m_count->sharedOriginals > 0));
    if (!isChosen())
        m_countLabel->setText(tr("Nothing is chosen yet."));
    else if (!m_count)
        m_countLabel->setText(tr("Counting …"));
    else if (countsNothing())
        m_countLabel->setText(tr("Nothing in the workspace matches that."));
    else
        m_countLabel->setText(tr("To be forgotten: %1.").arg(forgetText(*m_count)));
}

void ForgetDialog::confirm()
{
    if (countsNothing())
        return;
    auto *box = new QMessageBox(QMessageBox::Warning, tr("Forget"),
        tr("Forget %1? This cannot be undone.").arg(forgetText(*m_count)),
        QMessageBox::Yes | QMessageBox::Cancel, this);
    box->setTextFormat(Qt::PlainText);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->button(QMessageBox::Yes)->setText(tr("&Forget"));
    box->button(QMessageBox::Cancel)->setText(tr("Cancel"));
    box->setDefaultButton(QMessageBox::Cancel);
    connect(box, &QMessageBox::finished, this, [this, box, chosen = request()] {
        if (box->clickedButton() != box->button(QMessageBox::Yes))
            return;
        Q_EMIT forgetConfirmed(chosen);
        accept();
    });
    box->open();
}

void ForgetDialog::retranslate()
{
    setWindowTitle(tr("Forget"));
    m_explanation->setText(
        tr("What matches all that is ticked is taken out of the workspace for good: reports and "
           "their records, failure reports, and their originals. The files and mails that they "
           "were read from stay where they are, and are not taken in again unless they change."));
    m_byDomain->setText(tr("&Domain:"));
    m_byReporter->setText(tr("&Reporter:"));
    m_byAge->setText(tr("Period ended &before:"));
    m_domain->setAccessibleName(tr("Domain"));
    m_reporter->setAccessibleName(tr("Reporter"));
    m_before->setAccessibleName(tr("Period ended before"));
    m_shared->setText(tr("Also forget &originals that other reports came out of (mailboxes, archives)"));
    m_note->setText(m_offer.secureDelete
            ? tr("What is forgotten is overwritten in the file (secure delete is on).")
            : tr("What is forgotten stays in unused parts of the file until they are used again or "
                 "the workspace is compacted. Secure delete in its settings overwrites it at "
                 "once."));
    m_buttons->button(QDialogButtonBox::Ok)->setText(tr("&Forget…"));
    m_buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    showCount();
}

void ForgetDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace sekisho
