// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/note.h"

#include <algorithm>
#include <array>

namespace sekisho {

namespace {

struct Entry {
    NoteCode code;
    Severity severity;
    const char *key;
};

using enum NoteCode;
using enum Severity;

constexpr Entry entries[] = {
    {FileMissing, Error, "file-missing"},
    {FileUnreadable, Error, "file-unreadable"},
    {FileNotRegular, Warning, "file-not-regular"},
    {FileVanished, Error, "file-vanished"},
    {FolderEmpty, Warning, "folder-empty"},
    {EmptyFile, Error, "empty-file"},
    {UnknownContent, Info, "unknown-content"},
    {TnefNotOpened, Error, "tnef-not-opened"},
    {OutlookMessageNotOpened, Error, "outlook-message-not-opened"},
    {ContainerDamaged, Error, "container-damaged"},
    {ContainerTruncated, Warning, "container-truncated"},
    {ContainerEmpty, Warning, "container-empty"},
    {MemberDamaged, Error, "member-damaged"},
    {MemberEncrypted, Error, "member-encrypted"},
    {CompressionUnsupported, Error, "compression-unsupported"},
    {GzipTrailingBytes, Info, "gzip-trailing-bytes"},
    {GzipSeveralMembers, Info, "gzip-several-members"},
    {LimitFileBytes, Error, "limit-file-bytes"},
    {LimitLeafBytes, Error, "limit-leaf-bytes"},
    {LimitTotalBytes, Error, "limit-total-bytes"},
    {LimitRatio, Error, "limit-ratio"},
    {LimitMembers, Error, "limit-members"},
    {LimitMailParts, Error, "limit-mail-parts"},
    {LimitNesting, Error, "limit-nesting"},
    {LimitXmlDepth, Error, "limit-xml-depth"},
    {LimitText, Warning, "limit-text"},
    {LimitRecords, Error, "limit-records"},
    {MailWithoutReport, Info, "mail-without-report"},
    {MailBounce, Info, "mail-bounce"},
    {MailAutoReply, Info, "mail-auto-reply"},
    {MailFeedback, Info, "mail-feedback"},
    {MailPartDamaged, Warning, "mail-part-damaged"},
    {MailboxEmpty, Info, "mailbox-empty"},
    {XmlDoctype, Error, "xml-doctype"},
    {XmlNoReport, Info, "xml-no-report"},
    {XmlNotWellFormed, Warning, "xml-not-well-formed"},
    {XmlTruncated, Warning, "xml-truncated"},
    {XmlPrologueSkipped, Warning, "xml-prologue-skipped"},
    {XmlTrailingBytes, Info, "xml-trailing-bytes"},
    {XmlSeveralReports, Info, "xml-several-reports"},
    {XmlUnusedBody, Error, "xml-unused-body"},
    {EncodingDeclared, Info, "encoding-declared"},
    {EncodingGuessed, Warning, "encoding-guessed"},
    {EncodingBytesReplaced, Warning, "encoding-bytes-replaced"},
    {ByteOrderMark, Info, "byte-order-mark"},
    {NamespaceOdd, Info, "namespace-odd"},
    {ElementUnknown, Info, "element-unknown"},
    {ElementMissing, Info, "element-missing"},
    {ElementEmpty, Info, "element-empty"},
    {ElementRepeated, Warning, "element-repeated"},
    {ElementMisnamed, Info, "element-misnamed"},
    {ValueUnknown, Warning, "value-unknown"},
    {ValueNotNumber, Warning, "value-not-number"},
    {ValueDecimal, Info, "value-decimal"},
    {AddressInvalid, Warning, "address-invalid"},
    {AddressMissing, Warning, "address-missing"},
    {CountZero, Warning, "count-zero"},
    {CountNegative, Warning, "count-negative"},
    {EvaluatedNotPassFail, Warning, "evaluated-not-pass-fail"},
    {ReasonEmpty, Info, "reason-empty"},
    {ReasonText, Info, "reason-text"},
    {NoRecords, Warning, "no-records"},
    {RecordLost, Error, "record-lost"},
    {RecordRepaired, Warning, "record-repaired"},
    {RecordEmpty, Warning, "record-empty"},
    {HeaderFromForeign, Warning, "header-from-foreign"},
    {PeriodReversed, Warning, "period-reversed"},
    {PeriodZero, Info, "period-zero"},
    {PeriodShort, Info, "period-short"},
    {PeriodLong, Info, "period-long"},
    {PassWithoutResult, Info, "pass-without-result"},
    {AlignedButFail, Warning, "aligned-but-fail"},
    {JsonDamaged, Error, "json-damaged"},
    {JsonNoReport, Info, "json-no-report"},
    {FailureTextOnly, Info, "failure-text-only"},
    {FailureWithoutSample, Warning, "failure-without-sample"},
    {FailureFieldMissing, Info, "failure-field-missing"},
    {DuplicateOf, Info, "duplicate-of"},
    {ConflictWith, Warning, "conflict-with"},
};

/// Entries stand in the order of the enumeration, so a code is its own index.
constexpr bool inOrder()
{
    for (size_t i = 0; i < std::size(entries); ++i) {
        if (size_t(entries[i].code) != i)
            return false;
    }
    return std::size(entries) == size_t(ConflictWith) + 1;
}
static_assert(inOrder());

} // namespace

QLatin1StringView noteKey(NoteCode code)
{
    return QLatin1StringView(entries[size_t(code)].key);
}

Severity severity(NoteCode code)
{
    return entries[size_t(code)].severity;
}

QList<NoteCode> allNoteCodes()
{
    QList<NoteCode> codes;
    for (const Entry &entry : entries)
        codes.append(entry.code);
    return codes;
}

Place placeOf(QByteArrayView bytes, qint64 offset)
{
    Place place{offset, 1, 1};
    const qint64 end = std::min<qint64>(offset, bytes.size());
    for (qint64 i = 0; i < end; ++i) {
        const bool lineEnd
            = bytes[i] == '\n' || (bytes[i] == '\r' && (i + 1 >= bytes.size() || bytes[i + 1] != '\n'));
        if (lineEnd) {
            ++place.line;
            place.column = 1;
        } else {
            ++place.column;
        }
    }
    return place;
}

void Notes::add(NoteCode code, const QString &detail, Place place, qint64 count)
{
    for (Note &note : m_list) {
        if (note.code == code && note.detail == detail) {
            note.count += count;
            return;
        }
    }
    if (m_list.size() < m_most)
        m_list.append({code, detail, count, place});
}

bool Notes::has(NoteCode code) const
{
    return std::any_of(m_list.cbegin(), m_list.cend(), [code](const Note &n) { return n.code == code; });
}

Severity worst(const QList<Note> &notes)
{
    Severity result = Severity::Info;
    for (const Note &note : notes)
        result = std::max(result, severity(note.code));
    return result;
}

} // namespace sekisho
