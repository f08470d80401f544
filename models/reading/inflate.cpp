// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/inflate.h"

#include <KCompressionDevice>
#include <KFilterBase>

#include <memory>

namespace sekisho {

namespace {

KCompressionDevice::CompressionType compressionType(ContentKind kind)
{
    switch (kind) {
    case ContentKind::Bzip2: return KCompressionDevice::BZip2;
    case ContentKind::Xz: return KCompressionDevice::Xz;
    case ContentKind::Zstd: return KCompressionDevice::Zstd;
    default: return KCompressionDevice::GZip;
    }
}

/// Grows a buffer in steps, up to a most; nothing is believed about the size to come.
class Output final {
public:
    Output(qsizetype packed, qint64 most)
        : m_most(most)
    {
        constexpr qint64 least = 64 * 1024;
        constexpr qint64 usualRatio = 12;
        m_bytes.resize(std::min(most + 1, std::max(least, packed * usualRatio)));
    }

    [[nodiscard]] char *free() { return m_bytes.data() + m_used; }
    [[nodiscard]] uint room() const
    {
        constexpr qint64 step = qint64(1) << 28;
        return uint(std::min(step, m_bytes.size() - m_used));
    }
    void use(qint64 bytes) { m_used += bytes; }
    [[nodiscard]] qint64 used() const { return m_used; }
    /// One byte more than allowed may come out, so that passing the limit shows.
    [[nodiscard]] bool grow()
    {
        if (m_bytes.size() > m_most)
            return false;
        m_bytes.resize(std::min(m_most + 1, m_bytes.size() * 2));
        return true;
    }
    [[nodiscard]] QByteArray take()
    {
        m_bytes.resize(m_used);
        return std::move(m_bytes);
    }

private:
    QByteArray m_bytes;
    qint64 m_used = 0;
    qint64 m_most;
};

enum class MemberEnd { Complete, Truncated, Damaged, TooLarge };

/// Unpacks one member from `packed` at `position`, which it moves behind what it used.
MemberEnd inflateMember(
    KFilterBase &filter, const QByteArray &packed, qint64 &position, Output &output)
{
    constexpr qint64 mostAtOnce = qint64(1) << 30;
    const uint given = uint(std::min(mostAtOnce, packed.size() - position));
    filter.setInBuffer(packed.constData() + position, given);
    filter.readHeader(); // looks at the bytes; without a header KGzipFilter would only copy them
    for (;;) {
        if (output.room() == 0 && !output.grow())
            return MemberEnd::TooLarge;
        const uint room = output.room();
        filter.setOutBuffer(output.free(), room);
        const int before = filter.inBufferAvailable();
        const KFilterBase::Result result = filter.uncompress();
        const qint64 made = qint64(room) - filter.outBufferAvailable();
        output.use(made);
        position += before - filter.inBufferAvailable();
        if (result == KFilterBase::End)
            return MemberEnd::Complete;
        if (result == KFilterBase::Error)
            return position >= packed.size() ? MemberEnd::Truncated : MemberEnd::Damaged;
        if (made == 0 && filter.inBufferAvailable() == 0)
            return MemberEnd::Truncated;
        if (made == 0 && before == filter.inBufferAvailable())
            return MemberEnd::Damaged; // no step forward: it would never end
    }
}

} // namespace

Inflated inflate(ContentKind kind, const QByteArray &packed, Budget &budget)
{
    Inflated result;
    const std::unique_ptr<KFilterBase> filter(
        KCompressionDevice::filterForCompressionType(compressionType(kind)));
    const QString name(contentName(kind));
    if (!filter || !filter->init(QIODevice::ReadOnly)) {
        result.problem = Note{NoteCode::CompressionUnsupported, name, 1, {}};
        return result;
    }
    Output output(packed.size(), budget.most());
    qint64 position = 0;
    int members = 0;
    MemberEnd end = MemberEnd::Complete;
    do {
        if (members > 0)
            filter->reset();
        end = inflateMember(*filter, packed, position, output);
        ++members;
    } while (end == MemberEnd::Complete && sniff(QByteArrayView(packed).sliced(position)) == kind);
    filter->terminate();

    if (const auto limit = budget.exceeded(output.used(), packed.size());
        limit || end == MemberEnd::TooLarge) {
        result.problem = Note{limit.value_or(NoteCode::LimitLeafBytes), name, output.used(), {}};
        return result;
    }
    if (end != MemberEnd::Complete) {
        if (output.used() == 0) {
            result.problem = Note{NoteCode::ContainerDamaged, name, 1, Place{position, 0, 0}};
            return result;
        }
        result.notes.add(NoteCode::ContainerTruncated, name, {position, 0, 0});
    }
    if (members > 1)
        result.notes.add(NoteCode::GzipSeveralMembers, {}, {}, members);
    if (end == MemberEnd::Complete && position < packed.size())
        result.notes.add(
            NoteCode::GzipTrailingBytes, {}, {position, 0, 0}, packed.size() - position);
    budget.spend(output.used());
    result.bytes = output.take();
    return result;
}

} // namespace sekisho
