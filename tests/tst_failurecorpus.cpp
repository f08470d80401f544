// SPDX-License-Identifier: GPL-3.0-or-later
// Failure reports of real receivers, and of simulated mail.
#include "reading/failure.h"
#include "support/contents.h"
#include "support/failurereading.h"

#include <QDir>
#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace sekisho;
using namespace sekisho::fixture;
using namespace Qt::StringLiterals;

namespace {

const QString corpus = QString::fromUtf8(SEKISHO_CORPUS);

QString folded(const QJsonValue &value)
{
    return value.toString().simplified();
}

} // namespace

class TestFailureCorpus final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void corpusFailures();
    void corpusSamples_data();
    void corpusSamples();
    void stalwart_data();
    void stalwart();
    void mailworld();
};

void TestFailureCorpus::corpusFailures()
{
    if (!QDir(corpus).exists())
        QSKIP("The corpus of real reports is not here.");
    QStringList samples;
    int files = 0;
    QDirIterator folder(corpus, QDir::Files, QDirIterator::Subdirectories);
    while (folder.hasNext()) {
        const QString path = folder.next();
        if (!path.contains("/failure/"_L1))
            continue;
        ++files;
        const std::vector<ReadItem> items = itemsOf(contents(path));
        QCOMPARE(items.size(), size_t(1)); // every file has a status …
        const ReadItem &item = items.front();
        QVERIFY2(item.status != ItemStatus::Unreadable, qPrintable(path));
        if (item.status == ItemStatus::NotAReport) {
            QVERIFY2(!item.notes.isEmpty(), qPrintable(path)); // … and a reason
            continue;
        }
        const auto *report = std::get_if<FailureReport>(&item.content);
        QVERIFY2(report, qPrintable(path));
        samples.append(QFileInfo(path).fileName());
    }
    samples.sort();
    QCOMPARE(files, 29);
    QCOMPARE(samples,
        (QStringList{u"003.eml"_s, u"004.eml"_s, u"005.eml"_s,
            u"DMARC Failure Report for domain.de (mail-from=sharepoint@domain.de, ip=10.10.10.10).eml"_s,
            u"[Netease DMARC Failure Report] Rent Reminder.eml"_s, u"bsd-arf-18.eml"_s,
            u"bsd-arf-19.eml"_s, u"bsd-arf-20.eml"_s, u"dmarc_ruf_report_linkedin.crlf.eml"_s,
            u"dmarc_ruf_report_linkedin.eml"_s, u"exim_plain_text_only_no_arf_part.eml"_s}));
}

