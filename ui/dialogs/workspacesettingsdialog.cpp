// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/workspacesettingsdialog.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace sekisho {

namespace {

constexpr int usualDays = 730;
constexpr int mostDays = 36'500;

/// What a choice means, under it and indented like its text.
QLabel *helpFor(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setForegroundRole(QPalette::PlaceholderText);
    constexpr int indent = 24;
    label->setContentsMargins(indent, 0, 0, 8);
    return label;
}

} // namespace

WorkspaceSettingsDialog::WorkspaceSettingsDialog(
    const QString &name, const WorkspaceSettings &settings, QWidget *parent)
    : QDialog(parent)
    , m_name(name)
    , m_before(settings)
    , m_originals(new QCheckBox(this))
    , m_originalsHelp(helpFor(this))
    , m_limited(new QCheckBox(this))
    , m_days(new QSpinBox(this))
    , m_daysHelp(helpFor(this))
    , m_secure(new QCheckBox(this))
    , m_secureHelp(helpFor(this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this))
{
    m_originals->setChecked(settings.keepOriginals);
    m_secure->setChecked(settings.secureDelete);
    m_limited->setChecked(settings.retentionDays > 0);
    m_days->setRange(1, mostDays);
    m_days->setValue(settings.retentionDays > 0 ? settings.retentionDays : usualDays);
    auto *days = new QHBoxLayout;
    days->addWidget(m_limited);
    days->addWidget(m_days);
    days->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(6);
    layout->addWidget(m_originals);
    layout->addWidget(m_originalsHelp);
    layout->addLayout(days);
    layout->addWidget(m_daysHelp);
    layout->addWidget(m_secure);
    layout->addWidget(m_secureHelp);
    layout->addStretch(1);
    layout->addWidget(m_buttons);
    connect(m_limited, &QCheckBox::toggled, this, &WorkspaceSettingsDialog::enableFields);
    connect(m_buttons, &QDialogButtonBox::accepted, this, [this] {
        if (this->settings() != m_before)
            Q_EMIT settingsChosen(this->settings());
        accept();
    });
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    retranslate();
    enableFields();
    resize(560, 380);
}

WorkspaceSettings WorkspaceSettingsDialog::settings() const
{
    return {m_originals->isChecked(), m_secure->isChecked(),
        m_limited->isChecked() ? m_days->value() : 0};
}

void WorkspaceSettingsDialog::enableFields()
{
    m_days->setEnabled(m_limited->isChecked());
}

void WorkspaceSettingsDialog::retranslate()
{
    setWindowTitle(tr("Settings of %1", "a workspace").arg(m_name));
    m_originals->setText(tr("Keep the &originals"));
    m_originalsHelp->setText(
        tr("The bytes of every report and mail, compressed, each once, with where they came from "
           "and their SHA-256. A later version can read them again, and Verify compares them with "
           "what is stored. Without them the file is smaller; those that are kept already stay."));
    m_limited->setText(tr("&Forget reports that are older than"));
    m_days->setSuffix(tr(" days", "after a number in a field"));
    m_daysHelp->setText(
        tr("Counted from the end of the period of a report. It happens after each import."));
    m_secure->setText(tr("&Overwrite what is forgotten"));
    m_secureHelp->setText(
        tr("What is forgotten is overwritten in the file with zeros at once (secure delete). It "
           "takes longer. Copies, and what the disk itself keeps, are out of reach."));
    m_buttons->button(QDialogButtonBox::Ok)->setText(tr("OK"));
    m_buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
}

void WorkspaceSettingsDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace sekisho
