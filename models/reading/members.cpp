// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/members.h"

#include "reading/plaininflate.h"

#include <QBuffer>
#include <quazip/quazip.h>
#include <quazip/quazipfile.h>
#include <quazip/quazipfileinfo.h>
#include <quazip/unzip.h>

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <array>
#include <memory>

namespace sekisho {

namespace {

using Visit = std::function<void(Member &&)>;

Note problem(NoteCode code, const QString &detail = {})
{
    return {code, detail, 1, {}};
}

/// Reads in pieces until the end or one byte more than is allowed; a negative count is an error.
/// `claimed`: the size that the archive tells, which is right nearly always and believed never.
bool readCapped(const std::function<qint64(char *, qint64)> &read, qint64 most, qint64 claimed,
    QByteArray &bytes)
{
    constexpr qint64 least = 4 * 1024;
    constexpr qint64 step = 256 * 1024;
    // Most members are small; a large buffer for each costs more than unpacking it.
    const qint64 first = std::clamp(claimed + 1, least, step);
    qint64 used = 0;
    for (;;) {
        if (used == bytes.size()) {
            bytes.resize(std::min(most + 1, used == 0 ? first : std::max(step, used * 2)));
            if (used == bytes.size())
                break;
        }
        const qint64 got = read(bytes.data() + used, bytes.size() - used);
        if (got < 0) {
            bytes.resize(used);
            return false;
        }
        if (got == 0)
            break;
        used += got;
    }
    bytes.resize(used);
    return true;
}

/// What came out of a damaged member is read all the same; a report may be whole in it.
void damaged(Member &member, ContentKind archive)
{
    if (member.bytes.isEmpty())
        member.problem = problem(NoteCode::MemberDamaged, member.name);
    else
        member.notes.add(NoteCode::ContainerTruncated, QString(contentName(archive)));
}

/// What both members that unpack and their archive may not exceed.
void check(Member &member, Budget &budget, qint64 packed)
{
    if (member.problem)
        return;
    if (const auto limit = budget.exceeded(member.bytes.size(), packed)) {
        member.problem = Note{*limit, {}, member.bytes.size(), {}};
        member.bytes.clear();
        return;
    }
    budget.spend(member.bytes.size());
}

/// Counts members up to the limit; past it the rest is given up with a problem.
class Counter final {
public:
    Counter(const Limits &limits, const Stop &stop, const Visit &visit)
        : m_limits(limits)
        , m_stop(stop)
        , m_visit(visit)
    {
    }

