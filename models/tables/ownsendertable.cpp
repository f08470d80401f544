// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/ownsendertable.h"

#include "analysis/senderedits.h"
#include "tables/column.h"
#include "tables/sendertext.h"

#include <algorithm>

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

/// As in the file; see senderKey().
QString prefixOf(OwnSenderTable::SenderKind kind)
{
    switch (kind) {
    case OwnSenderTable::SenderKind::Spf: return u"spf:"_s;
    case OwnSenderTable::SenderKind::Dkim: return u"dkim:"_s;
    case OwnSenderTable::SenderKind::Network:
    case OwnSenderTable::SenderKind::Host: break;
    }
    return {};
}

/// A cell of the file has neither.
QString oneLine(QString text)
{
    return text.replace(u'\t', u' ').replace(u'\n', u' ').replace(u'\r', u' ').trimmed();
}

} // namespace

void OwnSenderTable::setSenders(const OwnSenders &senders)
{
    beginResetModel();
    m_lines.clear();
    for (const OwnSenders::Entry &entry : senders.entries)
        m_lines.push_back(lineOf(entry));
    endResetModel();
}

OwnSenders OwnSenderTable::senders() const
{
    OwnSenders result;
    for (const Line &line : m_lines) {
        if (const auto entry = entryOf(line))
            result.entries.push_back(*entry);
    }
    return result;
}

int OwnSenderTable::add(const std::vector<OwnSenders::Entry> &entries)
{
    std::vector<OwnSenders::Entry> known = senders().entries;
    int added = 0;
    for (const OwnSenders::Entry &entry : entries) {
        const bool there = std::any_of(known.begin(), known.end(),
            [&entry](const OwnSenders::Entry &other) { return isSameSender(other, entry); });
        if (there)
            continue;
        const int row = rowCount();
        beginInsertRows({}, row, row);
        m_lines.push_back(lineOf(entry));
        endInsertRows();
        known.push_back(entry);
        ++added;
    }
    return added;
}

QModelIndex OwnSenderTable::addEmpty()
{
    const int row = rowCount();
    beginInsertRows({}, row, row);
    m_lines.emplace_back();
    endInsertRows();
    return index(row, Name);
}

QString OwnSenderTable::problemOf(int row) const
{
    const Line &line = m_lines[size_t(row)];
    if (line.isEmpty())
        return {};
    const auto entry = entryOf(line);
    if (!entry) {
        switch (line.kind) {
        case SenderKind::Network:
            return tr(
                "“%1” is neither an address nor a network; write it like 192.0.2.7, 192.0.2.0/24 "
                "or 2001:db8::/32.")
                .arg(line.name);
        case SenderKind::Host:
        case SenderKind::Spf:
            return tr("“%1” is not a domain name; write it like mail.example.com.").arg(line.name);
        case SenderKind::Dkim:
            return tr("“%1” is not a signing domain; write it like example.com, or "
                      "selector._domainkey.example.com for one key alone.")
                .arg(line.name);
        }
    }
    for (int other = 0; other < row; ++other) {
        const auto before = entryOf(m_lines[size_t(other)]);
        if (before && isSameSender(*before, *entry))
            return tr("“%1” stands here twice.").arg(line.name);
    }
    return {};
}

int OwnSenderTable::firstProblem() const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (!problemOf(row).isEmpty())
            return row;
    }
    return -1;
}

void OwnSenderTable::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columns - 1);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columns - 1));
}

QString OwnSenderTable::kindText(SenderKind kind)
{
    switch (kind) {
    case SenderKind::Network: return tr("Address or network");
    case SenderKind::Host: return tr("Host name", "and all names below it");
    case SenderKind::Spf: return tr("SPF domain");
    case SenderKind::Dkim: return tr("DKIM domain");
    }
    return {};
}

OwnSenderTable::Line OwnSenderTable::lineOf(const OwnSenders::Entry &entry)
{
    Line line;
    line.kind = entry.network         ? SenderKind::Network
        : !entry.spfDomain.isEmpty()  ? SenderKind::Spf
        : !entry.dkimDomain.isEmpty() ? SenderKind::Dkim
                                      : SenderKind::Host;
    line.name = senderKey(entry).sliced(prefixOf(line.kind).size());
    line.senderClass = entry.senderClass;
    line.domain = entry.domain;
    line.note = entry.note;
    return line;
}

