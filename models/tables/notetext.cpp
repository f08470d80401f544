// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/notetext.h"

#include "tables/visibletext.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

/// %1 is the detail of the note. A text with %Ln speaks of its count; the others are followed by a
/// sentence that says how often.
struct Entry {
    NoteCode code;
    const char *text;
};

constexpr Entry entries[] = {
    {NoteCode::FileMissing,
        QT_TRANSLATE_NOOP("NoteText",
            "There is no such file or folder any more, or the path was mistyped. Nothing "
            "was read from it.")},
    {NoteCode::FileUnreadable,
        QT_TRANSLATE_NOOP("NoteText",
            "The file could not be opened: “%1”. Nothing was read from it; check its "
            "permissions and the disk, then read it again.")},
    {NoteCode::FileNotRegular,
        QT_TRANSLATE_NOOP(
            "NoteText", "This is a device, a pipe or a socket, not a file. It was left alone.")},
    {NoteCode::FileVanished,
        QT_TRANSLATE_NOOP("NoteText",
            "The file was listed, but had gone or become shorter when its turn came. Read "
            "it again if it is back.")},
    {NoteCode::FolderEmpty,
        QT_TRANSLATE_NOOP("NoteText", "The folder holds no files. Nothing was read from it.")},
    {NoteCode::EmptyFile,
        QT_TRANSLATE_NOOP("NoteText",
            "The file is empty: 0 bytes. A report may have been lost while it was saved; "
            "fetch it again if you can.")},
    {NoteCode::UnknownContent,
        QT_TRANSLATE_NOOP("NoteText",
            "The content is neither a report nor an archive or mail that could hold one. It"
            " was left alone.")},
    {NoteCode::TnefNotOpened,
        QT_TRANSLATE_NOOP("NoteText",
            "This is winmail.dat, in which Outlook wraps a mail (TNEF). It is not opened, as crafted"
            " ones have often broken its readers. Have the mail sent as plain text or forwarded as an attachment.")},
    {NoteCode::OutlookMessageNotOpened,
        QT_TRANSLATE_NOOP("NoteText",
            "This is a mail in Outlook's own form (.msg), which is not opened. Save it as .eml, or"
            " copy its header and paste it.")},
    {NoteCode::ContainerDamaged,
        QT_TRANSLATE_NOOP("NoteText",
            "The archive (%1) is damaged and could not be opened. Reports in it are missing"
            " from the numbers; fetch the file again if you can.")},
    {NoteCode::ContainerTruncated,
        QT_TRANSLATE_NOOP("NoteText",
            "The archive ends too early. What could be unpacked up to there was read; the "
            "rest is missing.")},
    {NoteCode::ContainerEmpty,
        QT_TRANSLATE_NOOP(
            "NoteText", "The archive holds no files, so there was no report to read.")},
    {NoteCode::MemberDamaged,
        QT_TRANSLATE_NOOP("NoteText",
            "“%1” in the archive is damaged and could not be unpacked. The other members "
            "were read.")},
    {NoteCode::MemberEncrypted,
        QT_TRANSLATE_NOOP("NoteText",
            "This member of the archive is protected by a password. Unpack it yourself and "
            "open the result.")},
    {NoteCode::CompressionUnsupported,
        QT_TRANSLATE_NOOP("NoteText",
            "The archive uses a compression that is not supported: %1. Unpack it yourself "
            "and open the result.")},
    {NoteCode::GzipTrailingBytes,
        QT_TRANSLATE_N_NOOP("NoteText",
            "%Ln byte(s) stand behind the end of the gzip data, as some reporters send it. "
            "They were skipped; nothing is lost.")},
    {NoteCode::GzipSeveralMembers,
        QT_TRANSLATE_NOOP("NoteText",
            "The gzip file consists of several parts one after the other. All were read.")},
    {NoteCode::LimitFileBytes,
        QT_TRANSLATE_NOOP("NoteText",
            "The file is larger than this program reads at all. Nothing was read from it.")},
    {NoteCode::LimitLeafBytes,
        QT_TRANSLATE_NOOP("NoteText",
            "Unpacked, this item is larger than allowed; no real report is that large. It "
            "was not read.")},
    {NoteCode::LimitTotalBytes,
        QT_TRANSLATE_NOOP("NoteText",
            "All items of this file together are larger than allowed once unpacked. Those "
            "after this one were not read.")},
    {NoteCode::LimitRatio,
        QT_TRANSLATE_NOOP("NoteText",
            "This item is packed far more tightly than any real report, as in an archive "
            "made to exhaust memory. It was not unpacked.")},
    {NoteCode::LimitMembers,
        QT_TRANSLATE_NOOP("NoteText",
            "The archive or mailbox has more members than allowed. Those after this one "
            "were not read.")},
    {NoteCode::LimitMailParts,
        QT_TRANSLATE_NOOP("NoteText",
            "The mail has more parts than allowed. The parts after that were not read.")},
    {NoteCode::LimitNesting,
        QT_TRANSLATE_NOOP("NoteText",
            "Containers lie within containers, deeper than allowed. The innermost were not "
            "opened.")},
    {NoteCode::LimitXmlDepth,
        QT_TRANSLATE_NOOP("NoteText",
            "The XML elements are nested deeper than any report needs. The document was not"
            " read.")},
    {NoteCode::LimitText,
        QT_TRANSLATE_NOOP("NoteText",
            "The text of “%1” is longer than allowed and was cut. The rest of the report "
            "was read.")},
    {NoteCode::LimitRecords,
        QT_TRANSLATE_NOOP("NoteText",
            "The report has more records than allowed. Those after the limit are missing "
            "from the numbers.")},
    {NoteCode::MailWithoutReport,
        QT_TRANSLATE_NOOP("NoteText", "This mail has no DMARC report in it. It was left alone.")},
    {NoteCode::MailBounce,
        QT_TRANSLATE_NOOP("NoteText",
            "This is a notice that a mail could not be delivered, not a report. It was left"
            " alone.")},
    {NoteCode::MailAutoReply,
        QT_TRANSLATE_NOOP(
            "NoteText", "This is an automatic reply, not a report. It was left alone.")},
    {NoteCode::MailFeedback,
        QT_TRANSLATE_NOOP("NoteText",
            "This is feedback of the kind “%1”, which says nothing about authentication. It"
            " was left alone.")},
    {NoteCode::MailPartDamaged,
        QT_TRANSLATE_NOOP("NoteText",
            "The part “%1” of the mail does not decode cleanly. It was read as far as it "
            "goes.")},
    {NoteCode::MailboxEmpty,
        QT_TRANSLATE_NOOP(
            "NoteText", "The mailbox holds no messages, so there was no report to read.")},
    {NoteCode::XmlDoctype,
        QT_TRANSLATE_NOOP("NoteText",
            "The XML declares a document type, which no report needs and which can be used "
            "for attacks. It was refused.")},
    {NoteCode::XmlNoReport,
        QT_TRANSLATE_NOOP("NoteText",
            "This XML document is no DMARC report: its outermost element is “%1”. It was "
            "left alone.")},
    {NoteCode::XmlNotWellFormed,
        QT_TRANSLATE_NOOP("NoteText",
            "The XML is not well-formed: %1. It was repaired as far as possible; compare "
            "the records with the original.")},
    {NoteCode::XmlTruncated,
        QT_TRANSLATE_NOOP("NoteText",
            "The XML ends before its end. The records up to there were read; later ones are"
            " missing.")},
    {NoteCode::XmlPrologueSkipped,
        QT_TRANSLATE_N_NOOP("NoteText",
            "%Ln byte(s) stood before the beginning of the XML. They were skipped; nothing "
            "is lost.")},
    {NoteCode::XmlTrailingBytes,
        QT_TRANSLATE_NOOP("NoteText",
            "Something stands behind the end of the report. It was skipped; nothing is "
            "lost.")},
    {NoteCode::XmlSeveralReports,
        QT_TRANSLATE_NOOP("NoteText",
            "The document holds several reports. Each was read as a report of its own.")},
    {NoteCode::XmlUnusedBody,
        QT_TRANSLATE_NOOP("NoteText",
            "The reporter sent the word “unused” in place of a report. There is nothing in "
            "it to read.")},
    {NoteCode::EncodingDeclared,
        QT_TRANSLATE_NOOP("NoteText",
            "The document is written in %1, not in UTF-8. It was converted; nothing is "
            "lost.")},
    {NoteCode::EncodingGuessed,
        QT_TRANSLATE_NOOP("NoteText",
            "The encoding of the document is wrong or missing; it was read as %1. Names "
            "with letters outside ASCII may look odd.")},
    {NoteCode::EncodingBytesReplaced,
        QT_TRANSLATE_N_NOOP("NoteText",
            "%Ln byte(s) are no text in the document’s encoding. Each was replaced by "
            "“U+FFFD”.")},
    {NoteCode::ByteOrderMark,
        QT_TRANSLATE_NOOP("NoteText",
            "The document begins with a byte order mark. It was skipped; nothing is lost.")},
    {NoteCode::NamespaceOdd,
        QT_TRANSLATE_NOOP("NoteText",
            "The report uses an XML namespace that no standard names: “%1”. It was read all"
            " the same.")},
    {NoteCode::ElementUnknown,
        QT_TRANSLATE_NOOP("NoteText",
            "The element “%1” belongs to no standard for reports. It was skipped; the rest "
            "was read.")},
    {NoteCode::ElementMissing,
        QT_TRANSLATE_NOOP("NoteText",
            "The element “%1” is missing, though the standard demands it. The report was "
            "read without it.")},
    {NoteCode::ElementEmpty,
        QT_TRANSLATE_NOOP("NoteText", "The element “%1” is empty. It counts as not given.")},
    {NoteCode::ElementRepeated,
        QT_TRANSLATE_NOOP("NoteText",
            "The element “%1” stands there more than once where one is allowed. The first "
            "one counts.")},
    {NoteCode::ElementMisnamed,
        QT_TRANSLATE_NOOP("NoteText",
            "An element is named “%1”, which is not quite what the standard calls it. It "
            "was understood.")},
    {NoteCode::ValueUnknown,
        QT_TRANSLATE_NOOP("NoteText",
            "A value is no word of the standards: “%1”. It is shown as written and counts "
            "as unknown.")},
    {NoteCode::ValueNotNumber,
        QT_TRANSLATE_NOOP(
            "NoteText", "A number was expected, but “%1” stands there. It counts as 0.")},
    {NoteCode::ValueDecimal,
        QT_TRANSLATE_NOOP("NoteText",
            "“%1” is written with decimals where a whole number belongs. It was understood.")},
    {NoteCode::AddressInvalid,
        QT_TRANSLATE_NOOP("NoteText",
            "“%1” is no IP address. The record was kept, but cannot be grouped with others "
            "by its network.")},
    {NoteCode::AddressMissing,
        QT_TRANSLATE_NOOP("NoteText",
            "A record names no sending address. It was kept; nobody can say which server "
            "sent its messages.")},
    {NoteCode::CountZero,
        QT_TRANSLATE_N_NOOP("NoteText",
            "%Ln record(s) say that they stand for 0 messages. They were kept, but add "
            "nothing to the numbers.")},
    {NoteCode::CountNegative,
        QT_TRANSLATE_N_NOOP("NoteText",
            "%Ln record(s) give a number of messages below zero. Each counts as 0 messages.")},
    {NoteCode::EvaluatedNotPassFail,
        QT_TRANSLATE_NOOP("NoteText",
            "The evaluation says “%1” where only pass or fail is allowed. The outcome was "
            "computed from the results instead.")},
    {NoteCode::ReasonEmpty,
        QT_TRANSLATE_N_NOOP("NoteText",
            "%Ln record(s) give an empty reason for departing from the policy. It says "
            "nothing and was skipped.")},
    {NoteCode::ReasonText,
        QT_TRANSLATE_NOOP("NoteText",
            "A reason is given as plain text, “%1”, instead of a type and a comment. The "
            "text is shown as it is.")},
    {NoteCode::NoRecords,
        QT_TRANSLATE_NOOP(
            "NoteText", "The report has no records: it says nothing about any message.")},
    {NoteCode::RecordLost,
        QT_TRANSLATE_N_NOOP("NoteText",
            "%Ln record(s) could not be read at all. Their messages are missing from the "
            "numbers.")},
    {NoteCode::RecordRepaired,
        QT_TRANSLATE_N_NOOP("NoteText",
            "%Ln record(s) were read out of damaged XML. Their values may be incomplete; "
            "compare them with the original.")},
    {NoteCode::RecordEmpty,
        QT_TRANSLATE_N_NOOP("NoteText",
            "%Ln record(s) have neither a sending address nor a number of messages. They add"
            " nothing to the numbers.")},
    {NoteCode::HeaderFromForeign,
        QT_TRANSLATE_NOOP("NoteText",
            "The From domain “%1” does not belong to the domain that the report is about. "
            "The record was kept.")},
    {NoteCode::PeriodReversed,
        QT_TRANSLATE_NOOP("NoteText",
            "The period of the report ends before it begins. Its messages are counted on "
            "the day of its middle.")},
    {NoteCode::PeriodZero,
        QT_TRANSLATE_NOOP("NoteText",
            "The period of the report ends in the second in which it begins. Its messages "
            "are counted on that day.")},
    {NoteCode::PeriodShort,
        QT_TRANSLATE_NOOP("NoteText",
            "The period of the report is shorter than six hours. Some reporters send "
            "several reports a day; nothing is wrong.")},
    {NoteCode::PeriodLong,
        QT_TRANSLATE_NOOP("NoteText",
            "The period of the report is longer than 25 hours. Its messages are spread "
            "evenly over its days in the charts.")},
    {NoteCode::PassWithoutResult,
        QT_TRANSLATE_NOOP("NoteText",
            "The reporter evaluated %1 as pass, but no aligned pass stands among its "
            "results. The reporter’s word counts, unless you switch to recomputed results.")},
    {NoteCode::AlignedButFail,
        QT_TRANSLATE_NOOP("NoteText",
            "An aligned pass for %1 stands among the results, but the reporter evaluated it"
            " as fail. The reporter’s word counts, unless you switch to recomputed results.")},
    {NoteCode::JsonDamaged,
        QT_TRANSLATE_NOOP("NoteText",
            "The JSON document is damaged and could not be read. A TLS report in it is "
            "missing; fetch it again if you can.")},
    {NoteCode::JsonNoReport,
        QT_TRANSLATE_NOOP("NoteText", "This JSON document is no TLS report. It was left alone.")},
    {NoteCode::FailureTextOnly,
        QT_TRANSLATE_NOOP("NoteText",
            "The failure report has no part for programs. What it says was read from its "
            "text.")},
    {NoteCode::FailureWithoutSample,
        QT_TRANSLATE_NOOP("NoteText",
            "The failure report brings neither the mail nor its header. Only what the "
            "reporter says is known.")},
    {NoteCode::FailureFieldMissing,
        QT_TRANSLATE_NOOP("NoteText",
            "The failure report lacks the field “%1”, which the standard asks for. The rest was "
            "read.")},
    {NoteCode::DuplicateOf,
        QT_TRANSLATE_NOOP(
            "NoteText", "The same report was read before, from “%1”. It is not counted again.")},
    {NoteCode::ConflictWith,
        QT_TRANSLATE_NOOP("NoteText",
            "There is another report of the same reporter, domain, id and period, with different "
            "content: “%1”. Only the newest of them is counted; compare the two.")},
};

