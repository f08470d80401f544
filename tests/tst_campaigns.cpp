// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/failures/campaigns.h"

#include "analysis/failures/inspection.h"
#include "analysis/failures/recipients.h"
#include "dataset/datasetbuilder.h"
#include "support/failurefixture.h"

#include <QTest>

using namespace sekisho;
using namespace sekisho::fixture;
using namespace Qt::StringLiterals;

namespace {

/// A dataset of one failure report each; "address | From | subject | body".
DatasetPtr made(const QStringList &mails)
{
    DatasetBuilder builder;
    int number = 0;
    for (const QString &text : mails) {
        const QStringList parts = text.split(u'|');
        FailureMail mail;
        mail.feedback.replace("192.0.2.7", parts[0].toUtf8());
        mail.sample = "From: <" + parts[1].toUtf8() + ">\nSubject: " + parts[2].toUtf8() + "\nMessage-ID: <" +
            QByteArray::number(++number) + "@x>\n\n" + parts[3].toUtf8() + "\n";
        ReadItem item;
        const Stop never;
        read(mail.bytes(), u"%1.eml"_s.arg(number), {}, never, [&builder](ReadItem &&one) { builder.add(std::move(one), 0); });
    }
    return builder.finish();
}

FailureResults resultsOf(const DatasetPtr &dataset, const UrlList &list = {})
{
    return failureResults(*dataset, makeSenderIndex(*dataset, {}), {}, list, Stop());
}

/// The samples of each campaign, numbered from 1, in order.
QStringList grouped(const FailureResults &results)
{
    QStringList groups;
    for (const Campaign &campaign : results.campaigns) {
        std::vector<FailureIndex> samples = campaign.samples;
        std::sort(samples.begin(), samples.end());
        QStringList numbers;
        for (FailureIndex sample : samples)
            numbers.append(QString::number(sample + 1));
        groups.append(numbers.join(u' '));
    }
    groups.sort();
    return groups;
}

} // namespace

class TestCampaigns final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void recipients_data();
    void recipients();
    void groups_data();
    void groups();
    void facts();
    void skeletons_data();
    void skeletons();
    void indicators();
    void inspects_data();
    void inspects();
    void hopsAndResults();
    void outlookFilesStayClosed();
};

void TestCampaigns::groups_data()
{
    QTest::addColumn<QStringList>("mails");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("same subject but for numbers") << QStringList{u"192.0.2.1|a@example.jp|Parcel 1|x"_s, u"192.0.2.2|b@example.jp|RE: parcel 27!|x"_s, u"192.0.2.3|c@example.jp|Invoice|x"_s}
                                                  << QStringList{u"1 2"_s, u"3"_s};
    QTest::newRow("similar subjects") << QStringList{u"192.0.2.1|a@example.jp|Enhance your brain capacity by 154% now|x"_s, u"192.0.2.2|b@example.jp|Enhance your brain capacity today|x"_s, u"192.0.2.3|c@example.jp|Please recheck your delivery address|x"_s}
                                      << QStringList{u"1 2"_s, u"3"_s};
    QTest::newRow("URL host, registrable") << QStringList{u"192.0.2.1|a@example.jp|One thing|http://a.evil.test/"_s, u"192.0.2.2|b@example.jp|Another matter|http://b.evil.test/"_s}
                                           << QStringList{u"1 2"_s};
    QTest::newRow("URL of one's own says nothing") << QStringList{u"192.0.2.1|a@example.jp|One thing|http://www.example.jp/"_s, u"192.0.2.2|b@example.jp|Another matter|http://www.example.jp/"_s}
                                                   << QStringList{u"1"_s, u"2"_s};
    QTest::newRow("sender pattern where there is nothing else") << QStringList{u"192.0.2.1|k67@example.jp||x"_s, u"192.0.2.2|k5@example.jp||x"_s, u"192.0.2.3|other@example.jp||x"_s}
                                                                << QStringList{u"1 2"_s, u"3"_s};
    QTest::newRow("Japanese, width and numbers") << QStringList{u"192.0.2.1|a@example.jp|【重要】お荷物のお届けについて（No.１）|x"_s, u"192.0.2.2|b@example.jp|[重要] お荷物のお届けについて(No.25)|x"_s}
                                                 << QStringList{u"1 2"_s};
}

void TestCampaigns::groups()
{
    QFETCH(QStringList, mails);
    QTEST(grouped(resultsOf(made(mails))), "expected");
}