/// What a person reads in the files, times and headers decoded with another mail library.
void TestFailureCorpus::corpusSamples_data()
{
    QTest::addColumn<QString>("file");
    // Reporter, address, domain, DKIM/SPF, From and subject; then what the reporter says: when it
    // came (UTC), the envelope sender, what failed, what became of it.
    QTest::addColumn<QStringList>("expected");
    const auto add = [](const QString &file, const QString &mail, const QString &said) {
        QTest::newRow(qPrintable(file)) << file << QStringList{mail, said};
    };
    const QString sisimai = u"sisimai_set-of-emails/failure/"_s;
    const QString stalwart = u"stalwartlabs_mail-auth/failure/"_s;
    const QString parsedmarc = u"domainaware_parsedmarc/failure/"_s;
    add(stalwart + u"003.eml",
        u"example.com 192.0.2.1 example.net fail/fail randomuser@example.net This is a test"_s,
        u"2010-04-14T19:15:31Z | <randomuser@example.net> | bodyhash | "_s); // Received-Date
    add(stalwart + u"004.eml",
        u"mydomain.name 148.163.85.135 interpublication.org fail/fail info@interpublication.org Wir kaufen dein Auto!"_s,
        u"2021-10-05T04:37:02Z | info@interpublication.org | dmarc | "_s); // the report's own date
    add(stalwart + u"005.eml",
        u"receiver.example 192.0.2.1 a.sender.example fail/aligned anexample@a.sender.example You have a new bill from your bank"_s,
        u"2011-10-08T20:15:58Z | anexample.reply@a.sender.example | bodyhash | "_s);
    add(parsedmarc +
            u"DMARC Failure Report for domain.de (mail-from=sharepoint@domain.de, "
            u"ip=10.10.10.10).eml",
        u"domain.de 10.10.10.10 domain.de fail/fail sharepoint@domain.de Subject"_s,
        u"2018-10-01T09:20:27Z | sharepoint@domain.de | dmarc | smg-policy-action"_s);
    // Its feedback part is in base64; both mechanisms passed for entrata.com.
    add(parsedmarc + u"[Netease DMARC Failure Report] Rent Reminder.eml",
        u"163.com 167.89.69.24 cardinal.com unaligned/unaligned info@cardinal.com Rent Reminder"_s,
        u"2018-09-28T08:48:42Z | <bounces+1137616-c1ad-xsj399=163.com@email.entrata.com> |  | delivered"_s);
    add(sisimai + u"bsd-arf-18.eml",
        u"example.com 192.0.2.222 example.org fail/fail sironeko@example.org Nyaan"_s,
        u"2015-04-29T23:34:45Z | sironeko@example.org | dmarc | delivered"_s);
    add(sisimai + u"bsd-arf-19.eml",
        u"example.com 203.0.113.2 example.net fail/unaligned sironeko@example.net Nyaan"_s,
        u"2015-04-29T14:34:45Z | <sironeko@neko.example.com> |  | delivered"_s);
    add(sisimai + u"bsd-arf-20.eml",
        u"example.net 203.0.113.2 example.net unaligned/unaligned sironeko@example.net Nyaan"_s,
        u"2015-04-29T23:34:45Z | dmarc-bounces@ietf.example.org | dmarc | "_s);
    for (const QString &name :
        {u"dmarc_ruf_report_linkedin.eml"_s, u"dmarc_ruf_report_linkedin.crlf.eml"_s})
        add(parsedmarc + name,
            u"linkedin.com 10.10.10.10 example.com fail/fail sender@example.com Subject line, could be UTF8 encoded"_s,
            u"2019-04-30T02:09:00Z |  | dmarc | delivered"_s);
    add(parsedmarc + u"exim_plain_text_only_no_arf_part.eml",
        u"example.net 203.0.113.68 example.com fail/fail user@example.com Payment from your account."_s,
        u"2025-04-07T21:16:09Z |  |  | "_s); // no feedback part at all
}

void TestFailureCorpus::corpusSamples()
{
    QFETCH(QString, file);
    if (!QDir(corpus).exists())
        QSKIP("The corpus of real reports is not here.");
    const std::vector<FailureReport> reports = failuresOf(contents(corpus + u'/' + file));
    QCOMPARE(reports.size(), size_t(1));
    const FailureReport &report = reports.front();
    const QString when =
        QDateTime::fromSecsSinceEpoch(report.arrival).toUTC().toString(Qt::ISODate);
    const QStringList said{when, report.fields.originalMailFrom.value_or(QString()),
        report.fields.authFailure, report.fields.deliveryResult};
    QTEST((QStringList{brief(report), said.join(u" | "_s)}), "expected");
}

void TestFailureCorpus::stalwart_data()
{
    QTest::addColumn<QString>("number");
    for (const char *number : {"001", "002", "003", "004", "005"})
        QTest::newRow(number) << QString::fromLatin1(number);
}

