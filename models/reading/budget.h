// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/limits.h"
#include "base/note.h"

#include <algorithm>
#include <optional>

namespace sekisho {

/// How many bytes may still be unpacked out of one file; shared by all its containers.
class Budget final {
public:
    Budget(const Limits &limits, qint64 fileBytes)
        : m_limits(limits)
        , m_packed(fileBytes)
    {
    }

    /// How many bytes one member may have that unpacks now.
    [[nodiscard]] qint64 most() const
    {
        return std::min(m_limits.leafBytes, m_limits.totalBytes - m_unpacked);
    }
    /// Which limit `bytes` unpacked out of `packed` bytes would pass, if any.
    [[nodiscard]] std::optional<NoteCode> exceeded(qint64 bytes, qint64 packed) const
    {
        if (bytes > m_limits.leafBytes)
            return NoteCode::LimitLeafBytes;
        if (bytes > m_limits.totalBytes - m_unpacked)
            return NoteCode::LimitTotalBytes;
        // The whole file counts too: small members of a bomb look harmless one by one.
        const qint64 all = m_unpacked + bytes;
        if ((bytes > m_limits.ratioFloor && bytes > packed * m_limits.ratio)
            || (all > m_limits.ratioFloor && all > m_packed * m_limits.ratio * m_layers))
            return NoteCode::LimitRatio;
        return std::nullopt;
    }
    void spend(qint64 bytes) { m_unpacked += bytes; }
    [[nodiscard]] const Limits &limits() const { return m_limits; }

private:
    /// Containers within containers hold the same bytes again, once per layer.
    static constexpr qint64 m_layers = 3;

    const Limits &m_limits;
    qint64 m_packed;
    qint64 m_unpacked = 0;
};

} // namespace sekisho
