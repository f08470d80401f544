// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/failurespage.h"

#include "pages/failureviewer.h"
#include "support/failurefixture.h"
#include "support/pagefixture.h"
#include "support/reportfixture.h"
#include "tables/failuretable.h"
#include "tables/raworder.h"
#include "widgets/emptystate.h"
#include "widgets/linkbutton.h"

#include <QAction>
#include <QDesktopServices>
#include <QLabel>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTest>
#include <QTextBrowser>
#include <QTreeView>

using namespace sekisho;
using namespace sekisho::fixture;
using namespace Qt::StringLiterals;

namespace {

void add(DatasetBuilder &builder, const FailureMail &mail, const QString &path)
{
    const Stop never;
    read(mail.bytes(), path, {}, never, [&builder](ReadItem &&item) { builder.add(std::move(item), 0); });
}

FailureMail hostile()
{
    FailureMail mail;
    mail.sample = "From: <k67@example.jp>\nTo: <taro@receiver.example>\nSubject: <b>x</b> \x1b[2J\xe2\x80\xae\n"
                  "Content-Type: text/html\n\n<script>run()</script><p>Dear taro@receiver.example</p>"
                  "<img src=\"http://pixel.test/p.gif\"><a href=\"http://evil.test/\">http://bank.example/</a>\n";
    return mail;
}

/// One plain and one hostile sample.
View sample()
{
    DatasetBuilder builder;
    add(builder, FailureMail(), u"/plain.eml"_s);
    add(builder, hostile(), u"/hostile.eml"_s);
    return viewOf(builder);
}

struct Parts {
    explicit Parts(FailuresPage &page)
        : viewer(page.findChild<FailureViewer *>())
        , empty(page.findChild<EmptyState *>())
    {
        for (QTreeView *view : page.findChildren<QTreeView *>()) {
            const auto *order = qobject_cast<RawOrder *>(view->model());
            if (order && dynamic_cast<FailureTable *>(order->sourceModel()))
                list = view;
        }
    }

    [[nodiscard]] QString allText() const
    {
        QStringList texts;
        for (const QLabel *label : viewer->findChildren<QLabel *>())
            texts.append(label->text());
        for (const QPlainTextEdit *text : viewer->findChildren<QPlainTextEdit *>())
            texts.append(text->toPlainText());
        return texts.join(u'\n');
    }

    FailureViewer *viewer;
    EmptyState *empty;
    QTreeView *list = nullptr;
};

/// Nothing of a sample may be handed to the desktop.
class NoUrlHandler final : public QObject {
    Q_OBJECT
public:
    NoUrlHandler()
    {
        for (const char *scheme : {"http", "https", "mailto", "ftp", "file"})
            QDesktopServices::setUrlHandler(QString::fromLatin1(scheme), this, "handle");
    }
    ~NoUrlHandler() override
    {
        for (const char *scheme : {"http", "https", "mailto", "ftp", "file"})
            QDesktopServices::unsetUrlHandler(QString::fromLatin1(scheme));
    }
    int opened = 0;
public Q_SLOTS:
    void handle(const QUrl &) { ++opened; }
};

} // namespace

class TestFailuresPage final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showsSamples();
    void hostileSampleStaysText();
    void hidesRecipientsAndBodies();
    void filters();
    void emptyStates();
    void leadsToRecords();
    void sameHiddenRecipient();
};

