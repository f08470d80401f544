// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reading/budget.h"
#include "reading/sniff.h"

#include <QByteArray>

namespace sekisho {

/// What a compressed stream held. With a `problem` set there is nothing to go on with.
struct Inflated {
    QByteArray bytes;
    Notes notes; ///< several members, trailing bytes, truncation
    std::optional<Note> problem;
};

/// Unpacks gzip (libdeflate; zlib where it is not plain), bzip2, xz or zstd (KArchive's filters): all
/// members one after another, what is there of a truncated one, and no byte more than the budget
/// allows.
[[nodiscard]] Inflated inflate(ContentKind kind, const QByteArray &packed, Budget &budget);

} // namespace sekisho
