// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/datespan.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace sekisho {

/// failure-details of a TLS report (RFC 8460 §4.4); counts are sessions, not messages.
struct TlsFailure {
    QString resultType;
    QString sendingMtaIp;
    QString receivingIp;
    QString receivingMxHostname;
    QString receivingMxHelo;
    qint64 failedSessions = 0;
    QString additionalInformation;
    QString failureReasonCode;

    bool operator==(const TlsFailure &) const = default;
};

/// One policy of a TLS report with its sessions.
struct TlsPolicy {
    QString type; ///< in lower case: "sts", "tlsa", "no-policy-found" or what stood there
    QStringList policyString;
    QString domain;
    QStringList mxHosts;
    qint64 successfulSessions = 0;
    qint64 failedSessions = 0;
    std::vector<TlsFailure> failures;

    bool operator==(const TlsPolicy &) const = default;
};

/// An SMTP TLS report (RFC 8460).
struct TlsReport {
    QString organizationName;
    QString contactInfo;
    QString reportId;
    DateSpan period; ///< UTC seconds
    std::vector<TlsPolicy> policies;

    bool operator==(const TlsReport &) const = default;
};

} // namespace sekisho
