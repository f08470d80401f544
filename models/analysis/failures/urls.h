// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/domainname.h"

#include <QString>
#include <QStringList>

namespace sekisho {

/// The host of a URL as a browser would take it: behind "user:password@", in lower case, A-labels,
/// without port. Nothing is looked up. Empty where there is none.
[[nodiscard]] QString urlHost(const QString &url);

/// A host as people read it: "例え.jp" for "xn--r8jz45g.jp"; one without such labels unchanged.
[[nodiscard]] QString readableHost(const QString &host);

/// A URL or mail address that nothing takes for one: "hxxp://a[.]example/", "a[@]b[.]example".
[[nodiscard]] QString defanged(const QString &text);

/// Where a redirector's parameters lead, one after the other: URLs within the URL, percent-encoded
/// or in base64, at most five deep.
[[nodiscard]] QStringList unfolded(const QString &url);

/// Which of the own domains a host passes itself off as; empty: none, or it is one of them. Takes
/// notice of letters that look alike in other scripts, of digits for letters, of one letter more,
/// less or swapped, and of the own name as part of a longer one.
[[nodiscard]] QString lookAlikeOf(const QString &host, const QStringList &ownDomains);

} // namespace sekisho
