// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/cases/pins.h"
#include "analysis/ownsenders.h"
#include "cli/arguments.h"
#include "dataset/dataset.h"
#include "dataset/hostnames.h"
#include "tables/format.h"

namespace sekisho {

/// What a command works on.
struct Reports {
    DatasetPtr dataset;
    OwnSenders own;
    Pins pins;
    HostNames hosts;
    std::vector<NamedUrlList> urlLists;
    bool complete = true; ///< false: something went wrong on the way, and was said
    int status = AllRead; ///< another one: there is nothing to work on, and why was said
};

/// Reads the paths, or what a workspace holds after the paths were imported into it, and the files
/// of own senders, host names and addresses that are known. Lines on stderr say what was wrong, and what was imported.
[[nodiscard]] Reports loadReports(const Arguments &arguments, const Format &format);

} // namespace sekisho
