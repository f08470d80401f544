// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/page.h"

#include <QEvent>

#include <utility>

namespace sekisho {

void Page::changeEvent(QEvent *event)
{
    // Sizes that were made to fit texts depend on the font as well.
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange
        || event->type() == QEvent::FontChange) {
        // All pages at once would take long, and most are never looked at in between.
        m_outdated = !isWindow() && isHidden();
        if (!m_outdated)
            retranslate();
    }
    QWidget::changeEvent(event);
}

void Page::showEvent(QShowEvent *event)
{
    if (std::exchange(m_outdated, false))
        retranslate();
    QWidget::showEvent(event);
}

} // namespace sekisho
