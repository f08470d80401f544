// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "imap/mailbox.h"

#include <QTreeWidget>

namespace sekisho {

/// The folders of a mailbox as a tree, to be ticked.
class FolderTree final : public QTreeWidget {
    Q_OBJECT
public:
    explicit FolderTree(QWidget *parent = nullptr);

    void setFolders(const QList<imap::FolderInfo> &folders, const QStringList &chosen);
    [[nodiscard]] QStringList chosen() const;

private:
    [[nodiscard]] QTreeWidgetItem *folderItem(const imap::FolderInfo &folder);
};

} // namespace sekisho
