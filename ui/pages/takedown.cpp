// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/takedown.h"

#include "tables/sampletables.h"
#include "widgets/filesaver.h"
#include "widgets/whendone.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTranslator>
#include <QVBoxLayout>

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

struct TakedownDialog {
    Q_DECLARE_TR_FUNCTIONS(TakedownDialog)
};

/// The draft in its own language, whatever the program speaks.
QString draftIn(bool japanese, const Dataset &dataset, const Campaign &campaign,
    const std::vector<Indicator> &indicators, bool utc)
{
    QTranslator translator;
    const bool loaded = japanese && translator.load(u":/i18n/sekisho_ja"_s);
    const Say say = [&](const char *text) {
        const QString found = loaded ? translator.translate("Takedown", text) : QString();
        return found.isEmpty() ? QString::fromUtf8(text) : found;
    };
    const QLocale locale(japanese ? QLocale::Japanese : QLocale::English);
    return takedownDraft(dataset, campaign, indicators, say, {locale, utc});
}

void saveDraft(const QString &draft, QWidget *parent, QLabel *outcome)
{
    const QString path =
        QFileDialog::getSaveFileName(parent, TakedownDialog::tr("Save the draft"), u"takedown.txt"_s);
    if (path.isEmpty())
        return;
    whenDone(saveFile(path, draft.toUtf8()), outcome, [outcome](const std::optional<QString> &failed) {
        outcome->setText(failed && failed->isEmpty()
                ? TakedownDialog::tr("The draft was saved.")
                : TakedownDialog::tr("Not saved: %1").arg(failed.value_or(QString())));
    });
}

} // namespace

void showTakedownDraft(bool japanese, const Dataset &dataset, const Campaign &campaign,
    const std::vector<Indicator> &indicators, bool utc, QWidget *parent)
{
    auto *dialog = new QDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(TakedownDialog::tr("Takedown draft"));
    auto *text = new QPlainTextEdit(draftIn(japanese, dataset, campaign, indicators, utc), dialog);
    auto *outcome = new QLabel(dialog);
    outcome->setTextFormat(Qt::PlainText);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, dialog);
    const QPushButton *copy = buttons->addButton(TakedownDialog::tr("Copy"), QDialogButtonBox::ActionRole);
    const QPushButton *save = buttons->addButton(TakedownDialog::tr("Save…"), QDialogButtonBox::ActionRole);
    auto *layout = new QVBoxLayout(dialog);
    layout->addWidget(text);
    layout->addWidget(outcome);
    layout->addWidget(buttons);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::close);
    QObject::connect(copy, &QPushButton::clicked, dialog,
        [text] { QGuiApplication::clipboard()->setText(text->toPlainText()); });
    QObject::connect(save, &QPushButton::clicked, dialog,
        [=] { saveDraft(text->toPlainText(), dialog, outcome); });
    dialog->resize(720, 560);
    dialog->show();
}

} // namespace sekisho
