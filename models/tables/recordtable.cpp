// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/recordtable.h"

#include "tables/addressorder.h"
#include "tables/column.h"
#include "tables/visibletext.h"

#include <algorithm>

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

using RecordColumn = Column<RecordLine>;
using StringColumn = std::vector<StringId> RecordColumns::*;
using ResultList = std::vector<ResultEntry> Dataset::*;
using FirstColumn = std::vector<quint32> RecordColumns::*;

const RecordColumns &records(const RecordLine &line)
{
    return line.dataset->records;
}

const ReportInfo &report(const RecordLine &line)
{
    return line.dataset->reports[records(line).report[line.row]];
}

QString sourceText(const RecordLine &line)
{
    const Dataset &data = *line.dataset;
    return data.addressText(data.records.address[line.row]);
}

const QString &hostText(const RecordLine &line)
{
    return line.senders->hostOf(records(line).address[line.row]);
}

Cell cellAt(const RecordLine &line)
{
    return Cell::at(cellOf(*line.dataset, line.row, line.basis));
}

template <StringColumn column> QString text(const RecordLine &line, const Format &)
{
    return visibleText(line.dataset->text((records(line).*column)[line.row]));
}

template <StringColumn column> QVariant value(const RecordLine &line)
{
    return text<column>(line, {});
}

template <Outcome Cell::*mechanism> QString outcome(const RecordLine &line, const Format &)
{
    return outcomeText(cellAt(line).*mechanism);
}

template <Outcome Cell::*mechanism> QVariant outcomeValue(const RecordLine &line)
{
    return int(cellAt(line).*mechanism);
}

/// Outcome and Meaning count alike.
template <Outcome Cell::*mechanism> QVariant outcomeExtra(const RecordLine &line, int role)
{
    return role == MeaningRole ? QVariant(int(cellAt(line).*mechanism)) : QVariant();
}

/// What all results of a record say in one respect, in their order: "pass, fail".
template <ResultList list, FirstColumn first, typename Part>
QString joined(const RecordLine &line, Part part)
{
    const auto &starts = records(line).*first;
    QStringList texts;
    for (quint32 i = starts[line.row]; i < starts[line.row + 1]; ++i)
        texts.append(part((line.dataset->*list)[i]));
    return visibleText(texts.join(u", "_s));
}

template <ResultList list, FirstColumn first, StringId ResultEntry::*part>
QString resultPart(const RecordLine &line, const Format &)
{
    return joined<list, first>(
        line, [&line](const ResultEntry &entry) { return line.dataset->text(entry.*part); });
}

template <ResultList list, FirstColumn first, StringId ResultEntry::*part>
QVariant resultPartValue(const RecordLine &line)
{
    return resultPart<list, first, part>(line, {});
}

template <ResultList list, FirstColumn first>
QString resultWord(const RecordLine &line, const Format &)
{
    return joined<list, first>(line, [&line](const ResultEntry &entry) {
        const QString &written = line.dataset->text(entry.resultText);
        return entry.result == AuthResult::Unknown ? written : word(entry.result);
    });
}

template <ResultList list, FirstColumn first> QVariant resultWordValue(const RecordLine &line)
{
    return resultWord<list, first>(line, {});
}

QString dispositionText(const RecordLine &line, const Format &)
{
    const Disposition disposition = records(line).disposition[line.row];
    const StringId written = records(line).dispositionText[line.row];
    return disposition == Disposition::Other ? visibleText(line.dataset->text(written))
                                             : word(disposition);
}

QString reasonsText(const RecordLine &line, const Format &)
{
    const auto &first = records(line).reasonFirst;
    QStringList texts;
    for (quint32 i = first[line.row]; i < first[line.row + 1]; ++i) {
        const ReasonEntry &reason = line.dataset->reasons[i];
        const QString &type = line.dataset->text(reason.type);
        const QString &comment = line.dataset->text(reason.comment);
        texts.append(comment.isEmpty() ? type : u"%1 (%2)"_s.arg(type, comment));
    }
    return visibleText(texts.join(u", "_s));
}

