// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/limits.h"
#include "base/note.h"
#include "report/ipaddress.h"

#include <QByteArray>
#include <QHash>

namespace sekisho {

/// Known host names of addresses: from a file of the user's, or looked up on request.
using HostNames = QHash<IpAddress, QString>;

/// Reads "address TAB host name" lines; "#" starts a comment. Lines that are none are noted with
/// their place.
[[nodiscard]] HostNames readHostNames(const QByteArray &tsv, const Limits &limits, Notes &notes);
/// The same lines again, in the order of the addresses.
[[nodiscard]] QByteArray writeHostNames(const HostNames &hosts);

} // namespace sekisho
