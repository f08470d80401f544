// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QLatin1StringView>
#include <QList>
#include <QString>

namespace sekisho {

/// How much a finding matters to the reader of the import log.
enum class Severity : quint8 {
    Info, ///< odd, understood, nothing lost
    Warning, ///< something had to be guessed, repaired or left out
    Error, ///< this item could not be read, or a record of it is lost
};

/// What can be found out about input. The table in note.cpp gives each its stable key (used in
/// exports) and severity; tables/notetext.cpp gives each its sentence.
enum class NoteCode : quint8 {
    // Files and folders
    FileMissing,
    FileUnreadable, ///< detail: what the system said
    FileNotRegular, ///< a pipe, device or socket
    FileVanished, ///< listed, but gone or shorter when it was read
    FolderEmpty,
    EmptyFile,
    UnknownContent, ///< neither a report nor anything that can hold one
    TnefNotOpened, ///< winmail.dat
    OutlookMessageNotOpened, ///< .msg
    // Containers
    ContainerDamaged, ///< detail: kind of container
    ContainerTruncated, ///< what could be unpacked was read
    ContainerEmpty,
    MemberDamaged, ///< one member of an archive; detail: its name
    MemberEncrypted,
    CompressionUnsupported, ///< detail: method
    GzipTrailingBytes, ///< count: bytes
    GzipSeveralMembers,
    // Limits
    LimitFileBytes,
    LimitLeafBytes,
    LimitTotalBytes,
    LimitRatio,
    LimitMembers,
    LimitMailParts,
    LimitNesting,
    LimitXmlDepth,
    LimitText, ///< detail: element; the text was cut
    LimitRecords,
    // Mail
    MailWithoutReport,
    MailBounce,
    MailAutoReply,
    MailFeedback, ///< an ARF report that is not about authentication; detail: its Feedback-Type
    MailPartDamaged, ///< a transfer encoding that does not decode; detail: the part's name
    MailboxEmpty,
    // XML
    XmlDoctype, ///< refused: a report has no use for one
    XmlNoReport, ///< no feedback element; detail: the root's name
    XmlNotWellFormed, ///< repaired or read up to there; detail: what is wrong
    XmlTruncated,
    XmlPrologueSkipped, ///< something stood before the report; count: bytes
    XmlTrailingBytes, ///< something stands behind the report
    XmlSeveralReports,
    XmlUnusedBody, ///< the word "unused" in place of a report (Yahoo, 2023)
    EncodingDeclared, ///< not UTF-8; detail: encoding as declared
    EncodingGuessed, ///< declared wrongly or not at all; detail: what was used
    EncodingBytesReplaced, ///< bytes that are no text in that encoding; count: how many
    ByteOrderMark,
    NamespaceOdd, ///< detail: the namespace
    // Report
    ElementUnknown, ///< skipped; detail: its name
    ElementMissing, ///< detail: its name
    ElementEmpty, ///< detail: its name
    ElementRepeated, ///< the first one counts; detail: its name
    ElementMisnamed, ///< detail: the name used
    ValueUnknown, ///< detail: element=value
    ValueNotNumber, ///< detail: element=value
    ValueDecimal, ///< a date or count written as a decimal number; detail: element=value
    AddressInvalid, ///< detail: the text
    AddressMissing,
    CountZero,
    CountNegative,
    EvaluatedNotPassFail, ///< policy_evaluated holds another word; detail: element=value
    ReasonEmpty,
    ReasonText, ///< text instead of type and comment; detail: the text
    NoRecords,
    RecordLost, ///< could not be read at all
    RecordRepaired,
    RecordEmpty, ///< neither source nor messages
    HeaderFromForeign, ///< not below the policy domain; detail: header_from
    PeriodReversed,
    PeriodZero,
    PeriodShort, ///< below six hours
    PeriodLong, ///< above 25 hours; spread over its days
    PassWithoutResult, ///< evaluated pass, but no aligned pass among the results; detail: mechanism
    AlignedButFail, ///< an aligned pass among the results, but evaluated fail; detail: mechanism
    // TLS report
    JsonDamaged,
    JsonNoReport,
    // Failure report
    FailureTextOnly, ///< no feedback part: its fields were read from the text
    FailureWithoutSample, ///< neither the mail nor its header is attached
    FailureFieldMissing, ///< detail: the field
    // Several reports
    DuplicateOf, ///< detail: the first one's file
    ConflictWith, ///< same identity, other content; detail: the other's file
};

/// The stable word for exports, for example "gzip-trailing-bytes".
[[nodiscard]] QLatin1StringView noteKey(NoteCode code);
[[nodiscard]] Severity severity(NoteCode code);
/// All codes, for tests and lists.
[[nodiscard]] QList<NoteCode> allNoteCodes();

/// Where something stands in the bytes of an item; offset -1: nowhere in particular.
struct Place {
    qint64 offset = -1;
    int line = 0; ///< from 1; 0: unknown
    int column = 0; ///< from 1, in bytes

    bool operator==(const Place &) const = default;
};

/// The place of an offset in bytes; lines end with LF, CRLF or a lone CR.
[[nodiscard]] Place placeOf(QByteArrayView bytes, qint64 offset);

/// A finding about input.
struct Note {
    NoteCode code = NoteCode::UnknownContent;
    QString detail; ///< the operand: a name or a value as it stood there
    qint64 count = 1; ///< how often, or the number that the code speaks of
    Place place; ///< of the first one

    bool operator==(const Note &) const = default;
};

/// The findings about one item: equal ones (code and detail) are counted, not repeated.
class Notes final {
public:
    explicit Notes(int most = 200)
        : m_most(most)
    {
    }

    void add(NoteCode code, const QString &detail = {}, Place place = {}, qint64 count = 1);
    void add(const Note &note) { add(note.code, note.detail, note.place, note.count); }
    [[nodiscard]] const QList<Note> &list() const { return m_list; }
    [[nodiscard]] bool has(NoteCode code) const;
    [[nodiscard]] bool isEmpty() const { return m_list.isEmpty(); }
    bool operator==(const Notes &other) const { return m_list == other.m_list; }

private:
    QList<Note> m_list;
    int m_most;
};

/// The most severe of the notes; Info when there is none.
[[nodiscard]] Severity worst(const QList<Note> &notes);

} // namespace sekisho
