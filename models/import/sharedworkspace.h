// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/workspace.h"
#include "base/stop.h"

#include <mutex>

namespace sekisho {

/// A workspace that several parts of a program write to from threads of their own: one at a time,
/// for whoever writes remembers what is in the file. Readers need no turn.
class SharedWorkspace final {
public:
    /// `dataset`: everything in it, where the caller has it.
    explicit SharedWorkspace(Workspace workspace, DatasetPtr dataset = {});

    using Turn = std::unique_lock<std::timed_mutex>;
    /// Waits until nobody else writes.
    [[nodiscard]] Turn turn() { return Turn(m_mutex); }
    /// The same; once stopped it waits for a moment only, and may come back without the turn.
    [[nodiscard]] Turn turn(const Stop &stop);

    [[nodiscard]] const Workspace &workspace() const { return m_workspace; }

    // For the one whose turn it is:

    /// Everything in it. Null: it is to be loaded, for something was added meanwhile.
    [[nodiscard]] const DatasetPtr &dataset() const { return m_dataset; }
    void setDataset(const DatasetPtr &dataset);
    /// Loaded where it has to be; null where that fails.
    [[nodiscard]] DatasetPtr wholeDataset();

private:
    const Workspace m_workspace;
    std::timed_mutex m_mutex;
    DatasetPtr m_dataset;
};

} // namespace sekisho
