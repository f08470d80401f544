// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/members.h"

#include <KArchiveDirectory>
#include <KArchiveFile>
#include <KTar>
#include <QBuffer>
#include <quazip/quazip.h>
#include <quazip/quazipfile.h>
#include <quazip/quazipfileinfo.h>

#include <archive.h>
#include <archive_entry.h>

#include <memory>

namespace sekisho {

namespace {

using Visit = std::function<void(Member &&)>;

/// A member's name for showing: its last part, and no control characters.
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

Note problem(NoteCode code, const QString &detail = {})
{
    return {code, detail, 1, {}};
}

/// Reads in pieces until the end or one byte more than is allowed; a negative count is an error.
bool readCapped(const std::function<qint64(char *, qint64)> &read, qint64 most, QByteArray &bytes)
{
    constexpr qint64 step = 256 * 1024;
    qint64 used = 0;
    for (;;) {
        bytes.resize(std::min(most + 1, std::max(step, used * 2)));
        if (used == bytes.size())
            break;
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

void readZipMember(QuaZip &zip, const QuaZipFileInfo64 &info, Budget &budget, Member &member)
{
    if (info.isEncrypted()) {
        member.problem = problem(NoteCode::MemberEncrypted, member.name);
        return;
    }
    QuaZipFile file(&zip);
    if (!file.open(QIODevice::ReadOnly)) {
        constexpr quint16 stored = 0;
        constexpr quint16 deflated = 8;
        const bool usual = info.method == stored || info.method == deflated;
        member.problem = usual
            ? problem(NoteCode::MemberDamaged, member.name)
            : problem(NoteCode::CompressionUnsupported, QString::number(info.method));
        return;
    }
    const auto read = [&file](char *to, qint64 most) { return file.read(to, most); };
    const bool ok = readCapped(read, budget.most(), member.bytes);
    const bool whole = file.atEnd();
    file.close(); // compares the checksum when all was read
    if (!ok || (whole && file.getZipError() != UNZ_OK))
        member.problem = problem(NoteCode::MemberDamaged, member.name);
    check(member, budget, std::max<qint64>(1, qint64(info.compressedSize)));
}

void visitZip(const QByteArray &packed, Budget &budget, const Stop &stop, const Visit &visit)
{
    QBuffer buffer;
    buffer.setData(packed);
    QuaZip zip(&buffer);
    if (!zip.open(QuaZip::mdUnzip)) {
        visitProblem(visit, NoteCode::ContainerDamaged, QString(contentName(ContentKind::Zip)));
        return;
    }
    Counter counter(budget.limits(), stop, visit);
    for (bool more = zip.goToFirstFile(); more; more = zip.goToNextFile()) {
        QuaZipFileInfo64 info;
        if (!zip.getCurrentFileInfo(&info)) {
            visitProblem(visit, NoteCode::ContainerDamaged, QString(contentName(ContentKind::Zip)));
            return;
        }
        if (info.name.endsWith(u'/'))
            continue;
        if (!counter.next())
            return;
        Member member;
        member.name = shownName(info.name);
        readZipMember(zip, info, budget, member);
        visit(std::move(member));
    }
    if (counter.empty())
        visitProblem(visit, NoteCode::ContainerEmpty, QString(contentName(ContentKind::Zip)));
}

// tar

void readTarMember(const KArchiveFile &file, Budget &budget, Member &member)
{
    const std::unique_ptr<QIODevice> device(file.createDevice());
    if (!device) {
        member.problem = problem(NoteCode::MemberDamaged, member.name);
        return;
    }
    const auto read = [&device](char *to, qint64 most) { return device->read(to, most); };
    const qint64 most = budget.most();
    if (!readCapped(read, most, member.bytes))
        member.problem = problem(NoteCode::MemberDamaged, member.name);
    else if (member.bytes.size() < file.size() && member.bytes.size() <= most)
        member.notes.add(NoteCode::ContainerTruncated, QString(contentName(ContentKind::Tar)));
    check(member, budget, std::max<qint64>(1, file.size()));
}

void visitTar(const QByteArray &packed, Budget &budget, const Stop &stop, const Visit &visit)
{
    QBuffer buffer;
    buffer.setData(packed);
    KTar tar(&buffer);
    if (!buffer.open(QIODevice::ReadOnly) || !tar.open(QIODevice::ReadOnly)) {
        visitProblem(visit, NoteCode::ContainerDamaged, QString(contentName(ContentKind::Tar)));
        return;
    }
    Counter counter(budget.limits(), stop, visit);
    QList<const KArchiveDirectory *> folders{tar.directory()}; // paths may be as deep as they like
    while (!folders.isEmpty()) {
        const KArchiveDirectory *folder = folders.takeFirst();
        QStringList names = folder->entries();
        names.sort();
        for (const QString &name : std::as_const(names)) {
            const KArchiveEntry *entry = folder->entry(name);
            if (entry->isDirectory()) {
                folders.append(static_cast<const KArchiveDirectory *>(entry));
                continue;
            }
            if (!entry->symLinkTarget().isEmpty())
                continue;
            if (!counter.next())
                return;
            Member member;
            member.name = shownName(name);
            readTarMember(*static_cast<const KArchiveFile *>(entry), budget, member);
            visit(std::move(member));
        }
    }
    if (counter.empty())
        visitProblem(visit, NoteCode::ContainerEmpty, QString(contentName(ContentKind::Tar)));
}

// 7z: KArchive would unpack all of it at once, into sizes that the archive claims. libarchive
// unpacks as it is read.

struct CloseArchive {
    void operator()(archive *reader) const { archive_read_free(reader); }
};
using Archive = std::unique_ptr<archive, CloseArchive>;

void readSevenZipMember(
    archive *reader, archive_entry *entry, Budget &budget, qint64 packed, Member &member)
{
    if (archive_entry_is_encrypted(entry)) {
        member.problem = problem(NoteCode::MemberEncrypted, member.name);
        return;
    }
    const auto read = [reader](char *to, qint64 most) {
        return qint64(archive_read_data(reader, to, size_t(most)));
    };
    if (!readCapped(read, budget.most(), member.bytes))
        member.problem = problem(NoteCode::MemberDamaged, member.name);
    check(member, budget, packed);
}

void visitSevenZip(const QByteArray &packed, Budget &budget, const Stop &stop, const Visit &visit)
{
    const Archive reader(archive_read_new());
    archive_read_support_format_7zip(reader.get());
    int status = archive_read_open_memory(reader.get(), packed.constData(), size_t(packed.size()));
    Counter counter(budget.limits(), stop, visit);
    archive_entry *entry = nullptr;
    while (status >= ARCHIVE_WARN) {
        status = archive_read_next_header(reader.get(), &entry);
        if (status < ARCHIVE_WARN || status == ARCHIVE_EOF)
            break;
        if (archive_entry_filetype(entry) != AE_IFREG)
            continue;
        if (!counter.next())
            return;
        Member member;
        const char *name = archive_entry_pathname_utf8(entry);
        member.name = shownName(QString::fromUtf8(name));
        readSevenZipMember(reader.get(), entry, budget, packed.size(), member);
        visit(std::move(member));
    }
    const QString kind(contentName(ContentKind::SevenZip));
    if (archive_read_has_encrypted_entries(reader.get()) > 0 && status < ARCHIVE_WARN)
        visitProblem(visit, NoteCode::MemberEncrypted, kind);
    else if (status < ARCHIVE_WARN)
        visitProblem(visit, NoteCode::ContainerDamaged, kind);
    else if (counter.empty())
        visitProblem(visit, NoteCode::ContainerEmpty, kind);
}

} // namespace

void visitMembers(ContentKind kind, const QByteArray &packed, Budget &budget, const Stop &stop,
    const Visit &visit)
{
    switch (kind) {
    case ContentKind::Zip: visitZip(packed, budget, stop, visit); break;
    case ContentKind::Tar: visitTar(packed, budget, stop, visit); break;
    case ContentKind::SevenZip: visitSevenZip(packed, budget, stop, visit); break;
    default: break;
    }
}

} // namespace sekisho
