// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/addressorder.h"

#include "report/ipaddress.h"

namespace sekisho {

using namespace Qt::StringLiterals;

QString addressOrder(const QString &key)
{
    const auto network = IpNetwork::parse(key);
    if (!network)
        return u'n' + key;
    const auto &bytes = network->first.bytes();
    const auto *first = reinterpret_cast<const char *>(bytes.data());
    const QByteArray hex = QByteArray::fromRawData(first, qsizetype(bytes.size())).toHex();
    return u'a' + QString::fromLatin1(hex) + QString::number(network->bits).rightJustified(3, u'0');
}

} // namespace sekisho
