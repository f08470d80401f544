// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspacetools.h"

#include "dialogs/forgetdialog.h"
#include "dialogs/verifydialog.h"
#include "dialogs/workspacesettingsdialog.h"
#include "tables/visibletext.h"
#include "tables/workspacetext.h"

#include <QDate>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QPointer>
#include <QPushButton>

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

VerifyOutcome outcomeOf(const WorkspaceResult<VerifyResult> &result)
{
    VerifyOutcome outcome;
    if (!result) {
        const bool stopped = result.problem().trouble == WorkspaceTrouble::Stopped;
        outcome.kind = stopped ? VerifyOutcome::Kind::Stopped : VerifyOutcome::Kind::Damaged;
        if (!stopped)
            outcome.problems = {workspaceText(result.problem())};
        return outcome;
    }
    outcome.facts = verifiedTexts(result.value());
    for (const VerifyFinding &finding : result.value().findings)
        outcome.problems.append(findingText(finding));
    if (!outcome.problems.isEmpty())
        outcome.kind = VerifyOutcome::Kind::Damaged;
    return outcome;
}

} // namespace

WorkspaceTools::WorkspaceTools(MainWindow &window, WorkspaceDesk &desk, QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_desk(desk)
{
    const WorkspaceMenu *menu = &window.workspaceMenu();
    connect(menu, &WorkspaceMenu::copyRequested, this, &WorkspaceTools::saveCopyAs);
    connect(menu, &WorkspaceMenu::verifyRequested, this, &WorkspaceTools::verifyAll);
    connect(menu, &WorkspaceMenu::compactRequested, this, &WorkspaceTools::compactAll);
    connect(menu, &WorkspaceMenu::forgetRequested, this, &WorkspaceTools::openForget);
    connect(menu, &WorkspaceMenu::settingsRequested, this, &WorkspaceTools::openSettings);
    connect(menu, &WorkspaceMenu::watchRequested, this, &WorkspaceTools::setWatch);
}

void WorkspaceTools::say(const QString &text, bool warning)
{
    auto *box = new QMessageBox(warning ? QMessageBox::Warning : QMessageBox::Information,
        u"Sekisho"_s, text, QMessageBox::Ok, &m_window);
    box->setTextFormat(Qt::PlainText);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

void WorkspaceTools::tell(const WorkspaceProblem &problem)
{
    if (problem.trouble != WorkspaceTrouble::Damaged) {
        say(workspaceText(problem), true);
        return;
    }
    auto *box = new QMessageBox(QMessageBox::Critical, u"Sekisho"_s, workspaceText(problem),
        QMessageBox::Close, &m_window);
    box->setTextFormat(Qt::PlainText);
    box->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton *salvage = box->addButton(tr("&Salvage into a New File…"), QMessageBox::ActionRole);
    box->button(QMessageBox::Close)->setText(tr("Close"));
    connect(box, &QMessageBox::finished, this, [this, box, salvage, path = problem.path] {
        if (box->clickedButton() == salvage)
            chooseSalvage(path);
    });
    box->open();
}

void WorkspaceTools::chooseSalvage(const QString &from)
{
    auto *dialog = new QFileDialog(&m_window, tr("Salvage into a new workspace"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setOption(QFileDialog::DontConfirmOverwrite);
    dialog->setNameFilters({tr("Workspaces (*.sekisho)")});
    dialog->setDefaultSuffix(u"sekisho"_s);
    const QFileInfo info(from);
    dialog->setDirectory(info.path());
    //: The name of a file; %1 is the name of the damaged one
    dialog->selectFile(tr("%1 salvaged").arg(info.completeBaseName()) + u".sekisho"_s);
    connect(dialog, &QFileDialog::fileSelected, this,
        [this, from](const QString &to) { salvageInto(from, to); });
    dialog->open();
}

void WorkspaceTools::salvageInto(const QString &from, const QString &to)
{
    m_window.startProgress(tr("Salvaging …"));
    m_desk.salvageInto(from, to, this, [this, from, to](const WorkspaceResult<SalvageResult> &result) {
        m_window.endProgress(false);
        if (!result) {
            if (result.problem().trouble == WorkspaceTrouble::Damaged)
                say(tr("Nothing of %1 can be read any more.").arg(visibleText(QDir::toNativeSeparators(from))), true);
            else
                tell(result.problem());
            return;
        }
        Q_EMIT openRequested(to);
        say(salvagedText(result.value()), false);
    });
}

void WorkspaceTools::saveCopyAs(const QString &path)
{
    m_window.startProgress(tr("Saving a copy …"));
    m_desk.saveCopyAs(path, this, [this, path](const WorkspaceProblem &problem) {
        m_window.endProgress(false);
        if (problem)
            tell(problem);
        else
            m_window.showMessage(tr("Saved a copy as %1.").arg(visibleText(QDir::toNativeSeparators(path))));
    });
}

void WorkspaceTools::compactAll()
{
    m_window.startProgress(tr("Compacting …"));
    m_desk.makeCompact(this, [this](const WorkspaceResult<qint64> &saved) {
        m_window.endProgress(false);
        if (!saved)
            tell(saved.problem());
        else if (saved.value() > 0)
            m_window.showMessage(
                tr("Compacted: %1 less.", "a size").arg(sizeText(saved.value(), m_window.format())));
        else
            m_window.showMessage(tr("The workspace was compact already."));
    });
}

void WorkspaceTools::verifyAll()
{
    auto *dialog = new VerifyDialog(name(), &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &VerifyDialog::cancelRequested, this, [this] { m_desk.cancel(); });
    connect(dialog, &VerifyDialog::salvageRequested, this,
        [this] { chooseSalvage(m_desk.workspace().path()); });
    const QPointer<VerifyDialog> open = dialog;
    m_desk.check([open](qint64 done, qint64 all) { open->setProgress(done, all); }, dialog,
        [open](const WorkspaceResult<VerifyResult> &result) { open->setOutcome(outcomeOf(result)); });
    dialog->open();
}

void WorkspaceTools::openForget()
{
    FilterChoices choices = filterChoices(*m_desk.dataset());
    choices.domains.sort();
    choices.reporters.sort();
    const ForgetOffer offer{choices.domains, choices.reporters, m_desk.settings().secureDelete,
        QDate::currentDate()};
    auto *dialog = new ForgetDialog(offer, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    const QPointer<ForgetDialog> open = dialog;
    connect(dialog, &ForgetDialog::countRequested, this, [this, open](const ForgetRequest &request) {
        m_desk.count(request, open, [this, open, request](const WorkspaceResult<ForgetResult> &count) {
            if (count)
                open->setCount(request, count.value());
            else
                tell(count.problem());
        });
    });
    connect(dialog, &ForgetDialog::forgetConfirmed, this, &WorkspaceTools::forgetAll);
    dialog->open();
}

void WorkspaceTools::forgetAll(const ForgetRequest &request)
{
    m_window.startProgress(tr("Forgetting …"));
    m_desk.forgetAll(request, this, [this](const WorkspaceResult<ForgetResult> &result) {
        m_window.endProgress(false);
        if (result)
            m_window.showMessage(tr("Forgotten: %1.").arg(forgetText(result.value())));
        else
            tell(result.problem());
    });
}

void WorkspaceTools::openSettings()
{
    auto *dialog = new WorkspaceSettingsDialog(name(), m_desk.settings(), &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &WorkspaceSettingsDialog::settingsChosen, this,
        [this](const WorkspaceSettings &settings) {
            m_desk.setSettings(settings, this, [this](const WorkspaceProblem &problem) {
                if (problem)
                    tell(problem);
                else
                    m_window.showMessage(tr("The settings of the workspace are saved."));
            });
        });
    dialog->open();
}

void WorkspaceTools::setWatch(bool watch)
{
    m_desk.setWatch(watch, this, [this](const WorkspaceProblem &problem) {
        if (problem)
            tell(problem);
    });
    if (watch)
        m_desk.look(true); // what came before
    const int folders = int(m_desk.paths().folders.size());
    m_window.showMessage(!watch ? tr("Folders are not watched any more.")
            : folders == 0
            ? tr("Folders that you add to the workspace are watched from now on.")
            : tr("%n folder(s) are watched while this window is open.", nullptr, folders));
}

} // namespace sekisho
