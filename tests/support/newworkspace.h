// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dataset/dataset.h"
#include "support/contents.h"
#include "support/workspacefolder.h"

namespace sekisho::fixture {

/// Part of a test whose functions each begin with an empty workspace, which is open.
class NewWorkspace : protected WorkspaceFolder {
protected:
    [[nodiscard]] bool makeWorkspace()
    {
        makeFolder();
        const auto made = Workspace::create(file());
        if (made)
            m_workspace = made.value();
        return bool(made);
    }
    void removeWorkspace()
    {
        m_workspace = {};
        removeFolder();
    }

    [[nodiscard]] DatasetPtr loaded() const
    {
        const auto dataset = loadDataset(m_workspace, Stop());
        return dataset ? dataset.value() : std::make_shared<const Dataset>();
    }

    Workspace m_workspace;
};

} // namespace sekisho::fixture
