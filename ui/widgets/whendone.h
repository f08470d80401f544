// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFutureWatcher>
#include <QtConcurrentRun>

#include <optional>
#include <type_traits>

namespace sekisho {

/// Calls `handler` in the thread of `context` with the result of a future, or with nothing where it
/// was cancelled. Does nothing once the context is gone.
/// To be used instead of QFuture::then(), which in Qt 6.4 crashes when the context is gone, and runs
/// twice, to the same end, when the future finishes just while it is called.
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

/// The same with what `make` makes of the result, off the UI thread.
template <typename T, typename Make, typename Handler>
void whenMade(const QFuture<T> &future, QObject *context, Make make, Handler handler)
{
    using Made = std::invoke_result_t<Make, const T &>;
    whenDone(future, context, [context, make, handler](const std::optional<T> &done) {
        if (done)
            whenDone(QtConcurrent::run(make, *done), context, handler);
        else
            handler(std::optional<Made>());
    });
}

} // namespace sekisho
