// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/limits.h"
#include "base/note.h"
#include "base/stop.h"
#include "reading/sniff.h"

#include <QByteArray>
#include <QStringList>

#include <functional>

namespace sekisho {

/// What an unpacked item is.
enum class LeafKind : quint8 {
    Xml, ///< may be an aggregate report
    Json, ///< may be a TLS report
    Failure, ///< a mail that is an ARF failure report (Feedback-Type: auth-failure, or a wild variant)
    OtherMail, ///< a mail without a report: bounce, auto-reply, abuse ARF, anything else
    Other, ///< a file that is no report and holds none
    Problem, ///< could not be unpacked; the notes say why
};

/// One item out of a file, with what was found on the way to it.
struct Leaf {
    QStringList members; ///< names of the containers' members on the way, outer first
    LeafKind kind = LeafKind::Other;
    QByteArray bytes; ///< the document; for OtherMail, Failure, Other and Problem the bytes as they are
    Notes notes;
    qint64 mailDate = 0; ///< of the mail it came in, UTC seconds; 0: none
};

using LeafVisitor = std::function<void(Leaf &&)>;

/// Opens containers within containers (RFC 7489 §7.2.1.1, RFC 9990 §4 and whatever comes in the
/// wild) and hands every item to `visit`, in a fixed order. Content decides what a thing is.
/// Member names are never used as paths. Never throws; what cannot be read becomes a Problem.
void unpack(const QByteArray &bytes, const Limits &limits, const Stop &stop, const LeafVisitor &visit);

} // namespace sekisho
