// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/results.h"

#include <QString>

class QLabel;
class QLayout;
class QPushButton;
class QVBoxLayout;
class QWidget;

namespace sekisho {

/// A heading of a panel with what stands under it; hidden together.
struct PanelSection {
    QLabel *heading = nullptr;
    QWidget *body = nullptr;
    QVBoxLayout *lines = nullptr;
};

/// Adds an empty one at the end of a layout that has a widget already.
[[nodiscard]] PanelSection addPanelSection(QVBoxLayout *layout);

/// Text that wraps and can be selected; never rich text.
[[nodiscard]] QLabel *panelText(QWidget *parent, const QString &text = {});

/// Takes all lines of a section away; safe also while one of them sends a signal.
void clearLines(QLayout *lines);

/// Makes a button as wide as its text and what stands beside it.
void fitButton(QPushButton *button, int beside = 0);

/// A number for the choice of a plural form.
[[nodiscard]] int plural(qint64 number);

/// Some days over the whole period, so that bars of different things can be compared.
[[nodiscard]] std::vector<DayCount> daysOver(
    const std::vector<DayCount> &timeline, std::vector<DayCount> days);

} // namespace sekisho
