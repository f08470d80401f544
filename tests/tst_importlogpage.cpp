// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/importlogpage.h"

#include "pages/explanationview.h"
#include "pages/itemdetail.h"
#include "support/reportfixture.h"

#include "support/pagefixture.h"
#include "widgets/bytesview.h"
#include "widgets/emptystate.h"

#include <QAbstractButton>
#include <QClipboard>
#include <QComboBox>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

using namespace sekisho;
using namespace Qt::StringLiterals;

namespace {

/// Items: 0 read, 1 unreadable with a place, 2 the same report again, 3 a bounce, 4 and 5 in
/// conflict.
View sample()
{
    DatasetBuilder builder;
    AggregateReport report = fixture::report(u"google.com"_s, u"1"_s);
    report.records = {fixture::talkRecord(0)};
    builder.add(fixture::item(report, u"/in/good.xml"_s), 1);
    builder.add(fixture::item(ItemKind::File, ItemStatus::Unreadable, u"/in/broken.xml"_s,
                    NoteCode::XmlTruncated, {}, {8, 3, 2}),
        0);
    builder.add(fixture::item(report, u"/in/again.xml"_s), 2);
    builder.add(fixture::item(ItemKind::Mail, ItemStatus::NotAReport, u"/in/bounce.eml"_s,
                    NoteCode::MailBounce),
        0);
    AggregateReport other = fixture::report(u"yahoo.com"_s, u"2"_s);
    builder.add(fixture::item(other, u"/in/old.xml"_s), 1);
    other.records = {fixture::talkRecord(0)};
    builder.add(fixture::item(other, u"/in/new.xml"_s), 2);
    return fixture::viewOf(builder);
}

QAbstractButton *buttonOf(const QWidget &page, const QString &text)
{
    for (QAbstractButton *button : page.findChildren<QAbstractButton *>()) {
        if (button->text() == text)
            return button;
    }
    return nullptr;
}

struct Parts {
    explicit Parts(const ImportLogPage &page)
        : tree(page.findChild<QTreeView *>())
        , reasons(page.findChild<ExplanationView *>())
        , bytes(page.findChild<BytesView *>())
        , search(page.findChild<QLineEdit *>())
        , choices(page.findChildren<QComboBox *>())
    {
    }

    [[nodiscard]] QStringList groups() const
    {
        QStringList texts;
        for (int i = 0; i < tree->model()->rowCount(); ++i)
            texts.append(tree->model()->index(i, 0).data().toString());
        return texts;
    }
    [[nodiscard]] QString current() const { return tree->currentIndex().data().toString(); }
    [[nodiscard]] QString title() const { return reasons->model()->index(0, 0).data().toString(); }
    void choose(int group, int row) const
    {
        tree->setCurrentIndex(tree->model()->index(row, 0, tree->model()->index(group, 0)));
    }

    QTreeView *tree;
    ExplanationView *reasons;
    BytesView *bytes;
    QLineEdit *search;
    QList<QComboBox *> choices;
};

} // namespace

/// Takes the place of the desktop's file manager.
class FolderCatcher final : public QObject {
    Q_OBJECT
public:
    QList<QUrl> urls;

public Q_SLOTS:
    void take(const QUrl &url) { urls.append(url); }
};

class TestImportLogPage final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void problemsFirst();
    void reasonsAndBytes();
    void bytesThatAreGone();
    void emptyBytes();
    void theLatestRequestWins();
    void notesLeadToTheirPlaces();
    void filters();
    void nothingMatches();
    void groupsStayClosed();
    void selectionStays();
    void linksToTheOtherOne();
    void linksToTheReport();
    void copiesReasons();
    void opensTheFolderOnly();
    void ignoresTheFilterOfTheWindow();
    void emptyState();
    void survivesBeingDeletedWhileReading();
};

