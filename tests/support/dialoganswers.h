// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QDialog>
#include <QFileDialog>
#include <QLineEdit>
#include <QMessageBox>
#include <QPointer>
#include <QPushButton>
#include <QTimer>

#include <functional>
#include <utility>
#include <vector>

namespace sekisho::fixture {

/// Answers the modal dialogs that come up, each with the next answer; refuses all further ones and
/// closes menus.
class DialogAnswers final : public QObject {
public:
    using Answer = std::function<void(QDialog *)>;

    explicit DialogAnswers(std::vector<Answer> answers = {})
        : m_answers(std::move(answers))
    {
        connect(&m_timer, &QTimer::timeout, this, &DialogAnswers::look);
        m_timer.start(1);
    }

    [[nodiscard]] size_t seen() const { return m_seen; }

    /// Takes the way that a button of this role stands for.
    [[nodiscard]] static Answer button(QMessageBox::ButtonRole role)
    {
        return [role](QDialog *dialog) {
            if (auto *box = qobject_cast<QMessageBox *>(dialog)) {
                for (QAbstractButton *each : box->buttons()) {
                    if (box->buttonRole(each) == role) {
                        each->click();
                        return;
                    }
                }
            }
            dialog->reject();
        };
    }

    /// Chooses a file; `proposed` gets the name that the dialog offers.
    [[nodiscard]] static Answer file(const QString &path, QString *proposed = nullptr)
    {
        return [path, proposed](QDialog *dialog) {
            auto *edit = dialog->findChild<QLineEdit *>(QStringLiteral("fileNameEdit"));
            if (!edit) {
                dialog->reject();
                return;
            }
            if (proposed)
                *proposed = edit->text();
            edit->setText(path);
            dialog->accept();
        };
    }

private:
    void look()
    {
        if (QWidget *popup = QApplication::activePopupWidget())
            popup->close();
        auto *dialog = qobject_cast<QDialog *>(QApplication::activeModalWidget());
        if (!dialog || !dialog->isVisible() || dialog == m_last)
            return;
        m_last = dialog;
        const size_t number = m_seen++;
        if (number < m_answers.size())
            m_answers[number](dialog);
        else
            dialog->reject();
    }

    std::vector<Answer> m_answers;
    QTimer m_timer;
    QPointer<QDialog> m_last;
    size_t m_seen = 0;
};

} // namespace sekisho::fixture
