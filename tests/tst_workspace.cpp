// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/workspace.h"

#include "archive/originals.h"
#include "archive/userdata.h"
#include "import/original.h"
#include "import/workspaceimport.h"
#include "support/datasetcompare.h"
#include "support/failurefixture.h"
#include "support/packing.h"
#include "support/smallreport.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace sekisho;
using namespace sekisho::packing;
using namespace Qt::StringLiterals;

class TestWorkspace final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_begun = QDateTime::currentDateTimeUtc();
    }
    void cleanup() { m_folder.reset(); }
    void createsAndOpens();
    void refusesWhatIsThere();
    void roundTrip_data();
    void roundTrip();
    void corpusRoundTrip();
    void secondImportSkips();
    void readsOnlyWhatIsNew();
    void changedFileReplaces();
    void clockJumps();
    void duplicatesAndConflictsAcrossImports();
    void keepsWhatIsGone();
    void emptyFolderFills();
    void mistypedPath();
    void findsOriginalsAgain();
    void withoutOriginals();
    void userData();
    void stopped();
    void stoppedAmongChangedFiles();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }
    [[nodiscard]] QString input(const QString &name = {}) const
    {
        return name.isEmpty() ? path(u"in"_s) : path(u"in/"_s + name);
    }
    /// Files are of long ago, so that their date says whether they have changed; written again they
    /// have the same one, however long the test takes.
    void write(const QString &name, const QByteArray &bytes, int daysAgo = 10) const
    {
        QVERIFY(QDir().mkpath(QFileInfo(input(name)).path()));
        QFile file(input(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
        QVERIFY(file.flush());
        QVERIFY(file.setFileTime(m_begun.addDays(-daysAgo), QFileDevice::FileModificationTime));
    }
    [[nodiscard]] Workspace workspace() const
    {
        const auto opened = Workspace::openOrCreate(path(u"w.sekisho"_s));
        if (!opened)
            qWarning() << int(opened.problem().trouble) << opened.problem().detail;
        return opened ? opened.value() : Workspace();
    }
    WorkspaceImport import(const DatasetPtr &earlier = {}) const
    {
        const WorkspaceImport result =
            importInto(workspace(), {input()}, earlier, Limits(), Stop());
        if (result.problem)
            qWarning() << int(result.problem.trouble) << result.problem.detail;
        return result;
    }
    [[nodiscard]] DatasetPtr loaded() const
    {
        const auto dataset = loadDataset(workspace(), Stop());
        if (!dataset)
            qWarning() << int(dataset.problem().trouble) << dataset.problem().detail;
        return dataset ? dataset.value() : std::make_shared<const Dataset>();
    }
    [[nodiscard]] DatasetPtr inMemory() const
    {
        return importPaths({input()}, {}, Limits(), Stop());
    }
    void writeAllSorts() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    QDateTime m_begun;
};

/// Something of everything that a dataset can hold.
void TestWorkspace::writeAllSorts() const
{
    write(u"a.xml"_s, fixture::smallReport());
    write(u"b.zip"_s, zip({{"1.xml", report("R2")}, {"2.xml", report("R1")}}));
    write(u"c.gz"_s, gzip(report("R3")).first(12));
    write(u"d.txt"_s, "Just text");
    write(u"e"_s, {});
    write(u"f.eml"_s, mailOf(gzip(report("mail"))));
    write(u"g.json"_s,
        "{\"organization-name\":\"Tls "
        "\xe6\x97\xa5\xe6\x9c\xac\",\"report-id\":\"t\",\"policies\":[{\"policy\":"
        "{\"policy-type\":\"sts\",\"policy-string\":[\"version: "
        "STSv1\"],\"policy-domain\":\"example.jp\"},"
        "\"summary\":{\"total-successful-session-count\":5,\"total-failure-session-count\":2},"
        "\"failure-details\":[{\"result-type\":\"certificate-expired\",\"failed-session-count\":2}]"
        "}],"
        "\"date-range\":{\"start-datetime\":\"2026-01-01T00:00:00Z\",\"end-datetime\":"
        "\"2026-01-01T23:59:59Z\"}}");
    write(u"h.eml"_s, fixture::FailureMail().bytes());
    fixture::FailureMail other;
    other.feedback.replace("192.0.2.7", "2001:db8::7");
    write(u"i.eml"_s, other.bytes());
    QByteArray odd = fixture::smallReport();
    const QByteArray more = fixture::smallRecord("198.51.100.9", 3) +
        fixture::smallRecord("192.0.2.7", 4) + "</feedback>";
    odd.replace("</feedback>", more);
    odd.replace("<org_name>reporter.example", "<org_name>\xe6\x97\xa5\xe6\x9c\xac reporter")
        .replace("<source_ip>192.0.2.1<", "<source_ip>nowhere<")
        .replace("<disposition>none<", "<disposition>Odd Word<")
        .replace("</policy_evaluated>",
            "<reason><type>forwarded</type><comment>a\tb</comment></reason>"
            "<reason><type>other</type></reason></policy_evaluated>")
        .replace("<header_from>", "<envelope_from></envelope_from><header_from>")
        .replace("</dkim><spf>",
            "<human_result>good</human_result></dkim><dkim><domain>Other.Example</domain>"
            "<result>weird</result></dkim><spf><scope>helo</scope>");
    write(u"j.xml"_s, odd);
    write(u"k.xml"_s, fixture::smallReport().replace("</feedback>", {})); // cut off
    write(u"z/l.xml"_s, fixture::smallReport()); // a duplicate
}

void TestWorkspace::createsAndOpens()
{
    const QString name = path(u"new folder/w.sekisho"_s);
    const auto missing = Workspace::open(name);
    QVERIFY(!missing);
    QCOMPARE(missing.problem().trouble, WorkspaceTrouble::Missing);
    {
        const auto made = Workspace::create(name);
        QVERIFY(made);
        QVERIFY(made.value().isWritable());
        QVERIFY(!made.value().whyReadOnly());
        QVERIFY(!made.value().interruptedImport());
        const auto size = made.value().size();
        QVERIFY(size);
        QVERIFY(size.value().created > 0 && size.value().fileBytes > 0);
        QCOMPARE(size.value().reports, 0);
        const auto dataset = loadDataset(made.value(), Stop());
        QVERIFY(dataset);
        QVERIFY(fixture::differences(*dataset.value(), Dataset()).isEmpty());
    }
    // Nothing is left beside it.
    QCOMPARE(QDir(path(u"new folder"_s)).entryList(QDir::Files), QStringList{u"w.sekisho"_s});
    QVERIFY(Workspace::open(name));
    QVERIFY(!Workspace());
    QCOMPARE(loadDataset(Workspace(), Stop()).problem().trouble, WorkspaceTrouble::Missing);
}

void TestWorkspace::refusesWhatIsThere()
{
    write(
        u"text"_s, "This is a text that is long enough to be no empty database. "_ba.repeated(20));
    write(u"empty"_s, {});
    for (const QString &name : {u"text"_s, u"empty"_s}) {
        const QByteArray before = [&] {
            QFile file(input(name));
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("unread");
        }();
        QCOMPARE(Workspace::create(input(name)).problem().trouble, WorkspaceTrouble::Exists);
        QCOMPARE(Workspace::open(input(name)).problem().trouble, WorkspaceTrouble::NoWorkspace);
        QFile file(input(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), before);
    }
    QCOMPARE(QDir(input()).entryList(QDir::Files).size(), 2);
    QCOMPARE(Workspace::open(input()).problem().trouble, WorkspaceTrouble::NoWorkspace); // a folder
}

void TestWorkspace::roundTrip_data()
{
    QTest::addColumn<bool>("twice");
    QTest::newRow("at once") << false;
    QTest::newRow("in two imports") << true;
}

void TestWorkspace::roundTrip()
{
    QFETCH(bool, twice);
    if (twice) { // what comes first in the order of names is read first
        write(u"a.xml"_s, fixture::smallReport());
        write(u"b.zip"_s, zip({{"1.xml", report("R2")}, {"2.xml", report("R1")}}));
        QCOMPARE(import().counts.files, 2);
    }
    writeAllSorts();
    const WorkspaceImport stored = import();
    QVERIFY(!stored.problem);
    QCOMPARE(stored.counts.files, twice ? 10 : 12);
    QCOMPARE(stored.counts.skipped, twice ? 2 : 0);
    const DatasetPtr wanted = inMemory();
    QCOMPARE(wanted->failures.size(), size_t(2));
    QCOMPARE(wanted->tlsReports.size(), size_t(1));
    QCOMPARE(wanted->reports.size(), size_t(7));
    QCOMPARE(fixture::differences(*stored.dataset, *wanted), QStringList());
    QCOMPARE(fixture::differences(*loaded(), *wanted), QStringList());
    QCOMPARE(fixture::exportsOf(*loaded()), fixture::exportsOf(*wanted));
}

void TestWorkspace::corpusRoundTrip()
{
    const QString corpus = qEnvironmentVariable("SEKISHO_CORPUS", QStringLiteral(SEKISHO_CORPUS));
    if (!QFileInfo::exists(corpus))
        QSKIP("no corpus");
    const QString folder = QDir::cleanPath(corpus);
    const DatasetPtr wanted = importPaths({folder}, {}, Limits(), Stop());
    const WorkspaceImport stored = importInto(workspace(), {folder}, {}, Limits(), Stop());
    QVERIFY(!stored.problem);
    QCOMPARE(fixture::differences(*stored.dataset, *wanted), QStringList());
    QCOMPARE(fixture::differences(*loaded(), *wanted), QStringList());
    QCOMPARE(fixture::exportsOf(*loaded()), fixture::exportsOf(*wanted));
    const WorkspaceImport again =
        importInto(workspace(), {folder}, stored.dataset, Limits(), Stop());
    QCOMPARE(again.counts.files, 0);
    QCOMPARE(again.counts.skipped, stored.counts.files);
    QVERIFY(again.dataset == stored.dataset);
}

void TestWorkspace::secondImportSkips()
{
    writeAllSorts();
    const WorkspaceImport first = import();
    const WorkspaceImport second = import(first.dataset);
    QVERIFY(!second.problem);
    QCOMPARE(second.counts.files, 0);
    QCOMPARE(second.counts.skipped, 12);
    QVERIFY(second.dataset == first.dataset); // not even copied
    // Only its date is another: it is looked at, and known.
    write(u"a.xml"_s, fixture::smallReport(), 5);
    const WorkspaceImport third = import();
    QCOMPARE(third.counts.skipped, 12);
    QCOMPARE(third.counts.changed, 0);
    QCOMPARE(third.counts.files, 0);
    QCOMPARE(fixture::differences(*third.dataset, *first.dataset), QStringList());
}

void TestWorkspace::readsOnlyWhatIsNew()
{
    write(u"a.xml"_s, report("R1"));
    const WorkspaceImport first = import();
    write(u"b.xml"_s, report("R2"));
    const WorkspaceImport second = import(first.dataset);
    QCOMPARE(second.counts.files, 1);
    QCOMPARE(second.counts.skipped, 1);
    QCOMPARE(second.counts.reports, 1);
    QCOMPARE(second.dataset->reports.size(), size_t(2));
    QCOMPARE(fixture::differences(*loaded(), *second.dataset), QStringList());
}

void TestWorkspace::changedFileReplaces()
{
    write(u"a.xml"_s, fixture::smallReport());
    write(u"b.xml"_s, report("R2"));
    import();
    write(u"a.xml"_s, fixture::smallReport().replace("<count>7<", "<count>8<"), 3);
    const WorkspaceImport changed = import();
    QVERIFY(!changed.problem);
    QCOMPARE(changed.counts.changed, 1);
    QCOMPARE(changed.counts.skipped, 1);
    QCOMPARE(changed.dataset->reports.size(), size_t(2));
    QCOMPARE(changed.dataset->items.size(), size_t(2));
    const ReportInfo &last = changed.dataset->reports.back();
    QCOMPARE(last.messages, 8);
    QVERIFY(last.counted);
    QCOMPARE(fixture::differences(*loaded(), *changed.dataset), QStringList());
    // Both versions are there.
    QCOMPARE(workspace().size().value().originals, 3);
}

/// Files from the future are read again each time, but found to be what they were.
void TestWorkspace::clockJumps()
{
    write(u"a.xml"_s, fixture::smallReport().replace("r-1", "r-0"));
    write(u"b.xml"_s, fixture::smallReport());
    QFile file(input(u"b.xml"_s));
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.setFileTime(
        QDateTime::currentDateTimeUtc().addYears(3), QFileDevice::FileModificationTime));
    file.close();
    QVERIFY(!import().problem);
    const WorkspaceImport again = import();
    QCOMPARE(again.counts.skipped, 2);
    QCOMPARE(again.counts.files, 0);
    QCOMPARE(again.dataset->reports.size(), size_t(2));
    // The same size and the same second, but something else in it.
    const auto time = QFileInfo(file).lastModified();
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(fixture::smallReport().replace("r-1", "r-2"));
    QVERIFY(file.flush());
    QVERIFY(file.setFileTime(time, QFileDevice::FileModificationTime));
    file.close();
    const WorkspaceImport changed = import();
    QCOMPARE(changed.counts.changed, 1);
    QCOMPARE(changed.dataset->text(changed.dataset->reports.back().reportId), u"r-2"_s);
}

