// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/cases/knownservices.h"

#include <memory>

namespace sekisho {

/// The services that are known by name: those of the user's file first, then the built-in ones.
struct KnownServiceTable {
    std::shared_ptr<const KnownServices> services;
    size_t own = 0; ///< how many of them are the user's
    QString path; ///< of the user's file, which need not be there
    QStringList problems; ///< in that file, as sentences; such entries are left out
};

/// The services of the resources' senders.json.
[[nodiscard]] KnownServices builtInServices();

/// Where the user's own are looked for: senders.json of the program's folder for settings.
[[nodiscard]] QString userServicesPath();

/// The built-in services with those of a file before them.
[[nodiscard]] KnownServiceTable servicesWith(const QString &path, const Limits &limits);

} // namespace sekisho
