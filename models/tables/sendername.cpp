// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/sendername.h"

#include "tables/visibletext.h"

#include <QCoreApplication>

namespace sekisho {

QString senderName(const QString &label)
{
    return label.isEmpty() ? QCoreApplication::translate("SenderName", "(no address)")
                           : visibleText(label);
}

} // namespace sekisho
