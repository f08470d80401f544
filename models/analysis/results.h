// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dataset/filter.h"

#include <array>

namespace sekisho {

/// Sums over records; all but `records` count messages.
struct Counts {
    qint64 messages = 0;
    qint64 records = 0;
    qint64 passed = 0; ///< DMARC
    qint64 spfAligned = 0;
    qint64 dkimAligned = 0;

    void add(qint64 count, Cell cell);
    Counts &operator+=(const Counts &other);
    bool operator==(const Counts &) const = default;
};

/// Counts with what they come from.
struct Totals {
    Counts counts;
    int reports = 0;
    int reporters = 0;
    int senders = 0; ///< groups
    int addresses = 0;
    std::optional<DateSpan> period; ///< what the reports cover; none without reports

    bool operator==(const Totals &) const = default;
};

/// Messages of one UTC day.
struct DayCount {
    qint64 day = 0; ///< days since 1970-01-01
    qint64 passed = 0;
    qint64 failed = 0;

    bool operator==(const DayCount &) const = default;
};

/// The 3×3 alignment matrix; index as Cell::index().
struct Matrix {
    std::array<qint64, cellCount> messages{};
    std::array<qint64, cellCount> records{};

    void add(int cell, qint64 count)
    {
        messages[size_t(cell)] += count;
        ++records[size_t(cell)];
    }
    Matrix &operator+=(const Matrix &other);
    [[nodiscard]] qint64 total() const;
    /// The sums over all cells, or over one.
    [[nodiscard]] Counts counts() const;
    [[nodiscard]] Counts counts(int cell) const;
    bool operator==(const Matrix &) const = default;
};

/// A name with its counts: a reporter, a disposition, a From domain.
struct Share {
    QString key; ///< as it stands in a Filter
    QString label;
    Counts counts;
    int reports = 0;

    bool operator==(const Share &) const = default;
};

/// What a domain published over some time, as reported.
struct PolicySpan {
    QString domain;
    PublishedPolicy policy;
    DateSpan seen; ///< UTC seconds; from the first to the last report that says so
    int reports = 0;
    qint64 messages = 0;
};

/// Where the rows of a sender are. What there is to say of it, SenderMaker of analysis/sendermaker.h
/// says when it is shown.
struct SenderRows {
    quint32 group = 0; ///< index into SenderIndex::groups
    quint32 first = 0; ///< place in SenderList::rows
    quint32 count = 0;
    qint64 messages = 0;

    bool operator==(const SenderRows &) const = default;
};

/// The groups that sent some rows.
struct SenderList {
    std::vector<SenderRows> senders; ///< most messages first
    std::vector<Row> rows; ///< those of a sender together, in their order

    bool operator==(const SenderList &) const = default;
};

/// A sender: a group of addresses, or one address of it.
struct Sender {
    QString key; ///< as in Filter::senders
    QString label; ///< "192.0.2.*", "example.com", or the address
    QString host; ///< a host name of it, where one is known
    int hosts = 0; ///< how many different host names are known
    QString headerFrom; ///< the one with most messages
    int headerFroms = 0;
    Counts counts;
    Matrix matrix;
    std::array<qint64, 3> classes{}; ///< messages per SenderClass; all of one for an address
    DateSpan seen; ///< first begin to last end of its reports, UTC seconds
    int reporters = 0;
    std::vector<qint64> days; ///< messages per bin of Results::bins
    std::vector<Sender> addresses; ///< of a group; empty for an address

    /// The class of most messages; of equal ones the first.
    [[nodiscard]] SenderClass senderClass() const;
    /// A group with addresses of several classes.
    [[nodiscard]] bool isOfSeveralClasses() const;

    bool operator==(const Sender &) const = default;
};

/// More about one cell of the matrix.
struct CellDetail {
    std::vector<Share> senders; ///< top ones by messages
    std::vector<Share> reasons; ///< what each mechanism said, for example "spf=softfail"
    std::vector<DayCount> days; ///< all in `failed` or `passed`, by the cell
    bool operator==(const CellDetail &) const = default;
};

/// Something the owner should look at.
struct Finding {
    enum class Kind : quint8 {
        FailingSender, ///< many messages of a sender fail DMARC; key: the sender
        LostMechanism, ///< a sender that mostly passes has lost DKIM or SPF; detail: which one
        ReportConflicts, ///< reports with one identity and different content; counted by identity
        UnreadableItems,
        WeakPolicy, ///< p=none though nearly everything passes; key: domain
        NoReports, ///< days without any report between the first and the last
    };
    Kind kind = Kind::FailingSender;
    QString key;
    QString detail;
    qint64 number = 0; ///< messages, items or days

    bool operator==(const Finding &) const = default;
};

/// One domain of several, for the overview's tiles.
struct DomainTile {
    QString domain;
    Totals totals;
    std::vector<DayCount> timeline;
    QString policy; ///< p as last reported, as written
};

/// Everything the pages show for one filter. A pure function of dataset and filter.
struct Results {
    Basis basis = Basis::Reported; ///< of the filter
    Totals totals;
    std::optional<Totals> before; ///< the period of the same length just before; none for "all"
    std::vector<DayCount> timeline; ///< every day from the first to the last with messages
    Matrix matrix;
    std::array<CellDetail, cellCount> cells;
    SenderList senders;
    std::vector<Share> topSenders; ///< the first ten of them
    std::vector<DateSpan> bins; ///< what Sender::days counts over: at most 60
    std::vector<Share> reporters;
    std::vector<Share> dispositions;
    std::vector<PolicySpan> policies;
    std::vector<DomainTile> domains;
    std::vector<Finding> findings; ///< of the reports shown, with all their records; most important first
    std::vector<quint32> reports; ///< indices of the reports shown, newest first
    std::vector<Row> rows; ///< the records shown
};

[[nodiscard]] Results compute(
    const Dataset &dataset, const SenderIndex &senders, const Filter &filter, const Stop &stop);

/// Part of a whole in percent; 0 for an empty whole.
[[nodiscard]] double percent(qint64 part, qint64 whole);

} // namespace sekisho
