// SPDX-License-Identifier: GPL-3.0-or-later
#include "failuremails.h"

#include "measure.h"

#include "analysis/failures/campaigns.h"
#include "import/importer.h"

#include <QFile>
#include <QTemporaryDir>

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

/// お荷物のお届けについて in ISO-2022-JP.
const QByteArray japanese = QByteArray::fromHex("1b2442242a32594a2a244e242a464f2431244b2444242424461b2842");

QByteArray bodyOf(int number)
{
    const QByteArray link = "http://track-" + QByteArray::number(number % 17) + ".parcel.example/login?id=" + QByteArray::number(number);
    if (number % 3 == 0)
        return "Content-Type: text/plain; charset=ISO-2022-JP\r\n\r\n" + japanese + "\r\n" + link + "\r\n" +
            QByteArray("Many thanks for using our services.\r\n").repeated(20);
    if (number % 3 == 1)
        return "Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<html><body>" +
            QByteArray("<p>Hello</p><table><tr><td>x</td></tr></table>\r\n").repeated(30) + "<a href=3D\"" + link + "\">here</a></body></html>\r\n";
    return "Content-Type: multipart/mixed; boundary=\"=_m\"\r\n\r\n--=_m\r\nContent-Type: text/plain\r\n\r\nSee " + link +
        "\r\n--=_m\r\nContent-Type: application/zip; name=\"parcel.zip\"\r\nContent-Transfer-Encoding: base64\r\n\r\n" +
        QByteArray(QByteArray(57, char('a' + number % 26)).toBase64() + "\r\n").repeated(100) + "--=_m--\r\n";
}

QByteArray mailOf(int number)
{
    const QByteArray ip = "198.51." + QByteArray::number(number / 256 % 256) + "." + QByteArray::number(number % 256);
    const QByteArray subject = number % 3 == 0 ? QByteArray("=?ISO-2022-JP?B?" + japanese.toBase64() + "?=")
                                                : QByteArray("Parcel " + QByteArray::number(number));
    return "From: <staff@reporter" + QByteArray::number(number % 9) + ".example>\r\nSubject: FW: " + subject +
        "\r\nDate: Sun, 14 May 2017 03:20:00 +0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/report; report-type=feedback-report; boundary=\"=_r\"\r\n\r\n"
        "--=_r\r\nContent-Type: text/plain\r\n\r\nThis is an authentication failure report.\r\n--=_r\r\nContent-Type: message/feedback-report\r\n\r\n"
        "Feedback-Type: auth-failure\r\nUser-Agent: Maker/1.0\r\nVersion: 1\r\nOriginal-Mail-From: <b@spoofer.example>\r\n"
        "Arrival-Date: Sat, 13 May 2017 20:16:56 -0700\r\nSource-IP: " + ip + "\r\nReported-Domain: example.jp\r\nAuth-Failure: dmarc\r\n"
        "Authentication-Results: mx.reporter.example; dmarc=fail header.from=example.jp; spf=pass smtp.mailfrom=spoofer.example; dkim=none\r\n\r\n"
        "--=_r\r\nContent-Type: message/rfc822\r\n\r\nReceived: from helo.example (ptr.example [" + ip + "]) by mx.reporter.example with ESMTP id 1; Sat, 13 May 2017 20:16:56 -0700\r\n"
        "From: <k" + QByteArray::number(number) + "@example.jp>\r\nTo: <taro@receiver.example>\r\nSubject: " + subject +
        "\r\nMessage-ID: <" + QByteArray::number(number) + "@example.jp>\r\nMIME-Version: 1.0\r\n" + bodyOf(number) + "\r\n--=_r--\r\n";
}

} // namespace

void makeFailureMails(const QString &folder, int mails)
{
    for (int i = 0; i < mails; ++i) {
        QFile file(folder + u"/%1.eml"_s.arg(i));
        if (file.open(QIODevice::WriteOnly))
            file.write(mailOf(i));
    }
}

FailureTimes measureFailures(int mails)
{
    const QTemporaryDir folder;
    makeFailureMails(folder.path(), mails);
    const Stop never;
    FailureTimes times;
    DatasetPtr dataset;
    times.load = timeOf([&] { dataset = importPaths({folder.path()}, {}, Limits(), never); }).wall;
    times.read = int(dataset->failures.size());
    const SenderIndex senders = makeSenderIndex(*dataset, {});
    times.show = timeOf([&] { (void)failureResults(*dataset, senders, {}, {}, never); }).wall;
    return times;
}

} // namespace sekisho
