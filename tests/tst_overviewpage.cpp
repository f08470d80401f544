// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/overviewpage.h"

#include "pages/chartcard.h"
#include "support/overviewfixture.h"
#include "widgets/daychart.h"
#include "widgets/emptystate.h"

#include <QLabel>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollArea>
#include <QSignalSpy>
#include <QTest>
#include <QTranslator>

using namespace sekisho;
using namespace sekisho::fixture;
using namespace Qt::StringLiterals;

namespace {

QString shownText(const EmptyState &state)
{
    QStringList texts;
    for (const QLabel *label : state.findChildren<QLabel *>())
        texts << label->text();
    return texts.join(u'\n');
}

QPushButton *buttonOf(const EmptyState &state, int index)
{
    return state.findChildren<QPushButton *>().value(index);
}

/// Marks each text that goes through it.
class Marker final : public QTranslator {
public:
    QString translate(const char *, const char *source, const char *, int n) const override
    {
        return u"~"_s + QString::fromUtf8(source).replace(u"%n"_s, QString::number(n));
    }
    bool isEmpty() const override { return false; }
};

} // namespace

class TestOverviewPage final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void chartNarrowsThePeriod();
    void chartTellsTheBar();
    void emptyStates();
    void languageSwitch();
    void everythingHasANameAndTheKeyboard();
    void fitsNarrowWindows_data();
    void fitsNarrowWindows();
    void keepsItsWidgets();
};

void TestOverviewPage::chartNarrowsThePeriod()
{
    OverviewPage page;
    page.resize(1250, 790);
    page.show();
    page.setView(twoDays());
    auto *chart = page.findChild<DayChart *>();
    QCOMPARE(chart->bars().size(), size_t(2));
    QCOMPARE(chart->bars()[0].passed, 60);
    QCOMPARE(chart->bars()[0].failed, 20);
    const Asked asked(page);
    QTest::mouseClick(chart->viewport(), Qt::LeftButton, {}, chart->column(1).center().toPoint());
    QCOMPARE(asked.filters.size(), size_t(1));
    QVERIFY(asked.filters[0].period ==
        (DateSpan{firstDay + secondsPerDay, firstDay + 2 * secondsPerDay}));
    // The same again narrows nothing.
    page.setView(fixture::filtered(sample(), asked.filters[0]));
    QTest::mouseClick(chart->viewport(), Qt::LeftButton, {}, chart->column(0).center().toPoint());
    QCOMPARE(asked.filters.size(), size_t(1));
}

void TestOverviewPage::chartTellsTheBar()
{
    OverviewPage page;
    page.resize(1250, 790);
    page.show();
    page.setView(twoDays());
    auto *cardOfChart = page.findChild<ChartCard *>();
    QCOMPARE(cardOfChart->title(), u"Messages per day"_s);
    const auto texts = [cardOfChart] {
        QStringList found;
        for (const QLabel *label : cardOfChart->findChildren<QLabel *>())
            found << label->text();
        return found;
    };
    QVERIFY(texts().contains(u"80 pass DMARC (80.00\u00a0%)"_s));
    QVERIFY(texts().contains(u"2017-09-24 – 2017-09-25"_s));
    QTest::keyClick(page.findChild<DayChart *>(), Qt::Key_Home);
    QVERIFY(texts().contains(u"60 pass DMARC (75.00\u00a0%)"_s));
    QVERIFY(texts().contains(u"20 fail (25.00\u00a0%)"_s));
    QVERIFY(texts().contains(u"2017-09-24"_s));
}

void TestOverviewPage::emptyStates()
{
    OverviewPage page;
    page.show();
    auto *empty = page.findChild<EmptyState *>();
    page.setView({});
    QVERIFY(empty->isVisible());
    QVERIFY(shownText(*empty).contains(u"No reports yet"_s));
    QSignalSpy open(&page, &Page::openRequested);
    QSignalSpy samples(&page, &Page::sampleRequested);
    buttonOf(*empty, 0)->click();
    QCOMPARE(open.size(), 1);
    QVERIFY(buttonOf(*empty, 1)->isVisible());
    buttonOf(*empty, 1)->click();
    QCOMPARE(samples.size(), 1);

    const View view = sample();
    page.setView(view);
    QVERIFY(!empty->isVisible());
    Filter nothing;
    nothing.domains = {u"nowhere.example"_s};
    nothing.basis = Basis::Computed;
    page.setView(fixture::filtered(view, nothing));
    QVERIFY(empty->isVisible());
    QVERIFY(shownText(*empty).contains(u"No messages match"_s));
    QVERIFY(!buttonOf(*empty, 1)->isVisible());
    const Asked asked(page);
    buttonOf(*empty, 0)->click();
    Filter everything;
    everything.basis = Basis::Computed;
    QVERIFY(asked.filters.at(0) == everything);

    DatasetBuilder builder;
    builder.add(fixture::item(reportOn(0, u"a.example"_s, {}), u"/1.xml"_s), 0);
    page.setView(fixture::viewOf(builder));
    QVERIFY(shownText(*empty).contains(u"tell of no messages"_s));
    buttonOf(*empty, 0)->click();
    QCOMPARE(asked.pages, std::vector<PageId>{PageId::Reports});
}

