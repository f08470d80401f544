// SPDX-License-Identifier: GPL-3.0-or-later
#include "services.h"

#include "session.h"
#include "support/samplefiles.h"

#include <QMessageBox>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace sekisho;
using namespace Qt::StringLiterals;

class TestServices final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void builtInAlone();
    void theUsersGoFirst();
    void problemsHavePlaces_data();
    void problemsHavePlaces();
    void aPathInTheFolderForSettings();
    void theSessionUsesThem();
};

namespace {

const QByteArray mine =
    R"({"services": [{"name": "Mine", "kind": "forwarder", "hosts": ["google.com"]}]})";

} // namespace

void TestServices::builtInAlone()
{
    const QTemporaryDir folder;
    for (const QString &path : {QString(), folder.filePath(u"none.json"_s)}) {
        const KnownServiceTable table = servicesWith(path, Limits());
        QCOMPARE(table.services->services(), builtInServices().services());
        QCOMPARE(table.own, size_t(0));
        QCOMPARE(table.path, path);
        QVERIFY(table.problems.isEmpty());
    }
}

void TestServices::theUsersGoFirst()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"senders.json"_s);
    QVERIFY(fixture::writeFile(path, mine));
    const KnownServiceTable table = servicesWith(path, Limits());
    QVERIFY(table.problems.isEmpty());
    QCOMPARE(table.own, size_t(1));
    QCOMPARE(table.services->services().size(), builtInServices().services().size() + 1);
    const int host = table.services->ofHost(u"mail-qt0-f180.google.com"_s);
    QCOMPARE(host, 0);
    // Whatever the file does not name is as before.
    const int domain = table.services->ofDomain(u"google.com"_s);
    QVERIFY(domain > 0);
}

void TestServices::problemsHavePlaces_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("sentence");
    QTest::addColumn<int>("own");
    QTest::newRow("damaged") << QByteArray("{\n\"services\": [\n}")
                             << u"Line 3, "_s << 0;
    QTest::newRow("empty") << QByteArray() << u"This is no JSON"_s << 0;
    QTest::newRow("kind")
        << QByteArray("{\"services\": [\n {\"name\": \"A\", \"kind\": \"club\"},\n"
                      "{\"name\": \"B\", \"kind\": \"esp\", \"hosts\": [\"b.example\"]}]}")
        << u"Line 2, column 2: “kind: club” is not understood"_s << 1;
    QTest::newRow("suffix")
        << QByteArray(
               "{\"services\": [\n{\"name\": \"A\", \"kind\": \"esp\", \"hosts\": [\"jp\"]}]}")
        << u"Line 2, column 1: “hosts: jp” is not understood"_s << 1;
}

void TestServices::problemsHavePlaces()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, sentence);
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"senders.json"_s);
    QVERIFY(fixture::writeFile(path, json));
    const KnownServiceTable table = servicesWith(path, Limits());
    QTEST(int(table.own), "own");
    QCOMPARE(table.problems.size(), 1);
    QVERIFY2(table.problems.first().contains(sentence), qPrintable(table.problems.first()));
    QVERIFY(table.services->services().size() >= builtInServices().services().size());
}

void TestServices::aPathInTheFolderForSettings()
{
    QVERIFY(userServicesPath().startsWith(
        QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation)));
    QVERIFY(userServicesPath().endsWith("/Sekisho/senders.json"_L1));
}

void TestServices::theSessionUsesThem()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"senders.json"_s);
    QVERIFY(fixture::writeFile(path, mine));
    QSettings settings(folder.filePath(u"settings.ini"_s), QSettings::IniFormat);
    Session session(settings, u"en"_s);
    session.openSample();
    QTRY_VERIFY_WITH_TIMEOUT(session.isIdle(), 20000);
    const auto judged = session.view().judgement;
    session.useServices(path);
    QTRY_VERIFY_WITH_TIMEOUT(session.isIdle(), 20000);
    QCOMPARE(session.view().services->services().front().name, u"Mine"_s);
    QVERIFY(session.view().judgement != judged);
    // A file with a slip is told of, and what is right in it counts.
    QVERIFY(fixture::writeFile(path, "{\"services\": [{\"name\": \"A\", \"kind\": \"club\"}]}"));
    Q_EMIT session.window().servicesReloadRequested();
    QTRY_VERIFY_WITH_TIMEOUT(session.isIdle(), 20000);
    auto *box = session.window().findChild<QMessageBox *>();
    QVERIFY(box);
    QVERIFY2(box->text().contains("senders.json"_L1) && box->text().contains("Line 1"_L1),
        qPrintable(box->text()));
    QCOMPARE(session.view().services->services(), builtInServices().services());
}

QTEST_MAIN(TestServices)
#include "tst_services.moc"
