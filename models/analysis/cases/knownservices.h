// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/limits.h"
#include "base/result.h"

#include <QHash>
#include <QStringList>

#include <vector>

namespace sekisho {

/// What a known service does with mail.
enum class ServiceKind : quint8 {
    None, ///< not a known one
    MailProvider, ///< mailboxes for many owners; their users send, forward and run lists
    Esp, ///< sends mail in its customers' names
    Forwarder, ///< relays mail onward: alumni addresses, alias services
    Gateway, ///< filters mail for its customers and hands it on, often altered
    ListHost, ///< runs mailing lists
    Hosting, ///< web servers for rent; whatever runs there sends
};

/// The stable word: "provider", "esp", "forwarder", "gateway", "list", "hosting"; empty for None.
[[nodiscard]] QLatin1StringView serviceKindKey(ServiceKind kind);

/// A service by the names it uses. A name stands for itself and all names below it.
struct Service {
    QString name;
    ServiceKind kind = ServiceKind::None;
    QStringList hosts; ///< of host names that reverse lookups give
    QStringList domains; ///< of DKIM and SPF domains
    QStringList
        tenants; ///< below these each customer has a name of its own, as in "x.onmicrosoft.com"

    bool operator==(const Service &) const = default;
};

/// The services that are known by name. The built-in table is `senders.json` of the resources;
/// entries of the user's own go before it.
class KnownServices final {
public:
    KnownServices() = default;
    explicit KnownServices(std::vector<Service> services);

    [[nodiscard]] const std::vector<Service> &services() const { return m_services; }
    [[nodiscard]] bool isEmpty() const { return m_services.empty(); }
    /// Index of the service that a normalized host name belongs to, or -1. The longest match
    /// counts; of equal ones the first service.
    [[nodiscard]] int ofHost(const QString &host) const;
    /// The same for a DKIM or SPF domain.
    [[nodiscard]] int ofDomain(const QString &domain) const;
    /// The customer's label of a tenant name ("contoso" of "contoso.onmicrosoft.com",
    /// "example-jp" of "example-jp.20230601.gappssmtp.com"); empty for other names.
    [[nodiscard]] QString tenantOf(const QString &domain) const;
    bool operator==(const KnownServices &other) const { return m_services == other.m_services; }

private:
    [[nodiscard]] static int longest(const QHash<QString, int> &suffixes, const QString &name);

    std::vector<Service> m_services;
    QHash<QString, int> m_hosts;
    QHash<QString, int> m_domains;
    QHash<QString, int> m_tenants;
};

/// Reads {"services": [{"name", "kind", "hosts": […], "domains": […], "tenants": […]}]}. Entries
/// that are none (no name, unknown kind) and names in them that are no domain are left out; that is
/// noted with the place of the entry. Text that is no such document is the problem.
[[nodiscard]] Result<std::vector<Service>> readServices(
    const QByteArray &json, const Limits &limits, Notes &notes);

/// The same document again, for the user's own table.
[[nodiscard]] QByteArray writeServices(const std::vector<Service> &services);

} // namespace sekisho
