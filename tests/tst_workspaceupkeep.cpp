// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/forget.h"
#include "archive/maintenance.h"
#include "archive/originals.h"
#include "archive/statement.h"
#include "archive/userdata.h"
#include "archive/workspacestate.h"
#include "import/workspaceimport.h"
#include "support/datasetcompare.h"
#include "support/failurefixture.h"
#include "support/newworkspace.h"
#include "support/packing.h"
#include "support/smallreport.h"

#include <QDateTime>
#include <QFile>
#include <QTest>

using namespace sekisho;
using namespace sekisho::packing;
using namespace Qt::StringLiterals;

class TestWorkspaceUpkeep final : public QObject, private fixture::NewWorkspace {
    Q_OBJECT

private Q_SLOTS:
    void init() { QVERIFY(makeWorkspace()); }
    void cleanup() { removeWorkspace(); }
    void verifiesWhatIsRight();
    void findsTampering_data();
    void findsTampering();
    void findsWrongSumsWithoutOriginals();
    void forgetsByDomain();
    void forgetsByReporter();
    void forgetsByAge();
    void forgetsNothing();
    void sharedOriginals();
    void overwrites();
    void retention();
    void forgottenStaysForgotten();
    void compacts();
    void savesCopies();
    void salvagesAll();
    void salvagesWithoutOriginals();

private:
    [[nodiscard]] static QByteArray reportOf(
        const QByteArray &domain, const QByteArray &reporter, const QByteArray &id, qint64 begin)
    {
        const QByteArray policy = "<domain>" + domain + "</domain>\n<adkim>";
        const QByteArray from = "<header_from>" + domain;
        return fixture::smallReport()
            .replace("<domain>example.com</domain>\n<adkim>", policy)
            .replace("<header_from>example.com", from)
            .replace("reporter.example", reporter)
            .replace("r-1", id)
            .replace("1700000000", QByteArray::number(begin))
            .replace("1700086399", QByteArray::number(begin + 86399));
    }
    void import() const
    {
        const WorkspaceImport result =
            importInto(m_workspace, {path(u"in"_s)}, {}, Limits(), Stop());
        QVERIFY2(!result.problem, qPrintable(result.problem.detail));
    }
    [[nodiscard]] QStringList reportIds() const
    {
        const DatasetPtr dataset = loaded();
        QStringList ids;
        for (const ReportInfo &report : dataset->reports)
            ids.append(dataset->text(report.reportId));
        ids.sort();
        return ids;
    }
    [[nodiscard]] VerifyResult verified() const
    {
        const auto result = verify(m_workspace, Limits(), Stop());
        return result
            ? result.value()
            : VerifyResult{{{VerifyFinding::Kind::FileDamaged, {}, result.problem().detail}}, 0, 0};
    }
    [[nodiscard]] WorkspaceProblem execute(const QByteArray &sql) const
    {
        const auto opened = m_workspace.state().connectToWrite();
        return opened ? opened.value()->execute(sql) : opened.problem();
    }
    [[nodiscard]] qint64 number(const QByteArray &sql) const
    {
        const auto opened = m_workspace.state().connectToRead();
        const auto found = opened.value()->number(sql);
        return found ? found.value() : -1;
    }
    void fill() const;
};

/// Two domains, two reporters, two years.
void TestWorkspaceUpkeep::fill() const
{
    constexpr qint64 in2023 = 1700000000;
    constexpr qint64 in2026 = 1780000000;
    write(u"a.xml"_s, reportOf("example.com", "one.example", "com-one-2023", in2023));
    write(u"b.xml"_s, reportOf("example.com", "two.example", "com-two-2026", in2026));
    write(u"c.xml"_s, reportOf("mail.example.com", "one.example", "below-one-2026", in2026));
    write(u"d.xml"_s, reportOf("example.jp", "one.example", "jp-one-2026", in2026));
    write(u"e.eml"_s, fixture::FailureMail().bytes()); // of example.jp in 2017
    write(u"f.txt"_s, "no report");
    write(u"g.zip"_s,
        zip({{"1.xml", reportOf("example.com", "two.example", "zip-com-2023", in2023)},
            {"2.xml", reportOf("example.jp", "two.example", "zip-jp-2026", in2026)}}));
    import();
    QCOMPARE(reportIds().size(), 6);
    QCOMPARE(loaded()->failures.size(), size_t(1));
}

