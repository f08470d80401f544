// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/cases/knownservices.h"
#include "dataset/filter.h"

#include <span>

namespace sekisho {

/// What a domain or host name says by itself.
struct NameInfo {
    QString name; ///< normalized
    quint32 org = 0; ///< organizational domain, see Names::orgText(); 0: no name
    qint32 service = -1; ///< index into KnownServices::services()
    ServiceKind kind = ServiceKind::None;
    bool listLike = false; ///< a label such as "lists", "ml" or "groups"
    bool generic =
        false; ///< names of dial-up and broadband lines: the address in it, "dyn", "pool"
    bool server = false; ///< a label such as "mx1", "smtp" or "relay"
    QString tenant; ///< the customer's label below a shared name, without hyphens
};

/// All domain and host names of a dataset, each looked at once. Filled before it is read by
/// several threads.
class Names final {
public:
    Names(const Dataset &dataset, const SenderIndex &senders, const KnownServices &services);

    /// Looks at a domain now, so that of() knows it.
    void learn(StringId domain);
    [[nodiscard]] const NameInfo &of(StringId domain) const
    {
        const qint32 index = m_domains[domain.value];
        return index < 0 ? m_none : m_infos[size_t(index)];
    }
    [[nodiscard]] const NameInfo &ofHost(AddressId address) const
    {
        return m_hosts[m_senders.host[address.value].value];
    }
    [[nodiscard]] const QString &orgText(quint32 org) const { return m_orgs[org]; }
    [[nodiscard]] size_t orgCount() const { return m_orgs.size(); }
    /// Whether a tenant's label (NameInfo::tenant) is the one that the owner of `org` would take:
    /// "examplejp" or "example" for example.jp.
    [[nodiscard]] bool isTenantOf(const QString &tenant, quint32 org) const;

private:
    [[nodiscard]] NameInfo look(const QString &text, bool host);
    [[nodiscard]] quint32 orgOf(const QString &name);

    const Dataset &m_dataset;
    const SenderIndex &m_senders;
    const KnownServices &m_services;
    OrganizationalDomains m_organizational;
    QHash<QString, quint32> m_orgIds;
    std::vector<QString> m_orgs;
    std::vector<qint32> m_domains; ///< per string: index into m_infos, or -1
    std::vector<NameInfo> m_infos;
    std::vector<NameInfo> m_hosts; ///< per SenderIndex::names
    NameInfo m_none;
};

/// Whether a label of the name is one that mailing lists have ("lists.example.org").
[[nodiscard]] bool isListName(QStringView name);
/// Whether the first label is one that mail servers have ("mx1.example.org").
[[nodiscard]] bool isServerName(QStringView host);
/// Whether a host name looks like one of a line, not of a mail server.
[[nodiscard]] bool isGenericHost(QStringView host);

} // namespace sekisho
