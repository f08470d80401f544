// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace sekisho {

/// "header.d=example.com": a property of a result (RFC 8601 §2.2).
struct AuthProperty {
    QString type; ///< "smtp", "header", "policy", …
    QString name;
    QString value;

    bool operator==(const AuthProperty &) const = default;
};

/// One method of an Authentication-Results field.
struct AuthMethod {
    QString method; ///< in lower case: "spf", "dkim", "dmarc", "arc", …
    QString result; ///< in lower case
    QString reason;
    QString comment; ///< all comments of it, joined
    std::vector<AuthProperty> properties;

    /// The value of a property; empty where there is none.
    [[nodiscard]] QString property(QStringView type, QStringView name) const;
    bool operator==(const AuthMethod &) const = default;
};

/// An Authentication-Results or ARC-Authentication-Results field.
struct AuthResults {
    QString server; ///< authserv-id; empty where the writer left it out
    int instance = 0; ///< i= of ARC; 0: none
    std::vector<AuthMethod> methods;

    bool operator==(const AuthResults &) const = default;
};

} // namespace sekisho
