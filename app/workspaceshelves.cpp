// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspaceshelves.h"

#include "tables/visibletext.h"
#include "tables/workspacetext.h"

#include <QDir>

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

template <typename T> using Load = WorkspaceResult<T> (*)(const Workspace &);
template <typename T> using Save = WorkspaceProblem (*)(const Workspace &, const T &);

/// Takes over what a shelf held before there were workspaces, where that was not done before.
template <typename T>
Taken<T> takenOver(const Workspace &workspace, const QString &mark, const Shelf<T> &former, Save<T> save)
{
    Taken<T> taken = former.take();
    if (!taken.problem.isEmpty())
        return taken; // another time, perhaps
    WorkspaceProblem problem = save(workspace, taken.content);
    if (!problem)
        problem = saveValue(workspace, mark, u"yes"_s);
    taken.problem = workspaceText(problem);
    return taken;
}

template <typename T>
Shelf<T> shelfIn(const Workspace &workspace, const QString &mark, const Shelf<T> &former,
    Load<T> load, Save<T> save)
{
    Shelf<T> shelf;
    shelf.name = visibleText(QDir::toNativeSeparators(workspace.path()));
    shelf.take = [=, name = shelf.name] {
        const bool old = former.take && workspace.isWritable();
        const WorkspaceResult<QString> done = old ? loadValue(workspace, mark) : u"yes"_s;
        if (done && done.value().isEmpty())
            return takenOver(workspace, mark, former, save);
        Taken<T> taken;
        taken.name = name;
        const WorkspaceResult<T> content = load(workspace);
        if (content)
            taken.content = content.value();
        else
            taken.problem = workspaceText(content.problem());
        return taken;
    };
    shelf.put = [workspace, save](const T &content) { return workspaceText(save(workspace, content)); };
    return shelf;
}

} // namespace

Shelf<OwnSenders> ownSendersIn(const Workspace &workspace, const Shelf<OwnSenders> &former)
{
    return shelfIn<OwnSenders>(
        workspace, u"own senders taken over"_s, former, loadOwnSenders, saveOwnSenders);
}

Shelf<Pins> pinsIn(const Workspace &workspace, const Shelf<Pins> &former)
{
    return shelfIn<Pins>(workspace, u"pins taken over"_s, former, loadPins, savePins);
}

Shelf<HostCache> hostsIn(const Workspace &workspace, const Shelf<HostCache> &former)
{
    return shelfIn<HostCache>(
        workspace, u"host names taken over"_s, former, loadHostCache, saveHostCache);
}

} // namespace sekisho