void TestImportLogPage::problemsFirst()
{
    fixture::Originals originals;
    ImportLogPage page(originals.loader());
    page.setView(sample());
    const Parts parts(page);
    QCOMPARE(parts.groups(),
        QStringList({u"Unreadable (1)"_s, u"Conflict (2)"_s, u"Not a report (1)"_s,
            u"Duplicate (1)"_s, u"Read (1)"_s}));
    QCOMPARE(parts.current(), u"broken.xml"_s);
    const auto expanded = [&parts](int group) {
        return parts.tree->isExpanded(parts.tree->model()->index(group, 0));
    };
    QVERIFY(expanded(0));
    QVERIFY(expanded(1));
    QVERIFY(!expanded(4));
}

void TestImportLogPage::reasonsAndBytes()
{
    fixture::Originals originals;
    ImportLogPage page(originals.loader());
    page.setView(sample());
    page.show();
    const Parts parts(page);
    QCOMPARE(parts.title(), u"broken.xml: Unreadable"_s);
    QVERIFY(
        parts.reasons->model()->index(2, 0).data().toString().startsWith(u"The XML ends before"_s));
    QVERIFY(!parts.bytes->isVisible());
    originals.answer(0, QByteArray("<a>\n<b>\n<c"));
    QTRY_VERIFY(parts.bytes->isVisible());
    QCOMPARE(parts.bytes->mode(), BytesView::Mode::Text);
    QCOMPARE(parts.bytes->caret(), (TextPlace{2, 0}));
    QCOMPARE(parts.bytes->outer(), (LineSpan{2, 1}));
    buttonOf(page, u"Hex"_s)->click();
    QCOMPARE(parts.bytes->mode(), BytesView::Mode::Hex);
    const TextPlace spot = parts.bytes->caret();
    QCOMPARE(parts.bytes->lineText(spot.line).sliced(spot.column, 5), u"3c 63"_s);
}

void TestImportLogPage::bytesThatAreGone()
{
    fixture::Originals originals;
    ImportLogPage page(originals.loader());
    page.setView(sample());
    page.show();
    originals.answer(0, Note{NoteCode::FileMissing, {}, 1, {}});
    const auto said = [&page] {
        for (const QLabel *label : page.findChildren<QLabel *>()) {
            if (label->isVisible() &&
                label->text().startsWith(u"The bytes cannot be shown. There is no"_s))
                return true;
        }
        return false;
    };
    QTRY_VERIFY(said());
    QVERIFY(!buttonOf(page, u"Save bytes as…"_s)->isEnabled());
    QVERIFY(buttonOf(page, u"Copy"_s)->isEnabled());
}

void TestImportLogPage::emptyBytes()
{
    fixture::Originals originals;
    ImportLogPage page(originals.loader());
    page.setView(sample());
    page.show();
    originals.answer(0, QByteArray());
    const auto said = [&page] {
        for (const QLabel *label : page.findChildren<QLabel *>()) {
            if (label->isVisible() && label->text() == u"There are no bytes: it is empty."_s)
                return true;
        }
        return false;
    };
    QTRY_VERIFY(said());
    QVERIFY(!buttonOf(page, u"Save bytes as…"_s)->isEnabled());
}

void TestImportLogPage::theLatestRequestWins()
{
    fixture::Originals originals;
    ImportLogPage page(originals.loader());
    page.setView(sample());
    const Parts parts(page);
    parts.choose(1, 0);
    parts.choose(1, 1);
    QCOMPARE(originals.requests.size(), size_t(3));
    QCOMPARE(originals.requests[2].origin.path, u"/in/new.xml"_s);
    originals.answer(2, QByteArray("new"));
    QTRY_COMPARE(parts.bytes->lineCount(), 1);
    originals.answer(0, QByteArray("a\nb"));
    originals.answer(1, QByteArray("a\nb\nc"));
    QTest::qWait(50);
    QCOMPARE(parts.bytes->lineCount(), 1);
}

