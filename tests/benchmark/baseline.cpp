// SPDX-License-Identifier: GPL-3.0-or-later
#include "baseline.h"

#include <fcntl.h>
#include <libdeflate.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <cstring>
#include <filesystem>
#include <memory>
#include <string>
#include <thread>
#include <vector>

namespace sekisho {

namespace {

template <typename Number> Number numberAt(const std::vector<char> &bytes, size_t at)
{
    Number number = 0;
    if (at + sizeof number <= bytes.size())
        std::memcpy(&number, bytes.data() + at, sizeof number);
    return number;
}

void readWhole(const std::string &path, std::vector<char> &bytes)
{
    bytes.clear();
    const int file = open(path.c_str(), O_RDONLY | O_CLOEXEC);
    struct stat info { };
    if (file >= 0 && fstat(file, &info) == 0) {
        bytes.resize(size_t(info.st_size));
        bytes.resize(size_t(std::max<ssize_t>(0, read(file, bytes.data(), bytes.size()))));
    }
    close(file);
}

/// One thread's buffers, used again for every file.
class Inflater final {
public:
    /// The bytes that the file holds unpacked. Sizes are believed: the files are of our own making.
    [[nodiscard]] size_t inflate(const std::string &path)
    {
        constexpr quint16 gzipMagic = 0x8b1f;
        constexpr quint32 zipMagic = 0x04034b50;
        readWhole(path, m_packed);
        size_t made = 0;
        if (numberAt<quint16>(m_packed, 0) == gzipMagic) {
            m_text.resize(numberAt<quint32>(m_packed, m_packed.size() - 4));
            libdeflate_gzip_decompress(m_inflater.get(), m_packed.data(), m_packed.size(),
                m_text.data(), m_text.size(), &made);
        } else if (numberAt<quint32>(m_packed, 0) == zipMagic) {
            const size_t start =
                30U + numberAt<quint16>(m_packed, 26) + numberAt<quint16>(m_packed, 28);
            m_text.resize(numberAt<quint32>(m_packed, 22));
            libdeflate_deflate_decompress(m_inflater.get(), m_packed.data() + start,
                numberAt<quint32>(m_packed, 18), m_text.data(), m_text.size(), &made);
        } else {
            made = m_packed.size();
        }
        return made;
    }

private:
    std::unique_ptr<libdeflate_decompressor, decltype(&libdeflate_free_decompressor)> m_inflater{
        libdeflate_alloc_decompressor(), libdeflate_free_decompressor};
    std::vector<char> m_packed;
    std::vector<char> m_text;
};

} // namespace

qint64 inflateFolder(const QString &folder, int threads)
{
    std::vector<std::string> paths;
    for (const auto &entry : std::filesystem::directory_iterator(folder.toStdString()))
        paths.push_back(entry.path().string());
    std::atomic<size_t> next = 0;
    std::atomic<qint64> bytes = 0;
    const auto work = [&] {
        Inflater inflater;
        for (size_t i = next++; i < paths.size(); i = next++)
            bytes += qint64(inflater.inflate(paths[i]));
    };
    std::vector<std::jthread> others;
    for (int i = 0; i < threads; ++i)
        others.emplace_back(work);
    others.clear(); // joins
    return bytes;
}

} // namespace sekisho
