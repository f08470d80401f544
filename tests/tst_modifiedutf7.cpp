// SPDX-License-Identifier: GPL-3.0-or-later
#include "imap/modifiedutf7.h"

#include <QTest>

using namespace sekisho::imap;
using namespace Qt::StringLiterals;

class TestModifiedUtf7 final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void bothWays_data();
    void bothWays();
    void readsWhatIsNone_data();
    void readsWhatIsNone();
};

void TestModifiedUtf7::bothWays_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    QTest::newRow("plain") << QByteArray("INBOX/Reports") << u"INBOX/Reports"_s;
    QTest::newRow("ampersand") << QByteArray("A&-B") << u"A&B"_s;
    // RFC 3501, 5.1.3
    QTest::newRow("of the standard")
        << QByteArray("~peter/mail/&U,BTFw-/&ZeVnLIqe-") << u"~peter/mail/台北/日本語"_s;
    QTest::newRow("umlaut") << QByteArray("Entw&APw-rfe") << u"Entwürfe"_s;
    QTest::newRow("beyond the first plane") << QByteArray("&2D3cjA-") << u"\U0001F48C"_s;
    QTest::newRow("control") << QByteArray("a&AAo-b") << u"a\nb"_s;
}

void TestModifiedUtf7::bothWays()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, text);
    QCOMPARE(fromModifiedUtf7(bytes), text);
    QCOMPARE(toModifiedUtf7(text), bytes);
}

void TestModifiedUtf7::readsWhatIsNone_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    QTest::newRow("UTF-8") << QByteArray("レポート") << u"レポート"_s;
    QTest::newRow("lone ampersand") << QByteArray("R&D") << u"R&D"_s;
    QTest::newRow("no base64") << QByteArray("&!!-") << u"&!!-"_s;
    QTest::newRow("half a character") << QByteArray("&U-") << u"&U-"_s;
    QTest::newRow("half a pair") << QByteArray("&2D0-") << u"&2D0-"_s;
}

void TestModifiedUtf7::readsWhatIsNone()
{
    QFETCH(QByteArray, bytes);
    QTEST(fromModifiedUtf7(bytes), "text");
}

QTEST_GUILESS_MAIN(TestModifiedUtf7)
#include "tst_modifiedutf7.moc"