void TestWorkspaceUpkeep::verifiesWhatIsRight()
{
    fill();
    const VerifyResult result = verified();
    QVERIFY2(result.findings.isEmpty(), qPrintable(result.findings.value(0).detail));
    QCOMPARE(result.originals, 7);
    QCOMPARE(result.withoutOriginal, 0);
    qint64 last = -1;
    QVERIFY(verify(m_workspace, Limits(), Stop(), [&](qint64 done, qint64 all) {
        QVERIFY(done > last && done <= all);
        last = done;
    }));
    Stop stop;
    stop.request();
    QCOMPARE(verify(m_workspace, Limits(), stop).problem().trouble, WorkspaceTrouble::Stopped);
}

void TestWorkspaceUpkeep::findsTampering_data()
{
    using Kind = VerifyFinding::Kind;
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("file");
    const auto add = [](const char *name, const QByteArray &sql, Kind kind, const QString &file) {
        QTest::newRow(name) << sql << int(kind) << file;
    };
    const QByteArray ofA = "(SELECT report.id FROM report JOIN text ON text.id = report_id "
                           "WHERE value = 'com-one-2023')";
    add("messages", "UPDATE record SET messages = 8 WHERE report = " + ofA, Kind::ReportDiffers,
        u"a.xml"_s);
    add("address", "UPDATE record SET source_ip = '192.0.2.2' WHERE report = " + ofA,
        Kind::ReportDiffers, u"a.xml"_s);
    add("policy", "UPDATE report SET p = 'none' WHERE id = " + ofA, Kind::ReportDiffers,
        u"a.xml"_s);
    add("period", "UPDATE report SET period_end = period_end + 1 WHERE id = " + ofA,
        Kind::ReportDiffers, u"a.xml"_s);
    add("original",
        "UPDATE original SET bytes = zeroblob(length(bytes)) WHERE id = "
        "(SELECT original FROM source WHERE path LIKE '%/a.xml')",
        Kind::OriginalDamaged, u"a.xml"_s);
    add("report taken away",
        "DELETE FROM record WHERE report = " + ofA + "; DELETE FROM report WHERE id = " + ofA,
        Kind::ReportMissing, u"a.xml"_s);
    add("failure", "UPDATE failure SET details = replace(details, 'Parcel', 'Letter')",
        Kind::ReportDiffers, u"e.eml"_s);
}

void TestWorkspaceUpkeep::findsTampering()
{
    QFETCH(QByteArray, sql);
    QFETCH(int, kind);
    QFETCH(QString, file);
    fill();
    if (auto problem = execute(sql))
        QFAIL(qPrintable(problem.detail));
    const VerifyResult result = verified();
    QCOMPARE(result.findings.size(), 1);
    QCOMPARE(int(result.findings.first().kind), kind);
    QCOMPARE(result.findings.first().path, path(u"in/"_s + file));
}

void TestWorkspaceUpkeep::findsWrongSumsWithoutOriginals()
{
    WorkspaceSettings settings;
    settings.keepOriginals = false;
    QVERIFY(!saveSettings(m_workspace, settings));
    fill();
    QVERIFY(verified().findings.isEmpty());
    QCOMPARE(verified().withoutOriginal, 7);
    QVERIFY(!execute("UPDATE record SET messages = 8 WHERE id = 1"));
    QVERIFY(!execute("DELETE FROM record WHERE id = 3"));
    const QList<VerifyFinding> findings = verified().findings;
    QCOMPARE(findings.size(), 2);
    QCOMPARE(findings[0].kind, VerifyFinding::Kind::ReportDiffers);
    QCOMPARE(findings[0].path, path(u"in/a.xml"_s));
    QCOMPARE(findings[0].detail, u"com-one-2023"_s);
    QCOMPARE(findings[1].path, path(u"in/c.xml"_s));
}

void TestWorkspaceUpkeep::forgetsByDomain()
{
    fill();
    ForgetRequest request;
    request.domains = {u"example.com"_s};
    const auto counted = countForgotten(m_workspace, request);
    QVERIFY(counted);
    QCOMPARE(reportIds().size(), 6);
    const auto forgotten = forget(m_workspace, request);
    QVERIFY(forgotten);
    QVERIFY(forgotten.value() == counted.value());
    QVERIFY((forgotten.value() == ForgetResult{4, 4, 28, 0, 0, 3, 1}));
    QCOMPARE(reportIds(), (QStringList{u"jp-one-2026"_s, u"zip-jp-2026"_s}));
    QVERIFY(verified().findings.isEmpty()); // though the zip has one more
    QCOMPARE(
        number("SELECT count(*) FROM text WHERE value IN ('mail.example.com', 'com-one-2023')"), 0);
    QCOMPARE(number("SELECT count(*) FROM source WHERE path LIKE '%/a.xml'"), 0);
    QCOMPARE(number("SELECT count(*) FROM record"), 2);
}

