// SPDX-License-Identifier: GPL-3.0-or-later
// Passwords in a real key store: the one of GNOME, with a session bus and a folder of its own.
#include "secretstore.h"

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace sekisho;
using namespace Qt::StringLiterals;

namespace {

const QByteArray password = "geheim-\xe9\x96\xa2\xe6\x89\x80\0 end"_ba;

/// A session's, but for services that would be started when somebody asks for them.
constexpr char busConfiguration[] =
    "<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen><auth>EXTERNAL</auth>"
    "<policy context='default'><allow send_destination='*' eavesdrop='true'/>"
    "<allow eavesdrop='true'/><allow own='*'/></policy></busconfig>";

/// A session bus with a key store that is open; both end with it.
class KeyStore final {
public:
    /// Empty, or why there is none. Before anybody asks for the bus.
    QString start()
    {
        qputenv("HOME", QFile::encodeName(m_home.path()));
        qputenv("XDG_DATA_HOME", QFile::encodeName(m_home.filePath(u"data"_s)));
        qputenv("XDG_RUNTIME_DIR", QFile::encodeName(m_home.path()));
        qputenv("XDG_CURRENT_DESKTOP", "GNOME");
        QFile configuration(m_home.filePath(u"bus.conf"_s));
        if (!configuration.open(QIODevice::WriteOnly) || configuration.write(busConfiguration) < 0)
            return configuration.errorString();
        configuration.close();
        m_bus.start(u"dbus-daemon"_s,
            {u"--config-file="_s + configuration.fileName(), u"--nofork"_s, u"--print-address"_s});
        if (!m_bus.waitForStarted() || !m_bus.waitForReadyRead())
            return u"There is no dbus-daemon here."_s;
        qputenv("DBUS_SESSION_BUS_ADDRESS", m_bus.readLine().trimmed());
        m_keys.start(u"gnome-keyring-daemon"_s,
            {u"--foreground"_s, u"--unlock"_s, u"--components=secrets"_s});
        if (!m_keys.waitForStarted())
            return u"There is no gnome-keyring-daemon here."_s;
        m_keys.write("the keyring's own");
        m_keys.closeWriteChannel();
        const auto isThere = [] {
            const auto *bus = QDBusConnection::sessionBus().interface();
            return bus && bus->isServiceRegistered(u"org.freedesktop.secrets"_s).value();
        };
        return QTest::qWaitFor(isThere, 20'000) ? QString() : u"The key store does not start."_s;
    }

    void stop() { end(m_keys); }
    ~KeyStore()
    {
        stop();
        end(m_bus); // whoever uses it is ended by GIO
    }

    [[nodiscard]] const QTemporaryDir &home() const { return m_home; }

private:
    static void end(QProcess &process)
    {
        process.kill();
        process.waitForFinished();
    }

    const QTemporaryDir m_home;
    QProcess m_bus;
    QProcess m_keys;
};

} // namespace

class TestSecretStore final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void keeps();
    void oneForEachAccount();
    void forgets();
    void noAnswerForOneWhoIsGone();
    void nothingInPlain();
    void withoutAStore();

private:
    KeyStore m_store;
    const std::unique_ptr<SecretStore> m_secrets = systemSecretStore();
};

void TestSecretStore::initTestCase()
{
    if (const QString problem = m_store.start(); !problem.isEmpty())
        QSKIP(qPrintable(problem));
}

void TestSecretStore::keeps()
{
    QCOMPARE(writeSecret(*m_secrets, u"a"_s, "first"), QString());
    QCOMPARE(writeSecret(*m_secrets, u"a"_s, password), QString()); // instead of the first
    const imap::Secret found = readSecret(*systemSecretStore(), u"a"_s);
    QCOMPARE(found.problem, QString());
    QCOMPARE(found.value, password);
}

void TestSecretStore::oneForEachAccount()
{
    QCOMPARE(writeSecret(*m_secrets, u"日本語 b"_s, "other"), QString());
    QCOMPARE(readSecret(*m_secrets, u"日本語 b"_s).value, "other"_ba);
    QCOMPARE(readSecret(*m_secrets, u"a"_s).value, password);
    const imap::Secret unknown = readSecret(*m_secrets, u"nobody"_s);
    QVERIFY(!unknown.problem.isEmpty());
    QCOMPARE(unknown.value, QByteArray());
}

void TestSecretStore::forgets()
{
    m_secrets->remove(u"日本語 b"_s);
    QTRY_COMPARE(readSecret(*m_secrets, u"日本語 b"_s).value, QByteArray());
    QCOMPARE(readSecret(*m_secrets, u"a"_s).value, password);
}

void TestSecretStore::noAnswerForOneWhoIsGone()
{
    bool answered = false;
    {
        QObject context;
        m_secrets->read(u"a"_s, &context, [&](const imap::Secret &) { answered = true; });
    }
    QCOMPARE(readSecret(*m_secrets, u"a"_s).value, password); // by then the other has come
    QVERIFY(!answered);
}

void TestSecretStore::nothingInPlain()
{
    QDirIterator files(
        m_store.home().path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    int looked = 0;
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const QByteArray bytes = file.readAll();
        ++looked;
        QVERIFY2(!bytes.contains("geheim") && !bytes.contains(password.toBase64()),
            qPrintable(file.fileName()));
    }
    QVERIFY(looked > 0); // the key store's own file at least
}

/// A problem in words, and nothing is kept anywhere else.
void TestSecretStore::withoutAStore()
{
    m_store.stop();
    QVERIFY(!writeSecret(*m_secrets, u"c"_s, password).isEmpty());
    const imap::Secret found = readSecret(*m_secrets, u"a"_s);
    QVERIFY(!found.problem.isEmpty());
    QCOMPARE(found.value, QByteArray());
    nothingInPlain();
}

QTEST_GUILESS_MAIN(TestSecretStore)
#include "tst_secretstore.moc"
