// SPDX-License-Identifier: GPL-3.0-or-later
#include "import/original.h"
#include "import/workspacemailstore.h"
#include "reading/reader.h"
#include "support/smallreport.h"

#include <QTemporaryDir>
#include <QTest>

#include <future>
#include <thread>

using namespace sekisho;
using fixture::mailWithReport;
using namespace Qt::StringLiterals;

namespace {

bool keep(imap::MailStore &store, const QString &folder, quint32 uid, const QByteArray &mail)
{
    store.begin();
    const qsizetype half = mail.size() / 2;
    return store.append(QByteArrayView(mail).first(half)) &&
        store.append(QByteArrayView(mail).sliced(half)) && store.keep(folder, 7, uid);
}

/// Has the turn, in another thread.
class Other final {
public:
    explicit Other(SharedWorkspace &shared)
        : m_thread([this, &shared] {
            const auto turn = shared.turn();
            m_has.set_value();
            m_end.get_future().wait();
        })
    {
        m_has.get_future().wait();
    }
    ~Other()
    {
        m_end.set_value();
        m_thread.join();
    }
    Q_DISABLE_COPY_MOVE(Other)

private:
    std::promise<void> m_has;
    std::promise<void> m_end;
    std::thread m_thread;
};

imap::FolderState done(const imap::UidSet &uids)
{
    imap::FolderState state{7, QDate(2026, 6, 1), uids.last(), uids, imap::UidSet{90}, {}, {}};
    state.after[1] = imap::UidSet{2};
    return state;
}

} // namespace

class TestWorkspaceMailStore final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void keepsMailsAndWhatTheySay();
    void countsOnlyAfterCommit();
    void onlyOnce();
    void nothingNewCostsNothing();
    void beyondWhatIsThere();
    void othersWriteMeanwhile_data();
    void othersWriteMeanwhile();
    void takesTurns();
    void interruptsNothing();

private:
    [[nodiscard]] DatasetPtr loaded() const
    {
        const auto dataset = loadDataset(m_workspace, Stop());
        return dataset ? dataset.value() : DatasetPtr();
    }

    /// As an import of files does.
    void writeFile(int id) const
    {
        auto writer = WorkspaceWriter::begin(m_workspace);
        SourceToStore source;
        source.path = u"/reports/%1.xml"_s.arg(id);
        source.original = packOriginal(mailWithReport(id));
        DatasetBuilder builder;
        read(mailWithReport(id), source.path, {}, Stop(),
            [&](ReadItem &&item) { builder.add(std::move(item), 0); });
        std::vector<SourceToStore> sources;
        sources.push_back(std::move(source));
        QVERIFY(!writer.value()->add(std::move(sources), std::move(builder)));
        QVERIFY(!writer.value()->commit());
    }
    [[nodiscard]] bool isInterrupted()
    {
        const QString path = m_workspace.path();
        m_workspace = {};
        m_workspace = Workspace::open(path).value();
        return m_workspace.interruptedImport().has_value();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    Workspace m_workspace;
};

void TestWorkspaceMailStore::init()
{
    m_workspace = {};
    m_folder = std::make_unique<QTemporaryDir>();
    const auto made = Workspace::create(m_folder->filePath(u"a.sekisho"_s));
    QVERIFY(made);
    m_workspace = made.value();
}

