// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dataset/dataset.h"
#include "reading/xmloutline.h"
#include "tables/format.h"

#include <optional>

namespace sekisho {

/// One value of a report and what it means. Values from the report are made visible.
struct Fact {
    QString field; ///< as the XML names it, for example "dkim/selector"
    QString value; ///< empty: not given
    QString meaning;

    bool operator==(const Fact &) const = default;
};

/// The facts of one part of the XML.
struct FactGroup {
    BlockKind block = BlockKind::Metadata;
    QString title;
    std::vector<Fact> facts;

    bool operator==(const FactGroup &) const = default;
};

/// A whole sentence and the part of the XML that it speaks of.
struct Sentence {
    QString text;
    BlockKind block = BlockKind::Metadata;

    bool operator==(const Sentence &) const = default;
};

/// A part of a report in words.
struct Explanation {
    QString title;
    std::optional<bool> passed; ///< DMARC, as reported; none where that is no question
    std::vector<Sentence> sentences;
    std::vector<FactGroup> groups;

    bool operator==(const Explanation &) const = default;
};

/// Who reports about what: report_metadata and what is wrong with the report.
[[nodiscard]] Explanation explainMetadata(
    const Dataset &dataset, const ReportInfo &report, const Format &format);
/// What the domain owner asks receivers to do: policy_published.
[[nodiscard]] Explanation explainPolicy(const PublishedPolicy &policy);
/// What became of some messages and why: record.
[[nodiscard]] Explanation explainRecord(const Record &record, const PublishedPolicy &policy,
    const OrganizationalDomains &domains, const Format &format);

} // namespace sekisho
