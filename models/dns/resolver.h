// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/ipaddress.h"

#include <QHashFunctions>
#include <QList>
#include <QStringList>

#include <functional>

namespace sekisho {

enum class DnsType : quint8 { Ptr, A, Aaaa, Mx, Txt };

struct DnsQuestion {
    DnsType type = DnsType::A;
    QString name;

    bool operator==(const DnsQuestion &) const = default;
};

inline size_t qHash(const DnsQuestion &question, size_t seed = 0) noexcept
{
    return qHashMulti(seed, quint8(question.type), question.name);
}

enum class DnsStatus : quint8 {
    Found,
    NoData, ///< the name exists, without a record of this type
    NotFound, ///< no such name
    ServerFailure, ///< the server refused, failed, or answered with what is no answer
    Timeout,
};

/// The status says no more than that there is nothing: no such name, or none of this type.
[[nodiscard]] constexpr bool isVoid(DnsStatus status)
{
    return status == DnsStatus::NoData || status == DnsStatus::NotFound;
}

/// What a server answered; of the lists only that of the question's type is filled. The content is
/// as it came: whoever asked has to check it.
struct DnsAnswer {
    DnsStatus status = DnsStatus::ServerFailure;
    QStringList names; ///< PTR; MX: the best ones first
    QList<IpAddress> addresses; ///< A, AAAA
    QStringList texts; ///< TXT, the strings of each record joined

    bool operator==(const DnsAnswer &) const = default;
};

/// Asks the domain name system. Lookups run beside the caller; answers arrive in the event loop of
/// the thread that asked, never before lookup() has returned.
class Resolver {
public:
    using Id = quint64;
    using Handler = std::function<void(const DnsAnswer &)>;

    Resolver() = default;
    virtual ~Resolver() = default;
    Q_DISABLE_COPY_MOVE(Resolver)

    virtual Id lookup(const DnsQuestion &question, Handler handler) = 0;
    /// The handler will not be called any more.
    virtual void cancel(Id id) = 0;
};

} // namespace sekisho
