// SPDX-License-Identifier: GPL-3.0-or-later
// What the window offers to keep a workspace in order.
#include "session.h"

#include "archive/connection.h"
#include "archive/schema.h"
#include "dialogs/forgetdialog.h"
#include "dialogs/verifydialog.h"
#include "dialogs/workspacesettingsdialog.h"
#include "support/workspacesessionfixture.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QPushButton>

using namespace sekisho;
using namespace Qt::StringLiterals;
using Home = fixture::WorkspaceHome;
using Run = fixture::WorkspaceRun;
using fixture::FilledRun;

class TestSessionUpkeep final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void forgets();
    void verifies();
    void savesACopy();
    void settingsStay();
    void salvages();
};

void TestSessionUpkeep::forgets()
{
    const Home home;
    FilledRun run(home);
    run.action(u"&Forget…"_s)->trigger();
    auto *dialog = run.window().findChild<ForgetDialog *>();
    QVERIFY(dialog);
    const auto boxes = dialog->findChildren<QCheckBox *>();
    const auto combos = dialog->findChildren<QComboBox *>();
    combos[1]->setCurrentText(u"mail.ru"_s);
    boxes[1]->setChecked(true);
    QPushButton *ok = dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
    QTRY_VERIFY(ok->isEnabled());
    QCOMPARE(run.messages(), 1030); // nothing has happened yet
    ok->click();
    auto *box = dialog->findChild<QMessageBox *>();
    QVERIFY(box);
    QVERIFY2(
        box->text().contains("1 report with 1 record and 30 messages"_L1), qPrintable(box->text()));
    box->button(QMessageBox::Yes)->click();
    run.wait();
    QCOMPARE(run.messages(), 1000);
    QVERIFY2(run.said().startsWith("Forgotten: 1 report"_L1), qPrintable(run.said()));
    // It is not taken in again.
    run.action(u"&Look for New Reports"_s)->trigger();
    run.wait();
    QCOMPARE(run.messages(), 1000);
}

void TestSessionUpkeep::verifies()
{
    const Home home;
    FilledRun run(home);
    run.action(u"&Verify…"_s)->trigger();
    auto *dialog = run.window().findChild<VerifyDialog *>();
    QVERIFY(dialog);
    run.wait();
    QStringList texts;
    for (const QLabel *label : dialog->findChildren<QLabel *>())
        texts.append(label->text());
    QVERIFY2(texts.contains(u"“My workspace” is sound."_s) &&
            texts.contains(u"2 originals were read again and compared."_s),
        qPrintable(texts.join(u'\n')));
}

void TestSessionUpkeep::savesACopy()
{
    const Home home;
    const QString copy = home.path(u"copy.sekisho"_s);
    FilledRun run(home);
    Q_EMIT run.window().workspaceMenu().copyRequested(copy);
    run.wait();
    QVERIFY2(run.said().startsWith("Saved a copy as"_L1), qPrintable(run.said()));
    run.action(u"&Compact"_s)->trigger();
    run.wait();
    QVERIFY2(run.said().contains("ompact"_L1), qPrintable(run.said()));
    run.open(copy);
    QCOMPARE(run.state().path, copy);
    QCOMPARE(run.messages(), 1030);
}

void TestSessionUpkeep::settingsStay()
{
    const Home home;
    const WorkspaceSettings settings{false, true, 36'000};
    {
        Run run(home);
        run.start();
        run.action(u"&Settings…"_s)->trigger();
        auto *dialog = run.window().findChild<WorkspaceSettingsDialog *>();
        QVERIFY(dialog);
        QCOMPARE(dialog->settings(), WorkspaceSettings());
        Q_EMIT dialog->settingsChosen(settings);
        dialog->reject();
        run.wait();
    }
    Run run(home);
    run.start();
    run.action(u"&Settings…"_s)->trigger();
    QCOMPARE(run.window().findChild<WorkspaceSettingsDialog *>()->settings(), settings);
}

void TestSessionUpkeep::salvages()
{
    const Home home;
    home.addMany(300);
    const QString client = home.path(u"client.sekisho"_s);
    {
        Run run(home);
        run.start({home.reports()}, client);
        QCOMPARE(run.messages(), 1330);
    }
    qint64 page = 0; // where the records are found
    {
        const auto connection = Connection::open(client, ConnectionUse::Read);
        QVERIFY(connection);
        page = connection.value()
                   ->number("SELECT rootpage FROM sqlite_schema WHERE name = 'record'")
                   .value();
    }
    QFile file(client);
    QVERIFY(file.open(QIODevice::ReadWrite));
    const qint64 size = file.size();
    QVERIFY(file.seek((page - 1) * workspacePageBytes));
    QVERIFY(file.write(QByteArray(workspacePageBytes, 'x')) > 0);
    file.close();
    Run run(home);
    run.start({}, client);
    auto *box = run.window().findChild<QMessageBox *>();
    QVERIFY(box);
    QVERIFY2(box->text().contains("is damaged"_L1), qPrintable(box->text()));
    QAbstractButton *salvage = nullptr;
    for (QAbstractButton *button : box->buttons()) {
        if (button->text().contains("Salvage"_L1))
            salvage = button;
    }
    QVERIFY(salvage);
    salvage->click();
    auto *dialog = run.window().findChild<QFileDialog *>();
    QVERIFY(dialog);
    QVERIFY(dialog->selectedFiles().value(0).endsWith("client salvaged.sekisho"_L1));
    const QString saved = home.path(u"saved.sekisho"_s);
    Q_EMIT dialog->fileSelected(saved);
    dialog->reject();
    run.wait();
    QStringList said;
    for (const QMessageBox *each : run.window().findChildren<QMessageBox *>())
        said.append(each->text());
    QVERIFY2(run.state().path == saved, qPrintable(said.join(u'\n')));
    QCOMPARE(QFileInfo(client).size(), size); // it was left as it is
}

QTEST_MAIN(TestSessionUpkeep)
#include "tst_sessionupkeep.moc"
