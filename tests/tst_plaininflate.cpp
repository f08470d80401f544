// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/plaininflate.h"

#include "reading/inflate.h"
#include "support/packing.h"

#include <QTest>

using namespace sekisho;
using namespace sekisho::packing;

namespace {

constexpr qint64 enough = 1 << 20;
/// CRC-32 of "123456789", the check value that its definition gives.
constexpr quint32 checkValue = 0xcbf43926;

/// A gzip header with one more field: the bits that say so, and what follows the ten bytes.
QByteArray withField(QByteArray packed, char flags, const QByteArray &field)
{
    packed[3] = flags;
    return packed.first(10) + field + packed.sliced(10);
}

QByteArray changed(QByteArray packed, qsizetype at, char byte)
{
    packed[at < 0 ? packed.size() + at : at] = byte;
    return packed;
}

} // namespace

class TestPlainInflate final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void gzipAsUsual_data();
    void gzipAsUsual();
    void oddGzip_data();
    void oddGzip();
    void noMoreThanAllowed();
    void zipMember_data();
    void zipMember();
    void oddGzipReadsTheSame_data();
    void oddGzipReadsTheSame();
    void limitsHoldForPlainOnes();
};

void TestPlainInflate::gzipAsUsual_data()
{
    QTest::addColumn<QByteArray>("packed");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("text") << gzip("123456789") << QByteArray("123456789");
    QTest::newRow("named") << gzip("123456789", "a.xml") << QByteArray("123456789");
    const QByteArray large(300'000, 'x');
    QTest::newRow("much of one letter") << gzip(large) << large;
}

void TestPlainInflate::gzipAsUsual()
{
    QFETCH(QByteArray, packed);
    QFETCH(QByteArray, text);
    QCOMPARE(inflatePlainGzip(packed, enough), text);
}

void TestPlainInflate::oddGzip_data()
{
    QTest::addColumn<QByteArray>("packed");
    const QByteArray packed = gzip("123456789");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("header alone") << packed.first(10);
    QTest::newRow("cut") << packed.chopped(1);
    QTest::newRow("a byte behind it") << packed + '\n';
    QTest::newRow("two members") << packed + packed;
    QTest::newRow("of nothing") << gzip({});
    QTest::newRow("wrong checksum") << changed(packed, -8, '\0');
    QTest::newRow("claims less") << changed(packed, -4, 8);
    QTest::newRow("claims more") << changed(packed, -4, 10);
    QTest::newRow("claims very much") << changed(packed, -1, '\x7f');
    QTest::newRow("damaged") << changed(packed, 12, '\xff');
    QTest::newRow("extra field") << withField(packed, 4, QByteArray("\2\0ab", 4));
    QTest::newRow("comment") << withField(packed, 16, QByteArray("a\0", 2));
    QTest::newRow("wrong header checksum") << withField(packed, 2, "ab");
    QTest::newRow("reserved bit") << changed(packed, 3, '\x20');
    QTest::newRow("other method") << changed(packed, 2, 7);
}

void TestPlainInflate::oddGzip()
{
    QFETCH(QByteArray, packed);
    QVERIFY(!inflatePlainGzip(packed, enough));
}

void TestPlainInflate::noMoreThanAllowed()
{
    QVERIFY(inflatePlainGzip(gzip("123456789"), 9));
    QVERIFY(!inflatePlainGzip(gzip("123456789"), 8));
}

void TestPlainInflate::zipMember_data()
{
    QTest::addColumn<QByteArray>("packed");
    QTest::addColumn<qint64>("size");
    QTest::addColumn<quint32>("checksum");
    QTest::addColumn<bool>("plain");
    const QByteArray packed = deflated("123456789");
    QTest::newRow("as told") << packed << qint64(9) << checkValue << true;
    QTest::newRow("less") << packed << qint64(10) << checkValue << false;
    QTest::newRow("more") << packed << qint64(8) << checkValue << false;
    QTest::newRow("nothing told") << packed << qint64(0) << checkValue << false;
    QTest::newRow("impossible") << packed << qint64(1 << 30) << checkValue << false;
    QTest::newRow("wrong checksum") << packed << qint64(9) << checkValue + 1 << false;
    QTest::newRow("cut") << packed.chopped(2) << qint64(9) << checkValue << false;
    QTest::newRow("no bytes") << QByteArray() << qint64(9) << checkValue << false;
}

void TestPlainInflate::zipMember()
{
    QFETCH(QByteArray, packed);
    QFETCH(qint64, size);
    QFETCH(quint32, checksum);
    QFETCH(bool, plain);
    const auto text = inflatePlainDeflate(packed, size, checksum);
    QCOMPARE(text.has_value(), plain);
    if (plain)
        QCOMPARE(*text, QByteArray("123456789"));
}

void TestPlainInflate::oddGzipReadsTheSame_data()
{
    QTest::addColumn<QByteArray>("packed");
    const QByteArray packed = gzip(report("R1"));
    QTest::newRow("plain") << packed;
    QTest::newRow("extra field") << withField(packed, 4, QByteArray("\2\0ab", 4));
    QTest::newRow("comment") << withField(packed, 16, QByteArray("a\0", 2));
}

void TestPlainInflate::oddGzipReadsTheSame()
{
    QFETCH(QByteArray, packed);
    const Limits limits;
    Budget budget(limits, packed.size());
    const qint64 before = budget.most();
    const Inflated inflated = inflate(ContentKind::Gzip, packed, budget);
    QVERIFY(!inflated.problem);
    QVERIFY(inflated.notes.isEmpty());
    QCOMPARE(inflated.bytes, report("R1"));
    budget.spend(limits.totalBytes - limits.leafBytes); // now the total is what is left
    QCOMPARE(before - budget.most(), report("R1").size());
}

void TestPlainInflate::limitsHoldForPlainOnes()
{
    Limits limits;
    limits.ratio = 100;
    limits.ratioFloor = 10'000;
    const QByteArray packed = gzip(QByteArray(100'000, 'x'));
    QVERIFY(inflatePlainGzip(packed, enough)); // or the tolerant way alone would be seen
    Budget budget(limits, packed.size());
    const Inflated inflated = inflate(ContentKind::Gzip, packed, budget);
    QVERIFY(inflated.problem);
    QCOMPARE(inflated.problem->code, NoteCode::LimitRatio);
    QVERIFY(inflated.bytes.isEmpty());
}

QTEST_GUILESS_MAIN(TestPlainInflate)
#include "tst_plaininflate.moc"
