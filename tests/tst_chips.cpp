// SPDX-License-Identifier: GPL-3.0-or-later
#include "main/chips.h"

#include "analysis/cases/mailcase.h"

#include <QTest>

using namespace sekisho;
using namespace Qt::StringLiterals;

class TestChips final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void oneChipEach_data();
    void oneChipEach();
    void noneForTheBarsOwnFields();
    void removingOneKeepsTheOthers();
};

void TestChips::oneChipEach_data()
{
    QTest::addColumn<Filter>("filter");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const QString &text, auto change) {
        Filter filter;
        change(filter);
        QTest::newRow(name) << filter << text;
    };
    row("sender", u"Sender: 192.0.2.0/24"_s, [](Filter &f) { f.senders = {u"192.0.2.0/24"_s}; });
    row("three senders", u"Sender: a and 2 more"_s,
        [](Filter &f) { f.senders = {u"a"_s, u"b"_s, u"c"_s}; });
    row("without", u"Without sender: a"_s, [](Filter &f) { f.excludedSenders = {u"a"_s}; });
    row("From", u"From: example.jp"_s, [](Filter &f) { f.headerFroms = {u"example.jp"_s}; });
    row("disposition", u"Disposition: reject"_s, [](Filter &f) { f.dispositions = {u"reject"_s}; });
    row("cell", u"DKIM pass & aligned, SPF fail"_s, [](Filter &f) { f.cells = {2}; });
    row("last cell", u"DKIM fail, SPF fail"_s, [](Filter &f) { f.cells = {8}; });
    row("case", u"Case: Other list"_s, [](Filter &f) { f.cases = {int(MailCase::ListOther)}; });
    row("two cases", u"Case: Spoof and 1 more"_s, [](Filter &f) {
        f.cases = {int(MailCase::Spoof), int(MailCase::Undetermined)};
    });
    row("passed", u"DMARC pass"_s, [](Filter &f) { f.passed = true; });
    row("failed", u"DMARC fail"_s, [](Filter &f) { f.passed = false; });
    row("basis", u"Recomputed alignment"_s, [](Filter &f) { f.basis = Basis::Computed; });
    row("two domains", u"Domain: a and 1 more"_s, [](Filter &f) { f.domains = {u"a"_s, u"b"_s}; });
    row("a placeholder as value", u"Sender: %1 %2"_s, [](Filter &f) { f.senders = {u"%1 %2"_s}; });
}

void TestChips::oneChipEach()
{
    QFETCH(Filter, filter);
    QFETCH(QString, text);
    const QList<Chip> chips = chipsOf(filter, {});
    QCOMPARE(chips.size(), 1);
    // Without the English file of plural forms "%n more" stays; the words around it are the same.
    QCOMPARE(chips[0].text, text);
    QCOMPARE(chips[0].without, Filter());
}

void TestChips::noneForTheBarsOwnFields()
{
    Filter filter;
    filter.domains = {u"a"_s};
    filter.reporters = {u"b"_s};
    filter.period = DateSpan{0, 86400};
    filter.text = u"c"_s;
    QVERIFY(chipsOf(filter, {}).isEmpty());
}

void TestChips::removingOneKeepsTheOthers()
{
    Filter filter;
    filter.senders = {u"a"_s};
    filter.passed = false;
    const QList<Chip> chips = chipsOf(filter, {});
    QCOMPARE(chips.size(), 2);
    QVERIFY(chips[0].without.senders.isEmpty());
    QCOMPARE(chips[0].without.passed, std::optional(false));
    QCOMPARE(chips[1].without.senders, QStringList{u"a"_s});
    QVERIFY(!chips[1].without.passed);
}

QTEST_GUILESS_MAIN(TestChips)
#include "tst_chips.moc"
