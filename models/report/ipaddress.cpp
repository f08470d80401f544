// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/ipaddress.h"

#include <QByteArray>

#ifdef Q_OS_WIN
#include <winsock2.h>
#include <ws2tcpip.h>
#else
#include <arpa/inet.h>
#endif

#include <algorithm>
#include <charconv>
#include <cstring>

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array<quint8, 12> mappedPrefix{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};

/// Four decimal numbers without leading zeros and nothing else, as inet_pton takes them.
bool parseDottedQuad(QStringView text, quint8 *bytes)
{
    int part = 0;
    int value = -1; // no digit yet
    for (const QChar c : text) {
        const int digit = c.unicode() - u'0';
        if (c == u'.' && value >= 0 && value <= 255 && part < 3) {
            bytes[part++] = quint8(value);
            value = -1;
        } else if (digit >= 0 && digit <= 9 && value != 0 && value < 256) {
            value = value < 0 ? digit : value * 10 + digit;
        } else {
            return false;
        }
    }
    if (part != 3 || value < 0 || value > 255)
        return false;
    bytes[3] = quint8(value);
    return true;
}

} // namespace

std::optional<IpAddress> IpAddress::parse(QStringView text)
{
    IpAddress v4;
    std::copy(mappedPrefix.begin(), mappedPrefix.end(), v4.m_bytes.begin());
    if (parseDottedQuad(text, v4.m_bytes.data() + mappedPrefix.size()))
        return v4;
    text = text.trimmed();
    if (text.startsWith(u'[') && text.endsWith(u']'))
        text = text.sliced(1, text.size() - 2);
    if (text.startsWith(u"IPv6:", Qt::CaseInsensitive))
        text = text.sliced(5);
    // The longest text of an address has 45 characters; a scope ("%eth0") has no place here.
    std::array<char, 64> ascii{};
    if (text.isEmpty() || text.size() >= qsizetype(ascii.size()))
        return std::nullopt;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] >= u'\x80' || text[i] == u'\0')
            return std::nullopt;
        ascii[size_t(i)] = char(text[i].unicode());
    }
    IpAddress ip;
    if (text.contains(u':'))
        return inet_pton(AF_INET6, ascii.data(), ip.m_bytes.data()) == 1 ? std::optional(ip) : std::nullopt;
    std::copy(mappedPrefix.begin(), mappedPrefix.end(), ip.m_bytes.begin());
    return inet_pton(AF_INET, ascii.data(), ip.m_bytes.data() + 12) == 1 ? std::optional(ip) : std::nullopt;
}

bool IpAddress::isV4() const
{
    return std::equal(mappedPrefix.begin(), mappedPrefix.end(), m_bytes.begin());
}

IpAddress IpAddress::prefix(int bits) const
{
    IpAddress result = *this;
    int keep = std::clamp(isV4() ? bits + 96 : bits, 0, 128);
    for (quint8 &byte : result.m_bytes) {
        if (keep < 8)
            byte &= quint8(0xff00 >> std::max(keep, 0));
        keep -= 8;
    }
    return result;
}

QString IpAddress::text() const
{
    Characters characters;
    return QString::fromLatin1(text(characters));
}

QByteArrayView IpAddress::text(Characters &to) const
{
    static_assert(sizeof(to) > INET6_ADDRSTRLEN);
    if (!isV4()) {
        inet_ntop(AF_INET6, m_bytes.data(), to.data(), socklen_t(to.size()));
        return {to.data(), qsizetype(std::strlen(to.data()))};
    }
    char *end = to.data(); // inet_ntop prints, which takes ten times as long
    for (size_t i = mappedPrefix.size(); i < m_bytes.size(); ++i) {
        end = std::to_chars(end, end + 3, m_bytes[i]).ptr;
        *end++ = '.';
    }
    return {to.data(), end - to.data() - 1};
}

std::optional<IpNetwork> IpNetwork::parse(QStringView text)
{
    const qsizetype slash = text.indexOf(u'/');
    const auto ip = IpAddress::parse(slash < 0 ? text : text.first(slash));
    if (!ip)
        return std::nullopt;
    const int most = ip->isV4() ? 32 : 128;
    bool ok = true;
    int bits = slash < 0 ? most : text.sliced(slash + 1).trimmed().toInt(&ok);
    // A mapped address in the notation of IPv6 counts the bits of its prefix as well.
    if (slash >= 0 && ip->isV4() && text.first(slash).contains(u':'))
        bits -= 96;
    if (!ok || bits < 0 || bits > most)
        return std::nullopt;
    return IpNetwork{ip->prefix(bits), bits};
}

bool IpNetwork::contains(const IpAddress &ip) const
{
    return ip.isV4() == first.isV4() && ip.prefix(bits) == first;
}

QString IpNetwork::text() const
{
    const bool single = bits == (first.isV4() ? 32 : 128);
    return single ? first.text() : u"%1/%2"_s.arg(first.text()).arg(bits);
}

IpNetwork senderNetwork(const IpAddress &ip)
{
    const int bits = ip.isV4() ? 24 : 48;
    return {ip.prefix(bits), bits};
}

QString senderNetworkText(const IpNetwork &network)
{
    const auto &bytes = network.first.bytes();
    if (network.first.isV4())
        return u"%1.%2.%3.*"_s.arg(bytes[12]).arg(bytes[13]).arg(bytes[14]);
    const auto group = [&bytes](size_t i) { return QString::number(bytes[i] * 256 + bytes[i + 1], 16); };
    return u"%1:%2:%3:*"_s.arg(group(0), group(2), group(4));
}

} // namespace sekisho
