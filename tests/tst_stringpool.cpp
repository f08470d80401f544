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

QTEST_GUILESS_MAIN(TestStringPool)
#include "tst_stringpool.moc"
