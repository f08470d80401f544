// SPDX-License-Identifier: GPL-3.0-or-later
#include "language.h"
#include "main/chips.h"
#include "main/mainwindow.h"
#include "pages/celltext.h"
#include "paint/fonts.h"
#include "support/tsfile.h"
#include "tables/format.h"
#include "tables/notetext.h"
#include "tables/reporttable.h"

#include <QDirIterator>
#include <QFontDatabase>
#include <QFontInfo>
#include <QLibraryInfo>
#include <QMenuBar>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace sekisho;
using namespace Qt::StringLiterals;
using fixture::TsMessage;

namespace {

const QString sourceFolder = QStringLiteral(SEKISHO_SOURCE_DIR);

QString tsPath(const QString &language)
{
    return sourceFolder + u"/translations/sekisho_"_s + language + u".ts"_s;
}

/// Short enough for the name of a row.
QByteArray rowName(const TsMessage &message)
{
    return (message.context + u": "_s + message.source.simplified().left(60)).toUtf8();
}

QStringList matches(const QString &pattern, const QString &text)
{
    QStringList found;
    const QRegularExpression expression(pattern, QRegularExpression::UseUnicodePropertiesOption);
    for (auto it = expression.globalMatch(text); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        found.append(match.captured(match.lastCapturedIndex()));
    }
    return found;
}

/// The placeholders of a text, each once, in order.
QStringList placeholders(const QString &text)
{
    QStringList found = matches(u"%L?[1-9n]"_s, text);
    found.sort();
    found.removeDuplicates();
    return found;
}

QStringList mnemonics(const QString &text)
{
    return matches(u"&([^&\\s])"_s, text);
}

/// Every context that some text of the program has at run time: the classes with a meta object, the
/// names in Q_DECLARE_TR_FUNCTIONS, and those given to translate() and its macros.
QSet<QString> contextsOfSources()
{
    QSet<QString> contexts;
    for (const QString &folder : {u"models"_s, u"ui"_s, u"app"_s}) {
        QDirIterator files(sourceFolder + u'/' + folder, {u"*.cpp"_s, u"*.h"_s}, QDir::Files,
            QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (!file.open(QIODevice::ReadOnly))
                continue;
            const QString text = QString::fromUtf8(file.readAll());
            for (const QString &name : matches(u"\\bclass (\\w+)[^;{}]*\\{\\s*Q_OBJECT"_s, text))
                contexts.insert(u"sekisho::"_s + name);
            for (const QString &name : matches(u"Q_DECLARE_TR_FUNCTIONS\\((\\w+)\\)"_s, text))
                contexts.insert(name);
            for (const QString &name :
                matches(u"(?:translate|QT_TRANSLATE_N?_?NOOP)\\(\\s*\"(\\w+)\""_s, text))
                contexts.insert(name);
        }
    }
    return contexts;
}

QString lupdate()
{
    const QStringList places{QLibraryInfo::path(QLibraryInfo::BinariesPath),
        QLibraryInfo::path(QLibraryInfo::LibraryExecutablesPath)};
    const QString found = QStandardPaths::findExecutable(u"lupdate"_s, places);
    return found.isEmpty() ? QStandardPaths::findExecutable(u"lupdate"_s) : found;
}

/// What lupdate says when it brings a copy of a translation file up to date as the build does.
QString updated(const QString &path, const QStringList &options)
{
    const QStringList folders{
        sourceFolder + u"/models"_s, sourceFolder + u"/ui"_s, sourceFolder + u"/app"_s};
    QStringList arguments{u"-no-obsolete"_s, u"-locations"_s, u"none"_s};
    for (const QString &folder : folders)
        arguments << u"-I"_s << folder;
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(lupdate(), arguments + options + folders + QStringList{u"-ts"_s, path});
    process.waitForFinished(-1);
    return QString::fromUtf8(process.readAll());
}

QStringList keysOf(const QString &path)
{
    QStringList keys;
    for (const TsMessage &message : fixture::readTsFile(path))
        keys.append(message.key());
    keys.sort();
    return keys;
}

/// What stands in one list but not in the other.
QStringList without(const QStringList &list, const QStringList &other)
{
    const QSet<QString> known(other.cbegin(), other.cend());
    QStringList result;
    for (const QString &entry : list) {
        if (!known.contains(entry))
            result.append(entry);
    }
    return result;
}

void messageRows(const QString &language)
{
    QTest::addColumn<TsMessage>("message");
    const QList<TsMessage> messages = fixture::readTsFile(tsPath(language));
    QVERIFY(!messages.isEmpty());
    for (const TsMessage &message : messages)
        QTest::newRow(rowName(message).constData()) << message;
}

} // namespace

