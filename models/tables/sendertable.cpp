// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/sendertable.h"

#include "tables/addressorder.h"
#include "tables/casetext.h"
#include "tables/sendercolumns.h"

#include <algorithm>

namespace sekisho {

namespace {

/// Messages of a sender by case, of these cases alone; none while nothing is judged.
std::optional<CaseCounts> casesOf(
    const CaseSummary &summary, const QList<int> &cases, const QString &key)
{
    const auto found = summary.bySender.constFind(key);
    if (found == summary.bySender.cend())
        return std::nullopt;
    CaseCounts counts = *found;
    for (size_t i = 0; i < counts.size(); ++i) {
        if (!cases.isEmpty() && !cases.contains(int(i)))
            counts[i] = 0;
    }
    return counts == CaseCounts{} ? std::nullopt : std::optional(counts);
}

/// Mixed ones stand behind the others of their case.
QVariant caseValue(const std::optional<CaseCounts> &counts)
{
    return counts ? QVariant(int(mainCase(*counts)) * 2 + int(isMixed(*counts))) : QVariant();
}

/// What groups are sorted by. Only some columns need all that there is to say of a sender.
template <typename Value>
std::vector<QVariant> valuesOf(const std::vector<SenderRows> &groups, const Stop &stop, Value value)
{
    std::vector<QVariant> values;
    values.reserve(groups.size());
    for (size_t i = 0; i < groups.size() && !stop.requested(); ++i)
        values.push_back(value(i, groups[i]));
    return values;
}

} // namespace

void SenderTable::setSenders(DatasetPtr dataset, std::shared_ptr<const SenderIndex> senders,
    std::shared_ptr<const Results> results, const Format &format)
{
    beginResetModel();
    m_maker.reset(); // it refers to what is replaced
    m_made.clear();
    m_dataset = std::move(dataset);
    m_senders = std::move(senders);
    m_results = std::move(results);
    m_made.resize(m_results->senders.senders.size());
    m_maker.emplace(*m_dataset, *m_senders, *m_results);
    m_format = format;
    endResetModel();
}

void SenderTable::setCases(std::shared_ptr<const CaseSummary> summary, const QList<int> &cases)
{
    m_summary = std::move(summary);
    m_cases = cases;
    if (const int groups = rowCount())
        Q_EMIT dataChanged(index(0, Case), index(groups - 1, Case));
}

QVariant SenderTable::caseData(const Sender &sender, int role) const
{
    const auto counts = casesOf(*m_summary, m_cases, sender.key);
    if (role == SortRole)
        return caseValue(counts);
    if (!counts)
        return {};
    const MailCase mailCase = mainCase(*counts);
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        //: %1 is the case of most messages of a sender; some are of other cases
        return isMixed(*counts)
            ? QCoreApplication::translate("Columns", "%1 + others", "case").arg(caseName(mailCase))
            : caseName(mailCase);
    case CaseRole: return int(mailCase);
    default: return {};
    }
}

void SenderTable::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    // Of the groups only: a view paints its visible rows again whichever they are.
    if (const int groups = rowCount())
        Q_EMIT dataChanged(index(0, 0), index(groups - 1, columnCount() - 1), textRoles);
}

// The internal id is 0 for a group, else the row of its group plus 1.

const Sender &SenderTable::group(size_t place) const
{
    std::unique_ptr<Made> &made = m_made[place];
    if (!made)
        made = std::make_unique<Made>(Made{m_maker->groupAt(place), false});
    return made->sender;
}

const Sender &SenderTable::wholeGroup(size_t place) const
{
    const Sender &sender = group(place);
    Made &made = *m_made[place];
    if (!made.whole) {
        made.sender.addresses = m_maker->addressesAt(place);
        made.whole = true;
    }
    return sender;
}

const Sender &SenderTable::at(const QModelIndex &index) const
{
    if (index.internalId() == 0)
        return group(size_t(index.row()));
    return wholeGroup(size_t(index.internalId() - 1)).addresses[size_t(index.row())];
}

const Sender *SenderTable::senderAt(const QModelIndex &index) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return nullptr;
    return index.internalId() == 0 ? &wholeGroup(size_t(index.row())) : &at(index);
}

