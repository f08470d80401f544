// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace sekisho {

/// What a text points to, each once, in order.
struct Links {
    QStringList urls; ///< with a scheme; "www.…" gets none and stays as written
    QStringList addresses; ///< mail addresses, also those behind "mailto:"
};

/// Finds URLs (http, https, ftp, and defanged ones) and mail addresses in plain text. A URL ends
/// where Japanese text goes on without a blank, but a host may be written in Japanese.
void findLinks(QStringView text, qsizetype most, Links &links);

/// Adds the value of an HTML attribute where it is a URL or a mail address.
void addLink(const QString &value, qsizetype most, Links &links);

} // namespace sekisho
