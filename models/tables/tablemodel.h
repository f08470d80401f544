// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tables/column.h"
#include "tables/roworder.h"

#include <QAbstractTableModel>

#include <memory>
#include <span>
#include <tuple>
#include <utility>
#include <vector>

namespace sekisho {

/// Several values that rows point into, as one to be kept.
template <typename... Pointers> [[nodiscard]] std::shared_ptr<const void> keptTogether(Pointers... pointers)
{
    return std::make_shared<std::tuple<Pointers...>>(std::move(pointers)...);
}

/// A flat table over values: rows are replaced as a whole, columns come from a column table.
template <typename Row>
class TableModel : public QAbstractTableModel, public FilterSource, public OrderSource {
public:
    explicit TableModel(std::span<const Column<Row>> columns, QObject *parent = nullptr)
        : QAbstractTableModel(parent)
        , m_columns(columns)
    {
    }

    /// The rows may point into what is to be kept alive.
    void setRows(std::vector<Row> rows, const Format &format, std::shared_ptr<const void> kept = {})
    {
        beginResetModel();
        m_content = std::make_shared<Content>(Content{std::move(kept), std::move(rows)});
        m_format = format;
        endResetModel();
    }

    /// After a change of language.
    void retranslate()
    {
        Q_EMIT headerDataChanged(Qt::Horizontal, 0, int(m_columns.size()) - 1);
        if (!rows().empty())
            Q_EMIT dataChanged(index(0, 0), index(int(rows().size()) - 1, int(m_columns.size()) - 1), textRoles);
    }

    [[nodiscard]] const Row &rowAt(const QModelIndex &index) const { return rows()[size_t(index.row())]; }
    [[nodiscard]] const std::vector<Row> &rows() const { return m_content->rows; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const final
    {
        return parent.isValid() ? 0 : int(rows().size());
    }
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const final
    {
        return parent.isValid() ? 0 : int(m_columns.size());
    }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const final
    {
        if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
            return {};
        const Row &row = rowAt(index);
        const Column<Row> &column = m_columns[size_t(index.column())];
        switch (role) {
        case Qt::DisplayRole: return column.text(row, m_format);
        case Qt::ToolTipRole: return column.text(row, m_format);
        case Qt::TextAlignmentRole: return int(column.alignment | Qt::AlignVCenter);
        case SortRole: return column.value(row);
        default: return column.extra ? column.extra(row, role) : QVariant();
        }
    }
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const final
    {
        if (orientation != Qt::Horizontal || section < 0 || section >= int(m_columns.size()))
            return {};
        const Column<Row> &column = m_columns[size_t(section)];
        switch (role) {
        case Qt::DisplayRole: return columnText(column.title);
        case Qt::ToolTipRole: return column.help ? columnText(column.help) : QString();
        case Qt::TextAlignmentRole: return int(column.alignment | Qt::AlignVCenter);
        case ColumnKeyRole: return QString::fromLatin1(column.key);
        default: return {};
        }
    }
    [[nodiscard]] bool narrow(const QModelIndex &index, Filter &filter, bool exclude) const final
    {
        if (!index.isValid())
            return false;
        const Column<Row> &column = m_columns[size_t(index.column())];
        return column.narrow && column.narrow(rowAt(index), filter, exclude);
    }
    [[nodiscard]] RawValues rawValues(int column, const QModelIndex &) const final
    {
        return [content = m_content, value = m_columns[size_t(column)].value](const Stop &stop) {
            std::vector<QVariant> values;
            values.reserve(content->rows.size());
            for (const Row &row : content->rows) {
                if (stop.requested())
                    break;
                values.push_back(value(row));
            }
            return values;
        };
    }

private:
    struct Content {
        std::shared_ptr<const void> kept;
        std::vector<Row> rows;
    };

    std::span<const Column<Row>> m_columns;
    std::shared_ptr<const Content> m_content = std::make_shared<Content>(); ///< shared with who sorts it
    Format m_format;
};

} // namespace sekisho
