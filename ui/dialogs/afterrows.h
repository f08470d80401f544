// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "imap/account.h"

#include <QObject>

#include <array>

class QComboBox;
class QFormLayout;
class QLineEdit;

namespace sekisho {

/// The rows of a form that say what happens to messages on the server once they are stored and
/// read; by kind of outcome, and nothing at first.
class AfterRows final : public QObject {
    Q_OBJECT
public:
    AfterRows(QFormLayout *form, QWidget *parent);

    void fill(const imap::AfterActions &actions);
    [[nodiscard]] imap::AfterActions actions() const;

Q_SIGNALS:
    void changed();

private:
    struct Row {
        QComboBox *kind = nullptr;
        QLineEdit *folder = nullptr;
    };

    [[nodiscard]] Row createRow(QFormLayout *form, const QString &label, QWidget *parent);

    std::array<Row, imap::outcomes> m_rows; ///< by imap::MailOutcome
};

} // namespace sekisho
