// SPDX-License-Identifier: GPL-3.0-or-later
#include "services.h"

#include "sources/files.h"
#include "tables/notetext.h"
#include "tables/servicetext.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

namespace sekisho {

namespace {

std::vector<Service> builtIn()
{
    QFile file(QStringLiteral(":/senders.json"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    Notes notes;
    auto services = readServices(file.readAll(), Limits(), notes);
    return services ? std::move(services).value() : std::vector<Service>();
}

/// The services of a file; what is wrong with it becomes sentences.
std::vector<Service> servicesOf(const QString &path, Limits limits, QStringList &problems)
{
    limits.fileBytes = std::min(limits.fileBytes, qint64(16) << 20);
    const Result<QByteArray> bytes = readFile(fileAt(path), limits);
    if (!bytes) {
        problems.append(noteText(bytes.problem()));
        return {};
    }
    Notes notes;
    auto services = readServices(bytes.value(), limits, notes);
    if (!services) {
        problems.append(serviceProblemText(services.problem()));
        return {};
    }
    for (const Note &note : notes.list())
        problems.append(serviceProblemText(note));
    return std::move(services).value();
}

} // namespace

KnownServices builtInServices()
{
    return KnownServices(builtIn());
}

QString userServicesPath()
{
    // The same for both programs, whatever their names.
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation);
    return QDir(folder).filePath(QStringLiteral("Sekisho/senders.json"));
}

KnownServiceTable servicesWith(const QString &path, const Limits &limits)
{
    KnownServiceTable table;
    table.path = path;
    std::vector<Service> services;
    if (!path.isEmpty() && QFileInfo::exists(path))
        services = servicesOf(path, limits, table.problems);
    table.own = services.size();
    for (Service &service : builtIn())
        services.push_back(std::move(service));
    table.services = std::make_shared<KnownServices>(std::move(services));
    return table;
}

} // namespace sekisho
