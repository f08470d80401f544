// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;
class QPushButton;

namespace sekisho {

/// A line above a page: something to know about all that is shown, and what one may do about it.
class InfoStrip final : public QFrame {
    Q_OBJECT
public:
    explicit InfoStrip(QWidget *parent = nullptr);

    void setTexts(const QString &text, const QString &button);
    /// A strip that warns, with another sign and colour.
    void setWarning(bool warning);

Q_SIGNALS:
    void triggered();

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void updateIcon();

    bool m_warning = false;
    QLabel *m_icon;
    QLabel *m_text;
    QPushButton *m_button;
};

} // namespace sekisho
