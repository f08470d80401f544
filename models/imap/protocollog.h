// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayList>
#include <QString>

#include <functional>

namespace sekisho::imap {

/// What was said, as lines "C: …" and "S: …", never with a secret in them.
class ProtocolLog final {
public:
    using Write = std::function<void(const QString &)>;

    ProtocolLog() = default;
    explicit ProtocolLog(Write write)
        : m_write(std::move(write))
    {
    }

    /// Wherever these bytes would show, also in base64 or in a server's echo, dots stand instead.
    void hide(const QByteArray &secret);
    void sent(const QByteArray &line);
    /// A line of which nothing is shown, as those of signing in.
    void sentSecretly(const QByteArray &shown);
    void received(const QByteArray &line);
    /// From now on, nothing of what the server asks is shown, only that it does.
    void setSecret(bool secret) { m_secret = secret; }

private:
    void add(const char *who, QByteArray line) const;

    Write m_write;
    QByteArrayList m_hidden;
    bool m_secret = false;
};

} // namespace sekisho::imap
