// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/workspacetext.h"

#include "tables/visibletext.h"

#include <QCoreApplication>
#include <QDir>

#include <algorithm>
#include <limits>

namespace sekisho {

namespace {

struct WorkspaceText {
    Q_DECLARE_TR_FUNCTIONS(WorkspaceText)
};

struct Entry {
    WorkspaceTrouble trouble;
    const char *text; ///< %1: the file; %2: what the system said
    const char *brief = nullptr; ///< where the system said nothing
};

const Entry entries[] = {
    {WorkspaceTrouble::Missing, QT_TRANSLATE_NOOP("WorkspaceText", "There is no workspace %1.")},
    {WorkspaceTrouble::Exists,
        QT_TRANSLATE_NOOP("WorkspaceText",
            "There is a file %1 already. It was left as it is; choose another name, or open it.")},
    {WorkspaceTrouble::NoWorkspace,
        QT_TRANSLATE_NOOP("WorkspaceText", "%1 is not a workspace of Sekisho.")},
    {WorkspaceTrouble::Newer,
        QT_TRANSLATE_NOOP("WorkspaceText",
            "%1 was written by a newer version of Sekisho (format %2). Update Sekisho to open it; "
            "the file was left as it is.")},
    {WorkspaceTrouble::InUse,
        QT_TRANSLATE_NOOP(
            "WorkspaceText", "%1 is in use by another Sekisho (%2), which alone may change it."),
        QT_TRANSLATE_NOOP(
            "WorkspaceText", "%1 is in use by another Sekisho, which alone may change it.")},
    {WorkspaceTrouble::ReadOnlyFile,
        QT_TRANSLATE_NOOP("WorkspaceText", "You have no right to write to %1.")},
    {WorkspaceTrouble::ReadOnlyFolder,
        QT_TRANSLATE_NOOP("WorkspaceText", "You have no right to write to the folder of %1.")},
    {WorkspaceTrouble::Full,
        QT_TRANSLATE_NOOP("WorkspaceText",
            "There is no space left for %1. What was stored before is safe; make room and try "
            "again.")},
    {WorkspaceTrouble::Damaged,
        QT_TRANSLATE_NOOP("WorkspaceText",
            "%1 is damaged: %2. The file was left as it is; what can be read of it can be saved "
            "into a new file."),
        QT_TRANSLATE_NOOP("WorkspaceText",
            "%1 is damaged. The file was left as it is; what can be read of it can be saved into a "
            "new file.")},
    {WorkspaceTrouble::Gone,
        QT_TRANSLATE_NOOP("WorkspaceText",
            "%1 is not there any more: it was moved or deleted, or its disk was taken away.")},
    {WorkspaceTrouble::Unreadable,
        QT_TRANSLATE_NOOP("WorkspaceText", "%1 could not be read: %2."),
        QT_TRANSLATE_NOOP("WorkspaceText", "%1 could not be read.")},
    {WorkspaceTrouble::Unwritable,
        QT_TRANSLATE_NOOP("WorkspaceText", "%1 could not be written: %2."),
        QT_TRANSLATE_NOOP("WorkspaceText", "%1 could not be written.")},
    {WorkspaceTrouble::NotMigrated,
        QT_TRANSLATE_NOOP("WorkspaceText",
            "%1 is of an older version and could not be brought up to date: %2. The file was left "
            "as it is."),
        QT_TRANSLATE_NOOP("WorkspaceText",
            "%1 is of an older version and could not be brought up to date. The file was left as it "
            "is.")},
    {WorkspaceTrouble::Stopped, QT_TRANSLATE_NOOP("WorkspaceText", "Stopped.")},
};

/// Plural forms know only these.
int bounded(qint64 count)
{
    return int(std::min<qint64>(count, std::numeric_limits<int>::max()));
}

QString shownPath(const QString &path)
{
    return visibleText(QDir::toNativeSeparators(path));
}

/// Sentences end with a stop of ours.
QString detailOf(const WorkspaceProblem &problem)
{
    QString detail = visibleText(problem.detail).trimmed();
    while (detail.endsWith(u'.'))
        detail.chop(1);
    return detail;
}

/// %1 and %2 replaced at once, as far as they are there.
QString filled(const QString &text, const QStringList &values)
{
    QString result;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const int place = text[i] == u'%' && i + 1 < text.size() ? text[i + 1].digitValue() : -1;
        if (place >= 1 && place <= values.size()) {
            result += values[place - 1];
            ++i;
        } else {
            result += text[i];
        }
    }
    return result;
}

} // namespace

QString workspaceText(const WorkspaceProblem &problem)
{
    for (const Entry &entry : entries) {
        if (entry.trouble != problem.trouble)
            continue;
        const QString detail = detailOf(problem);
        const bool brief = entry.brief && detail.isEmpty();
        return filled(QCoreApplication::translate("WorkspaceText", brief ? entry.brief : entry.text),
            {shownPath(problem.path), detail});
    }
    return {};
}

