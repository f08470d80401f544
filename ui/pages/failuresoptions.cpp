// SPDX-License-Identifier: GPL-3.0-or-later
// What the menu of options does: a list of URLs, indicators in files, drafts.
#include "pages/failurespage.h"

#include "analysis/failures/recipients.h"
#include "pages/takedown.h"
#include "tables/notetext.h"
#include "tables/sampletables.h"
#include "tables/visibletext.h"
#include "widgets/filesaver.h"
#include "widgets/whendone.h"

#include <QAction>
#include <QButtonGroup>
#include <QDir>
#include <QFileDialog>
#include <QLabel>
#include <QMenu>
#include <QtConcurrentRun>

namespace sekisho {

using namespace Qt::StringLiterals;

QMenu *FailuresPage::createMenu()
{
    auto *menu = new QMenu(this);
    m_showRecipients = menu->addAction(QString());
    m_noBodies = menu->addAction(QString());
    m_showRecipients->setCheckable(true);
    m_noBodies->setCheckable(true);
    menu->addSeparator();
    m_saveCsv = menu->addAction(QString());
    m_saveStix = menu->addAction(QString());
    menu->addSeparator();
    m_chooseList = menu->addAction(QString());
    m_forgetList = menu->addAction(QString());
    menu->addSeparator();
    m_draftJapanese = menu->addAction(QString());
    m_draftEnglish = menu->addAction(QString());
    return menu;
}

void FailuresPage::chooseList()
{
    const QString path = QFileDialog::getOpenFileName(this, tr("Choose a list of URLs or hosts"),
        {}, tr("Lists (*.txt *.csv *.hosts);;All files (*)"));
    if (!path.isEmpty())
        loadList(path);
}

void FailuresPage::loadList(const QString &path)
{
    if (path.isEmpty()) {
        m_urls = {};
        m_listPath.clear();
        m_unknownLines = 0;
        look();
        return;
    }
    const auto readList = [](const Result<QByteArray> &bytes) -> Result<ReadList> {
        if (!bytes)
            return bytes.problem();
        Notes notes;
        ReadList read{readUrlList(bytes.value(), Limits(), notes)};
        for (const Note &note : notes.list())
            read.unknownLines += note.code == NoteCode::ValueUnknown ? note.count : 0;
        return read;
    };
    whenMade(m_loadFile(path), this, readList,
        [this, path](const std::optional<Result<ReadList>> &done) {
            if (done)
                takeList(path, *done);
        });
}

void FailuresPage::takeList(const QString &path, const Result<ReadList> &read)
{
    const QString name = visibleText(QDir::toNativeSeparators(path));
    if (!read) {
        say(tr("The list %1 cannot be read: %2").arg(name, noteText(read.problem())));
        return;
    }
    m_urls = read.value().list;
    m_listPath = path;
    m_unknownLines = read.value().unknownLines;
    look();
}

void FailuresPage::saveIndicators(bool stix)
{
    std::vector<FailureIndex> samples = m_results->shown;
    if (const Campaign *campaign = currentCampaign(); campaign && m_mode->checkedId() == 1)
        samples = campaign->samples;
    const QString path = QFileDialog::getSaveFileName(this, tr("Save the indicators"),
        stix ? u"indicators.json"_s : u"indicators.csv"_s,
        stix ? tr("STIX 2.1 (*.json)") : tr("CSV (*.csv)"));
    if (path.isEmpty())
        return;
    withIndicators(samples, [this, stix, path](const std::vector<Indicator> &indicators) {
        whenDone(saveFile(path, stix ? indicatorStix(indicators) : indicatorCsv(indicators)), this,
            [this, path](const std::optional<QString> &failed) {
                say(failed && failed->isEmpty()
                        ? tr("Saved as %1.").arg(QDir::toNativeSeparators(path))
                        : tr("Not saved: %1").arg(failed.value_or(QString())));
            });
    });
}

void FailuresPage::withIndicators(const std::vector<FailureIndex> &samples,
    const std::function<void(const std::vector<Indicator> &)> &use)
{
    const auto collect = [dataset = m_view.dataset, samples, results = m_results, urls = m_urls,
                             shown = m_showRecipients->isChecked()] {
        std::vector<Indicator> indicators =
            indicatorsOf(*dataset, samples, results->ownDomains, urls);
        return shown ? indicators : masked(std::move(indicators), maskOf(*dataset, samples));
    };
    whenDone(
        QtConcurrent::run(collect), this, [use](const std::optional<std::vector<Indicator>> &done) {
            if (done)
                use(*done);
        });
}

void FailuresPage::showDraft(bool japanese)
{
    const Campaign *campaign = currentCampaign();
    if (!campaign)
        return;
    withIndicators(campaign->samples,
        [this, japanese, dataset = m_view.dataset, shown = *campaign](
            const std::vector<Indicator> &indicators) {
            showTakedownDraft(japanese, *dataset, shown, indicators, m_view.format.utc, this);
        });
}

void FailuresPage::say(const QString &text)
{
    m_note->setText(text);
}

} // namespace sekisho
