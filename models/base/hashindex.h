// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <cstddef>
#include <limits>
#include <optional>
#include <utility>
#include <vector>

namespace sekisho {

/// Finds the numbers of values that stand in a table of their own, by hash: smaller and quicker
/// than a QHash with the values in it once more.
class HashIndex final {
public:
    /// The number that `isWanted` says is the right one of those with this hash.
    template <typename IsWanted>
    [[nodiscard]] std::optional<quint32> find(size_t hash, const IsWanted &isWanted) const
    {
        if (m_slots.empty())
            return std::nullopt;
        const quint32 mark = markOf(hash);
        for (size_t at = mark & mask(); m_slots[at].number != none; at = (at + 1) & mask()) {
            if (m_slots[at].mark == mark && isWanted(m_slots[at].number))
                return m_slots[at].number;
        }
        return std::nullopt;
    }

    /// Has the memory fetched that find() will look at: for long tables it is not near.
    void prepare(size_t hash) const
    {
        if (!m_slots.empty())
            __builtin_prefetch(&m_slots[markOf(hash) & mask()]);
    }

    /// A number that is not there yet.
    void add(size_t hash, quint32 number)
    {
        constexpr size_t leastSlots = 64;
        if (m_used * 3 >= m_slots.size() * 2)
            resize(m_slots.empty() ? leastSlots : m_slots.size() * 2);
        place({markOf(hash), number});
        ++m_used;
    }

private:
    static constexpr quint32 none = std::numeric_limits<quint32>::max();

    struct Slot {
        quint32 mark = 0; ///< of the hash
        quint32 number = none;
    };

    static constexpr quint32 markOf(size_t hash) { return quint32(hash ^ (hash >> 32)); }
    [[nodiscard]] size_t mask() const { return m_slots.size() - 1; }
    void place(Slot slot)
    {
        size_t at = slot.mark & mask();
        while (m_slots[at].number != none)
            at = (at + 1) & mask();
        m_slots[at] = slot;
    }
    void resize(size_t size)
    {
        const std::vector<Slot> before = std::exchange(m_slots, std::vector<Slot>(size));
        for (const Slot &slot : before) {
            if (slot.number != none)
                place(slot);
        }
    }

    std::vector<Slot> m_slots; ///< a power of two, never full
    size_t m_used = 0;
};

} // namespace sekisho
