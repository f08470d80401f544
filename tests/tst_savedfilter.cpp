// SPDX-License-Identifier: GPL-3.0-or-later
#include "savedfilter.h"

#include "analysis/cases/mailcase.h"

#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace sekisho;
using namespace Qt::StringLiterals;

class TestSavedFilter final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyFieldComesBack_data();
    void everyFieldComesBack();
    void survivesASettingsFile();
    void nonsenseIsLeftOut();
};

void TestSavedFilter::everyFieldComesBack_data()
{
    QTest::addColumn<Filter>("filter");
    const auto row = [](const char *name, auto change) {
        Filter filter;
        change(filter);
        QVERIFY(!(filter == Filter()));
        QTest::newRow(name) << filter;
    };
    row("domains", [](Filter &f) { f.domains = {u"例え.jp"_s, u"b.example"_s}; });
    row("a domain that is empty", [](Filter &f) { f.domains = {QString()}; });
    row("period", [](Filter &f) { f.period = DateSpan{-86400, 1719792000}; });
    row("reporters", [](Filter &f) { f.reporters = {u"google.com"_s}; });
    row("senders", [](Filter &f) { f.senders = {u"192.0.2.0/24"_s, u"2001:db8::/48"_s}; });
    row("without senders", [](Filter &f) { f.excludedSenders = {u"192.0.2.1"_s}; });
    row("From", [](Filter &f) { f.headerFroms = {u"news.example.jp"_s}; });
    row("dispositions", [](Filter &f) { f.dispositions = {u"quarantine"_s, u"reject"_s}; });
    row("cells", [](Filter &f) { f.cells = {0, 8}; });
    row("cases", [](Filter &f) {
        f.cases = {int(MailCase::Spoof), int(MailCase::Undetermined), int(MailCase::Direct)};
    });
    row("passed", [](Filter &f) { f.passed = true; });
    row("failed", [](Filter &f) { f.passed = false; });
    row("reports", [](Filter &f) { f.reportKeys = {u"key, with; signs"_s}; });
    row("text", [](Filter &f) { f.text = u"%1 \"テスト\""_s; });
    row("scope", [](Filter &f) { f.scope = Scope::ThirdParty; });
    row("basis", [](Filter &f) { f.basis = Basis::Computed; });
}

void TestSavedFilter::everyFieldComesBack()
{
    QFETCH(Filter, filter);
    QCOMPARE(filterFromMap(mapFromFilter(filter)), filter);
}

void TestSavedFilter::survivesASettingsFile()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"settings.ini"_s);
    Filter filter;
    filter.domains = {u"例え.jp"_s};
    filter.senders = {u"192.0.2.0/24"_s};
    filter.cells = {4};
    filter.period = DateSpan{1719792000, 1722470400};
    QSettings(path, QSettings::IniFormat).setValue(u"filter"_s, mapFromFilter(filter));
    const QSettings read(path, QSettings::IniFormat);
    QCOMPARE(filterFromMap(read.value(u"filter"_s).toMap()), filter);
}

void TestSavedFilter::nonsenseIsLeftOut()
{
    const Filter filter = filterFromMap({{u"cells"_s, QVariantList{-1, 9, 3, u"x"_s}},
        {u"cases"_s, QVariantList{u"club"_s, u"spoof"_s, 3}}, {u"begin"_s, 5}, {u"unknown"_s, true}});
    QCOMPARE(filter.cells, (QList<int>{3}));
    QCOMPARE(filter.cases, (QList<int>{int(MailCase::Spoof)}));
    QVERIFY(!filter.period);
    QCOMPARE(filterFromMap({}), Filter());
}

QTEST_GUILESS_MAIN(TestSavedFilter)
#include "tst_savedfilter.moc"
