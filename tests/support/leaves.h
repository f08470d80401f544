// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reading/unpack.h"
#include "support/packing.h"

#include <QStringList>

namespace sekisho::fixture {

inline QString kindName(LeafKind kind)
{
    using namespace Qt::StringLiterals;
    switch (kind) {
    case LeafKind::Xml: return u"xml"_s;
    case LeafKind::Json: return u"json"_s;
    case LeafKind::Failure: return u"failure"_s;
    case LeafKind::OtherMail: return u"mail"_s;
    case LeafKind::Other: return u"other"_s;
    case LeafKind::Problem: return u"problem"_s;
    }
    return {};
}

inline QStringList noteKeys(const Notes &notes)
{
    QStringList keys;
    for (const Note &note : notes.list())
        keys.append(QString(noteKey(note.code)));
    return keys;
}

/// "a.zip > b.xml | xml R1 | notes": one line for each leaf. The id is only there when the bytes
/// are exactly those of packing::report(id).
inline QStringList leavesOf(const QByteArray &bytes, const Limits &limits = {})
{
    using namespace Qt::StringLiterals;
    QStringList lines;
    const Stop never;
    unpack(bytes, limits, never, [&lines](Leaf &&leaf) {
        QString line = leaf.members.join(u" > "_s) + u" | "_s + kindName(leaf.kind);
        const qsizetype at = leaf.bytes.indexOf("<report_id>") + 11;
        const QByteArray id = leaf.bytes.mid(at, leaf.bytes.indexOf("</report_id>") - at);
        if (at >= 11 && leaf.bytes == packing::report(id))
            line += u' ' + QString::fromUtf8(id);
        lines.append(line + u" | "_s + noteKeys(leaf.notes).join(u' '));
    });
    return lines;
}

} // namespace sekisho::fixture
