// SPDX-License-Identifier: GPL-3.0-or-later
// Fetching from a real server: what is there comes byte for byte, and stays there as it was.
#include "imap/mailbox.h"
#include "support/dovecotfixture.h"

#include <QTest>

using namespace sekisho;
using namespace sekisho::fixture;
using namespace sekisho::imap;
using namespace Qt::StringLiterals;

namespace {

/// Every file below with its bytes; Dovecot's own indexes are no part of the mailbox.
QMap<QString, QByteArray> mailbox(const QString &root)
{
    QMap<QString, QByteArray> files;
    QDirIterator it(root, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        QFile file(it.next());
        if (it.fileName().startsWith(u"dovecot"_s) || it.fileName() == u"subscriptions"_s)
            continue;
        if (file.open(QIODevice::ReadOnly))
            files.insert(it.filePath().mid(root.size()), file.readAll());
    }
    return files;
}

} // namespace

class TestDovecotFetch final : public QObject, private FetchFolder {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { needDovecot(); }
    void init() { makeFolder(); }
    void mailboxStaysAsItIs();
    void foldersInJapanese();
    void largeAndEmpty();
    void compressed();
    void aHundredThousand();
};

/// Byte for byte and flag for flag; and a second time there is nothing to fetch.
void TestDovecotFetch::mailboxStaysAsItIs()
{
    DovecotServer server;
    QByteArrayList mails;
    for (int i = 0; i < 700; ++i) {
        mails.append(mail(i));
        server.add(mails.last(), {}, i % 3 == 0 ? u"S"_s : i % 3 == 1 ? u"FRS"_s : QString());
    }
    server.add("lines with LF\n\nalone\n", u"Archive"_s);
    QCOMPARE(server.start(), QString());
    Account account = server.account();
    account.folders = {u"INBOX"_s, u"Archive"_s};
    // The first sign-in moves mails from new/ to cur/, as any client's would; after it nothing
    // moves.
    const Stop never;
    FolderList list = listFolders(account, setup(server.password()), never);
    QVERIFY(!list.failure);
    QCOMPARE(list.folders.value(0).name, u"INBOX"_s);
    QVERIFY(list.folders.contains(FolderInfo{u"Archive"_s, u'.', true, FolderUse::Archive}));
    const auto before = mailbox(server.maildir());
    QCOMPARE(before.size(), 701);
    const FetchResult result = fetch(account, setup(server.password()));
    QVERIFY(result.complete());
    QCOMPARE(result.stored(), 701);
    mails.append("lines with LF\r\n\r\nalone\r\n");
    std::sort(mails.begin(), mails.end());
    QCOMPARE(fetched(), mails);

    const FetchResult again = fetch(account, setup(server.password()));
    QVERIFY(again.complete());
    QCOMPARE(again.stored(), 0);
    QCOMPARE(again.folders[0].found, 0);
    server.add("a new one\r\n");
    QCOMPARE(fetch(account, setup(server.password())).stored(), 1);

    const auto after = mailbox(server.maildir());
    QMap<QString, QByteArray> wanted;
    for (auto it = before.cbegin(); it != before.cend(); ++it)
        wanted.insert(it.key(), it.value());
    QCOMPARE(after.size(), before.size() + 1);
    for (auto it = wanted.cbegin(); it != wanted.cend(); ++it)
        QVERIFY2(
            after.contains(it.key()) && after.value(it.key()) == it.value(), qPrintable(it.key()));
}

void TestDovecotFetch::foldersInJapanese()
{
    DovecotServer server;
    server.add(mail(1), u"&MOww3TD8MMg-"_s);
    server.add(mail(2), u"&MOww3TD8MMg-.&UW1nCA-"_s);
    QCOMPARE(server.start(), QString());
    Account account = server.account();
    const Stop never;
    const FolderList list = listFolders(account, setup(server.password()), never);
    QStringList names;
    for (const FolderInfo &folder : list.folders)
        names.append(folder.name);
    QVERIFY2(names.contains(u"レポート"_s) && names.contains(u"レポート.六月"_s),
        qPrintable(names.join(u' ')));
    account.folders = {u"レポート"_s, u"レポート.六月"_s, u"ない"_s};
    const FetchResult result = fetch(account, setup(server.password()));
    QCOMPARE(result.stored(), 2);
    QVERIFY(
        result.folders[2].failure && result.folders[2].failure->code == ProblemCode::FolderMissing);
    QCOMPARE(fetched(), QByteArrayList({mail(1), mail(2)}));
}

void TestDovecotFetch::largeAndEmpty()
{
    const QByteArray large = "Subject: large\r\n\r\n" +
        QByteArray("0123456789abcdef0123456789abcd\r\n").repeated(40 << 15);
    DovecotServer server;
    server.add(large);
    server.add({});
    server.add(mail(1));
    QCOMPARE(server.start(), QString());
    FetchSetup with = setup(server.password());
    const FetchResult small = fetch(server.account(), with);
    QVERIFY(!small.failure);
    QCOMPARE(
        small.folders[0].leftOut, QList<LeftOut>({{1, large.size(), LeftOut::Reason::TooLarge}}));
    QCOMPARE(fetched(), QByteArrayList({QByteArray(), mail(1)}));
    // Allowed now, it comes.
    with.limits.messageBytes = qint64(64) << 20;
    const FetchResult all = fetch(server.account(), with);
    QVERIFY(all.complete());
    QCOMPARE(all.stored(), 1);
    QVERIFY(fetched().contains(large));
}

void TestDovecotFetch::compressed()
{
    DovecotOptions options;
    options.compress = true;
    DovecotServer server(options);
    QByteArrayList mails;
    for (int i = 0; i < 300; ++i) {
        mails.append(mail(i));
        server.add(mails.last());
    }
    const QByteArray large = QByteArray("abc\r\n").repeated(1 << 20);
    mails.append(large);
    server.add(large);
    QCOMPARE(server.start(), QString());
    FetchSetup with = setup(server.password());
    QStringList log;
    with.log = [&log](const QString &line) { log.append(line); };
    const FetchResult result = fetch(server.account(), with);
    QVERIFY2(result.complete(), qPrintable(log.join(u'\n').left(2'000)));
    QVERIFY(log.join(u'\n').contains(u"COMPRESS DEFLATE"_s));
    std::sort(mails.begin(), mails.end());
    QCOMPARE(fetched(), mails);
}

/// All are looked at; those that are the same are stored once.
void TestDovecotFetch::aHundredThousand()
{
    constexpr int different = 100;
    constexpr int each = 1'000;
    DovecotServer server;
    for (int i = 0; i < different; ++i)
        server.addLinks(mail(i), each);
    QCOMPARE(server.start(), QString());
    const FetchResult result = fetch(server.account(), setup(server.password()));
    QVERIFY(result.complete());
    QCOMPARE(result.folders[0].found, different * each);
    QCOMPARE(result.stored(), different);
    QCOMPARE(result.folders[0].doubles, different * (each - 1));
    QCOMPARE(fetched().size(), different);
    const FetchResult again = fetch(server.account(), setup(server.password()));
    QVERIFY(again.complete());
    QCOMPARE(again.folders[0].found, 0);
}

QTEST_GUILESS_MAIN(TestDovecotFetch)
#include "tst_dovecotfetch.moc"
