// SPDX-License-Identifier: GPL-3.0-or-later
#include "import/original.h"

#include "sources/files.h"

namespace sekisho {

Result<QByteArray> loadOriginal(const Origin &origin, const Limits &limits)
{
    const Stop never;
    const std::vector<FoundFile> found = findFiles({origin.path}, never);
    const Result<QByteArray> bytes = readFile(found.front(), limits);
    if (!bytes)
        return bytes.problem();
    return leafBytes(bytes.value(), origin.leaf, limits);
}

} // namespace sekisho
