// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/about.h"
#include "dialogs/inspectdialog.h"
#include "dialogs/ownsendersdialog.h"
#include "dialogs/pagehelp.h"
#include "main/mainwindow.h"
#include "main/sidelist.h"
#include "main/statusprogress.h"
#include "tables/exporttable.h"
#include "widgets/infostrip.h"

#include <QAction>
#include <QActionGroup>
#include <QCoreApplication>
#include <QFileDialog>
#include <QMenu>
#include <QMenuBar>
#include <QToolButton>

namespace sekisho {

void MainWindow::createMenus()
{
    createFileMenu();
    createEditMenu();
    createViewMenu();
    createToolsMenu();
    createHelpMenu();
}

QMenu *MainWindow::addMenu(QWidget *parent, const char *text)
{
    auto *menu = new QMenu(parent);
    if (auto *bar = qobject_cast<QMenuBar *>(parent))
        bar->addMenu(menu);
    else
        static_cast<QMenu *>(parent)->addMenu(menu);
    m_translated.append({menu->menuAction(), text});
    return menu;
}

QAction *MainWindow::addEntry(
    QMenu *menu, const char *text, const QKeySequence &keys, std::function<void()> run)
{
    auto *action = new QAction(this);
    action->setShortcut(keys);
    connect(action, &QAction::triggered, this, [run = std::move(run)] { run(); });
    menu->addAction(action);
    m_translated.append({action, text});
    return action;
}

void MainWindow::addChoices(QMenu *menu, const QList<std::pair<const char *, QVariant>> &choices,
    std::function<QVariant()> current, std::function<void(const QVariant &)> choose)
{
    auto *group = new QActionGroup(menu);
    for (const auto &[text, value] : choices) {
        QAction *action = addEntry(menu, text, {}, [choose, value = value] { choose(value); });
        action->setCheckable(true);
        action->setData(value);
        group->addAction(action);
    }
    m_updateChoices.append([group, current = std::move(current)] {
        for (QAction *action : group->actions())
            action->setChecked(action->data() == current());
    });
}

void MainWindow::createFileMenu()
{
    QMenu *menu = addMenu(menuBar(), QT_TR_NOOP("&File"));
    menu->setToolTipsVisible(true);
    m_workspaceMenu = new WorkspaceMenu(menu, this);
    m_openActions = {
        addEntry(menu, QT_TR_NOOP("&Open Folder…"), QKeySequence::Open, [this] { openFolder(false); }),
        addEntry(menu, QT_TR_NOOP("Open F&iles…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O), [this] { openFiles(); })};
    m_addAction = addEntry(menu, QT_TR_NOOP("&Add Folder…"), {}, [this] { openFolder(true); });
    m_recentMenu = addMenu(menu, QT_TR_NOOP("Open &Recent"));
    addEntry(menu, QT_TR_NOOP("Open &Sample Reports"), {}, [this] { Q_EMIT sampleRequested(); });
    menu->addSeparator();
    addEntry(menu, QT_TR_NOOP("Load &Host Names…"), {}, [this] { openHostNames(); });
    addEntry(menu, QT_TR_NOOP("Save Host &Names…"), {}, [this] { saveHostNames(); });
    addEntry(menu, QT_TR_NOOP("&Look for New Reports"), QKeySequence::Refresh, [this] { Q_EMIT reloadRequested(); });
    m_fetchAction = addEntry(menu, QT_TR_NOOP("&Fetch Mail"), QKeySequence(Qt::Key_F9), [this] { Q_EMIT fetchRequested({}); });
    m_fetchAction->setEnabled(false);
    menu->addSeparator();
    createExportMenu(menu);
    menu->addSeparator();
    addEntry(menu, QT_TR_NOOP("&Quit"), QKeySequence::Quit, [this] { close(); });
}

void MainWindow::createExportMenu(QMenu *parent)
{
    QMenu *menu = addMenu(parent, QT_TR_NOOP("&Export"));
    struct Entry {
        const char *text;
        QLatin1StringView table;
    };
    constexpr Entry entries[] = {{QT_TR_NOOP("&Reports…"), QLatin1StringView("reports")},
        {QT_TR_NOOP("Re&cords…"), QLatin1StringView("records")},
        {QT_TR_NOOP("&Senders by Address…"), QLatin1StringView("sources")},
        {QT_TR_NOOP("&Alignment Matrix…"), QLatin1StringView("matrix")},
        {QT_TR_NOOP("&Figures of the Summary…"), QLatin1StringView("summary")},
        {QT_TR_NOOP("&Problems…"), QLatin1StringView("problems")}};
    for (const Entry &entry : entries) {
        addEntry(menu, entry.text, {},
            [this, table = QString(entry.table)] { chooseExportFile(table); });
    }
    menu->addSeparator();
    addEntry(menu, QT_TR_NOOP("Copy Summary as &Text"), {},
        [this] { Q_EMIT summaryCopyRequested(); });
}

void MainWindow::createEditMenu()
{
    QMenu *menu = addMenu(menuBar(), QT_TR_NOOP("&Edit"));
    addEntry(menu, QT_TR_NOOP("&Find"), QKeySequence::Find, [this] { m_filterBar->focusSearch(); });
    addEntry(menu, QT_TR_NOOP("&Clear All Filters"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F),
        [this] { Q_EMIT filterRequested({}); });
}

void MainWindow::createViewMenu()
{
    QMenu *menu = addMenu(menuBar(), QT_TR_NOOP("&View"));
    m_backAction = addEntry(menu, QT_TR_NOOP("&Back"), QKeySequence::Back, [this] { Q_EMIT backRequested(); });
    m_forwardAction = addEntry(menu, QT_TR_NOOP("For&ward"), QKeySequence::Forward, [this] { Q_EMIT forwardRequested(); });
    menu->addSeparator();
    constexpr const char *pages[pageCount] = {QT_TR_NOOP("&Overview"), QT_TR_NOOP("&Senders"),
        QT_TR_NOOP("&Alignment"), QT_TR_NOOP("Cas&es"), QT_TR_NOOP("&Failures"), QT_TR_NOOP("&Reports"), QT_TR_NOOP("&Import Log")};
    for (int i = 0; i < pageCount; ++i)
        addEntry(menu, pages[i], QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_1 + i)), [this, i] { showPage(PageId(i)); });
    menu->addSeparator();
    addChoices(addMenu(menu, QT_TR_NOOP("&Language")),
        {{QT_TR_NOOP("As the system"), QString()}, {QT_TR_NOOP("English"), QStringLiteral("en")},
            {QT_TR_NOOP("日本語"), QStringLiteral("ja")}},
        [this] { return QVariant(m_preferences.language); },
        [this](const QVariant &value) {
            Preferences changed = m_preferences;
            changed.language = value.toString();
            changePreferences(changed);
        });
    addChoices(addMenu(menu, QT_TR_NOOP("&Colours")),
        {{QT_TR_NOOP("As the system"), int(Preferences::Theme::System)},
            {QT_TR_NOOP("Light"), int(Preferences::Theme::Light)},
            {QT_TR_NOOP("Dark"), int(Preferences::Theme::Dark)}},
        [this] { return QVariant(int(m_preferences.theme)); },
        [this](const QVariant &value) {
            Preferences changed = m_preferences;
            changed.theme = Preferences::Theme(value.toInt());
            changePreferences(changed);
        });
    addChoices(addMenu(menu, QT_TR_NOOP("&Times")),
        {{QT_TR_NOOP("UTC"), true}, {QT_TR_NOOP("Local time"), false}},
        [this] { return QVariant(m_preferences.utc); },
        [this](const QVariant &value) {
            Preferences changed = m_preferences;
            changed.utc = value.toBool();
            changePreferences(changed);
        });
}

void MainWindow::createToolsMenu()
{
    QMenu *menu = addMenu(menuBar(), QT_TR_NOOP("&Tools"));
    addEntry(menu, QT_TR_NOOP("&Own Senders…"), {}, [this] { openOwnSenders(); });
    addEntry(menu, QT_TR_NOOP("&Known Services…"), {}, [this] { openServices(); });
    addEntry(menu, QT_TR_NOOP("&Look Up Host Names…"), {}, [this] { Q_EMIT lookupOfferRequested(); });
    addEntry(menu, QT_TR_NOOP("&Inspect a Mail…"), {}, [this] { openInspection(); });
}

void MainWindow::openServices()
{
    auto *dialog = new ServicesDialog(m_services, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ServicesDialog::reloadRequested, this, &MainWindow::servicesReloadRequested);
    dialog->open();
}

void MainWindow::setServices(const ServiceList &services)
{
    m_services = services;
    if (auto *dialog = findChild<ServicesDialog *>())
        dialog->setList(services);
}

void MainWindow::offerLookup(const LookupOffer &offer)
{
    auto *dialog = new HostLookupDialog(offer, m_view.format, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &HostLookupDialog::lookupChosen, this, &MainWindow::lookupRequested);
    dialog->open();
}

void MainWindow::openInspection()
{
    auto *dialog = findChild<InspectDialog *>();
    if (!dialog) {
        dialog = new InspectDialog(this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
    }
    QStringList domains;
    for (const ReportInfo &report : m_view.dataset->reports) {
        const QString &domain = m_view.dataset->text(report.domain);
        if (!domains.contains(domain))
            domains.append(domain);
    }
    dialog->setContext(domains, m_view.format);
    dialog->show();
    dialog->raise();
}

void MainWindow::openOwnSenders()
{
    if (auto *open = findChild<OwnSendersDialog *>()) {
        open->raise();
        return;
    }
    auto *dialog = new OwnSendersDialog(
        *m_view.own, m_view.format, m_choices.domains, m_resolver, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &OwnSendersDialog::sendersChosen, this, &MainWindow::ownSendersChosen);
    dialog->open();
    Q_EMIT suggestionsRequested();
}

void MainWindow::setSuggestions(const std::vector<Suggestion> &suggestions)
{
    if (auto *dialog = findChild<OwnSendersDialog *>())
        dialog->setSuggestions(suggestions);
}

void MainWindow::createHelpMenu()
{
    QMenu *menu = addMenu(menuBar(), QT_TR_NOOP("&Help"));
    addEntry(menu, QT_TR_NOOP("About This &Page"), QKeySequence::HelpContents, [this] { showHelp(); });
    addEntry(menu, QT_TR_NOOP("&About Sekisho"), {}, [this] { showAbout(this); });
}

void MainWindow::retranslate()
{
    for (const Translated &entry : std::as_const(m_translated))
        entry.action->setText(tr(entry.text));
    m_progress->setCancelTexts(tr("Cancel"), tr("Stop reading"));
    m_lookup->setCancelTexts(tr("Cancel"), tr("Stop looking up host names"));
    m_sideList->setAccessibleName(tr("Pages"));
    m_sampleStrip->setTexts(tr("These are sample reports. Open a folder of your own, or drop "
                               "files anywhere on this window."),
        tr("Open Folder…"));
    m_workspaceMenu->retranslate();
    m_filterBar->retranslate();
    setMailboxes(m_mailboxes);
    updateWorkspace();
    updateIcons();
    updateRecent();
    updateSideList();
    updateStatus();
    updateTitle();
}

void MainWindow::updateRecent()
{
    m_recentMenu->clear();
    m_recentMenu->setEnabled(!m_preferences.recent.isEmpty());
    for (const QString &path : std::as_const(m_preferences.recent)) {
        QString text = path;
        text.replace(u'&', QStringLiteral("&&"));
        m_recentMenu->addAction(text, this, [this, path] { Q_EMIT openRequested({path}, false); });
    }
}

void MainWindow::changePreferences(const Preferences &preferences)
{
    setPreferences(preferences);
    Q_EMIT preferencesChanged(preferences);
}

void MainWindow::openFiles()
{
    auto *dialog = new QFileDialog(this, tr("Open reports"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this,
        [this](const QStringList &paths) { Q_EMIT openRequested(paths, false); });
    dialog->open();
}

void MainWindow::openFolder(bool add)
{
    auto *dialog = new QFileDialog(this, add ? tr("Add a folder of reports") : tr("Open a folder of reports"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    connect(dialog, &QFileDialog::fileSelected, this,
        [this, add](const QString &path) { Q_EMIT openRequested({path}, add); });
    dialog->open();
}

void MainWindow::openHostNames()
{
    auto *dialog = new QFileDialog(this, tr("Load host names (lines of address, tab, host name)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this,
        [this](const QString &path) { Q_EMIT hostNamesRequested(path); });
    dialog->open();
}

void MainWindow::saveHostNames()
{
    auto *dialog = new QFileDialog(this, tr("Save the host names of all open reports"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("Host names (*.tsv)")});
    dialog->setDefaultSuffix(QStringLiteral("tsv"));
    dialog->selectFile(QStringLiteral("host-names.tsv"));
    connect(dialog, &QFileDialog::fileSelected, this, &MainWindow::hostNamesSaveRequested);
    dialog->open();
}

void MainWindow::chooseExportFile(const QString &table)
{
    auto *dialog = new QFileDialog(this, tr("Export what is shown"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("CSV tables (*.csv)"), tr("JSON (*.json)")});
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    dialog->selectFile(table + QStringLiteral(".csv"));
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString &filter) {
        dialog->setDefaultSuffix(filter.contains(QStringLiteral("json")) ? QStringLiteral("json")
                                                                         : QStringLiteral("csv"));
    });
    connect(dialog, &QFileDialog::fileSelected, this,
        [this, table](const QString &path) { Q_EMIT exportRequested(table, path); });
    dialog->open();
}

void MainWindow::showHelp()
{
    showPageHelp(currentPage(), pageTitle(currentPage()), this);
}

} // namespace sekisho
