// SPDX-License-Identifier: GPL-3.0-or-later
#include "filterhistory.h"

namespace sekisho {

void FilterHistory::push(const Filter &filter)
{
    constexpr qsizetype most = 200;
    if (filter == current())
        return;
    m_filters.resize(m_position + 1);
    m_filters.append(filter);
    if (m_filters.size() > most)
        m_filters.removeFirst();
    m_position = m_filters.size() - 1;
}

} // namespace sekisho