void TestWorkspaceMailStore::keepsMailsAndWhatTheySay()
{
    WorkspaceMailStore first(m_workspace, {}, {});
    QVERIFY(!first.open(u"me"_s));
    QCOMPARE(first.state(u"INBOX"_s), imap::FolderState());
    for (quint32 uid = 1; uid <= 50; ++uid)
        QVERIFY(keep(first, u"INBOX"_s, uid, mailWithReport(int(uid))));
    QVERIFY(!first.commit(u"INBOX"_s, done(imap::UidSet::range(1, 50))));
    QVERIFY(keep(first, u"六月"_s, 4, "Subject: lunch\r\n\r\n?\r\n"));
    QVERIFY(!first.commit(u"六月"_s, done({4})));
    first.close();
    QVERIFY(first.dataset());
    QCOMPARE(first.dataset()->reports.size(), size_t(50));
    const DatasetPtr dataset = loaded();
    QCOMPARE(dataset->items.size(), size_t(51));
    QCOMPARE(dataset->items[0].origin.path, u"mailbox:me/INBOX/7/1"_s);
    QCOMPARE(dataset->items[50].origin.path, u"mailbox:me/六月/7/4"_s);
    QCOMPARE(dataset->items[50].status, ItemStatus::NotAReport);
    // Byte for byte.
    const Origin origin = dataset->items[41].origin;
    const auto original = storedOriginal(m_workspace, origin);
    QVERIFY(original);
    QCOMPARE(original.value(), mailWithReport(42));
    WorkspaceMailStore again(m_workspace, dataset, {});
    QVERIFY(!again.open(u"me"_s));
    QCOMPARE(again.state(u"INBOX"_s), done(imap::UidSet::range(1, 50)));
    QCOMPARE(again.state(u"六月"_s), done({4}));
    QVERIFY(!again.open(u"somebody else"_s));
    QCOMPARE(again.state(u"INBOX"_s), imap::FolderState());
}

void TestWorkspaceMailStore::countsOnlyAfterCommit()
{
    {
        WorkspaceMailStore lost(m_workspace, {}, {});
        QVERIFY(!lost.open(u"me"_s));
        QVERIFY(keep(lost, u"INBOX"_s, 1, mailWithReport(1)));
        lost.begin();
        QVERIFY(lost.append("half a mes"));
    }
    QVERIFY(loaded()->items.empty());
    WorkspaceMailStore again(m_workspace, {}, {});
    QVERIFY(!again.open(u"me"_s));
    QVERIFY(keep(again, u"INBOX"_s, 1, mailWithReport(1)));
    QVERIFY(!again.commit(u"INBOX"_s, done({1})));
    again.close();
    QCOMPARE(loaded()->reports.size(), size_t(1));
}

void TestWorkspaceMailStore::onlyOnce()
{
    WorkspaceMailStore first(m_workspace, {}, {});
    QVERIFY(!first.open(u"me"_s));
    QVERIFY(keep(first, u"INBOX"_s, 1, mailWithReport(1)));
    QVERIFY(!keep(first, u"INBOX"_s, 2, mailWithReport(1)));
    QVERIFY(!first.commit(u"INBOX"_s, done({1, 2})));
    QVERIFY(!keep(first, u"Archive"_s, 8, mailWithReport(1)));
    QVERIFY(!first.commit(u"Archive"_s, done({8})));
    first.close();
    WorkspaceMailStore other(m_workspace, {}, {});
    QVERIFY(!other.open(u"another account"_s));
    QVERIFY(!keep(other, u"INBOX"_s, 3, mailWithReport(1)));
    QVERIFY(keep(other, u"INBOX"_s, 4, mailWithReport(2)));
    QVERIFY(!other.commit(u"INBOX"_s, done({3, 4})));
    other.close();
    QCOMPARE(loaded()->reports.size(), size_t(2));
}

void TestWorkspaceMailStore::nothingNewCostsNothing()
{
    WorkspaceMailStore first(m_workspace, {}, {});
    QVERIFY(!first.open(u"me"_s));
    QVERIFY(!first.commit(u"INBOX"_s, done({1})));
    first.close();
    QVERIFY(first.dataset());
    WorkspaceMailStore again(m_workspace, first.dataset(), {});
    QVERIFY(!again.open(u"me"_s));
    QVERIFY(!again.commit(u"INBOX"_s, done({1})));
    again.close();
    QVERIFY(!again.dataset());
}

