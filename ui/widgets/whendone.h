// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFutureWatcher>

#include <optional>

namespace sekisho {

/// Calls `handler` in the thread of `context` with the result of a future, or with nothing where it
/// was cancelled. Does nothing once the context is gone; QFuture::then() of Qt 6.4 crashes then.
template <typename T, typename Handler>
void whenDone(const QFuture<T> &future, QObject *context, Handler handler)
{
    auto *watcher = new QFutureWatcher<T>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context, [watcher, handler] {
        watcher->deleteLater();
        const QFuture<T> done = watcher->future();
        if (done.isCanceled() || done.resultCount() == 0)
            handler(std::optional<T>());
        else
            handler(std::optional<T>(done.result()));
    });
    watcher->setFuture(future);
}

} // namespace sekisho
