// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/files.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

using namespace sekisho;
using namespace Qt::StringLiterals;

class TestFiles final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_folder.reset(); }
    void sortsAndRecurses();
    void eachFileOnce();
    void oddThings_data();
    void oddThings();
    void linksDoNotLoop();
    void anyName_data();
    void anyName();
    void folderOfOddName();
    void emptyFolder();
    void tooLarge();
    void vanishedAndShrunk();
    void cannotBeRead();
    void stops();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }
    [[nodiscard]] QByteArray native(const QString &name) const
    {
        return QFile::encodeName(path(name));
    }
    void write(const QString &name, const QByteArray &bytes = "x") const
    {
        QDir(m_folder->path()).mkpath(QFileInfo(path(name)).path());
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    }
    /// "name" or "name: reason", relative to the folder.
    [[nodiscard]] QStringList found(const QStringList &paths) const
    {
        QStringList lines;
        for (const FoundFile &file : findFiles(paths, Stop())) {
            const QString name = QDir(m_folder->path()).relativeFilePath(file.path);
            lines.append(file.problem ? name + u": "_s + noteKey(file.problem->code) : name);
        }
        return lines;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestFiles::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void TestFiles::sortsAndRecurses()
{
    for (const QString &name : {u"b.xml"_s, u"a/z.xml"_s, u"a/b/c.xml"_s, u".hidden"_s,
             u"Maildir/cur/1:2,S"_s, u"Maildir/new/2"_s, u"Maildir/tmp/3"_s,
             u"a/.sekisho/state.json"_s}) // what Sekisho keeps beside fetched mails
        write(name);
    const QStringList all{u".hidden"_s, u"Maildir/cur/1:2,S"_s, u"Maildir/new/2"_s,
        u"Maildir/tmp/3"_s, u"a/b/c.xml"_s, u"a/z.xml"_s, u"b.xml"_s};
    QCOMPARE(found({m_folder->path()}), all);
    QCOMPARE(found({path(u"b.xml"_s), path(u"a"_s)}),
        (QStringList{u"b.xml"_s, u"a/b/c.xml"_s, u"a/z.xml"_s}));
}

void TestFiles::eachFileOnce()
{
    write(u"a.xml"_s);
    write(u"b.xml"_s);
    QVERIFY(QFile::link(path(u"b.xml"_s), path(u"link.xml"_s)));
    const QString a = path(u"a.xml"_s);
    QCOMPARE(found({a, a}), QStringList{u"a.xml"_s});
    QCOMPARE(found({a, m_folder->path() + u"/./a.xml"_s}), QStringList{u"a.xml"_s});
    QCOMPARE(found({m_folder->path()}), (QStringList{u"a.xml"_s, u"b.xml"_s}));
    QCOMPARE(found({m_folder->path(), a}), found({m_folder->path()}));
    QCOMPARE(found({path(u"b.xml"_s), path(u"link.xml"_s)}), QStringList{u"b.xml"_s});
    const QString missing = path(u"none"_s);
    QCOMPARE(found({missing, missing}), QStringList{u"none: file-missing"_s});
}

void TestFiles::oddThings_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("reason");
    QTest::newRow("pipe") << u"pipe"_s << u"file-not-regular"_s;
    QTest::newRow("socket") << u"socket"_s << u"file-not-regular"_s;
    QTest::newRow("device") << u"device"_s << u"file-not-regular"_s;
    QTest::newRow("link to nowhere") << u"dangling"_s << u"file-missing"_s;
    QTest::newRow("link to itself") << u"loop"_s << u"file-missing"_s;
    QTest::newRow("not there") << u"none"_s << u"file-missing"_s;
    QTest::newRow("below a file") << u"file/below"_s << u"file-missing"_s;
    QTest::newRow("name too long") << QString(5000, u'n') << u"file-missing"_s;
}

void TestFiles::oddThings()
{
    QFETCH(QString, name);
    QFETCH(QString, reason);
    write(u"file"_s);
    QCOMPARE(mkfifo(native(u"pipe"_s).constData(), 0600), 0);
    const int listener = socket(AF_UNIX, SOCK_STREAM, 0);
    sockaddr_un address = {};
    address.sun_family = AF_UNIX;
    qstrncpy(address.sun_path, native(u"socket"_s).constData(), sizeof address.sun_path);
    QCOMPARE(bind(listener, reinterpret_cast<sockaddr *>(&address), sizeof address), 0);
    QVERIFY(QFile::link(u"/dev/zero"_s, path(u"device"_s)));
    QVERIFY(QFile::link(path(u"nowhere"_s), path(u"dangling"_s)));
    QVERIFY(QFile::link(path(u"loop"_s), path(u"loop"_s)));

    const QString line = name + u": "_s + reason;
    QCOMPARE(found({path(name)}), QStringList{line});
    if (QFileInfo(path(name)).isSymLink() || QFileInfo::exists(path(name)))
        QVERIFY(found({m_folder->path()}).contains(line));
    const std::vector<FoundFile> files = findFiles({path(name)}, Stop());
    QCOMPARE(QString(noteKey(readFile(files.front(), Limits()).problem().code)), reason);
    close(listener);
}

void TestFiles::linksDoNotLoop()
{
    write(u"a/b/r.xml"_s);
    QVERIFY(QFile::link(path(u"a"_s), path(u"a/b/up"_s)));
    QVERIFY(QFile::link(path(u"a"_s), path(u"again"_s)));
    QCOMPARE(found({m_folder->path()}), QStringList{u"a/b/r.xml"_s});
    QCOMPARE(found({path(u"again"_s)}),
        QStringList{u"again/b/r.xml"_s}); // a link that was given is followed
}

