// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/limits.h"
#include "base/note.h"
#include "base/stop.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <optional>
#include <vector>

namespace sekisho {

/// A leaf of a mail's MIME tree with its transfer encoding undone.
struct MailPart {
    QString name; ///< file name, or the media type where there is none; for showing only
    QByteArray bytes;
};

/// What kind of mail it is besides its parts (RFC 3464, 3834, 5965, 6591).
enum class MailKind : quint8 {
    Ordinary,
    Failure, ///< a DMARC failure report: auth-failure ARF, or one of the variants without ARF part
    Feedback, ///< ARF of another kind
    Bounce,
    AutoReply,
};

struct Mail {
    qint64 date = 0; ///< UTC seconds; 0: none
    MailKind kind = MailKind::Ordinary;
    QString feedbackType; ///< of Feedback
    std::vector<MailPart> parts; ///< in order, those of attached mails too
    Notes notes; ///< damaged parts
    std::optional<NoteCode> limit; ///< set: parts were left out, and why
};

/// Parses one mail with GMime. Lines may end with LF, CRLF or CR. Never fails: broken MIME gives
/// the parts that can be found.
[[nodiscard]] Mail readMail(const QByteArray &bytes, const Limits &limits);

/// Visits the messages of an mbox file in order, each as its own bytes.
void visitMbox(const QByteArray &bytes, const Stop &stop, const std::function<bool(const QByteArray &)> &visit);

} // namespace sekisho
