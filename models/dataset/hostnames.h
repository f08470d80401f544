// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/limits.h"
#include "base/note.h"
#include "report/ipaddress.h"

#include <QByteArray>
#include <QHash>

namespace sekisho {

/// Known host names of addresses. Nothing is looked up; they come from a file of the user's.
using HostNames = QHash<IpAddress, QString>;

/// Reads "address TAB host name" lines; "#" starts a comment. Lines that are none are noted with
/// their place.
[[nodiscard]] HostNames readHostNames(const QByteArray &tsv, const Limits &limits, Notes &notes);

} // namespace sekisho
