// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reading/aggregatefields.h"
#include "report/aggregatereport.h"

namespace sekisho {

/// What of a record was there at all.
struct RecordParts {
    bool source = false;
    bool count = false;
    bool identifiers = false;
};

/// Turns one record element into a Record, which is fresh, and says what the element had.
[[nodiscard]] RecordParts readRecord(pugi::xml_node node, FieldReader &fields, Record &record);

/// The named elements in an extension element of RFC 9990 or an `extensions` list around them.
void readExtensions(pugi::xml_node node, FieldReader &fields, QList<Extension> &extensions);

} // namespace sekisho
