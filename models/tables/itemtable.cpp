// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/itemtable.h"

#include "tables/csv.h"
#include "tables/notetext.h"
#include "tables/reporttable.h"
#include "tables/visibletext.h"

#include <QFileInfo>

#include <algorithm>
#include <array>

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

using ItemColumn = Column<ItemLine>;

/// The order of the groups: what needs somebody first.
constexpr std::array statusOrder{ItemStatus::Unreadable, ItemStatus::Conflict,
    ItemStatus::ReadWithNotes, ItemStatus::NotAReport, ItemStatus::Duplicate, ItemStatus::Read};

const LogItem &itemOf(const ItemLine &line)
{
    return line.dataset->items[line.item];
}

template <QString (*text)(const ItemLine &, const Format &)>
QVariant sameValue(const ItemLine &line)
{
    return text(line, {});
}

QString fileName(const ItemLine &line, const Format &)
{
    return visibleText(QFileInfo(itemOf(line).origin.path).fileName());
}

QString memberName(const ItemLine &line, const Format &)
{
    return visibleText(itemOf(line).origin.member());
}

QString kindName(const ItemLine &line, const Format &)
{
    return kindText(itemOf(line).kind);
}

QString reason(const ItemLine &line, const Format &)
{
    const Note *note = leadingNote(itemOf(line));
    return note ? noteText(*note) : QString();
}

QVariant noteCount(const ItemLine &line)
{
    return qint64(itemOf(line).notes.size());
}

QString noteCountText(const ItemLine &line, const Format &format)
{
    return format.number(itemOf(line).notes.size());
}

/// The place of the leading note, else of the first one that has a place.
Place placeOfItem(const LogItem &item)
{
    const Note *leading = leadingNote(item);
    if (leading && leading->place.offset >= 0)
        return leading->place;
    const auto found = std::find_if(item.notes.cbegin(), item.notes.cend(),
        [](const Note &note) { return note.place.offset >= 0; });
    return found == item.notes.cend() ? Place() : found->place;
}

QVariant where(const ItemLine &line)
{
    const Place place = placeOfItem(itemOf(line));
    return place.offset < 0 ? QVariant() : QVariant(place.offset);
}

QString whereText(const ItemLine &line, const Format &)
{
    return placeText(placeOfItem(itemOf(line)));
}

QVariant received(const ItemLine &line)
{
    return itemOf(line).when;
}

QString receivedText(const ItemLine &line, const Format &format)
{
    return format.dateTime(itemOf(line).when);
}

/// The mark of a severity is that of an outcome: fine, doubtful, bad; unknown for what has no
/// part in the numbers.
QVariant severityExtra(const ItemLine &line, int role)
{
    if (role != MeaningRole)
        return {};
    const LogItem &item = itemOf(line);
    const Severity severity = severityOf(item);
    const bool apart =
        item.status == ItemStatus::NotAReport || item.status == ItemStatus::Duplicate;
    return severity == Severity::Info && apart ? outcomeCount : int(severity);
}

bool narrowToReport(const ItemLine &line, Filter &filter, bool exclude)
{
    const qint32 report = itemOf(line).report;
    if (exclude || report < 0)
        return false;
    filter.reportKeys = {reportKey(*line.dataset, quint32(report))};
    return true;
}

constexpr ItemColumn columns[] = {
    {"file", QT_TRANSLATE_NOOP("Columns", "File"), Qt::AlignLeft, sameValue<fileName>, fileName,
        severityExtra, narrowToReport,
        QT_TRANSLATE_NOOP("Columns", "Where the item was read from")},
    {"member", QT_TRANSLATE_NOOP("Columns", "Inside"), Qt::AlignLeft, sameValue<memberName>,
        memberName, nullptr, narrowToReport,
        QT_TRANSLATE_NOOP("Columns", "The way to the item inside its file")},
    {"reason", QT_TRANSLATE_NOOP("Columns", "Reason"), Qt::AlignLeft, sameValue<reason>, reason,
        nullptr, narrowToReport,
        QT_TRANSLATE_NOOP("Columns", "The most important of the notes about the item")},
    {"place", QT_TRANSLATE_NOOP("Columns", "Place"), Qt::AlignLeft, where, whereText, nullptr,
        narrowToReport, QT_TRANSLATE_NOOP("Columns", "Where in the item the reason was found")},
    {"kind", QT_TRANSLATE_NOOP("Columns", "Kind"), Qt::AlignLeft, sameValue<kindName>, kindName,
        nullptr, narrowToReport, QT_TRANSLATE_NOOP("Columns", "What the item is")},
    {"notes", QT_TRANSLATE_NOOP("Columns", "Notes"), Qt::AlignRight, noteCount, noteCountText,
        nullptr, narrowToReport,
        QT_TRANSLATE_NOOP("Columns", "How many oddities were found while reading it")},
    {"received", QT_TRANSLATE_NOOP("Columns", "Received"), Qt::AlignLeft, received, receivedText,
        nullptr, narrowToReport,
        QT_TRANSLATE_NOOP("Columns", "The date of the mail it came in, else of the file")},
};

