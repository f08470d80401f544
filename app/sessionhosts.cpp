// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the session that has to do with host names.
#include "session.h"

#include "dataset/addresses.h"
#include "sources/files.h"
#include "tables/notetext.h"
#include "tables/visibletext.h"
#include "widgets/filesaver.h"
#include "widgets/whendone.h"

#include <QDir>
#include <QFileInfo>
#include <QtConcurrentRun>

namespace sekisho {

namespace {

const QString sampleHosts = QStringLiteral(":/samples/hosts.tsv");

struct HostFile {
    HostNames names;
    Notes notes; ///< lines that are none
};

/// The host names of a file, or why there are none.
Result<HostFile> hostNamesIn(const QString &path, const Limits &limits)
{
    const Result<QByteArray> bytes = readFile(fileAt(path), limits);
    if (!bytes)
        return bytes.problem();
    HostFile file;
    file.names = readHostNames(bytes.value(), limits, file.notes);
    return file;
}

/// The addresses of a view without a name: of what is shown, and of all.
struct Nameless {
    QList<IpAddress> shown;
    QList<IpAddress> all;
};

Nameless namelessOf(const View &view)
{
    return {addressesOf(*view.dataset, view.results->rows),
        addressesOf(*view.dataset, select(*view.dataset, *view.senders, {}, Stop()))};
}

/// The known names of the addresses of a dataset.
QByteArray namesOf(const Dataset &dataset, const SenderIndex &senders)
{
    HostNames names;
    for (quint32 i = 0; i < dataset.addresses.size(); ++i) {
        const QString &host = senders.hostOf({i});
        if (dataset.addresses[i].ip && !host.isEmpty())
            names.insert(*dataset.addresses[i].ip, host);
    }
    return writeHostNames(names);
}

} // namespace

void Session::connectHosts()
{
    connect(&m_window, &MainWindow::hostNamesRequested, this, &Session::loadHostNames);
    connect(&m_window, &MainWindow::hostNamesSaveRequested, this, &Session::saveHostNames);
    connect(&m_window, &MainWindow::lookupOfferRequested, this, &Session::offerLookup);
    connect(&m_window, &MainWindow::lookupRequested, this, &Session::lookUp);
    connect(&m_window, &MainWindow::lookupCancelRequested, &m_hosts, &HostBook::cancel);
    m_window.setResolver([this]() -> Resolver & { return m_hosts.resolver(); });
    connect(&m_hosts, &HostBook::progressed, &m_window, &MainWindow::setLookupProgress);
    connect(&m_hosts, &HostBook::lookedUp, this, &Session::lookedUp);
    connect(&m_hosts, &HostBook::failed, this, &Session::fail);
    connect(&m_hosts, &HostBook::idle, this, &Session::tellIdle);
    connect(&m_hosts, &HostBook::changed, this, [this] {
        m_senders.reset();
        if (!m_importStop)
            recompute();
    });
}

void Session::tellIdle()
{
    if (isIdle())
        Q_EMIT idle();
}

void Session::keepHostNamesIn(const QString &folder)
{
    m_hostPath = QDir(folder).filePath(QStringLiteral("host-names.tsv"));
    m_hosts.open(hostFile(m_hostPath, m_limits));
}

/// The host names that go with what is shown.
HostNames Session::hostNames() const
{
    HostNames names = m_hosts.names();
    if (m_sampleShown) {
        if (const Result<HostFile> sample = hostNamesIn(sampleHosts, m_limits))
            names.insert(sample.value().names);
    }
    return names;
}

void Session::loadHostNames(const QString &path)
{
    const QString whole = QFileInfo(path).absoluteFilePath();
    ++m_loads;
    const auto read = QtConcurrent::run(
        &m_pool, [whole, limits = m_limits] { return hostNamesIn(whole, limits); });
    whenDone(read, this, [this, whole](const std::optional<Result<HostFile>> &done) {
        --m_loads;
        const QString shown = visibleText(QDir::toNativeSeparators(whole));
        if (!done || !done->ok()) {
            m_hostPaths.removeAll(whole);
            fail(tr("%1 could not be read. %2")
                     .arg(shown, done ? noteText(done->problem()) : QString()));
            tellIdle();
            return;
        }
        const HostFile &file = done->value();
        if (!m_hostPaths.contains(whole))
            m_hostPaths.append(whole);
        m_hosts.insert(file.names);
        m_window.showMessage(tr("%n host name(s) loaded.", nullptr, int(file.names.size())));
        if (!file.notes.isEmpty()) {
            const Note &first = file.notes.list().first();
            fail(tr("%1 has %n line(s) that are no host name of an address, the first of them line "
                    "%2: %3",
                nullptr, int(file.notes.list().size()))
                     .arg(shown)
                     .arg(first.place.line)
                     .arg(visibleText(first.detail)));
        }
        tellIdle();
    });
}

void Session::saveHostNames(const QString &path)
{
    ++m_loads;
    const QByteArray tsv = namesOf(*m_view.dataset, *m_view.senders);
    whenDone(saveFile(path, tsv), this, [this, path](const std::optional<QString> &problem) {
        --m_loads;
        const QString shown = visibleText(QDir::toNativeSeparators(path));
        if (problem && problem->isEmpty())
            m_window.showMessage(tr("Saved as %1.").arg(shown));
        else
            fail(tr("%1 could not be written: %2").arg(shown, problem.value_or(QString())));
        tellIdle();
    });
}

/// Counts what a lookup would ask for, and lets the user say whether it may.
void Session::offerLookup()
{
    if (m_hosts.isLookingUp()) {
        m_window.showMessage(tr("Host names are being looked up already."));
        return;
    }
    ++m_loads;
    const auto counted =
        QtConcurrent::run(&m_pool, [view = m_view] { return namelessOf(view); });
    whenDone(counted, this, [this](const std::optional<Nameless> &nameless) {
        --m_loads;
        const Nameless found = nameless.value_or(Nameless());
        m_shownUnknown = m_hosts.unknown(found.shown);
        m_allUnknown = m_hosts.unknown(found.all);
        m_window.offerLookup({m_shownUnknown.size(), m_allUnknown.size(),
            found.shown.size(), found.all.size()});
        tellIdle();
    });
}

void Session::lookUp(bool all)
{
    m_hosts.lookUp(all ? m_allUnknown : m_shownUnknown);
}

void Session::lookedUp(ReverseLookup::End end, const ReverseProgress &progress)
{
    m_window.endLookup();
    const int found = int(progress.found);
    switch (end) {
    case ReverseLookup::End::Complete:
        m_window.showMessage(tr("%n host name(s) found.", nullptr, found));
        break;
    case ReverseLookup::End::Cancelled:
        m_window.showMessage(tr("Stopped. %n host name(s) found until then.", nullptr, found));
        break;
    case ReverseLookup::End::NoServer:
        fail(tr("No name server answers. Look at the network connection, and try again; the "
                "answers until then are kept."));
        break;
    }
}

} // namespace sekisho