void TestWorkspace::duplicatesAndConflictsAcrossImports()
{
    write(u"a.xml"_s, fixture::smallReport(), 10);
    import();
    write(u"b.xml"_s, fixture::smallReport(), 9);
    write(u"c.xml"_s, fixture::smallReport().replace("<count>7<", "<count>8<"), 8);
    const WorkspaceImport second = import();
    QCOMPARE(second.dataset->items[0].status, ItemStatus::Conflict);
    QCOMPARE(second.dataset->items[1].status, ItemStatus::Duplicate);
    QCOMPARE(second.dataset->items[2].status, ItemStatus::Conflict);
    QCOMPARE(fixture::differences(*second.dataset, *inMemory()), QStringList());
    QCOMPARE(fixture::differences(*loaded(), *inMemory()), QStringList());
}

void TestWorkspace::keepsWhatIsGone()
{
    write(u"a.xml"_s, fixture::smallReport());
    import();
    QVERIFY(QFile::remove(input(u"a.xml"_s)));
    const WorkspaceImport again =
        importInto(workspace(), {input(u"a.xml"_s)}, {}, Limits(), Stop());
    QVERIFY(!again.problem);
    QCOMPARE(again.gone, QStringList{input(u"a.xml"_s)});
    QCOMPARE(again.dataset->reports.size(), size_t(1));
}

