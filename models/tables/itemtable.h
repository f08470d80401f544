// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tables/column.h"
#include "tables/roworder.h"

#include <QAbstractItemModel>

#include <optional>
#include <vector>

namespace sekisho {

/// What of the import log is shown.
struct ItemFilter {
    Severity least = Severity::Info; ///< only items that matter at least this much
    std::optional<ItemStatus> status;
    QString text; ///< occurs in the file, a member or a note, in any case

    bool operator==(const ItemFilter &) const = default;
};

/// How much an item matters: its worst note, but at least what its status says.
[[nodiscard]] Severity severityOf(const LogItem &item);

/// The note that says best what became of an item: the first of the most severe; none without
/// notes.
[[nodiscard]] const Note *leadingNote(const LogItem &item);

/// A line of the import log; the table keeps the dataset alive.
struct ItemLine {
    const Dataset *dataset = nullptr;
    quint32 item = 0;
};

/// The import log as a tree: statuses, worst first, and under each its items in reading order.
class ItemTable final : public QAbstractItemModel, public FilterSource, public OrderSource {
    Q_OBJECT
public:
    explicit ItemTable(QObject *parent = nullptr);

    void setItems(DatasetPtr dataset, const ItemFilter &filter, const Format &format);
    /// After a change of language.
    void retranslate();

    /// The item at an index; none for a group.
    [[nodiscard]] std::optional<quint32> itemAt(const QModelIndex &index) const;
    /// The index of an item; invalid when it is not shown.
    [[nodiscard]] QModelIndex indexOf(quint32 item) const;
    /// The status that a group's index stands for; none for an item.
    [[nodiscard]] std::optional<ItemStatus> groupAt(const QModelIndex &index) const;
    /// All items shown, group by group.
    [[nodiscard]] std::vector<quint32> items() const;

    [[nodiscard]] QModelIndex index(
        int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &index) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(
        int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] bool narrow(
        const QModelIndex &index, Filter &filter, bool exclude) const override;
    [[nodiscard]] RawValues rawValues(int column, const QModelIndex &parent) const override;

private:
    struct Group {
        ItemStatus status;
        std::vector<quint32> items;
    };

    [[nodiscard]] QVariant groupData(const Group &group, int column, int role) const;
    [[nodiscard]] bool isGroup(const QModelIndex &index) const { return index.internalId() == 0; }

    DatasetPtr m_dataset = std::make_shared<Dataset>();
    Format m_format;
    std::vector<Group> m_groups;
};

/// The items as CSV with the columns file, member, kind, status, severity, code, reason, line,
/// column, received: one line per note, or one for an item without notes.
[[nodiscard]] QString logCsv(const Dataset &dataset, const std::vector<quint32> &items);

} // namespace sekisho
