// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/sendertable.h"

#include "tables/addressorder.h"
#include "tables/casetext.h"
#include "tables/sendername.h"
#include "tables/visibletext.h"

#include <algorithm>
#include <array>
#include <span>

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

using SenderColumn = Column<Sender>;

template <qint64 Counts::*part> QVariant percentValue(const Sender &sender)
{
    const Counts &counts = sender.counts;
    return counts.messages > 0 ? QVariant(percent(counts.*part, counts.messages)) : QVariant();
}

template <qint64 Counts::*part> QString percentText(const Sender &sender, const Format &format)
{
    return format.percent(sender.counts.*part, sender.counts.messages);
}

template <qint64 Counts::*part> QVariant percentExtra(const Sender &sender, int role)
{
    const Counts &counts = sender.counts;
    if (role != ShareRole || counts.messages <= 0)
        return {};
    return double(counts.*part) / double(counts.messages);
}

/// "example.jp + 2 more" for the most frequent one of several.
QString withMore(const QString &first, int count)
{
    const QString shown = visibleText(first);
    if (count < 2)
        return shown;
    // A plain name, as lupdate takes no expression for the number.
    const int others = count - 1;
    //: %1 is a name, %n how many others there are beside it
    return QCoreApplication::translate("Columns", "%1 + %n more", nullptr, others).arg(shown);
}

QVariant fixed(const Sender &, int role)
{
    return role == FixedRole ? QVariant(true) : QVariant();
}

QVariant nameExtra(const Sender &sender, int role)
{
    return role == MeaningRole ? QVariant(usualMeaning(sender)) : fixed(sender, role);
}

bool narrowName(const Sender &sender, Filter &filter, bool exclude)
{
    narrowToSender(filter, sender.key, exclude);
    return true;
}

/// The class of most messages, and that some have another.
QString classWithOthers(const Sender &sender)
{
    const QString text = classText(sender.senderClass());
    if (!sender.isOfSeveralClasses())
        return text;
    //: %1 is the class of most messages of a group; some addresses have another class
    return QCoreApplication::translate("Columns", "%1 + others").arg(text);
}

QVariant classExtra(const Sender &sender, int role)
{
    return role == ClassRole ? QVariant(int(sender.senderClass())) : QVariant();
}

bool narrowClass(const Sender &sender, Filter &filter, bool exclude)
{
    if (exclude)
        return false;
    switch (sender.senderClass()) {
    case SenderClass::Internal: filter.scope = Scope::Internal; break;
    case SenderClass::ThirdParty: filter.scope = Scope::ThirdParty; break;
    case SenderClass::Unauthorised: filter.scope = Scope::Unauthorised; break;
    }
    return true;
}

bool narrowDomain(const Sender &sender, Filter &filter, bool exclude)
{
    if (exclude || sender.headerFrom.isEmpty())
        return false;
    filter.headerFroms = {sender.headerFrom};
    return true;
}

/// To the messages of a sender for which a mechanism is aligned.
bool narrowAligned(const Sender &sender, Filter &filter, bool exclude, Outcome Cell::*mechanism)
{
    if (exclude || !narrowToCells(filter, [=](Cell cell) { return cell.*mechanism == Outcome::Aligned; }))
        return false;
    narrowToSender(filter, sender.key, false);
    return true;
}

bool narrowSpf(const Sender &sender, Filter &filter, bool exclude)
{
    return narrowAligned(sender, filter, exclude, &Cell::spf);
}

bool narrowDkim(const Sender &sender, Filter &filter, bool exclude)
{
    return narrowAligned(sender, filter, exclude, &Cell::dkim);
}

bool narrowPassed(const Sender &sender, Filter &filter, bool exclude)
{
    if (exclude)
        return false;
    narrowToSender(filter, sender.key, false);
    filter.passed = true;
    return true;
}

QVariant seriesExtra(const Sender &sender, int role)
{
    if (role != SeriesRole)
        return {};
    QVariantList series;
    series.reserve(qsizetype(sender.days.size()));
    for (qint64 messages : sender.days)
        series.append(messages);
    return series;
}

QVariant peak(const Sender &sender)
{
    const auto most = std::max_element(sender.days.begin(), sender.days.end());
    return most == sender.days.end() ? QVariant() : QVariant(*most);
}

