// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>
#include <compare>
#include <cstddef>

namespace sekisho {

/// An index that only fits the table it belongs to: mixing up two kinds does not compile.
template <typename Tag> struct TypedId {
    quint32 value = 0;

    constexpr auto operator<=>(const TypedId &) const = default;
};

struct StringTag;
struct ReportTag;
struct AddressTag;

/// A string in a StringPool; the default is the empty string.
using StringId = TypedId<StringTag>;
/// A report in a Dataset.
using ReportId = TypedId<ReportTag>;
/// A source address in a Dataset.
using AddressId = TypedId<AddressTag>;

template <typename Tag> size_t qHash(TypedId<Tag> id, size_t seed = 0) noexcept
{
    return id.value ^ seed;
}

} // namespace sekisho
