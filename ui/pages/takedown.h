// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/failures/campaigns.h"

#include <QFuture>

class QWidget;

namespace sekisho {

/// Reads a list of URLs that the user chose, off the UI thread; nothing where it cannot be read.
[[nodiscard]] QFuture<std::optional<UrlList>> loadUrlList(const QString &path);

/// Shows the draft of a takedown request, to edit, copy or save. Nothing is sent.
void showTakedownDraft(bool japanese, const Dataset &dataset, const Campaign &campaign,
    const std::vector<Indicator> &indicators, bool utc, QWidget *parent);

} // namespace sekisho
