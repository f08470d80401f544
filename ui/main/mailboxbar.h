// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tables/mailboxstatus.h"
#include "tables/format.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QToolButton;
class QVBoxLayout;

namespace sekisho {

class ElidedLabel;

/// One mailbox below the pages: its name, what is going on, and a button to fetch or to cancel.
class MailboxRow final : public QWidget {
    Q_OBJECT
public:
    explicit MailboxRow(QWidget *parent = nullptr);
    void setStatus(const MailboxStatus &status, const Format &format);

Q_SIGNALS:
    void fetchRequested();
    void cancelRequested();
    void editRequested();
    void logRequested();
    void removeRequested();

protected:
    void contextMenuEvent(QContextMenuEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void updateIcon();

    bool m_running = false;
    ElidedLabel *m_name;
    QLabel *m_state;
    QProgressBar *m_progress;
    QToolButton *m_button;
    QToolButton *m_more;
};

/// The mailboxes in the side bar.
class MailboxBar final : public QWidget {
    Q_OBJECT
public:
    explicit MailboxBar(QWidget *parent = nullptr);
    void setStatuses(const QList<MailboxStatus> &statuses, const Format &format);

Q_SIGNALS:
    void addRequested();
    void fetchRequested(const QString &id);
    void cancelRequested(const QString &id);
    void editRequested(const QString &id);
    void logRequested(const QString &id);
    void removeRequested(const QString &id);

private:
    void makeRows(const QStringList &ids);

    QLabel *m_title;
    QToolButton *m_add;
    QVBoxLayout *m_rows;
    QStringList m_ids; ///< of the rows
    QList<MailboxRow *> m_widgets;
};

} // namespace sekisho
