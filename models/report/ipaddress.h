// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QHashFunctions>
#include <QString>

#include <array>
#include <compare>
#include <optional>

namespace sekisho {

/// An IPv4 or IPv6 address. IPv4 is kept in its mapped form (::ffff:a.b.c.d), so that one order
/// and one prefix rule serve both.
class IpAddress final {
public:
    /// From text in RFC 3986 syntax; also "[…]", "IPv6:…" and blanks around it.
    [[nodiscard]] static std::optional<IpAddress> parse(QStringView text);

    [[nodiscard]] bool isV4() const;
    /// The first `bits` of the address, the rest zero. Bits count in the address's own family.
    [[nodiscard]] IpAddress prefix(int bits) const;
    [[nodiscard]] QString text() const;
    using Characters = std::array<char, 64>;
    /// The same without a string of its own, for where millions are written: ASCII, in `to`.
    [[nodiscard]] QByteArrayView text(Characters &to) const;
    [[nodiscard]] const std::array<quint8, 16> &bytes() const { return m_bytes; }

    auto operator<=>(const IpAddress &) const = default;

private:
    std::array<quint8, 16> m_bytes{};
};

inline size_t qHash(const IpAddress &ip, size_t seed = 0) noexcept
{
    return qHashBits(ip.bytes().data(), ip.bytes().size(), seed);
}

/// A network: an address prefix and its length in the family's own bits.
struct IpNetwork {
    IpAddress first;
    int bits = 0;

    /// "192.0.2.0/24"; an address alone is a network of one.
    [[nodiscard]] static std::optional<IpNetwork> parse(QStringView text);
    [[nodiscard]] bool contains(const IpAddress &ip) const;
    /// In the notation of the field: "192.0.2.0/24", or the address where it is one.
    [[nodiscard]] QString text() const;
    auto operator<=>(const IpNetwork &) const = default;
};

/// The network that a sender without a known host name is grouped by: /24 or /48.
[[nodiscard]] IpNetwork senderNetwork(const IpAddress &ip);
/// How such a network is shown: "9.188.7.*", "2001:db8:1:*".
[[nodiscard]] QString senderNetworkText(const IpNetwork &network);

} // namespace sekisho
