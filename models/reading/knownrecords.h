// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/aggregatereport.h"

#include <QByteArray>

#include <memory>
#include <optional>
#include <vector>

namespace sekisho {

/// Records that were read lately. The records of a sender differ in address and count alone, so
/// that most of them need not be taken apart again: one whose every other byte is as that of an
/// earlier one says the same.
class KnownRecords final {
public:
    /// What a text says that begins with a record like an earlier one.
    struct Found {
        const Record *like = nullptr; ///< the same but for row, address and count
        qint32 sameAs = -1; ///< its number where it is of the same report
        QString sourceIpText;
        IpAddress sourceIp;
        qint64 count = 0;
        qint64 size = 0; ///< bytes up to the next record, or to the end of the text
    };

    /// From now on the numbers are those of another report's records.
    void beginReport() { ++m_report; }
    /// `text`: from a record element on; `number`: the one that it will have in its report.
    [[nodiscard]] std::optional<Found> find(QByteArrayView text, qint32 number);
    /// Keeps what `text`, one record element and what is behind it, was read as without anything to
    /// note. Passes over those where it is not plain to see which bytes are address and count.
    void add(QByteArrayView text, const Record &record, qint32 number);

private:
    /// Behind the count, up to the next record.
    struct Tail {
        QByteArray text;
        Record record;
        quint64 report = 0; ///< the one it was last met in, and its number there
        qint32 number = -1;
    };
    /// Records that begin alike.
    struct Group {
        QByteArray beforeAddress;
        QByteArray beforeCount;
        std::vector<std::unique_ptr<Tail>> tails; ///< those found last come first
    };

    std::vector<Group> m_groups;
    quint64 m_report = 0;
};

} // namespace sekisho