void TestFailureCorpus::stalwart()
{
    QFETCH(QString, number);
    const QString folder = corpus + u"/stalwartlabs_mail-auth/"_s;
    if (!QDir(folder).exists())
        QSKIP("The corpus of real reports is not here.");
    const QJsonObject expected =
        QJsonDocument::fromJson(contents(folder + u"expected/arf/%1.json"_s.arg(number))).object();
    QVERIFY(!expected.isEmpty());
    Notes notes;
    const auto found = readFeedback(contents(folder + u"failure/%1.eml"_s.arg(number)), {}, notes);
    QCOMPARE(found.size(), size_t(1));
    const FeedbackFields &fields = found.front().report.fields;
    const auto list = [](const QJsonValue &value) {
        QStringList texts;
        for (const QJsonValue &entry : value.toArray())
            texts.append(folded(entry));
        return texts;
    };
    QCOMPARE(
        QString(fields.feedbackType).remove(u'-'), expected[u"feedback_type"].toString().toLower());
    QCOMPARE(fields.arrivalDate, expected[u"arrival_date"].toInteger());
    QStringList results = fields.authenticationResults;
    for (QString &result : results)
        result = result.simplified();
    QCOMPARE(results, list(expected[u"authentication_results"]));
    QCOMPARE(fields.incidents, expected[u"incidents"].toInteger());
    QCOMPARE(fields.originalEnvelopeId, folded(expected[u"original_envelope_id"]));
    QCOMPARE(fields.originalMailFrom.value_or(QString()), folded(expected[u"original_mail_from"]));
    QCOMPARE(fields.originalRcptTo.value(0), folded(expected[u"original_rcpt_to"]));
    QCOMPARE(fields.reportedDomains, list(expected[u"reported_domain"]));
    QCOMPARE(fields.reportedUris, list(expected[u"reported_uri"]));
    QCOMPARE(fields.reportingMta, folded(expected[u"reporting_mta"]));
    QCOMPARE(fields.sourceIp ? fields.sourceIp->text() : QString(), folded(expected[u"source_ip"]));
    QCOMPARE(fields.userAgent, folded(expected[u"user_agent"]));
    QCOMPARE(fields.version.toInt(), expected[u"version"].toInt());
    QCOMPARE(fields.sourcePort, expected[u"source_port"].toInt());
    const auto word = [&expected](const QString &key) {
        const QString text = folded(expected[key]).toLower();
        return text == "unspecified"_L1 ? QString() : text;
    };
    QCOMPARE(fields.authFailure, word(u"auth_failure"_s));
    QCOMPARE(fields.deliveryResult, word(u"delivery_result"_s));
    QCOMPARE(fields.identityAlignment, word(u"identity_alignment"_s));
    const auto blankless = [&expected](const QString &key) {
        return expected[key].toString().simplified().remove(u' ');
    };
    QCOMPARE(QString(fields.dkimCanonicalizedBody).remove(u' '),
        blankless(u"dkim_canonicalized_body"_s));
    QCOMPARE(QString(fields.dkimCanonicalizedHeader).remove(u' '),
        blankless(u"dkim_canonicalized_header"_s));
    QCOMPARE(fields.dkimAdspDns, folded(expected[u"dkim_adsp_dns"]));
    QCOMPARE(fields.dkimDomain, folded(expected[u"dkim_domain"]));
    QCOMPARE(fields.dkimIdentity, folded(expected[u"dkim_identity"]));
    QCOMPARE(fields.dkimSelector, folded(expected[u"dkim_selector"]));
    QCOMPARE(fields.dkimSelectorDns, folded(expected[u"dkim_selector_dns"]));
    QCOMPARE(fields.spfDns.value(0), folded(expected[u"spf_dns"]));
    if (const QString headers = expected[u"headers"].toString(); !headers.isEmpty())
        QCOMPARE(QString::fromUtf8(found.front().sample).trimmed(), headers.trimmed());
}

void TestFailureCorpus::mailworld()
{
    const QString script = corpus + u"/../mailworld/mailworld.py"_s;
    const QString python = QStandardPaths::findExecutable(u"python3"_s);
    if (!QFile::exists(script) || python.isEmpty())
        QSKIP("The simulated mail is not here.");
    const QTemporaryDir folder;
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(python, {script, u"--out"_s, folder.path(), u"--days"_s, u"7"_s});
    QVERIFY(process.waitForFinished(-1));
    const QDir failures(folder.filePath(u"failures"_s));
    const QStringList names = failures.entryList(QDir::Files);
    QVERIFY(names.size() > 10);
    for (const QString &name : names) {
        const QByteArray bytes = contents(failures.filePath(name));
        const auto reports = failuresOf(bytes);
        QCOMPARE(reports.size(), size_t(1));
        const FailureReport &report = reports.front();
        const qsizetype at = bytes.indexOf("Source-IP: ") + 11;
        QCOMPARE(report.sourceIp->text().toLatin1(), bytes.mid(at, bytes.indexOf('\r', at) - at));
        QCOMPARE(report.domain, u"example.jp"_s);
        QCOMPARE(report.urls.size(), 1);
        QVERIFY(!report.alignment.computed().passes()); // only such mails are reported
        QVERIFY(!report.subject.contains("=?"_L1));
    }
}

QTEST_APPLESS_MAIN(TestFailureCorpus)
#include "tst_failurecorpus.moc"
