// SPDX-License-Identifier: GPL-3.0-or-later
// What the side bar shows of mailboxes.
#include "main/mailboxbar.h"

#include <QLabel>
#include <QProgressBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace sekisho;
using namespace sekisho::imap;
using namespace Qt::StringLiterals;

class TestMailboxBar final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void bar();
};

void TestMailboxBar::bar()
{
    const Format format{QLocale(QLocale::English), true};
    MailboxBar shown;
    MailboxStatus status;
    status.account.id = u"a"_s;
    status.account.name = u"Reports"_s;
    status.state = MailboxStatus::State::Running;
    status.progress.folder.folder = u"INBOX"_s;
    status.progress.folder.found = 40;
    status.progress.folder.stored = 10;
    MailboxStatus failed;
    failed.account.id = u"b"_s;
    failed.account.user = u"me"_s;
    failed.account.host = u"mail.example"_s;
    failed.state = MailboxStatus::State::Failed;
    failed.result.failure = failure(ProblemCode::TooSlow);
    shown.setStatuses({status, failed}, format);
    shown.show();
    QStringList texts;
    for (const QLabel *label : shown.findChildren<QLabel *>())
        texts.append(label->text());
    QVERIFY2(texts.contains(u"INBOX: 10 of 40"_s), qPrintable(texts.join(u'\n')));
    const QString all = texts.join(u'\n');
    QVERIFY2(texts.contains(u"me@mail.example"_s) &&
            texts.contains(u"⚠ mail.example stopped answering."_s),
        qPrintable(all));
    const auto bars = shown.findChildren<QProgressBar *>();
    QVERIFY(bars[0]->isVisible() && bars[0]->value() == 10 && bars[0]->maximum() == 40 &&
        !bars[1]->isVisible());
    const auto rows = shown.findChildren<MailboxRow *>();
    QSignalSpy cancelled(&shown, &MailboxBar::cancelRequested);
    QSignalSpy fetch(&shown, &MailboxBar::fetchRequested);
    rows[0]->findChildren<QToolButton *>()[0]->click();
    rows[1]->findChildren<QToolButton *>()[0]->click();
    QCOMPARE(cancelled.value(0).value(0).toString(), u"a"_s);
    QCOMPARE(fetch.value(0).value(0).toString(), u"b"_s);
    status.state = MailboxStatus::State::Done;
    shown.setStatuses({status, failed}, format);
    QCOMPARE(shown.findChildren<MailboxRow *>(), rows); // the same ones, with what is new
    QVERIFY(!bars[0]->isVisible());
}

QTEST_MAIN(TestMailboxBar)
#include "tst_mailboxbar.moc"
