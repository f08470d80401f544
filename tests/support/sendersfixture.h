// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/cases/facts.h"
#include "pages/senderpanel.h"
#include "pages/senderspage.h"
#include "pages/sendersummary.h"
#include "support/pagefixture.h"
#include "support/reportfixture.h"
#include "tables/raworder.h"
#include "tables/recordtable.h"
#include "widgets/daybarsview.h"
#include "widgets/emptystate.h"
#include "widgets/heatmapview.h"
#include "widgets/sharebutton.h"

#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

namespace sekisho::fixture {

using namespace Qt::StringLiterals;

/// Two days: 192.0.2.0/24 with 1,500 + 100 messages of one address, 500 of another, which pass, and
/// 2 of a third, which fail; 198.51.100.0/24 with 40 that pass; an IPv6 network with 10.
inline DatasetBuilder &fill(DatasetBuilder &builder)
{
    AggregateReport first = fixture::report(u"google.example"_s, u"id-1"_s);
    first.records = {fixture::passingRecord(0, u"192.0.2.1"_s, 1500),
        fixture::passingRecord(1, u"192.0.2.7"_s, 500), fixture::talkRecord(2)};
    AggregateReport second = fixture::report(u"yahoo.example"_s, u"id-2"_s);
    second.period.begin -= secondsPerDay;
    second.period.end -= secondsPerDay;
    second.records = {fixture::passingRecord(0, u"192.0.2.1"_s, 100),
        fixture::passingRecord(1, u"198.51.100.9"_s, 40),
        fixture::passingRecord(2, u"2001:db8:400e:c05::22a"_s, 10)};
    builder.add(fixture::item(first, u"/first.xml"_s), 0);
    builder.add(fixture::item(second, u"/second.xml"_s), 0);
    return builder;
}

inline View sample()
{
    DatasetBuilder builder;
    return fixture::viewOf(fill(builder));
}

inline Filter only(const QString &sender)
{
    Filter filter;
    filter.senders = {sender};
    return filter;
}

/// The page on the screen, and its parts as a user would find them: by what they show.
struct Shown {
    explicit Shown(const View &view = sample(), QSize size = {1250, 800})
    {
        for (QTreeView *tree : page.findChildren<QTreeView *>()) {
            auto *order = qobject_cast<RawOrder *>(tree->model());
            (dynamic_cast<RecordTable *>(order->sourceModel()) ? records : senders) = tree;
        }
        panel = page.findChild<SenderPanel *>();
        summary = page.findChild<SenderSummary *>();
        empty = page.findChild<EmptyState *>();
        heatmap = page.findChild<HeatmapView *>();
        bars = page.findChild<DayBarsView *>();
        page.resize(size);
        page.show();
        page.setView(view);
    }

    /// A row by the texts of its way from the top.
    [[nodiscard]] QModelIndex row(const QStringList &way) const
    {
        QModelIndex found;
        for (const QString &text : way) {
            const QModelIndexList hits = senders->model()->match(
                senders->model()->index(0, 0, found), Qt::DisplayRole, text, 1, Qt::MatchExactly);
            if (hits.isEmpty())
                return {};
            found = hits.first();
        }
        return found;
    }
    void choose(const QStringList &way) const { senders->setCurrentIndex(row(way)); }
    [[nodiscard]] QString current() const
    {
        return senders->currentIndex().siblingAtColumn(0).data().toString();
    }

    /// The lines with a share that can be seen, as screen readers say them.
    [[nodiscard]] QStringList lines() const
    {
        QCoreApplication::processEvents(); // new widgets appear with the next round of events
        QStringList texts;
        for (const ShareButton *line : page.findChildren<ShareButton *>()) {
            if (line->isVisibleTo(summary))
                texts.append(line->accessibleName());
        }
        return texts;
    }
    [[nodiscard]] QStringList texts() const
    {
        QStringList texts;
        for (const QLabel *label : page.findChildren<QLabel *>()) {
            if (label->isVisibleTo(&page) && !label->text().isEmpty())
                texts.append(label->text());
        }
        return texts;
    }
    /// Follows a link or presses a button by the start of its text.
    [[nodiscard]] bool press(const QString &start) const
    {
        QCoreApplication::processEvents();
        for (QAbstractButton *button : page.findChildren<QAbstractButton *>()) {
            const QString &name =
                button->text().isEmpty() ? button->accessibleName() : button->text();
            if (button->isVisibleTo(&page) && name.startsWith(start)) {
                button->click();
                return true;
            }
        }
        return false;
    }
    void wait() const { QTRY_VERIFY(panel->isComplete()); }

    SendersPage page;
    QTreeView *senders = nullptr;
    QTreeView *records = nullptr;
    SenderPanel *panel = nullptr;
    SenderSummary *summary = nullptr;
    EmptyState *empty = nullptr;
    HeatmapView *heatmap = nullptr;
    DayBarsView *bars = nullptr;
};

inline Filter filterOf(const QSignalSpy &spy)
{
    return spy.isEmpty() ? Filter() : spy.last().first().value<Filter>();
}

inline QPushButton *buttonOf(const Shown &shown, const QString &text)
{
    for (QPushButton *button : shown.page.findChildren<QPushButton *>()) {
        if (button->text() == text && button->isVisibleTo(&shown.page))
            return button;
    }
    return nullptr;
}

/// Triggers an entry that a user could choose.
inline bool choose(QMenu *menu, const QString &text)
{
    if (!menu->isVisible())
        Q_EMIT menu->aboutToShow();
    for (QAction *action : menu->actions()) {
        if (action->text() == text && action->isEnabled()) {
            action->trigger();
            return true;
        }
    }
    return false;
}

} // namespace sekisho::fixture
