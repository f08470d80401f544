// SPDX-License-Identifier: GPL-3.0-or-later
// Nothing from a sample reaches a shell, a URL handler, a path or an HTML renderer.
#include "dialogs/inspectdialog.h"
#include "pages/failurespage.h"
#include "pages/failureviewer.h"
#include "support/dialoganswers.h"
#include "support/failurefixture.h"
#include "support/hostilesample.h"
#include "support/pagefixture.h"
#include "widgets/infostrip.h"

#include <QAbstractItemView>
#include <QContextMenuEvent>
#include <QDesktopServices>
#include <QDirIterator>
#include <QHelpEvent>
#include <QLabel>
#include <QLoggingCategory>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QTest>
#include <QTextBlock>
#include <QTextBrowser>
#include <QToolTip>

using namespace sekisho;
using namespace sekisho::fixture;
using namespace Qt::StringLiterals;

namespace {

/// Nothing may be handed to the desktop.
class UrlTrap final : public QObject {
    Q_OBJECT
public:
    UrlTrap()
    {
        for (const QString &scheme : schemes)
            QDesktopServices::setUrlHandler(scheme, this, "handle");
    }
    ~UrlTrap() override
    {
        for (const QString &scheme : schemes)
            QDesktopServices::unsetUrlHandler(scheme);
    }
    Q_DISABLE_COPY_MOVE(UrlTrap)