QVariant fixed(const RecordLine &, int role)
{
    return role == FixedRole ? QVariant(true) : QVariant();
}

QVariant reporterExtra(const RecordLine &line, int role)
{
    return role == KeyRole ? QVariant(line.row) : QVariant();
}

bool narrowReporter(const RecordLine &line, Filter &filter, bool exclude)
{
    const QString &reporter = line.dataset->text(report(line).reporter);
    if (exclude || reporter.isEmpty())
        return false;
    filter.reporters = {reporter};
    return true;
}

bool narrowSource(const RecordLine &line, Filter &filter, bool exclude)
{
    narrowToSender(filter, sourceText(line), exclude);
    return true;
}

bool narrowDisposition(const RecordLine &line, Filter &filter, bool exclude)
{
    const Disposition disposition = records(line).disposition[line.row];
    if (exclude || disposition == Disposition::Missing || disposition == Disposition::Other)
        return false;
    filter.dispositions = {word(disposition)};
    return true;
}

/// To all messages whose mechanism ended alike.
template <Outcome Cell::*mechanism>
bool narrowOutcome(const RecordLine &line, Filter &filter, bool exclude)
{
    const Outcome outcome = cellAt(line).*mechanism;
    return narrowToCells(filter, [=](Cell cell) { return (cell.*mechanism == outcome) != exclude; });
}

bool narrowHeaderFrom(const RecordLine &line, Filter &filter, bool exclude)
{
    const QString &domain = line.dataset->text(records(line).headerFrom[line.row]);
    if (exclude || domain.isEmpty())
        return false;
    filter.headerFroms = {domain};
    return true;
}

constexpr Qt::Alignment left = Qt::AlignLeft;
constexpr Qt::Alignment right = Qt::AlignRight;
constexpr auto dkim = &Dataset::dkim;
constexpr auto dkimFirst = &RecordColumns::dkimFirst;
constexpr auto spf = &Dataset::spf;
constexpr auto spfFirst = &RecordColumns::spfFirst;
constexpr auto domain = &ResultEntry::domain;
constexpr auto label = &ResultEntry::label;

