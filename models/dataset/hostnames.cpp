// SPDX-License-Identifier: GPL-3.0-or-later
#include "dataset/hostnames.h"

#include "report/domainname.h"

#include <algorithm>

namespace sekisho {

HostNames readHostNames(const QByteArray &tsv, const Limits &limits, Notes &notes)
{
    HostNames hosts;
    Place next{0, 0, 1};
    for (const QByteArray &line : tsv.split('\n')) {
        const qint64 start = next.offset;
        next.offset += line.size() + 1;
        ++next.line;
        const QString text = QString::fromUtf8(line).trimmed();
        if (text.isEmpty() || text.startsWith(u'#'))
            continue;
        const QStringList cells = text.split(u'\t');
        const auto ip = IpAddress::parse(cells.first());
        const QString host = cells.size() > 1 ? normalizedDomain(cells.at(1)) : QString();
        if (!ip || host.isEmpty() || host.size() > limits.textChars)
            notes.add(NoteCode::AddressInvalid, text.left(200), Place{start, next.line, 1});
        else
            hosts.insert(*ip, host);
    }
    return hosts;
}

QByteArray writeHostNames(const HostNames &hosts)
{
    QList<IpAddress> addresses = hosts.keys();
    std::sort(addresses.begin(), addresses.end());
    QByteArray tsv;
    for (const IpAddress &ip : std::as_const(addresses))
        tsv += (ip.text() + u'\t' + hosts.value(ip)).toUtf8() + '\n';
    return tsv;
}

} // namespace sekisho
