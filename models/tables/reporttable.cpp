// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/reporttable.h"

#include "tables/notetext.h"
#include "tables/visibletext.h"

#include <QFileInfo>

#include <algorithm>

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

using ReportColumn = Column<ReportLine>;

const ReportInfo &info(const ReportLine &line)
{
    return line.dataset->reports[line.report];
}

const LogItem &item(const ReportLine &line)
{
    return line.dataset->items[info(line).item];
}

template <StringId ReportInfo::*field> QString text(const ReportLine &line, const Format &)
{
    return visibleText(line.dataset->text(info(line).*field));
}

template <StringId ReportInfo::*field> QVariant value(const ReportLine &line)
{
    return line.dataset->text(info(line).*field);
}

template <qint64 DateSpan::*end> QString timeText(const ReportLine &line, const Format &format)
{
    return format.dateTime(info(line).period.*end);
}

template <qint64 DateSpan::*end> QVariant timeValue(const ReportLine &line)
{
    return info(line).period.*end;
}

QString dateText(const ReportLine &line, const Format &format)
{
    return format.date(info(line).period.begin);
}

template <auto ReportInfo::*field> QString numberText(const ReportLine &line, const Format &format)
{
    return format.number(qint64(info(line).*field));
}

template <auto ReportInfo::*field> QVariant numberValue(const ReportLine &line)
{
    return qint64(info(line).*field);
}

QString reporterText(const ReportLine &line, const Format &format)
{
    const QString name = text<&ReportInfo::orgName>(line, format);
    return name.isEmpty() ? text<&ReportInfo::reporter>(line, format) : name;
}

QVariant reporterValue(const ReportLine &line)
{
    return reporterText(line, {});
}

/// How strict a policy is, so that reject does not sort between quarantine and none.
QVariant policyValue(const ReportLine &line)
{
    return int(info(line).policy.p);
}

QString policyText(const ReportLine &line, const Format &)
{
    return visibleText(info(line).policy.pText);
}

QString passText(const ReportLine &line, const Format &format)
{
    return format.percent(info(line).passMessages, info(line).messages);
}

QVariant passValue(const ReportLine &line)
{
    const ReportInfo &report = info(line);
    return report.messages > 0 ? double(report.passMessages) / double(report.messages) : QVariant();
}

QVariant passExtra(const ReportLine &line, int role)
{
    return role == ShareRole ? passValue(line) : QVariant();
}

QVariant fixedExtra(const ReportLine &, int role)
{
    return role == FixedRole ? QVariant(true) : QVariant();
}

QString statusCell(const ReportLine &line, const Format &)
{
    return statusText(item(line).status);
}

QVariant statusValue(const ReportLine &line)
{
    return int(item(line).status);
}

QString notesText(const ReportLine &line, const Format &format)
{
    return format.number(item(line).notes.size());
}

QVariant notesValue(const ReportLine &line)
{
    return qint64(item(line).notes.size());
}

QString fileCell(const ReportLine &line, const Format &)
{
    return fileText(item(line).origin);
}

QVariant fileValue(const ReportLine &line)
{
    return fileText(item(line).origin);
}

bool narrowReport(const ReportLine &line, Filter &filter, bool exclude)
{
    if (exclude)
        return false;
    filter.reportKeys = {reportKey(*line.dataset, line.report)};
    return true;
}

bool narrowReporter(const ReportLine &line, Filter &filter, bool exclude)
{
    if (exclude)
        return false;
    filter.reporters = {line.dataset->text(info(line).reporter)};
    return true;
}

bool narrowDomain(const ReportLine &line, Filter &filter, bool exclude)
{
    if (exclude)
        return false;
    filter.domains = {line.dataset->text(info(line).domain)};
    return true;
}

