// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "paint/theme.h"
#include "widgets/card.h"

#include <array>

class QLabel;

namespace sekisho {

class LinkButton;
class PartBar;

/// A number that matters: what it is, the number large, how it changed, and what it is made of as
/// links.
class FigureCard final : public Card {
    Q_OBJECT
public:
    /// How a figure moved against the period before.
    struct Change {
        enum class Direction : quint8 { None, Up, Down };
        Direction direction = Direction::None;
        bool isGood = true; ///< better than before; else worse
        bool isNeutral = false; ///< neither
        QString text; ///< short; empty: nothing to compare with
        QString sentence; ///< whole
    };
    struct Texts {
        QString title;
        QString value;
        std::array<QString, 2> links;
        std::array<QString, 2> linkNames; ///< for screen readers, where the text is too short
    };

    explicit FigureCard(QWidget *parent = nullptr);

    void setTexts(const Texts &texts);
    void setChange(const Change &change);
    /// The part drawn as a bar, 0 to 1, and marks in front of the links; none without.
    void setPart(double part);

    [[nodiscard]] QString value() const;
    [[nodiscard]] QString changeText() const;
    [[nodiscard]] LinkButton *link(size_t index) const { return m_links[index]; }

Q_SIGNALS:
    void linkActivated(int index);

private:
    QLabel *m_title;
    QLabel *m_value;
    QLabel *m_arrow;
    QLabel *m_change;
    PartBar *m_bar;
    std::array<LinkButton *, 2> m_links{};
};

} // namespace sekisho
