// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDirIterator>
#include <QFile>
#include <QLibraryInfo>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

/// The folders from the bottom up: each may use itself and what stands before it.
const QStringList models{u"base"_s, u"report"_s, u"reading"_s, u"dataset"_s, u"dns"_s,
    u"analysis"_s, u"archive"_s, u"sources"_s, u"imap"_s, u"import"_s, u"tables"_s};
const QStringList uis{u"paint"_s, u"print"_s, u"widgets"_s, u"pages"_s, u"dialogs"_s, u"main"_s};

/// What a folder of models/ or ui/ may include.
QStringList allowedFor(const QString &folder)
{
    // Sources yield bytes and know nothing of reports.
    if (folder == "sources"_L1)
        return {u"base"_s, u"sources"_s};
    if (folder == "imap"_L1)
        return {u"base"_s, u"imap"_s};
    const QStringList order = models + uis;
    return order.first(order.indexOf(folder) + 1);
}

/// Whether <name> is a header of one of Qt's modules that draw.
bool drawsWithQt(const QString &name)
{
    static const QString headers = QLibraryInfo::path(QLibraryInfo::HeadersPath);
    for (const QString &module : {u"QtGui"_s, u"QtWidgets"_s, u"QtCharts"_s, u"QtSvg"_s}) {
        if (name == module || name.startsWith(module + u'/') ||
            QFile::exists(headers + u'/' + module + u'/' + name))
            return true;
    }
    return false;
}

/// What a file of a folder includes against the order of the layers.
QStringList violations(const QString &folder, const QString &text)
{
    static const QRegularExpression include(
        u"^\\s*#\\s*include\\s*([<\"])([^>\"]+)[>\"]"_s, QRegularExpression::MultilineOption);
    const QStringList allowed = allowedFor(folder);
    QStringList found;
    for (auto it = include.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        const QString name = match.captured(2);
        if (match.captured(1) == "<"_L1) {
            if (models.contains(folder) && drawsWithQt(name))
                found.append(name);
        } else if (!name.endsWith(".moc"_L1) && !allowed.contains(name.section(u'/', 0, 0))) {
            found.append(name);
        }
    }
    return found;
}

QString contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QStringList sourcesBelow(const QString &folder)
{
    QStringList files;
    QDirIterator it(folder, {u"*.h"_s, u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (it.hasNext())
        files.append(it.next());
    return files;
}

QString sourceFolder(const QString &name)
{
    return QStringLiteral(SEKISHO_SOURCE_DIR "/") + name;
}

} // namespace

class TestLayers final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void finds_data();
    void finds();
    void foldersUseOnlyThoseAbove_data();
    void foldersUseOnlyThoseAbove();
    void everyFolderHasItsPlace();
    void theCommandLineHasNoWindow();
    void futuresAreWaitedForInOneWay();
};

void TestLayers::finds_data()
{
    QTest::addColumn<QString>("folder");
    QTest::addColumn<QString>("line");
    QTest::addColumn<bool>("allowed");
    const auto add = [](const char *name, const char *folder, const char *line, bool allowed) {
        QTest::newRow(name) << QString::fromLatin1(folder) << QString::fromLatin1(line) << allowed;
    };
    add("own folder", "report", "#include \"report/words.h\"", true);
    add("folder above", "tables", "#include \"dataset/filter.h\"", true);
    add("folder below", "dataset", "#include \"analysis/results.h\"", false);
    add("folder within a folder", "tables", "#include \"analysis/cases/verdict.h\"", true);
    add("folder within a folder below", "dataset", "#include \"analysis/cases/verdict.h\"", false);
    add("window from a model", "tables", "#include \"pages/page.h\"", false);
    add("page from a widget", "widgets", "#include \"pages/page.h\"", false);
    add("model from a page", "pages", "#include \"base/note.h\"", true);
    add("app from a window", "main", "#include \"session.h\"", false);
    add("sources use base", "sources", "#include \"base/result.h\"", true);
    add("sources know no report", "sources", "#include \"reading/origin.h\"", false);
    add("mailboxes know no report", "imap", "#include \"report/words.h\"", false);
    add("mailboxes use base", "imap", "#include \"base/stop.h\"", true);
    add("widgets in a model", "tables", "#include <QWidget>", false);
    add("drawing in a model", "tables", "  #  include <QColor>", false);
    add("drawing in a model, by module", "base", "#include <QtGui/QImage>", false);
    add("Qt's core in a model", "tables", "#include <QAbstractTableModel>", true);
    add("widgets in a page", "pages", "#include <QWidget>", true);
    add("generated", "tables", "#include \"sendertable.moc\"", true);
    add("in a comment", "base", "// as #include \"main/menus.h\" would", true);
}

