// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "imap/command.h"

namespace sekisho::imap {

/// A command without arguments and without an answer of its own; the connection itself takes what
/// servers say of their capabilities.
template <Verb verbOfIt> class PlainCommand final : public Command {
public:
    [[nodiscard]] Verb verb() const override { return verbOfIt; }
    [[nodiscard]] QByteArray text() const override
    {
        switch (verbOfIt) {
        case Verb::Capability: return "CAPABILITY";
        case Verb::StartTls: return "STARTTLS";
        case Verb::Compress: return "COMPRESS DEFLATE";
        case Verb::Noop: return "NOOP";
        case Verb::Logout: return "LOGOUT";
        default: return {};
        }
    }
};

using CapabilityCommand = PlainCommand<Verb::Capability>;
using StartTlsCommand = PlainCommand<Verb::StartTls>;
using CompressCommand = PlainCommand<Verb::Compress>;
using NoopCommand = PlainCommand<Verb::Noop>;
using LogoutCommand = PlainCommand<Verb::Logout>;

/// Waits for news in the open folder; the connection ends it with DONE.
class IdleCommand final : public Command {
public:
    [[nodiscard]] Verb verb() const override { return Verb::Idle; }
    [[nodiscard]] QByteArray text() const override { return "IDLE"; }
    void take(const Response &response) override;
    [[nodiscard]] bool hasNews() const { return m_news; }

private:
    bool m_news = false;
};

} // namespace sekisho::imap
