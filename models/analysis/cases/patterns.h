// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dataset/dataset.h"

namespace sekisho {

/// Which of the habits of its reporter a record has to be read with. Part of a pattern.
enum ReporterHabit : quint8 {
    ArcEverywhere = 1, ///< writes ARC results on mail that came directly, too: they say nothing
    ReasonsEverywhere = 2, ///< the same for other override reasons
    HidesSignatures = 4, ///< lists no signature that did not pass: a missing one says nothing
    NeverEnforces = 8, ///< leaves most failing mail alone, whatever the policy asks
};

/// Records that say the same: address, identities, results, reasons and habits of the reporter.
/// What varies between them is summed up. Days are bins of the dataset's whole time.
struct Pattern {
    Row first = 0; ///< one of the records
    quint32 records = 0;
    qint64 messages = 0;
    quint64 reporters = 0; ///< a bit per reporter, modulo 64
    quint64 days = 0; ///< a bit per bin, see Patterns::daysPerBin
    quint8 habits = 0; ///< ReporterHabit
};

/// All records as patterns. At most 64 bins of whole days cover the time of the reports.
struct Patterns {
    std::vector<Pattern> patterns;
    std::vector<quint32> ofRow; ///< index into patterns; of rows that do not count too
    qint64 firstDay = 0; ///< of bin 0, days since 1970-01-01
    qint64 daysPerBin = 1;
    int bins = 1;
};

/// Habits of each reporter, by StringId of ReportInfo::reporter.
[[nodiscard]] std::vector<quint8> reporterHabits(const Dataset &dataset);

[[nodiscard]] Patterns patternsOf(const Dataset &dataset);

/// Whether an override reason carries an ARC result (formats of RFC 8617 §7.2.2 and OpenDMARC).
[[nodiscard]] bool isArcComment(QStringView comment);

} // namespace sekisho
