// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/cases/pins.h"

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

/// How narrowly a pin matches; 0: not at all.
qsizetype fit(const Pin &pin, const Address &address, const QString &host)
{
    if (const auto network = IpNetwork::parse(pin.sender))
        return address.ip && network->contains(*address.ip) ? 1000 + network->bits : 0;
    return isSameOrBelow(host, pin.sender) ? pin.sender.size() : 0;
}

} // namespace

const Pin *Pins::find(
    const Address &address, const QString &host, const QString &policyDomain) const
{
    const Pin *best = nullptr;
    qsizetype bestFit = 1;
    for (const Pin &pin : list) {
        if (!pin.domain.isEmpty() && !isSameOrBelow(policyDomain, pin.domain))
            continue;
        const qsizetype here = fit(pin, address, host);
        if (here >= bestFit) {
            best = &pin;
            bestFit = here;
        }
    }
    return best;
}

Pins readPins(const QByteArray &tsv, Notes &notes)
{
    Pins pins;
    Place next{0, 0, 1};
    for (const QByteArray &line : tsv.split('\n')) {
        const Place place{next.offset, next.line + 1, 1};
        next.offset += line.size() + 1;
        ++next.line;
        const QString text = QString::fromUtf8(line).trimmed();
        if (text.isEmpty() || text.startsWith(u'#'))
            continue;
        const QStringList cells = text.split(u'\t');
        const auto mailCase = caseOfKey(cells.value(1).trimmed().toLower());
        const auto network = IpNetwork::parse(cells.first());
        const QString sender = network ? network->text() : normalizedDomain(cells.first());
        if (mailCase && !sender.isEmpty())
            pins.list.push_back(
                {sender, normalizedDomain(cells.value(2)), *mailCase, cells.value(3).trimmed()});
        else
            notes.add(NoteCode::ValueUnknown, text.left(200), place);
    }
    return pins;
}

QByteArray writePins(const Pins &pins)
{
    QByteArray tsv;
    for (const Pin &pin : pins.list) {
        QString note = pin.note;
        note.replace(u'\t', u' ').replace(u'\n', u' ');
        const QStringList cells{pin.sender, QString(caseKey(pin.mailCase)), pin.domain, note};
        tsv += cells.join(u'\t').trimmed().toUtf8() + '\n';
    }
    return tsv;
}

} // namespace sekisho
