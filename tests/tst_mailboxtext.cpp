// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/mailboxtext.h"

#include <QTest>

using namespace sekisho;
using namespace sekisho::imap;
using namespace Qt::StringLiterals;

class TestMailboxText final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyProblemHasItsSentence();
    void eachValueInItsPlace();
    void detailsAreShownSafely();
    void certificates();
    void leftOut();
};

void TestMailboxText::everyProblemHasItsSentence()
{
    Account account;
    account.host = u"mail.example"_s;
    account.port = 993;
    QSet<QString> sentences;
    for (int code = 0; code <= int(ProblemCode::SessionLimit); ++code) {
        const QString text = problemText({ProblemCode(code), u"DETAIL"_s, {}}, account);
        QVERIFY2(text.endsWith(u'.') || text.endsWith(u"DETAIL"_s),
            qPrintable(QString::number(code) + text));
        QVERIFY2(!text.contains(u'%'), qPrintable(text));
        sentences.insert(text);
    }
    QCOMPARE(sentences.size(), int(ProblemCode::SessionLimit) + 1);
}

void TestMailboxText::eachValueInItsPlace()
{
    Account account;
    account.host = u"mail.example"_s;
    account.port = 143;
    const auto text = [&](ProblemCode code) {
        return problemText({code, u"DETAIL"_s, {}}, account);
    };
    QVERIFY(
        text(ProblemCode::NameNotFound).startsWith(u"There is no server named “mail.example”"_s));
    QVERIFY(text(ProblemCode::Unreachable)
                .startsWith(u"No connection to mail.example, port 143: DETAIL."_s));
    QVERIFY(text(ProblemCode::ConnectTimedOut).startsWith(u"mail.example, port 143, does"_s));
    QCOMPARE(text(ProblemCode::TooSlow), u"mail.example stopped answering."_s);
    QCOMPARE(text(ProblemCode::StoreFailed), u"The messages could not be stored: DETAIL."_s);
}

/// A server's words: no new lines, no turned text, and nothing that is taken for a place of ours.
void TestMailboxText::detailsAreShownSafely()
{
    Account account;
    account.host = u"mail.example"_s;
    const QString text =
        problemText({ProblemCode::LoginRefused, u"no\n%2 \u202Eevil"_s, {}}, account);
    QVERIFY(!text.contains(u'\n') && !text.contains(QChar(0x202e)));
    QVERIFY(text.contains(u"%2"_s));
}

void TestMailboxText::certificates()
{
    CertificateFacts facts;
    facts.faults = {CertificateFault::Expired, CertificateFault::NotYetValid,
        CertificateFault::WrongHost, CertificateFault::SelfSigned, CertificateFault::UnknownIssuer,
        CertificateFault::Other};
    facts.other = u"basic constraints"_s;
    facts.sha256 = QByteArray::fromHex("0a1bff");
    const QStringList faults = certificateFaults(facts, u"mail.example"_s);
    QCOMPARE(faults.size(), 6);
    QVERIFY(faults[2].contains(u"mail.example"_s));
    QCOMPARE(faults[5], u"basic constraints"_s);
    QCOMPARE(certificateLines(facts, {QLocale::c(), true}).last().second, u"0A:1B:FF"_s);
}

void TestMailboxText::leftOut()
{
    const Format format{QLocale::c(), true};
    QVERIFY(leftOutText({12, 40'000'000, LeftOut::Reason::TooLarge}, format).contains(u"12"_s));
    QSet<QString> sentences;
    for (int reason = 0; reason <= int(LeftOut::Reason::Breaks); ++reason)
        sentences.insert(leftOutText({1, 0, LeftOut::Reason(reason)}, format));
    QCOMPARE(sentences.size(), 4);
    FolderResult result;
    result.folder = u"INBOX"_s;
    QCOMPARE(folderResultText(result, format), u"INBOX: no new messages"_s);
}

QTEST_GUILESS_MAIN(TestMailboxText)
#include "tst_mailboxtext.moc"