/// Entries stand in the order of the enumeration, so a code is its own index.
constexpr bool inOrder()
{
    for (size_t i = 0; i < std::size(entries); ++i) {
        if (size_t(entries[i].code) != i)
            return false;
    }
    return std::size(entries) == size_t(NoteCode::ConflictWith) + 1;
}
static_assert(inOrder());

/// Details come from outside; a sentence with a longer one helps nobody.
constexpr qsizetype detailChars = 300;

QString translated(const char *text, int n = -1)
{
    return QCoreApplication::translate("NoteText", text, nullptr, n);
}

int plural(qint64 count)
{
    return int(std::clamp<qint64>(count, 0, std::numeric_limits<int>::max()));
}

QString joined(const QString &first, const QString &second)
{
    //: two whole sentences, one after the other
    return translated(QT_TRANSLATE_NOOP("NoteText", "%1 %2")).arg(first, second);
}

} // namespace

QString noteText(const Note &note)
{
    const Entry &entry = entries[size_t(note.code)];
    const bool counts = QByteArrayView(entry.text).contains("%Ln");
    QString text = translated(entry.text, counts ? plural(note.count) : -1);
    if (text.contains("%1"_L1))
        text =
            text.arg(note.detail.isEmpty() ? u"–"_s : shortVisibleText(note.detail, detailChars));
    if (!counts && note.count > 1) {
        text = joined(text,
            translated(QT_TRANSLATE_N_NOOP("NoteText", "This was found %Ln time(s)."),
                plural(note.count)));
    }
    if (note.place.line > 0) {
        const char *where = note.count > 1
            ? QT_TRANSLATE_NOOP("NoteText", "The first place is line %1, column %2.")
            : QT_TRANSLATE_NOOP("NoteText", "The place is line %1, column %2.");
        text = joined(text, translated(where).arg(note.place.line).arg(note.place.column));
    }
    return text;
}

