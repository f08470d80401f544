// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/verifydialog.h"

#include "paint/theme.h"

#include <QDialogButtonBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>

namespace sekisho {

VerifyDialog::VerifyDialog(const QString &name, QWidget *parent)
    : QDialog(parent)
    , m_name(name)
    , m_icon(new QLabel(this))
    , m_title(new QLabel(this))
    , m_facts(new QLabel(this))
    , m_bar(new QProgressBar(this))
    , m_problems(new QPlainTextEdit(this))
    , m_salvage(new QPushButton(this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Close, this))
{
    for (QLabel *label : {m_title, m_facts}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    QFont strong = m_title->font();
    strong.setBold(true);
    m_title->setFont(strong);
    m_bar->setRange(0, 0);
    m_bar->setTextVisible(false);
    m_problems->setReadOnly(true);
    m_problems->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_problems->hide();
    m_buttons->addButton(m_salvage, QDialogButtonBox::ActionRole);
    auto *layout = new QGridLayout(this);
    layout->setSpacing(12);
    layout->addWidget(m_icon, 0, 0, Qt::AlignTop);
    layout->addWidget(m_title, 0, 1);
    layout->addWidget(m_bar, 1, 0, 1, 2);
    layout->addWidget(m_facts, 2, 0, 1, 2);
    layout->addWidget(m_problems, 3, 0, 1, 2);
    layout->addWidget(m_buttons, 4, 0, 1, 2);
    layout->setColumnStretch(1, 1);
    layout->setRowStretch(3, 1);
    connect(m_salvage, &QPushButton::clicked, this, [this] {
        Q_EMIT salvageRequested();
        accept();
    });
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(this, &QDialog::finished, this, [this] {
        if (!m_done)
            Q_EMIT cancelRequested();
    });
    retranslate();
    resize(560, 240);
}

void VerifyDialog::setProgress(qint64 done, qint64 total)
{
    // The bar counts with int; a thousand steps are fine enough.
    constexpr int steps = 1'000;
    m_bar->setRange(0, total > 0 ? steps : 0);
    m_bar->setValue(total > 0 ? int(double(done) / double(total) * steps) : 0);
}

void VerifyDialog::setOutcome(const VerifyOutcome &outcome)
{
    m_done = true;
    m_outcome = outcome;
    showOutcome();
}

void VerifyDialog::showOutcome()
{
    m_bar->setVisible(!m_done);
    m_icon->setVisible(m_done);
    m_salvage->setVisible(m_done && m_outcome.kind == VerifyOutcome::Kind::Damaged);
    m_buttons->button(QDialogButtonBox::Close)->setText(m_done ? tr("Close") : tr("Cancel"));
    if (!m_done) {
        m_title->setText(tr("Checking “%1” …").arg(m_name));
        m_facts->setText(tr("The file is checked for damage, and every original is unpacked and "
                            "compared with what is stored of it."));
        return;
    }
    const bool damaged = m_outcome.kind == VerifyOutcome::Kind::Damaged;
    const bool sound = m_outcome.kind == VerifyOutcome::Kind::Sound;
    constexpr int side = 24;
    const QString icon = damaged ? QStringLiteral("error") : sound ? QStringLiteral("ok") : QStringLiteral("info");
    m_icon->setPixmap(symbolIcon(icon, palette()).pixmap(QSize(side, side), devicePixelRatioF()));
    m_title->setText(sound ? tr("“%1” is sound.").arg(m_name)
            : damaged      ? tr("“%1” is damaged.").arg(m_name)
                           : tr("Stopped. What had been checked until then is sound."));
    m_facts->setText(m_outcome.facts.join(u'\n'));
    m_problems->setVisible(!m_outcome.problems.isEmpty());
    m_problems->setPlainText(m_outcome.problems.join(u'\n'));
}

void VerifyDialog::retranslate()
{
    setWindowTitle(tr("Verify"));
    m_salvage->setText(tr("&Salvage into a New File…"));
    m_problems->setAccessibleName(tr("What is wrong"));
    showOutcome();
}

void VerifyDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange)
        showOutcome();
}

} // namespace sekisho
