// SPDX-License-Identifier: GPL-3.0-or-later
// All ways into a file: containers, mail, mailboxes, and what is found in them.
#include "reading/reader.h"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    using namespace sekisho;
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    int items = 0;
    read(bytes, QStringLiteral("fuzz"), Limits(), Stop(), [&items](ReadItem &&) { ++items; });
    if (items == 0)
        std::abort(); // lost without a word
    return 0;
}
