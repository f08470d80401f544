// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/keyindex.h"
#include "dataset/filter.h"

#include <algorithm>

namespace sekisho {

namespace {

/// The bits that a network of senders has, in one number.
quint64 networkBits(const IpAddress &ip)
{
    constexpr quint64 isFour = quint64(1) << 48;
    const auto &bytes = ip.bytes();
    const bool four = ip.isV4();
    quint64 bits = 0;
    for (size_t i = four ? 12 : 0; i < (four ? 15 : 6); ++i)
        bits = bits << 8 | bytes[i];
    return four ? bits | isFour : bits;
}

/// The network whose key this text is.
std::optional<IpAddress> networkOfKey(const QString &key)
{
    const auto network = key.contains(u'/') ? IpNetwork::parse(key) : std::nullopt;
    const bool is = network && *network == senderNetwork(network->first) && network->text() == key;
    return is ? std::optional(network->first) : std::nullopt;
}

/// Gives each network and name a number.
class Groups final {
public:
    /// `addresses`: how many will be asked for, at most.
    Groups(std::vector<SenderGroup> &groups, size_t addresses)
        : m_groups(groups)
    {
        m_groups.reserve(addresses);
        m_networks.reserve(addresses);
    }

    void prepare(const IpAddress &ip) const { m_networks.prepare(networkBits(ip)); }

    quint32 of(const IpAddress &ip)
    {
        const quint32 network = m_networks.of(networkBits(ip));
        if (network == m_ofNetwork.size()) {
            m_ofNetwork.push_back(quint32(m_groups.size()));
            m_groups.push_back({senderNetwork(ip).first, {}});
        }
        return m_ofNetwork[network];
    }

    quint32 of(const QString &name)
    {
        const auto found = m_ofName.constFind(name);
        if (found != m_ofName.cend())
            return *found;
        // Reports may give anything for an address; keys stay unique.
        if (const auto network = networkOfKey(name))
            return *m_ofName.insert(name, of(*network));
        m_groups.push_back({{}, name});
        return *m_ofName.insert(name, quint32(m_groups.size() - 1));
    }

private:
    std::vector<SenderGroup> &m_groups;
    KeyIndex m_networks;
    std::vector<quint32> m_ofNetwork;
    QHash<QString, quint32> m_ofName;
};

} // namespace

QString SenderGroup::key() const
{
    return network ? senderNetwork(*network).text() : name;
}

QString SenderGroup::label() const
{
    return network ? senderNetworkText(senderNetwork(*network)) : name;
}

std::optional<quint32> SenderIndex::find(const QString &key) const
{
    const std::optional<IpAddress> network = networkOfKey(key);
    const auto found = std::find_if(groups.begin(), groups.end(), [&](const SenderGroup &one) {
        return network ? one.network == network : !one.network && one.name == key;
    });
    return found == groups.end() ? std::nullopt : std::optional(quint32(found - groups.begin()));
}

SenderIndex makeSenderIndex(const Dataset &dataset, const HostNames &hosts)
{
    constexpr size_t ahead = 16;
    const OrganizationalDomains domains;
    SenderIndex index;
    Groups groups(index.groups, dataset.addresses.size());
    StringPool names;
    index.host.reserve(dataset.addresses.size());
    index.group.reserve(dataset.addresses.size());
    for (size_t i = 0; i < dataset.addresses.size(); ++i) {
        if (i + ahead < dataset.addresses.size() && dataset.addresses[i + ahead].ip)
            groups.prepare(*dataset.addresses[i + ahead].ip);
        const Address &address = dataset.addresses[i];
        const QString host = address.ip ? hosts.value(*address.ip) : QString();
        index.host.push_back(names.intern(host));
        if (!host.isEmpty())
            index.group.push_back(groups.of(domains.of(host)));
        else if (address.ip)
            index.group.push_back(groups.of(*address.ip));
        else
            index.group.push_back(groups.of(dataset.text(address.text)));
    }
    index.names.reserve(names.size());
    for (quint32 i = 0; i < names.size(); ++i)
        index.names.push_back(names.text({i}));
    return index;
}

} // namespace sekisho
