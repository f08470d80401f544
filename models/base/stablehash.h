// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QStringView>
#include <QtEndian>

namespace sekisho {

/// A hash that is the same on every machine and with every version of Qt, for values that are kept:
/// qHash() promises neither. Not against somebody who wants two values to have the same.
class StableHash final {
public:
    explicit StableHash(quint64 seed = 0)
        : m_hash(seed ^ 0x9e3779b97f4a7c15U)
    {
    }

    StableHash &add(quint64 value)
    {
        m_hash = mixed(m_hash ^ value);
        return *this;
    }
    StableHash &add(QByteArrayView bytes)
    {
        const char *data = bytes.data();
        qsizetype left = bytes.size();
        for (; left >= 8; left -= 8, data += 8)
            add(qFromLittleEndian<quint64>(data));
        quint64 last = 0;
        for (qsizetype i = 0; i < left; ++i)
            last |= quint64(quint8(data[i])) << (8 * i);
        return add(last).add(quint64(bytes.size()));
    }
    StableHash &add(QStringView text)
    {
        const char16_t *data = text.utf16();
        qsizetype left = text.size();
        for (; left >= 4; left -= 4, data += 4)
            add(quint64(data[0]) | quint64(data[1]) << 16 | quint64(data[2]) << 32 |
                quint64(data[3]) << 48);
        quint64 last = 0;
        for (qsizetype i = 0; i < left; ++i)
            last |= quint64(data[i]) << (16 * i);
        return add(last).add(quint64(text.size()));
    }
    [[nodiscard]] quint64 value() const { return m_hash; }

private:
    /// Spreads the bits of a value (the finisher of MurmurHash3).
    [[nodiscard]] static constexpr quint64 mixed(quint64 value)
    {
        value = (value ^ (value >> 33)) * 0xff51afd7ed558ccdU;
        value = (value ^ (value >> 33)) * 0xc4ceb9fe1a85ec53U;
        return value ^ (value >> 33);
    }

    quint64 m_hash;
};

} // namespace sekisho