void TestWorkspaceUpkeep::forgetsByReporter()
{
    fill();
    ForgetRequest request;
    request.reporters = {u"two.example"_s};
    const auto forgotten = forget(m_workspace, request);
    QVERIFY(forgotten);
    QVERIFY((forgotten.value() == ForgetResult{3, 3, 21, 0, 0, 2, 0}));
    QCOMPARE(reportIds(), (QStringList{u"below-one-2026"_s, u"com-one-2023"_s, u"jp-one-2026"_s}));
    QVERIFY(verified().findings.isEmpty());
    // Both together
    request = {{u"example.com"_s}, {u"one.example"_s}, 1750000000, false};
    QVERIFY(forget(m_workspace, request));
    QCOMPARE(reportIds(), (QStringList{u"below-one-2026"_s, u"jp-one-2026"_s}));
}

void TestWorkspaceUpkeep::forgetsByAge()
{
    fill();
    ForgetRequest request;
    request.before = 1750000000; // 2025
    const auto forgotten = forget(m_workspace, request);
    QVERIFY(forgotten);
    QVERIFY((forgotten.value() == ForgetResult{2, 2, 14, 1, 0, 2, 1}));
    QCOMPARE(reportIds(),
        (QStringList{u"below-one-2026"_s, u"com-two-2026"_s, u"jp-one-2026"_s, u"zip-jp-2026"_s}));
    QCOMPARE(loaded()->failures.size(), size_t(0));
    QCOMPARE(loaded()->items.size(), size_t(5)); // the text is of this year
}

void TestWorkspaceUpkeep::forgetsNothing()
{
    fill();
    const DatasetPtr before = loaded();
    QVERIFY(forget(m_workspace, {}).value() == ForgetResult());
    ForgetRequest request;
    request.domains = {u"ample.com"_s}; // not a domain above
    QVERIFY(forget(m_workspace, request).value() == ForgetResult());
    QCOMPARE(fixture::differences(*loaded(), *before), QStringList());
}

void TestWorkspaceUpkeep::sharedOriginals()
{
    fill();
    ForgetRequest request;
    request.domains = {u"example.com"_s};
    request.sharedOriginals = true;
    const auto forgotten = forget(m_workspace, request);
    QVERIFY(forgotten);
    QVERIFY((forgotten.value() == ForgetResult{4, 4, 28, 0, 0, 4, 0}));
    QCOMPARE(reportIds(), (QStringList{u"jp-one-2026"_s, u"zip-jp-2026"_s}));
    const VerifyResult result = verified();
    QVERIFY(result.findings.isEmpty());
    QCOMPARE(result.withoutOriginal, 1);
    // The file with the rest is still known.
    const WorkspaceImport again = importInto(m_workspace, {path(u"in"_s)}, {}, Limits(), Stop());
    QCOMPARE(again.counts.files, 0);
}

/// Nothing of it is left among the bytes of the file.
void TestWorkspaceUpkeep::overwrites()
{
    WorkspaceSettings settings;
    settings.secureDelete = true;
    QVERIFY(!saveSettings(m_workspace, settings));
    write(u"a.xml"_s, reportOf("secret-domain.example", "one.example", "id-a", 1780000000));
    write(u"b.xml"_s, reportOf("example.jp", "one.example", "id-b", 1780000000));
    import();
    const auto bytes = [this] {
        QByteArray all;
        for (const char *suffix : {"", "-wal"}) {
            QFile file(m_workspace.path() + QLatin1StringView(suffix));
            if (file.open(QIODevice::ReadOnly))
                all += file.readAll();
        }
        return all;
    };
    QVERIFY(bytes().contains("secret-domain.example"));
    ForgetRequest request;
    request.domains = {u"secret-domain.example"_s};
    QVERIFY(forget(m_workspace, request));
    QVERIFY(!bytes().contains("secret-domain"));
    QVERIFY(bytes().contains("example.jp"));
}

void TestWorkspaceUpkeep::retention()
{
    WorkspaceSettings settings;
    settings.retentionDays = 100;
    QVERIFY(!saveSettings(m_workspace, settings));
    const qint64 now = QDateTime::currentSecsSinceEpoch();
    write(u"old.xml"_s, reportOf("example.com", "one.example", "old", now - 102 * 86400));
    write(u"new.xml"_s, reportOf("example.com", "one.example", "new", now - 99 * 86400));
    import();
    QCOMPARE(reportIds(), QStringList{u"new"_s});
    const WorkspaceImport again = importInto(m_workspace, {path(u"in"_s)}, {}, Limits(), Stop());
    QCOMPARE(again.counts.files, 0);
    // A clock that is wrong by years takes nothing with it.
    QVERIFY(forgetExpired(m_workspace, now + 5000 * qint64(86400)).value() == ForgetResult());
    QCOMPARE(reportIds(), QStringList{u"new"_s});
    settings.retentionDays = 0;
    QVERIFY(!saveSettings(m_workspace, settings));
    QVERIFY(forgetExpired(m_workspace, now).value() == ForgetResult());
}