void TestCampaigns::facts()
{
    const DatasetPtr dataset = made({u"192.0.2.1|k1@example.jp|Parcel 1|http://a.evil.test/x"_s, u"192.0.2.2|k2@example.jp|Parcel 2|http://b.evil.test/"_s,
        u"192.0.2.2|k3@example.jp|Parcel 3|http://b.evil.test/"_s});
    Notes notes;
    const FailureResults results = resultsOf(dataset, readUrlList("a.evil.test\n", {}, notes));
    QCOMPARE(results.campaigns.size(), size_t(1));
    const Campaign &campaign = results.campaigns.front();
    QCOMPARE(campaign.samples.size(), size_t(3));
    QCOMPARE(campaign.addresses.size(), size_t(2));
    QCOMPARE(campaign.hosts, QStringList{u"evil.test"_s});
    QCOMPARE(campaign.senderPattern, u"k#@example.jp"_s);
    QCOMPARE(campaign.volume, 3);
    QVERIFY(campaign.listed);
    QCOMPARE(std::count(results.listed.begin(), results.listed.end(), true), 1);
    QCOMPARE(results.inScope[size_t(Scope::All)], 3);
    QCOMPARE(results.inScope[size_t(Scope::Own)], 0);
}

void TestCampaigns::skeletons_data()
{
    QTest::addColumn<QString>("subject");
    QTest::addColumn<QString>("expected");
    QTest::newRow("prefixes") << u"Re: FW: [list] Hello, World 27"_s << u"helloworld"_s;
    QTest::newRow("full width") << u"ＡＢＣ１２３"_s << u"abc"_s;
    QTest::newRow("half-width kana") << u"ﾊﾟｰｾﾙ"_s << u"パーセル"_s;
    QTest::newRow("numbers only") << u"123"_s << QString();
}

void TestCampaigns::skeletons()
{
    QFETCH(QString, subject);
    QTEST(subjectSkeleton(subject), "expected");
}

void TestCampaigns::indicators()
{
    const DatasetPtr dataset = made({u"192.0.2.1|a@example.jp|A|http://exarnple.test/x http://exarnple.test/x mail help@evil.test"_s,
        u"192.0.2.2|b@example.jp|B|https://r.test/?u=https%3A%2F%2Fexarnple.test%2Fx and http://exarnple.test/x"_s});
    QStringList lines;
    for (const Indicator &indicator : indicatorsOf(*dataset, {0, 1}, {u"example.jp"_s}, {}))
        lines.append(QString(QString::number(int(indicator.kind)) + u' ' + indicator.value + u' ' + QString::number(indicator.samples) + u" ["_s + indicator.lookAlike + u"] "_s + indicator.targets.join(u',')).trimmed());
    lines.sort();
    QCOMPARE(lines, (QStringList{u"0 http://exarnple.test/x 2 [example.jp]"_s,
                        u"0 https://r.test/?u=https%3A%2F%2Fexarnple.test%2Fx 1 [] https://exarnple.test/x"_s,
                        u"1 exarnple.test 2 [example.jp]"_s, u"1 r.test 1 []"_s, u"2 help@evil.test 1 []"_s}));
}

void TestCampaigns::inspects_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<int>("mailCase");
    const QByteArray from = "From: <a@example.jp>\nSubject: x\n";
    const auto results = [](const QByteArray &text) -> QByteArray { return "Authentication-Results: mx.receiver.example; " + text + "\n"; };
    QTest::newRow("direct") << results("spf=pass smtp.mailfrom=a@example.jp; dkim=pass header.d=example.jp") + from << int(MailCase::Direct);
    QTest::newRow("forward") << results("spf=pass smtp.mailfrom=srs@other.example; dkim=pass header.d=example.jp") + from << int(MailCase::Forward);
    QTest::newRow("forward, broken") << results("spf=fail smtp.mailfrom=a@example.jp; dkim=fail header.d=example.jp") + from << int(MailCase::ForwardBroken);
    QTest::newRow("forward, ARC") << results("spf=pass smtp.mailfrom=b@other.example; dkim=none; arc=pass") +
            "ARC-Authentication-Results: i=1; mx.other.example; spf=pass smtp.mailfrom=a@example.jp\n" + from
                                  << int(MailCase::ForwardBroken);
    QTest::newRow("list elsewhere") << results("spf=pass smtp.mailfrom=l@list.example; dkim=fail header.d=example.jp") + "List-Id: <l.list.example>\n" + from << int(MailCase::ListOther);
    QTest::newRow("own list") << results("spf=pass smtp.mailfrom=l@lists.example.jp; dkim=fail header.d=example.jp") + "List-Id: <l.example.jp>\n" + from << int(MailCase::ListOwn);
    QTest::newRow("service") << results("spf=pass smtp.mailfrom=b@mailer.example; dkim=pass header.d=mailer.example") + from << int(MailCase::Misconfigured);
    QTest::newRow("spoof") << results("spf=fail smtp.mailfrom=a@example.jp; dkim=none") + from << int(MailCase::Spoof);
    QTest::newRow("forged results below do not count") << results("spf=fail smtp.mailfrom=a@example.jp; dkim=none") +
            "Authentication-Results: evil.example; dkim=pass header.d=example.jp\n" + from
                                                       << int(MailCase::Spoof);
}

void TestCampaigns::inspects()
{
    QFETCH(QByteArray, header);
    QTEST(int(inspectMail(header, {}).looksLike), "mailCase");
}

