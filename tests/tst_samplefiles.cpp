// SPDX-License-Identifier: GPL-3.0-or-later
// What the page of failure reports reads and writes: samples, lists of URLs, indicators, drafts.
#include "pages/failurespage.h"
#include "pages/failureviewer.h"
#include "pages/takedown.h"
#include "support/dialoganswers.h"
#include "support/failurefixture.h"
#include "support/pagefixture.h"
#include "tables/failuretable.h"
#include "tables/raworder.h"
#include "tables/sampletables.h"
#include "widgets/infostrip.h"

#include <QAction>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLoggingCategory>
#include <QPlainTextEdit>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

using namespace sekisho;
using namespace sekisho::fixture;
using namespace Qt::StringLiterals;

namespace {

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

QStringList filesIn(const QTemporaryDir &folder)
{
    return QDir(folder.path()).entryList(QDir::Files | QDir::Hidden | QDir::System);
}

View viewOf(const std::vector<FailureMail> &mails)
{
    DatasetBuilder builder;
    int number = 0;
    for (const FailureMail &mail : mails)
        read(mail.bytes(), u"/%1.eml"_s.arg(++number), {}, Stop(), [&builder](ReadItem &&item) { builder.add(std::move(item), 0); });
    return fixture::viewOf(builder);
}

/// Two samples that lead to other places, and to whom the second was sent stands in its subject.
std::vector<FailureMail> twoMails()
{
    FailureMail second;
    second.feedback.replace("192.0.2.7", "203.0.113.9");
    second.sample = "From: Billing <b8@example.jp>\nTo: <jiro@receiver.example>\nSubject: Invoice for jiro@receiver.example\n"
                    "Message-ID: <2@example.jp>\n\nPay at https://bill.evil.test/pay?to=jiro%40receiver.example\n";
    return {FailureMail(), second};
}

struct ShownPage {
    ShownPage()
        : page(originals.loader(), fileNow)
    {
        page.resize(1100, 800);
        page.show();
        page.setView(viewOf(twoMails()));
        for (QTreeView *view : page.findChildren<QTreeView *>()) {
            auto *order = qobject_cast<RawOrder *>(view->model());
            if (order && dynamic_cast<FailureTable *>(order->sourceModel()))
                table = dynamic_cast<FailureTable *>(order->sourceModel());
        }
    }

    void run(const QString &text)
    {
        for (QAction *action : page.findChildren<QAction *>()) {
            if (action->text() == text) {
                action->trigger();
                return;
            }
        }
        QFAIL(qPrintable(text));
    }
    [[nodiscard]] bool says(const QString &text) const
    {
        for (const QLabel *label : page.findChildren<QLabel *>()) {
            if (label->text().contains(text))
                return true;
        }
        return false;
    }
    /// The senders of the samples that are marked, in the order of the list.
    [[nodiscard]] QStringList marked() const
    {
        QStringList found;
        for (int row = 0; row < table->rowCount(); ++row) {
            for (int column = 0; column < table->columnCount(); ++column) {
                const QString key = table->headerData(column, Qt::Horizontal, ColumnKeyRole).toString();
                if (key == "subject"_L1 && table->index(row, column).data(MeaningRole).isValid())
                    found.append(table->index(row, 1).data().toString());
            }
        }
        return found;
    }

    Originals originals;
    FailuresPage page;
    FailureTable *table = nullptr;
};

} // namespace

class TestSampleFiles final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// The offscreen platform grumbles about every window.
    void initTestCase() { QLoggingCategory::setFilterRules(u"default.warning=false"_s); }
    void savesTheBytes();
    void refusedSavesNothing_data();
    void refusedSavesNothing();
    void savesWithoutBody();
    void saysWhyItWasNotSaved();
    void checksAgainstLists_data();
    void checksAgainstLists();
    void unreadableList();
    void forgetsTheList();
    void hidesRecipientsInCampaigns();
    void drafts_data();
    void drafts();
};

namespace {

/// Damaged on purpose: what is saved is what came, byte by byte.
constexpr char oddBytes[] = "From: <k67@example.jp>\r\nSubject: =?iso-2022-jp?B?GyRC?=\nX: \0\xff\xfe\x1b[2J\r\rTo: <a@b.example>\r\n\r\n"
                     "body \0 \r\n.\r\n\xed\xa0\x80 no end of line \r\n";
const QByteArray odd(oddBytes, sizeof oddBytes - 1);

void show(FailureViewer &viewer, bool bodies = true)
{
    FailureViewer::Options options;
    options.bodies = bodies;
    options.format = {QLocale(QLocale::English), true};
    viewer.setOptions(options);
    viewer.setInspection(inspectMail(odd, Limits()), {});
    viewer.show();
}

} // namespace

