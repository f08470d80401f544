// SPDX-License-Identifier: GPL-3.0-or-later
#include "main/mainwindow.h"

#include "main/mailboxbar.h"
#include "main/sidelist.h"
#include "main/statusprogress.h"
#include "pages/alignmentpage.h"
#include "pages/casespage.h"
#include "pages/failurespage.h"
#include "pages/importlogpage.h"
#include "pages/overviewpage.h"
#include "pages/reportspage.h"
#include "pages/senderspage.h"
#include "paint/theme.h"
#include "widgets/infostrip.h"

#include <QAction>
#include <QCloseEvent>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QLabel>
#include <QMimeData>
#include <QSplitter>
#include <QStackedWidget>
#include <QStatusBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <limits>
#include <utility>

namespace sekisho {

namespace {

constexpr const char *pageIcons[pageCount] = {"overview", "senders", "alignment", "cases", "failures", "reports", "importlog"};

QStringList localPaths(const QMimeData *data)
{
    QStringList paths;
    for (const QUrl &url : data->urls()) {
        if (url.isLocalFile())
            paths.append(url.toLocalFile());
    }
    return paths;
}

} // namespace

MainWindow::MainWindow(LoadOriginal loadOriginal, LoadFile loadFile, QWidget *parent)
    : QMainWindow(parent)
    , m_stack(new QStackedWidget(this))
    , m_sideList(new SideList(pageCount, this))
    , m_mailboxBar(new MailboxBar(this))
    , m_sampleStrip(new InfoStrip(this))
    , m_workspaceStrip(new InfoStrip(this))
    , m_filterBar(new FilterBar(this))
    , m_backButton(new QToolButton(this))
    , m_forwardButton(new QToolButton(this))
    , m_status(new QLabel(this))
    , m_progress(new StatusProgress(this))
    , m_lookup(new StatusProgress(this))
{
    setAcceptDrops(true);
    createPages(loadOriginal, loadFile);
    createMenus();
    createChrome();
    createStatus();
    endProgress(false);
    retranslate();
    showPage(PageId::Overview);
    resize(1440, 900);
}

void MainWindow::createPages(const LoadOriginal &loadOriginal, const LoadFile &loadFile)
{
    auto *failures = new FailuresPage(loadOriginal, loadFile, this);
    connect(failures, &FailuresPage::countChanged, this, &MainWindow::updateFailures);
    m_pages = {new OverviewPage(this), new SendersPage(this), new AlignmentPage(this), new CasesPage(this), failures,
        new ReportsPage(loadOriginal, this), new ImportLogPage(loadOriginal, this)};
    for (Page *page : m_pages) {
        m_stack->addWidget(page);
        connect(page, &Page::filterRequested, this, &MainWindow::filterRequested);
        connect(page, &Page::pageRequested, this, &MainWindow::showPage);
        connect(page, &Page::openRequested, this, [this] { openFolder(false); });
        connect(page, &Page::ownSenderRequested, this, &MainWindow::ownSenderRequested);
        connect(page, &Page::ownSenderRemoved, this, &MainWindow::ownSenderRemoved);
        connect(page, &Page::ownSendersRequested, this, &MainWindow::openOwnSenders);
        connect(page, &Page::pinRequested, this, &MainWindow::pinRequested);
        connect(page, &Page::pinRemoved, this, &MainWindow::pinRemoved);
        connect(page, &Page::sampleRequested, this, &MainWindow::sampleRequested);
    }
}

void MainWindow::createSideList()
{
    m_sideList->setObjectName(QStringLiteral("sideList"));
    connect(m_sideList, &QListWidget::currentRowChanged, this, [this](int row) {
        if (row < 0)
            return;
        m_stack->setCurrentIndex(row);
        fillCurrentPage();
        updateTitle();
    });
}

QWidget *MainWindow::createTop()
{
    auto *top = new QWidget(this);
    auto *row = new QHBoxLayout(top);
    row->setContentsMargins(8, 0, 0, 0);
    row->setSpacing(2);
    for (QToolButton *button : {m_backButton, m_forwardButton}) {
        button->setAutoRaise(true);
        button->setIconSize({20, 20});
        button->setFixedSize(36, 36);
        row->addWidget(button, 0, Qt::AlignTop);
    }
    m_backButton->setDefaultAction(m_backAction);
    m_forwardButton->setDefaultAction(m_forwardAction);
    row->addWidget(m_filterBar, 1);
    connect(m_filterBar, &FilterBar::filterRequested, this, &MainWindow::filterRequested);
    return top;
}

/// The pages, and below them the mailboxes.
QWidget *MainWindow::createSide()
{
    auto *side = new QWidget(this);
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_sideList, 1);
    layout->addWidget(m_mailboxBar);
    m_mailboxBar->hide();
    connectMailboxes();
    return side;
}

