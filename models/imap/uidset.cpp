// SPDX-License-Identifier: GPL-3.0-or-later
#include "imap/uidset.h"

#include <QByteArrayView>

#include <algorithm>

namespace sekisho::imap {

namespace {

QByteArray text(UidSet::Range range)
{
    QByteArray result = QByteArray::number(range.first);
    if (range.last != range.first)
        result += ':' + QByteArray::number(range.last);
    return result;
}

} // namespace

UidSet::UidSet(std::initializer_list<quint32> uids)
{
    for (const quint32 uid : uids)
        add(uid);
}

UidSet UidSet::range(quint32 first, quint32 last)
{
    UidSet set;
    set.add({first, last});
    return set;
}

UidSet UidSet::fromText(QByteArrayView text)
{
    UidSet set;
    while (!text.isEmpty()) {
        const qsizetype comma = text.indexOf(',');
        const QByteArray part = text.first(comma < 0 ? text.size() : comma).toByteArray();
        text = comma < 0 ? QByteArrayView() : text.sliced(comma + 1);
        const qsizetype colon = part.indexOf(':');
        bool firstOk = false;
        bool lastOk = false;
        const quint32 first = part.left(colon < 0 ? part.size() : colon).toUInt(&firstOk);
        const quint32 last = part.mid(colon + 1).toUInt(&lastOk);
        if (firstOk && lastOk)
            set.add({std::min(first, last), std::max(first, last)});
    }
    return set;
}

void UidSet::add(Range range)
{
    if (range.first == 0 || range.last < range.first) // 0 is no UID
        return;
    // Most sets grow at their end.
    if (!m_ranges.isEmpty() && range.first >= m_ranges.last().first) {
        Range &last = m_ranges.last();
        if (range.first > last.last && range.first - last.last > 1)
            m_ranges.append(range);
        else
            last.last = std::max(last.last, range.last);
        return;
    }
    auto it = std::lower_bound(m_ranges.begin(), m_ranges.end(), range.first,
        [](const Range &r, quint32 uid) { return r.last < uid && uid - r.last > 1; });
    auto end = it;
    while (end != m_ranges.end() && (end->first <= range.last || end->first - range.last <= 1)) {
        range.first = std::min(range.first, end->first);
        range.last = std::max(range.last, end->last);
        ++end;
    }
    it = m_ranges.erase(it, end);
    m_ranges.insert(it, range);
}

void UidSet::remove(quint32 uid)
{
    subtract(UidSet{uid});
}

void UidSet::unite(const UidSet &other)
{
    for (const Range &range : other.m_ranges)
        add(range);
}

void UidSet::subtract(const UidSet &other)
{
    QList<Range> left;
    auto cut = other.m_ranges.cbegin();
    for (Range range : std::as_const(m_ranges)) {
        while (cut != other.m_ranges.cend() && cut->last < range.first)
            ++cut;
        auto inside = cut;
        bool gone = false;
        for (; inside != other.m_ranges.cend() && inside->first <= range.last; ++inside) {
            if (inside->first > range.first)
                left.append({range.first, inside->first - 1});
            gone = inside->last >= range.last;
            if (gone)
                break;
            range.first = inside->last + 1;
        }
        if (!gone)
            left.append(range);
    }
    m_ranges = left;
}

bool UidSet::contains(quint32 uid) const
{
    const auto it = std::lower_bound(m_ranges.cbegin(), m_ranges.cend(), uid,
        [](const Range &range, quint32 value) { return range.last < value; });
    return it != m_ranges.cend() && it->first <= uid;
}

qint64 UidSet::size() const
{
    qint64 size = 0;
    for (const Range &range : m_ranges)
        size += qint64(range.last) - range.first + 1;
    return size;
}

QByteArray UidSet::text() const
{
    QByteArray result;
    for (const Range &range : m_ranges) {
        if (!result.isEmpty())
            result += ',';
        result += imap::text(range);
    }
    return result;
}

QList<UidSet> UidSet::parts(int members, int chars) const
{
    QList<UidSet> parts;
    qint64 count = 0;
    qsizetype length = 0;
    for (Range range : m_ranges) {
        for (bool more = true; more;) {
            const qsizetype size = imap::text(range).size() + 1;
            if (parts.isEmpty() || count >= members || (length > 0 && length + size > chars)) {
                parts.append(UidSet());
                count = 0;
                length = 0;
            }
            const qint64 room = members - count;
            const quint32 last = quint32(std::min<qint64>(range.last, range.first + room - 1));
            parts.last().add({range.first, last});
            count += qint64(last) - range.first + 1;
            length += size;
            more = last < range.last;
            range.first = last + 1;
        }
    }
    return parts;
}

QList<quint32> UidSet::members() const
{
    QList<quint32> uids;
    for (const Range &range : m_ranges) {
        for (quint32 uid = range.first; uid <= range.last; ++uid) {
            uids.append(uid);
            if (uid == range.last) // the largest number has no successor
                break;
        }
    }
    return uids;
}

} // namespace sekisho::imap
