// SPDX-License-Identifier: GPL-3.0-or-later
#include "measure.h"

#include <QFile>

#include <algorithm>
#include <chrono>
#include <ctime>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace sekisho {

namespace {

qint64 statusBytes(const QByteArray &key)
{
    QFile file(QStringLiteral("/proc/self/status"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith(key))
            return line.sliced(key.size()).trimmed().split(' ').first().toLongLong() * 1024;
    }
    return 0;
}

} // namespace

Took timeOf(const std::function<void()> &work)
{
    using Clock = std::chrono::steady_clock;
    const Clock::time_point start = Clock::now();
    const std::clock_t processor = std::clock();
    work();
    return {std::chrono::duration<double>(Clock::now() - start).count(),
        double(std::clock() - processor) / CLOCKS_PER_SEC};
}

double median(std::vector<double> values)
{
    if (values.empty())
        return 0;
    std::sort(values.begin(), values.end());
    const size_t half = values.size() / 2;
    return values.size() % 2 ? values[half] : (values[half - 1] + values[half]) / 2;
}

qint64 residentBytes()
{
    return statusBytes("VmRSS:");
}

qint64 peakResidentBytes()
{
    return statusBytes("VmHWM:");
}

void resetPeak()
{
#ifdef __GLIBC__
    malloc_trim(0); // what was freed is not in use
#endif
    QFile file(QStringLiteral("/proc/self/clear_refs"));
    if (file.open(QIODevice::WriteOnly))
        file.write("5");
}

} // namespace sekisho
