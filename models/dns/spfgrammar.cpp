// SPDX-License-Identifier: GPL-3.0-or-later
#include "dns/spfgrammar.h"

#include <QList>

#include <algorithm>

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

bool isAlpha(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

/// One macro behind its "%{": letter, digits, "r", delimiters, "}" (§7.1). Gives what is left
/// behind it, or nothing where it is none.
std::optional<QStringView> behindMacro(QStringView rest)
{
    if (rest.isEmpty() || !QStringView(u"slodiphv").contains(rest.front().toLower()))
        return std::nullopt;
    rest = rest.sliced(1);
    qint64 digits = 0;
    bool isZero = false;
    for (; !rest.isEmpty() && isDigit(rest.front()); rest = rest.sliced(1)) {
        isZero = digits == 0 ? rest.front() == u'0' : isZero && rest.front() == u'0';
        ++digits;
    }
    if (isZero)
        return std::nullopt;
    if (!rest.isEmpty() && rest.front().toLower() == u'r')
        rest = rest.sliced(1);
    while (!rest.isEmpty() && QStringView(u".-+,/_=").contains(rest.front()))
        rest = rest.sliced(1);
    return rest.startsWith(u'}') ? std::optional(rest.sliced(1)) : std::nullopt;
}

} // namespace

SpfMacros spfMacrosIn(QStringView text)
{
    SpfMacros result;
    while (!text.isEmpty()) {
        result.endsInMacro = false;
        if (text.front() != u'%') {
            text = text.sliced(1);
            continue;
        }
        result.use = SpfMacroUse::Some;
        const QChar kind = text.size() > 1 ? text[1] : QChar();
        if (kind == u'{') {
            const auto rest = behindMacro(text.sliced(2));
            if (!rest)
                return {SpfMacroUse::Wrong, false};
            text = *rest;
            result.endsInMacro = true;
        } else if (kind == u'%' || kind == u'_' || kind == u'-') {
            text = text.sliced(2);
        } else {
            return {SpfMacroUse::Wrong, false};
        }
    }
    return result;
}

bool isSpfModifierName(QStringView name)
{
    return !name.isEmpty() && isAlpha(name.front()) &&
        std::all_of(name.cbegin(), name.cend(), [](QChar c) {
            return isAlpha(c) || isDigit(c) || c == u'-' || c == u'_' || c == u'.';
        });
}

bool endsInTopLabel(QStringView domain)
{
    if (domain.endsWith(u'.'))
        domain.chop(1);
    const QStringView top = domain.sliced(domain.lastIndexOf(u'.') + 1);
    return domain.contains(u'.') && !top.isEmpty() && top.front() != u'-' && top.back() != u'-' &&
        std::all_of(top.cbegin(), top.cend(),
            [](QChar c) { return isAlpha(c) || isDigit(c) || c == u'-'; }) &&
        !std::all_of(top.cbegin(), top.cend(), isDigit);
}

std::optional<int> prefixBits(QStringView digits, int most)
{
    const bool plain = !digits.isEmpty() && digits.size() <= 3 &&
        std::all_of(digits.cbegin(), digits.cend(), isDigit) &&
        (digits.size() == 1 || digits.front() != u'0');
    const int bits = plain ? digits.toInt() : -1;
    return bits >= 0 && bits <= most ? std::optional(bits) : std::nullopt;
}

bool isPrivateNetwork(const IpNetwork &network)
{
    static const QList<IpNetwork> privates = [] {
        QList<IpNetwork> list;
        for (const auto text :
            {"10.0.0.0/8"_L1, "127.0.0.0/8"_L1, "172.16.0.0/12"_L1, "192.168.0.0/16"_L1,
                "169.254.0.0/16"_L1, "100.64.0.0/10"_L1, "::1"_L1, "fc00::/7"_L1, "fe80::/10"_L1})
            list.append(IpNetwork::parse(QString(text)).value());
        return list;
    }();
    const auto holds = [&network](const IpNetwork &other) {
        return other.contains(network.first) && network.bits >= other.bits;
    };
    return std::any_of(privates.cbegin(), privates.cend(), holds);
}

} // namespace sekisho
