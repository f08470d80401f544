// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "imap/mailpack.h"
#include "imap/mailstore.h"

#include <QCryptographicHash>
#include <QLockFile>
#include <QMap>
#include <QSet>

#include <memory>

class QFile;

namespace sekisho::imap {

/// A folder per account, in it one for each folder of the server. Few messages are a file each, many
/// that come together go into archives of some megabytes, large ones are always files of their own.
/// In the manner of Maildir: written aside, made durable, then renamed to where it is looked for;
/// what is there is never written to again. A message's name holds a hash of it, so that none is
/// there twice, whatever servers number anew.
class FolderMailStore final : public MailStore {
public:
    explicit FolderMailStore(QString root);
    ~FolderMailStore() override;

    [[nodiscard]] Failure open(const QString &accountId) override;
    void close() override;
    [[nodiscard]] FolderState state(const QString &folder) const override
    {
        return m_states.value(folder);
    }
    void begin() override;
    [[nodiscard]] bool append(QByteArrayView bytes) override;
    bool keep(const QString &folder, quint32 uidValidity, quint32 uid) override;
    [[nodiscard]] Failure commit(const QString &folder, const FolderState &state) override;
    [[nodiscard]] Failure problem() const override { return m_problem; }

    /// Told of each file with new messages and its bytes, before it is durable and in place: whoever
    /// reads it need not wait, but counts it only once the fetch has ended well.
    using Written = std::function<void(const QString &path, const QByteArray &bytes)>;
    void setWritten(Written written) { m_written = std::move(written); }
    /// Whether the account had no messages when it was opened.
    [[nodiscard]] bool wasEmpty() const { return m_wasEmpty; }
    /// Where the messages of an account are.
    [[nodiscard]] QString accountFolder(const QString &accountId) const;

private:
    struct Kept {
        QString aside;
        QString name;
    };

    [[nodiscard]] bool spill();
    void drop();
    void fail(const QString &what);
    void readNames(const QString &folder);
    void writePack();
    void write(const QByteArray &bytes, const QString &name);
    [[nodiscard]] QString nextAside();
    [[nodiscard]] bool makeDurable();
    [[nodiscard]] bool writeState();
    void readState();

    const QString m_root;
    QString m_account; ///< its folder
    std::unique_ptr<QLockFile> m_lock;
    QMap<QString, FolderState> m_states;
    QSet<QByteArray> m_hashes; ///< of all messages of the account
    MailPack m_pack; ///< kept, not written yet
    QString m_packFolder; ///< where those belong
    QList<Kept> m_kept; ///< written since the last commit
    QByteArray m_bytes; ///< of the message that is coming, as long as it is small
    std::unique_ptr<QFile> m_large; ///< the message, once it is not
    QCryptographicHash m_hash{QCryptographicHash::Blake2b_160};
    int m_number = 0;
    bool m_wasEmpty = false;
    Written m_written;
    Failure m_problem;
};

/// How far the folders of an account have been fetched, out of the folder of its messages; none where
/// that cannot be read.
[[nodiscard]] QMap<QString, FolderState> statesKeptIn(const QString &accountFolder);

/// The name of a folder on the server as a file's name: nothing in it leads elsewhere.
[[nodiscard]] QString fileNameFor(const QString &name);

} // namespace sekisho::imap
