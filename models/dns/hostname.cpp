// SPDX-License-Identifier: GPL-3.0-or-later
#include "dns/hostname.h"

#include "report/domainname.h"

#include <algorithm>

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostCharacters = 253;
constexpr qsizetype mostLabelCharacters = 63;

bool isLetter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool isLabel(QStringView label)
{
    const auto fits = [](QChar c) { return isLetter(c) || isDigit(c) || c == u'-' || c == u'_'; };
    return !label.isEmpty() && label.size() <= mostLabelCharacters && !label.startsWith(u'-') &&
        !label.endsWith(u'-') && std::all_of(label.cbegin(), label.cend(), fits);
}

} // namespace

bool isDomainName(QStringView text)
{
    if (text.size() > mostCharacters)
        return false;
    const QList<QStringView> labels = text.split(u'.');
    const QStringView top = labels.last();
    return labels.size() > 1 && std::all_of(labels.cbegin(), labels.cend(), isLabel) &&
        !std::all_of(top.cbegin(), top.cend(), isDigit);
}

QString checkedHostName(const QString &name)
{
    // Longer than any name can be, also with each octet escaped as \ddd: not worth a closer look.
    if (name.size() > 4 * mostCharacters)
        return {};
    // Blanks around would be trimmed away below, and a host has none.
    const auto isBlank = [](QChar c) { return c.isSpace() || !c.isPrint(); };
    if (std::any_of(name.cbegin(), name.cend(), isBlank))
        return {};
    const QString host = normalizedDomain(name);
    return isDomainName(host) ? host : QString();
}

QString reverseName(const IpAddress &ip)
{
    const auto &bytes = ip.bytes();
    if (ip.isV4())
        return u"%1.%2.%3.%4.in-addr.arpa"_s.arg(bytes[15]).arg(bytes[14]).arg(bytes[13]).arg(
            bytes[12]);
    QString name;
    for (auto byte = bytes.crbegin(); byte != bytes.crend(); ++byte)
        name += QString::number(*byte & 15, 16) + u'.' + QString::number(*byte >> 4, 16) + u'.';
    return name + u"ip6.arpa"_s;
}

} // namespace sekisho
