// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/reader.h"

#include "reading/aggregatexml.h"
#include "reading/failure.h"
#include "reading/tlsjson.h"

#include <utility>

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

/// Reads the leaves of one file one after the other.
class LeafReader final {
public:
    LeafReader(const QString &path, const Limits &limits, const ReadVisitor &visit)
        : m_path(path)
        , m_limits(limits)
        , m_visit(visit)
    {
    }

    void read(Leaf &&leaf);

private:
    [[nodiscard]] ReadItem itemOf(const Leaf &leaf) const;
    [[nodiscard]] Notes notesOf(const Leaf &leaf) const;
    void readXml(const Leaf &leaf);
    void readJson(const Leaf &leaf);
    void readFailure(const Leaf &leaf);
    void fail(const Leaf &leaf, Notes notes, const Note &problem);

    const QString &m_path;
    const Limits &m_limits;
    const ReadVisitor &m_visit;
    int m_number = 0;
};

ItemStatus statusOf(const Notes &notes)
{
    return worst(notes.list()) == Severity::Info ? ItemStatus::Read : ItemStatus::ReadWithNotes;
}

bool isNoReport(NoteCode code)
{
    return code == NoteCode::XmlNoReport || code == NoteCode::JsonNoReport;
}

/// The beginning of a report, cut off before it said what it is about.
bool saysNothing(const AggregateReport &report)
{
    return report.records.empty() && report.reportId.isEmpty() && report.policy.domain.isEmpty();
}

ReadItem LeafReader::itemOf(const Leaf &leaf) const
{
    ReadItem item;
    item.origin = {m_path, leaf.members, m_number};
    item.mailDate = leaf.mailDate;
    item.notes = leaf.notes;
    return item;
}

/// What unpacking found out, with room for as much as an item may keep.
Notes LeafReader::notesOf(const Leaf &leaf) const
{
    Notes notes(m_limits.notes);
    for (const Note &note : leaf.notes.list())
        notes.add(note);
    return notes;
}

void LeafReader::fail(const Leaf &leaf, Notes notes, const Note &problem)
{
    ReadItem item = itemOf(leaf);
    notes.add(problem);
    item.notes = std::move(notes);
    item.status = isNoReport(problem.code) ? ItemStatus::NotAReport : ItemStatus::Unreadable;
    m_visit(std::move(item));
}

void LeafReader::readXml(const Leaf &leaf)
{
    Notes notes = notesOf(leaf);
    Result<std::vector<AggregateReport>> reports = readAggregateXml(leaf.bytes, m_limits, notes);
    if (!reports) {
        fail(leaf, std::move(notes), reports.problem());
        return;
    }
    auto values = std::move(reports).value();
    const size_t several = values.size();
    if (several == 0) {
        fail(leaf, std::move(notes), {NoteCode::XmlNoReport, {}, 1, {}});
        return;
    }
    for (size_t i = 0; i < several; ++i) {
        ReadItem item = itemOf(leaf);
        if (several > 1)
            item.origin.members.append(u"[%1]"_s.arg(i + 1));
        item.notes = notes;
        if (saysNothing(values[i])) {
            item.status = ItemStatus::Unreadable;
        } else {
            item.kind = ItemKind::Aggregate;
            item.status = statusOf(notes);
            item.content = std::move(values[i]);
        }
        m_visit(std::move(item));
    }
}

void LeafReader::readJson(const Leaf &leaf)
{
    Notes notes = notesOf(leaf);
    Result<TlsReport> report = readTlsReport(leaf.bytes, m_limits, notes);
    if (!report) {
        fail(leaf, std::move(notes), report.problem());
        return;
    }
    ReadItem item = itemOf(leaf);
    item.kind = ItemKind::Tls;
    item.notes = std::move(notes);
    item.status = statusOf(item.notes);
    item.content = std::move(report).value();
    m_visit(std::move(item));
}

/// A mail that somebody forwards may hold several; feedback of other kinds among them is counted
/// as such.
void LeafReader::readFailure(const Leaf &leaf)
{
    Notes notes = notesOf(leaf);
    std::vector<FoundFeedback> found = readFeedback(leaf.bytes, m_limits, notes);
    const size_t several = found.size();
    for (size_t i = 0; i < several; ++i) {
        ReadItem item = itemOf(leaf);
        if (several > 1)
            item.origin.members.append(u"[%1]"_s.arg(i + 1));
        item.kind = ItemKind::Failure;
        item.notes = notes;
        item.status = statusOf(notes);
        if (found[i].report.kind == FeedbackKind::AuthFailure) {
            item.content = std::move(found[i].report);
        } else {
            item.kind = ItemKind::Mail;
            item.status = ItemStatus::NotAReport;
            item.notes.add(NoteCode::MailFeedback, found[i].report.fields.feedbackType);
        }
        m_visit(std::move(item));
    }
    if (several == 0) // beyond a limit
        fail(leaf, std::move(notes), {NoteCode::LimitMailParts, {}, m_limits.mailParts, {}});
}

void LeafReader::read(Leaf &&leaf)
{
    if (leaf.kind == LeafKind::Xml) {
        readXml(leaf);
    } else if (leaf.kind == LeafKind::Json) {
        readJson(leaf);
    } else if (leaf.kind == LeafKind::Failure) {
        readFailure(leaf);
    } else {
        ReadItem item = itemOf(leaf);
        if (leaf.kind == LeafKind::Problem) {
            item.status = ItemStatus::Unreadable;
        } else {
            item.kind = leaf.kind == LeafKind::OtherMail ? ItemKind::Mail : ItemKind::File;
            item.status = ItemStatus::NotAReport;
        }
        m_visit(std::move(item));
    }
    ++m_number;
}

} // namespace

QLatin1StringView statusKey(ItemStatus status)
{
    switch (status) {
    case ItemStatus::Read: return "read"_L1;
    case ItemStatus::ReadWithNotes: return "read_with_notes"_L1;
    case ItemStatus::Duplicate: return "duplicate"_L1;
    case ItemStatus::Conflict: return "conflict"_L1;
    case ItemStatus::NotAReport: return "not_a_report"_L1;
    case ItemStatus::Unreadable: return "unreadable"_L1;
    }
    return {};
}

QLatin1StringView kindKey(ItemKind kind)
{
    switch (kind) {
    case ItemKind::Aggregate: return "aggregate"_L1;
    case ItemKind::Tls: return "tls"_L1;
    case ItemKind::Failure: return "failure"_L1;
    case ItemKind::Mail: return "mail"_L1;
    case ItemKind::File: return "file"_L1;
    }
    return {};
}

void read(const QByteArray &bytes, const QString &path, const Limits &limits, const Stop &stop,
    const ReadVisitor &visit)
{
    LeafReader reader(path, limits, visit);
    unpack(bytes, limits, stop, [&](Leaf &&leaf) { reader.read(std::move(leaf)); });
}

QByteArray leafBytes(const QByteArray &bytes, int leaf, const Limits &limits)
{
    QByteArray found;
    Stop stop;
    int number = 0;
    unpack(bytes, limits, stop, [&](Leaf &&candidate) {
        if (number++ != leaf)
            return;
        found = std::move(candidate.bytes);
        stop.request();
    });
    return found;
}

} // namespace sekisho
