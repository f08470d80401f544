// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pages/page.h"
#include "paint/theme.h"

namespace sekisho {

/// A finding in words, and where it leads: the page that shows it, under the filter that does.
struct FindingLink {
    QString text; ///< whole sentences
    Meaning meaning = Meaning::Failed;
    Filter filter;
    PageId page = PageId::Overview;

    bool operator==(const FindingLink &) const = default;
};

[[nodiscard]] FindingLink findingLink(
    const Finding &finding, const Filter &filter, const Format &format);

} // namespace sekisho
