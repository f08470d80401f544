// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reading/origin.h"
#include "reading/unpack.h"
#include "report/aggregatereport.h"
#include "report/failurereport.h"
#include "report/tlsreport.h"

#include <variant>

namespace sekisho {

enum class ItemKind : quint8 { Aggregate, Tls, Failure, Mail, File };

/// How an item ended. Every file and every item in it has exactly one.
enum class ItemStatus : quint8 {
    Read,
    ReadWithNotes,
    Duplicate, ///< the same content was read before; not counted
    Conflict, ///< same identity as another report, but other content
    NotAReport,
    Unreadable,
};

/// The stable word for exports: "read", "read_with_notes", …
[[nodiscard]] QLatin1StringView statusKey(ItemStatus status);
[[nodiscard]] QLatin1StringView kindKey(ItemKind kind);

/// One item of a file with what was read out of it.
struct ReadItem {
    Origin origin;
    ItemKind kind = ItemKind::File;
    ItemStatus status = ItemStatus::Read;
    Notes notes;
    std::variant<std::monostate, AggregateReport, TlsReport, FailureReport> content;
    qint64 mailDate = 0; ///< UTC seconds; 0: did not come by mail
};

using ReadVisitor = std::function<void(ReadItem &&)>;

/// Reads all items of one file's bytes; `path` is only copied into the origins.
void read(const QByteArray &bytes, const QString &path, const Limits &limits, const Stop &stop,
    const ReadVisitor &visit);

/// The bytes of one item as `read` saw it, or of its container where it could not be unpacked.
[[nodiscard]] QByteArray leafBytes(const QByteArray &bytes, int leaf, const Limits &limits);

} // namespace sekisho
