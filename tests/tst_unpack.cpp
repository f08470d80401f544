// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/unpack.h"

#include "support/leaves.h"
#include "support/packing.h"

#include <QTest>

using namespace sekisho;
using namespace sekisho::packing;
using namespace Qt::StringLiterals;

class TestUnpack final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void singleStreams_data();
    void singleStreams();
    void archives_data();
    void archives();
    void containersInContainers_data();
    void containersInContainers();
    void filesThatAreNone_data();
    void filesThatAreNone();
    void sniffsByContent_data();
    void sniffsByContent();
    void namesAreOnlyShown_data();
    void namesAreOnlyShown();
    void takesTheDateOfTheMail();
    void stopsWhenAsked();

private:
    static void unpackColumns()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QStringList>("leaves");
    }
    static void compareLeaves()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QStringList, leaves);
        QCOMPARE(fixture::leavesOf(bytes), leaves);
    }
};

void TestUnpack::singleStreams_data()
{
    unpackColumns();
    const QStringList plain{u" | xml R1 | "_s};
    const QByteArray r1 = report("R1");
    const QByteArray packed = gzip(r1);
    const qsizetype half = r1.size() / 2;

    QTest::newRow("plain XML") << r1 << plain;
    QTest::newRow("gzip") << packed << plain;
    QTest::newRow("gzip with original name") << gzip(r1, "a!b!1!2.xml") << plain;
    QTest::newRow("gzip named after a path") << gzip(r1, "../../etc/passwd") << plain;
    QTest::newRow("gzip twice") << gzip(packed) << plain;
    QTest::newRow("gzip of several members") << gzip(r1.first(half)) + gzip(r1.sliced(half))
                                             << QStringList{u" | xml R1 | gzip-several-members"_s};
    QTest::newRow("gzip of three members") << gzip(r1.first(10)) + gzip(r1.sliced(10, 10)) +
            gzip(r1.sliced(20)) << QStringList{u" | xml R1 | gzip-several-members"_s};
    QTest::newRow("gzip, line end behind it") << packed + "\r\n"
                                              << QStringList{u" | xml R1 | gzip-trailing-bytes"_s};
    QTest::newRow("gzip, zeros behind it")
        << packed + QByteArray(512, '\0') << QStringList{u" | xml R1 | gzip-trailing-bytes"_s};
    QTest::newRow("gzip, text behind it")
        << packed + "-- \nlist footer with more than eighteen bytes\n"
        << QStringList{u" | xml R1 | gzip-trailing-bytes"_s};
    QTest::newRow("gzip without its checksum")
        << packed.chopped(8) << QStringList{u" | xml R1 | container-truncated"_s};
    QTest::newRow("gzip cut in its header")
        << packed.first(5) << QStringList{u" | problem | container-damaged"_s};
    QTest::newRow("gzip of nothing") << gzip({}) << QStringList{u" | problem | empty-file"_s};
    QTest::newRow("gzip header and rubbish") << packed.first(10) + QByteArray(100, '\xff')
                                             << QStringList{u" | problem | container-damaged"_s};
    QTest::newRow("xz") << xz(r1) << plain;
    QTest::newRow("bzip2") << bzip2(r1) << plain;
    QTest::newRow("zstd") << zstd(r1) << plain;
    QTest::newRow("bzip2, bytes behind it") << bzip2(r1) + "\r\n"
                                            << QStringList{u" | xml R1 | gzip-trailing-bytes"_s};
    QTest::newRow("xz cut") << xz(r1).first(20) << QStringList{u" | problem | container-damaged"_s};
    QTest::newRow("bzip2 cut") << bzip2(r1).first(20)
                               << QStringList{u" | problem | container-damaged"_s};
    QTest::newRow("zstd cut") << zstd(r1).first(8)
                              << QStringList{u" | problem | container-damaged"_s};
}

void TestUnpack::singleStreams()
{
    compareLeaves();
}

