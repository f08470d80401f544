// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/summarytext.h"

#include "tables/casetext.h"
#include "tables/notetext.h"
#include "tables/sendername.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>
#include <numeric>

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

struct Summary {
    Q_DECLARE_TR_FUNCTIONS(Summary)
};

/// How many columns of a terminal a text takes: East Asian characters are two wide.
int displayWidth(const QString &text)
{
    int width = 0;
    for (QChar c : text)
        width += (c >= u'\u1100' && (c <= u'\u115f' || (c >= u'\u2e80' && c <= u'\ua4cf') || (c >= u'\uac00' && c <= u'\ud7a3') || (c >= u'\uf900' && c <= u'\ufaff') || (c >= u'\ufe30' && c <= u'\ufe6f') || (c >= u'\uff00' && c <= u'\uff60'))) ? 2 : 1;
    return width;
}

QString padded(const QString &text, int width)
{
    return text + QString(std::max(0, width - displayWidth(text)), u' ');
}

QString rightAligned(const QString &text, int width)
{
    return QString(std::max(0, width - displayWidth(text)), u' ') + text;
}

struct Line {
    QString label;
    qint64 value = 0;
    qint64 whole = 0; ///< 0: no percentage
};

QString linesText(const QList<Line> &lines, const Format &format)
{
    int labelWidth = 0;
    int numberWidth = 0;
    int shareWidth = 0;
    const auto share = [&format](const Line &line) {
        return line.whole > 0 ? u"(%1)"_s.arg(format.percent(line.value, line.whole)) : QString();
    };
    for (const Line &line : lines) {
        labelWidth = std::max(labelWidth, displayWidth(line.label));
        numberWidth = std::max(numberWidth, displayWidth(format.number(line.value)));
        shareWidth = std::max(shareWidth, displayWidth(share(line)));
    }
    QString text;
    for (const Line &line : lines) {
        text += u"  "_s + padded(line.label, labelWidth) + u"  "_s
            + rightAligned(format.number(line.value), numberWidth);
        if (line.whole > 0)
            text += u"  "_s + rightAligned(share(line), shareWidth);
        text += u'\n';
    }
    return text;
}

QString matrixText(const Matrix &matrix, const Format &format)
{
    const QString columns[] = {Summary::tr("SPF pass & aligned"), Summary::tr("SPF pass & not aligned"), Summary::tr("SPF fail")};
    const QString rows[] = {Summary::tr("DKIM pass & aligned"), Summary::tr("DKIM pass & not aligned"), Summary::tr("DKIM fail")};
    int rowWidth = 0;
    for (const QString &row : rows)
        rowWidth = std::max(rowWidth, displayWidth(row));
    int columnWidth = 0;
    QList<QString> cells;
    for (qint64 messages : matrix.messages)
        cells.append(u"%1 %2"_s.arg(rightAligned(format.percent(messages, matrix.total()), 9), rightAligned(format.number(messages), 9)));
    for (const QString &text : columns)
        columnWidth = std::max(columnWidth, displayWidth(text));
    for (const QString &text : std::as_const(cells))
        columnWidth = std::max(columnWidth, displayWidth(text));
    QString text = u"  "_s + QString(rowWidth, u' ');
    for (const QString &column : columns)
        text += u"  "_s + rightAligned(column, columnWidth);
    text += u'\n';
    for (int row = 0; row < outcomeCount; ++row) {
        text += u"  "_s + padded(rows[row], rowWidth);
        for (int column = 0; column < outcomeCount; ++column)
            text += u"  "_s + rightAligned(cells.at(row * outcomeCount + column), columnWidth);
        text += u'\n';
    }
    return text;
}

QString casesText(const CaseCounts &cases, const Format &format)
{
    const qint64 all = std::accumulate(cases.begin(), cases.end(), qint64(0));
    QList<Line> lines;
    for (size_t i = 0; i < cases.size(); ++i)
        lines.append({caseName(MailCase(i)), cases[i], all});
    return linesText(lines, format);
}

