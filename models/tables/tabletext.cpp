// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/tabletext.h"

#include "tables/column.h"
#include "tables/csv.h"

#include <algorithm>

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

void addRows(QModelIndexList &rows, const QAbstractItemModel &model, const QModelIndex &parent)
{
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        rows.append(index);
        addRows(rows, model, index);
    }
}

QString displayed(const QModelIndex &index)
{
    return index.data(Qt::DisplayRole).toString();
}

/// For a cell of text between tabs.
QString onOneLine(QString text)
{
    for (QChar &c : text) {
        if (c == u'\t' || c == u'\n' || c == u'\r')
            c = u' ';
    }
    return text;
}

bool isInteger(const QVariant &value)
{
    const int type = value.typeId();
    return type == QMetaType::Int || type == QMetaType::UInt || type == QMetaType::LongLong ||
        type == QMetaType::ULongLong;
}

/// Whether a text is nothing but this number, with whatever separators.
bool showsNumber(const QString &text, const QString &number)
{
    QString digits;
    for (QChar c : text) {
        if (c.isDigit() || c == u'-')
            digits += c;
    }
    return digits == number && std::none_of(text.cbegin(), text.cend(), [](QChar c) { return c.isLetter(); });
}

/// The raw number where the cell shows one, else its text: dates and marks are raw numbers too.
QString csvValue(const QModelIndex &index)
{
    const QVariant raw = index.data(SortRole);
    const QString text = displayed(index);
    if (isInteger(raw) && showsNumber(text, raw.toString()))
        return raw.toString();
    if (raw.typeId() == QMetaType::Double && index.data(ShareRole).isValid())
        return QString::number(raw.toDouble(), 'f', QLocale::FloatingPointShortest);
    return text;
}

/// What has no text, such as a sparkline, stays out.
QList<int> columnsWithText(const QModelIndexList &rows, const QList<int> &columns)
{
    QList<int> result;
    for (int column : columns) {
        const bool drawn =
            !rows.isEmpty() && rows.first().siblingAtColumn(column).data(SeriesRole).isValid();
        if (!drawn)
            result.append(column);
    }
    return result;
}

/// Hands over each line's cells, the headers first.
template <typename ValueOf, typename Line>
void forEachLine(const QModelIndexList &rows, const QList<int> &wanted, ValueOf valueOf, Line line)
{
    if (rows.isEmpty())
        return;
    const QAbstractItemModel &model = *rows.first().model();
    const QList<int> columns = columnsWithText(rows, wanted);
    const bool grouped = std::any_of(
        rows.cbegin(), rows.cend(), [](const QModelIndex &row) { return row.parent().isValid(); });
    QStringList cells;
    if (grouped)
        cells.append(QCoreApplication::translate("Columns", "Group"));
    for (int column : columns)
        cells.append(model.headerData(column, Qt::Horizontal).toString());
    line(cells);
    for (const QModelIndex &row : rows) {
        cells.clear();
        if (grouped)
            cells.append(row.parent().isValid() ? displayed(row.parent()) : QString());
        for (int column : columns)
            cells.append(valueOf(row.siblingAtColumn(column)));
        line(cells);
    }
}

} // namespace

QModelIndexList allRows(const QAbstractItemModel &model)
{
    QModelIndexList rows;
    addRows(rows, model, {});
    return rows;
}

QString plainTable(const QModelIndexList &rows, const QList<int> &columns)
{
    QString text;
    forEachLine(rows, columns, displayed, [&text](const QStringList &cells) {
        for (const QString &cell : cells)
            text += onOneLine(cell) + u'\t';
        text.back() = u'\n';
    });
    return text;
}

QString csvTable(const QModelIndexList &rows, const QList<int> &columns)
{
    QString text;
    forEachLine(
        rows, columns, csvValue, [&text](const QStringList &cells) { text += csvLine(cells); });
    return text;
}

} // namespace sekisho
