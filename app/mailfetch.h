// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "imap/fetcher.h"
#include "import/sharedworkspace.h"
#include "dataset/datasetbuilder.h"

#include <deque>
#include <mutex>

namespace sekisho {

/// The last lines of a conversation, written in one thread and read in another.
class LogLines final {
public:
    void add(const QString &line);
    [[nodiscard]] QStringList lines() const;

private:
    static constexpr size_t most = 2'000;
    mutable std::mutex m_mutex;
    std::deque<QString> m_lines;
};

/// Where fetched mails go.
struct MailPlace {
    QString root; ///< a folder for each account below it
    std::shared_ptr<SharedWorkspace> workspace; ///< set: into it instead

    bool operator==(const MailPlace &) const = default;
};

/// What a fetch brought, read meanwhile.
struct FetchedMail {
    QString workspace; ///< whose path it is; it is all in there. Empty: it is in a folder, and here
    bool fromFolder = false; ///< the workspace took in what earlier versions had put into a folder
    DatasetBuilder read;
    bool everything = false; ///< the account had no messages before
};

/// Fetches what is new in an account, and reads what comes while the rest is on its way. Blocks.
[[nodiscard]] imap::FetchResult fetchAndRead(const imap::Account &account, const MailPlace &place,
    const imap::FetchSetup &setup, const Stop &stop, FetchedMail &mail);

} // namespace sekisho
