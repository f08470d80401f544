// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/ownsenders.h"
#include "tables/exporttable.h"

#include <QStringList>

namespace sekisho {

/// Exit statuses that scripts rely on.
enum ExitStatus { AllRead = 0, SomeUnreadable = 1, WrongUsage = 2 };

/// What the user asked for on the command line.
struct Arguments {
    QString command; ///< "summary" or "export"
    QString table; ///< of export
    QStringList paths;
    ExportFormat format = ExportFormat::Csv;
    QString output; ///< a file; empty: standard output
    QString language;
    QString ownFile;
    QString hostFile;
    Filter filter;
    bool mask = true; ///< recipients of failure reports
    bool quiet = false;
    bool help = false;
    bool version = false;
    QString problem; ///< set: wrong usage, and why
};

[[nodiscard]] Arguments parseArguments(const QStringList &arguments);
/// How the program is used.
[[nodiscard]] QString usageText();

} // namespace sekisho
