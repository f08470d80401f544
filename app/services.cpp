// SPDX-License-Identifier: GPL-3.0-or-later
#include "services.h"

#include <QFile>

namespace sekisho {

KnownServices builtInServices()
{
    QFile file(QStringLiteral(":/senders.json"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    Notes notes;
    auto services = readServices(file.readAll(), Limits(), notes);
    return services ? KnownServices(std::move(services).value()) : KnownServices();
}

} // namespace sekisho
