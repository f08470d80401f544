// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <memory>

namespace sekisho::imap {

/// COMPRESS=DEFLATE (RFC 4978): raw deflate both ways. Inflates piece by piece, so that what
/// inflates a thousandfold never stands in memory as a whole.
class Deflate final {
public:
    Deflate();
    ~Deflate();
    Q_DISABLE_COPY_MOVE(Deflate)

    /// With all that is needed to inflate it.
    [[nodiscard]] QByteArray deflated(const QByteArray &bytes);
    /// Takes from `packed` and appends a piece to `bytes`; false: damaged. Nothing appended and
    /// nothing left: more is needed.
    [[nodiscard]] bool inflate(QByteArray &packed, QByteArray &bytes);

private:
    struct Streams;
    std::unique_ptr<Streams> m_streams;
};

} // namespace sekisho::imap