QString placeText(const Place &place)
{
    if (place.line > 0) {
        return translated(QT_TRANSLATE_NOOP("NoteText", "Line %1, column %2"))
            .arg(place.line)
            .arg(place.column);
    }
    if (place.offset < 0)
        return {};
    return translated(QT_TRANSLATE_NOOP("NoteText", "Byte %1")).arg(place.offset);
}

QString severityText(Severity severity)
{
    switch (severity) {
    case Severity::Info: return translated(QT_TRANSLATE_NOOP("NoteText", "Info"));
    case Severity::Warning: return translated(QT_TRANSLATE_NOOP("NoteText", "Warning"));
    case Severity::Error: return translated(QT_TRANSLATE_NOOP("NoteText", "Error"));
    }
    return {};
}

QString statusText(ItemStatus status)
{
    switch (status) {
    case ItemStatus::Read: return translated(QT_TRANSLATE_NOOP("NoteText", "Read"));
    case ItemStatus::ReadWithNotes:
        return translated(QT_TRANSLATE_NOOP("NoteText", "Read with notes"));
    case ItemStatus::Duplicate: return translated(QT_TRANSLATE_NOOP("NoteText", "Duplicate"));
    case ItemStatus::Conflict: return translated(QT_TRANSLATE_NOOP("NoteText", "Conflict"));
    case ItemStatus::NotAReport: return translated(QT_TRANSLATE_NOOP("NoteText", "Not a report"));
    case ItemStatus::Unreadable: return translated(QT_TRANSLATE_NOOP("NoteText", "Unreadable"));
    }
    return {};
}