/// A workspace that may not be written to.
void TestWorkspaceMailStore::beyondWhatIsThere()
{
    const auto reading = Workspace::openToRead(m_workspace.path());
    QVERIFY(reading);
    WorkspaceMailStore store(reading.value(), {}, {});
    const imap::Failure failed = store.open(u"me"_s);
    QVERIFY(failed);
    QVERIFY(failed->code == imap::ProblemCode::StoreFailed ||
        failed->code == imap::ProblemCode::StoreBusy);
}

void TestWorkspaceMailStore::othersWriteMeanwhile_data()
{
    QTest::addColumn<int>("when");
    QTest::newRow("before the first mails") << 0;
    QTest::newRow("between mails") << 1;
    QTest::newRow("after the last mails") << 2;
}

/// What is there in the end is all there is, whoever brought it.
void TestWorkspaceMailStore::othersWriteMeanwhile()
{
    QFETCH(int, when);
    WorkspaceMailStore store(m_workspace, std::make_shared<Dataset>(), {});
    QVERIFY(!store.open(u"me"_s));
    for (int i = 0; i < 2; ++i) {
        if (when == i)
            writeFile(90);
        QVERIFY(keep(store, u"INBOX"_s, quint32(i + 1), mailWithReport(i)));
        QVERIFY(!store.commit(u"INBOX"_s, done({quint32(i + 1)})));
    }
    if (when == 2)
        writeFile(90);
    store.close();
    QVERIFY(store.dataset());
    QCOMPARE(store.dataset()->reports.size(), size_t(3));
    QCOMPARE(loaded()->reports.size(), size_t(3));
}

/// While another one has the turn, nothing is written; told to stop, it does not wait, and what it
/// could not write yet it writes when it can.
void TestWorkspaceMailStore::takesTurns()
{
    const auto shared = std::make_shared<SharedWorkspace>(m_workspace);
    Stop stop;
    WorkspaceMailStore store(shared, {}, stop);
    QVERIFY(!store.open(u"me"_s));
    QVERIFY(keep(store, u"INBOX"_s, 1, mailWithReport(1)));
    {
        const Other other(*shared);
        stop.request();
        const imap::Failure failed = store.commit(u"INBOX"_s, done({1}));
        QVERIFY(failed && failed->code == imap::ProblemCode::Cancelled);
        QVERIFY(loaded()->items.empty());
        QVERIFY(!store.problem());
    }
    QVERIFY(!store.commit(u"INBOX"_s, done({1})));
    QCOMPARE(loaded()->reports.size(), size_t(1));
    {
        const Other other(*shared);
        store.close();
        QVERIFY(!store.dataset());
    }
    const auto turn = shared->turn();
    QVERIFY(!shared->dataset()); // not whole
    QCOMPARE(shared->wholeDataset()->reports.size(), size_t(1));
}

/// A fetch that is killed goes on with the next one; the user has nothing to resume. An import of
/// files that was interrupted stays so.
void TestWorkspaceMailStore::interruptsNothing()
{
    const auto fetchAndLose = [this](int id) {
        const auto shared = std::make_shared<SharedWorkspace>(m_workspace);
        Stop stop;
        WorkspaceMailStore store(shared, {}, stop);
        QVERIFY(!store.open(u"me"_s));
        QVERIFY(keep(store, u"INBOX"_s, quint32(id), mailWithReport(id)));
        QVERIFY(!store.commit(u"INBOX"_s, done({quint32(id)})));
        stop.request();
        const Other other(*shared);
        store.close(); // as if it had been killed
    };
    fetchAndLose(1);
    QVERIFY(!isInterrupted());
    writeFile(90); // without an end
    fetchAndLose(2);
    {
        WorkspaceMailStore whole(m_workspace, {}, {});
        QVERIFY(!whole.open(u"me"_s));
        QVERIFY(keep(whole, u"INBOX"_s, 3, mailWithReport(3)));
        QVERIFY(!whole.commit(u"INBOX"_s, done({3})));
    }
    QVERIFY(isInterrupted());
}

QTEST_GUILESS_MAIN(TestWorkspaceMailStore)
#include "tst_workspacemailstore.moc"
