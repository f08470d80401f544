// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pages/page.h"

namespace sekisho {

/// A window beside the main one that explains a page: what it shows, how to read it, what a click
/// does. One window, whose text follows the page asked for.
void showPageHelp(PageId page, const QString &title, QWidget *parent);

} // namespace sekisho
