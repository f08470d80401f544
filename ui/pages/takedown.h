// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/failures/campaigns.h"

class QWidget;

namespace sekisho {

/// Shows the draft of a takedown request, to edit, copy or save. Nothing is sent.
void showTakedownDraft(bool japanese, const Dataset &dataset, const Campaign &campaign,
    const std::vector<Indicator> &indicators, bool utc, QWidget *parent);

} // namespace sekisho
