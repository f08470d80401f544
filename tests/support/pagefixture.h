// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dataset/datasetbuilder.h"
#include "pages/page.h"

#include <QFile>
#include <QPromise>

#include <memory>
#include <vector>

namespace sekisho::fixture {

/// A view of all that a builder holds, in English and UTC.
inline View viewOf(DatasetBuilder &builder)
{
    View view;
    view.dataset = builder.finish();
    view.senders = std::make_shared<SenderIndex>(makeSenderIndex(*view.dataset, {}));
    view.results =
        std::make_shared<Results>(compute(*view.dataset, *view.senders, view.filter, Stop()));
    view.format = {QLocale(QLocale::English), true};
    return view;
}

/// The same data under another filter.
inline View filtered(const View &view, const Filter &filter)
{
    View result = view;
    result.filter = filter;
    result.results =
        std::make_shared<Results>(compute(*view.dataset, *view.senders, filter, Stop()));
    return result;
}

/// Reads files at once.
inline QFuture<Result<QByteArray>> fileNow(const QString &path)
{
    QFile file(path);
    const bool open = file.open(QIODevice::ReadOnly);
    QPromise<Result<QByteArray>> promise;
    promise.start();
    promise.addResult(open ? Result<QByteArray>(file.readAll()) : Result<QByteArray>(Note{NoteCode::FileUnreadable, {}, 1, {}}));
    promise.finish();
    return promise.future();
}

/// Originals that arrive when the test says so.
class Originals final {
public:
    struct Request {
        Origin origin;
        std::shared_ptr<QPromise<Result<QByteArray>>> promise;
    };

    [[nodiscard]] LoadOriginal loader()
    {
        return [this](const Origin &origin) {
            auto promise = std::make_shared<QPromise<Result<QByteArray>>>();
            promise->start();
            requests.push_back({origin, promise});
            return promise->future();
        };
    }
    void answer(size_t request, const Result<QByteArray> &result)
    {
        requests[request].promise->addResult(result);
        requests[request].promise->finish();
    }

    std::vector<Request> requests;
};

} // namespace sekisho::fixture