void TestWorkspace::emptyFolderFills()
{
    QVERIFY(QDir().mkpath(input()));
    const WorkspaceImport empty = import();
    QCOMPARE(empty.dataset->items.size(), size_t(1));
    QVERIFY(empty.dataset->items[0].notes.first().code == NoteCode::FolderEmpty);
    QCOMPARE(import().dataset->items.size(), size_t(1));
    write(u"a.xml"_s, fixture::smallReport());
    const WorkspaceImport filled = import();
    QCOMPARE(fixture::differences(*filled.dataset, *inMemory()), QStringList());
}

/// It is told, but not kept for ever.
void TestWorkspace::mistypedPath()
{
    write(u"a.xml"_s, fixture::smallReport());
    const WorkspaceImport wrong =
        importInto(workspace(), {input(u"nowhere"_s)}, {}, Limits(), Stop());
    QCOMPARE(wrong.dataset->items.size(), size_t(1));
    QCOMPARE(wrong.dataset->items[0].notes.first().code, NoteCode::FileMissing);
    QCOMPARE(fixture::differences(*import().dataset, *inMemory()), QStringList());
}

void TestWorkspace::findsOriginalsAgain()
{
    writeAllSorts();
    const WorkspaceImport stored = import();
    std::vector<QByteArray> before;
    for (const LogItem &item : stored.dataset->items) {
        const auto bytes = loadOriginal(item.origin, Limits());
        before.push_back(bytes ? bytes.value() : QByteArray());
    }
    QVERIFY(QDir(input()).removeRecursively());
    for (size_t i = 0; i < before.size(); ++i) {
        const auto bytes = loadOriginal(workspace(), stored.dataset->items[i].origin, Limits());
        QVERIFY(bytes);
        QCOMPARE(bytes.value(), before[i]);
    }
    QCOMPARE(storedOriginal(workspace(), {u"/nowhere"_s, {}, 0}).problem().trouble,
        WorkspaceTrouble::Missing);
}