QModelIndex SenderTable::indexOf(const QString &key) const
{
    if (!m_results)
        return {};
    const auto &senders = m_results->senders.senders;
    const auto placeOf = [&senders](quint32 group) {
        return size_t(std::find_if(senders.begin(), senders.end(), [group](const SenderRows &rows) {
            return rows.group == group;
        }) - senders.begin());
    };
    if (const auto group = m_senders->find(key)) {
        if (const size_t place = placeOf(*group); place < senders.size())
            return index(int(place), 0);
    }
    const std::optional<IpAddress> ip = IpAddress::parse(key);
    for (quint32 i = 0; i < m_dataset->addresses.size(); ++i) {
        if (!m_dataset->isNamed(m_dataset->addresses[i], key, ip))
            continue;
        const size_t place = placeOf(m_senders->group[i]);
        if (place == senders.size())
            continue;
        const auto &addresses = wholeGroup(place).addresses;
        const auto found = std::find_if(addresses.begin(), addresses.end(),
            [&key](const Sender &address) { return address.key == key; });
        if (found != addresses.end())
            return index(int(found - addresses.begin()), 0, index(int(place), 0));
    }
    return {};
}

QModelIndex SenderTable::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row()) + 1 : 0);
}

QModelIndex SenderTable::parent(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == 0)
        return {};
    return createIndex(int(index.internalId() - 1), 0, quintptr(0));
}

int SenderTable::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_made.size());
    if (parent.column() != 0 || parent.internalId() != 0)
        return 0;
    return int(wholeGroup(size_t(parent.row())).addresses.size());
}

bool SenderTable::hasChildren(const QModelIndex &parent) const
{
    // A group has addresses; which ones need not be known to draw that it can be opened.
    if (!parent.isValid())
        return !m_made.empty();
    return parent.column() == 0 && parent.internalId() == 0;
}

int SenderTable::columnCount(const QModelIndex &) const
{
    return int(senderColumns().size());
}

QVariant SenderTable::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Sender &sender = at(index);
    const SenderColumn &column = senderColumns()[size_t(index.column())];
    const bool ofCase =
        role == Qt::DisplayRole || role == Qt::ToolTipRole || role == CaseRole || role == SortRole;
    if (index.column() == Case && ofCase)
        return caseData(sender, role);
    switch (role) {
    case Qt::DisplayRole: return column.text(sender, m_format);
    case Qt::ToolTipRole: return column.text(sender, m_format);
    case Qt::TextAlignmentRole: return int(column.alignment | Qt::AlignVCenter);
    case SortRole: return column.value(sender);
    case KeyRole: return sender.key;
    default: return column.extra ? column.extra(sender, role) : QVariant();
    }
}

QVariant SenderTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    const SenderColumn &column = senderColumns()[size_t(section)];
    switch (role) {
    case Qt::DisplayRole: return columnText(column.title);
    case Qt::ToolTipRole: return column.help ? columnText(column.help) : QString();
    case Qt::TextAlignmentRole: return int(column.alignment | Qt::AlignVCenter);
    case ColumnKeyRole: return QString::fromLatin1(column.key);
    default: return {};
    }
}

bool SenderTable::narrow(const QModelIndex &index, Filter &filter, bool exclude) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    if (index.column() == Case) {
        const auto counts = casesOf(*m_summary, m_cases, at(index).key);
        if (!counts || exclude)
            return false;
        filter.cases = {int(mainCase(*counts))};
        return true;
    }
    const SenderColumn &column = senderColumns()[size_t(index.column())];
    return column.narrow && column.narrow(at(index), filter, exclude);
}

RawValues SenderTable::rawValues(int column, const QModelIndex &parent) const
{
    if (parent.isValid()) {
        std::vector<QVariant> values;
        for (int row = 0; row < rowCount(parent); ++row)
            values.push_back(index(row, column, parent).data(SortRole));
        return [values](const Stop &) { return values; };
    }
    return [column, data = m_dataset, senders = m_senders, results = m_results, summary = m_summary,
               cases = m_cases](const Stop &stop) -> std::vector<QVariant> {
        if (!results)
            return {};
        const auto &groups = results->senders.senders;
        const auto keyOf = [&senders](const SenderRows &group) {
            return senders->groups[group.group].key();
        };
        switch (column) {
        case Messages:
            return valuesOf(groups, stop,
                [](size_t, const SenderRows &group) { return QVariant(group.messages); });
        case Name:
            return valuesOf(groups, stop, [&](size_t, const SenderRows &group) {
                return QVariant(addressOrder(keyOf(group)));
            });
        case Case:
            return valuesOf(groups, stop, [&](size_t, const SenderRows &group) {
                return caseValue(casesOf(*summary, cases, keyOf(group)));
            });
        default: break;
        }
        SenderMaker maker(*data, *senders, *results);
        return valuesOf(groups, stop, [&](size_t place, const SenderRows &) {
            return senderColumns()[size_t(column)].value(maker.groupAt(place));
        });
    };
}

bool SenderTable::isInOrder(int column, Qt::SortOrder order) const
{
    return column == Messages && order == Qt::DescendingOrder;
}

} // namespace sekisho
