// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pages/page.h"

class QMenu;

namespace sekisho {

/// What the entries of the menu do.
struct OwnSenderHandlers {
    std::function<void(const OwnSenders::Entry &)> add;
    std::function<void(const OwnSenders::Entry &)> remove;
    std::function<void()> openRegistry;
};

/// Adds "this is ours" and "not ours any more" for some senders to a menu.
void addOwnSenderEntries(QMenu *menu, const View &view, const std::vector<Sender> &senders,
    const OwnSenderHandlers &handlers);

/// Whose a sender is, for the button over such a menu.
[[nodiscard]] QString ownSenderText(const Sender &sender);

} // namespace sekisho
