// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/foldertree.h"

#include "tables/visibletext.h"

#include <QSignalBlocker>

namespace sekisho {

using imap::FolderUse;

namespace {

constexpr int NameRole = Qt::UserRole;

QString useText(FolderUse use)
{
    switch (use) {
    case FolderUse::None: return {};
    case FolderUse::All: return FolderTree::tr("all mail", "what a folder is for");
    case FolderUse::Archive: return FolderTree::tr("archive", "what a folder is for");
    case FolderUse::Drafts: return FolderTree::tr("drafts", "what a folder is for");
    case FolderUse::Flagged: return FolderTree::tr("flagged", "what a folder is for");
    case FolderUse::Junk: return FolderTree::tr("junk", "what a folder is for");
    case FolderUse::Sent: return FolderTree::tr("sent mail", "what a folder is for");
    case FolderUse::Trash: return FolderTree::tr("trash", "what a folder is for");
    }
    return {};
}

} // namespace

FolderTree::FolderTree(QWidget *parent)
    : QTreeWidget(parent)
{
    setHeaderLabels({tr("Folders"), QString()});
    setAccessibleName(tr("Folders"));
    setColumnWidth(0, 260);
    setAlternatingRowColors(true);
}

void FolderTree::setFolders(const QList<imap::FolderInfo> &folders, const QStringList &chosen)
{
    const QSignalBlocker blocker(this);
    clear();
    for (const imap::FolderInfo &folder : folders) {
        QTreeWidgetItem *item = folderItem(folder);
        item->setText(1, useText(folder.use));
        if (!folder.selectable)
            continue;
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsUserCheckable | Qt::ItemIsSelectable);
        item->setCheckState(0, chosen.contains(folder.name) ? Qt::Checked : Qt::Unchecked);
    }
    expandAll();
}

/// Below its parents, which are made where the server does not list them.
QTreeWidgetItem *FolderTree::folderItem(const imap::FolderInfo &folder)
{
    QTreeWidgetItem *parent = invisibleRootItem();
    const QStringList parts =
        folder.delimiter.isNull() ? QStringList{folder.name} : folder.name.split(folder.delimiter);
    QString path;
    for (const QString &part : parts) {
        path += path.isNull() ? part : folder.delimiter + part;
        QTreeWidgetItem *found = nullptr;
        for (int i = 0; i < parent->childCount() && !found; ++i) {
            if (parent->child(i)->data(0, NameRole).toString() == path)
                found = parent->child(i);
        }
        if (!found) {
            found = new QTreeWidgetItem(parent, {visibleText(part)});
            found->setData(0, NameRole, path);
            found->setFlags(Qt::ItemIsEnabled);
        }
        parent = found;
    }
    return parent;
}

QStringList FolderTree::chosen() const
{
    QStringList names;
    for (QTreeWidgetItemIterator it(
             const_cast<FolderTree *>(this), QTreeWidgetItemIterator::Checked);
         *it; ++it)
        names.append((*it)->data(0, NameRole).toString());
    return names;
}

} // namespace sekisho
