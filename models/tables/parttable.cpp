// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/parttable.h"

#include "tables/addressorder.h"
#include "tables/recordtable.h"
#include "tables/column.h"
#include "tables/visibletext.h"

#include <algorithm>

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

using PartColumn = Column<PartLine>;

const ReportInfo &info(const PartLine &line)
{
    return line.dataset->reports[line.report];
}

bool isRecord(const PartLine &line)
{
    return line.kind == PartLine::Kind::Record;
}

/// The number of a record in the XML, from 0; the other parts come before it.
int number(const PartLine &line)
{
    switch (line.kind) {
    case PartLine::Kind::Report: return PartTable::reportPart;
    case PartLine::Kind::Policy: return PartTable::policyPart;
    case PartLine::Kind::Record: break;
    }
    return int(line.dataset->records.row[line.row]);
}

QString partText(const PartLine &line, const Format &format)
{
    switch (line.kind) {
    case PartLine::Kind::Report: return QCoreApplication::translate("PartTable", "Report");
    case PartLine::Kind::Policy: return QCoreApplication::translate("PartTable", "Policy");
    case PartLine::Kind::Record: break;
    }
    //: one record of a report; %1 is its number
    return QCoreApplication::translate("PartTable", "Record %1")
        .arg(format.number(number(line) + 1));
}

QVariant partValue(const PartLine &line)
{
    // The report before its policy before the records.
    return line.kind == PartLine::Kind::Report ? -2
        : line.kind == PartLine::Kind::Policy  ? -1
                                               : number(line);
}

QString address(const PartLine &line)
{
    const Dataset &data = *line.dataset;
    return data.addressText(data.records.address[line.row]);
}

QString sourceText(const PartLine &line, const Format &)
{
    switch (line.kind) {
    case PartLine::Kind::Report: return visibleText(line.dataset->text(info(line).orgName));
    case PartLine::Kind::Policy: return visibleText(line.dataset->text(info(line).domain));
    case PartLine::Kind::Record: break;
    }
    return visibleText(address(line));
}

QVariant sourceValue(const PartLine &line)
{
    return isRecord(line) ? QVariant(addressOrder(address(line))) : QVariant();
}

QVariant sourceExtra(const PartLine &line, int role)
{
    if (role == MeaningRole && isRecord(line)) {
        const Cell cell = Cell::at(cellOf(*line.dataset, line.row, Basis::Reported));
        return int(cell.passes() ? Outcome::Aligned : Outcome::Failed);
    }
    return role == FixedRole ? QVariant(isRecord(line)) : QVariant();
}

QVariant countValue(const PartLine &line)
{
    return isRecord(line) ? QVariant(line.dataset->records.count[line.row]) : QVariant();
}

QString countText(const PartLine &line, const Format &format)
{
    switch (line.kind) {
    case PartLine::Kind::Report: return format.number(info(line).messages);
    case PartLine::Kind::Policy: return visibleText(info(line).policy.pText);
    case PartLine::Kind::Record: break;
    }
    return format.number(line.dataset->records.count[line.row]);
}

template <Outcome Cell::*mechanism> QVariant outcomeValue(const PartLine &line)
{
    if (!isRecord(line))
        return {};
    return int(Cell::at(cellOf(*line.dataset, line.row, Basis::Reported)).*mechanism);
}

template <Outcome Cell::*mechanism> QString outcome(const PartLine &line, const Format &)
{
    const QVariant value = outcomeValue<mechanism>(line);
    return value.isValid() ? outcomeText(Outcome(value.toInt())) : QString();
}

template <Outcome Cell::*mechanism> QVariant outcomeExtra(const PartLine &line, int role)
{
    return role == MeaningRole ? outcomeValue<mechanism>(line) : QVariant();
}

bool narrowSource(const PartLine &line, Filter &filter, bool exclude)
{
    if (!isRecord(line))
        return false;
    narrowToSender(filter, address(line), exclude);
    return true;
}

template <Outcome Cell::*mechanism>
bool narrowOutcome(const PartLine &line, Filter &filter, bool exclude)
{
    if (!isRecord(line))
        return false;
    const Outcome wanted = Cell::at(cellOf(*line.dataset, line.row, Basis::Reported)).*mechanism;
    return narrowToCells(filter, [=](Cell cell) { return (cell.*mechanism == wanted) != exclude; });
}

constexpr PartColumn columns[] = {
    {"part", QT_TRANSLATE_NOOP("Columns", "Part"), Qt::AlignLeft, partValue, partText},
    {"source", QT_TRANSLATE_NOOP("Columns", "Source"), Qt::AlignLeft, sourceValue, sourceText,
        sourceExtra, narrowSource,
        QT_TRANSLATE_NOOP("Columns", "The server that handed the mail to the receiver")},
    {"messages", QT_TRANSLATE_NOOP("Columns", "Messages"), Qt::AlignRight, countValue, countText,
        nullptr, nullptr, QT_TRANSLATE_NOOP("Columns", "Messages that the record stands for")},
    {"dkim", QT_TRANSLATE_NOOP("Columns", "DKIM"), Qt::AlignLeft, outcomeValue<&Cell::dkim>,
        outcome<&Cell::dkim>, outcomeExtra<&Cell::dkim>, narrowOutcome<&Cell::dkim>,
        QT_TRANSLATE_NOOP("Columns", "Whether a signature passed, and for an aligned domain")},
    {"spf", QT_TRANSLATE_NOOP("Columns", "SPF"), Qt::AlignLeft, outcomeValue<&Cell::spf>,
        outcome<&Cell::spf>, outcomeExtra<&Cell::spf>, narrowOutcome<&Cell::spf>,
        QT_TRANSLATE_NOOP("Columns", "Whether SPF passed, and for an aligned domain")},
};

} // namespace

PartTable::PartTable(QObject *parent)
    : TableModel(columns, parent)
{
}

void PartTable::setReport(DatasetPtr dataset, quint32 report, const Format &format)
{
    const ReportInfo &shown = dataset->reports[report];
    std::vector<PartLine> lines;
    lines.reserve(size_t(shown.rowCount) + 2);
    lines.push_back({dataset.get(), PartLine::Kind::Report, report, 0});
    lines.push_back({dataset.get(), PartLine::Kind::Policy, report, 0});
    for (quint32 i = 0; i < shown.rowCount; ++i)
        lines.push_back({dataset.get(), PartLine::Kind::Record, report, shown.firstRow + i});
    setRows(std::move(lines), format, std::move(dataset));
}

void PartTable::clear()
{
    setRows({}, {});
}

bool PartTable::isInOrder(int column, Qt::SortOrder order) const
{
    return column == 0 && order == Qt::AscendingOrder;
}

QModelIndex PartTable::indexOf(int record) const
{
    const auto found = std::find_if(rows().cbegin(), rows().cend(),
        [record](const PartLine &line) { return number(line) == record; });
    return found == rows().cend() ? QModelIndex() : index(int(found - rows().cbegin()), 0);
}

} // namespace sekisho
