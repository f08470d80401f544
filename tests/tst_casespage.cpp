// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/casespage.h"

#include "pages/casepanel.h"
#include "support/failurefixture.h"
#include "support/pagefixture.h"
#include "support/reportfixture.h"
#include "tables/casesendertable.h"
#include "tables/casetext.h"
#include "tables/column.h"
#include "widgets/casebutton.h"
#include "widgets/emptystate.h"
#include "widgets/pathview.h"

#include <QAbstractItemModelTester>
#include <QInputDialog>
#include <QMenu>
#include <QLabel>
#include <QPushButton>
#include <QRegularExpression>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QTest>
#include <QTranslator>
#include <QTreeView>

#include <ctime>

using namespace sekisho;
using namespace Qt::StringLiterals;

namespace {

/// Own mail of 192.0.2.1, and mail of 198.51.100.9 that nothing vouches for.
View sample(const Pins &pins = {}, const Filter &filter = {}, const QList<QByteArray> &mails = {})
{
    AggregateReport report = fixture::report(u"google.example"_s, u"1"_s);
    Record spoof = fixture::passingRecord(1, u"198.51.100.9"_s, 40);
    spoof.dkim.clear();
    spoof.spf[0].result = AuthResult::Fail;
    spoof.dkimEvaluated = spoof.spfEvaluated = Evaluated::Fail;
    report.records = {fixture::passingRecord(0, u"192.0.2.1"_s, 1500), spoof};
    DatasetBuilder builder;
    builder.add(fixture::item(report, u"/a.xml"_s), 0);
    int number = 0;
    for (const QByteArray &mail : mails)
        read(mail, u"/%1.eml"_s.arg(++number), {}, Stop(), [&builder](ReadItem &&item) { builder.add(std::move(item), 0); });
    View view = fixture::viewOf(builder);
    view.pins = std::make_shared<Pins>(pins);
    auto senders = std::make_shared<SenderIndex>(*view.senders);
    view.judgement = std::make_shared<Judgement>(
        judge(*view.dataset, *senders, nullptr, *view.own, *view.services, pins, Stop()));
    senders->cases = view.judgement->casesOfRows();
    view.senders = senders;
    view.filter = filter;
    view.cases = std::make_shared<CaseSummary>(
        caseSummaryOf(*view.judgement, *view.dataset, *view.senders, filter, Stop()));
    return view;
}

/// 198.51.100.9 is a list, because the user says so.
Pins pinned()
{
    return {{{u"198.51.100.0/24"_s, {}, MailCase::ListOther, u"the club's list"_s}}};
}

struct Shown {
    explicit Shown(const View &view = sample(pinned()))
    {
        page.resize(1250, 800);
        page.show();
        page.setView(view);
        panel = page.findChild<CasePanel *>();
        for (QTreeView *tree : page.findChildren<QTreeView *>()) {
            if (!panel->isAncestorOf(tree))
                senders = tree;
        }
    }
    [[nodiscard]] CaseButton *button(MailCase mailCase) const
    {
        for (CaseButton *button : page.findChildren<CaseButton *>()) {
            if (button->isCheckable() && button->mailCase() == mailCase)
                return button;
        }
        return nullptr;
    }
    [[nodiscard]] QString current() const
    {
        return senders->currentIndex().siblingAtColumn(0).data().toString();
    }
    [[nodiscard]] QTreeView *records() const { return panel->findChild<QTreeView *>(); }
    /// What stands in a column of the first record.
    [[nodiscard]] QString recordText(const QString &key) const
    {
        const QAbstractItemModel *model = records()->model();
        for (int i = 0; i < model->columnCount(); ++i) {
            if (model->headerData(i, Qt::Horizontal, ColumnKeyRole).toString() == key)
                return model->index(0, i).data().toString();
        }
        return {};
    }
    void choose(int row) const { senders->setCurrentIndex(senders->model()->index(row, 0)); }
    /// Triggers an entry of a menu of the panel.
    [[nodiscard]] bool trigger(const QString &text) const
    {
        for (QMenu *menu : panel->findChildren<QMenu *>()) {
            for (QAction *action : menu->actions()) {
                if (action->text() == text && action->isEnabled()) {
                    action->trigger();
                    return true;
                }
            }
        }
        return false;
    }

    CasesPage page;
    CasePanel *panel = nullptr;
    QTreeView *senders = nullptr;
};

} // namespace