QString statusMeaning(ItemStatus status)
{
    switch (status) {
    case ItemStatus::Read:
        return translated(QT_TRANSLATE_NOOP("NoteText", "It was read completely and is counted."));
    case ItemStatus::ReadWithNotes:
        return translated(QT_TRANSLATE_NOOP(
            "NoteText", "It was read and is counted; the notes say what was odd about it."));
    case ItemStatus::Duplicate:
        return translated(QT_TRANSLATE_NOOP(
            "NoteText", "The same report was read before, so this one is not counted again."));
    case ItemStatus::Conflict:
        return translated(QT_TRANSLATE_NOOP("NoteText",
            "Another report claims to be the same one, but says something else. Only the newest of "
            "them is counted."));
    case ItemStatus::NotAReport:
        return translated(
            QT_TRANSLATE_NOOP("NoteText", "It is something else and has no part in the numbers."));
    case ItemStatus::Unreadable:
        return translated(QT_TRANSLATE_NOOP("NoteText",
            "It could not be read, so whatever it reports is missing from the numbers."));
    }
    return {};
}

QString kindText(ItemKind kind)
{
    switch (kind) {
    case ItemKind::Aggregate: return translated(QT_TRANSLATE_NOOP("NoteText", "Aggregate report"));
    case ItemKind::Tls: return translated(QT_TRANSLATE_NOOP("NoteText", "TLS report"));
    case ItemKind::Failure: return translated(QT_TRANSLATE_NOOP("NoteText", "Failure report"));
    case ItemKind::Mail: return translated(QT_TRANSLATE_NOOP("NoteText", "Mail"));
    case ItemKind::File: return translated(QT_TRANSLATE_NOOP("NoteText", "File"));
    }
    return {};
}

} // namespace sekisho
