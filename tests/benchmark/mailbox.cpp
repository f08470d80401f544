// SPDX-License-Identifier: GPL-3.0-or-later
// What fetching costs: a mailbox of reports on a real server (Dovecot, TLS, loopback), downloaded
// and thrown away by a bare client, fetched, stored durably and read by Sekisho, and copied by
// mbsync; one after the other, in one run.
#include "madefolder.h"
#include "measure.h"

#include "imap/fetcher.h"
#include "imap/foldermailstore.h"
#include "imap/sockettransport.h"
#include "import/importer.h"
#include "import/readqueue.h"
#include "import/workspacemailstore.h"
#include "support/dovecotserver.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QSslConfiguration>
#include <QSslSocket>

#include <cstdio>
#include <stdexcept>

using namespace sekisho;
using namespace sekisho::imap;
using namespace Qt::StringLiterals;

namespace {

/// Not the end of the process: the server has to be ended too.
[[noreturn]] void fail(const QString &message)
{
    throw std::runtime_error(message.toStdString());
}

/// Base64 that looks like a signature or a hash, different for every mail.
QByteArray letters(QRandomGenerator &random, int bytes)
{
    QByteArray raw(bytes, Qt::Uninitialized);
    for (char &byte : raw)
        byte = char(random.bounded(256));
    return raw.toBase64();
}

/// A mail as it lies in a mailbox: what the servers on its way have written above it takes as much
/// room as in real ones (2.4 KB, half of those that we have seen take more), and so it has to be
/// carried and read past.
QByteArray mailWith(const QString &path, QRandomGenerator &random)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        fail(u"Cannot read "_s + path);
    const QByteArray name = path.section(u'/', -1).toUtf8();
    const QByteArray base64 = file.readAll().toBase64();
    const QByteArray id = letters(random, 24);
    QByteArray mail = "Return-Path: <noreply@reporter.example>\n"
        "Delivered-To: dmarc@example.jp\n"
        "Received: from mx.example.jp ([192.0.2.25])\n\tby store.example.jp with LMTP\n\tid " +
        letters(random, 24) + " for <dmarc@example.jp>; Sun, 07 Jan 2024 05:04:11 +0000\n"
        "Received: from out.reporter.example (out.reporter.example [198.51.100.70])\n"
        "\t(using TLSv1.3 with cipher TLS_AES_256_GCM_SHA384 (256/256 bits)\n"
        "\t key-exchange X25519 server-signature RSA-PSS (2048 bits))\n"
        "\tby mx.example.jp (Postfix) with ESMTPS id " +
        letters(random, 9) + "\n\tfor <dmarc@example.jp>; Sun, 07 Jan 2024 14:04:10 +0900 (JST)\n"
        "Authentication-Results: mx.example.jp;\n\tdkim=pass (2048-bit key; unprotected) "
        "header.d=reporter.example header.i=@reporter.example\n\theader.b=" +
        letters(random, 6) + ";\n\tdkim-atps=neutral; spf=pass smtp.mailfrom=reporter.example;\n"
        "\tdmarc=pass (p=reject dis=none) header.from=reporter.example\n"
        "DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed;\n\td=reporter.example; s=20230601; "
        "t=1704603849; x=1705208649; darn=example.jp;\n"
        "\th=content-transfer-encoding:content-disposition:mime-version:subject:from:to\n"
        "\t :date:message-id:from:to:cc:subject:date:message-id:reply-to;\n\tbh=" +
        letters(random, 32) + ";\n\tb=" + letters(random, 256) +
        "\nX-Reporter-DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed;\n"
        "\td=relay.reporter.example; s=20230601; t=1704603849; x=1705208649;\n"
        "\th=content-transfer-encoding:content-disposition:message-id:subject\n\t :from:to;\n"
        "\tbh=" +
        letters(random, 32) + ";\n\tb=" + letters(random, 256) + "\nX-Message-State: " +
        letters(random, 66) + "\nReceived: by 2002:db8:0:1::1 with SMTP id " + letters(random, 21) +
        "\n\t; Sat, 06 Jan 2024 21:04:09 -0800 (PST)\n"
        "From: Reporter <noreply@reporter.example>\nTo: dmarc@example.jp\n"
        "Date: Sat, 06 Jan 2024 23:59:59 +0000\nMessage-ID: <" +
        id + "@reporter.example>\nSubject: Report domain: example.jp Submitter: reporter.example Report-ID: " +
        id.left(20) + "\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=\"b\"\n\n--b\n"
        "Content-Type: text/plain\n\nThis is a DMARC aggregate report.\n--b\n"
        "Content-Type: application/octet-stream; name=\"" +
        name + "\"\nContent-Transfer-Encoding: base64\nContent-Disposition: attachment; filename=\"" +
        name + "\"\n\n";
    for (qsizetype i = 0; i < base64.size(); i += 76)
        mail += base64.mid(i, 76) + '\n';
    return mail + "--b--\n";
}

