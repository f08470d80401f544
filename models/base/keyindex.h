// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <algorithm>
#include <optional>
#include <vector>

namespace sekisho {

/// Numbers keys from 0 in the order they come: an open-addressing table, since this is looked up
/// several times for each of a million records.
class KeyIndex final {
public:
    quint32 of(quint64 key)
    {
        if ((m_keys.size() + 1) * 2 > m_slots.size())
            grow();
        quint32 &slot = m_slots[slotOf(key)];
        if (slot == 0) {
            m_keys.push_back(key);
            slot = quint32(m_keys.size());
        }
        return slot - 1;
    }
    /// Room for so many keys.
    void reserve(size_t keys)
    {
        m_keys.reserve(keys);
        while (m_slots.size() < keys * 2)
            grow();
    }
    /// Has the memory fetched that of() will look at for a key some keys later.
    void prepare(quint64 key) const
    {
        if (!m_slots.empty())
            __builtin_prefetch(&m_slots[mixed(key) & (m_slots.size() - 1)]);
    }
    [[nodiscard]] std::optional<quint32> find(quint64 key) const
    {
        const quint32 slot = m_slots.empty() ? 0 : m_slots[slotOf(key)];
        return slot == 0 ? std::nullopt : std::optional(slot - 1);
    }
    [[nodiscard]] quint64 key(quint32 index) const { return m_keys[index]; }
    [[nodiscard]] size_t size() const { return m_keys.size(); }

    /// Spreads the bits of a key (splitmix64).
    [[nodiscard]] static constexpr quint64 mixed(quint64 key)
    {
        key += 0x9e3779b97f4a7c15U;
        key = (key ^ (key >> 30)) * 0xbf58476d1ce4e5b9U;
        key = (key ^ (key >> 27)) * 0x94d049bb133111ebU;
        return key ^ (key >> 31);
    }
    [[nodiscard]] static constexpr quint64 pair(quint32 a, quint32 b)
    {
        return quint64(a) << 32 | b;
    }

private:
    [[nodiscard]] size_t slotOf(quint64 key) const
    {
        size_t slot = mixed(key) & (m_slots.size() - 1);
        while (m_slots[slot] != 0 && m_keys[m_slots[slot] - 1] != key)
            slot = (slot + 1) & (m_slots.size() - 1);
        return slot;
    }
    void grow()
    {
        m_slots.assign(std::max<size_t>(64, m_slots.size() * 2), 0);
        for (size_t i = 0; i < m_keys.size(); ++i)
            m_slots[slotOf(m_keys[i])] = quint32(i + 1);
    }

    std::vector<quint64> m_keys;
    std::vector<quint32> m_slots; ///< index into m_keys plus one; 0: free
};

} // namespace sekisho
