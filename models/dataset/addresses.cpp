// SPDX-License-Identifier: GPL-3.0-or-later
#include "dataset/addresses.h"

#include <algorithm>

namespace sekisho {

QList<IpAddress> addressesOf(const Dataset &dataset, const std::vector<Row> &rows)
{
    constexpr qint64 absent = -1; // a record may count no messages
    std::vector<qint64> messages(dataset.addresses.size(), absent);
    std::vector<quint32> found;
    for (const Row row : rows) {
        const quint32 address = dataset.records.address[row].value;
        if (!dataset.addresses[address].ip)
            continue;
        if (messages[address] == absent) {
            messages[address] = 0;
            found.push_back(address);
        }
        messages[address] += dataset.records.count[row];
    }
    std::stable_sort(found.begin(), found.end(),
        [&messages](quint32 a, quint32 b) { return messages[a] > messages[b]; });
    QList<IpAddress> addresses;
    addresses.reserve(qsizetype(found.size()));
    for (const quint32 address : found)
        addresses.append(*dataset.addresses[address].ip);
    return addresses;
}

} // namespace sekisho