class TestCasesPage final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void casesAreCounted();
    void clicksNarrowAndWiden();
    void panelExplainsTheSender();
    void selectionSurvives();
    void pinsAndOwnSendersAreAskedFor();
    void pinsTakeNotes();
    void emptyStates();
    void aCaseWithoutSenders();
    void theNameOfTheChosenCaseStandsOnce();
    void speaksAnotherLanguage();
    void leadsToSamples();
    void recordsFollowTheView();
    void recordsGoToTheirReport();
};

void TestCasesPage::casesAreCounted()
{
    const Shown shown;
    QCOMPARE(shown.button(MailCase::Direct)->texts().number, u"1,500"_s);
    QCOMPARE(shown.button(MailCase::ListOther)->texts().number, u"40"_s);
    QCOMPARE(shown.button(MailCase::ListOther)->texts().percent, u"2.60\u00a0%"_s);
    QCOMPARE(shown.button(MailCase::Spoof)->texts().number, u"0"_s);
    QCOMPARE(shown.senders->model()->rowCount(), 2);
    const QAbstractItemModelTester tester(shown.senders->model());
}

void TestCasesPage::clicksNarrowAndWiden()
{
    Shown shown;
    QSignalSpy asked(&shown.page, &Page::filterRequested);
    QTest::mouseClick(shown.button(MailCase::ListOther), Qt::LeftButton);
    QCOMPARE(asked.size(), 1);
    const Filter filter = asked.takeFirst().first().value<Filter>();
    QCOMPARE(filter.cases, QList<int>{int(MailCase::ListOther)});
    shown.page.setView(sample(pinned(), filter));
    QCOMPARE(shown.senders->model()->rowCount(), 1);
    QVERIFY(shown.button(MailCase::ListOther)->isChecked());
    QCOMPARE(
        shown.button(MailCase::Direct)->texts().number, u"1,500"_s); // the others stay to be chosen
    QTest::mouseClick(shown.button(MailCase::ListOther), Qt::LeftButton);
    QVERIFY(asked.takeFirst().first().value<Filter>().cases.isEmpty());
}

void TestCasesPage::panelExplainsTheSender()
{
    const Shown shown;
    QTRY_VERIFY(shown.panel->isComplete());
    QCOMPARE(shown.panel->detail()->verdict.mailCase, MailCase::Direct);
    const PathView *path = shown.panel->findChild<PathView *>();
    QCOMPARE(path->path().mailCase, MailCase::Direct);
    QCOMPARE(path->path().stations.back().name, u"google.example"_s);
    shown.choose(1);
    QTRY_COMPARE(shown.panel->detail()->verdict.mailCase, MailCase::ListOther);
    QVERIFY(shown.panel->detail()->verdict.pin);
}

void TestCasesPage::selectionSurvives()
{
    Shown shown;
    shown.choose(1);
    const QString chosen = shown.current();
    QCOMPARE(chosen, u"198.51.100.*"_s);
    Filter direct;
    direct.cases = {int(MailCase::Direct)};
    shown.page.setView(sample(pinned(), direct));
    QCOMPARE(shown.current(), u"192.0.2.*"_s);
    shown.page.setView(sample(pinned()));
    QCOMPARE(shown.current(), chosen);
}

void TestCasesPage::pinsAndOwnSendersAreAskedFor()
{
    Shown shown;
    QTRY_VERIFY(shown.panel->isComplete());
    QSignalSpy own(&shown.page, &Page::ownSenderRequested);
    QVERIFY(shown.trigger(u"Internal: a server of ours"_s));
    const auto entry = own.takeFirst().first().value<OwnSenders::Entry>();
    QCOMPARE(senderKey(entry), u"192.0.2.0/24"_s);
    QCOMPARE(entry.senderClass, SenderClass::Internal);
    QCOMPARE(entry.domain, u"example.com"_s);
    QSignalSpy pins(&shown.page, &Page::pinRequested);
    QVERIFY(shown.trigger(caseName(MailCase::Forward)));
    const Pin pin = pins.takeFirst().first().value<Pin>();
    QCOMPARE(pin.sender, u"192.0.2.0/24"_s);
    QCOMPARE(pin.mailCase, MailCase::Forward);
    QVERIFY(!shown.trigger(u"Remove the pin"_s)); // there is none
    shown.choose(1);
    QTRY_VERIFY(shown.panel->detail()->verdict.pin);
    QSignalSpy removed(&shown.page, &Page::pinRemoved);
    QVERIFY(shown.trigger(u"Remove the pin"_s));
    QCOMPARE(removed.takeFirst().first().value<Pin>(), pinned().list.front());
}