const RecordColumn columns[] = {
    {"reporter", QT_TRANSLATE_NOOP("Columns", "Reporter"), left,
        [](const RecordLine &l) { return QVariant(l.dataset->text(report(l).reporter)); },
        [](const RecordLine &l, const Format &) {
            return visibleText(l.dataset->text(report(l).reporter));
        },
        reporterExtra, narrowReporter},
    {"period", QT_TRANSLATE_NOOP("Columns", "Period"), left,
        [](const RecordLine &l) { return QVariant(report(l).period.begin); },
        [](const RecordLine &l, const Format &f) { return f.period(report(l).period); }},
    {"source_ip", QT_TRANSLATE_NOOP("Columns", "Source"), left,
        [](const RecordLine &l) { return QVariant(addressOrder(sourceText(l))); },
        [](const RecordLine &l, const Format &) { return visibleText(sourceText(l)); }, fixed,
        narrowSource, QT_TRANSLATE_NOOP("Columns", "Address that the mail came from")},
    {"host", QT_TRANSLATE_NOOP("Columns", "Host"), left,
        [](const RecordLine &l) { return QVariant(hostText(l)); },
        [](const RecordLine &l, const Format &) { return visibleText(hostText(l)); }, fixed,
        nullptr,
        QT_TRANSLATE_NOOP("Columns", "Known host name of the address, out of a file or looked up when you asked for it")},
    {"count", QT_TRANSLATE_NOOP("Columns", "Messages"), right,
        [](const RecordLine &l) { return QVariant(records(l).count[l.row]); },
        [](const RecordLine &l, const Format &f) { return f.number(records(l).count[l.row]); }},
    {"disposition", QT_TRANSLATE_NOOP("Columns", "Disposition"), left,
        [](const RecordLine &l) { return QVariant(dispositionText(l, {})); }, dispositionText,
        nullptr, narrowDisposition,
        QT_TRANSLATE_NOOP("Columns", "What the receiver did with the messages")},
    {"dkim", QT_TRANSLATE_NOOP("Columns", "DKIM"), left, outcomeValue<&Cell::dkim>,
        outcome<&Cell::dkim>, outcomeExtra<&Cell::dkim>, narrowOutcome<&Cell::dkim>,
        QT_TRANSLATE_NOOP("Columns", "Whether DKIM passed, and for the domain of the From header")},
    {"spf", QT_TRANSLATE_NOOP("Columns", "SPF"), left, outcomeValue<&Cell::spf>,
        outcome<&Cell::spf>, outcomeExtra<&Cell::spf>, narrowOutcome<&Cell::spf>,
        QT_TRANSLATE_NOOP("Columns", "Whether SPF passed, and for the domain of the From header")},
    {"header_from", QT_TRANSLATE_NOOP("Columns", "Header From"), left,
        value<&RecordColumns::headerFrom>, text<&RecordColumns::headerFrom>, fixed,
        narrowHeaderFrom,
        QT_TRANSLATE_NOOP("Columns", "Domain of the From header, which people see")},
    {"envelope_from", QT_TRANSLATE_NOOP("Columns", "Envelope From"), left,
        value<&RecordColumns::envelopeFrom>, text<&RecordColumns::envelopeFrom>, fixed, nullptr,
        QT_TRANSLATE_NOOP("Columns", "Domain of the return address, which SPF checks")},
    {"dkim_domain", QT_TRANSLATE_NOOP("Columns", "DKIM domain"), left,
        resultPartValue<dkim, dkimFirst, domain>, resultPart<dkim, dkimFirst, domain>, fixed},
    {"dkim_selector", QT_TRANSLATE_NOOP("Columns", "DKIM selector"), left,
        resultPartValue<dkim, dkimFirst, label>, resultPart<dkim, dkimFirst, label>, fixed},
    {"dkim_result", QT_TRANSLATE_NOOP("Columns", "DKIM result"), left,
        resultWordValue<dkim, dkimFirst>, resultWord<dkim, dkimFirst>},
    {"spf_domain", QT_TRANSLATE_NOOP("Columns", "SPF domain"), left,
        resultPartValue<spf, spfFirst, domain>, resultPart<spf, spfFirst, domain>, fixed},
    {"spf_result", QT_TRANSLATE_NOOP("Columns", "SPF result"), left, resultWordValue<spf, spfFirst>,
        resultWord<spf, spfFirst>},
    {"reasons", QT_TRANSLATE_NOOP("Columns", "Reasons"), left,
        [](const RecordLine &l) { return QVariant(reasonsText(l, {})); }, reasonsText, nullptr,
        nullptr, QT_TRANSLATE_NOOP("Columns", "Why the receiver departed from the policy")},
};

} // namespace

QString outcomeText(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Aligned: return QCoreApplication::translate("Columns", "aligned");
    case Outcome::Unaligned: return QCoreApplication::translate("Columns", "not aligned");
    case Outcome::Failed: return QCoreApplication::translate("Columns", "fail");
    }
    return {};
}

RecordTable::RecordTable(QObject *parent)
    : TableModel(columns, parent)
{
}

void RecordTable::setRecords(DatasetPtr dataset, std::shared_ptr<const SenderIndex> senders,
    const std::vector<Row> &rows, Basis basis, const Format &format)
{
    std::vector<RecordLine> lines;
    lines.reserve(rows.size());
    for (Row row : rows)
        lines.push_back({dataset.get(), senders.get(), row, basis});
    setRows(std::move(lines), format, keptTogether(std::move(dataset), std::move(senders)));
}

QModelIndex RecordTable::indexOf(Row row) const
{
    const auto found = std::find_if(
        rows().begin(), rows().end(), [row](const RecordLine &line) { return line.row == row; });
    return found == rows().end() ? QModelIndex() : index(int(found - rows().begin()), 0);
}

} // namespace sekisho
