// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/limits.h"

#include "reading/reader.h"
#include "support/leaves.h"
#include "support/packing.h"

#include <QTest>

using namespace sekisho;
using namespace sekisho::packing;
using namespace Qt::StringLiterals;

namespace {

/// Zeros, which deflate packs a thousand times smaller.
QByteArray zeros(qsizetype megabytes)
{
    return {megabytes << 20, '\0'};
}

template <typename Pack> QByteArray repeatedly(QByteArray bytes, int times, Pack pack)
{
    for (int i = 0; i < times; ++i)
        bytes = pack(bytes);
    return bytes;
}

QByteArray zipped(const QByteArray &bytes)
{
    return zip({{"x", bytes}});
}

/// Statuses and note keys of what a file's items became.
QStringList itemsOf(const QByteArray &bytes, const Limits &limits)
{
    QStringList lines;
    read(bytes, u"f"_s, limits, Stop(), [&lines](ReadItem &&item) {
        lines.append(
            QString(statusKey(item.status)) + u' ' + fixture::noteKeys(item.notes).join(u' '));
    });
    return lines;
}

} // namespace

class TestLimits final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eachCap_data();
    void eachCap();
    void aReportAtItsLimits_data();
    void aReportAtItsLimits();
    void bombs_data();
    void bombs();
    void defaultsLetLargeReportsPass();
};

