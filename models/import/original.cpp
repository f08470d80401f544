// SPDX-License-Identifier: GPL-3.0-or-later
#include "import/original.h"

#include "sources/files.h"

namespace sekisho {

Result<QByteArray> loadOriginal(const Origin &origin, const Limits &limits)
{
    const Result<QByteArray> bytes = readFile(fileAt(origin.path), limits);
    if (!bytes)
        return bytes.problem();
    return leafBytes(bytes.value(), origin.leaf, limits);
}

} // namespace sekisho
