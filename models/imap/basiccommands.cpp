// SPDX-License-Identifier: GPL-3.0-or-later
#include "imap/basiccommands.h"

#include <algorithm>

namespace sekisho::imap {

std::optional<QByteArray> quoted(const QByteArray &text)
{
    const bool plain =
        std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c <= '~'; });
    if (!plain)
        return std::nullopt;
    QByteArray escaped = text;
    escaped.replace('\\', "\\\\").replace('"', "\\\"");
    return '"' + escaped + '"';
}

void IdleCommand::take(const Response &response)
{
    m_news = m_news || response.word == "EXISTS";
}

} // namespace sekisho::imap
