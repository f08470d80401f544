// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QThreadPool>

#include <memory>
#include <utility>

namespace sekisho {

/// The same value, but whoever lets go of it last does not have to wait until it is destroyed: a
/// pool's thread does that. For what is as large as the reports that are open.
template <typename Value> [[nodiscard]] std::shared_ptr<Value> freedElsewhere(std::shared_ptr<Value> value)
{
    Value *const shown = value.get();
    return std::shared_ptr<Value>(shown, [value = std::move(value)](Value *) mutable {
        if (QCoreApplication::instance())
            QThreadPool::globalInstance()->start([last = std::move(value)]() mutable { last.reset(); });
    });
}

} // namespace sekisho
