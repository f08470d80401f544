// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dataset/filter.h"

namespace sekisho {

/// The filters the user went through, for Back and Forward.
class FilterHistory final {
public:
    explicit FilterHistory(const Filter &first = {})
        : m_filters{first}
    {
    }

    [[nodiscard]] const Filter &current() const { return m_filters.at(m_position); }
    /// A new filter; what lay ahead is forgotten. The same one again changes nothing.
    void push(const Filter &filter);
    void back() { m_position -= canGoBack() ? 1 : 0; }
    void forward() { m_position += canGoForward() ? 1 : 0; }
    [[nodiscard]] bool canGoBack() const { return m_position > 0; }
    [[nodiscard]] bool canGoForward() const { return m_position + 1 < m_filters.size(); }

private:
    QList<Filter> m_filters;
    qsizetype m_position = 0;
};

} // namespace sekisho
