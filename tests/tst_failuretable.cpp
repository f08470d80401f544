// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/failuretable.h"

#include "dataset/datasetbuilder.h"
#include "support/failurefixture.h"
#include "tables/sampletables.h"

#include <QAbstractItemModelTester>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace sekisho;
using namespace sekisho::fixture;
using namespace Qt::StringLiterals;

namespace {

struct Made {
    DatasetPtr dataset;
    std::shared_ptr<const SenderIndex> senders;
    std::shared_ptr<const FailureResults> results;
};

Made made(const QList<QByteArray> &subjects)
{
    DatasetBuilder builder;
    const Stop never;
    for (const QByteArray &subject : subjects) {
        FailureMail mail;
        mail.sample.replace("Subject: Parcel", QByteArray("Subject: " + subject));
        read(mail.bytes(), QString::fromUtf8(subject), {}, never, [&builder](ReadItem &&item) { builder.add(std::move(item), 0); });
    }
    Made result;
    result.dataset = builder.finish();
    result.senders = std::make_shared<SenderIndex>(makeSenderIndex(*result.dataset, {}));
    result.results = std::make_shared<FailureResults>(failureResults(*result.dataset, *result.senders, {}, {}, never));
    return result;
}

QString cell(const QAbstractItemModel &model, int row, const QString &key)
{
    for (int i = 0; i < model.columnCount(); ++i) {
        if (model.headerData(i, Qt::Horizontal, ColumnKeyRole).toString() == key)
            return model.index(row, i).data().toString();
    }
    return u"no such column"_s;
}

} // namespace

class TestFailureTable final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void rows();
    void hostileSubject_data();
    void hostileSubject();
    void campaigns();
    void texts();
    void indicatorFiles();
    void draft();
    void maskedIndicators();
};

void TestFailureTable::rows()
{
    FailureTable table;
    const QAbstractItemModelTester tester(&table);
    const Made data = made({"Parcel 1", "Invoice"});
    table.setFailures(data.dataset, data.senders, data.results, true, {QLocale::c(), true});
    QCOMPARE(table.rowCount(), 2);
    QCOMPARE(cell(table, 0, u"reporter"_s), u"reporter.example"_s);
    QCOMPARE(cell(table, 0, u"ip"_s), u"192.0.2.7"_s);
    QCOMPARE(cell(table, 0, u"date"_s), u"2017-05-14 03:16 UTC"_s);
    QCOMPARE(cell(table, 0, u"to"_s), u"***@receiver.example"_s);
    QCOMPARE(cell(table, 0, u"domain"_s), u"example.jp"_s);
    QCOMPARE(cell(table, 0, u"links"_s), u"1"_s);
    table.setFailures(data.dataset, data.senders, data.results, false, {QLocale::c(), true});
    QCOMPARE(cell(table, 0, u"to"_s), u"Taro <taro@receiver.example>"_s);
    table.setOnly({data.results->shown[1]});
    QCOMPARE(table.rowCount(), 1);
    QCOMPARE(table.failureAt(table.index(0, 0)), data.results->shown[1]);
    QVERIFY(!table.indexOf(data.results->shown[0]).isValid());
    Filter filter;
    QVERIFY(table.narrow(table.index(0, 1), filter, false));
    QCOMPARE(filter.senders, QStringList{u"192.0.2.7"_s});
}

