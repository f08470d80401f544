// SPDX-License-Identifier: GPL-3.0-or-later
#include "main/filterbar.h"

#include "support/reportfixture.h"
#include "widgets/segmentbutton.h"

#include <QComboBox>
#include <QDateEdit>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace sekisho;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 firstDay = 1506211200; // 2017-09-24 00:00:00 UTC

/// 100 days of reports of two domains by two reporters; example.com has more messages.
FilterChoices choices()
{
    DatasetBuilder builder;
    for (int i = 0; i < 100; ++i) {
        AggregateReport report =
            fixture::report(i % 2 ? u"google.com"_s : u"mail.ru"_s, u"id-%1"_s.arg(i));
        report.period = {firstDay + i * secondsPerDay, firstDay + (i + 1) * secondsPerDay - 1};
        report.policy.domain = i % 4 ? u"example.com"_s : u"example.jp"_s;
        report.records = {fixture::passingRecord(0, u"192.0.2.1"_s, i % 2 ? 10 : 1)};
        builder.add(fixture::item(report, u"/%1.xml"_s.arg(i)), 0);
    }
    return filterChoices(*builder.finish());
}

struct Bar {
    Bar()
        : spy(&bar, &FilterBar::filterRequested)
    {
        bar.setFilter({}, choices(), {QLocale(QLocale::English), true});
        bar.resize(1200, 60);
        bar.show();
        const auto combos = bar.findChildren<QComboBox *>();
        for (QComboBox *combo : combos) {
            if (combo->accessibleName() == "Domain"_L1)
                domain = combo;
            if (combo->accessibleName() == "Period"_L1)
                period = combo;
            if (combo->accessibleName() == "Reporter"_L1)
                reporter = combo;
        }
        dates = bar.findChildren<QDateEdit *>();
    }

    void choose(QComboBox *combo, const QString &text)
    {
        const int index = combo->findText(text);
        QVERIFY2(index >= 0, qPrintable(text));
        combo->setCurrentIndex(index);
        Q_EMIT combo->activated(index);
    }
    [[nodiscard]] Filter last() const { return spy.last().at(0).value<Filter>(); }
    void show(const Filter &filter) { bar.setFilter(filter, choices(), {QLocale(QLocale::English), true}); }

    FilterBar bar;
    QSignalSpy spy;
    QComboBox *domain = nullptr;
    QComboBox *period = nullptr;
    QComboBox *reporter = nullptr;
    QList<QDateEdit *> dates;
};

} // namespace

class TestFilterBar final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void offersWhatTheReportsHave();
    void choosesADomain();
    void choosesAReporter();
    void presets_data();
    void presets();
    void ownDates();
    void datesInTheWrongOrder();
    void typingWaitsAndTrims();
    void aChipIsRemoved();
    void showsAValueThatIsNotOffered();
    void showingAnnouncesNothing();
    void retranslatesInPlace();
    void scopes_data();
    void scopes();
    void chipsShowNoMarkup();
};

void TestFilterBar::offersWhatTheReportsHave()
{
    const FilterChoices offered = choices();
    QCOMPARE(offered.domains, (QStringList{u"example.com"_s, u"example.jp"_s}));
    QCOMPARE(offered.reporters, (QStringList{u"google.com"_s, u"mail.ru"_s}));
    QCOMPARE(offered.covered->begin, firstDay);
    QCOMPARE(offered.covered->end, firstDay + 100 * secondsPerDay - 1);
    QCOMPARE(filterChoices(Dataset()), FilterChoices());
}

void TestFilterBar::choosesADomain()
{
    Bar bar;
    bar.choose(bar.domain, u"example.jp"_s);
    QCOMPARE(bar.last().domains, QStringList{u"example.jp"_s});
    bar.choose(bar.domain, u"All domains"_s);
    QCOMPARE(bar.last(), Filter());
}

void TestFilterBar::choosesAReporter()
{
    Bar bar;
    bar.choose(bar.reporter, u"mail.ru"_s);
    QCOMPARE(bar.last().reporters, QStringList{u"mail.ru"_s});
}

void TestFilterBar::presets_data()
{
    QTest::addColumn<int>("days");
    for (int days : {7, 28, 90, 365})
        QTest::addRow("%d", days) << days;
}

void TestFilterBar::presets()
{
    QFETCH(int, days);
    Bar bar;
    bar.choose(bar.period, u"Last %1 day(s)"_s.arg(days));
    const DateSpan period = *bar.last().period;
    QCOMPARE(period.end, firstDay + 100 * secondsPerDay); // the end of the last day covered
    QCOMPARE(period.length(), days * secondsPerDay);
    bar.show(bar.last());
    QCOMPARE(bar.period->currentText(), u"Last %1 day(s)"_s.arg(days));
    QVERIFY(!bar.dates[0]->isVisible());
    bar.choose(bar.period, u"Whole period"_s);
    QVERIFY(!bar.last().period);
}

