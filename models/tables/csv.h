// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace sekisho {

/// One cell of a CSV table (RFC 4180), quoted where it must be. A cell that a spreadsheet would run
/// as a formula gets an apostrophe in front; plain numbers such as "-5" stay as they are.
[[nodiscard]] QString csvCell(const QString &text);
/// One line of a CSV table with the line end of RFC 4180 (CR LF).
[[nodiscard]] QString csvLine(const QStringList &cells);

} // namespace sekisho
