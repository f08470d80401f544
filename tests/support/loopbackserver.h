// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/stop.h"

#include <QTcpServer>
#include <QTcpSocket>

#include <functional>
#include <future>
#include <memory>
#include <thread>

namespace sekisho::fixture {

/// A server on a loopback port of its own, with a thread that serves one connection after the
/// other.
class LoopbackServer final {
public:
    /// Leads one connection to its end; what waits for long asks whether it should stop.
    using Serve = std::function<void(QTcpSocket &, const Stop &)>;

    explicit LoopbackServer(Serve serve)
        : m_serve(std::move(serve))
    {
        std::promise<quint16> port;
        std::future<quint16> listening = port.get_future();
        m_thread = std::thread(&LoopbackServer::run, this, std::move(port));
        m_port = listening.get();
    }
    ~LoopbackServer() { stop(); }
    Q_DISABLE_COPY_MOVE(LoopbackServer)

    void stop()
    {
        m_stop.request();
        if (m_thread.joinable())
            m_thread.join();
    }
    /// 0: it cannot listen.
    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] int connections() const { return m_connections; }

private:
    void run(std::promise<quint16> port)
    {
        QTcpServer server;
        const bool listens = server.listen(QHostAddress::LocalHost);
        port.set_value(listens ? server.serverPort() : quint16(0));
        while (listens && !m_stop.requested()) {
            if (!server.waitForNewConnection(20))
                continue;
            ++m_connections;
            const std::unique_ptr<QTcpSocket> socket(server.nextPendingConnection());
            m_serve(*socket, m_stop);
        }
    }

    const Serve m_serve;
    quint16 m_port = 0;
    Stop m_stop;
    std::atomic<int> m_connections = 0;
    std::thread m_thread;
};

} // namespace sekisho::fixture
