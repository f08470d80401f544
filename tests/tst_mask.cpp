// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/mask.h"

#include <QTest>

using namespace sekisho;
using namespace Qt::StringLiterals;

class TestMask final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void hidesRecipients();
    void hidesNothing();
};

void TestMask::hidesRecipients()
{
    FailureReport report;
    report.to = {{u"Taro"_s, u"taro@receiver.example"_s, false}};
    report.fields.originalRcptTo = {u"<hanako@receiver.example>"_s};
    const Mask mask(report);
    QCOMPARE(mask.recipients(report.to), u"***@receiver.example"_s);
    QCOMPARE(mask.text(u"http://a.example/?to=Taro%40receiver.example&x"_s), u"http://a.example/?to=***%40receiver.example&x"_s);
    QCOMPARE(mask.text(u"Dear TARO@receiver.example and hanako@receiver.example"_s),
        u"Dear ***@receiver.example and ***@receiver.example"_s);
    QCOMPARE(mask.text(u"k67@example.jp"_s), u"k67@example.jp"_s);
}

void TestMask::hidesNothing()
{
    const std::vector<MailAddress> to{{u"Taro"_s, u"taro@receiver.example"_s, false}};
    QCOMPARE(Mask().recipients(to), u"Taro <taro@receiver.example>"_s);
    QCOMPARE(Mask().text(u"taro@receiver.example"_s), u"taro@receiver.example"_s);
}

QTEST_APPLESS_MAIN(TestMask)
#include "tst_mask.moc"