void TestWorkspaceUpkeep::forgottenStaysForgotten()
{
    fill();
    ForgetRequest request;
    request.domains = {u"example.com"_s};
    QVERIFY(forget(m_workspace, request));
    const WorkspaceImport again = importInto(m_workspace, {path(u"in"_s)}, {}, Limits(), Stop());
    QCOMPARE(again.counts.files, 0);
    QCOMPARE(again.counts.skipped, 7);
    QCOMPARE(reportIds().size(), 2);
    // Until it changes.
    write(u"a.xml"_s, reportOf("example.com", "one.example", "changed and longer", 1780000000));
    import();
    QCOMPARE(reportIds().size(), 3);
}

void TestWorkspaceUpkeep::compacts()
{
    for (int i = 0; i < 300; ++i)
        write(u"%1.xml"_s.arg(i),
            reportOf("d%1.example"_ba.replace("%1", QByteArray::number(i)), "one.example",
                QByteArray::number(i), 1780000000));
    import();
    ForgetRequest request;
    for (int i = 0; i < 290; ++i)
        request.domains.append(u"d%1.example"_s.arg(i));
    QVERIFY(forget(m_workspace, request));
    const DatasetPtr before = loaded();
    const auto saved = compact(m_workspace);
    QVERIFY(saved);
    QVERIFY(saved.value() > 100'000);
    QCOMPARE(fixture::differences(*loaded(), *before), QStringList());
    QVERIFY(verified().findings.isEmpty());
}

void TestWorkspaceUpkeep::savesCopies()
{
    fill();
    const QString copy = path(u"copy.sekisho"_s);
    QVERIFY(!saveCopy(m_workspace, copy));
    QCOMPARE(saveCopy(m_workspace, copy).trouble, WorkspaceTrouble::Exists);
    const auto opened = Workspace::open(copy);
    QVERIFY(opened && opened.value().isWritable());
    QCOMPARE(fixture::differences(*loadDataset(opened.value(), Stop()).value(), *loaded()),
        QStringList());
    QVERIFY(verify(opened.value(), Limits(), Stop()).value().findings.isEmpty());
    QVERIFY(saveCopy(m_workspace, path(u"no folder/copy.sekisho"_s)));
}

void TestWorkspaceUpkeep::salvagesAll()
{
    fill();
    Notes notes;
    QVERIFY(!saveOwnSenders(m_workspace, readOwnSenders("192.0.2.0/24\tinternal\n", notes)));
    const DatasetPtr before = loaded();
    const auto result = salvage(m_workspace.path(), path(u"saved.sekisho"_s), Stop());
    QVERIFY(result);
    QVERIFY((result.value() == SalvageResult{7, 6, 6, {}}));
    const auto opened = Workspace::open(path(u"saved.sekisho"_s));
    QVERIFY(opened);
    QCOMPARE(fixture::exportsOf(*loadDataset(opened.value(), Stop()).value()),
        fixture::exportsOf(*before));
    QCOMPARE(loadOwnSenders(opened.value()).value().entries.size(), size_t(1));
    QVERIFY(verify(opened.value(), Limits(), Stop()).value().findings.isEmpty());
    QCOMPARE(salvage(m_workspace.path(), path(u"saved.sekisho"_s), Stop()).problem().trouble,
        WorkspaceTrouble::Exists);
    QVERIFY(!salvage(path(u"in/f.txt"_s), path(u"other.sekisho"_s), Stop()));
}

void TestWorkspaceUpkeep::salvagesWithoutOriginals()
{
    WorkspaceSettings settings;
    settings.keepOriginals = false;
    QVERIFY(!saveSettings(m_workspace, settings));
    fill();
    const DatasetPtr before = loaded();
    const auto result = salvage(m_workspace.path(), path(u"saved.sekisho"_s), Stop());
    QVERIFY(result);
    QVERIFY((result.value() == SalvageResult{0, 6, 6, {}}));
    const auto opened = Workspace::open(path(u"saved.sekisho"_s));
    QCOMPARE(fixture::exportsOf(*loadDataset(opened.value(), Stop()).value()),
        fixture::exportsOf(*before));
}

QTEST_GUILESS_MAIN(TestWorkspaceUpkeep)
#include "tst_workspaceupkeep.moc"