void TestWorkspace::withoutOriginals()
{
    WorkspaceSettings settings;
    settings.keepOriginals = false;
    QVERIFY(!saveSettings(workspace(), settings));
    writeAllSorts();
    const WorkspaceImport stored = import();
    QCOMPARE(fixture::differences(*loaded(), *inMemory()), QStringList());
    QCOMPARE(workspace().size().value().originals, 0);
    const Origin &origin = stored.dataset->items.front().origin;
    QCOMPARE(storedOriginal(workspace(), origin).problem().trouble, WorkspaceTrouble::Missing);
    QVERIFY(loadOriginal(workspace(), origin, Limits())); // out of the file itself
    QCOMPARE(import().counts.skipped, 12);
}

void TestWorkspace::userData()
{
    const Workspace file = workspace();
    Notes notes;
    const OwnSenders own = readOwnSenders(
        "192.0.2.0/24\tinternal\texample.com\tour office\n"
        "spf:mail.example.net\tthird_party\ndkim:s1._domainkey.example.com\tinternal\n",
        notes);
    const Pins pins =
        readPins("192.0.2.1\tforward\texample.com\tseen\nlists.example\tlist_own\n", notes);
    QVERIFY(notes.isEmpty());
    HostCache hosts;
    hosts.insert(
        *IpAddress::parse(u"192.0.2.1"_s), {HostStatus::Confirmed, u"mx.example"_s, 1700000000});
    hosts.insert(*IpAddress::parse(u"2001:db8::1"_s), {HostStatus::NoName, {}, 1700000001});
    WorkspaceSettings settings{false, true, 400};
    const DomainSettings domains{{u"example.jp"_s, {{u"color"_s, u"red"_s}, {u"note"_s, {}}}}};

    QVERIFY(loadSettings(file).value() == WorkspaceSettings());
    QVERIFY(loadOwnSenders(file).value() == OwnSenders());
    for (int i = 0; i < 2; ++i) { // once more takes the place of the first
        QVERIFY(!saveOwnSenders(file, own));
        QVERIFY(!savePins(file, pins));
        QVERIFY(!saveHostCache(file, hosts));
        QVERIFY(!saveSettings(file, settings));
        QVERIFY(!saveDomainSettings(file, domains));
        QVERIFY(!saveValue(file, u"window"_s, u"日本"_s));
    }
    QVERIFY(loadOwnSenders(file).value() == own);
    QVERIFY(loadPins(file).value() == pins);
    QVERIFY(loadHostCache(file).value() == hosts);
    QVERIFY(loadSettings(file).value() == settings);
    QVERIFY(loadDomainSettings(file).value() == domains);
    QCOMPARE(loadValue(file, u"window"_s).value(), u"日本"_s);
    QCOMPARE(loadValue(file, u"door"_s).value(), QString());
    QVERIFY(!savePins(file, {}));
    QVERIFY(loadPins(file).value() == Pins());
}

