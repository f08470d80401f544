// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/aggregatereport.h"

namespace sekisho {

/// Notes what only shows when the whole report is read: its period, From domains outside the
/// policy domain, and evaluations that contradict the results (counted in records).
void checkReport(const AggregateReport &report, Notes &notes);

} // namespace sekisho
