// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/maintenance.h"

#include "archive/originals.h"
#include "archive/statement.h"
#include "archive/workspacestate.h"
#include "dataset/datasetbuilder.h"

#include <QHash>
#include <QMap>

#include <algorithm>

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

using Kind = VerifyFinding::Kind;

/// What is compared of a text, a result and so on is what it says, not its number.
class Comparison final {
public:
    Comparison(const Dataset &a, const Dataset &b)
        : m_a(a)
        , m_b(b)
    {
    }

    [[nodiscard]] bool same(const ReportInfo &x, const ReportInfo &y) const
    {
        if (!same(x.orgName, y.orgName) || !same(x.reporter, y.reporter) ||
            !same(x.email, y.email) || !same(x.reportId, y.reportId) || !same(x.domain, y.domain) ||
            x.period != y.period || x.policy != y.policy || x.generator != y.generator ||
            x.extraContactInfo != y.extraContactInfo || x.version != y.version ||
            x.errors != y.errors || x.dialect != y.dialect || x.messages != y.messages ||
            x.passMessages != y.passMessages || x.contentHash != y.contentHash ||
            x.rowCount != y.rowCount)
            return false;
        for (quint32 i = 0; i < x.rowCount; ++i) {
            if (!sameRow(x.firstRow + i, y.firstRow + i))
                return false;
        }
        return true;
    }

private:
    [[nodiscard]] bool same(StringId x, StringId y) const { return m_a.text(x) == m_b.text(y); }
    [[nodiscard]] bool same(const ResultEntry &x, const ResultEntry &y) const
    {
        return x.result == y.result && same(x.domain, y.domain) && same(x.label, y.label) &&
            same(x.human, y.human) && same(x.resultText, y.resultText);
    }
    [[nodiscard]] bool same(const ReasonEntry &x, const ReasonEntry &y) const
    {
        return same(x.type, y.type) && same(x.comment, y.comment);
    }
    template <typename T>
    [[nodiscard]] bool sameEntries(const std::vector<T> &a, const std::vector<quint32> &aFirsts,
        Row x, const std::vector<T> &b, const std::vector<quint32> &bFirsts, Row y) const
    {
        return std::equal(a.begin() + aFirsts[x], a.begin() + aFirsts[x + 1],
            b.begin() + bFirsts[y], b.begin() + bFirsts[y + 1],
            [this](const T &one, const T &other) { return same(one, other); });
    }
    [[nodiscard]] bool sameRow(Row x, Row y) const
    {
        const RecordColumns &a = m_a.records;
        const RecordColumns &b = m_b.records;
        for (const auto column : {&RecordColumns::headerFrom, &RecordColumns::envelopeFrom,
                 &RecordColumns::envelopeTo, &RecordColumns::dispositionText,
                 &RecordColumns::dkimEvaluatedText, &RecordColumns::spfEvaluatedText}) {
            if (!same((a.*column)[x], (b.*column)[y]))
                return false;
        }
        return a.row[x] == b.row[y] && a.count[x] == b.count[y] &&
            m_a.addressText(a.address[x]) == m_b.addressText(b.address[y]) &&
            a.disposition[x] == b.disposition[y] && a.reportedCell[x] == b.reportedCell[y] &&
            a.computedCell[x] == b.computedCell[y] && a.dkimReason[x] == b.dkimReason[y] &&
            a.spfReason[x] == b.spfReason[y] && a.flags[x] == b.flags[y] &&
            sameEntries(m_a.dkim, a.dkimFirst, x, m_b.dkim, b.dkimFirst, y) &&
            sameEntries(m_a.spf, a.spfFirst, x, m_b.spf, b.spfFirst, y) &&
            sameEntries(m_a.reasons, a.reasonFirst, x, m_b.reasons, b.reasonFirst, y);
    }

    const Dataset &m_a;
    const Dataset &m_b;
};

/// The reports of one kind that came out of one file or mail, by where they were in it.
using Places = QMap<QString, quint32>;

struct Contents {
    Places reports;
    Places failures;
    Places tls;
};

QHash<QString, Contents> contentsByPath(const Dataset &dataset)
{
    QHash<QString, Contents> all;
    quint32 tls = 0;
    for (const LogItem &item : dataset.items) {
        const QString place = QString::number(item.origin.leaf) + u' ' + item.origin.member();
        Contents &contents = all[item.origin.path];
        if (item.report >= 0)
            contents.reports.insert(place, quint32(item.report));
        else if (item.failure >= 0)
            contents.failures.insert(place, quint32(item.failure));
        else if (item.kind == ItemKind::Tls)
            contents.tls.insert(place, tls++);
    }
    return all;
}

/// Reads the originals again beside what is stored.
class Verification final {
public:
    Verification(Connection &connection, const Dataset &stored, const Limits &limits)
        : m_connection(connection)
        , m_stored(stored)
        , m_contents(contentsByPath(stored))
        , m_limits(limits)
    {
    }

