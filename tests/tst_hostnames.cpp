// SPDX-License-Identifier: GPL-3.0-or-later
#include "dataset/hostnames.h"

#include <QTest>

using namespace sekisho;
using namespace Qt::StringLiterals;

class TestHostNames final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void notesOtherLines();
    void namesHaveALimit();
    void writesWhatItReads();
};

void TestHostNames::reads_data()
{
    QTest::addColumn<QByteArray>("tsv");
    QTest::addColumn<QString>("ip");
    QTest::addColumn<QString>("host");
    QTest::newRow("a line") << QByteArray("192.0.2.1\tmail.example.com\n") << u"192.0.2.1"_s
                            << u"mail.example.com"_s;
    QTest::newRow("no line end") << QByteArray("192.0.2.1\tmail.example.com") << u"192.0.2.1"_s
                                 << u"mail.example.com"_s;
    QTest::newRow("CR LF, final dot, capitals") << QByteArray("192.0.2.1\tMail.Example.COM.\r\n")
                                                << u"192.0.2.1"_s << u"mail.example.com"_s;
    QTest::newRow("IPv6 in a long form")
        << QByteArray("2001:DB8:0:0::1\tm.example.com") << u"2001:db8::1"_s << u"m.example.com"_s;
    QTest::newRow("further columns") << QByteArray("192.0.2.1\tm.example.com\t2026-06-01")
                                     << u"192.0.2.1"_s << u"m.example.com"_s;
    QTest::newRow("blanks") << QByteArray(" 192.0.2.1 \t m.example.com ") << u"192.0.2.1"_s
                            << u"m.example.com"_s;
    QTest::newRow("comment and empty line") << QByteArray("# ip\thost\n\n192.0.2.1\tm.example.com")
                                            << u"192.0.2.1"_s << u"m.example.com"_s;
    QTest::newRow("byte order mark") << QByteArray("\xef\xbb\xbf"
                                                   "192.0.2.1\tm.example.com")
                                     << u"192.0.2.1"_s << u"m.example.com"_s;
    QTest::newRow("the last one counts")
        << QByteArray("192.0.2.1\ta.example.com\n192.0.2.1\tb.example.com") << u"192.0.2.1"_s
        << u"b.example.com"_s;
}

void TestHostNames::reads()
{
    QFETCH(QByteArray, tsv);
    QFETCH(QString, ip);
    QFETCH(QString, host);
    Notes notes;
    const HostNames hosts = readHostNames(tsv, Limits(), notes);
    QVERIFY(notes.isEmpty());
    QCOMPARE(hosts, HostNames({{*IpAddress::parse(ip), host}}));
}

void TestHostNames::notesOtherLines()
{
    Notes notes;
    const HostNames hosts =
        readHostNames("# comment\n192.0.2.1\ta.example\nnobody\tb.example\r\n192.0.2.3\n"
                      "192.0.2.4 c.example\n192.0.2.5\t\n192.0.2.6\tf.example\n",
            Limits(), notes);
    QCOMPARE(hosts.size(), 2);
    const QList<Note> wanted{{NoteCode::AddressInvalid, u"nobody\tb.example"_s, 1, {30, 3, 1}},
        {NoteCode::AddressInvalid, u"192.0.2.3"_s, 1, {48, 4, 1}},
        {NoteCode::AddressInvalid, u"192.0.2.4 c.example"_s, 1, {58, 5, 1}},
        {NoteCode::AddressInvalid, u"192.0.2.5"_s, 1, {78, 6, 1}}};
    QCOMPARE(notes.list(), wanted);
}

void TestHostNames::namesHaveALimit()
{
    Limits limits;
    limits.textChars = 8;
    Notes notes;
    QVERIFY(readHostNames("192.0.2.1\tlong.example", limits, notes).isEmpty());
    QVERIFY(notes.has(NoteCode::AddressInvalid));
}

void TestHostNames::writesWhatItReads()
{
    const QByteArray tsv = "192.0.2.9\ta.example\n192.0.2.10\tb.example\n2001:db8::1\tc.example\n";
    Notes notes;
    const HostNames hosts = readHostNames(tsv, Limits(), notes);
    QCOMPARE(hosts.size(), 3);
    QCOMPARE(writeHostNames(hosts), tsv);
    QCOMPARE(writeHostNames({}), QByteArray());
}

QTEST_GUILESS_MAIN(TestHostNames)
#include "tst_hostnames.moc"
