// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/alignment.h"

#include <QStringList>

namespace sekisho {

/// What there is to say about a cell of the alignment matrix, in the language of the window.
struct CellText {
    QString verdict; ///< what DMARC makes of it, in a line
    QString meaning;
    QStringList causes; ///< the usual ones, most frequent first
    QStringList actions;
};

[[nodiscard]] CellText cellText(Cell cell);

} // namespace sekisho
