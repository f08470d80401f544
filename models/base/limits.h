// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace sekisho {

/// What input may cost at most. Everything that reads bytes from outside takes these; what hits a
/// limit ends as a note of kind Limit… and the rest goes on.
struct Limits {
    /// A file on disk; a mailbox of years is far below.
    qint64 fileBytes = qint64(1) << 30;
    /// One unpacked member: an XML document, a mail, an archive within an archive.
    qint64 leafBytes = qint64(256) << 20;
    /// All that is unpacked out of one file together.
    qint64 totalBytes = qint64(4) << 30;
    /// Unpacked to packed size. Real reports stay below 100; deflate can reach 1,032.
    qint64 ratio = 400;
    /// Below this many unpacked bytes the ratio does not matter.
    qint64 ratioFloor = qint64(16) << 20;
    /// Members of one archive, messages of one mailbox.
    int members = 200'000;
    /// MIME parts of one mail.
    int mailParts = 1'000;
    /// Fields of one mail's header, and bytes of one field.
    int headerFields = 2'000;
    qint64 headerBytes = 64 * 1024;
    /// Characters of a mail's text that are read for links and shown.
    qint64 mailText = qint64(1) << 20;
    /// URLs and addresses taken out of one mail.
    int links = 1'000;
    /// Containers within containers (mail in zip in tar.gz: four).
    int nesting = 10;
    /// Elements within elements; the schema needs five.
    int xmlDepth = 32;
    /// Characters of one text of a report.
    int textChars = 65'536;
    /// Records of one report.
    int records = 2'000'000;
    /// Notes of different kinds that one item keeps.
    int notes = 200;

    bool operator==(const Limits &) const = default;
};

} // namespace sekisho