void TestUnpack::archives_data()
{
    unpackColumns();
    const QByteArray r1 = report("R1");
    const Files one{{"r1.xml", r1}};
    const Files two{{"r1.xml", r1}, {"r2.xml", report("R2")}};
    const Files folders{{"d/", {}}, {"d/e/r1.xml", r1}, {"r2.xml", report("R2")}};
    const Files same{{"a/r.xml", r1}, {"b/r.xml", report("R2")}, {"a/r.xml", report("R3")}};
    const QStringList first{u"r1.xml | xml R1 | "_s};
    const QStringList both{u"r1.xml | xml R1 | "_s, u"r2.xml | xml R2 | "_s};
    const QStringList three{u"r.xml | xml R1 | "_s, u"r.xml | xml R2 | "_s, u"r.xml | xml R3 | "_s};
    const auto alone = [](const QString &line) { return QStringList{line}; };

    QTest::newRow("zip") << zip(one) << first;
    QTest::newRow("zip, stored") << zip(one, Stored) << first;
    QTest::newRow("zip, data descriptors") << zip(two, Descriptor) << both;
    QTest::newRow("zip64") << zip(two, Zip64) << both;
    QTest::newRow("zip64, data descriptors") << zip(one, Zip64 | Descriptor) << first;
    QTest::newRow("zip, folders inside") << zip(folders) << both;
    QTest::newRow("zip, equal names") << zip(same) << three;
    QTest::newRow("zip, encrypted")
        << zip(one, Encrypted) << alone(u"r1.xml | problem | member-encrypted"_s);
    QTest::newRow("zip, unknown method")
        << zip(one, UnknownMethod) << alone(u"r1.xml | problem | compression-unsupported"_s);
    QTest::newRow("zip, wrong checksum")
        << zip(one, WrongChecksum) << alone(u"r1.xml | xml R1 | member-damaged"_s);
    QTest::newRow("zip, csv and xml")
        << zip({{"r.csv", "a,b\n1,2\n"}, {"r1.xml", r1}})
        << QStringList{u"r.csv | other | unknown-content"_s, first[0]};
    QTest::newRow("zip, bytes behind it") << zip(one) + "\r\n" << first;
    QTest::newRow("zip of nothing") << zip({}) << alone(u" | problem | container-empty"_s);
    QTest::newRow("zip of a folder")
        << zip({{"d/", {}}}) << alone(u" | problem | container-empty"_s);
    QTest::newRow("zip without its directory")
        << zip(one).first(100) << alone(u" | problem | container-damaged"_s);
    QTest::newRow("zip, empty member") << zip({{"r.xml", {}}, {"r1.xml", r1}})
                                       << QStringList{u"r.xml | problem | empty-file"_s, first[0]};
    QTest::newRow("tar") << tar(two) << both;
    QTest::newRow("tar, folders inside") << tar(folders) << both;
    QTest::newRow("tar, equal names") << tar(same) << three;
    QTest::newRow("tar, cut in its second member")
        << tar(two).first(tar(two).indexOf("R2") + 40)
        << QStringList{u"r1.xml | xml R1 | "_s, u"r2.xml | xml | container-truncated"_s};
    QTest::newRow("tar of a folder")
        << tar({{"d/", {}}}) << alone(u" | problem | container-empty"_s);
    QTest::newRow("tar.gz") << gzip(tar(two)) << both;
    QTest::newRow("tar.xz") << xz(tar(two)) << both;
    QTest::newRow("tar.bz2") << bzip2(tar(two)) << both;
    QTest::newRow("tar.zst") << zstd(tar(two)) << both;
    QTest::newRow("7z") << sevenZip(two) << both;
    QTest::newRow("7z, folders inside") << sevenZip(folders) << both;
    QTest::newRow("7z, encrypted")
        << encryptedSevenZip("r1.xml") << alone(u"r1.xml | problem | member-encrypted"_s);
    QTest::newRow("7z cut") << sevenZip(two).first(100)
                            << alone(u" | problem | container-damaged"_s);
}

void TestUnpack::archives()
{
    compareLeaves();
}

