// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/roworder.h"

#include <algorithm>
#include <numeric>
#include <optional>

namespace sekisho {

namespace {

enum class Kind : quint8 { Integers, Reals, Texts, Mixed };

Kind kindOf(const QVariant &value)
{
    switch (value.typeId()) {
    case QMetaType::Bool:
    case QMetaType::Int:
    case QMetaType::UInt:
    case QMetaType::LongLong: return Kind::Integers;
    case QMetaType::Double: return Kind::Reals;
    case QMetaType::QString: return Kind::Texts;
    default: return Kind::Mixed;
    }
}

/// What all values are that are there.
Kind kindOf(const std::vector<QVariant> &values)
{
    std::optional<Kind> kind;
    for (const QVariant &value : values) {
        if (!value.isValid())
            continue;
        if (kind && *kind != kindOf(value))
            return Kind::Mixed;
        kind = kindOf(value);
    }
    return kind.value_or(Kind::Integers);
}

bool isTextLess(const QString &a, const QString &b)
{
    return a.compare(b, Qt::CaseInsensitive) < 0;
}

bool isLess(const QVariant &a, const QVariant &b)
{
    if (!a.isValid() || !b.isValid())
        return !a.isValid() && b.isValid();
    if (kindOf(a) == Kind::Texts && kindOf(b) == Kind::Texts)
        return isTextLess(a.toString(), b.toString());
    return QVariant::compare(a, b) == QPartialOrdering::Less;
}

template <typename Key> struct Keyed {
    Key key;
    quint32 row = 0;
};

/// The rows by their keys, which stand beside them: comparing through a table would be slower.
template <typename KeyOf, typename Less>
std::vector<quint32> sorted(const std::vector<QVariant> &values, Qt::SortOrder order, KeyOf keyOf, Less less)
{
    using Key = decltype(keyOf(values.front()));
    std::vector<Keyed<Key>> keys;
    keys.reserve(values.size());
    for (size_t i = 0; i < values.size(); ++i)
        keys.push_back({keyOf(values[i]), quint32(i)});
    if (order == Qt::AscendingOrder) {
        std::stable_sort(keys.begin(), keys.end(), [&less](const auto &a, const auto &b) { return less(a.key, b.key); });
    } else {
        std::stable_sort(keys.begin(), keys.end(), [&less](const auto &a, const auto &b) { return less(b.key, a.key); });
    }
    std::vector<quint32> rows(keys.size());
    std::transform(keys.begin(), keys.end(), rows.begin(), [](const auto &key) { return key.row; });
    return rows;
}

template <typename Number> std::optional<Number> number(const QVariant &value)
{
    return value.isValid() ? std::optional(value.value<Number>()) : std::nullopt;
}

const QString *text(const QVariant &value)
{
    return value.isValid() ? static_cast<const QString *>(value.constData()) : nullptr;
}

std::vector<quint32> sorted(const std::vector<QVariant> &values, Qt::SortOrder order)
{
    switch (kindOf(values)) {
    case Kind::Integers: return sorted(values, order, number<qint64>, std::less());
    case Kind::Reals: return sorted(values, order, number<double>, std::less());
    case Kind::Texts:
        return sorted(values, order, text, [](const QString *a, const QString *b) {
            return a && b ? isTextLess(*a, *b) : !a && b;
        });
    case Kind::Mixed: break;
    }
    return sorted(values, order, [](const QVariant &value) { return &value; },
        [](const QVariant *a, const QVariant *b) { return isLess(*a, *b); });
}

} // namespace

RowOrder::RowOrder(const std::vector<QVariant> &values, Qt::SortOrder order)
    : m_rows(sorted(values, order))
{
    if (std::is_sorted(m_rows.begin(), m_rows.end())) {
        m_rows = {};
        return;
    }
    m_places.resize(m_rows.size());
    for (size_t i = 0; i < m_rows.size(); ++i)
        m_places[m_rows[i]] = quint32(i);
}

} // namespace sekisho