void TestLimits::eachCap_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<Limits>("limits");
    QTest::addColumn<QStringList>("leaves");
    const QByteArray r1 = report("R1");
    const QByteArray r2 = report("R2");
    const auto one = [](const QString &line) { return QStringList{line}; };
    const auto with = [](auto change) {
        Limits limits;
        change(limits);
        return limits;
    };
    const Limits shortLeaf = with([&](Limits &l) { l.leafBytes = r1.size() - 1; });
    const Limits exactLeaf = with([&](Limits &l) { l.leafBytes = r1.size(); });
    const Limits oneLeaf = with([&](Limits &l) { l.totalBytes = r1.size() + 1; });
    const Limits twoMembers = with([](Limits &l) { l.members = 2; });
    const Limits nesting = with([](Limits &l) { l.nesting = 2; });
    const Limits ratio = with([](Limits &l) { l.ratio = 10, l.ratioFloor = 1000; });
    const Limits parts = with([](Limits &l) { l.mailParts = 0; });
    const Files three{{"1", r1}, {"2", r2}, {"3", r1}};

    QTest::newRow("leaf, gzip") << gzip(r1) << shortLeaf << one(u" | problem | limit-leaf-bytes"_s);
    QTest::newRow("leaf, xz") << xz(r1) << shortLeaf << one(u" | problem | limit-leaf-bytes"_s);
    QTest::newRow("leaf, bzip2") << bzip2(r1) << shortLeaf
                                 << one(u" | problem | limit-leaf-bytes"_s);
    QTest::newRow("leaf, zstd") << zstd(r1) << shortLeaf << one(u" | problem | limit-leaf-bytes"_s);
    QTest::newRow("leaf, zip") << zip({{"1", r1}, {"2", "unused"}}) << shortLeaf
                               << QStringList{u"1 | problem | limit-leaf-bytes"_s, u"2 | xml | "_s};
    QTest::newRow("leaf, tar") << tar({{"1", r1}, {"2", "unused"}}) << shortLeaf
                               << QStringList{u"1 | problem | limit-leaf-bytes"_s, u"2 | xml | "_s};
    QTest::newRow("leaf, 7z") << sevenZip({{"1", r1}}) << shortLeaf
                              << one(u"1 | problem | limit-leaf-bytes"_s);
    QTest::newRow("leaf, exactly") << gzip(r1) << exactLeaf << one(u" | xml R1 | "_s);
    QTest::newRow("leaf, exactly, in a zip")
        << zip({{"1", r1}}) << exactLeaf << one(u"1 | xml R1 | "_s);
    QTest::newRow("total, zip") << zip({{"1", r1}, {"2", r2}}) << oneLeaf
                                << QStringList{
                                       u"1 | xml R1 | "_s, u"2 | problem | limit-total-bytes"_s};
    QTest::newRow("total, several layers")
        << gzip(gzip(r1)) << oneLeaf << one(u" | problem | limit-total-bytes"_s);
    QTest::newRow("members, zip") << zip(three) << twoMembers
                                  << QStringList{u"1 | xml R1 | "_s, u"2 | xml R2 | "_s,
                                         u" | problem | limit-members"_s};
    QTest::newRow("members, tar") << tar(three) << twoMembers
                                  << QStringList{u"1 | xml R1 | "_s, u"2 | xml R2 | "_s,
                                         u" | problem | limit-members"_s};
    QTest::newRow("members, exactly")
        << zip(three.first(2)) << twoMembers << QStringList{u"1 | xml R1 | "_s, u"2 | xml R2 | "_s};
    QTest::newRow("members, mbox")
        << QByteArray("From a Mon Sep 25 01:00:00 2017\nSubject: x\n\nHello\n\n").repeated(3)
        << twoMembers
        << QStringList{u"#1 | mail | mail-without-report"_s, u"#2 | mail | mail-without-report"_s,
               u" | problem | limit-members"_s};
    QTest::newRow("nesting, within")
        << repeatedly(r1, 2, zipped) << nesting << one(u"x > x | xml R1 | "_s);
    QTest::newRow("nesting") << repeatedly(r1, 3, zipped) << nesting
                             << one(u"x > x | problem | limit-nesting"_s);
    QTest::newRow("nesting, gzip") << repeatedly(r1, 3, [](const QByteArray &b) { return gzip(b); })
                                   << nesting << one(u" | problem | limit-nesting"_s);
    QTest::newRow("nesting, mail") << repeatedly(r1, 3, mailOf) << nesting
                                   << one(u"r.bin > r.bin | problem | limit-nesting"_s);
    QTest::newRow("ratio, gzip") << gzip(QByteArray(100'000, ' ')) << ratio
                                 << one(u" | problem | limit-ratio"_s);
    QTest::newRow("ratio, zip") << zipped(QByteArray(100'000, ' ')) << ratio
                                << one(u"x | problem | limit-ratio"_s);
    QTest::newRow("ratio, 7z") << sevenZip({{"x", QByteArray(100'000, ' ')}}) << ratio
                               << one(u"x | problem | limit-ratio"_s);
    QTest::newRow("ratio, below the floor")
        << gzip(QByteArray(900, ' ')) << ratio << one(u" | problem | empty-file"_s);
    QTest::newRow("mail parts") << mailOf(gzip(r1)) << parts
                                << one(u" | problem | limit-mail-parts"_s);
}

void TestLimits::eachCap()
{
    QFETCH(QByteArray, bytes);
    QFETCH(Limits, limits);
    QFETCH(QStringList, leaves);
    QCOMPARE(fixture::leavesOf(bytes, limits), leaves);
}

void TestLimits::aReportAtItsLimits_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<Limits>("limits");
    QTest::addColumn<QString>("item");
    const QByteArray r1 = report("R1");
    QByteArray two = r1;
    const qsizetype record = two.indexOf("<record>");
    two.insert(record, two.mid(record, two.indexOf("</record>") + 9 - record));
    Limits limits;
    limits.records = 1;
    QTest::newRow("records") << two << limits << u"read_with_notes limit-records"_s;
    QTest::newRow("records, exactly") << r1 << limits << u"read "_s;
    QTest::newRow("depth") << QByteArray(r1).replace("<record>",
                                  QByteArray(QByteArray("<x>").repeated(40) +
                                      QByteArray("</x>").repeated(40) + "<record>"))
                           << Limits() << u"unreadable element-unknown limit-xml-depth"_s;
    limits = {};
    limits.textChars = 15;
    QTest::newRow("text") << r1 << limits << u"read_with_notes limit-text limit-text"_s;
    QTest::newRow("DOCTYPE")
        << QByteArray(r1).replace("<feedback>",
               "<!DOCTYPE x [<!ENTITY a \"aaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]><feedback>")
        << Limits() << u"unreadable xml-doctype"_s;
}

void TestLimits::aReportAtItsLimits()
{
    QFETCH(QByteArray, bytes);
    QFETCH(Limits, limits);
    QFETCH(QString, item);
    QCOMPARE(itemsOf(bytes, limits), QStringList{item});
}

void TestLimits::bombs_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QStringList>("leaves");
    const auto one = [](const QString &line) { return QStringList{line}; };
    const QByteArray bomb = gzip(zeros(300)); // 300 MB in 300 KB
    QTest::newRow("gzip") << bomb << one(u" | problem | limit-leaf-bytes"_s);
    QTest::newRow("gzip twice") << gzip(bomb) << one(u" | problem | limit-leaf-bytes"_s);
    QTest::newRow("gzip below the size of a leaf")
        << gzip(zeros(100)) << one(u" | problem | limit-ratio"_s);
    QTest::newRow("gzip of many members")
        << gzip(zeros(2)).repeated(200) << one(u" | problem | limit-leaf-bytes"_s);
    QTest::newRow("zip") << zipped(zeros(20)) << one(u"x | problem | limit-ratio"_s);
    QTest::newRow("bzip2") << bzip2(zeros(20)) << one(u" | problem | limit-ratio"_s);
    QTest::newRow("xz") << xz(zeros(20)) << one(u" | problem | limit-ratio"_s);
    QTest::newRow("zstd") << zstd(zeros(20)) << one(u" | problem | limit-ratio"_s);
    QTest::newRow("7z") << sevenZip({{"x", zeros(20)}}) << one(u"x | problem | limit-ratio"_s);
    QTest::newRow("containers without end")
        << repeatedly(report("R1"), 40, zipped)
        << one(QStringList(10, u"x"_s).join(u" > "_s) + u" | problem | limit-nesting"_s);
}

void TestLimits::bombs()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QStringList, leaves);
    QCOMPARE(fixture::leavesOf(bytes), leaves);
}

/// Equal records pack better than any real ones; 100 MB of real ones come to a ratio of about 30.
void TestLimits::defaultsLetLargeReportsPass()
{
    QByteArray large = report("R1");
    const qsizetype record = large.indexOf("<record>");
    const qsizetype end = large.indexOf("</record>") + 9;
    large.insert(end, large.mid(record, end - record).repeated(50'000)); // 22 MB of equal records
    const QStringList items = itemsOf(gzip(large), {});
    QCOMPARE(items, QStringList{u"read "_s});
}

QTEST_GUILESS_MAIN(TestLimits)
#include "tst_limits.moc"