void TestFilterBar::ownDates()
{
    Bar bar;
    bar.choose(bar.period, u"From – to …"_s);
    QVERIFY(bar.dates[0]->isVisible());
    QCOMPARE(bar.dates[0]->date(), QDate(2017, 9, 24));
    QCOMPARE(bar.dates[1]->date(), QDate(2018, 1, 1));
    bar.dates[1]->setDate(QDate(2017, 9, 25));
    QCOMPARE(*bar.last().period, (DateSpan{firstDay, firstDay + 2 * secondsPerDay}));
}

void TestFilterBar::datesInTheWrongOrder()
{
    Bar bar;
    bar.choose(bar.period, u"From – to …"_s);
    bar.dates[1]->setDate(QDate(2017, 9, 20));
    QCOMPARE(*bar.last().period, (DateSpan{firstDay - 4 * secondsPerDay, firstDay + secondsPerDay}));
}

void TestFilterBar::typingWaitsAndTrims()
{
    Bar bar;
    auto *search = bar.bar.findChild<QLineEdit *>();
    QTest::keyClicks(search, u" 192.0.2 "_s);
    QCOMPARE(bar.spy.count(), 0);
    QTRY_COMPARE(bar.spy.count(), 1);
    QCOMPARE(bar.last().text, u"192.0.2"_s);
}

void TestFilterBar::aChipIsRemoved()
{
    Bar bar;
    Filter filter;
    filter.senders = {u"192.0.2.0/24"_s};
    filter.domains = {u"example.com"_s};
    bar.show(filter);
    auto *chip = bar.bar.findChild<QToolButton *>(u"chip"_s);
    QVERIFY(chip);
    QVERIFY(chip->text().startsWith("Sender: 192.0.2.0/24"_L1));
    chip->click();
    filter.senders.clear();
    QCOMPARE(bar.last(), filter);
}

void TestFilterBar::showsAValueThatIsNotOffered()
{
    Bar bar;
    Filter filter;
    filter.domains = {u"gone.example"_s};
    filter.reporters = {u"gone.example"_s};
    bar.show(filter);
    QCOMPARE(bar.domain->currentText(), u"gone.example"_s);
    QCOMPARE(bar.reporter->currentText(), u"gone.example"_s);
}

void TestFilterBar::showingAnnouncesNothing()
{
    Bar bar;
    Filter filter;
    filter.domains = {u"example.com"_s};
    filter.text = u"x"_s;
    filter.period = DateSpan{firstDay, firstDay + 3 * secondsPerDay};
    bar.show(filter);
    bar.show({});
    QTest::qWait(300);
    QCOMPARE(bar.spy.count(), 0);
}

void TestFilterBar::retranslatesInPlace()
{
    Bar bar;
    Filter filter;
    filter.domains = {u"example.jp"_s};
    bar.show(filter);
    bar.bar.retranslate();
    QCOMPARE(bar.domain->currentText(), u"example.jp"_s);
    QCOMPARE(bar.spy.count(), 0);
}

void TestFilterBar::scopes_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<Scope>("scope");
    QTest::newRow("mine") << u"My senders"_s << Scope::Own;
    QTest::newRow("internal") << u"Internal"_s << Scope::Internal;
    QTest::newRow("third party") << u"Third party"_s << Scope::ThirdParty;
    QTest::newRow("unauthorised") << u"Unauthorised"_s << Scope::Unauthorised;
}

void TestFilterBar::scopes()
{
    QFETCH(QString, name);
    QFETCH(Scope, scope);
    Bar bar;
    const auto buttons = bar.bar.findChildren<SegmentButton *>();
    QCOMPARE(buttons.size(), scopeCount);
    const auto chosen = [&buttons] {
        QStringList names;
        for (const SegmentButton *button : buttons) {
            if (button->isChecked())
                names.append(button->text());
        }
        return names;
    };
    QCOMPARE(chosen(), QStringList{u"All"_s});
    for (SegmentButton *button : buttons) {
        QVERIFY(button->isVisible());
        QVERIFY(button->toolTip().contains("Own Senders"_L1)); // how to say whose a sender is
        if (button->text() == name)
            button->click();
    }
    QCOMPARE(bar.spy.size(), 1);
    QCOMPARE(bar.last().scope, scope);
    QCOMPARE(chosen(), QStringList{name});
    bar.show({});
    QCOMPARE(chosen(), QStringList{u"All"_s});
    QCOMPARE(bar.spy.size(), 1); // showing is no choice
    QVERIFY(bar.bar.findChildren<QToolButton *>(u"chip"_s).isEmpty()); // it has a field of its own
}

/// What a report gives in place of an address becomes a chip: it is text there as well.
void TestFilterBar::chipsShowNoMarkup()
{
    Bar bar;
    Filter filter;
    filter.senders = {u"<img src=\"file:///tmp/bait.png\">"_s};
    bar.show(filter);
    const auto chips = bar.bar.findChildren<QToolButton *>(u"chip"_s);
    QCOMPARE(chips.size(), 1);
    QVERIFY(chips.first()->toolTip().contains(u"&lt;img src="_s));
    QVERIFY(!chips.first()->toolTip().contains(u"<img"_s));
}

QTEST_MAIN(TestFilterBar)
#include "tst_filterbar.moc"
