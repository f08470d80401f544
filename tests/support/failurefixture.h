// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace sekisho::fixture {

/// The pieces of a failure report, each replaceable.
struct FailureMail {
    QByteArray from = "staff@reporter.example";
    QByteArray subject = "FW: Parcel";
    QByteArray container = "multipart/report; report-type=feedback-report";
    QByteArray text = "This is an authentication failure report.";
    QByteArray feedbackHead = "Content-Type: message/feedback-report\n";
    QByteArray feedback =
        "Feedback-Type: auth-failure\nUser-Agent: Maker/1.0\nVersion: 1\n"
        "Original-Mail-From: <bounce@spoofer.example>\nOriginal-Rcpt-To: <taro@receiver.example>\n"
        "Arrival-Date: Sat, 13 May 2017 20:16:56 -0700\nSource-IP: 192.0.2.7\n"
        "Reported-Domain: example.jp\nAuth-Failure: dmarc\nDelivery-Result: delivered\n"
        "Authentication-Results: mx.reporter.example; dmarc=fail header.from=example.jp;"
        " spf=pass smtp.mailfrom=spoofer.example; dkim=none\n";
    QByteArray sampleHead = "Content-Type: message/rfc822\n";
    QByteArray sample = "Received: from helo.spoofer.example (ptr.spoofer.example [192.0.2.7])\n"
                        "\tby mx.reporter.example with ESMTP id 1; Sat, 13 May 2017 20:16:56 -0700\n"
                        "From: Accounts <k67@example.jp>\nTo: Taro <taro@receiver.example>\n"
                        "Subject: Parcel\nDate: Sat, 13 May 2017 20:16:50 -0700\n"
                        "Message-ID: <1@example.jp>\nContent-Type: text/plain; charset=utf-8\n\n"
                        "Check http://track.parcel.example/login?id=7&to=taro%40receiver.example now.\n";

    [[nodiscard]] QByteArray bytes() const
    {
        QByteArray mail = "From: <" + from + ">\nTo: <ruf@example.jp>\nSubject: " + subject +
            "\nDate: Sun, 14 May 2017 03:20:00 +0000\nMIME-Version: 1.0\nContent-Type: " + container +
            "; boundary=\"=_b\"\n\n--=_b\nContent-Type: text/plain\n\n" + text + "\n";
        if (!feedback.isEmpty())
            mail += "--=_b\n" + feedbackHead + "\n" + feedback + "\n";
        if (!sampleHead.isEmpty())
            mail += "--=_b\n" + sampleHead + "\n" + sample + "\n";
        return mail + "--=_b--\n";
    }
};

} // namespace sekisho::fixture
