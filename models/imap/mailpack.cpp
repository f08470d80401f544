// SPDX-License-Identifier: GPL-3.0-or-later
#include "imap/mailpack.h"

#include <QDateTime>
#include <QFile>

#include <archive.h>
#include <archive_entry.h>

#include <memory>

namespace sekisho::imap {

namespace {

struct Free {
    void operator()(archive_entry *entry) const { archive_entry_free(entry); }
    void operator()(archive *any) const { archive_free(any); }
};

extern "C" la_ssize_t append(archive *, void *to, const void *bytes, size_t size)
{
    static_cast<QByteArray *>(to)->append(static_cast<const char *>(bytes), qsizetype(size));
    return la_ssize_t(size);
}

} // namespace

void MailPack::add(const QByteArray &name, QByteArrayView message)
{
    m_members.push_back({name, m_bytes.size(), message.size()});
    m_bytes.append(message);
}

void MailPack::clear()
{
    m_members.clear();
    m_bytes.resize(0); // keeps the memory
}

void MailPack::forEach(
    const std::function<void(const QByteArray &name, QByteArrayView message)> &use) const
{
    for (const Member &member : m_members)
        use(member.name, QByteArrayView(m_bytes).sliced(member.begin, member.size));
}

QByteArray MailPack::archive() const
{
    constexpr qsizetype block = 512;
    QByteArray packed;
    packed.reserve(m_bytes.size() + (count() + 1) * 2 * block);
    const std::unique_ptr<::archive, Free> writer(archive_write_new());
    const std::unique_ptr<archive_entry, Free> entry(archive_entry_new());
    bool ok = archive_write_set_format_ustar(writer.get()) == ARCHIVE_OK &&
        archive_write_set_bytes_per_block(writer.get(), 0) == ARCHIVE_OK &&
        archive_write_open(writer.get(), &packed, nullptr, append, nullptr) == ARCHIVE_OK;
    const time_t now = QDateTime::currentSecsSinceEpoch();
    forEach([&](const QByteArray &name, QByteArrayView message) {
        archive_entry_clear(entry.get());
        archive_entry_set_pathname(entry.get(), name.constData());
        archive_entry_set_filetype(entry.get(), AE_IFREG);
        archive_entry_set_perm(entry.get(), 0600);
        archive_entry_set_mtime(entry.get(), now, 0);
        archive_entry_set_size(entry.get(), message.size());
        ok = ok && archive_write_header(writer.get(), entry.get()) == ARCHIVE_OK &&
            archive_write_data(writer.get(), message.data(), size_t(message.size())) ==
                message.size();
    });
    ok = archive_write_close(writer.get()) == ARCHIVE_OK && ok;
    return ok ? packed : QByteArray();
}

QByteArrayList packedNames(const QString &path)
{
    QByteArrayList names;
    const std::unique_ptr<::archive, Free> reader(archive_read_new());
    archive_entry *entry = nullptr;
    if (archive_read_support_format_tar(reader.get()) != ARCHIVE_OK ||
        archive_read_open_filename(reader.get(), QFile::encodeName(path).constData(), 1 << 16) !=
            ARCHIVE_OK)
        return names;
    while (archive_read_next_header(reader.get(), &entry) == ARCHIVE_OK)
        names.append(archive_entry_pathname(entry));
    return names;
}

} // namespace sekisho::imap
