// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/datespan.h"
#include "dataset/dataset.h"
#include "dataset/hostnames.h"

#include <QStringList>

#include <optional>

namespace sekisho {

/// Whose word the alignment of a record follows.
enum class Basis : quint8 {
    Reported, ///< policy_evaluated, as the receiver acted
    Computed, ///< from auth_results and the alignment mode
};

/// Whose sender an address is, as the domain owner registered it.
enum class SenderClass : quint8 { Internal, ThirdParty, Unauthorised };

/// Senders of which class; Own is both of those that are registered.
enum class Scope : quint8 { All, Own, Internal, ThirdParty, Unauthorised };
inline constexpr int scopeCount = 5;

[[nodiscard]] bool isInScope(SenderClass senderClass, Scope scope);
/// The stable word, as in exports: "all", "own", "internal", "third_party", "unauthorised".
[[nodiscard]] QLatin1StringView scopeKey(Scope scope);

/// Says what is shown. One value for pages, charts, exports and the command line; empty lists
/// and options mean "all". Values of one list are alternatives, the lists narrow each other.
struct Filter {
    QStringList domains; ///< policy domains
    std::optional<DateSpan> period; ///< UTC seconds, begin inclusive, end exclusive; see inPeriod()
    QStringList reporters; ///< registrable domains of reporting organizations
    /// Keys of senders: an address, a network "192.0.2.0/24", or a host domain. The key of a group
    /// means the group, without addresses of its network that a host name puts elsewhere.
    QStringList senders;
    QStringList excludedSenders;
    QStringList headerFroms;
    QStringList dispositions; ///< words as in disposition words: none, quarantine, reject, pass
    QList<int> cells; ///< Cell::index()
    QList<int> cases; ///< MailCase of analysis, as in SenderIndex::cases
    std::optional<bool> passed; ///< DMARC pass or fail
    QStringList reportKeys; ///< single reports, as reportKey() names them
    QString text; ///< occurs in a domain, address, host, reporter, report id, selector or reason
    Scope scope = Scope::All;
    Basis basis = Basis::Reported;

    bool operator==(const Filter &) const = default;
    /// Whether anything is left out; the basis leaves out nothing.
    [[nodiscard]] bool isEmpty() const;
};

/// A report belongs to a period when the middle of its own lies in it, so each counts once.
[[nodiscard]] bool inPeriod(const DateSpan &report, const DateSpan &period);

/// The part of a filter that says which reports are shown, and nothing of their records.
[[nodiscard]] Filter reportPart(const Filter &filter);

/// Whether a report is one of those that this part shows; also one that does not count.
[[nodiscard]] bool matchesReport(const Dataset &dataset, quint32 report, const Filter &filter);

/// A stable name for a report within a dataset: reporter, domain, begin, end and id.
[[nodiscard]] QString reportKey(const Dataset &dataset, quint32 report);

/// What addresses are grouped by: the registrable domain of a known host name, else /24 or /48.
struct SenderGroup {
    std::optional<IpAddress> network; ///< the first address of it
    QString name; ///< without network: a domain, or the text that a report gives for an address

    /// "192.0.2.0/24" or "example.com", as in Filter::senders.
    [[nodiscard]] QString key() const;
    /// "192.0.2.*" or "example.com".
    [[nodiscard]] QString label() const;
};

/// How addresses group into senders. Computed once per dataset and host names, then looked up per
/// record; texts are made for the few groups that are shown.
struct SenderIndex {
    std::vector<StringId> host; ///< per address: index into `names`, 0 for none
    std::vector<quint32> group; ///< per address: index into `groups`
    std::vector<SenderGroup> groups;
    std::vector<QString> names; ///< host names
    /// Per address: whose it is; see classesOf() of analysis. Empty: nobody registered any.
    std::vector<SenderClass> classes;
    /// Per row of the dataset: which case it was judged to be. Null: nothing is judged yet, and a
    /// filter by case shows nothing.
    std::shared_ptr<const std::vector<quint8>> cases;

    /// The group that has this key.
    [[nodiscard]] std::optional<quint32> find(const QString &key) const;
    [[nodiscard]] QString keyOf(AddressId address) const
    {
        return groups[group[address.value]].key();
    }
    [[nodiscard]] const QString &hostOf(AddressId address) const
    {
        return names[host[address.value].value];
    }
    [[nodiscard]] SenderClass classOf(AddressId address) const
    {
        return address.value < classes.size() ? classes[address.value] : SenderClass::Unauthorised;
    }
};

[[nodiscard]] SenderIndex makeSenderIndex(const Dataset &dataset, const HostNames &hosts);

/// The rows that a filter shows, in order. Rows of reports that do not count never are. For several
/// filters that differ in what reports they show, see RowMatcher.
[[nodiscard]] std::vector<Row> select(
    const Dataset &dataset, const SenderIndex &senders, const Filter &filter, const Stop &stop);

/// The cell of a row on the filter's basis.
[[nodiscard]] inline int cellOf(const Dataset &dataset, Row row, Basis basis)
{
    return basis == Basis::Reported ? dataset.records.reportedCell[row] : dataset.records.computedCell[row];
}

} // namespace sekisho
