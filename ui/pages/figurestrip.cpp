// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/figurestrip.h"

#include "pages/panelparts.h"
#include "widgets/columnslayout.h"
#include "widgets/linkbutton.h"

#include <algorithm>
#include <cmath>

namespace sekisho {

using namespace Qt::StringLiterals;

using Change = FigureCard::Change;

namespace {

qint64 partOf(const Counts &counts, FigureStrip::Figure figure)
{
    switch (figure) {
    case FigureStrip::Figure::Passed: return counts.passed;
    case FigureStrip::Figure::Spf: return counts.spfAligned;
    case FigureStrip::Figure::Dkim: return counts.dkimAligned;
    case FigureStrip::Figure::Messages: break;
    }
    return counts.messages;
}

/// The period of the same length just before.
QString periodBefore(const View &view)
{
    if (!view.filter.period)
        return {};
    const DateSpan &now = *view.filter.period;
    return view.format.period({now.begin - now.length(), now.begin});
}

Change::Direction directionOf(double difference)
{
    if (difference == 0)
        return Change::Direction::None;
    return difference > 0 ? Change::Direction::Up : Change::Direction::Down;
}

} // namespace

Filter narrowed(Filter filter, FigureStrip::Figure figure, bool passed)
{
    if (figure == FigureStrip::Figure::Messages)
        return filter;
    if (figure == FigureStrip::Figure::Passed) {
        filter.passed = passed;
        return filter;
    }
    const bool spf = figure == FigureStrip::Figure::Spf;
    QList<int> cells;
    for (int i = 0; i < cellCount; ++i) {
        const Cell cell = Cell::at(i);
        const bool aligned = (spf ? cell.spf : cell.dkim) == Outcome::Aligned;
        // What is narrowed already stays so.
        if (aligned == passed && (filter.cells.isEmpty() || filter.cells.contains(i)))
            cells.append(i);
    }
    filter.cells = cells;
    return filter;
}

FigureStrip::FigureStrip(QWidget *parent)
    : QWidget(parent)
{
    auto *layout = new ColumnsLayout(232, figureCount, 16, this);
    for (int i = 0; i < figureCount; ++i) {
        auto *card = new FigureCard(this);
        m_cards[size_t(i)] = card;
        layout->addWidget(card);
        connect(card, &FigureCard::linkActivated, this,
            [this, i](int link) { follow(Figure(i), link); });
    }
}

void FigureStrip::setView(const View &view)
{
    m_filter = view.filter;
    showMessages(view);
    for (Figure figure : {Figure::Passed, Figure::Spf, Figure::Dkim})
        showPart(view, figure);
}

void FigureStrip::showMessages(const View &view)
{
    const Totals &totals = view.results->totals;
    const Format &format = view.format;
    FigureCard *card = m_cards[size_t(Figure::Messages)];
    const QString senders =
        tr("%1 sender(s)", nullptr, totals.senders).arg(format.number(totals.senders));
    const QString reports =
        tr("%1 report(s)", nullptr, totals.reports).arg(format.number(totals.reports));
    card->setTexts({tr("Messages"), format.number(totals.counts.messages), {senders, reports}, {}});
    Change change;
    change.isNeutral = true;
    if (const auto &before = view.results->before; before && before->counts.messages > 0) {
        const qint64 then = before->counts.messages;
        const qint64 difference = totals.counts.messages - then;
        change.direction = directionOf(double(difference));
        const QString number = format.number(std::abs(difference));
        change.text = change.direction == Change::Direction::None ? tr("as before") : number;
        //: %1 and %2 are numbers, %3 is a period
        change.sentence = tr("%1 messages now, %2 in the period before (%3)")
                              .arg(format.number(totals.counts.messages), format.number(then),
                                  periodBefore(view));
    } else if (view.filter.period) {
        //: nothing to compare a number with
        change.text = tr("none before");
        change.sentence =
            tr("There are no messages in the period before (%1).").arg(periodBefore(view));
    }
    card->setChange(change);
}

void FigureStrip::showPart(const View &view, Figure figure)
{
    const Counts &counts = view.results->totals.counts;
    const Format &format = view.format;
    const qint64 part = partOf(counts, figure);
    const qint64 rest = counts.messages - part;
    FigureCard::Texts texts;
    texts.value = format.percent(part, counts.messages);
    const QString of = format.number(counts.messages);
    //: a number of messages
    const QString passing = figure == Figure::Passed ? tr("%1 pass") : tr("%1 aligned");
    //: a number of messages
    const QString failing = figure == Figure::Passed ? tr("%1 fail") : tr("%1 not");
    switch (figure) {
    case Figure::Passed: texts.title = tr("DMARC pass"); break;
    case Figure::Spf: texts.title = tr("SPF aligned"); break;
    case Figure::Dkim:
    case Figure::Messages: texts.title = tr("DKIM aligned"); break;
    }
    texts.links = {passing.arg(format.number(part)), failing.arg(format.number(rest))};
    //: for screen readers: %1 is what is counted, %2 and %3 are numbers
    texts.linkNames = {
        tr("%1: %2 of %3 messages. Show only these.").arg(texts.title, format.number(part), of),
        //: for screen readers: %1 is what is counted, %2 and %3 are numbers
        tr("Not %1: %2 of %3 messages. Show only these.")
            .arg(texts.title, format.number(rest), of)};
    FigureCard *card = m_cards[size_t(figure)];
    card->setTexts(texts);
    card->setPart(counts.messages > 0 ? double(part) / double(counts.messages) : -1);
    for (size_t i = 0; i < 2; ++i) {
        card->link(i)->setToolTip(texts.linkNames[i]);
        card->link(i)->setEnabled((i == 0 ? part : rest) > 0);
    }

    Change change;
    if (const auto &before = view.results->before; before && before->counts.messages > 0) {
        const qint64 then = partOf(before->counts, figure);
        // Of what is shown, not of what is behind: 71.27 after 70.26 is 1.01.
        const auto shown = [](qint64 some, qint64 whole) {
            return std::round(percent(some, whole) * 100) / 100;
        };
        const double difference =
            shown(part, counts.messages) - shown(then, before->counts.messages);
        change.direction = directionOf(difference);
        change.isGood = difference > 0;
        const QString points = format.locale.toString(std::abs(difference), 'f', 2);
        change.text = change.direction == Change::Direction::None ? tr("as before")
                                                                  //: percentage points
                                                                  : tr("%1 points").arg(points);
        //: %1 and %2 are percentages, %3 is a period
        change.sentence = tr("%1 of messages now, %2 in the period before (%3)")
                              .arg(texts.value, format.percent(then, before->counts.messages),
                                  periodBefore(view));
    }
    card->setChange(change);
}

void FigureStrip::follow(Figure figure, int link)
{
    if (figure == Figure::Messages)
        Q_EMIT pageRequested(link == 0 ? PageId::Senders : PageId::Reports);
    else
        Q_EMIT filterRequested(narrowed(m_filter, figure, link == 0));
}

} // namespace sekisho
