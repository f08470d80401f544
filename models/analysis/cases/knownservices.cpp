// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/cases/knownservices.h"

#include "report/domainname.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <optional>

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

/// Where the entries of the list "services" begin; as many as a parser finds in a sound document.
std::vector<qsizetype> entryOffsets(const QByteArray &json)
{
    std::vector<qsizetype> offsets;
    int depth = 0;
    bool inList = false;
    bool expected = false; // an entry comes next
    QByteArray key; // the last text of the document's own object
    for (qsizetype i = 0; i < json.size(); ++i) {
        const char c = json[i];
        if (c == ' ' || c == '\t' || c == '\n' || c == '\r')
            continue;
        if (inList && depth == 2 && expected && c != ']') {
            offsets.push_back(i);
            expected = false;
        }
        if (c == '"') {
            const qsizetype start = i + 1;
            for (++i; i < json.size() && json[i] != '"'; ++i)
                i += json[i] == '\\' ? 1 : 0;
            if (depth == 1)
                key = json.mid(start, i - start);
        } else if (c == '{' || c == '[') {
            if (depth == 1 && c == '[' && key == "services") {
                inList = expected = true;
                offsets.clear(); // of a list that stands there twice, the last one counts
            }
            ++depth;
        } else if (c == '}' || c == ']') {
            --depth;
            inList = inList && depth > 1;
        } else if (c == ',' && inList && depth == 2) {
            expected = true;
        }
    }
    return offsets;
}

/// Reads one entry of the list; what is wrong with it is noted with its place.
class EntryReader final {
public:
    EntryReader(const QJsonValue &value, const Limits &limits, const Place &place, Notes &notes)
        : m_object(value.toObject())
        , m_limits(limits)
        , m_place(place)
        , m_notes(notes)
    {
    }

    std::optional<Service> read()
    {
        Service service;
        service.name = m_object.value("name"_L1).toString();
        const QString kind = m_object.value("kind"_L1).toVariant().toString();
        service.kind = kindOf(kind);
        if (service.name.isEmpty() || service.name.size() > m_limits.textChars) {
            note(u"name: "_s + service.name);
            return std::nullopt;
        }
        if (service.kind == ServiceKind::None) {
            note(u"kind: "_s + kind);
            return std::nullopt;
        }
        service.hosts = suffixes("hosts"_L1);
        service.domains = suffixes("domains"_L1);
        service.tenants = suffixes("tenants"_L1);
        const QStringList known{
            u"name"_s, u"kind"_s, u"hosts"_s, u"domains"_s, u"tenants"_s, u"note"_s};
        for (const QString &key : m_object.keys()) {
            if (!known.contains(key))
                note(key);
        }
        return service;
    }

private:
    void note(const QString &text) { m_notes.add(NoteCode::ValueUnknown, text.left(200), m_place); }

    QStringList suffixes(QLatin1StringView key)
    {
        const QJsonValue value = m_object.value(key);
        if (!value.isArray() && !value.isUndefined())
            note(key + u": "_s + value.toVariant().toString());
        QStringList list;
        for (const QJsonValue &item : value.toArray()) {
            const QString domain = normalizedDomain(item.toString());
            if (isSuffix(domain))
                list.append(domain);
            else
                note(key + u": "_s + item.toVariant().toString());
        }
        return list;
    }

    const QJsonObject m_object;
    const Limits &m_limits;
    const Place m_place;
    Notes &m_notes;
};

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
    const QJsonArray entries = list.toArray();
    const std::vector<qsizetype> offsets = entryOffsets(json);
    std::vector<Service> services;
    for (qsizetype i = 0; i < entries.size(); ++i) {
        const Place place =
            size_t(i) < offsets.size() ? placeOf(json, offsets[size_t(i)]) : Place();
        if (int(services.size()) >= limits.members) {
            notes.add(NoteCode::LimitMembers, {}, place);
            break;
        }
        if (auto service = EntryReader(entries[i], limits, place, notes).read())
            services.push_back(std::move(*service));
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
