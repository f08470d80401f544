// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/cases/names.h"

#include <algorithm>

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

constexpr QStringView listLabels[] = {u"list", u"lists", u"listserv", u"lserv", u"mailman",
    u"mailman3", u"ml", u"mls", u"maillist", u"mailinglist", u"listes", u"liste", u"listen",
    u"groups", u"googlegroups", u"sympa", u"majordomo", u"ezmlm", u"fml", u"hyperkitty",
    u"discuss"};

constexpr QStringView serverWords[] = {u"mx", u"mail", u"smtp", u"mta", u"relay", u"mailout",
    u"mailer", u"mailhost", u"outbound", u"fwd", u"forward", u"mxout", u"smtpout", u"mailgw",
    u"mgw"};

constexpr QStringView lineWords[] = {u"dyn", u"dynamic", u"dhcp", u"dsl", u"adsl", u"vdsl", u"xdsl",
    u"ppp", u"pppoe", u"pool", u"pools", u"dial", u"dialup", u"dialin", u"cable", u"broadband",
    u"bb", u"ftth", u"fttx", u"res", u"cust", u"customer", u"client", u"clients", u"home", u"flets",
    u"mobile", u"wireless", u"gprs", u"lte", u"catv", u"user", u"users", u"nat", u"cpe", u"ip"};

template <typename Words> bool isOneOf(QStringView word, const Words &words)
{
    return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

/// The numbers in a name, as an address written into it would show.
int numberCount(QStringView host)
{
    int numbers = 0;
    for (qsizetype i = 0; i < host.size(); ++i)
        numbers += host[i].isDigit() && (i == 0 || !host[i - 1].isDigit());
    return numbers;
}

/// The host's words: split at dots, hyphens, and where digits begin.
QStringList wordsOf(QStringView host)
{
    QStringList words{QString()};
    for (QChar c : host) {
        if (c.isLetter())
            words.last().append(c);
        else if (!words.last().isEmpty())
            words.append(QString());
    }
    return words;
}

QString plainLabel(QString label)
{
    return label.remove(u'-').remove(u'.');
}

} // namespace

bool isListName(QStringView name)
{
    const auto labels = name.split(u'.');
    return std::any_of(labels.cbegin(), labels.cend(), [](QStringView label) {
        while (!label.isEmpty() && label.last(1).front().isDigit())
            label.chop(1);
        return isOneOf(label, listLabels);
    });
}

bool isServerName(QStringView host)
{
    const QStringList words = wordsOf(host.left(host.indexOf(u'.')));
    return std::any_of(words.cbegin(), words.cend(),
        [](const QString &word) { return isOneOf(QStringView(word), serverWords); });
}

bool isGenericHost(QStringView host)
{
    const QStringList words = wordsOf(host);
    const bool line = std::any_of(words.cbegin(), words.cend(),
        [](const QString &word) { return isOneOf(QStringView(word), lineWords); });
    const int numbers = numberCount(host);
    return numbers >= 4 || (line && numbers >= 2);
}

Names::Names(const Dataset &dataset, const SenderIndex &senders, const KnownServices &services)
    : m_dataset(dataset)
    , m_senders(senders)
    , m_services(services)
    , m_orgs{QString()}
    , m_domains(dataset.strings.size(), -1)
{
    m_hosts.reserve(senders.names.size());
    for (const QString &host : senders.names)
        m_hosts.push_back(look(host, true));
}

void Names::learn(StringId domain)
{
    qint32 &index = m_domains[domain.value];
    if (index >= 0 || domain.value == 0)
        return;
    index = qint32(m_infos.size());
    m_infos.push_back(look(m_dataset.text(domain), false));
}

quint32 Names::orgOf(const QString &name)
{
    const QString &org = m_organizational.of(name);
    const auto found = m_orgIds.constFind(org);
    if (found != m_orgIds.cend())
        return *found;
    m_orgs.push_back(org);
    return *m_orgIds.insert(org, quint32(m_orgs.size() - 1));
}

NameInfo Names::look(const QString &text, bool host)
{
    NameInfo info;
    info.name = normalizedDomain(text);
    if (info.name.isEmpty())
        return info;
    info.org = orgOf(info.name);
    info.service = host ? m_services.ofHost(info.name) : m_services.ofDomain(info.name);
    if (info.service >= 0)
        info.kind = m_services.services()[size_t(info.service)].kind;
    info.listLike = isListName(info.name) || info.kind == ServiceKind::ListHost;
    // A known service's hosts have their address in the name too, and are no lines.
    const bool mailService = info.kind != ServiceKind::None && info.kind != ServiceKind::Hosting;
    info.generic = host && !mailService && isGenericHost(info.name);
    info.server = host && !info.generic && isServerName(info.name);
    if (!host)
        info.tenant = plainLabel(m_services.tenantOf(info.name));
    return info;
}

bool Names::isTenantOf(const QString &tenant, quint32 org) const
{
    const QString &domain = m_orgs[org];
    if (tenant.isEmpty() || domain.isEmpty())
        return false;
    // Microsoft lets an owner choose, mostly the name without or with its suffix; Google writes
    // the whole domain with hyphens.
    return tenant == plainLabel(domain) || tenant == plainLabel(domain.section(u'.', 0, 0));
}

} // namespace sekisho
