// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dataset/failures.h"

#include <QStringList>

namespace sekisho {

/// What tells the recipients of a failure report apart, each once. Where the reporter hides an
/// address behind a token (RFC 6590), that is the token with the reporter's name: of one reporter
/// equal tokens mean the same recipient, and they mean nothing else. Recipients that are hidden
/// beyond telling apart are left out.
[[nodiscard]] QStringList recipientKeys(const FailureReport &report);

/// Those of the keys that are tokens.
[[nodiscard]] QStringList hiddenRecipients(const FailureReport &report);

/// How many other samples went to a recipient that the reporter hides behind the same token.
[[nodiscard]] int samplesToSameHidden(const Dataset &dataset, FailureIndex failure);

} // namespace sekisho