    QList<QUrl> opened;
    const QStringList schemes{u"http"_s, u"https"_s, u"file"_s, u"mailto"_s, u"javascript"_s, u"ftp"_s, u"data"_s, u"cid"_s};

public Q_SLOTS:
    void handle(const QUrl &url) { opened.append(url); }
};

FailureMail reportOf(const Lures &lures, const QByteArray &sample)
{
    FailureMail mail;
    mail.sample = sample;
    mail.feedback += lures.filledIn("Reported-URI: HTTP/reported\n");
    mail.feedback.replace("Delivery-Result: delivered", lures.filledIn("Delivery-Result: <img src=\"FILE\">"));
    mail.feedback.replace("dmarc=fail", lures.filledIn("dmarc=<img/src=FILE>"));
    return mail;
}

/// The page of failure reports or the dialog for single mails, showing a sample.
struct Shown {
    std::unique_ptr<QWidget> window;
    FailureViewer *viewer = nullptr;
    Originals originals;
};

std::unique_ptr<Shown> shownIn(const QString &place, const FailureMail &mail)
{
    auto shown = std::make_unique<Shown>();
    if (place == "page"_L1) {
        auto page = std::make_unique<FailuresPage>(shown->originals.loader(), fileNow);
        DatasetBuilder builder;
        read(mail.bytes(), u"/hostile.eml"_s, {}, Stop(), [&builder](ReadItem &&item) { builder.add(std::move(item), 0); });
        page->resize(1100, 900);
        page->show();
        page->setView(viewOf(builder));
        [&shown, &mail] {
            QTRY_VERIFY(!shown->originals.requests.empty());
            shown->originals.answer(0, mail.bytes());
        }();
        shown->window = std::move(page);
    } else {
        auto dialog = std::make_unique<InspectDialog>();
        dialog->show();
        dialog->inspect(mail.sample);
        shown->window = std::move(dialog);
    }
    shown->viewer = shown->window->findChild<FailureViewer *>();
    return shown;
}

bool isFilled(const FailureViewer &viewer)
{
    for (const QLabel *label : viewer.findChildren<QLabel *>()) {
        if (label->isVisible() && label->text().contains(u"k67@example.jp"_s))
            return true;
    }
    return false;
}

/// The buttons above the text, one a tab, and those that switch a tab.
QList<QAbstractButton *> switches(const FailureViewer &viewer)
{
    QList<QAbstractButton *> found;
    for (QAbstractButton *button : viewer.findChildren<QAbstractButton *>()) {
        if (button->isCheckable())
            found.append(button);
    }
    return found;
}

bool showsBait(QWidget &window)
{
    const QImage picture = window.grab().toImage().convertToFormat(QImage::Format_RGB32);
    for (int y = 0; y < picture.height(); ++y) {
        const auto *line = reinterpret_cast<const QRgb *>(picture.constScanLine(y));
        if (std::find(line, line + picture.width(), baitColor) != line + picture.width())
            return true;
    }
    return false;
}

/// Clicks, keys, menus and help, all over a widget.
void poke(QWidget *widget)
{
    const QPointer<QWidget> alive = widget;
    const QList<QPoint> places{{4, 4}, {60, 12}, {150, 30}, widget->rect().center(), {20, widget->height() - 6}};
    for (const QPoint &place : places) {
        if (!alive || !widget->rect().contains(place))
            continue;
        QTest::mouseClick(widget, Qt::LeftButton, {}, place);
        QTest::mouseClick(widget, Qt::LeftButton, Qt::ControlModifier, place);
        QTest::mouseDClick(widget, Qt::LeftButton, {}, place);
        QTest::mouseClick(widget, Qt::MiddleButton, {}, place);
        QHelpEvent help(QEvent::ToolTip, place, widget->mapToGlobal(place));
        QApplication::sendEvent(widget, &help);
        QVERIFY2(!QToolTip::text().contains(QRegularExpression(u"<(?!/?qt>)[a-zA-Z]"_s)), qPrintable(QToolTip::text()));
    }
    if (alive) {
        QContextMenuEvent menu(QContextMenuEvent::Mouse, places[1], widget->mapToGlobal(places[1]));
        QApplication::sendEvent(widget, &menu);
    }
    for (Qt::Key key : {Qt::Key_Return, Qt::Key_Enter, Qt::Key_Space}) {
        if (alive)
            QTest::keyClick(widget, key);
    }
}

QString contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QStringList sourcesBelow(const QStringList &folders)
{
    QStringList files;
    for (const QString &folder : folders) {
        QDirIterator it(QStringLiteral(SEKISHO_SOURCE_DIR "/") + folder, {u"*.h"_s, u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (it.hasNext())
            files.append(it.next());
    }
    return files;
}

} // namespace

class TestSampleSafety final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// The offscreen platform grumbles about every window.
    void initTestCase() { QLoggingCategory::setFilterRules(u"default.warning=false"_s); }
    void nothingIsFetchedOrOpened_data();
    void nothingIsFetchedOrOpened();
    void textStaysText_data() { nothingIsFetchedOrOpened_data(); }
    void textStaysText();
    void namesBecomeNoPaths();
    void sources_data();
    void sources();
};

void TestSampleSafety::nothingIsFetchedOrOpened_data()
{
    QTest::addColumn<QString>("place");
    QTest::addColumn<QByteArray>("sample");
    const QByteArray subject = "Subject: <img src=\"FILE\"><img src=\"HTTP/subject.gif\"><a href=\"javascript:run()\">x</a>"
                               " {ESC}]8;;HTTP/osc{BEL} {RLO}gpj{NUL}. {SURROGATE} =?utf-16be?B?2AA=?=\n";
    for (const QString &place : {u"page"_s, u"dialog"_s}) {
        const QByteArray name = place.toLatin1();
        QTest::newRow(QByteArray(name + ", HTML").constData()) << place << QByteArray(hostileHead + subject + hostileHtml);
        QTest::newRow(QByteArray(name + ", text").constData()) << place << QByteArray(hostileHead + subject + hostileText);
        QTest::newRow(QByteArray(name + ", attachments").constData()) << place << QByteArray(hostileHead + subject + hostileAttachments);
    }
}

void TestSampleSafety::nothingIsFetchedOrOpened()
{
    QFETCH(QString, place);
    QFETCH(QByteArray, sample);
    Lures lures;
    QVERIFY(lures.server.isListening());
    const QString before = QDir::currentPath();
    QVERIFY(QDir::setCurrent(lures.folder.path())); // a file without a path would land there
    UrlTrap trap;
    DialogAnswers refuse;
    const auto shown = shownIn(place, reportOf(lures, lures.filledIn(sample)));
    QTRY_VERIFY(isFilled(*shown->viewer));
    QSet<const QWidget *> poked;
    for (QAbstractButton *button : switches(*shown->viewer)) {
        if (button->isVisible() && button->isEnabled())
            button->click();
        QList<QPointer<QWidget>> widgets; // dialogs and help come and go
        for (QWidget *widget : shown->viewer->findChildren<QWidget *>())
            widgets.append(widget);
        for (const QPointer<QWidget> &widget : widgets) {
            const auto *each = qobject_cast<QAbstractButton *>(widget.data());
            const bool there = widget && widget->isVisible() && widget->window() == shown->window.get();
            if (!there || widget->width() <= 8 || (each && each->isCheckable()))
                continue;
            if (!each || !poked.contains(each)) // the text above stands there whatever tab is shown
                poke(widget);
            poked.insert(widget.data());
        }
        QVERIFY(!showsBait(*shown->window));
    }
    for (QAbstractItemView *view : shown->window->findChildren<QAbstractItemView *>()) {
        if (view->isVisible() && view->window() == shown->window.get())
            poke(view->viewport());
    }
    QVERIFY(!showsBait(*shown->window));
    QDir::setCurrent(before);
    QVERIFY(refuse.seen() > 0); // saving was asked for, and refused
    QTest::qWait(20); // a connection would be there by now
    QCOMPARE(lures.connections, 0);
    QCOMPARE(trap.opened, QList<QUrl>());
    QCOMPARE(QDir(lures.folder.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot), QStringList{u"bait.png"_s});
}

void TestSampleSafety::textStaysText()
{
    QFETCH(QString, place);
    QFETCH(QByteArray, sample);
    const Lures lures;
    const auto shown = shownIn(place, reportOf(lures, lures.filledIn(sample)));
    QTRY_VERIFY(isFilled(*shown->viewer));
    const auto isTame = [](const QString &text) {
        if (!text.isValidUtf16())
            return false;
        return std::none_of(text.cbegin(), text.cend(), [](QChar c) {
            return c != u'\n' && (c.category() == QChar::Other_Control || c.category() == QChar::Other_Format);
        });
    };
    for (const QWidget *widget : shown->window->findChildren<QWidget *>()) {
        QVERIFY(!widget->inherits("QTextEdit")); // QTextBrowser is one
        QVERIFY(!widget->inherits("QWebEngineView"));
        QVERIFY2(!Qt::mightBeRichText(widget->toolTip()), qPrintable(widget->toolTip()));
    }
    for (const QLabel *label : shown->viewer->findChildren<QLabel *>()) {
        QVERIFY2(label->text().isEmpty() || label->textFormat() == Qt::PlainText, qPrintable(label->text()));
        QVERIFY(!label->openExternalLinks());
        QVERIFY2(isTame(label->text()), qPrintable(label->text()));
    }
    for (QAbstractButton *button : switches(*shown->viewer)) {
        button->click();
        for (const QPlainTextEdit *text : shown->viewer->findChildren<QPlainTextEdit *>()) {
            QVERIFY(text->isReadOnly());
            QVERIFY(!text->textInteractionFlags().testAnyFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard | Qt::TextEditable));
            QVERIFY2(isTame(text->toPlainText()), qPrintable(text->toPlainText()));
            for (const QTextFormat &format : text->document()->allFormats()) {
                QVERIFY(!format.isImageFormat() && !format.isTableFormat());
                QVERIFY(!format.toCharFormat().isAnchor() && format.toCharFormat().anchorHref().isEmpty());
            }
        }
    }
    for (const QAbstractItemView *view : shown->window->findChildren<QAbstractItemView *>()) {
        const QAbstractItemModel *model = view->model();
        for (int row = 0; model && row < model->rowCount(); ++row) {
            for (int column = 0; column < model->columnCount(); ++column) {
                const QString text = model->index(row, column).data().toString();
                QVERIFY2(isTame(text), qPrintable(text));
            }
        }
    }
}

