// SPDX-License-Identifier: GPL-3.0-or-later
#include "session.h"

#include "paint/fonts.h"
#include "paint/theme.h"
#include "savedfilter.h"
#include "base/freedelsewhere.h"
#include "sources/files.h"
#include "widgets/whendone.h"

#include <QApplication>
#include <QDir>
#include <QFileInfo>
#include <QMessageBox>
#include <QStyle>
#include <QtConcurrentRun>

namespace sekisho {

namespace {

const QString samplePath = QStringLiteral(":/samples/samples.tar.xz");
const QString sampleOwnSenders = QStringLiteral(":/samples/own.tsv");

/// The desktop's palette; where it brings no style of its own, ours, as light or dark as its.
QPalette systemPalette()
{
    const QPalette standard = QApplication::style()->standardPalette();
    if (QApplication::style()->name() != QStringLiteral("fusion"))
        return standard;
    return isDark(standard) ? darkPalette() : lightPalette();
}

} // namespace

Session::Session(QSettings &settings, const QString &language, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_systemFont(QApplication::font())
    , m_forcedLanguage(language)
    , m_window(originalLoader(), fileLoader())
    , m_services(servicesWith({}, m_limits))
{
    connectWindow();
    connectBooks();
    connectHosts();
    connectServices();
    restore();
    applyPreferences();
    show(m_view);
}

Session::~Session()
{
    if (m_importStop)
        m_importStop->request();
    if (m_computeStop)
        m_computeStop->request();
    if (m_desk)
        m_desk->cancel();
    m_mailboxes.reset(); // before the workspace that it stores into
    m_pool.waitForDone();
}

void Session::connectWindow()
{
    connect(&m_window, &MainWindow::openRequested, this, &Session::open);
    connect(&m_window, &MainWindow::sampleRequested, this, &Session::openSample);
    connect(&m_window, &MainWindow::reloadRequested, this, &Session::reload);
    connect(&m_window, &MainWindow::exportRequested, this, &Session::exportTable);
    connect(&m_window, &MainWindow::summaryCopyRequested, this, &Session::copySummary);
    connect(&m_window, &MainWindow::cancelRequested, this, [this] {
        if (m_importStop)
            m_importStop->request();
        if (m_desk)
            m_desk->cancel();
    });
    connect(&m_window, &MainWindow::filterRequested, this, &Session::setFilter);
    connect(&m_window, &MainWindow::backRequested, this, [this] {
        m_history.back();
        recompute();
    });
    connect(&m_window, &MainWindow::forwardRequested, this, [this] {
        m_history.forward();
        recompute();
    });
    connect(&m_window, &MainWindow::preferencesChanged, this, &Session::setPreferences);
    connect(&m_window, &MainWindow::closing, this, &Session::save);
}

void Session::connectBooks()
{
    for (SenderBook *each : {&m_userBook, &m_sampleBook}) {
        connect(each, &SenderBook::changed, this, [this, each] {
            if (each != &book())
                return;
            m_senders.reset();
            if (!m_importStop)
                recompute();
        });
        connect(each, &SenderBook::failed, this, &Session::fail);
        connect(each, &SenderBook::idle, this, [this] {
            if (isIdle())
                Q_EMIT idle();
        });
    }
    connect(&m_window, &MainWindow::ownSenderRequested, this,
        [this](const OwnSenders::Entry &entry) { book().add(entry); });
    connect(&m_window, &MainWindow::ownSenderRemoved, this,
        [this](const OwnSenders::Entry &entry) { book().remove(entry); });
    connect(&m_window, &MainWindow::ownSendersChosen, this,
        [this](const OwnSenders &own) { book().setOwn(own); });
    connect(&m_window, &MainWindow::suggestionsRequested, this, &Session::suggest);
    connect(&m_window, &MainWindow::pinRequested, this, [this](const Pin &pin) { book().addPin(pin); });
    connect(&m_window, &MainWindow::pinRemoved, this, [this](const Pin &pin) { book().removePin(pin); });
}

void Session::keepSendersIn(const QString &folder, const QString &ownFile)
{
    const QDir place(folder);
    m_ownFileGiven = !ownFile.isEmpty();
    m_ownPath = m_ownFileGiven ? QFileInfo(ownFile).absoluteFilePath()
                               : place.filePath(QStringLiteral("own-senders.tsv"));
    m_pinPath = place.filePath(QStringLiteral("pins.tsv"));
    m_userBook.open(ownSenderFile(m_ownPath, m_limits), pinFile(m_pinPath, m_limits));
}

LoadFile Session::fileLoader()
{
    return [this](const QString &path) {
        return QtConcurrent::run(&m_pool, [path, limits = m_limits] { return readFile(fileAt(path), limits); });
    };
}

/// What was open when the program ended, as far as it is still there.
QStringList Session::lastPaths() const
{
    QStringList last = m_settings.value(QStringLiteral("open/paths")).toStringList();
    last.removeIf([](const QString &path) { return !QFileInfo::exists(path); });
    return last;
}

void Session::start(const QStringList &paths, const QString &workspace)
{
    if (m_desk && (paths.isEmpty() || !workspace.isEmpty())) {
        startWorkspace(workspace, paths);
        return;
    }
    const QStringList last = lastPaths();
    if (!paths.isEmpty())
        open(paths, false);
    else if (!last.isEmpty())
        reopen(last);
    else
        openSample();
}

/// What was open when the program ended, under the filter of then.
void Session::reopen(const QStringList &paths)
{
    m_paths = paths;
    import(m_paths, {});
}

void Session::open(const QStringList &given, bool add)
{
    QStringList paths;
    for (const QString &path : given)
        paths.append(QFileInfo(path).absoluteFilePath());
    if (m_desk && paths.size() == 1 && paths.first().endsWith(QStringLiteral(".sekisho"))) {
        openWorkspace(paths.first(), WorkspaceDesk::How::Open);
    } else if (takesReports()) {
        takeIn(paths);
        addRecent(paths);
    } else {
        openInMemory(paths, add);
    }
}

void Session::openInMemory(const QStringList &paths, bool add)
{
    remember(paths, add);
    import(add ? paths : m_paths, add ? m_dataset : DatasetPtr());
}

/// These are open from now on.
void Session::remember(const QStringList &paths, bool add)
{
    if (!add)
        m_history = FilterHistory();
    m_sample = false;
    m_quick = m_desk != nullptr;
    showWorkspace();
    m_paths = add ? m_paths + paths : paths;
    m_paths.removeDuplicates();
    addRecent(paths);
}

void Session::addRecent(const QStringList &paths)
{
    for (const QString &path : paths) {
        m_preferences.recent.removeAll(path);
        m_preferences.recent.prepend(path);
    }
    constexpr qsizetype mostRecent = 10;
    m_preferences.recent = m_preferences.recent.first(std::min(mostRecent, m_preferences.recent.size()));
    m_window.setPreferences(m_preferences);
}

void Session::openSample()
{
    m_sample = true;
    m_paths = {samplePath};
    m_history = FilterHistory();
    Notes notes;
    const Result<QByteArray> own = readFile(fileAt(sampleOwnSenders), m_limits);
    m_sampleBook.setContent(own ? readOwnSenders(own.value(), notes) : OwnSenders(), {});
    import(m_paths, {});
}

/// Something the user asked for did not work.
void Session::fail(const QString &text)
{
    auto *box = new QMessageBox(
        QMessageBox::Warning, QStringLiteral("Sekisho"), text, QMessageBox::Ok, &m_window);
    box->setTextFormat(Qt::PlainText);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

void Session::reload()
{
    if (showsWorkspace()) {
        takeIn(m_desk->paths().folders);
        return;
    }
    m_reportsBefore = m_dataset->reports.size();
    import(m_paths, {});
}

void Session::import(const QStringList &paths, const DatasetPtr &earlier)
{
    if (paths.isEmpty())
        return;
    import([paths, earlier, limits = m_limits](const Stop &stop, const ReportProgress &progress) {
        return importPaths(paths, earlier, limits, stop, progress);
    });
}

void Session::import(const MakeDataset &make)
{
    if (m_importStop)
        m_importStop->request();
    const auto stop = m_importStop = std::make_shared<Stop>();
    m_window.setPaths(m_paths, m_sample);
    m_window.startProgress();
    const auto progress = [this, stop](const ImportProgress &now) {
        QMetaObject::invokeMethod(this, [this, stop, now] {
            if (stop == m_importStop)
                m_window.setProgress(now);
        });
    };
    const auto run = [make, stop, progress] { return make(*stop, progress); };
    whenDone(QtConcurrent::run(&m_pool, run), this,
        [this, stop](const std::optional<DatasetPtr> &dataset) {
            if (dataset && stop == m_importStop) // else a newer import has taken over
                imported(*dataset, stop->requested());
        });
}

void Session::imported(const DatasetPtr &dataset, bool stopped)
{
    m_importStop.reset();
    m_dataset = freedElsewhere(dataset);
    m_senders.reset();
    m_sampleShown = m_sample;
    m_window.endProgress(stopped);
    if (const auto before = std::exchange(m_reportsBefore, {}); before && !stopped) {
        const size_t now = dataset->reports.size();
        m_window.showMessage(now > *before ? tr("%n new report(s).", nullptr, int(now - *before))
                                           : tr("No new reports."));
    }
    recompute();
}

void Session::setPreferences(const Preferences &preferences)
{
    m_preferences = preferences;
    m_forcedLanguage.clear();
    applyPreferences();
    show(m_view);
}

void Session::applyPreferences()
{
    m_language.set(m_forcedLanguage.isEmpty() ? m_preferences.language : m_forcedLanguage);
    QApplication::setFont(fontFor(m_language.locale(), m_systemFont));
    switch (m_preferences.theme) {
    case Preferences::Theme::System: QApplication::setPalette(systemPalette()); break;
    case Preferences::Theme::Light: QApplication::setPalette(lightPalette()); break;
    case Preferences::Theme::Dark: QApplication::setPalette(darkPalette()); break;
    }
    m_view.format = {m_language.locale(), m_preferences.utc};
    m_window.setPreferences(m_preferences);
    showWorkspace();
}

void Session::restore()
{
    m_preferences.language = m_settings.value(QStringLiteral("window/language")).toString();
    m_preferences.theme = Preferences::Theme(std::clamp(m_settings.value(QStringLiteral("window/theme")).toInt(), 0, 2));
    m_preferences.utc = m_settings.value(QStringLiteral("window/utc"), true).toBool();
    m_preferences.recent = m_settings.value(QStringLiteral("open/recent")).toStringList();
    m_window.restoreGeometry(m_settings.value(QStringLiteral("window/geometry")).toByteArray());
    m_window.setPageStates(m_settings.value(QStringLiteral("window/pages")).toMap());
    m_window.showPage(MainWindow::pageNamed(m_settings.value(QStringLiteral("window/page")).toString()));
    m_history =
        FilterHistory(filterFromMap(m_settings.value(QStringLiteral("open/filter")).toMap()));
    for (const QString &path : m_settings.value(QStringLiteral("open/hostNames")).toStringList()) {
        if (QFileInfo::exists(path))
            loadHostNames(path);
    }
}

void Session::save()
{
    m_settings.setValue(QStringLiteral("window/language"), m_preferences.language);
    m_settings.setValue(QStringLiteral("window/theme"), int(m_preferences.theme));
    m_settings.setValue(QStringLiteral("window/utc"), m_preferences.utc);
    m_settings.setValue(QStringLiteral("open/recent"), m_preferences.recent);
    m_settings.setValue(QStringLiteral("open/paths"), m_sample || m_desk ? QStringList() : m_paths);
    m_settings.setValue(QStringLiteral("open/hostNames"), m_hostPaths);
    m_settings.setValue(QStringLiteral("open/filter"), mapFromFilter(m_history.current()));
    m_settings.setValue(QStringLiteral("window/geometry"), m_window.saveGeometry());
    m_settings.setValue(QStringLiteral("window/pages"), m_window.pageStates());
    m_settings.setValue(QStringLiteral("window/page"), MainWindow::pageName(m_window.currentPage()));
}

} // namespace sekisho