void fillMailbox(DovecotServer &server, const QTemporaryDir &folder, int reports)
{
    static_cast<void>(makeFolder(folder.path(), reports));
    QRandomGenerator random(1);
    for (const QString &name : QDir(folder.path()).entryList(QDir::Files, QDir::Name))
        server.add(mailWith(folder.filePath(name), random), {}, u"S"_s);
}

/// One command for all messages; what comes is counted and thrown away.
qint64 downloadBare(const DovecotServer &server)
{
    const Account account = server.account();
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.addCaCertificates(account.caFile);
    QSslSocket socket;
    socket.setSslConfiguration(configuration);
    socket.connectToHostEncrypted(account.host, account.port);
    if (!socket.waitForEncrypted())
        fail(u"No connection: "_s + socket.errorString());
    const QByteArray secret = QByteArray("\0user\0", 6) + server.password();
    qint64 bytes = 0;
    const auto run = [&](const QByteArray &tag, const QByteArray &command) {
        socket.write(tag + ' ' + command + "\r\n");
        const QByteArray sign = '\n' + tag + ' ';
        QByteArray end;
        while (!end.contains(sign) && (socket.bytesAvailable() > 0 || socket.waitForReadyRead())) {
            const QByteArray some = socket.readAll();
            bytes += some.size();
            end += some;
            end = end.right(4'000);
        }
    };
    run("A1", "AUTHENTICATE PLAIN " + secret.toBase64());
    run("A2", "EXAMINE INBOX");
    run("A3", "UID FETCH 1:* BODY.PEEK[]");
    return bytes;
}

/// With a dataset, what comes is read into it meanwhile.
FetchResult fetch(const DovecotServer &server, const QString &folder, DatasetPtr *dataset = nullptr)
{
    FetchSetup setup;
    setup.secret = [&server](const Account &, bool) { return Secret{server.password(), {}}; };
    setup.open = openSocket;
    FolderMailStore store(folder);
    const Stop never;
    if (!dataset)
        return fetchAccount(server.account(), store, setup, never);
    ReadQueue queue({}, never);
    store.setWritten([&queue](const QString &path, const QByteArray &bytes) {
        queue.add(bytes, path, QDateTime::currentSecsSinceEpoch());
    });
    FetchResult result = fetchAccount(server.account(), store, setup, never);
    DatasetBuilder read = queue.take();
    *dataset = read.finish();
    return result;
}

/// Into a workspace, read as it comes.
FetchResult fetchIntoWorkspace(
    const DovecotServer &server, const QString &file, DatasetPtr &dataset)
{
    const Stop never;
    FetchSetup setup;
    setup.secret = [&server](const Account &, bool) { return Secret{server.password(), {}}; };
    setup.open = openSocket;
    const auto workspace = Workspace::create(file);
    if (!workspace)
        fail(u"Cannot make "_s + file);
    WorkspaceMailStore store(workspace.value(), {}, {});
    FetchResult result = fetchAccount(server.account(), store, setup, never);
    dataset = store.dataset();
    return result;
}

void copyWithMbsync(const DovecotServer &server, const QString &folder)
{
    QByteArray password = server.password();
    password.replace('\\', "\\\\").replace('"', "\\\"");
    const QByteArray base = QFile::encodeName(folder);
    QFile configuration(folder + u"/mbsyncrc"_s);
    const QByteArray text = "IMAPAccount a\nHost localhost\nPort " +
        QByteArray::number(server.account().port) + "\nUser user\nPass \"" + password +
        "\"\nSSLType IMAPS\nCertificateFile " + QFile::encodeName(server.caFile()) +
        "\nAuthMechs LOGIN\n\nIMAPStore far\nAccount a\n\nMaildirStore near\nPath " + base +
        "/\nInbox " + base +
        "/inbox\n\nChannel c\nFar :far:\nNear :near:\nPatterns INBOX\nCreate Near\nSyncState "
        "*\nSync Pull\n";
    if (!configuration.open(QIODevice::WriteOnly) || configuration.write(text) != text.size())
        fail(u"Cannot write"_s);
    configuration.close();
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(u"mbsync"_s, {u"-q"_s, u"-c"_s, configuration.fileName(), u"c"_s});
    constexpr int patience = 240'000; // milliseconds; 20,000 mails take some ten seconds
    if (!process.waitForFinished(patience))
        fail(u"mbsync does not end: "_s + process.errorString());
    if (process.exitCode() != 0)
        fail(u"mbsync failed"_s);
}

void line(const char *what, double seconds, double baseline, const char *aim)
{
    std::printf("%-66s %8.0f ms %7.2f ×   %s\n", what, seconds * 1'000, seconds / baseline, aim);
    std::fflush(stdout);
}

/// Measures everything, each so many times, and prints it.
void measure(int mails, int runs, bool withoutMbsync)
{
    // Nothing is removed before the end: ext4 is slow to make files where others were deleted just before.
    std::vector<std::unique_ptr<QTemporaryDir>> folders;
    folders.push_back(std::make_unique<QTemporaryDir>());
    DovecotServer server;
    fillMailbox(server, *folders.front(), mails);
    if (const QString problem = server.start(); !problem.isEmpty())
        fail(problem);
    const qint64 bytes =
        downloadBare(server); // the server's own caches are filled by it, for all three
    std::printf(
        "%d mails, %.1f MB, on Dovecot over TLS and loopback\n", mails, double(bytes) / 1e6);
    std::vector<double> bare;
    std::vector<double> fetched;
    std::vector<double> stored;
    std::vector<double> intoWorkspace;
    std::vector<double> again;
    std::vector<double> copied;
    const Stop never;
    for (int i = 0; i < runs; ++i) {
        folders.push_back(std::make_unique<QTemporaryDir>());
        const QTemporaryDir &folder = *folders.back();
        QDir().mkpath(folder.filePath(u"copy"_s));
        const QString store = folder.filePath(u"store"_s);
        bare.push_back(timeOf([&] { static_cast<void>(downloadBare(server)); }).wall);
        stored.push_back(timeOf([&] {
            static_cast<void>(fetch(server, folder.filePath(u"stored"_s)));
        }).wall);
        FetchResult result;
        DatasetPtr dataset;
        fetched.push_back(timeOf([&] { result = fetch(server, store, &dataset); }).wall);
        if (!result.complete() || result.stored() + result.folders[0].doubles != mails)
            fail(u"Only %1 of %2 mails were fetched"_s.arg(result.stored()).arg(mails));
        DatasetPtr kept;
        intoWorkspace.push_back(timeOf([&] {
            static_cast<void>(
                fetchIntoWorkspace(server, folder.filePath(u"mails.sekisho"_s), kept));
        }).wall);
        if (!kept || kept->reports.size() != size_t(mails))
            fail(u"Not all reports are in the workspace"_s);
        const DatasetPtr read = importPaths({store}, {}, Limits(), never);
        if (read->reports.size() != size_t(mails) || dataset->reports.size() != size_t(mails))
            fail(u"Only %1 of %2 reports were read"_s.arg(dataset->reports.size()).arg(mails));
        again.push_back(timeOf([&] { static_cast<void>(fetch(server, store)); }).wall);
        if (!withoutMbsync)
            copied.push_back(
                timeOf([&] { copyWithMbsync(server, folder.filePath(u"copy"_s)); }).wall);
    }
    const double baseline = median(bare);
    line("Bare download: one UID FETCH 1:* BODY.PEEK[], thrown away", baseline, baseline, "");
    line("Fetch and store durably", median(stored), baseline, "");
    line("Fetch, store and read together", median(fetched), baseline, "3 ×");
    line("Fetch into a workspace, stored and read", median(intoWorkspace), baseline, "");
    if (!copied.empty()) {
        line("mbsync into a Maildir", median(copied), baseline, "");
        std::printf("%-66s %8.2f               0.5\n", "Fetch, store and read against mbsync",
            median(fetched) / median(copied));
    }
    line("Fetch again, nothing new", median(again), baseline, "1000 ms");
}

constexpr int skipped = 77; // as CTest is told

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption reports(u"reports"_s, u"Mails in the mailbox."_s, u"N"_s, u"20000"_s);
    const QCommandLineOption runs(u"runs"_s, u"How often each is measured."_s, u"N"_s, u"3"_s);
    const QCommandLineOption alone(u"without-mbsync"_s, u"Leaves out what takes longest."_s);
    parser.addOptions({reports, runs, alone});
    parser.addHelpOption();
    parser.process(app);
    if (const QString reason = DovecotServer::missing(); !reason.isEmpty()) {
        std::fprintf(stderr, "%s\n", qPrintable(reason));
        return skipped;
    }
    try {
        measure(parser.value(reports).toInt(), parser.value(runs).toInt(), parser.isSet(alone));
    } catch (const std::runtime_error &error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
    return 0;
}
