// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QSplitter;
class QVBoxLayout;
class QWidget;

namespace sekisho {

class Card;

/// All of a page that is a list and what it shows: a splitter, below a bar where there is one.
[[nodiscard]] QWidget *splitContent(QSplitter *splitter, QWidget *bar = nullptr);

/// A card that a table fills from border to border.
struct TableCard {
    Card *card;
    QVBoxLayout *layout; ///< the table goes in here
};
[[nodiscard]] TableCard tableCard(QWidget *parent);

} // namespace sekisho