void TestLayers::finds()
{
    QFETCH(QString, folder);
    QFETCH(QString, line);
    const QStringList found = violations(folder, u"#pragma once\n"_s + line + u"\nint x;\n"_s);
    QTEST(found.isEmpty(), "allowed");
}

void TestLayers::foldersUseOnlyThoseAbove_data()
{
    QTest::addColumn<QString>("folder");
    QTest::addColumn<QString>("path");
    for (const QString &folder : models + uis) {
        const QString path =
            sourceFolder((models.contains(folder) ? u"models/"_s : u"ui/"_s) + folder);
        if (QFile::exists(path))
            QTest::newRow(qPrintable(folder)) << folder << path;
    }
}

void TestLayers::foldersUseOnlyThoseAbove()
{
    QFETCH(QString, folder);
    QFETCH(QString, path);
    const QStringList files = sourcesBelow(path);
    QVERIFY(!files.isEmpty());
    QStringList found;
    for (const QString &file : files) {
        for (const QString &name : violations(folder, contents(file)))
            found.append(file + u" includes "_s + name);
    }
    QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
}

/// A new folder has to be given its place in the order here.
void TestLayers::everyFolderHasItsPlace()
{
    const auto folders = [](const QString &name) {
        return QDir(sourceFolder(name)).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    };
    for (const QString &folder : folders(u"models"_s))
        QVERIFY2(models.contains(folder), qPrintable(folder));
    for (const QString &folder : folders(u"ui"_s))
        QVERIFY2(uis.contains(folder), qPrintable(folder));
}

void TestLayers::theCommandLineHasNoWindow()
{
    QStringList files = sourcesBelow(sourceFolder(u"app/cli"_s));
    QVERIFY(!files.isEmpty());
    files += {sourceFolder(u"app/language.h"_s), sourceFolder(u"app/language.cpp"_s)};
    static const QRegularExpression include(
        u"^\\s*#\\s*include\\s*[<\"]([^>\"]+)[>\"]"_s, QRegularExpression::MultilineOption);
    for (const QString &file : std::as_const(files)) {
        const QString text = contents(file);
        QVERIFY2(!text.isEmpty(), qPrintable(file));
        for (auto it = include.globalMatch(text); it.hasNext();) {
            const QString name = it.next().captured(1);
            // The report document draws without a window.
            const QString folder = name.section(u'/', 0, 0);
            const bool window =
                uis.contains(folder) && folder != "paint"_L1 && folder != "print"_L1;
            QVERIFY2(!window, qPrintable(file + u" includes "_s + name));
        }
    }
}

/// QFuture::then() of Qt 6.4 may run what follows twice, and end the program; see widgets/whendone.h.
void TestLayers::futuresAreWaitedForInOneWay()
{
    for (const QString &folder : {u"models"_s, u"ui"_s, u"app"_s}) {
        for (const QString &path : sourcesBelow(sourceFolder(folder)))
            QVERIFY2(!contents(path).contains(u".then("_s), qPrintable(path));
    }
}

QTEST_GUILESS_MAIN(TestLayers)
#include "tst_layers.moc"
