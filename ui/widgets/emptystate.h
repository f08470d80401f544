// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace sekisho {

/// Stands where there is nothing to show: says what would be here and offers the way to it.
class EmptyState final : public QWidget {
    Q_OBJECT
public:
    explicit EmptyState(QWidget *parent = nullptr);

    /// `icon` names a symbol of the resources.
    void setTexts(
        const QString &icon, const QString &title, const QString &text, const QString &button);
    /// A second way, beside the button; an empty text takes it away.
    void setSecond(const QString &button);

Q_SIGNALS:
    void triggered();
    void secondTriggered();

private:
    QLabel *m_icon;
    QLabel *m_title;
    QLabel *m_text;
    QPushButton *m_button;
    QPushButton *m_second;
};

} // namespace sekisho
