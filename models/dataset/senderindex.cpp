// SPDX-License-Identifier: GPL-3.0-or-later
#include "dataset/filter.h"

namespace sekisho {

namespace {

/// Gives each distinct key of a group a number.
class Groups final {
public:
    explicit Groups(SenderIndex &index)
        : m_index(index)
    {
    }

    /// The texts of a network are only made once.
    quint32 of(const IpNetwork &network)
    {
        const auto found = m_networks.constFind(network.first);
        if (found != m_networks.cend())
            return *found;
        return *m_networks.insert(network.first, of(network.text(), senderNetworkText(network)));
    }

    quint32 of(const QString &key, const QString &label)
    {
        const auto found = m_known.constFind(key);
        if (found != m_known.cend())
            return *found;
        const quint32 next = quint32(m_index.keys.size());
        m_index.keys.push_back(key);
        m_index.labels.push_back(label);
        m_known.insert(key, next);
        return next;
    }

private:
    SenderIndex &m_index;
    QHash<QString, quint32> m_known;
    QHash<IpAddress, quint32> m_networks; // all of one length per family, so the first address tells
};

} // namespace

SenderIndex makeSenderIndex(const Dataset &dataset, const HostNames &hosts)
{
    const OrganizationalDomains domains;
    SenderIndex index;
    Groups groups(index);
    StringPool names;
    index.host.reserve(dataset.addresses.size());
    index.group.reserve(dataset.addresses.size());
    for (const Address &address : dataset.addresses) {
        const QString host = address.ip ? hosts.value(*address.ip) : QString();
        index.host.push_back(names.intern(host));
        if (!host.isEmpty()) {
            const QString &domain = domains.of(host);
            index.group.push_back(groups.of(domain, domain));
        } else if (address.ip) {
            index.group.push_back(groups.of(senderNetwork(*address.ip)));
        } else {
            const QString &text = dataset.text(address.text);
            index.group.push_back(groups.of(text, text));
        }
    }
    index.names.reserve(names.size());
    for (quint32 i = 0; i < names.size(); ++i)
        index.names.push_back(names.text({i}));
    return index;
}

} // namespace sekisho
