// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "imap/command.h"

#include <QChar>
#include <QStringList>

namespace sekisho::imap {

/// What a folder is for, as far as servers say (SPECIAL-USE, RFC 6154).
enum class FolderUse : quint8 { None, All, Archive, Drafts, Flagged, Junk, Sent, Trash };

/// A folder of the server's tree.
struct FolderInfo {
    QString name; ///< the whole path
    QChar delimiter; ///< null: the name is no path
    bool selectable = true;
    FolderUse use = FolderUse::None;

    bool operator==(const FolderInfo &) const = default;
};

/// Where the server keeps folders: prefixes of one's own, other people's and shared ones.
class NamespaceCommand final : public Command {
public:
    [[nodiscard]] Verb verb() const override { return Verb::Namespace; }
    [[nodiscard]] QByteArray text() const override { return "NAMESPACE"; }
    void take(const Response &response) override;
    [[nodiscard]] const QByteArrayList &prefixes() const { return m_prefixes; }

private:
    QByteArrayList m_prefixes; ///< as written
};

/// All folders below a prefix as the server writes it.
class ListCommand final : public Command {
public:
    ListCommand(QByteArray prefix, bool askForUse, int most);

    [[nodiscard]] Verb verb() const override { return Verb::List; }
    [[nodiscard]] QByteArray text() const override;
    void take(const Response &response) override;
    [[nodiscard]] const QList<FolderInfo> &folders() const { return m_folders; }

private:
    const QByteArray m_prefix;
    const bool m_askForUse;
    const int m_most;
    QList<FolderInfo> m_folders;
};

/// Opens a folder: for reading only, unless it is to be changed.
class ExamineCommand final : public Command {
public:
    explicit ExamineCommand(const QString &folder, bool change = false);

    [[nodiscard]] Verb verb() const override { return Verb::Examine; }
    [[nodiscard]] QByteArray text() const override { return m_text; }
    void take(const Response &response) override;
    [[nodiscard]] quint32 uidValidity() const { return m_uidValidity; }
    [[nodiscard]] quint32 messages() const { return m_messages; }

private:
    QByteArray m_text;
    quint32 m_uidValidity = 0;
    quint32 m_messages = 0;
};

} // namespace sekisho::imap
