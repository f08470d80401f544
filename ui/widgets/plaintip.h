// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QTextDocument>

namespace sekisho {

/// A tool tip that shows a text from outside as it is: Qt would take "<img …>" in it for markup, and
/// load pictures from the disk.
[[nodiscard]] inline QString plainTip(const QString &text)
{
    return Qt::mightBeRichText(text) ? QStringLiteral("<qt>%1</qt>").arg(text.toHtmlEscaped()) : text;
}

} // namespace sekisho
