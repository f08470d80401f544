// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>

namespace sekisho {

/// A domain name as alignment compares it (RFC 7489 §3.1): lower case, A-labels, without a
/// trailing dot and blanks. Text that is no domain name comes back trimmed and in lower case.
[[nodiscard]] QString normalizedDomain(const QString &text);

/// Whether `domain` is `parent` or ends in "." + parent; both normalized.
[[nodiscard]] bool isSameOrBelow(QStringView domain, QStringView parent);

/// The domain of an address ("<a@b.example>" gives "b.example"), or empty.
[[nodiscard]] QString domainOfAddress(const QString &address);

/// Organizational domains by the public suffix list that libpsl brings (RFC 7489 §3.2): the
/// public suffix plus one label. Answers are remembered, so keep one per thread of work.
class OrganizationalDomains final {
public:
    /// Of a normalized domain; the domain itself where it is a public suffix or no domain name.
    [[nodiscard]] QString of(const QString &domain) const;

    /// Whether an authenticated domain is aligned with the domain in the From field: equal, or in
    /// relaxed mode of the same organizational domain. Both normalized; an empty one never is.
    [[nodiscard]] bool aligned(const QString &domain, const QString &headerFrom, bool strict) const;

private:
    mutable QHash<QString, QString> m_known;
};

} // namespace sekisho
