// SPDX-License-Identifier: GPL-3.0-or-later
#include "imap/protocollog.h"

#include <algorithm>

namespace sekisho::imap {

namespace {

constexpr qsizetype longest = 500;
const char dots[] = "\xe2\x80\xa2\xe2\x80\xa2\xe2\x80\xa2\xe2\x80\xa2";

/// A text in base64 at each of the three places that it may have in a larger one, without the
/// characters that depend on what stands around it.
QByteArrayList encodings(const QByteArray &secret)
{
    QByteArrayList found{secret, secret.toPercentEncoding()};
    for (int shift = 0; shift < 3; ++shift) {
        const QByteArray shifted = QByteArray(shift, ' ') + secret;
        const QByteArray base64 = shifted.toBase64(QByteArray::OmitTrailingEquals);
        const int skip = shift == 0 ? 0 : shift + 1;
        const QByteArray inner = base64.mid(skip).chopped((secret.size() + shift) % 3 == 0 ? 0 : 1);
        if (inner.size() >= 4)
            found.append(inner);
    }
    return found;
}

} // namespace

void ProtocolLog::hide(const QByteArray &secret)
{
    if (!secret.isEmpty())
        m_hidden += encodings(secret);
    // A secret may be part of another way to write it.
    std::sort(m_hidden.begin(), m_hidden.end(),
        [](const QByteArray &a, const QByteArray &b) { return a.size() > b.size(); });
}

void ProtocolLog::sent(const QByteArray &line)
{
    add("C: ", line);
}

void ProtocolLog::sentSecretly(const QByteArray &shown)
{
    add("C: ", shown + dots);
}

void ProtocolLog::received(const QByteArray &line)
{
    add("S: ", m_secret && line.startsWith('+') ? QByteArray("+ ") + dots : line);
}

void ProtocolLog::add(const char *who, QByteArray line) const
{
    if (!m_write)
        return;
    for (const QByteArray &secret : m_hidden)
        line.replace(secret, dots);
    while (line.endsWith('\n') || line.endsWith('\r'))
        line.chop(1);
    if (line.size() > longest)
        line = line.left(longest) + "\xe2\x80\xa6";
    m_write(QString::fromLatin1(who) + QString::fromUtf8(line));
}

} // namespace sekisho::imap