constexpr ReportColumn columns[] = {
    {"reporter", QT_TRANSLATE_NOOP("Columns", "Reporter"), Qt::AlignLeft, reporterValue,
        reporterText, nullptr, narrowReporter,
        QT_TRANSLATE_NOOP(
            "Columns", "The organization that received the mail and reports about it")},
    {"domain", QT_TRANSLATE_NOOP("Columns", "Domain"), Qt::AlignLeft, value<&ReportInfo::domain>,
        text<&ReportInfo::domain>, fixedExtra, narrowDomain,
        QT_TRANSLATE_NOOP("Columns", "The domain whose policy the reporter found")},
    {"date", QT_TRANSLATE_NOOP("Columns", "Date"), Qt::AlignLeft, timeValue<&DateSpan::begin>,
        dateText, nullptr, narrowReport,
        QT_TRANSLATE_NOOP("Columns", "The day on which the period of the report begins")},
    {"begin", QT_TRANSLATE_NOOP("Columns", "Begin"), Qt::AlignLeft, timeValue<&DateSpan::begin>,
        timeText<&DateSpan::begin>, nullptr, narrowReport,
        QT_TRANSLATE_NOOP("Columns", "When the period of the report begins")},
    {"end", QT_TRANSLATE_NOOP("Columns", "End"), Qt::AlignLeft, timeValue<&DateSpan::end>,
        timeText<&DateSpan::end>, nullptr, narrowReport,
        QT_TRANSLATE_NOOP("Columns", "When the period of the report ends")},
    {"report_id", QT_TRANSLATE_NOOP("Columns", "Report ID"), Qt::AlignLeft,
        value<&ReportInfo::reportId>, text<&ReportInfo::reportId>, fixedExtra, narrowReport,
        QT_TRANSLATE_NOOP("Columns", "The name that the reporter gave the report")},
    {"p", QT_TRANSLATE_NOOP("Columns", "Policy"), Qt::AlignLeft, policyValue, policyText, nullptr,
        narrowReport,
        QT_TRANSLATE_NOOP("Columns", "What the domain asks receivers to do with mail that fails")},
    {"records", QT_TRANSLATE_NOOP("Columns", "Records"), Qt::AlignRight,
        numberValue<&ReportInfo::rowCount>, numberText<&ReportInfo::rowCount>, nullptr,
        narrowReport,
        QT_TRANSLATE_NOOP(
            "Columns", "Each record stands for messages from one address with the same outcome")},
    {"messages", QT_TRANSLATE_NOOP("Columns", "Messages"), Qt::AlignRight,
        numberValue<&ReportInfo::messages>, numberText<&ReportInfo::messages>, nullptr,
        narrowReport, QT_TRANSLATE_NOOP("Columns", "Messages that the report speaks of")},
    {"pass", QT_TRANSLATE_NOOP("Columns", "DMARC pass"), Qt::AlignRight, passValue, passText,
        passExtra, narrowReport,
        QT_TRANSLATE_NOOP(
            "Columns", "Share of the messages that passed DMARC, as the reporter says")},
    {"status", QT_TRANSLATE_NOOP("Columns", "Status"), Qt::AlignLeft, statusValue, statusCell,
        nullptr, narrowReport, QT_TRANSLATE_NOOP("Columns", "How reading the report ended")},
    {"notes", QT_TRANSLATE_NOOP("Columns", "Notes"), Qt::AlignRight, notesValue, notesText, nullptr,
        narrowReport,
        QT_TRANSLATE_NOOP("Columns", "How many oddities were found while reading it")},
    {"file", QT_TRANSLATE_NOOP("Columns", "File"), Qt::AlignLeft, fileValue, fileCell, nullptr,
        narrowReport, QT_TRANSLATE_NOOP("Columns", "Where the report was read from")},
};

} // namespace

ReportTable::ReportTable(QObject *parent)
    : TableModel(columns, parent)
{
}

void ReportTable::setReports(
    DatasetPtr dataset, const std::vector<quint32> &reports, const Format &format)
{
    std::vector<ReportLine> lines;
    lines.reserve(reports.size());
    for (quint32 report : reports)
        lines.push_back({dataset.get(), report});
    setRows(std::move(lines), format, std::move(dataset));
}

QModelIndex ReportTable::indexOf(quint32 report) const
{
    const auto found = std::find_if(rows().cbegin(), rows().cend(),
        [report](const ReportLine &line) { return line.report == report; });
    return found == rows().cend() ? QModelIndex() : index(int(found - rows().cbegin()), 0);
}

QString fileText(const Origin &origin)
{
    const QString name = visibleText(QFileInfo(origin.path).fileName());
    if (origin.members.isEmpty())
        return name;
    return u"%1 → %2"_s.arg(name, visibleText(origin.member()));
}

std::vector<quint32> namesakes(const Dataset &dataset, quint32 report)
{
    const ReportInfo &own = dataset.reports[report];
    std::vector<quint32> result;
    for (quint32 i = 0; i < dataset.reports.size(); ++i) {
        const ReportInfo &other = dataset.reports[i];
        if (i != report && other.reporter == own.reporter && other.domain == own.domain &&
            other.reportId == own.reportId && other.period == own.period)
            result.push_back(i);
    }
    return result;
}

} // namespace sekisho
