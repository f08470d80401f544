// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/note.h"

#include <QByteArrayView>

namespace sekisho {

/// What Outlook wraps mail in. It is told by its bytes, and left closed: the library for TNEF
/// has overrun its buffers on crafted files again and again, and none reads .msg as mail.
enum class OutlookForm : quint8 {
    None,
    Tnef, ///< winmail.dat: text and attachments of a mail
    Message, ///< .msg: a mail saved or attached by Outlook
};

[[nodiscard]] OutlookForm outlookForm(QByteArrayView bytes);
/// Says that it was not opened, and what helps.
[[nodiscard]] NoteCode noteFor(OutlookForm form);

} // namespace sekisho
