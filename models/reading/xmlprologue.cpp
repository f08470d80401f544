// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/xmlprologue.h"

#include <algorithm>

namespace sekisho {

namespace {

bool isBlank(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\0';
}

bool endsName(char c)
{
    return isBlank(c) || c == '>' || c == '/' || c == '<' || c == '=';
}

qint64 skipBlanks(QByteArrayView text, qint64 at)
{
    while (at < text.size() && isBlank(text[at]))
        ++at;
    return at;
}

bool startsAt(QByteArrayView text, qint64 at, QByteArrayView what)
{
    return text.sliced(at).startsWith(what);
}

bool is(QByteArrayView name, QByteArrayView what)
{
    return name.compare(what, Qt::CaseInsensitive) == 0;
}

/// Behind a comment or processing instruction at `at`; `at` itself where there is none.
qint64 behindAside(QByteArrayView text, qint64 at)
{
    if (startsAt(text, at, "<!--")) {
        const qint64 end = text.indexOf("-->", at);
        return end < 0 ? text.size() : end + 3;
    }
    if (!startsAt(text, at, "<?"))
        return at;
    // One that has not ended where the next tag begins is damaged, and not worth a report.
    const qint64 next = text.indexOf('<', at + 1);
    const qint64 end = text.first(next < 0 ? text.size() : next).indexOf("?>", at);
    return end < 0 ? at : end + 2;
}

bool isDoctype(QByteArrayView text, qint64 at)
{
    constexpr QByteArrayView doctype = "<!DOCTYPE";
    return at + doctype.size() <= text.size() && is(text.sliced(at, doctype.size()), doctype);
}

/// The first element that a report can begin with, or -1. `parts`: also its parts alone.
qint64 findStart(QByteArrayView text, qint64 from, bool parts)
{
    for (qint64 at = text.indexOf('<', from); at >= 0; at = text.indexOf('<', at + 1)) {
        const qint64 behind = behindAside(text, at);
        if (behind != at) {
            at = behind - 1;
            continue;
        }
        const QByteArrayView name = localNameAt(text, at + 1);
        if (is(name, "feedback") ||
            (parts && (is(name, "report_metadata") || is(name, "policy_published"))))
            return at;
    }
    return -1;
}

/// The first document type declaration before `end`, or -1.
qint64 findDoctype(QByteArrayView text, qint64 from, qint64 end)
{
    for (qint64 at = text.indexOf("<!", from); at >= 0 && at < end;
         at = text.indexOf("<!", at + 1)) {
        if (isDoctype(text, at))
            return at;
        at = std::max(at, behindAside(text, at) - 1);
    }
    return -1;
}

/// The name of the root element; of a document type where that comes first.
QByteArrayView rootName(QByteArrayView text, qint64 at)
{
    if (at >= text.size() || text[at] != '<')
        return {};
    if (isDoctype(text, at))
        at = skipBlanks(text, at + qint64(qstrlen("<!DOCTYPE"))) - 1;
    return localNameAt(text, at + 1);
}

/// Behind the last end tag of a feedback element, or -1.
qint64 findEnd(QByteArrayView text, qint64 from)
{
    for (qint64 at = text.lastIndexOf("</"); at > from; at = text.lastIndexOf("</", at - 1)) {
        if (!is(localNameAt(text, at + 2), "feedback"))
            continue;
        const qint64 close = text.indexOf('>', at);
        return close < 0 ? text.size() : close + 1;
    }
    return -1;
}

/// Bytes from `at` on that are no blanks, comments or instructions.
qint64 strayBytes(QByteArrayView text, qint64 at)
{
    for (at = skipBlanks(text, at); at < text.size();) {
        const qint64 behind = behindAside(text, at);
        if (behind == at)
            break;
        at = skipBlanks(text, behind);
    }
    return text.size() - at;
}

} // namespace

QByteArrayView localNameAt(QByteArrayView utf8, qint64 offset)
{
    qint64 end = offset;
    qint64 begin = offset;
    for (; end < utf8.size() && !endsName(utf8[end]); ++end) {
        if (utf8[end] == ':')
            begin = end + 1;
    }
    return utf8.sliced(begin, end - begin);
}

Result<ReportSpan> findReports(QByteArrayView utf8)
{
    qint64 at = skipBlanks(utf8, 0);
    if (at == utf8.size())
        return Note{NoteCode::EmptyFile, {}, 1, {}};
    for (qint64 behind = behindAside(utf8, at); behind != at; behind = behindAside(utf8, at))
        at = skipBlanks(utf8, behind);
    const qint64 proper = at;
    const QByteArrayView root = rootName(utf8, at);
    ReportSpan span;
    if (isDoctype(utf8, at) || !is(root, "feedback")) {
        if (is(utf8.sliced(at).trimmed(), "unused"))
            return Note{NoteCode::XmlUnusedBody, {}, 1, placeOf(utf8, at)};
        at = findStart(utf8, proper, false);
        span.headLost = at < 0;
        if (at < 0)
            at = findStart(utf8, proper, true);
        if (at < 0)
            return Note{
                NoteCode::XmlNoReport, QString::fromUtf8(root).left(100), 1, placeOf(utf8, proper)};
        if (const qint64 doctype = findDoctype(utf8, proper, at); doctype >= 0)
            return Note{NoteCode::XmlDoctype, {}, 1, placeOf(utf8, doctype)};
    }
    span.begin = at;
    span.skipped = at - proper;
    const qint64 end = findEnd(utf8, at);
    span.end = end < 0 ? utf8.size() : end;
    span.trailing = strayBytes(utf8, span.end);
    return span;
}

} // namespace sekisho