void TestCasesPage::pinsTakeNotes()
{
    Shown shown;
    QTRY_VERIFY(shown.panel->isComplete());
    QVERIFY(!shown.trigger(u"Note…"_s)); // nothing is pinned here
    shown.choose(1);
    QTRY_VERIFY(shown.panel->detail()->verdict.pin);
    QSignalSpy pins(&shown.page, &Page::pinRequested);
    QVERIFY(shown.trigger(u"Note…"_s));
    auto *dialog = shown.panel->findChild<QInputDialog *>();
    QVERIFY(dialog);
    QCOMPARE(dialog->textValue(), u"the club's list"_s);
    dialog->setTextValue(u" a\tchoir\n "_s);
    dialog->accept();
    Pin expected = pinned().list.front();
    expected.note = u"a choir"_s;
    QCOMPARE(pins.takeFirst().first().value<Pin>(), expected);
    // Another case keeps the reason.
    QVERIFY(shown.trigger(caseName(MailCase::Forward)));
    QCOMPARE(pins.takeFirst().first().value<Pin>().note, u"the club's list"_s);
}

void TestCasesPage::emptyStates()
{
    Shown shown{View()};
    const auto *empty = shown.page.findChild<EmptyState *>();
    QVERIFY(empty->isVisible());
    View waiting = sample();
    waiting.judgement = std::make_shared<Judgement>();
    waiting.cases = std::make_shared<CaseSummary>();
    shown.page.setView(waiting);
    QVERIFY(empty->isVisible());
    shown.page.setView(sample());
    QVERIFY(!empty->isVisible());
}

/// Says where one is, and leads on.
void TestCasesPage::aCaseWithoutSenders()
{
    Filter filter;
    filter.cases = {int(MailCase::ListOwn)};
    Shown shown(sample(pinned(), filter));
    QCOMPARE(shown.senders->model()->rowCount(), 0);
    EmptyState *none = nullptr;
    for (EmptyState *state : shown.page.findChildren<EmptyState *>())
        none = state->isVisible() ? state : none;
    QVERIFY(none);
    QVERIFY(!shown.panel->isVisible());
    QSignalSpy asked(&shown.page, &Page::filterRequested);
    Q_EMIT none->triggered();
    QVERIFY(asked.takeFirst().first().value<Filter>().cases.isEmpty());
    Q_EMIT none->secondTriggered(); // the guide
    QVERIFY(!none->isVisible());
    shown.page.setView(sample(pinned()));
    QCOMPARE(shown.senders->model()->rowCount(), 2);
}

void TestCasesPage::theNameOfTheChosenCaseStandsOnce()
{
    Shown shown;
    const auto hidden = [&shown] {
        return shown.senders->isColumnHidden(CaseSenderTable::Case);
    };
    QVERIFY(!hidden());
    Filter filter;
    filter.cases = {int(MailCase::Direct)};
    shown.page.setView(sample(pinned(), filter));
    QVERIFY(hidden());
    filter.cases.append(int(MailCase::ListOther));
    shown.page.setView(sample(pinned(), filter));
    QVERIFY(!hidden());
}

void TestCasesPage::speaksAnotherLanguage()
{
    Shown shown;
    shown.choose(1);
    QTRY_VERIFY(shown.panel->isComplete());
    class Shouting final : public QTranslator {
    public:
        bool isEmpty() const override { return false; }
        QString translate(const char *, const char *text, const char *, int) const override
        {
            return QString::fromUtf8(text).toUpper();
        }
    } translator;
    QCoreApplication::installTranslator(&translator);
    QCoreApplication::processEvents(); // the event is posted
    const QString name = shown.button(MailCase::ListOther)->texts().name;
    const QString header =
        shown.senders->model()->headerData(0, Qt::Horizontal, Qt::DisplayRole).toString();
    const QString cell = shown.senders->model()->index(1, CaseSenderTable::Case).data().toString();
    QStringList labels;
    for (const QLabel *label : shown.page.findChildren<QLabel *>()) {
        if (label->isVisible())
            labels.append(label->text());
    }
    QCoreApplication::removeTranslator(&translator);
    QCOMPARE(name, u"OTHER LIST"_s);
    QCOMPARE(header, u"SENDER"_s);
    QCOMPARE(cell, u"OTHER LIST"_s);
    QVERIFY(labels.contains(u"CASES"_s));
    // No label is left behind in English; data has no lower-case words of more than one letter but names.
    const QStringList data{u"google.example"_s, u"example.com"_s, u"198.51.100.*"_s, u"the club's list"_s};
    for (QString text : std::as_const(labels)) {
        for (const QString &part : data)
            text.remove(part);
        static const QRegularExpression word(u"[a-z]{3,}"_s);
        QVERIFY2(!word.match(text).hasMatch(), qPrintable(text));
    }
    QCOMPARE(shown.current(), u"198.51.100.*"_s);
}

