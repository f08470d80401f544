// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/verifydialog.h"
#include "dialogs/workspacesettingsdialog.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

using namespace sekisho;
using namespace Qt::StringLiterals;

namespace {

QString labelsOf(const QDialog &dialog)
{
    QStringList texts;
    for (const QLabel *label : dialog.findChildren<QLabel *>())
        texts.append(label->text());
    return texts.join(u'\n');
}

QPushButton *salvageOf(const QDialog &dialog)
{
    for (QPushButton *button : dialog.findChildren<QPushButton *>()) {
        if (button->text().contains("Salvage"_L1))
            return button;
    }
    return nullptr;
}

} // namespace

class TestWorkspaceDialogs final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void settingsAsTheyAre();
    void settingsThatChange();
    void verifyingCanBeCancelled();
    void sound();
    void damaged();
    void stopped();
};

void TestWorkspaceDialogs::settingsAsTheyAre()
{
    const WorkspaceSettings settings{false, true, 365};
    WorkspaceSettingsDialog dialog(u"client"_s, settings);
    QCOMPARE(dialog.settings(), settings);
    QVERIFY(dialog.windowTitle().contains("client"_L1));
    QSignalSpy chosen(&dialog, &WorkspaceSettingsDialog::settingsChosen);
    dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok)->click();
    QCOMPARE(chosen.count(), 0); // nothing to be saved
    QCOMPARE(WorkspaceSettingsDialog(u"client"_s, {}).settings(), WorkspaceSettings());
}

void TestWorkspaceDialogs::settingsThatChange()
{
    WorkspaceSettingsDialog dialog(u"client"_s, {});
    QSignalSpy chosen(&dialog, &WorkspaceSettingsDialog::settingsChosen);
    const auto boxes = dialog.findChildren<QCheckBox *>();
    auto *days = dialog.findChild<QSpinBox *>();
    QVERIFY(!days->isEnabled());
    boxes[1]->setChecked(true);
    QVERIFY(days->isEnabled());
    days->setValue(90);
    boxes[2]->setChecked(true);
    dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok)->click();
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen[0][0].value<WorkspaceSettings>(), (WorkspaceSettings{true, true, 90}));
}

void TestWorkspaceDialogs::verifyingCanBeCancelled()
{
    VerifyDialog dialog(u"client"_s);
    QSignalSpy cancelled(&dialog, &VerifyDialog::cancelRequested);
    dialog.setProgress(50, 200);
    QVERIFY(salvageOf(dialog)->isHidden());
    const auto *bar = dialog.findChild<QProgressBar *>();
    QCOMPARE(bar->value() * 4, bar->maximum());
    dialog.reject();
    QCOMPARE(cancelled.count(), 1);
}

void TestWorkspaceDialogs::sound()
{
    VerifyDialog dialog(u"client"_s);
    QSignalSpy cancelled(&dialog, &VerifyDialog::cancelRequested);
    dialog.setOutcome({VerifyOutcome::Kind::Sound, {u"7 originals"_s}, {}});
    QVERIFY(labelsOf(dialog).contains(u"“client” is sound."_s));
    QVERIFY(labelsOf(dialog).contains("7 originals"_L1));
    QVERIFY(salvageOf(dialog)->isHidden());
    dialog.reject();
    QCOMPARE(cancelled.count(), 0);
}

void TestWorkspaceDialogs::damaged()
{
    VerifyDialog dialog(u"client"_s);
    QSignalSpy salvage(&dialog, &VerifyDialog::salvageRequested);
    dialog.setOutcome({VerifyOutcome::Kind::Damaged, {}, {u"page 3"_s, u"page 4"_s}});
    QVERIFY(labelsOf(dialog).contains(u"“client” is damaged."_s));
    QCOMPARE(dialog.findChild<QPlainTextEdit *>()->toPlainText(), u"page 3\npage 4"_s);
    QVERIFY(!salvageOf(dialog)->isHidden());
    salvageOf(dialog)->click();
    QCOMPARE(salvage.count(), 1);
}

void TestWorkspaceDialogs::stopped()
{
    VerifyDialog dialog(u"client"_s);
    dialog.setOutcome({VerifyOutcome::Kind::Stopped, {}, {}});
    QVERIFY(labelsOf(dialog).contains("Stopped."_L1));
    QVERIFY(salvageOf(dialog)->isHidden());
}

QTEST_MAIN(TestWorkspaceDialogs)
#include "tst_workspacedialogs.moc"