QString severityKey(Severity severity)
{
    switch (severity) {
    case Severity::Info: return u"info"_s;
    case Severity::Warning: return u"warning"_s;
    case Severity::Error: return u"error"_s;
    }
    return {};
}

/// Looks for a text in items; the sentences of the codes are put into words once.
class Search final {
public:
    explicit Search(const QString &text)
        : m_text(text.trimmed())
    {
        if (m_text.isEmpty())
            return;
        for (NoteCode code : allNoteCodes())
            m_codes.push_back(noteText({code, {}, 1, {}}).contains(m_text, Qt::CaseInsensitive));
    }

    [[nodiscard]] bool matches(const LogItem &item) const
    {
        if (m_text.isEmpty())
            return true;
        const auto holds = [this](const QString &text) {
            return text.contains(m_text, Qt::CaseInsensitive);
        };
        return holds(item.origin.path) || holds(item.origin.member()) ||
            std::any_of(item.notes.cbegin(), item.notes.cend(),
                [&](const Note &note) { return m_codes[size_t(note.code)] || holds(note.detail); });
    }

private:
    QString m_text;
    std::vector<bool> m_codes; ///< whether the sentence of a code holds the text
};

} // namespace

Severity severityOf(const LogItem &item)
{
    const Severity notes = worst(item.notes);
    switch (item.status) {
    case ItemStatus::Unreadable: return Severity::Error;
    case ItemStatus::Conflict: return std::max(notes, Severity::Warning);
    case ItemStatus::Read:
    case ItemStatus::ReadWithNotes:
    case ItemStatus::Duplicate:
    case ItemStatus::NotAReport: break;
    }
    return notes;
}

const Note *leadingNote(const LogItem &item)
{
    const auto rank = [&item](const Note &note) {
        const bool saysStatus =
            (item.status == ItemStatus::Duplicate && note.code == NoteCode::DuplicateOf) ||
            (item.status == ItemStatus::Conflict && note.code == NoteCode::ConflictWith);
        return saysStatus ? int(Severity::Error) + 1 : int(severity(note.code));
    };
    const auto found = std::max_element(item.notes.cbegin(), item.notes.cend(),
        [&rank](const Note &a, const Note &b) { return rank(a) < rank(b); });
    return found == item.notes.cend() ? nullptr : &*found;
}

ItemTable::ItemTable(QObject *parent)
    : QAbstractItemModel(parent)
{
}

void ItemTable::setItems(DatasetPtr dataset, const ItemFilter &filter, const Format &format)
{
    std::array<Group, statusOrder.size()> groups;
    for (size_t i = 0; i < statusOrder.size(); ++i)
        groups[size_t(statusOrder[i])].status = statusOrder[i];
    const Search search(filter.text);
    for (quint32 i = 0; i < dataset->items.size(); ++i) {
        const LogItem &item = dataset->items[i];
        if ((filter.status && item.status != *filter.status) || severityOf(item) < filter.least ||
            !search.matches(item))
            continue;
        groups[size_t(item.status)].items.push_back(i);
    }
    beginResetModel();
    m_dataset = std::move(dataset);
    m_format = format;
    m_groups.clear();
    for (ItemStatus status : statusOrder) {
        Group &group = groups[size_t(status)];
        if (!group.items.empty())
            m_groups.push_back(std::move(group));
    }
    endResetModel();
}

void ItemTable::retranslate()
{
    const int last = columnCount() - 1;
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, last);
    for (int i = 0; i < rowCount(); ++i) {
        const QModelIndex group = index(i, 0);
        Q_EMIT dataChanged(group, index(i, last), textRoles);
        Q_EMIT dataChanged(index(0, 0, group), index(rowCount(group) - 1, last, group), textRoles);
    }
}

std::optional<quint32> ItemTable::itemAt(const QModelIndex &index) const
{
    if (!index.isValid() || isGroup(index))
        return {};
    return m_groups[index.internalId() - 1].items[size_t(index.row())];
}

QModelIndex ItemTable::indexOf(quint32 item) const
{
    for (size_t i = 0; i < m_groups.size(); ++i) {
        const std::vector<quint32> &items = m_groups[i].items;
        const auto found = std::lower_bound(items.cbegin(), items.cend(), item);
        if (found != items.cend() && *found == item)
            return createIndex(int(found - items.cbegin()), 0, quintptr(i + 1));
    }
    return {};
}