void TestWorkspace::stopped()
{
    for (int i = 0; i < 300; ++i)
        write(u"%1.xml"_s.arg(i, 4, 10, QChar(u'0')), report(QByteArray::number(i)));
    Stop stop;
    const WorkspaceImport half = importInto(workspace(), {input()}, {}, Limits(), stop,
        [&stop](const ImportProgress &) { stop.request(); });
    QVERIFY(!half.problem);
    QVERIFY(half.dataset->items.size() < 300);
    QCOMPARE(fixture::differences(*loaded(), *half.dataset), QStringList());
    QVERIFY(workspace().interruptedImport());
    const WorkspaceImport rest = import();
    QCOMPARE(rest.counts.skipped, int(half.dataset->items.size()));
    QCOMPARE(fixture::differences(*rest.dataset, *inMemory()), QStringList());
    QVERIFY(!workspace().interruptedImport());
    Stop requested;
    requested.request();
    QCOMPARE(loadDataset(workspace(), requested).problem().trouble, WorkspaceTrouble::Stopped);
}

void TestWorkspace::stoppedAmongChangedFiles()
{
    const auto writeAll = [this](const QByteArray &count, int daysAgo) {
        for (int i = 0; i < 300; ++i) {
            const QByteArray id = "r-" + QByteArray::number(i);
            const QByteArray messages = "<count>" + count + '<';
            write(u"%1.xml"_s.arg(i, 4, 10, QChar(u'0')),
                fixture::smallReport().replace("r-1", id).replace("<count>7<", messages), daysAgo);
        }
    };
    writeAll("7", 10);
    import();
    writeAll("8", 5);
    Stop stop;
    const WorkspaceImport half = importInto(workspace(), {input()}, {}, Limits(), stop,
        [&stop](const ImportProgress &) { stop.request(); });
    QVERIFY(!half.problem);
    QCOMPARE(half.dataset->reports.size(), size_t(300)); // some of them new
    QVERIFY(half.counts.changed > 0 && half.counts.changed < 300);
    qint64 messages = 0;
    for (const ReportInfo &report : half.dataset->reports)
        messages += report.messages;
    QCOMPARE(messages, 300 * 7 + half.counts.changed);
    const WorkspaceImport rest = import();
    QCOMPARE(rest.counts.changed, 300 - half.counts.changed);
}

QTEST_GUILESS_MAIN(TestWorkspace)
#include "tst_workspace.moc"
