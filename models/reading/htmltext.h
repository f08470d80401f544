// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace sekisho {

/// An HTML document reduced to what it says. It is read, never rendered: scripts, styles and
/// comments are dropped, nothing is fetched.
struct HtmlText {
    QString text;
    QStringList links; ///< values of href, src, action, … and url(…) in styles, as written
};

[[nodiscard]] HtmlText htmlText(QStringView html, qsizetype mostLinks);

} // namespace sekisho