std::optional<ItemStatus> ItemTable::groupAt(const QModelIndex &index) const
{
    if (!index.isValid() || !isGroup(index))
        return {};
    return m_groups[size_t(index.row())].status;
}

std::vector<quint32> ItemTable::items() const
{
    std::vector<quint32> result;
    for (const Group &group : m_groups)
        result.insert(result.end(), group.items.cbegin(), group.items.cend());
    return result;
}

QModelIndex ItemTable::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row() + 1) : quintptr(0));
}

QModelIndex ItemTable::parent(const QModelIndex &index) const
{
    if (!index.isValid() || isGroup(index))
        return {};
    return createIndex(int(index.internalId()) - 1, 0, quintptr(0));
}

int ItemTable::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_groups.size());
    const bool hasRows = isGroup(parent) && parent.column() == 0;
    return hasRows ? int(m_groups[size_t(parent.row())].items.size()) : 0;
}

int ItemTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() && parent.column() > 0 ? 0 : int(std::size(columns));
}

QVariant ItemTable::groupData(const Group &group, int column, int role) const
{
    if (column != 0)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        //: a group of the import log: its status and how many items it has
        return QCoreApplication::translate("ItemTable", "%1 (%2)")
            .arg(statusText(group.status), m_format.number(qint64(group.items.size())));
    case Qt::ToolTipRole: return statusMeaning(group.status);
    case KeyRole: return QString(statusKey(group.status));
    default: return {};
    }
}

QVariant ItemTable::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (isGroup(index))
        return groupData(m_groups[size_t(index.row())], index.column(), role);
    const ItemLine line{m_dataset.get(), *itemAt(index)};
    const ItemColumn &column = columns[size_t(index.column())];
    switch (role) {
    case Qt::DisplayRole: return column.text(line, m_format);
    case Qt::ToolTipRole:
        return index.column() == 0 ? visibleText(itemOf(line).origin.path)
                                   : column.text(line, m_format);
    case Qt::TextAlignmentRole: return int(column.alignment | Qt::AlignVCenter);
    case SortRole: return column.value(line);
    default: return column.extra ? column.extra(line, role) : QVariant();
    }
}

QVariant ItemTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    const ItemColumn &column = columns[size_t(section)];
    switch (role) {
    case Qt::DisplayRole: return columnText(column.title);
    case Qt::ToolTipRole: return column.help ? columnText(column.help) : QString();
    case Qt::TextAlignmentRole: return int(column.alignment | Qt::AlignVCenter);
    case ColumnKeyRole: return QString::fromLatin1(column.key);
    default: return {};
    }
}

bool ItemTable::narrow(const QModelIndex &index, Filter &filter, bool exclude) const
{
    const std::optional<quint32> item = itemAt(index);
    return item && narrowToReport({m_dataset.get(), *item}, filter, exclude);
}

RawValues ItemTable::rawValues(int column, const QModelIndex &parent) const
{
    if (!parent.isValid()) // groups stay as they are
        return [groups = m_groups.size()](const Stop &) { return std::vector<QVariant>(groups); };
    return [data = m_dataset, items = m_groups[size_t(parent.row())].items,
               value = columns[size_t(column)].value](const Stop &stop) {
        std::vector<QVariant> values;
        values.reserve(items.size());
        for (size_t i = 0; i < items.size() && !stop.requested(); ++i)
            values.push_back(value({data.get(), items[i]}));
        return values;
    };
}

QString logCsv(const Dataset &dataset, const std::vector<quint32> &items)
{
    QString csv = csvLine({u"file"_s, u"member"_s, u"kind"_s, u"status"_s, u"severity"_s, u"code"_s,
        u"reason"_s, u"line"_s, u"column"_s, u"received"_s});
    for (quint32 index : items) {
        const LogItem &item = dataset.items[index];
        const QString when = item.when ? rfc3339(item.when) : QString();
        const QStringList start{
            item.origin.path, item.origin.member(), kindKey(item.kind), statusKey(item.status)};
        if (item.notes.isEmpty())
            csv += csvLine(start + QStringList{{}, {}, {}, {}, {}, when});
        for (const Note &note : item.notes) {
            const auto number = [&](int value) {
                return value > 0 ? QString::number(value) : QString();
            };
            csv += csvLine(start +
                QStringList{severityKey(severity(note.code)), noteKey(note.code), noteText(note),
                    number(note.place.line), number(note.place.column), when});
        }
    }
    return csv;
}

} // namespace sekisho
