// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/storedjson.h"

#include "archive/storedfields.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <functional>
#include <type_traits>

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

template <typename T> struct IsVector : std::false_type {
};
template <typename T> struct IsVector<std::vector<T>> : std::true_type {
};
template <typename T> struct IsOptional : std::false_type {
};
template <typename T> struct IsOptional<std::optional<T>> : std::true_type {
};

/// Enumerations do not all begin with their first choice, and 0 is an answer of its own.
template <typename T>
constexpr bool isAlwaysWritten = std::is_enum_v<T> || std::is_same_v<T, qint64>;

/// Calls a function with the name and the value of each field.
template <typename T, typename Function> void forEachField(T &value, Function function)
{
    constexpr const auto &table = storedFields<std::remove_const_t<T>>;
    static_assert(
        std::tuple_size_v<std::remove_cvref_t<decltype(table)>> > 0, "no table of fields");
    const auto call = [&](const auto &...fields) {
        (function(QLatin1StringView(fields.name), std::invoke(fields.member, value)), ...);
    };
    std::apply(call, table);
}

template <typename T> QJsonValue written(const T &value)
{
    if constexpr (std::is_same_v<T, QString> || std::is_same_v<T, bool> || std::is_same_v<T, int> ||
        std::is_same_v<T, qint64>) {
        return value;
    } else if constexpr (std::is_enum_v<T>) {
        return int(value);
    } else if constexpr (std::is_same_v<T, QByteArray>) {
        return QString::fromLatin1(value);
    } else if constexpr (std::is_same_v<T, IpAddress>) {
        return value.text();
    } else if constexpr (std::is_same_v<T, QStringList>) {
        return QJsonArray::fromStringList(value);
    } else if constexpr (IsOptional<T>::value) {
        return written(*value);
    } else if constexpr (IsVector<T>::value) {
        QJsonArray array;
        for (const auto &one : value)
            array.append(written(one));
        return array;
    } else {
        QJsonObject object;
        forEachField(value, [&object]<typename Field>(QLatin1StringView name, const Field &field) {
            if (isAlwaysWritten<Field> || field != Field())
                object.insert(name, written(field));
        });
        return object;
    }
}

template <typename T> void read(const QJsonValue &json, T &value)
{
    if constexpr (std::is_same_v<T, QString>) {
        value = json.toString();
    } else if constexpr (std::is_same_v<T, bool>) {
        value = json.toBool();
    } else if constexpr (std::is_same_v<T, int>) {
        value = json.toInt();
    } else if constexpr (std::is_same_v<T, qint64>) {
        value = json.toInteger();
    } else if constexpr (std::is_enum_v<T>) {
        static_assert(lastChoice<T> != T(), "the last choice is not named");
        if (const int number = json.toInt(-1); number >= 0 && number <= int(lastChoice<T>))
            value = T(number);
    } else if constexpr (std::is_same_v<T, QByteArray>) {
        value = json.toString().toLatin1();
    } else if constexpr (std::is_same_v<T, IpAddress>) {
        value = IpAddress::parse(json.toString()).value_or(value);
    } else if constexpr (std::is_same_v<T, QStringList>) {
        for (const QJsonValue &one : json.toArray())
            value.append(one.toString());
    } else if constexpr (IsOptional<T>::value) {
        typename T::value_type inner{};
        read(json, inner);
        value = inner;
    } else if constexpr (IsVector<T>::value) {
        for (const QJsonValue &one : json.toArray())
            read(one, value.emplace_back());
    } else {
        forEachField(value, [object = json.toObject()](QLatin1StringView name, auto &field) {
            const auto found = object.constFind(name);
            if (found != object.constEnd())
                read(*found, field);
        });
    }
}

template <typename T> QByteArray textOf(const T &value)
{
    return QJsonDocument(written(value).toObject()).toJson(QJsonDocument::Compact);
}

template <typename T> std::optional<T> readFrom(const QByteArray &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject())
        return std::nullopt;
    T value;
    read(document.object(), value);
    return value;
}

} // namespace

QByteArray toJson(const FailureReport &report)
{
    return textOf(report);
}

QByteArray toJson(const TlsReport &report)
{
    return textOf(report);
}

std::optional<FailureReport> failureFromJson(const QByteArray &json)
{
    return readFrom<FailureReport>(json);
}

std::optional<TlsReport> tlsFromJson(const QByteArray &json)
{
    return readFrom<TlsReport>(json);
}

QByteArray listToJson(const QStringList &list)
{
    if (list.isEmpty())
        return {};
    return QJsonDocument(QJsonArray::fromStringList(list)).toJson(QJsonDocument::Compact);
}

QStringList listFromJson(const QByteArray &json)
{
    if (json.isEmpty())
        return {};
    QStringList list;
    for (const QJsonValue &one : QJsonDocument::fromJson(json).array())
        list.append(one.toString());
    return list;
}

} // namespace sekisho