void TestUnpack::containersInContainers_data()
{
    unpackColumns();
    const QByteArray r1 = report("R1");
    const auto alone = [](const QString &line) { return QStringList{line}; };
    QTest::newRow("zip in gzip") << gzip(zip({{"r1.xml", r1}})) << alone(u"r1.xml | xml R1 | "_s);
    QTest::newRow("gzip named .zip in a zip")
        << zip({{"r1.zip", gzip(r1)}}) << alone(u"r1.zip | xml R1 | "_s);
    QTest::newRow("zip named .gz in a zip") << zip({{"r1.xml.gz", zip({{"r1.xml", r1}})}})
                                            << alone(u"r1.xml.gz > r1.xml | xml R1 | "_s);
    QTest::newRow("report named like a picture")
        << zip({{"photo.jpg", r1}}) << alone(u"photo.jpg | xml R1 | "_s);
    QTest::newRow("double compression in a zip")
        << zip({{"r1.xml.gz", gzip(r1)}}) << alone(u"r1.xml.gz | xml R1 | "_s);
    QTest::newRow("mail in zip in tar.gz")
        << gzip(tar({{"m.zip", zip({{"m.eml", mailOf(gzip(r1))}})}}))
        << alone(u"m.zip > m.eml > r.bin | xml R1 | "_s);
    QTest::newRow("damaged one among good ones")
        << zip({{"a.gz", gzip(r1).first(12)}, {"b.xml", report("R2")}})
        << QStringList{u"a.gz | problem | container-damaged"_s, u"b.xml | xml R2 | "_s};
    QTest::newRow("notes go along") << gzip(gzip(r1) + "\r\n") + "\r\n"
                                    << alone(u" | xml R1 | gzip-trailing-bytes"_s);
}

void TestUnpack::containersInContainers()
{
    compareLeaves();
}

void TestUnpack::filesThatAreNone_data()
{
    unpackColumns();
    const auto alone = [](const QString &line) { return QStringList{line}; };
    const QStringList other = alone(u" | other | unknown-content"_s);
    QTest::newRow("nothing") << QByteArray() << alone(u" | problem | empty-file"_s);
    QTest::newRow("blanks") << QByteArray("\xef\xbb\xbf \r\n\t")
                            << alone(u" | problem | empty-file"_s);
    QTest::newRow("zeros") << QByteArray(4096, '\0') << other;
    QTest::newRow("text") << QByteArray("Just a note.\n") << other;
    QTest::newRow("ini file") << QByteArray("[Desktop Entry]\nType=Application\n") << other;
    QTest::newRow("rich text") << QByteArray("{\\rtf1\\ansi Hello}") << other;
    QTest::newRow("style sheet") << QByteArray("{ margin: 0 }") << other;
    QTest::newRow("page") << QByteArray("<!DOCTYPE html><html></html>") << other;
    QTest::newRow("JPEG") << QByteArray("\xff\xd8\xff\xe0\0\x10JFIF\0", 11) << other;
    QTest::newRow("the word unused") << QByteArray("unused\n") << alone(u" | xml | "_s);
    QTest::newRow("JSON") << QByteArray(" {\n\"a\": 1}") << alone(u" | json | "_s);
    QTest::newRow("empty JSON") << QByteArray("{}") << alone(u" | json | "_s);
    // By their first bytes, as [MS-OXTNEF] and [MS-CFB] define them.
    const QByteArray tnef("\x78\x9f\x3e\x22\x01\x00\x01\x90", 8);
    const QByteArray compound("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8);
    QByteArray properties;
    for (char c : QByteArray("__properties_version1.0"))
        properties.append(c).append('\0');
    QTest::newRow("winmail.dat") << tnef << alone(u" | problem | tnef-not-opened"_s);
    QTest::newRow("Outlook message") << compound + QByteArray(512, '\0') + properties
                                     << alone(u" | problem | outlook-message-not-opened"_s);
    QTest::newRow("spreadsheet") << compound + QByteArray(512, '\0') + "W\0o\0r\0k\0b\0o\0o\0k" << other;
    QTest::newRow("winmail.dat in a mail")
        << QByteArray("From: <a@b.example>\nMIME-Version: 1.0\nContent-Type: application/octet-stream; name=\"winmail.dat\"\n"
                      "Content-Transfer-Encoding: base64\n\n") + tnef.toBase64() + "\n"
        << alone(u"winmail.dat | problem | tnef-not-opened"_s);
    QTest::newRow("JSON behind a mark")
        << QByteArray("\xef\xbb\xbf{\"a\":1}") << alone(u" | json | "_s);
}

void TestUnpack::filesThatAreNone()
{
    compareLeaves();
}

void TestUnpack::sniffsByContent_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("kind");
    const QByteArray mail = "Subject: x\r\nFrom: a@b.example\r\n\r\n";
    QTest::newRow("mail") << mail << u"mail"_s;
    QTest::newRow("mail, line ends CR")
        << QByteArray("Subject: x\rFrom: a@b.example\r\r") << u"mail"_s;
    QTest::newRow("mail behind a blank line") << "\r\n" + mail << u"mail"_s;
    QTest::newRow("mail with a quoted From line")
        << "Received: x\r\n>From a Tue Nov 24 1:2:3 2026\r\n" + mail << u"mail"_s;
    QTest::newRow("mail with a header of 200 KB")
        << "X-Long: " + QByteArray(200'000, 'x') + "\r\n" + mail << u"mail"_s;
    QTest::newRow("mail with 10,000 header lines") << "From: a@b.example\r\n" +
            QByteArray("X-Spam-Header-Number: 1\r\n").repeated(10'000) +
            mail << u"mail"_s;
    QTest::newRow("mbox") << "From a@b Tue Nov 24 10:00:00 2026\n" + mail << u"mbox"_s;
    QTest::newRow("mbox, line ends CR")
        << QByteArray("From a@b Tue Nov 24 10:00:00 2026\rSubject: x\r\r") << u"mbox"_s;
    QTest::newRow("a letter") << QByteArray("Dear all,\nNote: this is none.\n") << u"unknown"_s;
    QTest::newRow("text that begins with From")
        << QByteArray("From here on\nit is text\n") << u"unknown"_s;
    QTest::newRow("UTF-16") << QByteArray("\xff\xfe<\0f\0", 6) << u"xml"_s;
    QTest::newRow("report behind text") << "Here it is: " + report("R1") << u"xml"_s;
    QTest::newRow("empty zip") << zip({}) << u"zip"_s;
}

void TestUnpack::sniffsByContent()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, kind);
    QCOMPARE(QString(contentName(sniff(bytes))), kind);
}