void MainWindow::createChrome()
{
    createSideList();
    auto *splitter = new QSplitter(this);
    splitter->setObjectName(QStringLiteral("sideSplitter"));
    splitter->addWidget(createSide());
    splitter->addWidget(m_stack);
    splitter->setStretchFactor(1, 1);
    splitter->setChildrenCollapsible(false);
    splitter->setSizes({190, 1250});
    m_sampleStrip->hide();
    connect(m_sampleStrip, &InfoStrip::triggered, this, [this] { openFolder(false); });
    m_workspaceStrip->hide();
    connect(m_workspaceStrip, &InfoStrip::triggered, this, &MainWindow::takeStrip);

    auto *central = new QWidget(this);
    auto *layout = new QVBoxLayout(central);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(createTop());
    layout->addWidget(m_sampleStrip);
    layout->addWidget(m_workspaceStrip);
    layout->addWidget(splitter, 1);
    setCentralWidget(central);
}

void MainWindow::createStatus()
{
    statusBar()->addWidget(m_status, 1);
    statusBar()->addPermanentWidget(m_lookup);
    statusBar()->addPermanentWidget(m_progress);
    m_lookup->hide();
    connect(m_progress, &StatusProgress::cancelled, this, &MainWindow::cancelRequested);
    connect(m_lookup, &StatusProgress::cancelled, this, &MainWindow::lookupCancelRequested);
}

void MainWindow::setView(const View &view)
{
    const bool newData = view.dataset != m_view.dataset;
    m_view = view;
    if (newData)
        m_choices = filterChoices(*view.dataset);
    m_filterBar->setFilter(view.filter, m_choices, view.format);
    m_outdated.fill(true);
    // How many failure reports are shown stands in the side list, and their page finds it out.
    m_outdated[size_t(PageId::Failures)] = false;
    m_pages[size_t(PageId::Failures)]->setView(view);
    fillCurrentPage();
    updateSideList();
    updateStatus();
}

/// The other pages wait until they are shown: filling all of them would make every change slow.
void MainWindow::fillCurrentPage()
{
    const auto current = size_t(m_stack->currentIndex());
    if (std::exchange(m_outdated[current], false))
        m_pages[current]->setView(m_view);
}

void MainWindow::setPreferences(const Preferences &preferences)
{
    m_preferences = preferences;
    for (const auto &update : std::as_const(m_updateChoices))
        update();
    updateRecent();
}

void MainWindow::setPaths(const QStringList &paths, bool sample)
{
    m_paths = paths;
    m_sample = sample;
    m_sampleStrip->setVisible(sample);
    updateWorkspace();
    updateTitle();
}

void MainWindow::setHistory(bool canGoBack, bool canGoForward)
{
    m_backAction->setEnabled(canGoBack);
    m_forwardAction->setEnabled(canGoForward);
}

void MainWindow::startProgress(const QString &text)
{
    m_progressTime.start();
    m_progress->set(0, 0, text.isEmpty() ? tr("Looking for files …") : text);
    m_progress->show();
}

void MainWindow::setProgress(const ImportProgress &progress)
{
    const Format &format = m_view.format;
    const qint64 perSecond = progress.files * 1000LL / std::max(1LL, m_progressTime.elapsed());
    m_progress->set(progress.files, std::max(1, progress.filesInAll),
        tr("Reading %1 of %2 files, %3 per second: %4 reports, %5 records")
            .arg(format.number(progress.files), format.number(progress.filesInAll),
                format.number(perSecond), format.number(progress.reports),
                format.number(progress.records)));
}

void MainWindow::endProgress(bool cancelled)
{
    m_progress->hide();
    if (cancelled)
        showMessage(tr("Stopped. What had been read until then is shown."));
}

void MainWindow::setLookupProgress(const ReverseProgress &progress)
{
    const Format &format = m_view.format;
    m_lookup->set(progress.done, progress.total,
        tr("Looking up host names: %1 of %2 addresses, %3 names found")
            .arg(format.number(progress.done), format.number(progress.total),
                format.number(progress.found)));
    m_lookup->show();
}

void MainWindow::endLookup()
{
    m_lookup->hide();
}

void MainWindow::showMessage(const QString &text)
{
    constexpr int milliseconds = 8000;
    statusBar()->showMessage(text, milliseconds);
}

void MainWindow::showPage(PageId page)
{
    m_sideList->setCurrentRow(int(page));
}

PageId MainWindow::currentPage() const
{
    return PageId(m_stack->currentIndex());
}

QString MainWindow::pageName(PageId page)
{
    return QString::fromLatin1(pageIcons[int(page)]);
}

PageId MainWindow::pageNamed(const QString &name)
{
    for (int i = 0; i < pageCount; ++i) {
        if (name == pageName(PageId(i)))
            return PageId(i);
    }
    return PageId::Overview;
}

QVariantMap MainWindow::pageStates() const
{
    QVariantMap states;
    for (int i = 0; i < pageCount; ++i)
        states.insert(QString::fromLatin1(pageIcons[i]), m_pages[size_t(i)]->state());
    return states;
}

void MainWindow::setPageStates(const QVariantMap &states)
{
    for (int i = 0; i < pageCount; ++i) {
        // A page without a state of its own fits itself to what it shows.
        const QVariantMap state = states.value(QString::fromLatin1(pageIcons[i])).toMap();
        if (!state.isEmpty())
            m_pages[size_t(i)]->setState(state);
    }
}

