// SPDX-License-Identifier: GPL-3.0-or-later
#include "import/sharedworkspace.h"

#include "base/freedelsewhere.h"

#include <chrono>

namespace sekisho {

SharedWorkspace::SharedWorkspace(Workspace workspace, DatasetPtr dataset)
    : m_workspace(std::move(workspace))
    , m_dataset(std::move(dataset))
{
}

SharedWorkspace::Turn SharedWorkspace::turn(const Stop &stop)
{
    constexpr auto moment = std::chrono::milliseconds(200);
    Turn turn(m_mutex, std::defer_lock);
    while (!turn.try_lock_for(moment) && !stop.requested()) { }
    return turn;
}

void SharedWorkspace::setDataset(const DatasetPtr &dataset)
{
    if (dataset != m_dataset)
        m_dataset = dataset ? freedElsewhere(dataset) : DatasetPtr();
}

DatasetPtr SharedWorkspace::wholeDataset()
{
    if (m_dataset)
        return m_dataset;
    if (const WorkspaceResult<DatasetPtr> loaded = loadDataset(m_workspace, Stop()))
        setDataset(loaded.value());
    return m_dataset;
}

} // namespace sekisho
