// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/cases/knownservices.h"

#include "report/domainname.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

constexpr ServiceKind kinds[] = {ServiceKind::MailProvider, ServiceKind::Esp,
    ServiceKind::Forwarder, ServiceKind::Gateway, ServiceKind::ListHost, ServiceKind::Hosting};

ServiceKind kindOf(const QString &word)
{
    const auto found = std::find_if(std::begin(kinds), std::end(kinds),
        [&word](ServiceKind kind) { return word == serviceKindKey(kind); });
    return found == std::end(kinds) ? ServiceKind::None : *found;
}

/// A suffix of one label ("jp") would take in half of the world.
bool isSuffix(const QString &domain)
{
    const auto fits = [](QChar c) {
        return c.isLetterOrNumber() || c == u'-' || c == u'.' || c == u'_';
    };
    return domain.size() <= 253 && domain.contains(u'.') && !domain.startsWith(u'.') &&
        std::all_of(domain.cbegin(), domain.cend(), fits);
}

QStringList suffixesOf(const QJsonValue &value, Notes &notes)
{
    QStringList list;
    for (const QJsonValue &item : value.toArray()) {
        const QString domain = normalizedDomain(item.toString());
        if (isSuffix(domain))
            list.append(domain);
        else
            notes.add(NoteCode::ValueUnknown, item.toVariant().toString().left(200));
    }
    return list;
}

} // namespace

QLatin1StringView serviceKindKey(ServiceKind kind)
{
    switch (kind) {
    case ServiceKind::None: return {};
    case ServiceKind::MailProvider: return "provider"_L1;
    case ServiceKind::Esp: return "esp"_L1;
    case ServiceKind::Forwarder: return "forwarder"_L1;
    case ServiceKind::Gateway: return "gateway"_L1;
    case ServiceKind::ListHost: return "list"_L1;
    case ServiceKind::Hosting: return "hosting"_L1;
    }
    return {};
}

KnownServices::KnownServices(std::vector<Service> services)
    : m_services(std::move(services))
{
    const auto add = [](QHash<QString, int> &suffixes, const QStringList &names, int index) {
        for (const QString &name : names) {
            if (!suffixes.contains(name))
                suffixes.insert(name, index);
        }
    };
    for (size_t i = 0; i < m_services.size(); ++i) {
        const Service &service = m_services[i];
        add(m_hosts, service.hosts, int(i));
        add(m_domains, service.domains, int(i));
        add(m_domains, service.tenants, int(i));
        add(m_tenants, service.tenants, int(i));
    }
}

int KnownServices::longest(const QHash<QString, int> &suffixes, const QString &name)
{
    qsizetype from = 0;
    while (from >= 0 && from < name.size()) {
        const auto found = suffixes.constFind(from == 0 ? name : name.sliced(from));
        if (found != suffixes.cend())
            return *found;
        const qsizetype dot = name.indexOf(u'.', from);
        from = dot < 0 ? -1 : dot + 1;
    }
    return -1;
}

int KnownServices::ofHost(const QString &host) const
{
    return longest(m_hosts, host);
}

int KnownServices::ofDomain(const QString &domain) const
{
    return longest(m_domains, domain);
}

QString KnownServices::tenantOf(const QString &domain) const
{
    const int index = longest(m_tenants, domain);
    if (index < 0 || m_tenants.contains(domain))
        return {};
    return domain.section(u'.', 0, 0);
}

Result<std::vector<Service>> readServices(
    const QByteArray &json, const Limits &limits, Notes &notes)
{
    if (json.size() > limits.leafBytes)
        return Note{NoteCode::LimitLeafBytes, {}, 1, {}};
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    const QJsonValue list = document.object().value("services"_L1);
    if (!list.isArray())
        return Note{NoteCode::JsonDamaged, error.errorString(), 1, placeOf(json, error.offset)};
    std::vector<Service> services;
    for (const QJsonValue &value : list.toArray()) {
        const QJsonObject object = value.toObject();
        Service service;
        service.name = object.value("name"_L1).toString();
        service.kind = kindOf(object.value("kind"_L1).toString());
        if (int(services.size()) >= limits.members) {
            notes.add(NoteCode::LimitMembers);
            break;
        }
        if (service.name.isEmpty() || service.kind == ServiceKind::None ||
            service.name.size() > limits.textChars) {
            notes.add(NoteCode::ValueUnknown, service.name.left(200));
            continue;
        }
        service.hosts = suffixesOf(object.value("hosts"_L1), notes);
        service.domains = suffixesOf(object.value("domains"_L1), notes);
        service.tenants = suffixesOf(object.value("tenants"_L1), notes);
        services.push_back(std::move(service));
    }
    return services;
}

QByteArray writeServices(const std::vector<Service> &services)
{
    QJsonArray list;
    for (const Service &service : services) {
        QJsonObject object{
            {u"name"_s, service.name}, {u"kind"_s, QString(serviceKindKey(service.kind))}};
        const auto add = [&object](const QString &key, const QStringList &names) {
            if (!names.isEmpty())
                object.insert(key, QJsonArray::fromStringList(names));
        };
        add(u"hosts"_s, service.hosts);
        add(u"domains"_s, service.domains);
        add(u"tenants"_s, service.tenants);
        list.append(object);
    }
    return QJsonDocument(QJsonObject{{u"services"_s, list}}).toJson();
}

} // namespace sekisho
