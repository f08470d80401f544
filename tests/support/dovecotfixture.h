// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "imap/fetcher.h"
#include "imap/foldermailstore.h"
#include "imap/sockettransport.h"
#include "support/contents.h"
#include "support/needdovecot.h"

#include <QDirIterator>
#include <QTemporaryDir>

#include <algorithm>
#include <memory>

namespace sekisho::fixture {

/// Of different lengths.
inline QByteArray mail(int number)
{
    return "From: a@example.org\r\nSubject: mail " + QByteArray::number(number) + "\r\n\r\n" +
        QByteArray("text of it\r\n").repeated(number % 50) + "end\r\n";
}

/// By real connections, with this password or token, and without pauses.
inline imap::FetchSetup setup(const QByteArray &secret)
{
    imap::FetchSetup setup;
    setup.secret = [secret](const imap::Account &, bool) { return imap::Secret{secret, {}}; };
    setup.open = imap::openSocket;
    setup.limits.firstPause = 1;
    setup.limits.longestPause = 1;
    return setup;
}

/// The members of a plain tar.
inline QByteArrayList membersOf(const QByteArray &archive)
{
    constexpr qsizetype block = 512;
    QByteArrayList members;
    for (qsizetype at = 0; at + block <= archive.size() && archive[at] != 0;) {
        const qsizetype size = archive.mid(at + 124, 11).toLongLong(nullptr, 8);
        members.append(archive.mid(at + block, size));
        at += block + (size + block - 1) / block * block;
    }
    return members;
}

/// Part of a test whose functions each fetch into a folder of their own.
class FetchFolder {
protected:
    void makeFolder() { m_folder = std::make_unique<QTemporaryDir>(); }
    [[nodiscard]] imap::FetchResult fetch(
        const imap::Account &account, const imap::FetchSetup &with, const Stop &stop = Stop()) const
    {
        imap::FolderMailStore store(m_folder->path());
        return imap::fetchAccount(account, store, with, stop);
    }
    /// The messages that are there, out of files and archives; sorted.
    [[nodiscard]] QByteArrayList fetched() const
    {
        QByteArrayList mails;
        QDirIterator it(m_folder->path(), {QStringLiteral("*.eml"), QStringLiteral("*.tar")},
            QDir::Files, QDirIterator::Subdirectories);
        while (it.hasNext()) {
            const QString path = it.next();
            const QByteArray bytes = contents(path);
            mails +=
                path.endsWith(QStringLiteral(".tar")) ? membersOf(bytes) : QByteArrayList{bytes};
        }
        std::sort(mails.begin(), mails.end());
        return mails;
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
};

} // namespace sekisho::fixture
