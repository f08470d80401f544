// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <algorithm>
#include <optional>
#include <vector>

namespace sekisho {

/// The number that rows of a table have in the order of their ids, from 0. Ids mostly follow one
/// another; where rows were forgotten there are gaps.
class IdMap final {
public:
    /// The next row; its id is larger than that of the one before.
    void add(qint64 id) { m_ids.push_back(id); }
    void reserve(size_t size) { m_ids.reserve(size); }
    [[nodiscard]] size_t size() const { return m_ids.size(); }
    [[nodiscard]] qint64 id(size_t number) const { return m_ids[number]; }
    [[nodiscard]] std::optional<quint32> find(qint64 id) const
    {
        if (m_ids.empty() || id < m_ids.front())
            return std::nullopt;
        const quint64 guess = quint64(id) - quint64(m_ids.front());
        if (guess < m_ids.size() && m_ids[guess] == id)
            return quint32(guess);
        const auto found = std::lower_bound(m_ids.begin(), m_ids.end(), id);
        if (found == m_ids.end() || *found != id)
            return std::nullopt;
        return quint32(found - m_ids.begin());
    }

private:
    std::vector<qint64> m_ids;
};

} // namespace sekisho
