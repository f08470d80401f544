// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/hashindex.h"
#include "base/typedid.h"

#include <QString>

#include <array>
#include <optional>
#include <vector>

namespace sekisho {

/// Every distinct string once; id 0 is the empty string.
class StringPool final {
public:
    StringPool();

    StringId intern(const QString &text);
    /// Adds all texts of another pool in their order; what its ids are here, by their value.
    [[nodiscard]] std::vector<StringId> merge(const StringPool &other);
    [[nodiscard]] const QString &text(StringId id) const { return m_texts[id.value]; }
    /// Whether the text is known, and as what; does not add it.
    [[nodiscard]] bool find(const QString &text, StringId &id) const;
    [[nodiscard]] size_t size() const { return m_texts.size(); }

private:
    [[nodiscard]] std::optional<quint32> idOf(const QString &text, size_t hash) const;

    std::vector<QString> m_texts;
    HashIndex m_ids;
    std::array<quint32, 256> m_recent{}; ///< ids by the address of their letters
};

} // namespace sekisho
