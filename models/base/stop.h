// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>

namespace sekisho {

/// Asked by long work whether it should end; set from another thread.
class Stop final {
public:
    void request() { m_requested.store(true, std::memory_order_relaxed); }
    [[nodiscard]] bool requested() const { return m_requested.load(std::memory_order_relaxed); }

private:
    std::atomic<bool> m_requested = false;
};

} // namespace sekisho