void TestUnpack::namesAreOnlyShown_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("name");
    const QByteArray r1 = report("R1");
    QTest::newRow("zip, path upwards") << zip({{"../../etc/passwd", r1}}) << u"passwd"_s;
    QTest::newRow("zip, absolute") << zip({{"/etc/passwd", r1}}) << u"passwd"_s;
    QTest::newRow("zip, escape sequence") << zip({{"a\x1b[2J.xml", r1}}) << u"a?[2J.xml"_s;
    QTest::newRow("zip, right-to-left override")
        << zip({{"a\xe2\x80\xaelmx.exe", r1}}) << u"a?lmx.exe"_s;
    QTest::newRow("zip, line end") << zip({{"a\nb.xml", r1}}) << u"a?b.xml"_s;
    QTest::newRow("tar, path upwards") << tar({{"../../etc/passwd", r1}}) << u"passwd"_s;
    QTest::newRow("tar, absolute") << tar({{"/etc/passwd", r1}}) << u"passwd"_s;
    QTest::newRow("7z, path upwards") << sevenZip({{"../../etc/passwd", r1}}) << u"passwd"_s;
    QByteArray mail = mailOf(gzip(r1));
    QTest::newRow("mail, path upwards")
        << QByteArray(mail).replace("r.bin", "../../etc/passwd") << u"passwd"_s;
    QTest::newRow("mail, escape sequence")
        << QByteArray(mail).replace("r.bin", "a\x1b[2J.gz") << u"a?[2J.gz"_s;
}

void TestUnpack::namesAreOnlyShown()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, name);
    QCOMPARE(fixture::leavesOf(bytes), QStringList{name + u" | xml R1 | "_s});
}

void TestUnpack::takesTheDateOfTheMail()
{
    const QByteArray bytes = gzip(tar({{"m.eml", mailOf(report("R1"))}, {"r.xml", report("R2")}}));
    QList<qint64> dates;
    unpack(bytes, {}, Stop(), [&dates](Leaf &&leaf) { dates.append(leaf.mailDate); });
    QCOMPARE(dates, (QList<qint64>{1506301200, 0})); // 2017-09-25 01:00 UTC
}

void TestUnpack::stopsWhenAsked()
{
    const QByteArray bytes = zip({{"a", report("R1")}, {"b", report("R2")}, {"c", report("R3")}});
    Stop stop;
    int seen = 0;
    unpack(bytes, {}, stop, [&](Leaf &&) {
        ++seen;
        stop.request();
    });
    QCOMPARE(seen, 1);
}

QTEST_GUILESS_MAIN(TestUnpack)
#include "tst_unpack.moc"