Q_DECLARE_METATYPE(sekisho::fixture::TsMessage)

class TestTranslations final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void finished_data();
    void finished();
    void japanese_data() { messageRows(u"ja"_s); }
    void japanese();
    void englishPlurals_data() { messageRows(u"en"_s); }
    void englishPlurals();
    void contextsExist_data();
    void contextsExist();
    void shownInJapanese_data();
    void shownInJapanese();
    void pluralsInEnglish();
    void menusHaveUniqueMnemonics_data();
    void menusHaveUniqueMnemonics();
    void oneFaceForJapanese();
    void upToDate_data();
    void upToDate();
};

void TestTranslations::finished_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<int>("pluralForms");
    QTest::newRow("Japanese has no plural") << u"ja"_s << 1;
    QTest::newRow("English has one") << u"en"_s << 2;
}

void TestTranslations::finished()
{
    QFETCH(const QString, language);
    QFETCH(const int, pluralForms);
    const QList<TsMessage> messages = fixture::readTsFile(tsPath(language));
    QVERIFY(!messages.isEmpty());
    QStringList open;
    for (const TsMessage &message : messages) {
        const qsizetype forms = message.plural ? pluralForms : 1;
        if (!message.type.isEmpty() || message.forms.size() != forms ||
            message.forms.contains(QString()))
            open.append(message.key());
    }
    QCOMPARE(open, QStringList());
}

/// Placeholders and mnemonics are kept, sentences end as sentences, and words are spelt one way.
void TestTranslations::japanese()
{
    QFETCH(const TsMessage, message);
    const QString text = message.forms.value(0);
    QCOMPARE(placeholders(text), placeholders(message.source));
    if (message.plural)
        QVERIFY(!message.source.contains(u"%n"_s) || text.contains(u"%n"_s));
    QCOMPARE(mnemonics(text).size(), mnemonics(message.source).size());
    QCOMPARE(matches(u"\\(&([A-Z])\\)"_s, text).size(), mnemonics(text).size());
    QCOMPARE(text.endsWith(u'。'), message.source.endsWith(u'.'));
    const QString japanese = u"[\\p{Han}\\p{Hiragana}\\p{Katakana}ー」）]"_s;
    QCOMPARE(matches(japanese + u"[,.;:!?]"_s, text), QStringList());
    if (!text.contains(u'\n'))
        QCOMPARE(matches(japanese + u" [A-Za-z]|[A-Za-z] "_s + japanese, text), QStringList());
    QCOMPARE(
        matches(
            u"サーバー|フォルダー|ヘッダー|フィルター|セレクター|アラインメント|メーリング・リスト|[“”]"_s,
            text),
        QStringList());
}

void TestTranslations::englishPlurals()
{
    QFETCH(const TsMessage, message);
    QVERIFY(message.plural);
    QCOMPARE(placeholders(message.forms.value(1)), placeholders(message.source));
    for (const QString &form : message.forms) {
        QCOMPARE(without(placeholders(form), placeholders(message.source)), QStringList());
        QVERIFY2(!form.contains(u"(s)"_s), qPrintable(form));
    }
}

void TestTranslations::contextsExist_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("Japanese") << u"ja"_s;
    QTest::newRow("English") << u"en"_s;
}

/// A text of a context that nothing asks for is never shown, and every text is in the compiled
/// file.
void TestTranslations::contextsExist()
{
    QFETCH(const QString, language);
    const QSet<QString> known = contextsOfSources();
    QTranslator translator;
    QVERIFY(translator.load(u":/i18n/sekisho_"_s + language));
    for (const TsMessage &message : fixture::readTsFile(tsPath(language))) {
        QVERIFY2(known.contains(message.context), qPrintable(message.context));
        const QByteArray comment = message.comment.toUtf8();
        const QString found = translator.translate(message.context.toUtf8().constData(),
            message.source.toUtf8().constData(), comment.isEmpty() ? nullptr : comment.constData(),
            message.plural ? 2 : -1);
        QCOMPARE(found, message.forms.last());
    }
}

