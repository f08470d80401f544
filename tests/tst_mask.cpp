// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/mask.h"

#include <QTest>

using namespace sekisho;
using namespace Qt::StringLiterals;

class TestMask final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void hidesRecipients();
    void hidesWhereverItStands_data();
    void hidesWhereverItStands();
    void manyRecipients();
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

void TestMask::hidesWhereverItStands_data()
{
    QTest::addColumn<QStringList>("recipients");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QStringList &recipients, const QString &text,
                         const QString &expected) {
        QTest::newRow(name) << recipients << text << expected;
    };
    const QStringList two{u"ro@a.example"_s, u"Taro@a.example"_s};
    row("the longest of several", two, u"taro@a.example, ro@a.example"_s,
        u"***@a.example, ***@a.example"_s);
    row("the longest, the other way round", {two[1], two[0]}, u"taro@a.example"_s,
        u"***@a.example"_s);
    row("another domain", two, u"taro@b.example"_s, u"taro@b.example"_s);
    row("half a domain", two, u"taro@a.exam"_s, u"taro@a.exam"_s);
    row("several domains", {u"x@a.example"_s, u"x@b.example"_s}, u"x@b.example x@c.example"_s,
        u"***@b.example x@c.example"_s);
    row("within a longer one", two, u"batv=0123=taro@a.example.jp"_s,
        u"batv=0123=***@a.example.jp"_s);
    row("one behind the other", {u"x@a"_s, u"a@b"_s}, u"x@a@b"_s, u"***@***@b"_s);
    row("one over the other", {u"x@a"_s, u"x@a@b"_s}, u"x@a@b"_s, u"***@b"_s);
    row("in a URL", {u"x@a.example"_s}, u"?u=X%40A.example&v=%40"_s, u"?u=***%40A.example&v=%40"_s);
    row("Japanese", {u"太郎@例え.jp"_s}, u"宛先：太郎@例え.jp。"_s, u"宛先：***@例え.jp。"_s);
    row("no address", {u"undisclosed-recipients:;"_s, u"@a"_s, QString()}, u"x@a @a"_s,
        u"x@a @a"_s);
    row("a local part without end", {QString(1'000, u'x') + u"@a"_s},
        QString(1'000, u'x') + u"@a"_s, QString(744, u'x') + u"***@a"_s);
    row("at the beginning and the end", {u"x@a"_s}, u"@a x@"_s, u"@a x@"_s);
}

void TestMask::hidesWhereverItStands()
{
    QFETCH(QStringList, recipients);
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(Mask(recipients).text(text), expected);
    Mask later{QStringList()};
    for (const QString &recipient : recipients)
        later.hide(recipient);
    QCOMPARE(later.text(text), expected);
}

/// As of many samples together; a text of addresses alone is the worst there can be.
void TestMask::manyRecipients()
{
    constexpr int many = 50'000;
    QStringList recipients;
    for (int i = 0; i < many; ++i)
        recipients.append(u"user%1@receiver%2.example"_s.arg(i).arg(i % 100));
    const Mask mask(recipients);
    QStringList hidden;
    for (int i = 0; i < many; ++i)
        hidden.append(u"***@receiver%1.example"_s.arg(i % 100));
    QCOMPARE(mask.text(recipients.join(u' ')), hidden.join(u' '));
}

void TestMask::hidesNothing()
{
    const std::vector<MailAddress> to{{u"Taro"_s, u"taro@receiver.example"_s, false}};
    QCOMPARE(Mask().recipients(to), u"Taro <taro@receiver.example>"_s);
    QCOMPARE(Mask().text(u"taro@receiver.example"_s), u"taro@receiver.example"_s);
}

QTEST_APPLESS_MAIN(TestMask)
#include "tst_mask.moc"