/// To the failure reports of the sender, and of the record that is chosen.
void TestCasesPage::leadsToSamples()
{
    fixture::FailureMail mail;
    mail.feedback.replace("192.0.2.7", "198.51.100.9").replace("13 May 2017 20:16:56 -0700", "24 Sep 2017 12:00:00 +0000");
    mail.sample.replace("k67@example.jp", "k67@example.com");
    fixture::FailureMail later = mail; // of the sender, but not of the record
    later.feedback.replace("24 Sep", "30 Sep");
    later.sample.replace("<1@", "<2@");
    const Shown shown(sample(pinned(), {}, {mail.bytes(), later.bytes()}));
    const auto button = [&shown]() -> QPushButton * {
        for (QPushButton *each : shown.panel->findChildren<QPushButton *>()) {
            if (each->isVisible() && each->text().endsWith("sample(s)"_L1))
                return each;
        }
        return nullptr;
    };
    shown.choose(0);
    QTRY_VERIFY(shown.panel->isComplete());
    QVERIFY(!button()); // own mail of another address
    shown.choose(1);
    QTRY_VERIFY(shown.panel->isComplete() && button());
    QCOMPARE(button()->text(), u"2 sample(s)"_s);
    const QSignalSpy filtered(&shown.page, &Page::filterRequested);
    const QSignalSpy followed(&shown.page, &Page::pageRequested);
    button()->click();
    QCOMPARE(filtered.last().first().value<Filter>().senders, QStringList{u"198.51.100.0/24"_s});
    QCOMPARE(followed.last().first().value<PageId>(), PageId::Failures);
    auto *records = shown.records();
    records->setCurrentIndex({});
    records->setCurrentIndex(records->model()->index(0, 0));
    QTRY_VERIFY(shown.panel->isComplete() && button() && button()->text() == u"1 sample(s)"_s);
    button()->click();
    QCOMPARE(filtered.last().first().value<Filter>().senders, QStringList{u"198.51.100.9"_s});
    QCOMPARE(filtered.last().first().value<Filter>().headerFroms, QStringList{u"example.com"_s});
}

/// Also where the sender and its records stay, and only the times are to be those of Japan.
void TestCasesPage::recordsFollowTheView()
{
    const QByteArray before = qgetenv("TZ");
    const auto restore = qScopeGuard([before] {
        before.isNull() ? qunsetenv("TZ") : qputenv("TZ", before);
        tzset();
    });
    qputenv("TZ", "Asia/Tokyo");
    tzset();
    View view = sample(pinned());
    Shown shown(view);
    shown.choose(1);
    QTRY_VERIFY(shown.panel->isComplete() && shown.records()->model()->rowCount() == 1);
    QCOMPARE(shown.recordText(u"period"_s), u"2017-09-24"_s);
    view.format.utc = false;
    shown.page.setView(view);
    QTRY_COMPARE(shown.recordText(u"period"_s), u"2017-09-24 – 2017-09-25"_s);
    QVERIFY(shown.records()->currentIndex().isValid());
}

void TestCasesPage::recordsGoToTheirReport()
{
    const Shown shown;
    QTRY_VERIFY(shown.panel->isComplete() && shown.records()->currentIndex().isValid());
    const QSignalSpy filtered(&shown.page, &Page::filterRequested);
    const QSignalSpy followed(&shown.page, &Page::pageRequested);
    shown.records()->setFocus();
    QTRY_VERIFY(shown.records()->hasFocus());
    QTest::keyClick(shown.records(), Qt::Key_Return);
    QCOMPARE(filtered.size(), 1);
    QCOMPARE(filtered.first().first().value<Filter>().reportKeys.size(), 1);
    QCOMPARE(followed.last().first().value<PageId>(), PageId::Reports);
}

QTEST_MAIN(TestCasesPage)
#include "tst_casespage.moc"