qint64 lastMoment(const Sender &sender)
{
    // Reports often end at midnight, the first second of the next day.
    return std::max(sender.seen.begin, sender.seen.end - 1);
}

constexpr Qt::Alignment left = Qt::AlignLeft;
constexpr Qt::Alignment right = Qt::AlignRight;

const SenderColumn columns[] = {
    {"sender", QT_TRANSLATE_NOOP("Columns", "Sender"), left,
        [](const Sender &s) { return QVariant(addressOrder(s.key)); },
        [](const Sender &s, const Format &) { return senderName(s.label); }, nameExtra, narrowName,
        QT_TRANSLATE_NOOP("Columns",
            "Addresses grouped by the domain of their known host name, else by network. The mark "
            "says what happened to most of the messages.")},
    {"class", QT_TRANSLATE_NOOP("Columns", "Class"), left,
        [](const Sender &s) { return QVariant(int(s.senderClass())); },
        [](const Sender &s, const Format &) { return classWithOthers(s); }, classExtra, narrowClass,
        QT_TRANSLATE_NOOP("Columns",
            "Whose sender it is, as you registered it: your own server, a third party that sends for "
            "you, or neither")},
    {"domain", QT_TRANSLATE_NOOP("Columns", "Domain"), left,
        [](const Sender &s) { return QVariant(s.headerFrom); },
        [](const Sender &s, const Format &) { return withMore(s.headerFrom, s.headerFroms); },
        fixed, narrowDomain,
        QT_TRANSLATE_NOOP(
            "Columns", "Domain of the From header; of several, the one with most messages")},
    {"host", QT_TRANSLATE_NOOP("Columns", "Host"), left,
        [](const Sender &s) { return QVariant(s.host); },
        [](const Sender &s, const Format &) { return withMore(s.host, s.hosts); }, fixed, nullptr,
        QT_TRANSLATE_NOOP("Columns", "Known host name of the address, out of a file or looked up when you asked for it")},
    {"messages", QT_TRANSLATE_NOOP("Columns", "Messages"), right,
        [](const Sender &s) { return QVariant(s.counts.messages); },
        [](const Sender &s, const Format &f) { return f.number(s.counts.messages); }},
    {"spf_aligned", QT_TRANSLATE_NOOP("Columns", "SPF aligned"), right,
        percentValue<&Counts::spfAligned>, percentText<&Counts::spfAligned>,
        percentExtra<&Counts::spfAligned>, narrowSpf,
        QT_TRANSLATE_NOOP(
            "Columns", "Messages whose SPF passes for the domain of the From header")},
    {"dkim_aligned", QT_TRANSLATE_NOOP("Columns", "DKIM aligned"), right,
        percentValue<&Counts::dkimAligned>, percentText<&Counts::dkimAligned>,
        percentExtra<&Counts::dkimAligned>, narrowDkim,
        QT_TRANSLATE_NOOP(
            "Columns", "Messages whose DKIM passes for the domain of the From header")},
    {"dmarc_pass", QT_TRANSLATE_NOOP("Columns", "DMARC pass"), right, percentValue<&Counts::passed>,
        percentText<&Counts::passed>, percentExtra<&Counts::passed>, narrowPassed,
        QT_TRANSLATE_NOOP("Columns", "Messages for which SPF or DKIM is aligned")},
    {"first", QT_TRANSLATE_NOOP("Columns", "First"), left,
        [](const Sender &s) { return QVariant(s.seen.begin); },
        [](const Sender &s, const Format &f) { return f.date(s.seen.begin); }, nullptr, nullptr,
        QT_TRANSLATE_NOOP("Columns", "Begin of the first report with this sender")},
    {"last", QT_TRANSLATE_NOOP("Columns", "Last"), left,
        [](const Sender &s) { return QVariant(s.seen.end); },
        [](const Sender &s, const Format &f) { return f.date(lastMoment(s)); }, nullptr, nullptr,
        QT_TRANSLATE_NOOP("Columns", "End of the last report with this sender")},
    {"reporters", QT_TRANSLATE_NOOP("Columns", "Reporters"), right,
        [](const Sender &s) { return QVariant(s.reporters); },
        [](const Sender &s, const Format &f) { return f.number(s.reporters); }, nullptr, nullptr,
        QT_TRANSLATE_NOOP("Columns", "Organizations that report this sender")},
    {"per_day", QT_TRANSLATE_NOOP("Columns", "Over time"), left, peak,
        [](const Sender &, const Format &) { return QString(); }, seriesExtra, nullptr,
        QT_TRANSLATE_NOOP("Columns", "Messages over the days shown; every row on its own scale")},
    // Its cells come from the verdicts: see caseData().
    {"case", QT_TRANSLATE_NOOP("Columns", "Case"), left, [](const Sender &) { return QVariant(); },
        [](const Sender &, const Format &) { return QString(); }, nullptr, nullptr,
        QT_TRANSLATE_NOOP("Columns",
            "What most of its messages are, as far as the reports tell; “+ others”: a tenth or more "
            "are of other cases")},
};
static_assert(std::size(columns) == SenderTable::Case + 1);

