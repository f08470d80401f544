// SPDX-License-Identifier: GPL-3.0-or-later
// Damages small files in thousands of ways, the same ones in every run: nothing may crash or hang,
// and every file must end with a status and, unless it was read, a reason.
#include "dataset/datasetbuilder.h"
#include "support/packing.h"

#include <QLoggingCategory>
#include <QRandomGenerator>
#include <QTest>

using namespace sekisho;
using namespace sekisho::packing;
using namespace Qt::StringLiterals;

namespace {

/// Changes, drops, doubles or inserts some bytes.
QByteArray mutated(QByteArray bytes, QRandomGenerator &random)
{
    const int changes = random.bounded(1, 8);
    for (int i = 0; i < changes && !bytes.isEmpty(); ++i) {
        const qsizetype at = random.bounded(qint64(bytes.size()));
        const qsizetype length =
            random.bounded(qint64(std::min<qsizetype>(64, bytes.size() - at)) + 1);
        switch (random.bounded(7)) {
        case 0: bytes[at] = char(random.bounded(256)); break;
        case 1: bytes[at] = char(bytes[at] ^ (1 << random.bounded(8))); break;
        case 2: bytes.remove(at, length); break;
        case 3: bytes.insert(at, bytes.mid(at, length)); break;
        case 4: bytes.insert(at, QByteArray(length, char(random.bounded(256)))); break;
        case 5:
            bytes.replace(at, length, QByteArray(length, random.bounded(2) ? '\xff' : '\0'));
            break;
        case 6: bytes.truncate(std::max<qsizetype>(at, bytes.size() / 2)); break;
        }
    }
    return bytes;
}

Limits smallLimits()
{
    Limits limits;
    limits.leafBytes = 4 << 20;
    limits.totalBytes = 16 << 20;
    return limits;
}

} // namespace

class TestFuzz final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // Libraries say on stderr what they think of each.
    void initTestCase() { QLoggingCategory::setFilterRules(u"*.warning=false"_s); }
    void damaged_data();
    void damaged();
};

void TestFuzz::damaged_data()
{
    QTest::addColumn<QByteArray>("seed");
    const QByteArray r1 = report("R1");
    const Files files{{"a.xml", r1}, {"b/c.xml", report("R2")}};
    const QByteArray tls =
        "{\"organization-name\":\"x\",\"date-range\":{\"start-datetime\":\"2026-01-01T00:00:00Z\","
        "\"end-datetime\":\"2026-01-02T00:00:00Z\"},\"policies\":[{\"policy\":{\"policy-type\":"
        "\"sts\","
        "\"mx-host\":[\"a\"]},\"summary\":{\"total-successful-session-count\":1},"
        "\"failure-details\":[{\"failed-session-count\":2}]}]}";
    const QByteArray multipart =
        "From: a@b.example\nMIME-Version: 1.0\nContent-Type: multipart/report; boundary=b;\n"
        " report-type=feedback-report\n\n--b\nContent-Type: text/plain\n\nx\n--b\n"
        "Content-Type: message/feedback-report\n\nFeedback-Type: auth-failure\n\n--b\n"
        "Content-Type: message/rfc822\n\nFrom: c@d.example\n\nx\n--b\n"
        "Content-Type: text/xml; name*0=a; name*1=b\n"
        "Content-Transfer-Encoding: quoted-printable\n\n" +
        QByteArray(r1).replace('=', "=3D") + "\n--b--\n";
    const QByteArray from = "From a@b Mon Sep 25 01:00:00 2017\n";
    QTest::newRow("xml") << r1;
    QTest::newRow("gzip") << gzip(r1, "a.xml");
    QTest::newRow("bzip2") << bzip2(r1);
    QTest::newRow("xz") << xz(r1);
    QTest::newRow("zstd") << zstd(r1);
    QTest::newRow("zip") << zip(files);
    QTest::newRow("zip, stored") << zip(files, Stored | Zip64 | Descriptor);
    QTest::newRow("tar") << tar(files);
    QTest::newRow("tar.gz") << gzip(tar(files));
    QTest::newRow("7z") << sevenZip(files);
    QTest::newRow("mail") << mailOf(gzip(r1));
    QTest::newRow("mail of many parts") << multipart;
    QTest::newRow("mbox") << from + multipart + "\n" + from + mailOf(zip(files));
    QTest::newRow("tls") << tls;
}

void TestFuzz::damaged()
{
    QFETCH(QByteArray, seed);
    constexpr int times = 4000;
    const Limits limits = smallLimits();
    QRandomGenerator random(quint32(20260630));
    DatasetBuilder builder;
    for (int i = 0; i < times; ++i) {
        const QByteArray bytes = mutated(seed, random);
        int items = 0;
        bool explained = true;
        read(bytes, u"f"_s, limits, Stop(), [&](ReadItem &&item) {
            ++items;
            explained = explained && (item.status == ItemStatus::Read || !item.notes.isEmpty());
            builder.add(std::move(item), 0);
        });
        const QByteArray shown = bytes.size() < 4000 ? bytes.toBase64() : QByteArray("long");
        QVERIFY2(items > 0, shown.constData());
        QVERIFY2(explained, shown.constData());
    }
    QVERIFY(builder.finish()->items.size() >= size_t(times));
}

QTEST_GUILESS_MAIN(TestFuzz)
#include "tst_fuzz.moc"
