// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/failures/campaigns.h"
#include "tables/tablemodel.h"

namespace sekisho {

/// A failure report to be shown.
struct FailureLine {
    const Dataset *dataset = nullptr;
    const SenderIndex *senders = nullptr;
    FailureIndex failure = 0;
    bool listed = false; ///< a URL of it is on the user's list
    bool masked = true; ///< recipients are hidden
};

/// Failure reports, one per line.
class FailureTable final : public TableModel<FailureLine> {
public:
    explicit FailureTable(QObject *parent = nullptr);

    void setFailures(DatasetPtr dataset, std::shared_ptr<const SenderIndex> senders,
        std::shared_ptr<const FailureResults> results, bool masked, const Format &format);
    /// Those of one campaign only; an empty list: all.
    void setOnly(const std::vector<FailureIndex> &samples);
    [[nodiscard]] FailureIndex failureAt(const QModelIndex &index) const { return rowAt(index).failure; }
    [[nodiscard]] QModelIndex indexOf(FailureIndex failure) const;

private:
    void fill();

    DatasetPtr m_dataset;
    std::shared_ptr<const SenderIndex> m_senders;
    std::shared_ptr<const FailureResults> m_results;
    std::vector<FailureIndex> m_only;
    bool m_masked = true;
    Format m_shownFormat;
};

/// A campaign to be shown.
struct CampaignLine {
    const Dataset *dataset = nullptr;
    const Campaign *campaign = nullptr;
    QString subject; ///< recipients in it are hidden, where they are to be
    QString pattern;
};

/// Campaigns, one per line.
class CampaignTable final : public TableModel<CampaignLine> {
public:
    explicit CampaignTable(QObject *parent = nullptr);

    void setCampaigns(DatasetPtr dataset, std::shared_ptr<const FailureResults> results, bool masked, const Format &format);
    [[nodiscard]] const Campaign &campaignAt(const QModelIndex &index) const { return *rowAt(index).campaign; }
    [[nodiscard]] QModelIndex indexOf(const QString &key) const;
};

/// A text of a campaign, such as its subject, without the recipients of the samples that it is from.
[[nodiscard]] QString maskedText(const QString &text, const Dataset &dataset, const Campaign &campaign);

/// "fail", "pass & aligned" …: DKIM and SPF of a sample in words.
[[nodiscard]] QString alignmentWords(const RecordAlignment &alignment);

} // namespace sekisho
