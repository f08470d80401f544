// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/page.h"

#include <QEvent>

namespace sekisho {

void Page::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace sekisho
