// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pages/figurecard.h"
#include "pages/page.h"

namespace sekisho {

/// The four figures of the Overview: messages, and how many of them pass DMARC and are aligned by
/// SPF and by DKIM, each with the change against the period before.
class FigureStrip final : public QWidget {
    Q_OBJECT
public:
    enum class Figure : quint8 { Messages, Passed, Spf, Dkim };
    static constexpr int figureCount = 4;

    explicit FigureStrip(QWidget *parent = nullptr);

    void setView(const View &view);
    [[nodiscard]] FigureCard *card(Figure figure) const { return m_cards[size_t(figure)]; }

Q_SIGNALS:
    void filterRequested(const sekisho::Filter &filter);
    void pageRequested(sekisho::PageId page);

private:
    void showMessages(const View &view);
    void showPart(const View &view, Figure figure);
    void follow(Figure figure, int link);

    std::array<FigureCard *, figureCount> m_cards{};
    Filter m_filter;
};

/// The filter narrowed to the messages that a figure counts (or to the others).
[[nodiscard]] Filter narrowed(Filter filter, FigureStrip::Figure figure, bool passed);

} // namespace sekisho
