// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/aggregatereport.h"

namespace sekisho {

/// Notes what only shows when the whole report is read: its period, From domains outside the
/// policy domain, and evaluations that contradict the results (counted in records). The
/// alignment that takes stays with the report's findings, of which there is one for each record.
void checkReport(AggregateReport &report, Notes &notes);

} // namespace sekisho