void TestSampleFiles::savesTheBytes()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"kept.eml"_s);
    FailureViewer viewer;
    show(viewer);
    QString warning;
    DialogAnswers answers({[&warning](QDialog *dialog) {
                               warning = qobject_cast<QMessageBox *>(dialog)->text();
                               DialogAnswers::button(QMessageBox::AcceptRole)(dialog);
                           },
        DialogAnswers::file(path)});
    Q_EMIT viewer.findChild<InfoStrip *>()->triggered();
    QCOMPARE(answers.seen(), size_t(2));
    QVERIFY(warning.contains(u"may contain malware"_s));
    QTRY_COMPARE(contents(path), odd);
    QTRY_VERIFY(viewer.findChildren<QLabel *>().last()->isVisible());
}

void TestSampleFiles::refusedSavesNothing_data()
{
    QTest::addColumn<bool>("atTheWarning");
    QTest::newRow("at the warning") << true;
    QTest::newRow("at the choice of a file") << false;
}

void TestSampleFiles::refusedSavesNothing()
{
    QFETCH(bool, atTheWarning);
    const QTemporaryDir folder;
    const QString before = QDir::currentPath();
    QVERIFY(QDir::setCurrent(folder.path()));
    FailureViewer viewer;
    show(viewer);
    const DialogAnswers answers(atTheWarning ? std::vector<DialogAnswers::Answer>{}
                                             : std::vector{DialogAnswers::button(QMessageBox::AcceptRole)});
    Q_EMIT viewer.findChild<InfoStrip *>()->triggered();
    QTest::qWait(20); // a file would be there by now
    QDir::setCurrent(before);
    QCOMPARE(answers.seen(), atTheWarning ? size_t(1) : size_t(2));
    QCOMPARE(filesIn(folder), QStringList());
}

void TestSampleFiles::savesWithoutBody()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"kept.eml"_s);
    FailureViewer viewer;
    show(viewer, false);
    const DialogAnswers answers({DialogAnswers::button(QMessageBox::AcceptRole), DialogAnswers::file(path)});
    Q_EMIT viewer.findChild<InfoStrip *>()->triggered();
    QTRY_COMPARE(contents(path), odd.first(odd.indexOf("\r\n\r\n") + 2));
}

void TestSampleFiles::saysWhyItWasNotSaved()
{
    const QTemporaryDir folder;
    FailureViewer viewer;
    show(viewer);
    QVERIFY(QDir(folder.path()).mkdir(u"taken.eml"_s));
    const auto typed = [&folder](QDialog *dialog) {
        // A folder gets in the way after the file was chosen.
        dialog->findChild<QLineEdit *>(u"fileNameEdit"_s)->setText(folder.filePath(u"gone/x.eml"_s));
        QDir(folder.path()).mkdir(u"gone"_s);
        dialog->accept();
        QDir(folder.path()).rmdir(u"gone"_s);
    };
    const DialogAnswers answers({DialogAnswers::button(QMessageBox::AcceptRole), typed});
    Q_EMIT viewer.findChild<InfoStrip *>()->triggered();
    const auto says = [&viewer] {
        for (const QLabel *label : viewer.findChildren<QLabel *>()) {
            if (label->isVisible() && label->text().startsWith(u"Not saved:"_s))
                return true;
        }
        return false;
    };
    QTRY_VERIFY(says());
}

void TestSampleFiles::checksAgainstLists_data()
{
    QTest::addColumn<QByteArray>("list");
    QTest::addColumn<QStringList>("marked");
    QTest::addColumn<QString>("note");
    const QString first = u"192.0.2.7"_s;
    const QString second = u"203.0.113.9"_s;
    QTest::newRow("plain list") << QByteArray("# hosts\nevil.test\n") << QStringList{second} << u"1 sample(s) with a URL on your list"_s;
    QTest::newRow("plain list of URLs") << QByteArray("http://track.parcel.example/login?id=7&to=taro%40receiver.example\n") << QStringList{first}
                                        << u"1 sample(s) with a URL on your list"_s;
    QTest::newRow("hosts file") << QByteArray("127.0.0.1 localhost\n0.0.0.0 track.parcel.example bill.evil.test\n") << QStringList{first, second}
                                << u"2 sample(s) with a URL on your list"_s;
    QTest::newRow("URLhaus") << QByteArray("################\n# URLhaus Database Dump (CSV)\n# id,dateadded,url,url_status,last_online,threat,tags,urlhaus_link,reporter\n"
                                           "\"3\",\"2026-06-01 00:00:00\",\"https://bill.evil.test/pay?to=jiro%40receiver.example\",\"online\",\"\",\"malware_download\",\"\",\"https://u.example/url/3/\",\"x\"\r\n")
                             << QStringList{second} << u"1 sample(s) with a URL on your list"_s;
    QTest::newRow("nothing of it") << QByteArray("other.test\n\x01\n") << QStringList{} << u"1 line(s) of the list are neither a URL nor a host"_s;
}