void TestImportLogPage::notesLeadToTheirPlaces()
{
    DatasetBuilder builder;
    ReadItem item = fixture::item(ItemKind::File, ItemStatus::Unreadable, u"/x"_s,
        NoteCode::ElementUnknown, u"a"_s, {0, 1, 1});
    item.notes.add(NoteCode::RecordLost, {}, {6, 2, 3});
    item.notes.add(NoteCode::NoRecords);
    builder.add(std::move(item), 0);
    fixture::Originals originals;
    ImportLogPage page(originals.loader());
    page.setView(fixture::viewOf(builder));
    const Parts parts(page);
    originals.answer(0, QByteArray("abc\ndef"));
    QTRY_COMPARE(parts.bytes->caret(), (TextPlace{1, 2})); // the worst one
    const auto choose = [&parts](int line) {
        parts.reasons->setCurrentIndex(parts.reasons->model()->index(line, 0));
    };
    choose(2);
    QCOMPARE(parts.bytes->caret(), (TextPlace{0, 0}));
    choose(3);
    QCOMPARE(parts.bytes->caret(), (TextPlace{1, 2}));
    choose(4); // has no place
    QCOMPARE(parts.bytes->caret(), (TextPlace{1, 2}));
}

void TestImportLogPage::filters()
{
    fixture::Originals originals;
    ImportLogPage page(originals.loader());
    page.setView(sample());
    const Parts parts(page);
    parts.search->setText(u"BOUNCE"_s);
    QCOMPARE(parts.groups(), QStringList{u"Not a report (1)"_s});
    parts.search->clear();
    QComboBox *severity = parts.choices[0]->count() == 3 ? parts.choices[0] : parts.choices[1];
    QComboBox *status = parts.choices[0]->count() == 3 ? parts.choices[1] : parts.choices[0];
    severity->setCurrentIndex(1);
    QCOMPARE(parts.groups(), QStringList({u"Unreadable (1)"_s, u"Conflict (2)"_s}));
    severity->setCurrentIndex(2);
    QCOMPARE(parts.groups(), QStringList{u"Unreadable (1)"_s});
    severity->setCurrentIndex(0);
    status->setCurrentText(u"Duplicate"_s);
    QCOMPARE(parts.groups(), QStringList{u"Duplicate (1)"_s});
    status->setCurrentIndex(0);
    QCOMPARE(parts.groups().size(), 5);
}

void TestImportLogPage::nothingMatches()
{
    fixture::Originals originals;
    ImportLogPage page(originals.loader());
    page.setView(sample());
    page.show();
    const Parts parts(page);
    parts.search->setText(u"nowhere"_s);
    QVERIFY(!parts.tree->isVisible());
    buttonOf(page, u"Show all items"_s)->click();
    QVERIFY(parts.tree->isVisible());
    QCOMPARE(parts.search->text(), QString());
    QCOMPARE(parts.groups().size(), 5);
}

void TestImportLogPage::groupsStayClosed()
{
    fixture::Originals originals;
    ImportLogPage page(originals.loader());
    page.setView(sample());
    const Parts parts(page);
    parts.tree->collapse(parts.tree->model()->index(1, 0));
    parts.tree->expand(parts.tree->model()->index(4, 0));
    page.setView(sample());
    QVERIFY(!parts.tree->isExpanded(parts.tree->model()->index(1, 0)));
    QVERIFY(parts.tree->isExpanded(parts.tree->model()->index(4, 0)));
    parts.search->setText(u"new.xml"_s);
    parts.search->clear();
    QVERIFY(!parts.tree->isExpanded(parts.tree->model()->index(1, 0)));
}

void TestImportLogPage::selectionStays()
{
    fixture::Originals originals;
    ImportLogPage page(originals.loader());
    page.setView(sample());
    const Parts parts(page);
    parts.choose(1, 1);
    QCOMPARE(parts.current(), u"new.xml"_s);
    page.setView(sample());
    QCOMPARE(parts.current(), u"new.xml"_s);
    QCOMPARE(parts.title(), u"new.xml: Conflict"_s);
    QCOMPARE(originals.requests.size(), size_t(2));
}

