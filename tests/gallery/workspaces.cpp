// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of what a user sees of workspaces: the dialogs, the strips above the pages, the menu and
// the words about files that cannot be opened; in both languages, light and dark.
#include "dialogs/forgetdialog.h"
#include "dialogs/verifydialog.h"
#include "dialogs/workspacesettingsdialog.h"
#include "everylook.h"
#include "main/mainwindow.h"
#include "tables/workspacetext.h"

#include <QCheckBox>
#include <QLabel>
#include <QMenu>

using namespace sekisho;
using namespace Qt::StringLiterals;

namespace {

const QString clientPath = u"/home/hanako/顧客/example.sekisho"_s;

ForgetOffer offer(bool secure)
{
    return {{u"example.com"_s, u"example.jp"_s}, {u"google.com"_s, u"mail.ru"_s, u"yahoo.com"_s},
        secure, QDate(2026, 6, 30)};
}

bool forgetPictures(const QString &prefix)
{
    ForgetDialog empty(offer(false));
    bool ok = takePicture(empty, prefix + u"forget-empty.png"_s);
    ForgetDialog counted(offer(true));
    const auto boxes = counted.findChildren<QCheckBox *>();
    boxes[0]->setChecked(true);
    boxes[2]->setChecked(true);
    ForgetResult count;
    count.reports = 1'234;
    count.records = 56'789;
    count.messages = 4'567'890;
    count.failures = 12;
    count.originals = 1'240;
    count.sharedOriginals = 3;
    counted.setCount(counted.request(), count);
    ok = takePicture(counted, prefix + u"forget-counted.png"_s) && ok;
    return ok;
}

bool verifyPictures(const QString &prefix)
{
    VerifyDialog running(u"example"_s);
    running.setProgress(412, 1'204);
    bool ok = takePicture(running, prefix + u"verify-running.png"_s);
    VerifyResult result;
    result.originals = 1'204;
    result.withoutOriginal = 20;
    VerifyDialog sound(u"example"_s);
    sound.setOutcome({VerifyOutcome::Kind::Sound, verifiedTexts(result), {}});
    ok = takePicture(sound, prefix + u"verify-sound.png"_s) && ok;
    const QString report = u"/home/hanako/レポート/google.com!example.jp!1.zip"_s;
    const QStringList problems{
        findingText({VerifyFinding::Kind::FileDamaged, {}, u"row 12 missing from index"_s}),
        findingText({VerifyFinding::Kind::OriginalDamaged, report, u"0f1e2d3c4b5a6978…"_s}),
        findingText({VerifyFinding::Kind::ReportDiffers, report, u"1234567890"_s})};
    VerifyDialog damaged(u"example"_s);
    damaged.setOutcome({VerifyOutcome::Kind::Damaged, verifiedTexts(result), problems});
    damaged.resize(720, 360);
    return takePicture(damaged, prefix + u"verify-damaged.png"_s) && ok;
}

bool stripPictures(const QString &prefix, const Format &format)
{
    MainWindow window({}, {});
    View view;
    view.format = format;
    window.setView(view);
    window.resize(1024, 700);
    WorkspaceState state;
    state.available = true;
    state.quickLook = true;
    state.recent = {clientPath, u"/home/hanako/顧客/example.com.sekisho"_s};
    window.setPaths({u"/home/hanako/レポート"_s}, false);
    window.setWorkspace(state);
    bool ok = takePicture(window, prefix + u"quicklook.png"_s);
    state.quickLook = false;
    state.open = true;
    state.path = clientPath;
    state.watching = true;
    state.interrupted = interruptedText({1'780'272'000, 1'780'272'600, 412}, format);
    window.setWorkspace(state);
    ok = takePicture(window, prefix + u"interrupted.png"_s) && ok;
    QMenu *file = window.findChildren<QMenu *>().first();
    ok = takePicture(*file, prefix + u"menu.png"_s) && ok;
    file->hide();
    for (QMenu *menu : window.findChildren<QMenu *>()) {
        if (menu->title() == WorkspaceMenu::tr("Workspa&ce"))
            ok = takePicture(*menu, prefix + u"menu-workspace.png"_s) && ok;
    }
    state.interrupted.clear();
    state.readOnly = readOnlyText({WorkspaceTrouble::InUse, clientPath, u"4711, tokyo"_s});
    window.setWorkspace(state);
    return takePicture(window, prefix + u"readonly.png"_s) && ok;
}

/// All that can be said of a file, under one another.
bool wordsPicture(const QString &prefix)
{
    QStringList texts;
    for (int i = 1; i <= int(WorkspaceTrouble::Stopped); ++i)
        texts.append(workspaceText({WorkspaceTrouble(i), clientPath, u"12"_s}));
    QLabel words(texts.join(u"\n\n"_s));
    words.setWordWrap(true);
    words.setMargin(16);
    words.setFixedSize(640, words.heightForWidth(640));
    return takePicture(words, prefix + u"words.png"_s);
}

bool picturesOf(const QString &prefix, const Format &format)
{
    WorkspaceSettings settings;
    settings.retentionDays = 730;
    WorkspaceSettingsDialog dialog(u"example"_s, settings);
    bool ok = takePicture(dialog, prefix + u"settings.png"_s);
    ok = forgetPictures(prefix) && ok;
    ok = verifyPictures(prefix) && ok;
    ok = wordsPicture(prefix) && ok;
    return stripPictures(prefix, format) && ok;
}

} // namespace

int main(int argc, char *argv[])
{
    return picturesInEveryLook(argc, argv, u"workspace"_s, picturesOf);
}
