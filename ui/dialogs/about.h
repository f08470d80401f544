// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace sekisho {

/// Name, version, licence and the libraries the program stands on.
void showAbout(QWidget *parent);

} // namespace sekisho