void TestFailuresPage::showsSamples()
{
    Originals originals;
    FailuresPage page(originals.loader(), fileNow);
    const QSignalSpy counted(&page, &FailuresPage::countChanged);
    page.show();
    page.setView(sample());
    QTRY_COMPARE(counted.size(), 1);
    QCOMPARE(counted.first().first().toInt(), 2);
    const Parts parts(page);
    QCOMPARE(parts.list->model()->rowCount(), 2);
    QTRY_COMPARE(originals.requests.size(), size_t(1));
    originals.answer(0, FailureMail().bytes());
    QTRY_VERIFY(parts.allText().contains(u"Accounts <k67@example.jp>"_s));
    const QString text = parts.allText();
    QVERIFY(text.contains(u"DKIM"_s));
    QVERIFY(text.contains(u"delivered"_s));
    QVERIFY(text.contains(u"may contain malware"_s));
    // Another one is chosen, and then the first again: only the latest answer is shown.
    parts.list->setCurrentIndex(parts.list->model()->index(1, 0));
    parts.list->setCurrentIndex(parts.list->model()->index(0, 0));
    QCOMPARE(originals.requests.size(), size_t(3));
    originals.answer(1, hostile().bytes());
    originals.answer(2, FailureMail().bytes());
    QTRY_VERIFY(parts.allText().contains(u"Check http"_s));
}

void TestFailuresPage::hostileSampleStaysText()
{
    NoUrlHandler handler;
    Originals originals;
    FailuresPage page(originals.loader(), fileNow);
    page.resize(1000, 700);
    page.show();
    page.setView(sample());
    const Parts parts(page);
    QTRY_VERIFY(!originals.requests.empty());
    originals.answer(0, hostile().bytes());
    QTRY_VERIFY(parts.allText().contains(u"http://bank.example/"_s));
    // Text is in views that can show nothing else, and labels take no markup.
    QVERIFY(page.findChildren<QTextBrowser *>().isEmpty());
    for (const QLabel *label : page.findChildren<QLabel *>())
        QVERIFY2(!label->openExternalLinks() && (label->textFormat() == Qt::PlainText || !Qt::mightBeRichText(label->text())), qPrintable(label->text()));
    for (const QPlainTextEdit *text : parts.viewer->findChildren<QPlainTextEdit *>()) {
        QVERIFY(text->isReadOnly());
        QVERIFY(!text->textInteractionFlags().testAnyFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard));
        for (QChar c : text->toPlainText())
            QVERIFY(c == u'\n' || (c.category() != QChar::Other_Control && c.category() != QChar::Other_Format));
    }
    for (QPlainTextEdit *text : parts.viewer->findChildren<QPlainTextEdit *>())
        QTest::mouseDClick(text->viewport(), Qt::LeftButton, {}, {20, 20});
    QCOMPARE(handler.opened, 0);
}

void TestFailuresPage::hidesRecipientsAndBodies()
{
    Originals originals;
    FailuresPage page(originals.loader(), fileNow);
    page.show();
    page.setView(sample());
    const Parts parts(page);
    QTRY_VERIFY(!originals.requests.empty());
    originals.answer(0, hostile().bytes());
    QTRY_VERIFY(parts.allText().contains(u"Dear "_s));
    QVERIFY(!parts.allText().contains(u"taro@"_s));
    QVERIFY(parts.allText().contains(u"***@receiver.example"_s));
    const auto action = [&page](const QString &text) {
        for (QAction *each : page.findChildren<QAction *>()) {
            if (each->text() == text)
                return each;
        }
        return static_cast<QAction *>(nullptr);
    };
    action(u"Show recipients"_s)->setChecked(true);
    QVERIFY(parts.allText().contains(u"taro@receiver.example"_s));
    action(u"Do not keep bodies"_s)->setChecked(true);
    QVERIFY(!parts.allText().contains(u"Dear "_s));
    QVERIFY(!parts.viewer->sampleToSave().contains("Dear "));
    QVERIFY(parts.viewer->sampleToSave().contains("From: <k67@example.jp>"));
    FailuresPage other(originals.loader(), fileNow);
    other.setState(page.state());
    QVERIFY(other.state().value(u"noBodies"_s).toBool());
}

