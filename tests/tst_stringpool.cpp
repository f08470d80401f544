// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/stringpool.h"

#include <QTest>

using namespace sekisho;
using namespace Qt::StringLiterals;

class TestStringPool final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void emptyIsTheFirst();
    void keepsEachTextOnce();
    void findsWithoutAdding();
    void sharedTextsAndOthers();
    void takesInAnother();
};

void TestStringPool::emptyIsTheFirst()
{
    StringPool pool;
    QCOMPARE(pool.size(), size_t(1));
    QCOMPARE(pool.intern({}), StringId());
    QCOMPARE(pool.intern(u""_s), StringId());
    QCOMPARE(pool.size(), size_t(1));
    QCOMPARE(pool.text({}), QString());
    StringId id{7};
    QVERIFY(pool.find({}, id));
    QCOMPARE(id, StringId());
}

void TestStringPool::keepsEachTextOnce()
{
    StringPool pool;
    const StringId a = pool.intern(u"a.example"_s);
    const StringId other = pool.intern(u"A.example"_s);
    QVERIFY(a != other);
    QCOMPARE(pool.intern(QString(u"a.exam"_s) + u"ple"_s), a);
    QCOMPARE(pool.size(), size_t(3));
    QCOMPARE(pool.text(a), u"a.example"_s);
    QCOMPARE(pool.text(other), u"A.example"_s);
}

void TestStringPool::findsWithoutAdding()
{
    StringPool pool;
    const StringId a = pool.intern(u"a"_s);
    StringId id;
    QVERIFY(pool.find(u"a"_s, id));
    QCOMPARE(id, a);
    QVERIFY(!pool.find(u"b"_s, id));
    QCOMPARE(id, a);
    QCOMPARE(pool.size(), size_t(2));
}

void TestStringPool::sharedTextsAndOthers()
{
    StringPool pool;
    QString text = u"a.example"_s;
    const StringId a = pool.intern(text);
    QCOMPARE(pool.intern(text), a); // the same letters in memory
    text.detach();
    QCOMPARE(pool.intern(text), a);
    const QString part = QString::fromRawData(pool.text(a).constData(), 3); // same begin
    QVERIFY(pool.intern(QString(part)) != a);
    text[0] = u'b'; // the pool's own stays
    QVERIFY(pool.intern(text) != a);
    QCOMPARE(pool.text(a), u"a.example"_s);
}

void TestStringPool::takesInAnother()
{
    StringPool pool;
    const StringId a = pool.intern(u"a"_s);
    const StringId b = pool.intern(u"b"_s);
    StringPool other;
    const StringId otherC = other.intern(u"c"_s);
    const StringId otherA = other.intern(u"a"_s);
    const StringId otherD = other.intern(u"d"_s);
    const std::vector<StringId> ids = pool.merge(other);
    QCOMPARE(ids.size(), other.size());
    QCOMPARE(ids[0], StringId());
    QCOMPARE(ids[otherA.value], a);
    QCOMPARE(pool.text(ids[otherC.value]), u"c"_s);
    QCOMPARE(pool.text(ids[otherD.value]), u"d"_s);
    QVERIFY(ids[otherC.value] < ids[otherD.value]); // new ones in their order
    QCOMPARE(pool.text(b), u"b"_s);
    QCOMPARE(pool.size(), size_t(5));
    QCOMPARE(other.size(), size_t(4)); // untouched
    QCOMPARE(pool.merge(pool).size(), pool.size());
}

QTEST_GUILESS_MAIN(TestStringPool)
#include "tst_stringpool.moc"
