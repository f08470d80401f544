// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/inflate.h"

#include "reading/plaininflate.h"

#include <KCompressionDevice>
#include <KFilterBase>

#include <zlib.h>

#include <memory>

namespace sekisho {

namespace {

KCompressionDevice::CompressionType compressionType(ContentKind kind)
{
    switch (kind) {
    case ContentKind::Bzip2: return KCompressionDevice::BZip2;
    case ContentKind::Xz: return KCompressionDevice::Xz;
    case ContentKind::Zstd: return KCompressionDevice::Zstd;
    default: return KCompressionDevice::None;
    }
}

/// Grows a buffer in steps, up to a most; nothing is believed about the size to come.
class Output final {
public:
    Output(qsizetype packed, qint64 most)
        : m_most(most)
    {
        constexpr qint64 least = 8 * 1024;
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

/// Unpacks the members of a stream one by one.
class Decoder {
public:
    virtual ~Decoder() = default;
    /// Unpacks one member from `packed` at `position`, which it moves behind what it used.
    [[nodiscard]] virtual MemberEnd next(
        const QByteArray &packed, qint64 &position, Output &output) = 0;
};

constexpr qint64 mostAtOnce = qint64(1) << 30;

/// zlib itself: KArchive's filter joins members, takes what follows the last one for damage, and
/// compares no checksums.
class GzipDecoder final : public Decoder {
public:
    GzipDecoder() { m_ready = inflateInit2(&m_stream, MAX_WBITS + onlyGzip) == Z_OK; }
    ~GzipDecoder() override { inflateEnd(&m_stream); }
    Q_DISABLE_COPY_MOVE(GzipDecoder)

    MemberEnd next(const QByteArray &packed, qint64 &position, Output &output) override
    {
        if (!m_ready || inflateReset(&m_stream) != Z_OK)
            return MemberEnd::Damaged;
        for (;;) {
            if (output.room() == 0 && !output.grow())
                return MemberEnd::TooLarge;
            const uint given = uint(std::min(mostAtOnce, packed.size() - position));
            const uint room = output.room();
            m_stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(packed.constData())) +
                position; // zlib only reads there
            m_stream.avail_in = given;
            m_stream.next_out = reinterpret_cast<Bytef *>(output.free());
            m_stream.avail_out = room;
            const int status = ::inflate(&m_stream, Z_NO_FLUSH);
            output.use(room - m_stream.avail_out);
            position += given - m_stream.avail_in;
            if (status == Z_STREAM_END)
                return MemberEnd::Complete;
            if (status == Z_BUF_ERROR || (status == Z_OK && position == packed.size()))
                return m_stream.avail_out > 0 ? MemberEnd::Truncated : MemberEnd::TooLarge;
            if (status != Z_OK)
                return MemberEnd::Damaged;
        }
    }

private:
    static constexpr int onlyGzip = 16;
    z_stream m_stream = {};
    bool m_ready = false;
};

class FilterDecoder final : public Decoder {
public:
    explicit FilterDecoder(std::unique_ptr<KFilterBase> filter)
        : m_filter(std::move(filter))
    {
    }
    ~FilterDecoder() override { m_filter->terminate(); }
    Q_DISABLE_COPY_MOVE(FilterDecoder)

    MemberEnd next(const QByteArray &packed, qint64 &position, Output &output) override
    {
        if (m_used)
            m_filter->reset();
        m_used = true;
        const uint given = uint(std::min(mostAtOnce, packed.size() - position));
        m_filter->setInBuffer(packed.constData() + position, given);
        m_filter->readHeader();
        for (;;) {
            if (output.room() == 0 && !output.grow())
                return MemberEnd::TooLarge;
            const uint room = output.room();
            m_filter->setOutBuffer(output.free(), room);
            const int before = m_filter->inBufferAvailable();
            const KFilterBase::Result result = m_filter->uncompress();
            const qint64 made = qint64(room) - m_filter->outBufferAvailable();
            output.use(made);
            position += before - m_filter->inBufferAvailable();
            if (result == KFilterBase::End)
                return MemberEnd::Complete;
            if (result == KFilterBase::Error)
                return position >= packed.size() ? MemberEnd::Truncated : MemberEnd::Damaged;
            if (made == 0 && m_filter->inBufferAvailable() == 0)
                return MemberEnd::Truncated;
            if (made == 0 && before == m_filter->inBufferAvailable())
                return MemberEnd::Damaged; // no step forward: it would never end
        }
    }

private:
    std::unique_ptr<KFilterBase> m_filter;
    bool m_used = false;
};

std::unique_ptr<Decoder> decoderFor(ContentKind kind)
{
    if (kind == ContentKind::Gzip)
        return std::make_unique<GzipDecoder>();
    std::unique_ptr<KFilterBase> filter(
        KCompressionDevice::filterForCompressionType(compressionType(kind)));
    if (!filter || !filter->init(QIODevice::ReadOnly))
        return nullptr;
    return std::make_unique<FilterDecoder>(std::move(filter));
}

} // namespace

Inflated inflate(ContentKind kind, const QByteArray &packed, Budget &budget)
{
    Inflated result;
    if (kind == ContentKind::Gzip) {
        auto plain = inflatePlainGzip(packed, budget.most());
        if (plain && !budget.exceeded(plain->size(), packed.size())) {
            budget.spend(plain->size());
            result.bytes = *std::move(plain);
            return result;
        }
    }
    const std::unique_ptr<Decoder> decoder = decoderFor(kind);
    const QString name(contentName(kind));
    if (!decoder) {
        result.problem = Note{NoteCode::CompressionUnsupported, name, 1, {}};
        return result;
    }
    Output output(packed.size(), budget.most());
    qint64 position = 0;
    int members = 0;
    MemberEnd end = MemberEnd::Complete;
    do {
        end = decoder->next(packed, position, output);
        ++members;
    } while (end == MemberEnd::Complete && sniff(QByteArrayView(packed).sliced(position)) == kind);

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
