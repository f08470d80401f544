// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/stringpool.h"

namespace sekisho {

StringPool::StringPool()
{
    m_texts.emplace_back();
}

StringId StringPool::intern(const QString &text)
{
    if (text.isEmpty())
        return {};
    const auto found = m_ids.constFind(text);
    if (found != m_ids.cend())
        return {*found};
    const StringId id{quint32(m_texts.size())};
    m_texts.push_back(text);
    m_ids.insert(text, id.value);
    return id;
}

bool StringPool::find(const QString &text, StringId &id) const
{
    if (text.isEmpty()) {
        id = {};
        return true;
    }
    const auto found = m_ids.constFind(text);
    if (found == m_ids.cend())
        return false;
    id = {*found};
    return true;
}

} // namespace sekisho
