// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace sekisho {

/// Text of a mail and how it was found.
struct CharsetText {
    QString text;
    QByteArray charset; ///< the one used
    bool guessed = false; ///< not the declared one: missing, unknown, or the bytes do not fit it
    bool damaged = false; ///< some bytes are no text in it
};

/// Bytes of a mail as text: in the declared charset where they fit, else in the one they look
/// like. ISO-2022-JP is read with what vendors put into it: NEC and IBM characters (CP50220 to
/// CP50222), half-width katakana, JIS X 0212. Control characters stay as they are; lone surrogates
/// do not come out.
[[nodiscard]] CharsetText mailText(QByteArrayView bytes, QByteArrayView declared);

/// A header field's value, unfolded, its encoded words (RFC 2047) decoded also where they break a
/// character in two, and bare 8-bit or ISO-2022-JP text guessed as mailText() does.
[[nodiscard]] QString headerText(QByteArrayView raw);

} // namespace sekisho