void TestFiles::anyName_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::newRow("Japanese") << QByteArray("報告書 二〇二六.xml");
    QTest::newRow("Japanese in Shift_JIS") << QByteArray("\x95\xf1\x8d\x90.xml");
    QTest::newRow("not UTF-8") << QByteArray("a\xff\xfe.xml");
    QTest::newRow("replacement character") << QByteArray("a\xef\xbf\xbd.xml");
    QTest::newRow("decomposed") << QByteArray("e\xcc\x81.xml");
    QTest::newRow("line end") << QByteArray("a\nb.xml");
    QTest::newRow("blank at the end") << QByteArray("a.xml ");
    QTest::newRow("looks like an option") << QByteArray("--output");
    QTest::newRow("glob") << QByteArray("[Netease *]?.eml");
    QTest::newRow("backslash") << QByteArray("a\\b.xml");
    QTest::newRow("percent") << QByteArray("a%20b.xml");
}

void TestFiles::anyName()
{
    QFETCH(QByteArray, name);
    const QByteArray encoded = QFile::encodeName(m_folder->path()) + '/' + name;
    std::FILE *file = std::fopen(encoded.constData(), "w");
    QVERIFY(file);
    std::fputs("content", file);
    std::fclose(file);
    const std::vector<FoundFile> files = findFiles({m_folder->path()}, Stop());
    QCOMPARE(files.size(), size_t(1));
    const Result<QByteArray> bytes = readFile(files.front(), Limits());
    QVERIFY(bytes.ok());
    QCOMPARE(bytes.value(), QByteArray("content"));
    const std::vector<FoundFile> again =
        findFiles({files.front().path}, Stop()); // as when it is shown later
    QCOMPARE(again, files);
    std::remove(encoded.constData());
}

void TestFiles::folderOfOddName()
{
    const QByteArray folder = QFile::encodeName(m_folder->path()) + "/\x95\xf1";
    QCOMPARE(mkdir(folder.constData(), 0700), 0);
    const QByteArray encoded = folder + "/r.xml";
    std::FILE *file = std::fopen(encoded.constData(), "w");
    QVERIFY(file);
    std::fputs("content", file);
    std::fclose(file);
    const std::vector<FoundFile> files = findFiles({m_folder->path()}, Stop());
    QCOMPARE(files.size(), size_t(1));
    const Result<QByteArray> bytes = readFile(files.front(), Limits());
    QVERIFY(bytes.ok());
    QCOMPARE(bytes.value(), QByteArray("content"));
    std::remove(encoded.constData());
    rmdir(folder.constData());
}

void TestFiles::emptyFolder()
{
    QVERIFY(QDir(m_folder->path()).mkpath(u"a/b"_s));
    QCOMPARE(found({path(u"a"_s)}), QStringList{u"a: folder-empty"_s});
}

void TestFiles::tooLarge()
{
    write(u"sparse"_s, {});
    QCOMPARE(truncate(native(u"sparse"_s).constData(), qint64(10) << 30), 0);
    const std::vector<FoundFile> files = findFiles({path(u"sparse"_s)}, Stop());
    const Note problem = readFile(files.front(), Limits()).problem();
    QCOMPARE(problem.code, NoteCode::LimitFileBytes);
    QCOMPARE(problem.count, qint64(10) << 30);
    Limits limits;
    limits.fileBytes = 3;
    write(u"small"_s, "abc");
    QVERIFY(readFile(findFiles({path(u"small"_s)}, Stop()).front(), limits).ok());
}

void TestFiles::vanishedAndShrunk()
{
    write(u"a"_s, "0123456789");
    const FoundFile file = findFiles({path(u"a"_s)}, Stop()).front();
    write(u"a"_s, "0123");
    QCOMPARE(readFile(file, Limits()).value(), QByteArray("0123"));
    QVERIFY(QFile::remove(file.path));
    QCOMPARE(readFile(file, Limits()).problem().code, NoteCode::FileVanished);
}

void TestFiles::cannotBeRead()
{
    // A folder that stands where a file was listed, and a file that answers reading with an error.
    const FoundFile folder{m_folder->path(), 10, 0, {}};
    QCOMPARE(readFile(folder, Limits()).problem().code, NoteCode::FileUnreadable);
    const FoundFile memory{u"/proc/self/mem"_s, 10, 0, {}};
    if (QFile::exists(memory.path)) {
        const Note problem = readFile(memory, Limits()).problem();
        QCOMPARE(problem.code, NoteCode::FileUnreadable);
        QVERIFY(!problem.detail.isEmpty());
    }
    if (geteuid() == 0)
        QSKIP("nothing is unreadable for root");
    write(u"a"_s);
    QVERIFY(QFile::setPermissions(path(u"a"_s), {}));
    QCOMPARE(readFile(findFiles({path(u"a"_s)}, Stop()).front(), Limits()).problem().code,
        NoteCode::FileUnreadable);
}

void TestFiles::stops()
{
    write(u"a"_s);
    Stop stop;
    stop.request();
    QVERIFY(findFiles({m_folder->path()}, stop).size() <= 1);
}

QTEST_GUILESS_MAIN(TestFiles)
#include "tst_files.moc"