/// A number for the choice of a plural form.
int plural(qint64 number)
{
    return int(std::clamp<qint64>(number, 0, std::numeric_limits<int>::max()));
}

QString sendersText(const std::vector<Share> &senders, const Format &format)
{
    int labelWidth = 0;
    int numberWidth = 0;
    for (const Share &sender : senders) {
        labelWidth = std::max(labelWidth, displayWidth(senderName(sender.label)));
        numberWidth = std::max(numberWidth, displayWidth(format.number(sender.counts.messages)));
    }
    QString text;
    for (const Share &sender : senders) {
        const Counts &counts = sender.counts;
        text += u"  "_s + padded(senderName(sender.label), labelWidth) + u"  "_s
            + Summary::tr("%1 message(s), %2 pass DMARC", nullptr, plural(counts.messages))
                  .arg(rightAligned(format.number(counts.messages), numberWidth),
                      rightAligned(format.percent(counts.passed, counts.messages), 9))
            + u'\n';
    }
    return text;
}

QString statusesText(const Dataset &dataset, const Format &format)
{
    QList<Line> lines;
    for (int i = 0; i <= int(ItemStatus::Unreadable); ++i) {
        const auto status = ItemStatus(i);
        const auto count = std::count_if(dataset.items.cbegin(), dataset.items.cend(),
            [status](const LogItem &item) { return item.status == status; });
        if (count > 0)
            lines.append({statusText(status), count, 0});
    }
    if (!dataset.tlsReports.empty())
        lines.append({Summary::tr("SMTP TLS reports among all"), qint64(dataset.tlsReports.size()), 0});
    return linesText(lines, format);
}

QString headLine(const Totals &totals, const Format &format)
{
    if (totals.period)
        return Summary::tr("Statistics of the reports from %1 to %2")
            .arg(format.dateTime(totals.period->begin), format.dateTime(totals.period->end));
    return totals.reports > 0 ? Summary::tr("Statistics of reports without dates")
                              : Summary::tr("There are no reports to sum up.");
}

} // namespace

QString summaryText(const Dataset &dataset, const Results &results, const CaseCounts &cases,
    const Format &format)
{
    const Totals &totals = results.totals;
    const Counts &counts = totals.counts;
    const qint64 all = counts.messages;
    QString text = headLine(totals, format);
    text += u"\n\n"_s + Summary::tr("DMARC aggregate reports") + u'\n';
    text += linesText({{Summary::tr("Reports"), totals.reports, 0}, {Summary::tr("Reporters"), totals.reporters, 0},
                          {Summary::tr("Records"), counts.records, 0},
                          {Summary::tr("Messages across all domains"), all, 0},
                          {Summary::tr("DMARC aligned messages"), counts.passed, all},
                          {Summary::tr("SPF aligned messages"), counts.spfAligned, all},
                          {Summary::tr("DKIM aligned messages"), counts.dkimAligned, all}},
        format);
    text += u'\n' + Summary::tr("Not aligned") + u'\n';
    text += linesText({{Summary::tr("Messages not DMARC aligned"), all - counts.passed, all},
                          {Summary::tr("Messages not SPF aligned"), all - counts.spfAligned, all},
                          {Summary::tr("Messages not DKIM aligned"), all - counts.dkimAligned, all}},
        format);
    text += u'\n' + Summary::tr("Alignment matrix (messages)") + u'\n' + matrixText(results.matrix, format);
    if (std::any_of(cases.begin(), cases.end(), [](qint64 messages) { return messages > 0; }))
        text += u'\n' + Summary::tr("Cases (messages)") + u'\n' + casesText(cases, format);
    if (!results.topSenders.empty())
        text += u'\n' + Summary::tr("Senders with most messages") + u'\n' + sendersText(results.topSenders, format);
    text += u'\n' + Summary::tr("Files and what was in them") + u'\n' + statusesText(dataset, format);
    return text;
}

} // namespace sekisho