void TestCampaigns::hopsAndResults()
{
    const Inspection inspection = inspectMail(
        "Received: from b.example (b.example [192.0.2.2]) by mx.receiver.example with ESMTPS id 2; Sat, 13 May 2017 20:16:56 +0000\n"
        "Received: from a.example (a.example [192.0.2.1]) by b.example with ESMTP id 1; Sat, 13 May 2017 20:16:50 +0000\n"
        "Authentication-Results: mx.receiver.example; dkim=pass header.d=example.jp\n"
        "Authentication-Results: b.example; spf=pass smtp.mailfrom=a@example.jp\n"
        "From: <a@example.jp>\n\nbody\n", {});
    QCOMPARE(inspection.hops.size(), size_t(2));
    QCOMPARE(inspection.hops[0].by, u"b.example"_s); // from where it began
    QCOMPARE(inspection.hops[1].time - inspection.hops[0].time, 6);
    QCOMPARE(inspection.results.size(), size_t(2));
    QVERIFY(inspection.results[0].trusted && inspection.results[0].aligned);
    QVERIFY(!inspection.results[1].trusted && !inspection.results[1].aligned);
    Notes notes;
    FailureMail mail;
    const Result<Inspection> reported = inspectFailure(mail.bytes(), 0, {});
    QVERIFY(reported.ok());
    QVERIFY(reported.value().reported);
    QCOMPARE(reported.value().looksLike, MailCase::Spoof);
    QVERIFY(!inspectFailure(mail.bytes(), 1, {}).ok());
    QVERIFY(!inspectFailure("no mail", 0, {}).ok());
}

void TestCampaigns::recipients_data()
{
    QTest::addColumn<QStringList>("mails"); // reporter, recipient
    QTest::addColumn<int>("expected"); // how many can be told apart
    QTest::addColumn<int>("toSameHidden"); // as the first
    const QString token = u"k9Jx2mQz7LpA4vTbR8sW@r.example"_s;
    const QString other = u"zA3bY8cX1dW6eV4fU9gT@r.example"_s;
    QTest::newRow("addresses") << QStringList{u"a.example|taro@r.example"_s, u"a.example|TARO@r.example"_s, u"a.example|jiro@r.example"_s} << 2 << 0;
    QTest::newRow("a token, twice") << QStringList{u"a.example|"_s + token, u"a.example|"_s + token} << 1 << 1;
    QTest::newRow("two tokens") << QStringList{u"a.example|"_s + token, u"a.example|"_s + other} << 2 << 0;
    QTest::newRow("the same token of another reporter") << QStringList{u"a.example|"_s + token, u"b.example|"_s + token} << 2 << 0;
    QTest::newRow("upper and lower case differ in a token") << QStringList{u"a.example|"_s + token, u"a.example|K"_s + token.sliced(1)} << 2 << 0;
    QTest::newRow("a word says nothing") << QStringList{u"a.example|redacted@r.example"_s, u"a.example|redacted@r.example"_s} << 0 << 0;
}

void TestCampaigns::recipients()
{
    QFETCH(QStringList, mails);
    DatasetBuilder builder;
    int number = 0;
    for (const QString &text : mails) {
        FailureMail mail;
        mail.from = "ruf@" + text.section(u'|', 0, 0).toUtf8();
        mail.feedback.replace("taro@receiver.example", text.section(u'|', 1).toUtf8());
        mail.sample.replace("Taro <taro@receiver.example>", text.section(u'|', 1).toUtf8()).replace("<1@", QByteArray("<" + QByteArray::number(++number) + "@"));
        read(mail.bytes(), u"%1.eml"_s.arg(number), {}, Stop(), [&builder](ReadItem &&one) { builder.add(std::move(one), 0); });
    }
    const DatasetPtr dataset = builder.finish();
    const FailureResults results = resultsOf(dataset);
    QCOMPARE(results.campaigns.size(), size_t(1));
    QTEST(results.campaigns.front().recipients, "expected");
    QTEST(samplesToSameHidden(*dataset, 0), "toSameHidden");
}

/// They are told by their bytes, whatever the mail calls them, and listed like any other file.
void TestCampaigns::outlookFilesStayClosed()
{
    const QByteArray tnef("\x78\x9f\x3e\x22 rest", 9);
    const Inspection inspection = inspectMail("From: <a@example.jp>\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n"
                                              "--b\nContent-Type: image/png; name=\"x.png\"\nContent-Transfer-Encoding: base64\n\n" + tnef.toBase64() + "\n--b--\n", {});
    QCOMPARE(inspection.sample.attachments.size(), size_t(1));
    const Attachment &file = inspection.sample.attachments.front();
    QCOMPARE(file.name, u"x.png"_s);
    QCOMPARE(file.type, u"application/ms-tnef"_s);
    QCOMPARE(file.size, 9);
    // printf '\x78\x9f\x3e\x22 rest' | sha256sum
    QCOMPARE(file.sha256, QByteArray("100896691fda3380068f341795f95efda7b433eeafa74e47f182f303947d9bc7"));
}

QTEST_APPLESS_MAIN(TestCampaigns)
#include "tst_campaigns.moc"
