// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/knownsources.h"

#include "archive/statement.h"
#include "archive/workspacestate.h"
#include "base/sha256.h"

namespace sekisho {

WorkspaceResult<KnownSources> loadKnownSources(const Workspace &workspace)
{
    if (!workspace)
        return noWorkspace();
    const auto opened = workspace.state().connectToRead();
    if (!opened)
        return opened.problem();
    KnownSources known;
    Statement sources(*opened.value(),
        "SELECT path, source.size, modified, read_at, sha256 FROM source "
        "LEFT JOIN original ON original.id = source.original");
    while (sources.next()) {
        known.byPath.insert(sources.text(0),
            {sources.number(1), sources.number(2), sources.number(3),
                sources.bytes(4).toByteArray()});
    }
    if (sources.failed())
        return sources.problem();
    Statement forgotten(*opened.value(), "SELECT fingerprint FROM forgotten");
    while (forgotten.next())
        known.forgotten.insert(forgotten.bytes(0).toByteArray());
    if (forgotten.failed())
        return forgotten.problem();
    return known;
}

QByteArray sourceFingerprint(const QString &path, qint64 size, qint64 modified)
{
    const QByteArray facts =
        path.toUtf8() + '\0' + QByteArray::number(size) + ' ' + QByteArray::number(modified);
    return sha256Hex(facts);
}

} // namespace sekisho
