// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

class QWidget;

namespace sekisho {

/// Shows what was said with a mail server, and goes on showing it while it goes on.
void showMailboxLog(const QString &name, std::function<QStringList()> lines, QWidget *parent);

} // namespace sekisho