void TestOverviewPage::languageSwitch()
{
    OverviewPage page;
    page.show();
    page.setView(twoDays());
    Marker marker;
    QCoreApplication::installTranslator(&marker);
    QCoreApplication::processEvents();
    const auto untranslated = [&page] {
        QStringList found;
        for (const QLabel *label : page.findChildren<QLabel *>()) {
            const bool words = label->text().contains(QRegularExpression(u"[A-Za-z]{3}"_s));
            if (label->isVisible() && words && !label->text().startsWith(u'~'))
                found << label->text();
        }
        for (const LinkButton *link : page.findChildren<LinkButton *>()) {
            if (link->isVisible() && !link->text().startsWith(u'~'))
                found << link->text();
        }
        return found;
    };
    QTRY_COMPARE(untranslated(), QStringList());
    QCOMPARE(card(page, Figure::Passed)->link(0)->text(), u"~80 pass"_s);
    QCoreApplication::removeTranslator(&marker);
    QTRY_COMPARE(card(page, Figure::Passed)->link(0)->text(), u"80 pass"_s);
}

void TestOverviewPage::everythingHasANameAndTheKeyboard()
{
    OverviewPage page;
    page.resize(1250, 790);
    page.show();
    page.setView(twoDays());
    int buttons = 0;
    for (const QAbstractButton *button : page.findChildren<QAbstractButton *>()) {
        if (!button->isVisible())
            continue;
        ++buttons;
        const QString name =
            button->accessibleName().isEmpty() ? button->text() : button->accessibleName();
        QVERIFY(!name.isEmpty());
        QVERIFY2(button->focusPolicy() & Qt::TabFocus, qPrintable(name));
    }
    // 2 tiles, 8 links at figures, 1 finding, 2 + 2 + 2 shares, 2 policies
    QCOMPARE(buttons, 19);
    const auto *chart = page.findChild<DayChart *>();
    QVERIFY(chart->focusPolicy() & Qt::TabFocus);
    QVERIFY(!chart->accessibleName().isEmpty());
}

void TestOverviewPage::fitsNarrowWindows_data()
{
    QTest::addColumn<QSize>("size");
    QTest::newRow("1440 × 900") << QSize(1250, 790);
    QTest::newRow("1024 × 700") << QSize(834, 570);
    QTest::newRow("narrower still") << QSize(640, 400);
}

void TestOverviewPage::fitsNarrowWindows()
{
    QFETCH(QSize, size);
    OverviewPage page;
    page.setView(twoDays());
    page.resize(size);
    page.show();
    QCoreApplication::processEvents();
    const auto *scroll = page.findChild<QScrollArea *>();
    QVERIFY(scroll->widget()->width() <= scroll->viewport()->width());
    for (const QLabel *label : page.findChildren<QLabel *>()) {
        if (!label->isVisible())
            continue;
        const int needed =
            label->wordWrap() ? label->heightForWidth(label->width()) : label->sizeHint().height();
        QVERIFY2(label->height() >= needed, qPrintable(label->text()));
        if (!label->wordWrap())
            QVERIFY2(label->width() >= label->sizeHint().width(), qPrintable(label->text()));
    }
    for (const LinkButton *link : page.findChildren<LinkButton *>()) {
        if (link->isVisible())
            QVERIFY2(
                link->height() >= link->heightForWidth(link->width()), qPrintable(link->text()));
    }
}

void TestOverviewPage::keepsItsWidgets()
{
    View view = sample();
    auto results = std::make_shared<Results>(*view.results);
    results->timeline.clear();
    for (qint64 day = 0; day < 2000; ++day)
        results->timeline.push_back({17000 + day, 1000 + day % 7, day % 13});
    results->senders.senders.assign(10'000, results->senders.senders.front());
    results->topSenders.assign(10, results->topSenders.front());
    results->policies.assign(500, results->policies.front());
    view.results = results;
    OverviewPage page;
    page.resize(1250, 790);
    page.show();
    page.setView(view);
    const auto widgets = page.findChildren<QWidget *>().size();
    page.setView(view);
    QCOMPARE(page.findChildren<QWidget *>().size(), widgets);
    QVERIFY(widgets < 200);
    QCOMPARE(page.findChild<ChartCard *>()->title(), u"Messages per month"_s);
}

QTEST_MAIN(TestOverviewPage)
#include "tst_overviewpage.moc"