    [[nodiscard]] WorkspaceProblem run(
        VerifyResult &result, const Stop &stop, const StepProgress &progress)
    {
        const WorkspaceResult<qint64> inAll =
            m_connection.number("SELECT count(*) FROM source WHERE original NOTNULL");
        if (!inAll)
            return inAll.problem();
        Statement sources(m_connection,
            "SELECT path, forgotten, sha256, original.size, compression, bytes FROM source "
            "JOIN original ON original.id = source.original");
        for (qint64 done = 0; sources.next(); ++done) {
            if (stop.requested())
                return {WorkspaceTrouble::Stopped, m_connection.path(), {}};
            if (progress && done % 64 == 0)
                progress(done, inAll.value());
            if (sources.isNull(4)) {
                ++result.withoutOriginal;
                continue;
            }
            ++result.originals;
            const QString path = sources.text(0);
            const PackedOriginal original{sources.bytes(2).toByteArray(), sources.number(3),
                sources.bytes(4) == "zlib", sources.bytes(5).toByteArray()};
            const WorkspaceResult<QByteArray> bytes = unpackOriginal(original);
            if (bytes)
                compare(path, bytes.value(), sources.number(1), result);
            else
                result.findings.append(
                    {Kind::OriginalDamaged, path, QString::fromLatin1(original.sha256)});
        }
        return sources.problem();
    }

private:
    /// `forgotten`: how many items of it are not stored, on purpose.
    void compare(
        const QString &path, const QByteArray &bytes, qint64 forgotten, VerifyResult &result) const
    {
        DatasetBuilder builder;
        read(bytes, path, m_limits, Stop(),
            [&](ReadItem &&item) { builder.add(std::move(item), 0); });
        const Dataset &again = builder.collected();
        const Contents found = contentsByPath(again).value(path);
        const Contents stored = m_contents.value(path);
        const Comparison comparison(m_stored, again);
        QList<VerifyFinding> findings;
        compareEach(
            stored.reports, found.reports, path, findings,
            [&](quint32 a, quint32 b) {
                return comparison.same(m_stored.reports[a], again.reports[b]);
            },
            [&](quint32 a) { return m_stored.text(m_stored.reports[a].reportId); });
        compareEach(
            stored.failures, found.failures, path, findings,
            [&](quint32 a, quint32 b) {
                return *m_stored.failures[a].report == *again.failures[b].report;
            },
            [&](quint32 a) { return m_stored.failures[a].report->messageId; });
        compareEach(
            stored.tls, found.tls, path, findings,
            [&](quint32 a, quint32 b) { return m_stored.tlsReports[a] == again.tlsReports[b]; },
            [&](quint32 a) { return m_stored.tlsReports[a].reportId; });
        for (const VerifyFinding &finding : findings) {
            if (finding.kind != Kind::ReportMissing || forgotten-- <= 0)
                result.findings.append(finding);
        }
    }

    /// Compares what is stored with what was found at the same place.
    template <typename Same, typename NameOf>
    static void compareEach(const Places &stored, const Places &found, const QString &path,
        QList<VerifyFinding> &findings, const Same &same, const NameOf &nameOf)
    {
        for (auto it = stored.cbegin(); it != stored.cend(); ++it) {
            const auto other = found.constFind(it.key());
            if (other == found.cend())
                findings.append({Kind::ReportUnexplained, path, nameOf(*it)});
            else if (!same(*it, *other))
                findings.append({Kind::ReportDiffers, path, nameOf(*it)});
        }
        for (auto it = found.cbegin(); it != found.cend(); ++it) {
            if (!stored.contains(it.key()))
                findings.append({Kind::ReportMissing, path, {}});
        }
    }

    Connection &m_connection;
    const Dataset &m_stored;
    const QHash<QString, Contents> m_contents;
    const Limits &m_limits;
};

/// What SQLite finds in the file itself.
WorkspaceProblem checkFile(Connection &connection, VerifyResult &result)
{
    for (const char *check : {"PRAGMA integrity_check(100)", "PRAGMA foreign_key_check"}) {
        Statement rows(connection, check);
        while (rows.next()) {
            const QString line = rows.text(0);
            if (line == "ok"_L1)
                continue;
            if (result.findings.size() < 200)
                result.findings.append({Kind::FileDamaged, connection.path(), line});
        }
        if (rows.failed()) // so damaged that it cannot even be checked
            result.findings.append({Kind::FileDamaged, connection.path(), rows.problem().detail});
    }
    return {};
}

/// Where the original is not kept, at least the sums of a report must be those of its records.
WorkspaceProblem checkSums(Connection &connection, VerifyResult &result)
{
    Statement reports(connection,
        "SELECT path, (SELECT value FROM text WHERE text.id = report.report_id) FROM report "
        "JOIN item ON item.id = report.id JOIN source ON source.id = item.source "
        "LEFT JOIN original ON original.id = source.original WHERE compression IS NULL "
        "AND (report.records, report.messages) <> (SELECT count(*), "
        "coalesce(sum(record.messages), 0) FROM record WHERE record.report = report.id "
        "AND record.id >= report.first_record AND record.id < report.first_record + "
        "report.records)");
    while (reports.next())
        result.findings.append({Kind::ReportDiffers, reports.text(0), reports.text(1)});
    return reports.problem();
}

} // namespace

WorkspaceResult<VerifyResult> verify(const Workspace &workspace, const Limits &limits,
    const Stop &stop, const StepProgress &progress)
{
    if (!workspace)
        return noWorkspace();
    const auto opened = workspace.state().connectToRead();
    if (!opened)
        return opened.problem();
    VerifyResult result;
    if (auto problem = checkFile(*opened.value(), result))
        return problem;
    const WorkspaceResult<DatasetPtr> stored = loadDataset(workspace, stop);
    if (!stored) {
        if (stored.problem().trouble != WorkspaceTrouble::Damaged)
            return stored.problem();
        result.findings.append({Kind::FileDamaged, workspace.path(), stored.problem().detail});
        return result;
    }
    WorkspaceProblem problem = checkSums(*opened.value(), result);
    if (!problem)
        problem =
            Verification(*opened.value(), *stored.value(), limits).run(result, stop, progress);
    if (problem.trouble == WorkspaceTrouble::Damaged)
        result.findings.append({Kind::FileDamaged, workspace.path(), problem.detail});
    else if (problem)
        return problem;
    return result;
}

} // namespace sekisho
