// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/userdata.h"
#include "shelf.h"

namespace sekisho {

/// The user's own words in a workspace. Where files of the time before workspaces are named they
/// are taken over once, and left as they are.
[[nodiscard]] Shelf<OwnSenders> ownSendersIn(
    const Workspace &workspace, const Shelf<OwnSenders> &former = {});
[[nodiscard]] Shelf<Pins> pinsIn(const Workspace &workspace, const Shelf<Pins> &former = {});
[[nodiscard]] Shelf<HostCache> hostsIn(
    const Workspace &workspace, const Shelf<HostCache> &former = {});

} // namespace sekisho
