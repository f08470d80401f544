// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the session that has to do with known services.
#include "session.h"

#include "tables/visibletext.h"
#include "widgets/whendone.h"

#include <QDir>
#include <QtConcurrentRun>

namespace sekisho {

void Session::connectServices()
{
    connect(&m_window, &MainWindow::servicesReloadRequested, this,
        [this] { useServices(m_services.path); });
    showServices();
}

void Session::showServices()
{
    m_window.setServices(
        {m_services.services, m_services.own, m_services.path, m_services.problems});
}

void Session::useServices(const QString &path)
{
    ++m_loads;
    const auto read = QtConcurrent::run(
        &m_pool, [path, limits = m_limits] { return servicesWith(path, limits); });
    whenDone(read, this, [this](const std::optional<KnownServiceTable> &table) {
        --m_loads;
        if (table) {
            const bool same = table->services->services() == m_services.services->services();
            m_services = *table;
            showServices();
            if (!table->problems.isEmpty()) {
                fail(tr("%1 has problems: %2")
                         .arg(visibleText(QDir::toNativeSeparators(table->path)),
                             table->problems.first()));
            }
            if (!same) {
                m_judged.reset(); // the verdicts are of other services
                if (!m_importStop)
                    recompute();
            }
        }
        tellIdle();
    });
}

} // namespace sekisho
