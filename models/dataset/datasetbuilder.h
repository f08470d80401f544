// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dataset/dataset.h"

#include <QHash>

namespace sekisho {

/// Collects what was read into a Dataset. Starts from an earlier one to add to it.
class DatasetBuilder final {
public:
    DatasetBuilder() = default;
    explicit DatasetBuilder(const Dataset &earlier);

    /// Adds an item and, where it is a report, its records; `when` as in LogItem.
    void add(ReadItem &&item, qint64 when);
    /// Adds what another one collected, as if it had all been added here; that one is empty then.
    /// So threads can collect parts side by side, and the result is that of one after the other.
    void append(DatasetBuilder &&part);
    /// What was collected so far, without marks of duplicates and conflicts among what is new.
    [[nodiscard]] const Dataset &collected() const { return *m_data; }
    /// Marks duplicates and conflicts and hands the dataset over; the builder is empty afterwards.
    [[nodiscard]] DatasetPtr finish();

private:
    void addReport(const AggregateReport &report, quint32 item);
    void addRecord(const Record &record, const RecordAlignment &alignment);
    /// One that only differs from the one of a row in row, address and count.
    void addSameRecord(const Record &record, Row row);
    void addResults(const Record &record);
    void addFailure(FailureReport &&report, quint32 item);
    [[nodiscard]] AddressId addressOf(const std::optional<IpAddress> &ip, const QString &text);
    [[nodiscard]] std::vector<AddressId> addressesOf(const Dataset &part);
    void appendRecords(const Dataset &part, const std::vector<StringId> &strings,
        const std::vector<AddressId> &addresses);

    std::shared_ptr<Dataset> m_data = std::make_shared<Dataset>();
    HashIndex m_addresses;
    QHash<QString, quint32> m_oddAddresses;
    OrganizationalDomains m_domains;
};

/// Finds reports with the same (reporter, policy domain, report id, begin, end). Same content:
/// the later ones become Duplicate and are not counted. Other content: all become Conflict, and
/// only the newest (by date received, then by order) is counted; reports with neither id nor
/// period are never in conflict. What an earlier call marked stays as it is.
void markDuplicates(Dataset &dataset);

/// Failure reports with the same content, however they came: the later ones become Duplicate.
void markDuplicateFailures(Dataset &dataset);

} // namespace sekisho