QString readOnlyText(const WorkspaceProblem &problem)
{
    if (!problem)
        return {};
    return WorkspaceText::tr("Opened for reading only. %1", "%1 is a sentence that says why")
        .arg(workspaceText(problem));
}

QString formerCopyText(const QString &copy)
{
    return WorkspaceText::tr(
        "The workspace was brought up to date. A copy of it as it was is kept as %1.")
        .arg(shownPath(copy));
}

QString importText(const ImportProgress &counts, const Format &format)
{
    return WorkspaceText::tr("Files: %1 new, %2 changed, %3 known.", "after an import")
        .arg(format.number(counts.files - counts.changed), format.number(counts.changed),
            format.number(counts.skipped));
}

QString interruptedText(const InterruptedImport &import, const Format &format)
{
    const QString kept = import.files > 0
        ? WorkspaceText::tr("%Ln file(s) of it are kept.", nullptr, import.files)
        : WorkspaceText::tr("Nothing of it is kept.");
    if (import.begun == 0) {
        return WorkspaceText::tr(
            "An import did not come to its end. %1 What was there before is whole.",
            "%1 is a sentence")
            .arg(kept);
    }
    return WorkspaceText::tr("An import that began on %1 did not come to its end. %2 What was there "
                             "before is whole.",
        "%1 is a date and time, %2 a sentence")
        .arg(format.dateTime(import.begun), kept);
}

QString findingText(const VerifyFinding &finding)
{
    const QString detail = visibleText(finding.detail);
    const auto withPath = [&finding](const QString &text) {
        return finding.path.isEmpty() ? text
                                      : QStringLiteral("%1: %2").arg(shownPath(finding.path), text);
    };
    switch (finding.kind) {
    case VerifyFinding::Kind::FileDamaged:
        return WorkspaceText::tr("The file is damaged: %1").arg(detail);
    case VerifyFinding::Kind::OriginalDamaged:
        return withPath(
            WorkspaceText::tr("The original is not what was stored (SHA-256 %1).").arg(detail));
    case VerifyFinding::Kind::ReportDiffers:
        return withPath(
            WorkspaceText::tr("Read again, the report %1 differs from what is stored.").arg(detail));
    case VerifyFinding::Kind::ReportMissing:
        return withPath(WorkspaceText::tr("Read again, it has a report that is not stored."));
    case VerifyFinding::Kind::ReportUnexplained:
        return withPath(
            WorkspaceText::tr("The report %1 is stored, but the original does not have it.").arg(detail));
    }
    return {};
}

QStringList verifiedTexts(const VerifyResult &result)
{
    QStringList texts{WorkspaceText::tr(
        "%Ln original(s) were read again and compared.", nullptr, bounded(result.originals))};
    if (result.withoutOriginal > 0) {
        texts.append(WorkspaceText::tr("%Ln file(s) or mail(s) were taken in without their original.",
            nullptr, bounded(result.withoutOriginal)));
    }
    return texts;
}

QString forgetText(const ForgetResult &result)
{
    QStringList parts;
    if (result.reports > 0) {
        parts.append(
            WorkspaceText::tr("%1 with %2 and %3", "reports, records, messages")
                .arg(WorkspaceText::tr("%Ln report(s)", "to forget", bounded(result.reports)),
                    WorkspaceText::tr("%Ln record(s)", "to forget", bounded(result.records)),
                    WorkspaceText::tr("%Ln message(s)", "to forget", bounded(result.messages))));
    }
    if (result.failures > 0)
        parts.append(
            WorkspaceText::tr("%Ln failure report(s)", "to forget", bounded(result.failures)));
    if (result.tlsReports > 0)
        parts.append(
            WorkspaceText::tr("%Ln TLS report(s)", "to forget", bounded(result.tlsReports)));
    if (result.originals > 0)
        parts.append(WorkspaceText::tr("%Ln original(s)", "to forget", bounded(result.originals)));
    return parts.join(WorkspaceText::tr(", ", "between things that are listed"));
}

QString salvagedText(const SalvageResult &result)
{
    QString text = WorkspaceText::tr("Saved: %1, %2, %3.", "reports, records, originals")
                       .arg(WorkspaceText::tr("%Ln report(s)", nullptr, bounded(result.reports)),
                           WorkspaceText::tr("%Ln record(s)", nullptr, bounded(result.records)),
                           WorkspaceText::tr("%Ln original(s)", nullptr, bounded(result.originals)));
    if (!result.lost.isEmpty()) {
        text += u'\n' +
            WorkspaceText::tr("Not readable to their end: %1.", "names of tables")
                .arg(result.lost.join(QStringLiteral(", ")));
    }
    return text;
}

QString sizeText(qint64 bytes, const Format &format)
{
    return format.locale.formattedDataSize(bytes, 1, QLocale::DataSizeTraditionalFormat);
}

} // namespace sekisho
