// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/mailboxlog.h"

#include "tables/visibletext.h"

#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QLabel>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QTimer>
#include <QVBoxLayout>

namespace sekisho {

namespace {

struct MailboxLog {
    Q_DECLARE_TR_FUNCTIONS(MailboxLog)
};

constexpr int lookEvery = 500; ///< milliseconds

QString textOf(const QStringList &lines)
{
    QStringList visible;
    for (const QString &line : lines)
        visible.append(visibleText(line));
    return visible.join(u'\n');
}

} // namespace

void showMailboxLog(const QString &name, std::function<QStringList()> lines, QWidget *parent)
{
    auto *dialog = new QDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(MailboxLog::tr("Conversation with %1").arg(visibleText(name)));
    auto *explanation = new QLabel(MailboxLog::tr("C: is what Sekisho says, S: what the server "
                                                  "answers. Passwords and tokens are left out."),
        dialog);
    explanation->setWordWrap(true);
    auto *text = new QPlainTextEdit(dialog);
    text->setReadOnly(true);
    text->setLineWrapMode(QPlainTextEdit::NoWrap);
    text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    text->setPlaceholderText(MailboxLog::tr("Nothing was said yet: fetch first."));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, dialog);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    auto *layout = new QVBoxLayout(dialog);
    layout->addWidget(explanation);
    layout->addWidget(text, 1);
    layout->addWidget(buttons);
    const auto update = [text, lines = std::move(lines)] {
        const QString now = textOf(lines());
        if (now == text->toPlainText())
            return;
        const bool atEnd =
            text->verticalScrollBar()->value() == text->verticalScrollBar()->maximum();
        text->setPlainText(now);
        if (atEnd)
            text->verticalScrollBar()->setValue(text->verticalScrollBar()->maximum());
    };
    auto *timer = new QTimer(dialog);
    QObject::connect(timer, &QTimer::timeout, text, update);
    timer->start(lookEvery);
    update();
    dialog->resize(820, 480);
    dialog->show();
}

} // namespace sekisho
