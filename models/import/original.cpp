// SPDX-License-Identifier: GPL-3.0-or-later
#include "import/original.h"

#include "archive/originals.h"
#include "sources/files.h"

namespace sekisho {

Result<QByteArray> loadOriginal(const Origin &origin, const Limits &limits)
{
    const Result<QByteArray> bytes = readFile(fileAt(origin.path), limits);
    if (!bytes)
        return bytes.problem();
    return leafBytes(bytes.value(), origin.leaf, limits);
}

Result<QByteArray> loadOriginal(
    const Workspace &workspace, const Origin &origin, const Limits &limits)
{
    const WorkspaceResult<QByteArray> stored = storedOriginal(workspace, origin);
    if (stored)
        return leafBytes(stored.value(), origin.leaf, limits);
    if (stored.problem().trouble == WorkspaceTrouble::Damaged)
        return Note{NoteCode::FileUnreadable, stored.problem().detail, 1, {}};
    return loadOriginal(origin, limits);
}

} // namespace sekisho
