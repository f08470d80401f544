// SPDX-License-Identifier: GPL-3.0-or-later
#include "imap/foldermailstore.h"
#include "imap/statejson.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace sekisho::imap;
using namespace Qt::StringLiterals;

namespace {

bool keep(FolderMailStore &store, const QString &folder, quint32 uid, const QByteArray &bytes)
{
    store.begin();
    for (qsizetype i = 0; i < bytes.size(); i += 50'000) {
        if (!store.append(
                QByteArrayView(bytes).sliced(i, std::min<qsizetype>(50'000, bytes.size() - i))))
            return false;
    }
    return store.keep(folder, 7, uid);
}

/// All files below, without the folder of our own.
QStringList files(const QString &root)
{
    QStringList found;
    QDirIterator it(root, QDir::Files, QDirIterator::Subdirectories);
    while (it.hasNext())
        found.append(it.next().mid(root.size() + 1));
    found.sort();
    return found;
}

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("unreadable");
}

FolderState done(const UidSet &uids)
{
    return {7, QDate(2026, 1, 2), uids.last(), uids, UidSet{90, 91},
        {{92, 5, LeftOut::Reason::Refused}}};
}

} // namespace

class TestFolderMailStore final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void keeps();
    void countsOnlyAfterCommit();
    void onlyOnce();
    void largeMessages();
    void manyGoIntoArchives();
    void oneAtATime();
    void damagedState_data();
    void damagedState();
    void cannotWrite();
    void names_data();
    void names();
    void stateBothWays();

private:
    [[nodiscard]] QString root() const { return m_folder->path(); }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestFolderMailStore::keeps()
{
    {
        FolderMailStore store(root());
        QVERIFY(!store.open(u"me@example.org"_s));
        QCOMPARE(store.state(u"INBOX"_s), FolderState());
        QVERIFY(keep(store, u"INBOX"_s, 1, "one\r\n"));
        QVERIFY(keep(store, u"INBOX"_s, 2, ""));
        QVERIFY(keep(store, u"レポート/六月"_s, 1, "three"));
        QVERIFY(!store.commit(u"INBOX"_s, done({1, 2})));
        QCOMPARE(store.state(u"INBOX"_s), done({1, 2}));
    }
    const QStringList there = files(root());
    QCOMPARE(there.size(), 3);
    QVERIFY(there[0].startsWith(u"me@example.org/INBOX/7-0000001-"_s));
    QCOMPARE(contents(root() + u'/' + there[0]), QByteArray("one\r\n"));
    QCOMPARE(contents(root() + u'/' + there[1]), QByteArray());
    QVERIFY2(there[2].startsWith(u"me@example.org/レポート%2F六月/7-0000001-"_s),
        qPrintable(there.join(u'\n')));
    FolderMailStore again(root());
    QVERIFY(!again.open(u"me@example.org"_s));
    QCOMPARE(again.state(u"INBOX"_s), done({1, 2}));
    QVERIFY(!again.open(u"other"_s));
    QCOMPARE(again.state(u"INBOX"_s), FolderState());
}

/// As if the machine had stopped before.
void TestFolderMailStore::countsOnlyAfterCommit()
{
    {
        FolderMailStore store(root());
        QVERIFY(!store.open(u"a"_s));
        QVERIFY(keep(store, u"INBOX"_s, 1, "one"));
        QVERIFY(keep(store, u"INBOX"_s, 2, QByteArray(3 << 20, 'x')));
        store.begin();
        QVERIFY(store.append("half a mes"));
    }
    QCOMPARE(files(root()), QStringList());
    FolderMailStore store(root());
    QVERIFY(!store.open(u"a"_s));
    QVERIFY(QDir(root() + u"/a/.sekisho/tmp"_s).isEmpty());
    QVERIFY(keep(store, u"INBOX"_s, 1, "one"));
    QVERIFY(!store.commit(u"INBOX"_s, done({1})));
    QCOMPARE(files(root()).size(), 1);
}

void TestFolderMailStore::onlyOnce()
{
    {
        FolderMailStore store(root());
        QVERIFY(!store.open(u"a"_s));
        QVERIFY(keep(store, u"INBOX"_s, 1, "one"));
        QVERIFY(!keep(store, u"INBOX"_s, 2, "one"));
        QVERIFY(!keep(store, u"Archive"_s, 8, "one"));
        QVERIFY(!store.commit(u"INBOX"_s, done({1, 2})));
    }
    FolderMailStore store(root());
    QVERIFY(!store.open(u"a"_s));
    QVERIFY(!keep(store, u"INBOX"_s, 77, "one"));
    QVERIFY(keep(store, u"INBOX"_s, 78, "two"));
    QVERIFY(!store.commit(u"INBOX"_s, done({1, 2, 77, 78})));
    QCOMPARE(files(root()).size(), 2);
}

void TestFolderMailStore::largeMessages()
{
    const QByteArray large = QByteArray("0123456789abcde\n").repeated(200'000);
    FolderMailStore store(root());
    QVERIFY(!store.open(u"a"_s));
    QVERIFY(keep(store, u"INBOX"_s, 1, large));
    QVERIFY(!keep(store, u"INBOX"_s, 2, large));
    QVERIFY(keep(store, u"INBOX"_s, 3, "small"));
    QVERIFY(!store.commit(u"INBOX"_s, done({1, 2, 3})));
    const QStringList there = files(root());
    QCOMPARE(there.size(), 2);
    QCOMPARE(contents(root() + u'/' + there[0]), large);
    QCOMPARE(contents(root() + u'/' + there[1]), QByteArray("small"));
}

/// Byte for byte, in the order in which they came, each folder's by themselves.
void TestFolderMailStore::manyGoIntoArchives()
{
    const auto message = [](quint32 uid) -> QByteArray {
        return "From line\r\n\0\n>From "_ba + QByteArray::number(uid) +
            QByteArray(uid % 1'000, '\n');
    };
    {
        FolderMailStore store(root());
        QVERIFY(!store.open(u"a"_s));
        for (quint32 uid = 1; uid <= 100; ++uid)
            QVERIFY(keep(store, u"INBOX"_s, uid, message(uid)));
        QVERIFY(keep(store, u"INBOX"_s, 101, QByteArray(2 << 20, 'x')));
        for (quint32 uid = 1; uid <= 50; ++uid)
            QVERIFY(keep(store, u"六月"_s, uid, "other" + message(uid)));
        QCOMPARE(files(root() + u"/a/INBOX"_s), QStringList()); // not before they are durable
        QVERIFY(!store.commit(u"INBOX"_s, done(UidSet::range(1, 101))));
    }
    const QStringList inbox = files(root() + u"/a/INBOX"_s);
    QCOMPARE(inbox.size(), 2);
    QVERIFY2(inbox[0].startsWith(u"7-0000001-"_s) && inbox[0].endsWith(u".tar"_s),
        qPrintable(inbox[0]));
    QVERIFY(inbox[1].startsWith(u"7-0000101-"_s) && inbox[1].endsWith(u".eml"_s));
    const QStringList june = files(root() + u"/a/六月"_s);
    QCOMPARE(june.size(), 1);
    const QByteArray archive = contents(root() + u"/a/INBOX/"_s + inbox[0]);
    const QByteArrayList names = packedNames(root() + u"/a/INBOX/"_s + inbox[0]);
    QCOMPARE(names.size(), 100);
    QVERIFY(names[99].startsWith("7-0000100-"));
    // As a plain tar: a block with the name, then the bytes up to whole blocks.
    qsizetype at = 0;
    for (quint32 uid = 1; uid <= 100; ++uid) {
        QVERIFY(archive.mid(at).startsWith(names[uid - 1]));
        QCOMPARE(archive.mid(at + 512, message(uid).size()), message(uid));
        at += 512 + (message(uid).size() + 511) / 512 * 512;
    }
    FolderMailStore again(root());
    QVERIFY(!again.open(u"a"_s));
    for (quint32 uid = 1; uid <= 100; ++uid)
        QVERIFY(!keep(again, u"Archive"_s, uid, message(uid)));
    QVERIFY(keep(again, u"Archive"_s, 300, "new"));
    again.close();
    // Cut short by somebody: what is left of it counts, the rest may come again.
    QFile file(root() + u"/a/INBOX/"_s + inbox[0]);
    QVERIFY(file.resize(file.size() / 2));
    QVERIFY(!again.open(u"a"_s));
    QVERIFY(!keep(again, u"INBOX"_s, 201, message(1)));
    QVERIFY(keep(again, u"INBOX"_s, 202, message(100)));
}

void TestFolderMailStore::oneAtATime()
{
    FolderMailStore first(root());
    FolderMailStore second(root());
    QVERIFY(!first.open(u"a"_s));
    const Failure busy = second.open(u"a"_s);
    QVERIFY(busy && busy->code == ProblemCode::StoreBusy);
    QVERIFY(!second.open(u"b"_s));
    first.close();
    QVERIFY(!second.open(u"a"_s));
}

void TestFolderMailStore::damagedState_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("cut") << QByteArray("{\"version\": 1, \"fold");
    QTest::newRow("of a later version") << QByteArray("{\"version\": 99, \"folders\": {}}");
    QTest::newRow("rubbish") << QByteArray("\0\1\2", 3);
}

/// Everything is fetched anew, but nothing is there twice.
void TestFolderMailStore::damagedState()
{
    QFETCH(QByteArray, bytes);
    FolderMailStore store(root());
    QVERIFY(!store.open(u"a"_s));
    QVERIFY(keep(store, u"INBOX"_s, 1, "one"));
    QVERIFY(!store.commit(u"INBOX"_s, done({1})));
    store.close();
    QFile file(root() + u"/a/.sekisho/state.json"_s);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    file.close();
    QVERIFY(!store.open(u"a"_s));
    QCOMPARE(store.state(u"INBOX"_s), FolderState());
    QVERIFY(!keep(store, u"INBOX"_s, 1, "one"));
    QVERIFY(!store.commit(u"INBOX"_s, done({1})));
    QCOMPARE(files(root()).size(), 1);
    QVERIFY(QFile::exists(root() + u"/a/.sekisho/state-damaged.json"_s));
}

void TestFolderMailStore::cannotWrite()
{
    QFile file(root() + u"/file"_s);
    QVERIFY(file.open(QIODevice::WriteOnly));
    FolderMailStore nowhere(root() + u"/file/below"_s);
    const Failure failed = nowhere.open(u"a"_s);
    QVERIFY(failed && failed->code == ProblemCode::StoreFailed);

    FolderMailStore store(root());
    QVERIFY(!store.open(u"a"_s));
    QVERIFY(QDir(root() + u"/a/.sekisho/tmp"_s).removeRecursively());
    QVERIFY(keep(store, u"INBOX"_s, 1, "one"));
    QVERIFY(store.commit(u"INBOX"_s, done({1})));
    QVERIFY(store.problem() && store.problem()->code == ProblemCode::StoreFailed);
    QCOMPARE(files(root()), QStringList{u"file"_s});
}

void TestFolderMailStore::names_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("expected");
    QTest::newRow("plain") << u"INBOX"_s << u"INBOX"_s;
    QTest::newRow("path") << u"a/b"_s << u"a%2Fb"_s;
    QTest::newRow("upwards") << u".."_s << u"%2E."_s;
    QTest::newRow("hidden") << u".sekisho"_s << u"%2Esekisho"_s;
    QTest::newRow("percent") << u"a%2Fb"_s << u"a%252Fb"_s;
    QTest::newRow("control") << u"a\nb"_s << u"a%0Ab"_s;
    QTest::newRow("spaces") << u" a b"_s << u"%20a b"_s;
    QTest::newRow("Japanese") << u"六月"_s << u"六月"_s;
}

void TestFolderMailStore::names()
{
    QFETCH(QString, name);
    QTEST(fileNameFor(name), "expected");
    QVERIFY(fileNameFor(QString(500, u'x')).size() < 100);
    QVERIFY(fileNameFor(QString(500, u'x')) != fileNameFor(QString(501, u'x')));
}

void TestFolderMailStore::stateBothWays()
{
    const QMap<QString, FolderState> states{{u"INBOX"_s, done({1, 2, 3, 9})},
        {u"六月"_s, FolderState()},
        {u"large"_s, {4'294'967'295, {}, 4'294'967'295, UidSet::range(1, 4'294'967'295), {}, {}}}};
    const auto read = statesFromJson(statesToJson(states));
    QVERIFY(read.has_value());
    QCOMPARE(*read, states);
}

QTEST_GUILESS_MAIN(TestFolderMailStore)
#include "tst_foldermailstore.moc"