void TestTranslations::shownInJapanese_data()
{
    QTest::addColumn<QString>("shown");
    QTest::addColumn<QString>("expected");
    Language language;
    language.set(u"ja"_s);
    const ReportTable table;
    QTest::newRow("a class") << MainWindow::tr("&File") << u"ファイル(&F)"_s;
    QTest::newRow("a base of a library") << FilterBar::tr("All domains") << u"すべてのドメイン"_s;
    QTest::newRow("a column") << table.headerData(0, Qt::Horizontal, Qt::DisplayRole).toString()
                              << u"報告元"_s;
    QTest::newRow("a note") << statusText(ItemStatus::Duplicate) << u"重複"_s;
    QTest::newRow("a percentage") << Format{language.locale(), true}.percent(177'902, 249'619)
                                  << u"71.27%"_s;
    QTest::newRow("a cell") << cellText(Cell{Outcome::Failed, Outcome::Failed}).verdict
                            << u"DMARCはfailです。どの認証もpassしていません。"_s;
    Filter filter;
    filter.passed = true;
    const QList<Chip> chips = chipsOf(filter, {});
    QTest::newRow("a chip") << (chips.isEmpty() ? QString() : chips.first().text)
                            << u"DMARC pass"_s;
}

void TestTranslations::shownInJapanese()
{
    QFETCH(const QString, shown);
    QFETCH(const QString, expected);
    QCOMPARE(shown, expected);
}

void TestTranslations::pluralsInEnglish()
{
    Language language;
    language.set(u"en"_s);
    QVERIFY(noteText({NoteCode::GzipTrailingBytes, {}, 1, {}}).startsWith(u"1 byte stands "_s));
    QVERIFY(noteText({NoteCode::GzipTrailingBytes, {}, 2, {}}).startsWith(u"2 bytes stand "_s));
    QCOMPARE(MainWindow::tr("&File"), u"&File"_s);
}

void TestTranslations::menusHaveUniqueMnemonics_data()
{
    contextsExist_data();
}

void TestTranslations::menusHaveUniqueMnemonics()
{
    QFETCH(const QString, language);
    Language chosen;
    chosen.set(language);
    MainWindow window(LoadOriginal{}, LoadFile{});
    QList<QWidget *> menus{window.menuBar()};
    for (QMenu *menu : window.findChildren<QMenu *>())
        menus.append(menu);
    QVERIFY(menus.size() > 4);
    for (const QWidget *menu : std::as_const(menus)) {
        QStringList letters;
        for (const QAction *action : menu->actions()) {
            for (const QString &letter : mnemonics(action->text())) {
                QVERIFY2(
                    !letters.contains(letter, Qt::CaseInsensitive), qPrintable(action->text()));
                letters.append(letter);
            }
        }
    }
}

void TestTranslations::oneFaceForJapanese()
{
    const QString expected = u"Noto Sans CJK JP"_s;
    const QFont latin(u"DejaVu Sans"_s, 10);
    const QStringList families = QFontDatabase::families();
    if (!families.contains(expected) || !families.contains(latin.family()))
        QSKIP("the fonts are not there");
    QCOMPARE(QFontInfo(fontFor(QLocale(u"ja_JP"_s), latin)).family(), expected);
    QCOMPARE(fontFor(QLocale(u"ja_JP"_s), latin).pointSize(), 10);
    QCOMPARE(fontFor(QLocale(u"en_GB"_s), latin), latin);
    // One that has Japanese was chosen by somebody who can read it.
    const QFont chosen(u"Noto Serif CJK JP"_s);
    if (QFontDatabase::families(QFontDatabase::Japanese).contains(chosen.family()))
        QCOMPARE(fontFor(QLocale(u"ja_JP"_s), chosen), chosen);
}

void TestTranslations::upToDate_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QStringList>("options");
    QTest::newRow("Japanese") << u"ja"_s << QStringList();
    QTest::newRow("English") << u"en"_s << QStringList{u"-pluralonly"_s};
}

/// lupdate finds no text that is new or gone, and understands every place where there is one.
void TestTranslations::upToDate()
{
    QFETCH(const QString, language);
    QFETCH(const QStringList, options);
    if (!qEnvironmentVariableIsSet("SEKISHO_CHECK_TRANSLATIONS"))
        QSKIP("SEKISHO_CHECK_TRANSLATIONS is not set");
    if (lupdate().isEmpty())
        QSKIP("there is no lupdate");
    const QTemporaryDir folder;
    const QString copy = folder.filePath(u"sekisho_"_s + language + u".ts"_s);
    QVERIFY(QFile::copy(tsPath(language), copy));
    QVERIFY(QFile::setPermissions(copy, QFile::ReadOwner | QFile::WriteOwner));
    const QString said = updated(copy, options);
    QVERIFY2(!said.contains(u"unknown namespace"_s) && !said.contains(u"Discarding"_s),
        qPrintable(said));
    const QStringList before = keysOf(tsPath(language));
    const QStringList after = keysOf(copy);
    QCOMPARE(without(after, before), QStringList());
    QCOMPARE(without(before, after), QStringList());
}

QTEST_MAIN(TestTranslations)
#include "tst_translations.moc"
