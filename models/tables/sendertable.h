// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/cases/casesummary.h"
#include "analysis/sendermaker.h"
#include "tables/column.h"
#include "tables/roworder.h"

#include <QAbstractItemModel>

#include <memory>
#include <optional>

namespace sekisho {

/// The senders as a tree: groups of addresses with their addresses inside.
class SenderTable final : public QAbstractItemModel, public FilterSource, public OrderSource {
    Q_OBJECT
public:
    /// The columns, in the order of the column table.
    enum Column {
        Name,
        Class,
        Domain,
        Host,
        Messages,
        Spf,
        Dkim,
        Dmarc,
        First,
        Last,
        Reporters,
        PerDay,
        Case
    };

    using QAbstractItemModel::QAbstractItemModel;

    /// Shows the senders of results, in their order.
    void setSenders(DatasetPtr dataset, std::shared_ptr<const SenderIndex> senders,
        std::shared_ptr<const Results> results, const Format &format);
    /// What they were judged to be, of these cases alone; all where none is named.
    void setCases(std::shared_ptr<const CaseSummary> summary, const QList<int> &cases);
    /// After a change of language.
    void retranslate();

    /// The sender of a row, complete; null for an invalid index.
    [[nodiscard]] const Sender *senderAt(const QModelIndex &index) const;
    /// The row of a group or address by Sender::key; invalid when it is not there.
    [[nodiscard]] QModelIndex indexOf(const QString &key) const;

    [[nodiscard]] QModelIndex index(
        int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &index) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] bool hasChildren(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(
        int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] bool narrow(
        const QModelIndex &index, Filter &filter, bool exclude) const override;
    [[nodiscard]] RawValues rawValues(int column, const QModelIndex &parent) const override;
    /// Results have most messages first, and so have groups.
    [[nodiscard]] bool isInOrder(int column, Qt::SortOrder order) const override;

private:
    /// A group as far as somebody has looked at it.
    struct Made {
        Sender sender;
        bool whole = false; ///< with its addresses
    };

    [[nodiscard]] const Sender &group(size_t place) const;
    [[nodiscard]] const Sender &wholeGroup(size_t place) const;
    /// The sender of a valid index; a group may lack its addresses.
    [[nodiscard]] const Sender &at(const QModelIndex &index) const;

    DatasetPtr m_dataset;
    std::shared_ptr<const SenderIndex> m_senders;
    std::shared_ptr<const Results> m_results;
    mutable std::optional<SenderMaker> m_maker;
    mutable std::vector<std::unique_ptr<Made>> m_made; ///< per group; null: not looked at yet
    [[nodiscard]] QVariant caseData(const Sender &sender, int role) const;

    std::shared_ptr<const CaseSummary> m_summary = std::make_shared<CaseSummary>();
    QList<int> m_cases;
    Format m_format;
};

} // namespace sekisho
