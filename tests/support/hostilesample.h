// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QTcpServer>
#include <QTemporaryDir>

namespace sekisho::fixture {

inline constexpr QRgb baitColor = qRgb(255, 0, 255);

/// Where everything in a hostile sample leads: a server that waits, and a picture that shows itself.
struct Lures {
    Lures()
    {
        server.listen(QHostAddress::LocalHost);
        QObject::connect(&server, &QTcpServer::newConnection, &server, [this] { ++connections; });
        QImage bait(64, 64, QImage::Format_RGB32);
        bait.fill(baitColor);
        bait.save(folder.filePath(QStringLiteral("bait.png")));
    }

    [[nodiscard]] QByteArray filledIn(QByteArray text) const
    {
        text.replace("HTTP", QByteArray("http://127.0.0.1:" + QByteArray::number(server.serverPort())));
        text.replace("FILE", folder.filePath(QStringLiteral("bait.png")).toUtf8());
        text.replace("FOLDER", folder.path().toUtf8());
        text.replace("{ESC}", "\x1b").replace("{BEL}", "\a").replace("{RLO}", "\xe2\x80\xae");
        text.replace("{SURROGATE}", "\xed\xa0\x80");
        return text.replace("{NUL}", QByteArray(1, '\0'));
    }

    QTemporaryDir folder;
    QTcpServer server;
    int connections = 0;
};

inline constexpr const char *hostileHead = R"mail(Received: from <img src="FILE"> (<b>HTTP/hop</b> [192.0.2.7])
 by mx.receiver.example with <img src=HTTP/with.gif> id 1; Sat, 13 May 2017 20:16:56 -0700
Authentication-Results: mx.reporter.example; spf=pass (<img src="HTTP/spf.gif">) smtp.mailfrom=evil.example
List-Unsubscribe: <HTTP/unsubscribe>, <mailto:gone@evil.example>
From: "<img src='FILE'>" <k67@example.jp>
To: "<img src='FILE'>" <taro@receiver.example>
)mail";

inline constexpr const char *hostileHtml = R"mail(Content-Type: text/html; charset=utf-8

<html><head><meta http-equiv="refresh" content="0; url=HTTP/refresh"><base href="HTTP/">
<link rel="stylesheet" href="HTTP/style.css"><style>@import "HTTP/import.css"; p { background: url(HTTP/back.gif) }</style>
<script src="HTTP/run.js">run()</script></head>
<body background="HTTP/body.gif" onload="window.open('HTTP/open')">
<img src="HTTP/pixel.gif"><img src="file://FILE"><img src="FILE"><iframe src="HTTP/frame"></iframe>
<object data="HTTP/object"></object><video src="HTTP/video" autoplay></video>
<a href="javascript:run()">one</a> <a href="file:///etc/passwd">two</a> <a href="mailto:a@evil.example">three</a>
<a href="HTTP/link">http://bank.example/</a></body></html>
)mail";

inline constexpr const char *hostileText = R"mail(Content-Type: text/plain; charset=utf-8

HTTP/auto https://evil.example/ file://FILE javascript:run() mailto:a@evil.example
<img src="FILE"> <a href="HTTP/x">x</a> {ESC}]8;;HTTP/osc{BEL}link{ESC}]8;;{BEL} {ESC}[2J {RLO}gpj.exe{NUL}end {SURROGATE}
)mail";

inline constexpr const char *hostileAttachments = R"mail(MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=in

--in
Content-Type: text/plain

See the files.
--in
Content-Type: application/x-sh; name="../../escaped.sh"
Content-Disposition: attachment; filename="../../escaped.sh"

touch FOLDER/run
--in
Content-Type: application/octet-stream
Content-Disposition: attachment; filename="C:\\escaped.exe"

x
--in
Content-Type: application/octet-stream
Content-Disposition: attachment; filename="FOLDER/absolute.bin"

x
--in
Content-Type: image/png; name="<img src='FILE'>"
Content-Disposition: attachment; filename="<img src='FILE'>"

x
--in--
)mail";

} // namespace sekisho::fixture