void TestFailureTable::hostileSubject_data()
{
    QTest::addColumn<QByteArray>("subject");
    QTest::newRow("escape sequences") << QByteArray("a\x1b]0;owned\x07\x1b[2J");
    QTest::newRow("bidi override") << QByteArray("invoice\xe2\x80\xaetxt.exe");
    QTest::newRow("markup") << QByteArray("<img src=http://a.example/><b>x</b>");
    QTest::newRow("zero width") << QByteArray("a\xe2\x80\x8b\xe2\x80\x8d z");
    QTest::newRow("lone surrogate") << QByteArray("a\xed\xa0\x80 z");
    QTest::newRow("long") << QByteArray(50'000, 'a');
}

void TestFailureTable::hostileSubject()
{
    QFETCH(QByteArray, subject);
    FailureTable table;
    const Made data = made({subject});
    table.setFailures(data.dataset, data.senders, data.results, true, {QLocale::c(), true});
    const QString text = cell(table, 0, u"subject"_s);
    QVERIFY(text.size() < 500);
    for (QChar c : text) {
        const auto category = c.category();
        QVERIFY(category != QChar::Other_Control && category != QChar::Other_Format && category != QChar::Other_Surrogate);
    }
}

void TestFailureTable::campaigns()
{
    CampaignTable table;
    const QAbstractItemModelTester tester(&table);
    const Made data = made({"Parcel 1", "Parcel 2", "Parcel 3"});
    table.setCampaigns(data.dataset, data.results, true, {QLocale::c(), true});
    QCOMPARE(table.rowCount(), 1);
    QCOMPARE(cell(table, 0, u"samples"_s), u"3"_s);
    QCOMPARE(cell(table, 0, u"pattern"_s), u"k#@example.jp"_s);
    QCOMPARE(cell(table, 0, u"hosts"_s), u"parcel.example"_s);
    QVERIFY(table.indexOf(table.campaignAt(table.index(0, 0)).key).isValid());
    table.setCampaigns(data.dataset, std::make_shared<FailureResults>(), true, {QLocale::c(), true});
    QCOMPARE(table.rowCount(), 0);
}

void TestFailureTable::texts()
{
    MailSample sample;
    sample.headers = {{"To", "<taro@receiver.example>"}, {"Subject", "=?utf-8?B?6YeN?=\x1b[2J"}};
    sample.html = u"<p>One &amp; two</p><script>x()</script><a href='http://a.example/'>http://b.example/</a>"_s;
    const Mask mask(QStringList{u"taro@receiver.example"_s});
    const QString decoded = headerText(sample, true, mask);
    QVERIFY(decoded.contains(u"To: <***@receiver.example>"_s));
    QVERIFY(decoded.contains(u"Subject: 重‹U+001B›"_s));
    QVERIFY(headerText(sample, false, mask).contains("=?utf-8?B?6YeN?="_L1));
    QCOMPARE(bodyText(sample, mask).trimmed(), u"One & two\nhttp://b.example/"_s);
    sample.plain = u"Dear taro@receiver.example\u202e"_s;
    QCOMPARE(bodyText(sample, mask), u"Dear ***@receiver.example‹U+202E›"_s);
}

void TestFailureTable::indicatorFiles()
{
    const std::vector<Indicator> indicators{
        {Indicator::Kind::Url, u"http://a.example/x'y\\z"_s, {}, u"a.example"_s, {}, {}, true, 2, 1494731816, 1494731916},
        {Indicator::Kind::File, u"2cf24d"_s, u"=cmd.zip"_s, {}, {}, {}, false, 1, 1494731816, 1494731816}};
    const QString csv = QString::fromUtf8(indicatorCsv(indicators));
    QVERIFY(csv.contains(u"hxxp://a[.]example/"_s));
    QVERIFY(!csv.contains(u"http:"_s));
    QVERIFY(csv.contains(u"'=cmd.zip"_s)); // no cell that a spreadsheet would run
    const QJsonObject bundle = QJsonDocument::fromJson(indicatorStix(indicators)).object();
    QCOMPARE(bundle[u"type"].toString(), u"bundle"_s);
    const QJsonArray objects = bundle[u"objects"].toArray();
    QCOMPARE(objects.size(), 2);
    const QJsonObject first = objects[0].toObject();
    // What STIX 2.1 §4.7 and §2.9 ask for.
    QCOMPARE(first[u"type"].toString(), u"indicator"_s);
    QCOMPARE(first[u"spec_version"].toString(), u"2.1"_s);
    QCOMPARE(first[u"pattern"].toString(), u"[url:value = 'http://a.example/x\\'y\\\\z']"_s);
    QCOMPARE(first[u"pattern_type"].toString(), u"stix"_s);
    QCOMPARE(first[u"valid_from"].toString(), u"2017-05-14T03:16:56.000Z"_s);
    QVERIFY(first[u"id"].toString().startsWith("indicator--"_L1));
    QCOMPARE(first[u"id"].toString().size(), 11 + 36);
    QCOMPARE(objects[1].toObject()[u"pattern"].toString(), u"[file:hashes.'SHA-256' = '2cf24d']"_s);
    QCOMPARE(indicatorStix(indicators), indicatorStix(indicators));
}

void TestFailureTable::draft()
{
    const Made data = made({"Parcel 1", "Parcel 2"});
    const Campaign &campaign = data.results->campaigns.front();
    const auto indicators = masked(indicatorsOf(*data.dataset, campaign.samples, data.results->ownDomains, {}), maskOf(*data.dataset, campaign.samples));
    const QString text = takedownDraft(*data.dataset, campaign, indicators, [](const char *said) { return QString::fromUtf8(said); }, {QLocale::c(), true});
    for (const QString &fact : {u"192.0.2.7"_s, u"hxxp://track[.]parcel[.]example"_s, u"example.jp"_s, u"2017-05-14 03:16 UTC"_s, u"Parcel 1"_s})
        QVERIFY2(text.contains(fact), qPrintable(fact));
    QVERIFY(!text.contains(u"taro"_s));
    QVERIFY(!text.contains(u"http://"_s));
}

/// With recipients hidden, what the sender uses stays: hosts, URLs but for the recipient, addresses.
void TestFailureTable::maskedIndicators()
{
    const Mask mask(QStringList{u"taro@receiver.example"_s, u"jiro@receiver.example"_s});
    const auto url = [](const QString &value, qint64 when) {
        return Indicator{Indicator::Kind::Url, value, {}, u"evil.test"_s, {}, {}, false, 1, when, when};
    };
    const std::vector<Indicator> found = masked({url(u"http://evil.test/a_b?to=taro%40receiver.example"_s, 100), url(u"http://evil.test/a_b?to=jiro%40receiver.example"_s, 300),
        url(u"http://evil.test/plain"_s, 200), {Indicator::Kind::Host, u"evil.test"_s, {}, u"evil.test"_s, {}, {}, false, 3, 100, 300},
        {Indicator::Kind::Host, u"192.0.2.1"_s, {}, u"192.0.2.1"_s, {}, {}, false, 1, 100, 100},
        {Indicator::Kind::Address, u"taro@receiver.example"_s, {}, u"receiver.example"_s, {}, {}, false, 1, 100, 100},
        {Indicator::Kind::Address, u"drop@evil.test"_s, {}, u"evil.test"_s, {}, {}, false, 1, 100, 100}}, mask);
    QStringList patterns;
    for (const QJsonValue &object : QJsonDocument::fromJson(indicatorStix(found)).object()[u"objects"].toArray())
        patterns.append(object.toObject()[u"pattern"].toString());
    // STIX 2.1 §9.6: LIKE takes "%" for any characters.
    QCOMPARE(patterns, (QStringList{u"[url:value LIKE 'http://evil.test/a_b?to=%%40receiver.example']"_s, u"[url:value = 'http://evil.test/plain']"_s,
        u"[domain-name:value = 'evil.test']"_s, u"[ipv4-addr:value = '192.0.2.1']"_s, u"[email-addr:value = 'drop@evil.test']"_s}));
    QCOMPARE(found.front().samples, 2); // one URL with another recipient each time
    QCOMPARE(found.front().first, 100);
    QCOMPARE(found.front().last, 300);
    const QByteArray both = indicatorCsv(found) + indicatorStix(found);
    QVERIFY(!both.contains("taro") && !both.contains("jiro"));
    QVERIFY(both.contains("drop[@]evil[.]test"));
}

QTEST_GUILESS_MAIN(TestFailureTable)
#include "tst_failuretable.moc"