std::optional<OwnSenders::Entry> OwnSenderTable::entryOf(const Line &line)
{
    // The reader of the file knows what a sender may be.
    const QStringList cells{prefixOf(line.kind) + line.name, QString(classKey(line.senderClass)),
        line.domain, line.note};
    Notes notes;
    const OwnSenders read = readOwnSenders(cells.join(u'\t').toUtf8(), notes);
    if (read.entries.size() != 1 || line.name.isEmpty())
        return std::nullopt;
    const OwnSenders::Entry &entry = read.entries.front();
    return entry.network.has_value() == (line.kind == SenderKind::Network) ? std::optional(entry)
                                                                           : std::nullopt;
}

/// The text itself mostly says what it is.
void OwnSenderTable::setName(Line &line, const QString &text)
{
    line.name = text;
    if (IpNetwork::parse(text)) {
        line.kind = SenderKind::Network;
        return;
    }
    for (const SenderKind kind : {SenderKind::Spf, SenderKind::Dkim}) {
        if (text.startsWith(prefixOf(kind), Qt::CaseInsensitive)) {
            line.kind = kind;
            line.name = text.sliced(prefixOf(kind).size()).trimmed();
            return;
        }
    }
    if (text.contains("._domainkey."_L1, Qt::CaseInsensitive))
        line.kind = SenderKind::Dkim;
    else if (line.kind == SenderKind::Network && !text.contains(u'/') && !text.contains(u':') &&
        std::any_of(text.begin(), text.end(), [](QChar c) { return c.isLetter(); }))
        line.kind = SenderKind::Host;
}

int OwnSenderTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

int OwnSenderTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

QString OwnSenderTable::textOf(const Line &line, int column) const
{
    switch (column) {
    case Kind: return kindText(line.kind);
    case Name: return line.name;
    case Class: return classText(line.senderClass);
    case Domain: return line.domain.isEmpty() ? tr("all", "policy domains") : line.domain;
    case Note: return line.note;
    default: return {};
    }
}

QVariant OwnSenderTable::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Line &line = m_lines[size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole: return textOf(line, index.column());
    case Qt::ToolTipRole: {
        const QString problem = problemOf(index.row());
        return problem.isEmpty() ? textOf(line, index.column()) : problem;
    }
    case Qt::EditRole:
        if (index.column() == Kind)
            return int(line.kind);
        if (index.column() == Class)
            return int(line.senderClass);
        return index.column() == Domain ? line.domain : textOf(line, index.column());
    case ClassRole: return index.column() == Class ? QVariant(int(line.senderClass)) : QVariant();
    // ✕: Meaning::Failed of ui/paint/theme.h
    case MeaningRole:
        return index.column() == Name && !problemOf(index.row()).isEmpty()
            ? QVariant(int(Outcome::Failed))
            : QVariant();
    case FixedRole: return index.column() == Name || index.column() == Domain;
    default: return {};
    }
}

bool OwnSenderTable::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole ||
        !checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return false;
    Line &line = m_lines[size_t(index.row())];
    switch (index.column()) {
    case Kind: line.kind = SenderKind(std::clamp(value.toInt(), 0, kinds - 1)); break;
    case Name: setName(line, oneLine(value.toString())); break;
    case Class:
        line.senderClass = value.toInt() == int(SenderClass::Internal) ? SenderClass::Internal
                                                                       : SenderClass::ThirdParty;
        break;
    case Domain: line.domain = normalizedDomain(oneLine(value.toString())); break;
    case Note: line.note = oneLine(value.toString()); break;
    default: return false;
    }
    // Another row may be the second of its kind now, or no longer.
    Q_EMIT dataChanged(this->index(0, 0), this->index(rowCount() - 1, columns - 1));
    return true;
}

Qt::ItemFlags OwnSenderTable::flags(const QModelIndex &index) const
{
    return index.isValid() ? QAbstractTableModel::flags(index) | Qt::ItemIsEditable
                           : Qt::NoItemFlags;
}

QVariant OwnSenderTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Kind: return tr("Known by");
    case Name: return tr("Sender");
    case Class: return tr("Class");
    case Domain: return tr("Sends as", "policy domain that a sender is registered for");
    case Note: return tr("Note");
    default: return {};
    }
}

bool OwnSenderTable::removeRows(int row, int count, const QModelIndex &parent)
{
    if (parent.isValid() || row < 0 || count < 1 || row + count > rowCount())
        return false;
    beginRemoveRows({}, row, row + count - 1);
    m_lines.erase(m_lines.begin() + row, m_lines.begin() + row + count);
    endRemoveRows();
    return true;
}

} // namespace sekisho
