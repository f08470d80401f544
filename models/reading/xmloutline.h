// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <vector>

namespace sekisho {

/// The parts of an aggregate report that an explanation speaks of (RFC 7489 App. C, RFC 9990).
enum class BlockKind : quint8 {
    Metadata,
    Policy,
    Record,
    SourceRow, ///< row: the address and the number of messages
    PolicyEvaluated,
    Identifiers,
    AuthResults,
    Extension,
};

/// Lines of an XML text that belong together.
struct Block {
    BlockKind kind = BlockKind::Record;
    int report = 0; ///< from 0: which feedback element of the document
    int record = -1; ///< from 0: which record of that report; -1: none
    int firstLine = 0; ///< from 0
    int lines = 0;

    [[nodiscard]] bool holds(int line) const
    {
        return line >= firstLine && line < firstLine + lines;
    }
    bool operator==(const Block &) const = default;
};

/// An XML document as text for reading, and where its parts stand.
struct XmlOutline {
    QString text; ///< lines end with LF; not yet made visible
    int lines = 0;
    std::vector<Block> blocks; ///< by first line, outer ones before inner ones
    bool formatted = false; ///< false: the XML is damaged, so the text stands as it is
    bool cut = false; ///< there is more than the limits allow to show

    /// The innermost block that holds a line.
    [[nodiscard]] const Block *blockAt(int line) const;
    /// The block of a kind and record; null when there is none.
    [[nodiscard]] const Block *find(BlockKind kind, int report, int record = -1) const;
};

/// What an outline may hold at most.
struct OutlineLimits {
    qint64 formatBytes = qint64(64) << 20; ///< above, the text stands as it is
    int lines = 200'000;
    qsizetype chars = qsizetype(32) << 20;
    int lineChars = 4'000; ///< longer lines are broken
    int depth = 64; ///< deeper XML stands as it is
};

/// The outline of a document in any encoding; never fails, whatever the bytes are.
[[nodiscard]] XmlOutline outlineOf(const QByteArray &bytes, const OutlineLimits &limits = {});

} // namespace sekisho
