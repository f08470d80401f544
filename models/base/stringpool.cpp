// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/stringpool.h"

#include <QHash>

namespace sekisho {

namespace {

size_t hashOf(const QString &text)
{
    return qHash(text, QHashSeed::globalSeed());
}

} // namespace

StringPool::StringPool()
{
    m_texts.emplace_back();
}

std::optional<quint32> StringPool::idOf(const QString &text, size_t hash) const
{
    return m_ids.find(hash, [&](quint32 id) { return m_texts[id] == text; });
}

StringId StringPool::intern(const QString &text)
{
    if (text.isEmpty())
        return {};
    // Readers share the letters of equal texts. What the pool holds stays where it is, so the same
    // address means the same letters, and to look at it is much cheaper than at them.
    const auto address = quintptr(text.constData());
    quint32 &recent = m_recent[(address / 16 ^ address / 4096) % m_recent.size()];
    const QString &before = m_texts[recent];
    if (before.constData() == text.constData() && before.size() == text.size())
        return {recent};
    const size_t hash = hashOf(text);
    if (const auto id = idOf(text, hash))
        return {*id};
    recent = quint32(m_texts.size());
    m_texts.push_back(text);
    m_ids.add(hash, recent);
    return {recent};
}

std::vector<StringId> StringPool::merge(const StringPool &other)
{
    std::vector<StringId> ids;
    ids.reserve(other.size());
    for (const QString &text : other.m_texts)
        ids.push_back(intern(text));
    return ids;
}

bool StringPool::find(const QString &text, StringId &id) const
{
    if (text.isEmpty()) {
        id = {};
        return true;
    }
    const auto found = idOf(text, hashOf(text));
    if (found)
        id = {*found};
    return found.has_value();
}

} // namespace sekisho