void TestImportLogPage::linksToTheOtherOne()
{
    fixture::Originals originals;
    ImportLogPage page(originals.loader());
    page.setView(sample());
    page.show();
    const Parts parts(page);
    QAbstractButton *other = buttonOf(page, u"Show the other one"_s);
    QVERIFY(!other->isVisible());
    parts.choose(1, 0);
    QVERIFY(other->isVisible());
    other->click();
    QCOMPARE(parts.current(), u"new.xml"_s);
    other->click();
    QCOMPARE(parts.current(), u"old.xml"_s);
    // A duplicate leads to the first one, even where the filter hides that.
    parts.search->setText(u"again"_s);
    parts.choose(0, 0);
    QCOMPARE(parts.current(), u"again.xml"_s);
    other->click();
    QCOMPARE(parts.current(), u"good.xml"_s);
    QCOMPARE(parts.search->text(), QString());
}

void TestImportLogPage::linksToTheReport()
{
    fixture::Originals originals;
    ImportLogPage page(originals.loader());
    const View view = sample();
    page.setView(view);
    page.show();
    const Parts parts(page);
    QSignalSpy filters(&page, &Page::filterRequested);
    QSignalSpy pages(&page, &Page::pageRequested);
    QAbstractButton *report = buttonOf(page, u"Show the report"_s);
    QVERIFY(!report->isVisible());
    parts.choose(1, 0); // not counted, so not on the page of reports
    QVERIFY(!report->isVisible());
    parts.choose(1, 1);
    QVERIFY(report->isVisible());
    report->click();
    QCOMPARE(filters.size(), 1);
    QCOMPARE(filters.first().first().value<Filter>().reportKeys,
        QStringList{reportKey(*view.dataset, 3)});
    QCOMPARE(pages.size(), 1);
    QCOMPARE(pages.first().first().value<PageId>(), PageId::Reports);
}

void TestImportLogPage::copiesReasons()
{
    fixture::Originals originals;
    ImportLogPage page(originals.loader());
    page.setView(sample());
    buttonOf(page, u"Copy"_s)->click();
    const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n');
    QCOMPARE(lines.first(), u"broken.xml: Unreadable"_s);
    QVERIFY(lines[2].endsWith(u"The place is line 3, column 2."_s));
    QVERIFY(lines.contains(u"File: /in/broken.xml"_s));
}

void TestImportLogPage::opensTheFolderOnly()
{
    FolderCatcher catcher;
    QDesktopServices::setUrlHandler(u"file"_s, &catcher, "take");
    fixture::Originals originals;
    ImportLogPage page(originals.loader());
    page.setView(sample());
    buttonOf(page, u"Open containing folder"_s)->click();
    QDesktopServices::unsetUrlHandler(u"file"_s);
    QCOMPARE(catcher.urls, QList<QUrl>{QUrl::fromLocalFile(u"/in"_s)});
}

void TestImportLogPage::ignoresTheFilterOfTheWindow()
{
    fixture::Originals originals;
    ImportLogPage page(originals.loader());
    Filter filter;
    filter.domains = {u"nowhere.example"_s};
    page.setView(fixture::filtered(sample(), filter));
    QCOMPARE(Parts(page).groups().size(), 5);
}

void TestImportLogPage::emptyState()
{
    fixture::Originals originals;
    ImportLogPage page(originals.loader());
    page.show();
    const Parts parts(page);
    QVERIFY(!parts.tree->isVisible());
    QSignalSpy opened(&page, &Page::openRequested);
    buttonOf(page, u"Open Folder…"_s)->click();
    QCOMPARE(opened.size(), 1);
    page.setView(sample());
    QVERIFY(parts.tree->isVisible());
    page.setView({});
    QVERIFY(!parts.tree->isVisible());
}

void TestImportLogPage::survivesBeingDeletedWhileReading()
{
    fixture::Originals originals;
    {
        ImportLogPage page(originals.loader());
        page.setView(sample());
    }
    originals.answer(0, QByteArray("x"));
    QTest::qWait(20);
}

QTEST_MAIN(TestImportLogPage)
#include "tst_importlogpage.moc"