    [[nodiscard]] bool next()
    {
        if (m_stop.requested())
            return false;
        if (m_count++ < m_limits.members)
            return true;
        Member rest;
        rest.problem = Note{NoteCode::LimitMembers, {}, m_limits.members, {}};
        m_visit(std::move(rest));
        return false;
    }
    [[nodiscard]] bool empty() const { return m_count == 0; }

private:
    const Limits &m_limits;
    const Stop &m_stop;
    const Visit &m_visit;
    int m_count = 0;
};

void visitProblem(const Visit &visit, NoteCode code, const QString &detail)
{
    Member member;
    member.problem = problem(code, detail);
    visit(std::move(member));
}

// zip

constexpr quint16 stored = 0;
constexpr quint16 deflated = 8;

/// The bytes of a member as nearly all are, unpacked at once; false for any other.
bool readPlainZipMember(
    QuaZip &zip, const unz_file_info64 &info, Budget &budget, QByteArray &bytes)
{
    const qint64 packedSize = qint64(std::min<quint64>(info.compressed_size, 1U << 30));
    const qint64 size = qint64(std::min<quint64>(info.uncompressed_size, 1U << 30));
    if (info.compression_method != deflated || size > budget.most() || budget.exceeded(size, packedSize) ||
        packedSize > zip.getIoDevice()->size())
        return false;
    QuaZipFile file(&zip);
    int method = 0;
    int level = 0;
    if (!file.open(QIODevice::ReadOnly, &method, &level, true))
        return false;
    QByteArray packed(packedSize, Qt::Uninitialized);
    if (file.read(packed.data(), packedSize) != packedSize)
        return false;
    auto plain = inflatePlainDeflate(packed, size, quint32(info.crc));
    if (plain)
        bytes = *std::move(plain);
    return plain.has_value();
}

void readZipMember(QuaZip &zip, const unz_file_info64 &info, Budget &budget, Member &member)
{
    constexpr uLong encrypted = 1;
    if (info.flag & encrypted) {
        member.problem = problem(NoteCode::MemberEncrypted, member.name);
        return;
    }
    if (readPlainZipMember(zip, info, budget, member.bytes)) {
        budget.spend(member.bytes.size());
        return;
    }
    QuaZipFile file(&zip);
    if (!file.open(QIODevice::ReadOnly)) {
        const bool usual = info.compression_method == stored || info.compression_method == deflated;
        member.problem = usual
            ? problem(NoteCode::MemberDamaged, member.name)
            : problem(NoteCode::CompressionUnsupported, QString::number(info.compression_method));
        return;
    }
    const auto read = [&file](char *to, qint64 most) { return file.read(to, most); };
    const bool ok = readCapped(
        read, budget.most(), qint64(std::min<quint64>(info.uncompressed_size, 1U << 30)), member.bytes);
    const bool whole = file.atEnd();
    file.close(); // compares the checksum when all was read
    if (!ok)
        damaged(member, ContentKind::Zip);
    else if (whole && file.getZipError() != UNZ_OK)
        member.notes.add(NoteCode::MemberDamaged, member.name);
    check(member, budget, std::max<qint64>(1, qint64(info.compressed_size)));
}

/// The numbers and the name of the current member. All that QuaZip tells of it has its date in it,
/// and to make that takes longer than the rest, so that it is only asked where a name is not plain.
bool readMemberInfo(QuaZip &zip, unz_file_info64 &info, QString &name)
{
    std::array<char, 256> bytes{};
    if (unzGetCurrentFileInfo64(
            zip.getUnzFile(), &info, bytes.data(), bytes.size(), nullptr, 0, nullptr, 0) != UNZ_OK)
        return false;
    const QByteArrayView plain(bytes.data(), qstrlen(bytes.data()));
    const auto isPlain = [](char c) { return c > 0; };
    if (quint64(plain.size()) == info.size_filename && info.size_filename < bytes.size() &&
        std::all_of(plain.begin(), plain.end(), isPlain)) {
        name = QString::fromLatin1(plain);
        return true;
    }
    QuaZipFileInfo64 whole;
    if (!zip.getCurrentFileInfo(&whole))
        return false;
    name = whole.name;
    return true;
}

void visitZip(const QByteArray &packed, Budget &budget, const Stop &stop, const Visit &visit)
{
    const QString kind(contentName(ContentKind::Zip));
    QBuffer buffer;
    buffer.setData(packed);
    QuaZip zip(&buffer);
    if (!zip.open(QuaZip::mdUnzip)) {
        // One without members is only its end record, which QuaZip takes for damage.
        const bool empty = packed.startsWith("PK\x05\x06");
        visitProblem(visit, empty ? NoteCode::ContainerEmpty : NoteCode::ContainerDamaged, kind);
        return;
    }
    Counter counter(budget.limits(), stop, visit);
    bool broken = false;
    for (bool more = zip.goToFirstFile(); more; more = zip.goToNextFile()) {
        unz_file_info64 info = {};
        QString name;
        broken = !readMemberInfo(zip, info, name);
        if (broken)
            break;
        if (name.endsWith(u'/'))
            continue;
        if (!counter.next())
            return;
        Member member;
        member.name = shownName(name);
        readZipMember(zip, info, budget, member);
        visit(std::move(member));
    }
    if (broken || zip.getZipError() != UNZ_OK)
        visitProblem(visit, NoteCode::ContainerDamaged, kind);
    else if (counter.empty())
        visitProblem(visit, NoteCode::ContainerEmpty, kind);
}

// tar and 7z: KArchive keeps one of several members of the same path in a tar, and unpacks a whole
// 7z at once into sizes that it claims. libarchive unpacks as it is read.

struct CloseArchive {
    void operator()(archive *reader) const { archive_read_free(reader); }
};
using Archive = std::unique_ptr<archive, CloseArchive>;

/// The name as UTF-8 where it is that, else as the bytes stand there.
QString entryName(archive_entry *entry)
{
    const char *name = archive_entry_pathname_utf8(entry);
    if (!name)
        name = archive_entry_pathname(entry);
    return shownName(QString::fromUtf8(name));
}

/// Reads until the end or one byte more than is allowed. Block by block, since archive_read_data()
/// drops what it has when the next block is damaged.
bool readBlocks(archive *reader, qint64 most, QByteArray &bytes)
{
    for (;;) {
        const void *block = nullptr;
        size_t size = 0;
        la_int64_t offset = 0;
        const int status = archive_read_data_block(reader, &block, &size, &offset);
        if (status == ARCHIVE_EOF)
            return true;
        if (status < ARCHIVE_WARN)
            return false;
        const qint64 gap = std::max<qint64>(0, offset - bytes.size()); // of a sparse file
        bytes.append(std::min(gap, most + 1 - bytes.size()), '\0');
        bytes.append(static_cast<const char *>(block),
            std::min<qint64>(qint64(size), most + 1 - bytes.size()));
        if (bytes.size() > most)
            return true;
    }
}

void readEntry(ContentKind kind, archive *reader, archive_entry *entry, Budget &budget,
    qint64 packed, Member &member)
{
    if (archive_entry_is_encrypted(entry)) {
        member.problem = problem(NoteCode::MemberEncrypted, member.name);
        return;
    }
    if (!readBlocks(reader, budget.most(), member.bytes))
        damaged(member, kind);
    check(member, budget, packed);
}

Archive openArchive(ContentKind kind, const QByteArray &packed)
{
    Archive reader(archive_read_new());
    if (kind == ContentKind::Tar)
        archive_read_support_format_tar(reader.get());
    else
        archive_read_support_format_7zip(reader.get());
    if (archive_read_open_memory(reader.get(), packed.constData(), size_t(packed.size())) <
        ARCHIVE_WARN)
        return nullptr;
    return reader;
}

void visitEntries(ContentKind kind, const QByteArray &packed, Budget &budget, const Stop &stop,
    const Visit &visit)
{
    const Archive reader = openArchive(kind, packed);
    Counter counter(budget.limits(), stop, visit);
    archive_entry *entry = nullptr;
    int status = reader ? ARCHIVE_OK : ARCHIVE_FATAL;
    bool known = false; // that it is damaged or encrypted, from a member
    while (status >= ARCHIVE_WARN) {
        status = archive_read_next_header(reader.get(), &entry);
        if (status < ARCHIVE_WARN || status == ARCHIVE_EOF)
            break;
        if (archive_entry_filetype(entry) != AE_IFREG || archive_entry_hardlink(entry))
            continue;
        if (!counter.next())
            return;
        Member member;
        member.name = entryName(entry);
        readEntry(kind, reader.get(), entry, budget, packed.size(), member);
        known = member.problem || !member.notes.isEmpty();
        visit(std::move(member));
    }
    const QString name(contentName(kind));
    if (status < ARCHIVE_WARN && !known) {
        const bool encrypted = reader && archive_read_has_encrypted_entries(reader.get()) > 0;
        visitProblem(
            visit, encrypted ? NoteCode::MemberEncrypted : NoteCode::ContainerDamaged, name);
    } else if (counter.empty()) {
        visitProblem(visit, NoteCode::ContainerEmpty, name);
    }
}

} // namespace

QString shownName(const QString &name)
{
    constexpr qsizetype most = 200;
    QString shown = name.section(u'/', -1);
    for (QChar &c : shown) {
        if (c.category() == QChar::Other_Control || c.category() == QChar::Other_Format)
            c = u'?';
    }
    return shown.right(most);
}

void visitMembers(ContentKind kind, const QByteArray &packed, Budget &budget, const Stop &stop,
    const Visit &visit)
{
    switch (kind) {
    case ContentKind::Zip: visitZip(packed, budget, stop, visit); break;
    case ContentKind::Tar:
    case ContentKind::SevenZip: visitEntries(kind, packed, budget, stop, visit); break;
    default: break;
    }
}

} // namespace sekisho
