// SPDX-License-Identifier: GPL-3.0-or-later
#include "dns/qtresolver.h"

#include <QDnsLookup>
#include <QElapsedTimer>
#include <QHostAddress>
#include <QTimer>

#include <algorithm>

namespace sekisho {

using namespace Qt::StringLiterals;

struct QtResolver::Running {
    DnsQuestion question;
    Handler handler;
    QDnsLookup *lookup = nullptr;
    QElapsedTimer time;
};

namespace {

QDnsLookup::Type typeOf(DnsType type)
{
    switch (type) {
    case DnsType::Ptr: return QDnsLookup::PTR;
    case DnsType::A: return QDnsLookup::A;
    case DnsType::Aaaa: return QDnsLookup::AAAA;
    case DnsType::Mx: return QDnsLookup::MX;
    case DnsType::Txt: return QDnsLookup::TXT;
    }
    return QDnsLookup::A;
}

QHostAddress hostAddress(const std::optional<IpAddress> &ip)
{
    return ip ? QHostAddress(ip->text()) : QHostAddress();
}

/// The addresses of the family that was asked for; a name may have a CNAME's records beside.
QList<IpAddress> addressesOf(const QDnsLookup &lookup, bool v4)
{
    QList<IpAddress> addresses;
    for (const QDnsHostAddressRecord &record : lookup.hostAddressRecords()) {
        QHostAddress host = record.value();
        host.setScopeId({});
        const auto ip = IpAddress::parse(host.toString());
        if (ip && ip->isV4() == v4)
            addresses.append(*ip);
    }
    return addresses;
}

QStringList mailHostsOf(const QDnsLookup &lookup)
{
    QList<QDnsMailExchangeRecord> records = lookup.mailExchangeRecords();
    std::stable_sort(records.begin(), records.end(),
        [](const auto &a, const auto &b) { return a.preference() < b.preference(); });
    QStringList names;
    for (const QDnsMailExchangeRecord &record : std::as_const(records))
        names.append(record.exchange());
    return names;
}

QStringList textsOf(const QDnsLookup &lookup)
{
    QStringList texts;
    for (const QDnsTextRecord &record : lookup.textRecords())
        texts.append(QString::fromUtf8(record.values().join()));
    return texts;
}

DnsStatus statusOf(const QDnsLookup &lookup)
{
    switch (lookup.error()) {
    case QDnsLookup::NoError: return DnsStatus::Found;
    case QDnsLookup::NotFoundError: return DnsStatus::NotFound;
    // Nothing can stand under what is no name.
    case QDnsLookup::InvalidRequestError: return DnsStatus::NotFound;
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    case QDnsLookup::TimeoutError: return DnsStatus::Timeout;
#endif
    default: return DnsStatus::ServerFailure;
    }
}

DnsAnswer answerOf(const QDnsLookup &lookup, DnsType type)
{
    DnsAnswer answer;
    answer.status = statusOf(lookup);
    if (answer.status != DnsStatus::Found)
        return answer;
    switch (type) {
    case DnsType::Ptr:
        for (const QDnsDomainNameRecord &record : lookup.pointerRecords())
            answer.names.append(record.value());
        break;
    case DnsType::A: answer.addresses = addressesOf(lookup, true); break;
    case DnsType::Aaaa: answer.addresses = addressesOf(lookup, false); break;
    case DnsType::Mx: answer.names = mailHostsOf(lookup); break;
    case DnsType::Txt: answer.texts = textsOf(lookup); break;
    }
    if (answer.names.isEmpty() && answer.addresses.isEmpty() && answer.texts.isEmpty())
        answer.status = DnsStatus::NoData;
    return answer;
}

} // namespace

QtResolver::QtResolver(const std::optional<IpAddress> &server, QObject *parent)
    : QObject(parent)
    , m_server(server)
{
}

QtResolver::~QtResolver() = default;

Resolver::Id QtResolver::lookup(const DnsQuestion &question, Handler handler)
{
    const Id id = ++m_last;
    auto running = std::make_unique<Running>();
    running->question = question;
    running->handler = std::move(handler);
    auto *lookup =
        new QDnsLookup(typeOf(question.type), question.name, hostAddress(m_server), this);
    running->lookup = lookup;
    m_running.emplace(id, std::move(running));
    connect(lookup, &QDnsLookup::finished, this, [this, id, lookup] {
        const auto found = m_running.find(id);
        if (found == m_running.end())
            return;
        const bool unclear = lookup->error() == QDnsLookup::InvalidReplyError;
        const DnsAnswer answer = answerOf(*lookup, found->second->question.type);
        unclear ? askWhetherAlive(id) : finish(id, answer);
    });
    start(id, lookup);
    return id;
}

void QtResolver::start(Id id, QDnsLookup *lookup)
{
    m_running.at(id)->time.start();
    // What is no name ends within the call; handlers are promised to be called later. An empty one
    // would be the root's for some versions of Qt, and nobody means that.
    QTimer::singleShot(0, lookup, [this, id, lookup] {
        if (lookup->name().isEmpty())
            finish(id, {DnsStatus::NotFound, {}, {}, {}});
        else
            lookup->lookup();
    });
}

/// Qt 6.4 says the same of an answer without records, of silence, and of a server that cannot be
/// reached. Silence takes its time. Whether there is a server at all is found out by a name that
/// every server knows not to exist without asking further (RFC 6761 §6.4).
void QtResolver::askWhetherAlive(Id id)
{
    constexpr qint64 shortestSilence = 900; // milliseconds; resolv.conf counts in seconds
    DnsAnswer answer;
    if (m_running.at(id)->time.elapsed() >= shortestSilence) {
        answer.status = DnsStatus::Timeout;
        finish(id, answer);
        return;
    }
    m_running.at(id)->lookup->deleteLater();
    auto *control = new QDnsLookup(QDnsLookup::A, u"invalid"_s, hostAddress(m_server), this);
    m_running.at(id)->lookup = control;
    connect(control, &QDnsLookup::finished, this, [this, id, control] {
        DnsAnswer last;
        if (control->error() == QDnsLookup::NotFoundError)
            last.status = DnsStatus::NoData;
        finish(id, last);
    });
    start(id, control);
}

void QtResolver::finish(Id id, const DnsAnswer &answer)
{
    const auto found = m_running.find(id);
    if (found == m_running.end())
        return;
    const auto running = std::move(found->second);
    m_running.erase(found);
    running->lookup->deleteLater();
    running->handler(answer);
}

void QtResolver::cancel(Id id)
{
    const auto found = m_running.find(id);
    if (found == m_running.end())
        return;
    QDnsLookup *lookup = found->second->lookup;
    m_running.erase(found);
    lookup->disconnect(this);
    lookup->abort();
    lookup->deleteLater();
}

} // namespace sekisho
