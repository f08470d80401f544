// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QThread>

#include <algorithm>
#include <atomic>
#include <thread>
#include <vector>

namespace sekisho {

/// Does `work` for every item of a vector, on as many threads as the machine has; returns when all
/// is done. The threads are its own and not of a pool: a pool whose threads all wait for such work
/// would wait for ever. `work` must not throw.
template <typename Item, typename Work> void inParallel(std::vector<Item> &items, const Work &work)
{
    std::atomic<size_t> next = 0;
    const auto take = [&] {
        for (size_t i = next++; i < items.size(); i = next++)
            work(items[i]);
    };
    const size_t threads = std::min(items.size(), size_t(std::max(1, QThread::idealThreadCount())));
    std::vector<std::thread> helpers;
    for (size_t i = 1; i < threads; ++i)
        helpers.emplace_back(take);
    take();
    for (std::thread &helper : helpers)
        helper.join();
}

} // namespace sekisho
