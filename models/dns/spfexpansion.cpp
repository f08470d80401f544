// SPDX-License-Identifier: GPL-3.0-or-later
#include "dns/spfexpansion.h"

#include "dns/hostname.h"
#include "dns/spfshared.h"
#include "report/domainname.h"

#include <QHash>
#include <QTimer>

#include <algorithm>
#include <utility>

namespace sekisho {

namespace {

QString sharedOf(const QStringList &path)
{
    const auto found = std::find_if(path.cbegin(), path.cend(), isSharedSpfDomain);
    return found == path.cend() ? QString() : *found;
}

/// How many addresses of IPv4 a network has; IPv6 networks say nothing of a sender's size.
qint64 addressesV4(const IpNetwork &network)
{
    return network.first.isV4() ? qint64(1) << (32 - network.bits) : 0;
}

} // namespace

bool SpfExpansion::isComplete() const
{
    return omissions.isEmpty();
}

SpfExpander::SpfExpander(Resolver *resolver, const SpfLimits &limits, QObject *parent)
    : QObject(parent)
    , m_resolver(resolver)
    , m_limits(limits)
    , m_timer(new QTimer(this))
{
    m_timer->setSingleShot(true);
    connect(m_timer, &QTimer::timeout, this, [this] {
        m_resolver->cancel(m_lookup);
        answered({DnsStatus::Timeout, {}, {}, {}});
    });
}

SpfExpander::SpfExpander(Resolver &resolver, const SpfLimits &limits, QObject *parent)
    : SpfExpander(&resolver, limits, parent)
{
}

SpfExpander::~SpfExpander()
{
    cancel();
}

SpfExpansion SpfExpander::withoutLookups(const SpfRecord &record, const SpfLimits &limits)
{
    SpfExpander expander(nullptr, limits, nullptr);
    expander.m_running = true;
    expander.push(record, {}, {});
    expander.next();
    return expander.m_expansion;
}

void SpfExpander::start(const SpfRecord &record, const QString &domain)
{
    cancel();
    m_running = true;
    m_root = false;
    m_record = record;
    m_expansion = {};
    m_domain = normalizedDomain(domain);
    push(record, {}, m_domain);
    QTimer::singleShot(0, this, &SpfExpander::next);
}

void SpfExpander::start(const QString &domain)
{
    cancel();
    m_running = true;
    m_root = true;
    m_record = {};
    m_expansion = {};
    m_domain = normalizedDomain(domain);
    Task task;
    task.kind = Task::Kind::Record;
    task.name = m_domain;
    m_tasks.push_back(task);
    QTimer::singleShot(0, this, &SpfExpander::next);
}

void SpfExpander::cancel()
{
    if (m_handler)
        m_resolver->cancel(m_lookup);
    m_handler = nullptr;
    m_timer->stop();
    m_tasks.clear();
    m_running = false;
}

SpfExpander::Task SpfExpander::taskOf(
    const SpfTerm &term, const QStringList &path, const QString &domain) const
{
    using enum SpfMechanism;
    using Kind = Task::Kind;
    Task task;
    task.term = term;
    task.path = path;
    task.name = term.domain.isEmpty() ? domain : normalizedDomain(term.domain);
    task.counts = term.mechanism != All && term.mechanism != Ip4 && term.mechanism != Ip6;
    const auto omitted = [&task](SpfOmissionReason reason) {
        task.kind = Kind::Omit;
        task.reason = reason;
        return task;
    };
    if (term.qualifier != SpfQualifier::Pass)
        return task; // costs a lookup at most
    if (term.mechanism == Exists || term.mechanism == Ptr)
        return omitted(SpfOmissionReason::Opaque);
    if (term.macro)
        return omitted(SpfOmissionReason::Macro);
    switch (term.mechanism) {
    case All: return omitted(SpfOmissionReason::Everyone);
    case Include: task.kind = Kind::Record; break;
    case A: task.kind = Kind::A; break;
    case Mx: task.kind = Kind::Mx; break;
    case Ip4:
    case Ip6: task.kind = Kind::Network; break;
    case Ptr:
    case Exists: break;
    }
    if (task.kind == Kind::Record)
        task.path.append(task.name);
    return task;
}

/// Puts the steps of a record in front of what is still to be done.
void SpfExpander::push(const SpfRecord &record, const QStringList &path, const QString &domain)
{
    std::deque<Task> tasks;
    for (const SpfTerm &term : record.terms)
        tasks.push_back(taskOf(term, path, domain));
    const bool ended =
        !record.terms.isEmpty() && record.terms.last().mechanism == SpfMechanism::All;
    if (!record.redirect.isEmpty() && !ended) {
        SpfTerm term;
        term.mechanism = SpfMechanism::Include;
        term.domain = record.redirect;
        term.macro = record.redirectMacro;
        term.text = QStringLiteral("redirect=") + record.redirect;
        tasks.push_back(taskOf(term, path, domain));
    }
    m_tasks.insert(m_tasks.begin(), tasks.cbegin(), tasks.cend());
}

void SpfExpander::next()
{
    while (m_running && !m_handler && !m_tasks.empty()) {
        const Task task = std::move(m_tasks.front());
        m_tasks.pop_front();
        m_expansion.lookups += task.counts ? 1 : 0;
        if (task.kind == Task::Kind::Count)
            continue;
        if (task.kind == Task::Kind::Omit)
            omit(task, task.reason);
        else if (task.kind == Task::Kind::Network)
            addNetwork(task, task.term.network.value());
        else if (const auto reason = obstacle(task))
            omit(task, *reason);
        else
            begin(task);
    }
    if (m_running && !m_handler)
        end();
}

void SpfExpander::end()
{
    m_running = false;
    markLargeIncludes();
    Q_EMIT finished(m_expansion);
}

/// An include of someone else's that lets more addresses send than one owner has is a provider's,
/// whether its name is known or not.
void SpfExpander::markLargeIncludes()
{
    constexpr qint64 mostOfOneOwner = 1 << 14; // a /18
    const OrganizationalDomains organizations;
    QHash<QString, qint64> sizes;
    for (const SpfNetwork &network : std::as_const(m_expansion.networks)) {
        if (!network.path.isEmpty())
            sizes[network.path.first()] += addressesV4(network.network);
    }
    for (SpfNetwork &network : m_expansion.networks) {
        const QString outermost = network.path.value(0);
        if (network.sharedBy.isEmpty() && sizes.value(outermost) > mostOfOneOwner &&
            !organizations.aligned(outermost, m_domain, false))
            network.sharedBy = outermost;
    }
}

/// What stands against a lookup.
std::optional<SpfOmissionReason> SpfExpander::obstacle(const Task &task) const
{
    if (!m_resolver || task.name.isEmpty())
        return SpfOmissionReason::NotAsked;
    const bool isInclude = task.kind == Task::Kind::Record && !task.path.isEmpty();
    if (isInclude && (task.name == m_domain || task.path.indexOf(task.name) < task.path.size() - 1))
        return SpfOmissionReason::Loop;
    if (m_expansion.lookups > m_limits.lookups)
        return SpfOmissionReason::LookupLimit;
    if (m_expansion.voidLookups > m_limits.voidLookups)
        return SpfOmissionReason::VoidLimit;
    return std::nullopt;
}

void SpfExpander::begin(const Task &task)
{
    switch (task.kind) {
    case Task::Kind::Record:
        ask(DnsType::Txt, task.name,
            [this, task](const DnsAnswer &answer) { takeRecords(task, answer); });
        break;
    case Task::Kind::Mx:
        ask(DnsType::Mx, task.name,
            [this, task](const DnsAnswer &answer) { takeMailHosts(task, answer); });
        break;
    case Task::Kind::A:
    case Task::Kind::MailHost: askAddresses(task); break;
    case Task::Kind::Network:
    case Task::Kind::Omit:
    case Task::Kind::Count: break;
    }
}

void SpfExpander::ask(DnsType type, const QString &name, Resolver::Handler handler)
{
    m_handler = std::move(handler);
    m_timer->start(m_limits.timeout);
    m_lookup =
        m_resolver->lookup({type, name}, [this](const DnsAnswer &answer) { answered(answer); });
}

void SpfExpander::answered(const DnsAnswer &answer)
{
    m_timer->stop();
    const auto handler = std::exchange(m_handler, nullptr);
    handler(answer);
    next();
}

void SpfExpander::takeRecords(const Task &task, const DnsAnswer &answer)
{
    const bool root = std::exchange(m_root, false);
    if (answer.status != DnsStatus::Found) {
        omitVoid(task, answer.status);
        return;
    }
    QStringList records = answer.texts;
    records.removeIf([this](const QString &text) {
        return !isSpf(text) || text.size() > m_limits.recordCharacters;
    });
    if (records.size() != 1) {
        omit(task,
            records.isEmpty() ? SpfOmissionReason::NoRecord : SpfOmissionReason::SeveralRecords);
        return;
    }
    const SpfRecord record = parseSpf(records.first());
    if (root)
        m_record = record;
    push(record, task.path, task.name);
}

void SpfExpander::askAddresses(const Task &task)
{
    ask(DnsType::A, task.name, [this, task](const DnsAnswer &v4) {
        ask(DnsType::Aaaa, task.name,
            [this, task, v4](const DnsAnswer &v6) { takeAddresses(task, v4, v6); });
    });
}

void SpfExpander::takeAddresses(const Task &task, const DnsAnswer &v4, const DnsAnswer &v6)
{
    for (const IpAddress &ip : v4.addresses)
        addNetwork(task, {ip.prefix(task.term.bits4), task.term.bits4});
    for (const IpAddress &ip : v6.addresses)
        addNetwork(task, {ip.prefix(task.term.bits6), task.term.bits6});
    if (!v4.addresses.isEmpty() || !v6.addresses.isEmpty())
        return;
    // That one family has none is usual; a failure of either may hide addresses.
    omitVoid(task, isVoid(v4.status) ? v6.status : v4.status);
}

void SpfExpander::takeMailHosts(const Task &task, const DnsAnswer &answer)
{
    if (answer.status != DnsStatus::Found) {
        omitVoid(task, answer.status);
        return;
    }
    std::deque<Task> hosts;
    for (const QString &name : answer.names) {
        Task host = task;
        host.kind = Task::Kind::MailHost;
        host.counts = false;
        host.name = checkedHostName(name); // a single dot says that the domain takes no mail
        if (host.name.isEmpty())
            continue;
        if (qsizetype(hosts.size()) >= m_limits.mailHosts) {
            omit(task, SpfOmissionReason::LookupLimit);
            break;
        }
        hosts.push_back(host);
    }
    if (hosts.empty())
        omit(task, SpfOmissionReason::NoSuchName);
    m_tasks.insert(m_tasks.begin(), hosts.cbegin(), hosts.cend());
}

void SpfExpander::addNetwork(const Task &task, const IpNetwork &network)
{
    if (network.bits == 0)
        omit(task, SpfOmissionReason::Everyone);
    else if (m_expansion.networks.size() >= m_limits.networks)
        omit(task, SpfOmissionReason::NetworkLimit);
    else
        m_expansion.networks.append({network, task.term.text, task.path, sharedOf(task.path)});
}

/// The same is said once of a term, however many networks of it are left out.
void SpfExpander::omit(const Task &task, SpfOmissionReason reason)
{
    QStringList path = task.path;
    if (task.kind == Task::Kind::Record && !path.isEmpty())
        path.removeLast(); // where the include stands, not where it leads
    const SpfOmission omission{reason, task.term.text, path};
    if (m_expansion.omissions.isEmpty() || m_expansion.omissions.last() != omission)
        m_expansion.omissions.append(omission);
}

void SpfExpander::omitVoid(const Task &task, DnsStatus status)
{
    const bool nothing = status == DnsStatus::Found || isVoid(status);
    m_expansion.voidLookups += nothing && task.counts ? 1 : 0;
    omit(task, nothing ? SpfOmissionReason::NoSuchName : SpfOmissionReason::LookupFailed);
}

} // namespace sekisho
