// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/arguments.h"

class QCommandLineParser;

namespace sekisho {

/// What belongs to the command fetch.
void setFetch(const QCommandLineParser &parser, Arguments &arguments);

} // namespace sekisho
