// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <functional>
#include <vector>

namespace sekisho::imap {

/// Messages on their way to the disk: many small files take many times as long to be made durable
/// as their bytes do, so that many messages go into one archive (tar), as they are.
class MailPack final {
public:
    void add(const QByteArray &name, QByteArrayView message);
    [[nodiscard]] bool isEmpty() const { return m_members.empty(); }
    [[nodiscard]] qsizetype count() const { return qsizetype(m_members.size()); }
    [[nodiscard]] qsizetype bytes() const { return m_bytes.size(); }
    void clear();

    /// Each message by itself.
    void forEach(const std::function<void(const QByteArray &name, QByteArrayView message)> &use) const;
    /// All of them as an archive; empty: it cannot be made.
    [[nodiscard]] QByteArray archive() const;

private:
    struct Member {
        QByteArray name;
        qsizetype begin = 0;
        qsizetype size = 0;
    };

    std::vector<Member> m_members;
    QByteArray m_bytes;
};

/// The names in an archive; what is damaged ends them.
[[nodiscard]] QByteArrayList packedNames(const QString &path);

} // namespace sekisho::imap