void TestFailuresPage::filters()
{
    Originals originals;
    FailuresPage page(originals.loader(), fileNow);
    page.show();
    page.setView(sample());
    const Parts parts(page);
    QTRY_VERIFY(!originals.requests.empty());
    originals.answer(0, FailureMail().bytes());
    QTRY_VERIFY(parts.allText().contains(u"Accounts"_s));
    const QSignalSpy filtered(&page, &Page::filterRequested);
    const QSignalSpy followed(&page, &Page::pageRequested);
    Q_EMIT parts.viewer->senderRequested();
    QCOMPARE(filtered.first().first().value<Filter>().senders, QStringList{u"192.0.2.7"_s});
    QCOMPARE(followed.first().first().value<PageId>(), PageId::Cases);
}

void TestFailuresPage::emptyStates()
{
    Originals originals;
    FailuresPage page(originals.loader(), fileNow);
    page.show();
    page.setView(View());
    const Parts parts(page);
    QTRY_VERIFY(!page.isBusy());
    QVERIFY(parts.empty->isVisible());
    Filter filter;
    filter.text = u"no such text"_s;
    page.setView(filtered(sample(), filter));
    QTRY_VERIFY(!page.isBusy());
    QVERIFY(parts.empty->isVisible());
}

/// From a sample to the aggregate records that count it.
void TestFailuresPage::leadsToRecords()
{
    DatasetBuilder builder;
    AggregateReport report = fixture::report(u"google.example"_s, u"1"_s);
    report.period = {1'494'720'000, 1'494'806'399}; // the day of the sample
    Record spoofed = fixture::passingRecord(0, u"192.0.2.7"_s, 2);
    spoofed.headerFrom = u"example.jp"_s;
    report.records = {spoofed};
    builder.add(fixture::item(report, u"/a.xml"_s), 0);
    add(builder, FailureMail(), u"/plain.eml"_s);
    const View view = viewOf(builder);
    Originals originals;
    FailuresPage page(originals.loader(), fileNow);
    page.show();
    page.setView(view);
    QTRY_VERIFY(!originals.requests.empty());
    originals.answer(0, FailureMail().bytes());
    const auto link = [&page]() -> LinkButton * {
        for (LinkButton *each : page.findChildren<LinkButton *>()) {
            if (each->isVisible() && each->text() == u"1 record(s)")
                return each;
        }
        return nullptr;
    };
    QTRY_VERIFY(link());
    const QSignalSpy filtered(&page, &Page::filterRequested);
    const QSignalSpy followed(&page, &Page::pageRequested);
    link()->click();
    const auto filter = filtered.first().first().value<Filter>();
    QCOMPARE(select(*view.dataset, *view.senders, filter, Stop()), std::vector<Row>{0});
    QCOMPARE(filter.reportKeys, QStringList{reportKey(*view.dataset, 0)});
    QCOMPARE(followed.first().first().value<PageId>(), PageId::Reports);
}

/// Equal tokens of one reporter mean the same recipient (RFC 6590); those of another mean nothing.
void TestFailuresPage::sameHiddenRecipient()
{
    FailureMail mail;
    mail.sample.replace("Taro <taro@receiver.example>", "<k9Jx2mQz7LpA4vTbR8sW@receiver.example>");
    FailureMail again = mail;
    again.sample.replace("<1@", "<2@");
    FailureMail elsewhere = mail;
    elsewhere.from = "ruf@another.example";
    elsewhere.sample.replace("<1@", "<3@");
    DatasetBuilder builder;
    add(builder, mail, u"/1.eml"_s);
    add(builder, again, u"/2.eml"_s);
    add(builder, elsewhere, u"/3.eml"_s);
    Originals originals;
    FailuresPage page(originals.loader(), fileNow);
    page.show();
    page.setView(viewOf(builder));
    QTRY_VERIFY(!originals.requests.empty());
    originals.answer(0, mail.bytes());
    QTRY_VERIFY(Parts(page).allText().contains(u"***@receiver.example (hidden by the reporter; the same recipient as of 1 other sample(s))"_s));
}

QTEST_MAIN(TestFailuresPage)
#include "tst_failurespage.moc"
