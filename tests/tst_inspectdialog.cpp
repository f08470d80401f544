// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/inspectdialog.h"

#include "support/failurefixture.h"

#include <QFile>
#include <QLabel>
#include <QPlainTextEdit>
#include <QTemporaryDir>
#include <QTest>

using namespace sekisho;
using namespace sekisho::fixture;
using namespace Qt::StringLiterals;

namespace {

const QByteArray mail = "Received: from b.example (b.example [192.0.2.2]) by mx.receiver.example with ESMTPS id 2; Sat, 13 May 2017 20:16:56 +0000\n"
                        "Authentication-Results: mx.receiver.example; spf=pass smtp.mailfrom=a@example.jp; dkim=pass header.d=example.jp\n"
                        "From: Somebody <a@example.jp>\nTo: <taro@receiver.example>\nSubject: Hello\n\nDear taro@receiver.example\n";

QString textOf(const InspectDialog &dialog)
{
    QStringList texts;
    for (const QLabel *label : dialog.findChildren<QLabel *>())
        texts.append(label->text());
    for (const QPlainTextEdit *text : dialog.findChildren<QPlainTextEdit *>())
        texts.append(text->toPlainText());
    return texts.join(u'\n');
}

} // namespace

class TestInspectDialog final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showsMail_data();
    void showsMail();
    void files();
    void theLatestWins();
};

void TestInspectDialog::showsMail_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("expected");
    QTest::newRow("mail") << mail << u"SPF passed for a domain that is aligned with From."_s;
    QTest::newRow("header alone") << mail.left(mail.indexOf("\n\n")) << u"SPF passed for a domain that is aligned with From."_s;
    QTest::newRow("failure report: its sample") << FailureMail().bytes() << u"Accounts <k67@example.jp>"_s;
    QTest::newRow("no mail at all") << QByteArray("\0\1\2\n\xff", 5) << u"No subject"_s;
    QTest::newRow("winmail.dat") << QByteArray("\x78\x9f\x3e\x22\x01", 5) << u"It is not opened, as crafted ones have often broken its readers."_s;
    QTest::newRow("empty") << QByteArray() << u"No subject"_s;
}

void TestInspectDialog::showsMail()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, expected);
    InspectDialog dialog;
    dialog.inspect(bytes);
    QTRY_VERIFY2(textOf(dialog).contains(expected), qPrintable(textOf(dialog)));
    QVERIFY(!textOf(dialog).contains(u"taro@"_s)); // recipients are hidden at first
}

void TestInspectDialog::files()
{
    const QTemporaryDir folder;
    InspectDialog dialog;
    dialog.openFile(folder.filePath(u"nothing.eml"_s));
    QTRY_VERIFY(!textOf(dialog).contains(u"Open a mail, or copy"_s));
    QFile file(folder.filePath(u"mail.eml"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(mail);
    file.close();
    dialog.openFile(file.fileName());
    QTRY_VERIFY(textOf(dialog).contains(u"Somebody <a@example.jp>"_s));
}

void TestInspectDialog::theLatestWins()
{
    InspectDialog dialog;
    for (int i = 0; i < 20; ++i)
        dialog.inspect(QByteArray(mail).replace("Hello", QByteArray("Number " + QByteArray::number(i) + ".")));
    QTRY_VERIFY(textOf(dialog).contains(u"Number 19."_s));
    QTest::qWait(50);
    QVERIFY(textOf(dialog).contains(u"Number 19."_s));
}

QTEST_MAIN(TestInspectDialog)
#include "tst_inspectdialog.moc"