/// Messages of a sender by case, of these cases alone; none while nothing is judged.
std::optional<CaseCounts> casesOf(const CaseSummary &summary, const QList<int> &cases, const QString &key)
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

int usualMeaning(const Sender &sender)
{
    constexpr size_t aligned = 0;
    constexpr size_t unaligned = 1;
    constexpr size_t failed = 2;
    constexpr int unknown = 3;
    std::array<qint64, 3> messages{};
    for (int i = 0; i < cellCount; ++i) {
        const Cell cell = Cell::at(i);
        const bool nothing = cell.dkim == Outcome::Failed && cell.spf == Outcome::Failed;
        messages[cell.passes() ? aligned : nothing ? failed : unaligned] +=
            sender.matrix.messages[size_t(i)];
    }
    if (sender.counts.messages == 0)
        return unknown;
    // What passes counts against all that does not, so that the mark agrees with the percentage.
    if (messages[aligned] * 2 >= sender.counts.messages)
        return int(aligned);
    return int(messages[unaligned] > messages[failed] ? unaligned : failed);
}

QString classText(SenderClass senderClass)
{
    switch (senderClass) {
    case SenderClass::Internal:
        return QCoreApplication::translate("Columns", "Internal", "class of a sender: the owner's own server");
    case SenderClass::ThirdParty:
        return QCoreApplication::translate("Columns", "Third party", "class of a sender: a service that sends for the owner");
    case SenderClass::Unauthorised:
        return QCoreApplication::translate("Columns", "Unauthorised", "class of a sender: not registered");
    }
    return {};
}

void narrowToSender(Filter &filter, const QString &key, bool exclude)
{
    if (!exclude) {
        filter.senders = {key};
        return;
    }
    filter.senders.removeAll(key);
    if (!filter.excludedSenders.contains(key))
        filter.excludedSenders.append(key);
}

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
        return size_t(std::find_if(senders.begin(), senders.end(),
                          [group](const SenderRows &rows) { return rows.group == group; }) -
            senders.begin());
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
    return int(std::size(columns));
}

QVariant SenderTable::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Sender &sender = at(index);
    const SenderColumn &column = columns[index.column()];
    const bool ofCase = role == Qt::DisplayRole || role == Qt::ToolTipRole || role == CaseRole ||
        role == SortRole;
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
    const SenderColumn &column = columns[section];
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
    const SenderColumn &column = columns[index.column()];
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
        const auto keyOf = [&senders](const SenderRows &group) { return senders->groups[group.group].key(); };
        switch (column) {
        case Messages:
            return valuesOf(groups, stop, [](size_t, const SenderRows &group) { return QVariant(group.messages); });
        case Name:
            return valuesOf(groups, stop,
                [&](size_t, const SenderRows &group) { return QVariant(addressOrder(keyOf(group))); });
        case Case:
            return valuesOf(groups, stop, [&](size_t, const SenderRows &group) {
                return caseValue(casesOf(*summary, cases, keyOf(group)));
            });
        default: break;
        }
        SenderMaker maker(*data, *senders, *results);
        return valuesOf(groups, stop,
            [&](size_t place, const SenderRows &) { return columns[column].value(maker.groupAt(place)); });
    };
}

bool SenderTable::isInOrder(int column, Qt::SortOrder order) const
{
    return column == Messages && order == Qt::DescendingOrder;
}

} // namespace sekisho
