// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/workspacetext.h"

#include <QTest>

using namespace sekisho;
using namespace Qt::StringLiterals;

namespace {

const Format english{QLocale(QLocale::English, QLocale::UnitedStates), true};

} // namespace

class TestWorkspaceText final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyTroubleHasASentence();
    void namesTheFile();
    void detailsStayWhatTheyAre();
    void imports();
    void interrupted();
    void everyFindingHasASentence();
    void forgets();
    void sizes();
};

void TestWorkspaceText::everyTroubleHasASentence()
{
    QCOMPARE(workspaceText({}), QString());
    QCOMPARE(readOnlyText({}), QString());
    QStringList texts;
    for (int i = 1; i <= int(WorkspaceTrouble::Stopped); ++i) {
        for (const QString &detail : {u"some words"_s, QString()}) {
            const QString text = workspaceText({WorkspaceTrouble(i), u"/a/client.sekisho"_s, detail});
            QVERIFY2(text.endsWith(u'.'), qPrintable(QString::number(i)));
            QVERIFY2(!text.contains(u'%') && !text.contains(u"()"_s) && !text.contains(u": ."_s), qPrintable(text));
            texts.append(text);
        }
    }
    texts.removeDuplicates();
    QVERIFY(texts.size() >= int(WorkspaceTrouble::Stopped));
}

void TestWorkspaceText::namesTheFile()
{
    QCOMPARE(workspaceText({WorkspaceTrouble::Newer, u"/a/client.sekisho"_s, u"7"_s}),
        u"/a/client.sekisho was written by a newer version of Sekisho (format 7). Update Sekisho to "
        "open it; the file was left as it is."_s);
    QCOMPARE(readOnlyText({WorkspaceTrouble::InUse, u"/a/client.sekisho"_s, u"4711"_s}),
        u"Opened for reading only. /a/client.sekisho is in use by another Sekisho (4711), which alone "
        "may change it."_s);
}

void TestWorkspaceText::detailsStayWhatTheyAre()
{
    // A file's name may look like a place for another value.
    QCOMPARE(workspaceText({WorkspaceTrouble::Unreadable, u"/a/%2.sekisho"_s, u"I/O error."_s}),
        u"/a/%2.sekisho could not be read: I/O error."_s);
}

void TestWorkspaceText::imports()
{
    ImportProgress counts;
    counts.files = 1004;
    counts.changed = 4;
    counts.skipped = 240;
    QCOMPARE(importText(counts, english), u"Files: 1,000 new, 4 changed, 240 known."_s);
}

void TestWorkspaceText::interrupted()
{
    const QString text = interruptedText({1719792000, 1719792600, 412}, english);
    QVERIFY2(text.contains("2024-07-01"_L1) && text.contains("412"_L1), qPrintable(text));
    QVERIFY(interruptedText({1719792000, 0, 0}, english).contains("Nothing of it is kept."_L1));
}

void TestWorkspaceText::everyFindingHasASentence()
{
    for (int i = 0; i <= int(VerifyFinding::Kind::ReportUnexplained); ++i) {
        const QString text =
            findingText({VerifyFinding::Kind(i), u"/a/b.zip"_s, u"some\u202eword"_s});
        QVERIFY2(!text.isEmpty() && !text.contains(u'\u202e'), qPrintable(text));
    }
    QVERIFY(findingText({VerifyFinding::Kind::ReportMissing, u"/a/b.zip"_s, {}}).startsWith("/a/b.zip: "_L1));
}

void TestWorkspaceText::forgets()
{
    ForgetResult result;
    QCOMPARE(forgetText(result), QString());
    result.failures = 2;
    QVERIFY(forgetText(result).startsWith("2 failure report"_L1));
    result.reports = 12;
    result.records = 34;
    result.messages = 5600;
    QVERIFY2(forgetText(result).startsWith("12 report"_L1) && forgetText(result).contains("34 record"_L1) &&
            forgetText(result).contains("5,600 message"_L1),
        qPrintable(forgetText(result)));
}

void TestWorkspaceText::sizes()
{
    QCOMPARE(sizeText(1536, english), u"1.5 kB"_s);
}

QTEST_GUILESS_MAIN(TestWorkspaceText)
#include "tst_workspacetext.moc"
