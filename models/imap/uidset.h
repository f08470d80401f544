// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayList>
#include <QList>

namespace sekisho::imap {

/// A set of message numbers as sorted ranges, so that whole mailboxes cost little.
class UidSet final {
public:
    struct Range {
        quint32 first = 0;
        quint32 last = 0;
        bool operator==(const Range &) const = default;
    };

    UidSet() = default;
    UidSet(std::initializer_list<quint32> uids);
    [[nodiscard]] static UidSet range(quint32 first, quint32 last);
    /// "1:3,7"; ranges may be the wrong way round, what is no number is left out.
    [[nodiscard]] static UidSet fromText(QByteArrayView text);

    void add(quint32 uid) { add(Range{uid, uid}); }
    void add(Range range);
    void remove(quint32 uid);
    void unite(const UidSet &other);
    void subtract(const UidSet &other);
    [[nodiscard]] bool contains(quint32 uid) const;
    [[nodiscard]] bool isEmpty() const { return m_ranges.isEmpty(); }
    [[nodiscard]] qint64 size() const;
    [[nodiscard]] quint32 first() const { return m_ranges.isEmpty() ? 0 : m_ranges.first().first; }
    [[nodiscard]] quint32 last() const { return m_ranges.isEmpty() ? 0 : m_ranges.last().last; }
    [[nodiscard]] const QList<Range> &ranges() const { return m_ranges; }
    [[nodiscard]] QByteArray text() const;
    /// The set in parts of at most so many members, each at most so long as text.
    [[nodiscard]] QList<UidSet> parts(int members, int chars) const;
    /// The members up to this one. Only for sets of known size: it is a list.
    [[nodiscard]] QList<quint32> members() const;

    bool operator==(const UidSet &) const = default;

private:
    QList<Range> m_ranges; ///< sorted, never touching one another
};

} // namespace sekisho::imap
