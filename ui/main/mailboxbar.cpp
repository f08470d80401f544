// SPDX-License-Identifier: GPL-3.0-or-later
#include "main/mailboxbar.h"

#include "paint/theme.h"
#include "tables/mailboxtext.h"
#include "tables/visibletext.h"
#include "widgets/elidedlabel.h"
#include "widgets/plaintip.h"

#include <QContextMenuEvent>
#include <QGridLayout>
#include <QLabel>
#include <QMenu>
#include <QProgressBar>
#include <QToolButton>
#include <QVBoxLayout>

namespace sekisho {

namespace {

constexpr int thickness = 4; ///< of the progress bar
constexpr qsizetype longest = 90; ///< characters of a state; the tooltip has all of it

QToolButton *smallButton(QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setAutoRaise(true);
    button->setIconSize({16, 16});
    return button;
}

} // namespace

MailboxRow::MailboxRow(QWidget *parent)
    : QWidget(parent)
    , m_name(new ElidedLabel(this))
    , m_state(new QLabel(this))
    , m_progress(new QProgressBar(this))
    , m_button(smallButton(this))
    , m_more(smallButton(this))
{
    QFont small = m_state->font();
    small.setPointSizeF(small.pointSizeF() * 0.9);
    m_state->setFont(small);
    m_state->setTextFormat(Qt::PlainText);
    m_state->setWordWrap(true);
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(thickness);
    m_more->setText(QStringLiteral("⋯"));
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(12, 4, 4, 4);
    grid->setHorizontalSpacing(2);
    grid->setVerticalSpacing(1);
    grid->addWidget(m_name, 0, 0);
    grid->addWidget(m_state, 1, 0, 1, 3);
    grid->addWidget(m_button, 0, 1);
    grid->addWidget(m_more, 0, 2);
    grid->addWidget(m_progress, 2, 0, 1, 3);
    grid->setColumnStretch(0, 1);
    connect(m_button, &QToolButton::clicked, this, [this] {
        if (m_running)
            Q_EMIT cancelRequested();
        else
            Q_EMIT fetchRequested();
    });
    connect(m_more, &QToolButton::clicked, this, [this] {
        QContextMenuEvent event(
            QContextMenuEvent::Mouse, {}, m_more->mapToGlobal(m_more->rect().bottomLeft()));
        contextMenuEvent(&event);
    });
}

void MailboxRow::setStatus(const MailboxStatus &status, const Format &format)
{
    m_running = status.state == MailboxStatus::State::Running;
    const QString state = mailboxStateText(status, format);
    const QString details = mailboxDetails(status, format);
    m_name->setText(visibleText(status.name()));
    const QString shown = state.size() > longest ? state.left(longest - 1) + u'…' : state;
    m_state->setText(
        status.state == MailboxStatus::State::Failed ? QStringLiteral("⚠ ") + shown : shown);
    setToolTip(plainTip(details));
    setAccessibleName(visibleText(status.name()) + QStringLiteral(": ") + state);
    setAccessibleDescription(details);
    const imap::FolderResult &folder = status.progress.folder;
    m_progress->setVisible(m_running);
    m_progress->setRange(
        0, int(std::min<qint64>(folder.found, INT_MAX))); // 0: busy, nothing known yet
    m_progress->setValue(int(std::min<qint64>(folder.stored + folder.doubles, INT_MAX)));
    updateIcon();
    const QString action = m_running ? tr("Cancel") : tr("Fetch new messages");
    m_button->setToolTip(action);
    m_button->setAccessibleName(action);
    m_more->setToolTip(tr("More"));
    m_more->setAccessibleName(tr("More"));
}

/// In the colour of texts, also of another theme.
void MailboxRow::updateIcon()
{
    m_button->setIcon(
        symbolIcon(m_running ? QStringLiteral("cancel") : QStringLiteral("refresh"), palette()));
}

void MailboxRow::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        updateIcon();
}

void MailboxRow::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (m_running)
        menu->addAction(tr("&Cancel"), this, &MailboxRow::cancelRequested);
    else
        menu->addAction(tr("&Fetch New Messages"), this, &MailboxRow::fetchRequested);
    menu->addAction(tr("&Edit…"), this, &MailboxRow::editRequested);
    menu->addAction(tr("&Conversation…"), this, &MailboxRow::logRequested);
    menu->addSeparator();
    menu->addAction(tr("&Remove…"), this, &MailboxRow::removeRequested);
    menu->popup(event->globalPos());
}

void MailboxRow::mouseDoubleClickEvent(QMouseEvent *)
{
    Q_EMIT editRequested();
}

MailboxBar::MailboxBar(QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_add(smallButton(this))
    , m_rows(new QVBoxLayout)
{
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_add->setText(QStringLiteral("＋"));
    auto *head = new QHBoxLayout;
    head->setContentsMargins(12, 8, 4, 4);
    head->addWidget(m_title, 1);
    head->addWidget(m_add);
    m_rows->setContentsMargins(0, 0, 0, 8);
    m_rows->setSpacing(0);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addLayout(m_rows);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    connect(m_add, &QToolButton::clicked, this, &MailboxBar::addRequested);
}

void MailboxBar::makeRows(const QStringList &ids)
{
    m_ids = ids;
    for (MailboxRow *row : std::as_const(m_widgets))
        row->deleteLater();
    m_widgets.clear();
    for (const QString &id : ids) {
        auto *row = new MailboxRow(this);
        connect(row, &MailboxRow::fetchRequested, this, [this, id] { Q_EMIT fetchRequested(id); });
        connect(
            row, &MailboxRow::cancelRequested, this, [this, id] { Q_EMIT cancelRequested(id); });
        connect(row, &MailboxRow::editRequested, this, [this, id] { Q_EMIT editRequested(id); });
        connect(row, &MailboxRow::logRequested, this, [this, id] { Q_EMIT logRequested(id); });
        connect(
            row, &MailboxRow::removeRequested, this, [this, id] { Q_EMIT removeRequested(id); });
        m_rows->addWidget(row);
        m_widgets.append(row);
    }
}

void MailboxBar::setStatuses(const QList<MailboxStatus> &statuses, const Format &format)
{
    m_title->setText(tr("Mailboxes"));
    m_add->setToolTip(tr("Add a mailbox"));
    m_add->setAccessibleName(tr("Add a mailbox"));
    QStringList ids;
    for (const MailboxStatus &status : statuses)
        ids.append(status.account.id);
    if (ids != m_ids)
        makeRows(ids);
    for (qsizetype i = 0; i < statuses.size(); ++i)
        m_widgets[i]->setStatus(statuses[i], format);
}

} // namespace sekisho
