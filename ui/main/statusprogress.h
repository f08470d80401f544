// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QProgressBar;
class QToolButton;

namespace sekisho {

/// Work that goes on, in the status bar: how far it is, in words and as a bar, and how to end it.
class StatusProgress final : public QWidget {
    Q_OBJECT
public:
    explicit StatusProgress(QWidget *parent = nullptr);

    /// `total` 0: not known yet.
    void set(qint64 done, qint64 total, const QString &text);
    void setCancelTexts(const QString &text, const QString &help);
    void updateIcon();

Q_SIGNALS:
    void cancelled();

private:
    QLabel *m_text;
    QProgressBar *m_bar;
    QToolButton *m_cancel;
};

} // namespace sekisho