/// Neither the names of attachments nor the subject say where something is written, or how it is
/// called.
void TestSampleSafety::namesBecomeNoPaths()
{
    const Lures lures;
    QVERIFY(QDir(lures.folder.path()).mkpath(u"a/b/chosen"_s));
    const QString before = QDir::currentPath();
    QVERIFY(QDir::setCurrent(lures.folder.filePath(u"a/b/chosen"_s)));
    const QByteArray sample = lures.filledIn(QByteArray(hostileHead) + "Subject: ../../subject\n" + hostileAttachments);
    const auto shown = shownIn(u"page"_s, reportOf(lures, sample));
    QTRY_VERIFY(isFilled(*shown->viewer));
    QString proposed;
    QString proposedCsv;
    DialogAnswers answers({DialogAnswers::button(QMessageBox::AcceptRole), DialogAnswers::file(u"mine.eml"_s, &proposed),
        DialogAnswers::file(u"mine.csv"_s, &proposedCsv)});
    Q_EMIT shown->viewer->findChild<InfoStrip *>()->triggered();
    QCOMPARE(proposed, u"sample.eml"_s);
    for (QAction *action : shown->window->findChildren<QAction *>()) {
        if (action->text() == u"Save indicators as CSV…")
            action->trigger();
    }
    QTRY_COMPARE(answers.seen(), size_t(3));
    QCOMPARE(proposedCsv, u"indicators.csv"_s);
    QTRY_VERIFY(QFile::exists(u"mine.csv"_s) && QFile::exists(u"mine.eml"_s));
    QTest::qWait(20);
    QStringList found;
    QDirIterator it(lures.folder.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (it.hasNext())
        found.append(QDir(lures.folder.path()).relativeFilePath(it.next()));
    found.sort();
    QDir::setCurrent(before);
    QCOMPARE(found, (QStringList{u"a/b/chosen/mine.csv"_s, u"a/b/chosen/mine.eml"_s, u"bait.png"_s}));
}

void TestSampleSafety::sources_data()
{
    QTest::addColumn<QStringList>("folders");
    QTest::addColumn<QString>("names"); // of the files that are looked at
    QTest::addColumn<QString>("forbidden");
    QTest::addColumn<QStringList>("except");
    const QString every = u"."_s;
    const QString ofSamples = u"(failure|sample|takedown|inspect|urllist|indicator|campaign)"_s;
    const QStringList whole{u"models"_s, u"ui"_s, u"app"_s};
    QTest::newRow("no program is started")
        << whole << every
        << u"\\bQProcess\\b|\\bstartDetached\\b|\\bpopen\\s*\\(|\\bexec[lv][pe]*\\s*\\(|\\bposix_spawn|\\bfork\\s*\\(|(?:std::|(?<![\\w:])::|(?<![\\w:]))system\\s*\\("_s
        << QStringList{u"app/cli/fetchcommand.cpp"_s}; // the user's own --password-command
    QTest::newRow("nothing is handed to the desktop")
        << QStringList{u"models"_s, u"ui"_s} << every << u"QDesktopServices\\s*::"_s
        << QStringList{u"ui/pages/itemdetail.cpp"_s}; // the folder that a file of the user's lies in
    QTest::newRow("nothing is rendered")
        << whole << ofSamples
        << u"[sS]etHtml|insertHtml|appendHtml|toHtml\\(|RichText|MarkdownText|QTextBrowser|\\bQTextEdit\\b|setOpenExternalLinks|LinksAccessible|TextBrowserInteraction|QWebEngine"_s
        << QStringList();
    QTest::newRow("nothing is fetched")
        << whole << ofSamples << u"QNetwork|QTcpSocket|QSslSocket|QHostInfo|QDnsLookup|Resolver\\b"_s << QStringList();
}

void TestSampleSafety::sources()
{
    QFETCH(QStringList, folders);
    QFETCH(QString, names);
    QFETCH(QString, forbidden);
    QFETCH(QStringList, except);
    const QDir root(QStringLiteral(SEKISHO_SOURCE_DIR));
    const QRegularExpression name(names);
    const QRegularExpression word(forbidden);
    QStringList found;
    int looked = 0;
    for (const QString &path : sourcesBelow(folders)) {
        const QString file = root.relativeFilePath(path);
        if (!name.match(file).hasMatch())
            continue;
        ++looked;
        const QRegularExpressionMatch match = word.match(contents(path));
        if (match.hasMatch() && !except.contains(file))
            found.append(file + u": "_s + match.captured());
        QVERIFY2(match.hasMatch() || !except.contains(file), qPrintable(file + u" needs no exception any more"_s));
    }
    QVERIFY(looked > 10);
    QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
    if (except.contains(u"ui/pages/itemdetail.cpp"_s))
        QCOMPARE(contents(root.filePath(u"ui/pages/itemdetail.cpp"_s)).count(u"openUrl("_s), 1);
}

QTEST_MAIN(TestSampleSafety)
#include "tst_samplesafety.moc"
