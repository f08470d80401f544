// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/failurereport.h"

namespace sekisho {

/// One field of a header as it stood there.
struct HeaderField {
    QByteArray name;
    QByteArray raw; ///< the value with its folds

    bool operator==(const HeaderField &) const = default;
};

/// One station of a mail's way: a Received field (RFC 5321 §4.4). What is empty was not given.
struct ReceivedHop {
    QString from; ///< as the sender named itself (HELO)
    QString host; ///< as the receiver looked it up
    QString ipText;
    std::optional<IpAddress> ip;
    QString by;
    QString with; ///< protocol: "ESMTPS"
    QString tls; ///< version and cipher as written
    QString id;
    QString forAddress;
    qint64 time = 0; ///< UTC seconds; 0: none or unreadable
    QString raw;

    bool operator==(const ReceivedHop &) const = default;
};

/// A mail taken apart for looking at: nothing in it is run, fetched or rendered.
struct MailSample {
    std::vector<HeaderField> headers; ///< in order
    bool headersOnly = false;
    QString plain; ///< text parts, one after the other
    QString html; ///< source of the HTML parts
    std::vector<Attachment> attachments;
    QStringList charsets; ///< those that had to be guessed
    bool cut = false; ///< parts or text were left out at a limit

    /// The first field of that name as written; empty where there is none.
    [[nodiscard]] QByteArray raw(QByteArrayView name) const;
    bool operator==(const MailSample &) const = default;
};

} // namespace sekisho
