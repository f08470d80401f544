// SPDX-License-Identifier: GPL-3.0-or-later
#include "session.h"

#include "paint/fonts.h"
#include "paint/theme.h"
#include "savedfilter.h"
#include "analysis/cases/facts.h"
#include "base/freedelsewhere.h"
#include "import/original.h"
#include "sources/files.h"
#include "tables/exporttable.h"
#include "tables/notetext.h"
#include "tables/summarytext.h"
#include "widgets/whendone.h"

#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QFileInfo>
#include <QMessageBox>
#include <QSaveFile>
#include <QStyle>
#include <QtConcurrentRun>

namespace sekisho {

namespace {

const QString samplePath = QStringLiteral(":/samples/samples.tar.xz");
const QString sampleOwnSenders = QStringLiteral(":/samples/own.tsv");

/// Judges all that is open, and puts the cases beside the senders, where filters find them.
void judgeAll(View &view, const Stop &stop)
{
    // A judgement refers to the index that it was made with: both stay in the view together.
    auto senders = std::make_shared<SenderIndex>(*view.senders);
    view.judgement = freedElsewhere(std::make_shared<Judgement>(
        judge(*view.dataset, *senders, nullptr, *view.own, *view.services, *view.pins, stop)));
    senders->cases = view.judgement->casesOfRows();
    view.senders = freedElsewhere(std::move(senders));
}

/// What is shown by case, once that is known.
void sumUpCases(View &view, const Stop &stop)
{
    view.cases = freedElsewhere(std::make_shared<CaseSummary>(
        caseSummaryOf(*view.judgement, *view.dataset, *view.senders, view.filter, stop)));
}

/// Writes a table of a view; gives the reason where that failed.
QString writeExport(const View &view, const QString &table, const QString &path)
{
    const bool json = path.endsWith(QStringLiteral(".json"), Qt::CaseInsensitive);
    // What is shown is judged already, unless it is being judged just now.
    const Judgement judgement = view.judgement->isEmpty()
        ? judge(*view.dataset, *view.senders, nullptr, *view.own, *view.services, *view.pins, Stop())
        : *view.judgement;
    const ExportTable content = exportTable(table,
        {*view.dataset, *view.senders, *view.results, *view.own, view.filter, judgement});
    QSaveFile file(path);
    const bool written = file.open(QIODevice::WriteOnly) &&
        writeTable(content, json ? ExportFormat::Json : ExportFormat::Csv, file) && file.commit();
    return written ? QString() : file.errorString();
}

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

/// Looks for senders that may be the owner's, for the dialog.
void Session::suggest()
{
    ++m_loads;
    const auto found = QtConcurrent::run(&m_pool, [view = m_view] {
        const LookBack lookBack(*view.dataset, *view.senders, *view.services);
        return suggestionsFor(*view.dataset, *view.senders, lookBack, *view.own, *view.services);
    });
    whenDone(found, this, [this](const std::optional<std::vector<Suggestion>> &suggestions) {
        --m_loads;
        m_window.setSuggestions(suggestions.value_or(std::vector<Suggestion>()));
        if (isIdle())
            Q_EMIT idle();
    });
}

void Session::keepSendersIn(const QString &folder, const QString &ownFile)
{
    const QDir place(folder);
    m_userBook.open(ownFile.isEmpty() ? place.filePath(QStringLiteral("own-senders.tsv"))
                                      : QFileInfo(ownFile).absoluteFilePath(),
        place.filePath(QStringLiteral("pins.tsv")));
}

LoadOriginal Session::originalLoader()
{
    return [this](const Origin &origin) {
        return QtConcurrent::run(&m_pool, [origin, limits = m_limits] { return loadOriginal(origin, limits); });
    };
}

LoadFile Session::fileLoader()
{
    return [this](const QString &path) {
        return QtConcurrent::run(&m_pool, [path, limits = m_limits] { return readFile(fileAt(path), limits); });
    };
}

void Session::start(const QStringList &paths)
{
    QStringList last = m_settings.value(QStringLiteral("open/paths")).toStringList();
    last.removeIf([](const QString &path) { return !QFileInfo::exists(path); });
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
    remember(paths, add);
    import(add ? paths : m_paths, add ? m_dataset : DatasetPtr());
}

/// These are open from now on.
void Session::remember(const QStringList &paths, bool add)
{
    if (!add)
        m_history = FilterHistory();
    m_sample = false;
    m_paths = add ? m_paths + paths : paths;
    m_paths.removeDuplicates();
    for (const QString &path : std::as_const(paths)) {
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

void Session::exportTable(const QString &table, const QString &path)
{
    ++m_loads;
    const auto written = QtConcurrent::run(
        &m_pool, [view = m_view, table, path] { return writeExport(view, table, path); });
    whenDone(written, this, [this, path](const std::optional<QString> &problem) {
        --m_loads;
        const QString shown = QDir::toNativeSeparators(path);
        if (problem && problem->isEmpty())
            m_window.showMessage(tr("Saved as %1.").arg(shown));
        else
            fail(tr("%1 could not be written: %2").arg(shown, problem.value_or(QString())));
        if (isIdle())
            Q_EMIT idle();
    });
}

void Session::copySummary()
{
    const View &view = m_view;
    const CaseCounts cases = view.judgement->isEmpty()
        ? CaseCounts{}
        : caseCounts(*view.judgement, *view.dataset, view.results->rows);
    QGuiApplication::clipboard()->setText(
        summaryText(*view.dataset, *view.results, cases, view.format));
    m_window.showMessage(tr("The summary is on the clipboard."));
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
    QtConcurrent::run(&m_pool, [make, stop, progress] {
        return make(*stop, progress);
    }).then(this, [this, stop](const DatasetPtr &dataset) {
        if (stop == m_importStop) // else a newer import has taken over
            imported(dataset, stop->requested());
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

void Session::setFilter(const Filter &filter)
{
    m_history.push(filter);
    recompute();
}

void Session::recompute()
{
    if (m_computeStop)
        m_computeStop->request();
    const auto stop = m_computeStop = std::make_shared<Stop>();
    View next = m_view;
    next.dataset = m_dataset;
    next.senders = m_senders;
    next.own = book().own();
    next.pins = book().pins();
    next.filter = m_history.current();
    next.services = m_services.services;
    if (!next.senders || next.senders != m_judged) {
        next.judgement = std::make_shared<Judgement>();
        next.cases = std::make_shared<CaseSummary>();
    }
    m_window.setHistory(m_history.canGoBack(), m_history.canGoForward());
    QtConcurrent::run(&m_pool, [next, hosts = hostNames(), stop]() mutable {
        if (!next.senders) {
            SenderIndex senders = makeSenderIndex(*next.dataset, hosts);
            senders.classes = classesOf(*next.dataset, senders, *next.own);
            next.senders = freedElsewhere(std::make_shared<SenderIndex>(std::move(senders)));
        }
        // Verdicts come after the first page is filled, unless the filter asks for them.
        if (next.judgement->isEmpty() && !next.filter.cases.isEmpty())
            judgeAll(next, *stop);
        next.results = freedElsewhere(
            std::make_shared<Results>(compute(*next.dataset, *next.senders, next.filter, *stop)));
        if (!next.judgement->isEmpty())
            sumUpCases(next, *stop);
        return next;
    }).then(this, [this, stop](const View &view) {
        if (stop != m_computeStop)
            return;
        m_senders = view.senders;
        View shown = view;
        shown.format = m_view.format; // the language may have changed meanwhile
        show(shown);
        announceStrangers();
        judgeShown(stop);
    });
}

/// Adds the verdicts to what is shown, where they are missing.
void Session::judgeShown(const std::shared_ptr<Stop> &stop)
{
    const auto done = [this] {
        m_computeStop.reset();
        m_judged = m_senders;
        if (isIdle())
            Q_EMIT idle();
    };
    if (!m_view.judgement->isEmpty() || m_view.dataset->records.size() == 0) {
        done();
        return;
    }
    QtConcurrent::run(&m_pool, [next = m_view, stop]() mutable {
        judgeAll(next, *stop);
        sumUpCases(next, *stop);
        return next;
    }).then(this, [this, stop, done](const View &view) {
        if (stop != m_computeStop)
            return;
        View shown = view;
        shown.format = m_view.format;
        m_senders = view.senders;
        show(shown);
        done();
    });
}

void Session::show(View view)
{
    m_view = std::move(view);
    m_window.setView(m_view);
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
    m_settings.setValue(QStringLiteral("open/paths"), m_sample ? QStringList() : m_paths);
    m_settings.setValue(QStringLiteral("open/hostNames"), m_hostPaths);
    m_settings.setValue(QStringLiteral("open/filter"), mapFromFilter(m_history.current()));
    m_settings.setValue(QStringLiteral("window/geometry"), m_window.saveGeometry());
    m_settings.setValue(QStringLiteral("window/pages"), m_window.pageStates());
    m_settings.setValue(QStringLiteral("window/page"), MainWindow::pageName(m_window.currentPage()));
}

} // namespace sekisho