QString MainWindow::pageTitle(PageId id) const
{
    switch (id) {
    case PageId::Overview: return tr("Overview");
    case PageId::Senders: return tr("Senders");
    case PageId::Alignment: return tr("Alignment");
    case PageId::Cases: return tr("Cases");
    case PageId::Failures: return tr("Failures");
    case PageId::Reports: return tr("Reports");
    case PageId::ImportLog: return tr("Import log");
    }
    return {};
}

void MainWindow::updateSideList()
{
    const std::vector<LogItem> &items = m_view.dataset->items;
    const auto problems = std::count_if(items.cbegin(), items.cend(), [](const LogItem &item) {
        return item.status == ItemStatus::Unreadable || item.status == ItemStatus::Conflict;
    });
    const Results &results = *m_view.results;
    const auto set = [this](PageId page, qint64 count, const QString &help) {
        m_sideList->setEntry(int(page), pageTitle(page),
            count > 0 ? m_view.format.number(count) : QString(), help);
    };
    set(PageId::Overview, 0, {});
    set(PageId::Senders, qint64(results.senders.senders.size()),
        tr("%n sender(s) shown", nullptr, int(results.senders.senders.size())));
    set(PageId::Alignment, 0, {});
    const int needing = m_view.cases->needing;
    set(PageId::Cases, needing,
        tr("%n sender(s) spoofing or not set up", nullptr, needing));
    if (needing > 0)
        m_sideList->warn(int(PageId::Cases));
    updateFailures(m_failures);
    set(PageId::Reports, qint64(results.reports.size()),
        tr("%n report(s) shown", nullptr, int(results.reports.size())));
    set(PageId::ImportLog, problems,
        tr("%n item(s) unreadable or in conflict", nullptr, int(problems)));
}

void MainWindow::updateFailures(int shown)
{
    m_failures = shown;
    m_sideList->setEntry(int(PageId::Failures), pageTitle(PageId::Failures),
        shown > 0 ? m_view.format.number(shown) : QString(), tr("%n failure report(s) shown", nullptr, shown));
}

void MainWindow::updateStatus()
{
    const Totals &totals = m_view.results->totals;
    const Format &format = m_view.format;
    if (m_view.dataset->items.empty()) {
        m_status->setText(tr("No reports are open."));
        return;
    }
    // Each count has a plural of its own.
    const auto counted = [&format](const QString &text, qint64 count) { return text.arg(format.number(count)); };
    const auto plural = [](qint64 count) { return int(std::min<qint64>(count, std::numeric_limits<int>::max())); };
    const Counts &counts = totals.counts;
    m_status->setText(
        tr("%1 · %2 · %3 from %4", "messages, records, reports and reporters in the status bar, each with its count")
            .arg(counted(tr("%1 message(s)", nullptr, plural(counts.messages)), counts.messages),
                counted(tr("%1 record(s)", nullptr, plural(counts.records)), counts.records),
                counted(tr("%1 report(s)", nullptr, plural(totals.reports)), totals.reports),
                counted(tr("%1 reporter(s)", nullptr, plural(totals.reporters)), totals.reporters)));
}

void MainWindow::updateTitle()
{
    QString what;
    const WorkspaceState &workspace = m_workspaceMenu->state();
    if (m_sample)
        what = tr("Sample reports");
    else if (workspace.takesReports())
        what = workspace.readOnly.isEmpty() ? workspace.name()
                                            : tr("%1 (read-only)", "a workspace").arg(workspace.name());
    else if (m_paths.size() == 1)
        what = QFileInfo(m_paths.first()).fileName();
    else if (m_paths.size() > 1)
        what = tr("%n place(s)", "files and folders that are open", int(m_paths.size()));
    if (!m_sample && workspace.quickLook && !what.isEmpty())
        what = tr("%1 (quick look)", "files that are shown, but not kept").arg(what);
    const QString program = QStringLiteral("Sekisho");
    setWindowTitle(what.isEmpty() ? program : tr("%1 – %2", "open files – program").arg(what, program));
}

void MainWindow::updateIcons()
{
    for (int i = 0; i < pageCount; ++i)
        m_sideList->setIcon(i, symbolIcon(QString::fromLatin1(pageIcons[i]), palette()));
    m_backAction->setIcon(symbolIcon(QStringLiteral("back"), palette()));
    m_forwardAction->setIcon(symbolIcon(QStringLiteral("forward"), palette()));
    m_progress->updateIcon();
    m_lookup->updateIcon();
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange)
        updateIcons();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    Q_EMIT closing();
    QMainWindow::closeEvent(event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (!localPaths(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    const QStringList paths = localPaths(event->mimeData());
    if (paths.isEmpty())
        return;
    event->acceptProposedAction();
    // Dropped on reports of one's own they join them; the samples give way.
    Q_EMIT openRequested(paths, !m_paths.isEmpty() && !m_sample);
}

} // namespace sekisho
