// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the session that makes what is shown out of what is open: results and verdicts, and
// what leaves the program of them.
#include "session.h"

#include "analysis/cases/facts.h"
#include "base/freedelsewhere.h"
#include "tables/exporttable.h"
#include "tables/summarytext.h"
#include "widgets/whendone.h"

#include <QClipboard>
#include <QDir>
#include <QGuiApplication>
#include <QSaveFile>
#include <QtConcurrentRun>

namespace sekisho {

namespace {

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

} // namespace

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
    const auto run = [next, hosts = hostNames(), stop]() mutable {
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
    };
    whenDone(QtConcurrent::run(&m_pool, run), this, [this, stop](const std::optional<View> &view) {
        if (!view || stop != m_computeStop)
            return;
        m_senders = view->senders;
        View shown = *view;
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
    const auto run = [next = m_view, stop]() mutable {
        judgeAll(next, *stop);
        sumUpCases(next, *stop);
        return next;
    };
    const auto judged = [this, stop, done](const std::optional<View> &view) {
        if (!view || stop != m_computeStop)
            return;
        View shown = *view;
        shown.format = m_view.format;
        m_senders = view->senders;
        show(shown);
        done();
    };
    whenDone(QtConcurrent::run(&m_pool, run), this, judged);
}

void Session::show(View view)
{
    m_view = std::move(view);
    m_window.setView(m_view);
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

} // namespace sekisho