void TestSampleFiles::checksAgainstLists()
{
    QFETCH(QByteArray, list);
    QFETCH(QStringList, marked);
    QFETCH(QString, note);
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"list.txt"_s);
    write(path, list);
    ShownPage shown;
    QTRY_COMPARE(shown.table->rowCount(), 2);
    QCOMPARE(shown.marked(), QStringList());
    const DialogAnswers answers({DialogAnswers::file(path)});
    shown.run(u"Check URLs against a list…"_s);
    QTRY_VERIFY(shown.says(note));
    QStringList found = shown.marked();
    found.sort();
    QCOMPARE(found, marked);
    // The next start reads it again.
    ShownPage other;
    other.page.setState(shown.page.state());
    QTRY_VERIFY(other.says(note));
}

void TestSampleFiles::unreadableList()
{
    const QTemporaryDir folder;
    ShownPage shown;
    QTRY_COMPARE(shown.table->rowCount(), 2);
    shown.page.setState({{u"urlList"_s, folder.filePath(u"gone.txt"_s)}});
    QTRY_VERIFY(shown.says(u"cannot be read"_s));
    QCOMPARE(shown.page.state().value(u"urlList"_s).toString(), QString());
}

void TestSampleFiles::forgetsTheList()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"list.txt"_s);
    write(path, "evil.test\n");
    ShownPage shown;
    shown.page.setState({{u"urlList"_s, path}});
    QTRY_COMPARE(shown.marked().size(), 1);
    shown.run(u"Forget the list"_s);
    QTRY_COMPARE(shown.marked().size(), 0);
    QCOMPARE(shown.page.state().value(u"urlList"_s).toString(), QString());
}

void TestSampleFiles::hidesRecipientsInCampaigns()
{
    ShownPage shown;
    QTRY_COMPARE(shown.table->rowCount(), 2);
    const auto subjects = [&shown] {
        QStringList found;
        for (const QTreeView *view : shown.page.findChildren<QTreeView *>()) {
            const auto *order = qobject_cast<RawOrder *>(view->model());
            const auto *table = order ? dynamic_cast<CampaignTable *>(order->sourceModel()) : nullptr;
            for (int row = 0; table && row < table->rowCount(); ++row)
                found.append(table->index(row, 0).data().toString());
        }
        found.sort();
        return found;
    };
    QCOMPARE(subjects(), (QStringList{u"Invoice for ***@receiver.example"_s, u"Parcel"_s}));
    shown.run(u"Show recipients"_s);
    QCOMPARE(subjects(), (QStringList{u"Invoice for jiro@receiver.example"_s, u"Parcel"_s}));
}

void TestSampleFiles::drafts_data()
{
    QTest::addColumn<bool>("japanese");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("English") << false << QStringList{u"Request to stop abuse"_s, u"Mails reported: 1"_s};
    QTest::newRow("Japanese") << true << QStringList{u"件名"_s, u"失敗レポート"_s};
}

void TestSampleFiles::drafts()
{
    QFETCH(bool, japanese);
    QFETCH(QStringList, expected);
    const View view = viewOf(twoMails());
    const FailureResults results = failureResults(*view.dataset, *view.senders, {}, {}, Stop());
    const auto invoice = std::find_if(results.campaigns.begin(), results.campaigns.end(), [](const Campaign &campaign) { return campaign.subject.startsWith(u"Invoice"_s); });
    QVERIFY(invoice != results.campaigns.end());
    const std::vector<Indicator> indicators = masked(indicatorsOf(*view.dataset, invoice->samples, results.ownDomains, {}), maskOf(*view.dataset, invoice->samples));
    QWidget window;
    showTakedownDraft(japanese, *view.dataset, *invoice, indicators, true, &window);
    auto *dialog = window.findChild<QDialog *>();
    QVERIFY(dialog);
    const QString draft = dialog->findChild<QPlainTextEdit *>()->toPlainText();
    // The facts, whatever the language.
    for (const QString &fact : expected + QStringList{u"203.0.113.9"_s, u"hxxps://bill[.]evil[.]test/pay"_s, u"2017-05-14 03:16 UTC"_s, u"example.jp"_s, u"Invoice for ***@receiver.example"_s})
        QVERIFY2(draft.contains(fact), qPrintable(fact + u'\n' + draft));
    QVERIFY2(!draft.contains(u"jiro"_s), qPrintable(draft));
    QVERIFY(!draft.contains(u"http"_s));
    for (QAbstractButton *button : dialog->findChild<QDialogButtonBox *>()->buttons()) {
        if (button->text() == "Copy"_L1)
            button->click();
    }
    QCOMPARE(QGuiApplication::clipboard()->text(), draft);
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"draft.txt"_s);
    QString proposed;
    const DialogAnswers answers({DialogAnswers::file(path, &proposed)});
    for (QAbstractButton *button : dialog->findChild<QDialogButtonBox *>()->buttons()) {
        if (button->text() == u"Save…")
            button->click();
    }
    QCOMPARE(proposed, u"takedown.txt"_s);
    QTRY_COMPARE(contents(path), draft.toUtf8());
    QCOMPARE(filesIn(folder), QStringList{u"draft.txt"_s});
}

QTEST_MAIN(TestSampleFiles)
#include "tst_samplefiles.moc"
