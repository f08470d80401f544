// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dns/resolver.h"

#include <QObject>

#include <memory>
#include <optional>
#include <unordered_map>

class QDnsLookup;

namespace sekisho {

/// The resolver over QDnsLookup: it asks the servers that the system is set up with, or the one
/// given. QDnsLookup runs five lookups at a time; more wait for their turn.
class QtResolver final : public QObject, public Resolver {
    Q_OBJECT
public:
    explicit QtResolver(const std::optional<IpAddress> &server = {}, QObject *parent = nullptr);
    ~QtResolver() override;
    Q_DISABLE_COPY_MOVE(QtResolver)

    Id lookup(const DnsQuestion &question, Handler handler) override;
    void cancel(Id id) override;

private:
    struct Running;

    void start(Id id, QDnsLookup *lookup);
    void finish(Id id, const DnsAnswer &answer);
    void askWhetherAlive(Id id);

    std::optional<IpAddress> m_server;
    Id m_last = 0;
    std::unordered_map<Id, std::unique_ptr<Running>> m_running;
};

} // namespace sekisho
