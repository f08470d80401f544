// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "imap/mailpack.h"
#include "mailboxes.h"
#include "support/dovecotserver.h"
#include "support/memorysecrets.h"
#include "support/needdovecot.h"

#include <QDir>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace sekisho::fixture {

inline constexpr int patience = 60'000; // milliseconds

/// The messages in a folder: in files of their own and in archives.
inline qsizetype messagesIn(const QString &folder)
{
    const QDir dir(folder);
    qsizetype count = dir.entryList({QStringLiteral("*.eml")}).size();
    for (const QString &name : dir.entryList({QStringLiteral("*.tar")}))
        count += imap::packedNames(dir.filePath(name)).size();
    return count;
}

/// Part of a test whose functions each begin without any mailbox, in a folder of their own.
class NewMailboxes {
protected:
    void begin()
    {
        m_settings.reset(); // writes what is left into the old folder
        m_folder = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<QSettings>(
            m_folder->filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
        m_secrets.secrets.clear();
        m_secrets.works = true;
    }
    [[nodiscard]] std::unique_ptr<Mailboxes> open()
    {
        return std::make_unique<Mailboxes>(
            *m_settings, m_secrets, m_folder->filePath(QStringLiteral("mail")));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;
    MemorySecrets m_secrets;
};

} // namespace sekisho::fixture
