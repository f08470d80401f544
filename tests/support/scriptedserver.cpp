// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/scriptedserver.h"

#include <QRegularExpression>

#include <memory>

namespace sekisho::imap {

using namespace Qt::StringLiterals;

namespace {

class ScriptedTransport final : public Transport {
public:
    ScriptedTransport(Script script, bool encrypted, ScriptRecord &record, Stop *stop)
        : m_script(std::move(script))
        , m_record(record)
        , m_stop(stop)
        , m_encrypted(encrypted)
    {
    }

    ~ScriptedTransport() override
    {
        for (const QString &line : std::as_const(m_script)) {
            if (line.startsWith("C: "_L1))
                m_record.faults.append(u"not said: "_s + line);
        }
        if (!m_said.isEmpty())
            m_record.faults.append(u"half a line: "_s + QString::fromUtf8(m_said));
    }

    [[nodiscard]] Read read(QByteArray &bytes) override
    {
        advance();
        if (!m_coming.isEmpty()) {
            bytes += m_coming;
            m_coming.clear();
            return Read::Some;
        }
        if (m_zeros > 0) {
            const qint64 some = std::min<qint64>(m_zeros, 1 << 16);
            bytes += QByteArray(some, '0');
            m_zeros -= some;
            return Read::Some;
        }
        if (m_cut)
            return Read::Closed;
        if (!m_drops.isEmpty()) {
            m_now += m_dropTime;
            bytes += m_drops.front();
            m_drops.remove(0, 1);
            return Read::Some;
        }
        m_now += 100;
        return Read::Nothing;
    }

    [[nodiscard]] bool write(const QByteArray &bytes) override
    {
        if (m_cut)
            return false;
        m_said += bytes;
        for (qsizetype end = m_said.indexOf("\r\n"); end >= 0; end = m_said.indexOf("\r\n")) {
            advance();
            hear(QString::fromUtf8(m_said.left(end)));
            m_said.remove(0, end + 2);
        }
        return true;
    }

    [[nodiscard]] bool hasMore() const override { return !m_coming.isEmpty(); }
    [[nodiscard]] Failure startTls() override
    {
        advance();
        if (m_script.isEmpty() || m_script.first() != "tls"_L1)
            m_record.faults.append(u"encryption unasked for"_s);
        else
            m_script.removeFirst();
        m_encrypted = true;
        return {};
    }
    [[nodiscard]] bool isEncrypted() const override { return m_encrypted; }
    [[nodiscard]] qint64 now() const override { return m_now; }
    void pause(int milliseconds) override { m_now += milliseconds; }

private:
    /// What the server does by itself, up to the next thing that the client has to do.
    void advance()
    {
        while (!m_script.isEmpty() && !m_cut && m_zeros == 0 && m_drops.isEmpty() &&
            m_now >= m_silentUntil) {
            const QString line = m_script.first();
            if (line.startsWith("C: "_L1) || line == "tls"_L1)
                return;
            m_script.removeFirst();
            act(line);
        }
    }

    void act(const QString &line)
    {
        if (line.startsWith("S: "_L1)) {
            m_coming += line.mid(3).toUtf8() + "\r\n";
        } else if (line.startsWith("S+ "_L1)) {
            m_coming += line.mid(3).replace("\\r"_L1, "\r"_L1).replace("\\n"_L1, "\n"_L1).toUtf8();
        } else if (line.startsWith("zeros "_L1)) {
            m_zeros = line.mid(6).toLongLong();
        } else if (line == "cut"_L1) {
            m_cut = true;
        } else if (line == "stop"_L1) {
            m_stop->request();
        } else if (line.startsWith("silence "_L1)) {
            m_silentUntil = m_now + line.mid(8).toLongLong();
        } else if (line.startsWith("drip "_L1)) {
            m_dropTime = line.section(u' ', 1, 1).toInt();
            m_drops = line.section(u' ', 2).toUtf8();
        } else {
            m_record.faults.append(u"no such line: "_s + line);
        }
    }

    void hear(const QString &said)
    {
        if (m_script.isEmpty() || !m_script.first().startsWith("C: "_L1)) {
            m_record.faults.append(u"unasked: "_s + said);
            return;
        }
        const QString expected = m_script.takeFirst().mid(3);
        const bool matches = expected.startsWith(u'~')
            ? QRegularExpression(QRegularExpression::anchoredPattern(expected.mid(1)))
                  .match(said)
                  .hasMatch()
            : said == expected;
        if (!matches)
            m_record.faults.append(u"%1 instead of %2"_s.arg(said, expected));
    }

    Script m_script;
    ScriptRecord &m_record;
    Stop *m_stop;
    bool m_encrypted;
    QByteArray m_coming;
    QByteArray m_said;
    QByteArray m_drops;
    int m_dropTime = 0;
    qint64 m_zeros = 0;
    qint64 m_now = 0;
    qint64 m_silentUntil = 0;
    bool m_cut = false;
};

} // namespace

OpenTransport openScripts(const QList<Script> &scripts, ScriptRecord &record, Stop *stop)
{
    return [scripts, &record, stop](
               const Account &account, const ClientLimits &, const Stop &) -> Opened {
        const int index = record.connections++;
        if (index >= scripts.size())
            return {nullptr, failure(ProblemCode::NameNotFound, u"no more scripts"_s)};
        const bool encrypted = account.security == Security::Tls;
        return {std::make_unique<ScriptedTransport>(scripts[index], encrypted, record, stop), {}};
    };
}

bool MemoryStore::append(QByteArrayView bytes)
{
    m_bytes += bytes;
    return !failing;
}

bool MemoryStore::keep(const QString &folder, quint32 uidValidity, quint32 uid)
{
    m_kept.insert(u"%1/%2/%3"_s.arg(folder).arg(uidValidity).arg(uid), m_bytes);
    return true;
}

Failure MemoryStore::commit(const QString &folder, const FolderState &state)
{
    messages.insert(m_kept);
    m_kept.clear();
    states.insert(folder, state);
    ++commits;
    return failing;
}

} // namespace sekisho::imap
