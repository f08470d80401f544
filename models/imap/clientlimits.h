// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace sekisho::imap {

/// What a server may cost us, and how we go about it. Times are milliseconds.
struct ClientLimits {
    /// A message above it is listed, not fetched.
    qint64 messageBytes = qint64(30) << 20;
    /// All messages of one run together.
    qint64 sessionBytes = qint64(16) << 30;
    /// One response without the messages in it; a SEARCH of a million messages needs eight MB.
    qint64 responseBytes = qint64(16) << 20;
    /// A literal that is no message: a folder name, a text.
    qint64 literalBytes = qint64(1) << 20;
    int tokens = 2'500'000;
    int nesting = 64;
    int folders = 20'000;
    /// Responses that nobody asked for, while waiting for one that was.
    int unasked = 1'000'000;
    int scramIterations = 2'000'000;

    int connectTime = 20'000;
    /// Without enough bytes for so long the server counts as dead…
    int silence = 120'000;
    /// …enough being this many within one response.
    qint64 leastBytes = 1'024;
    /// IDLE is renewed so often; servers hang up after 30 minutes.
    int idleTime = 25 * 60'000;

    /// Servers differ in how long a command they take: Yahoo stops at 1,000 characters.
    int commandChars = 800;
    int messagesPerCommand = 250;
    int commandsAhead = 4;
    /// So much is made durable at once.
    int batchMessages = 2'000;
    qint64 batchBytes = qint64(32) << 20;

    /// Tries in a row without any message, and the time between them: doubled each time.
    int tries = 6;
    int firstPause = 1'000;
    int longestPause = 60'000;
};

} // namespace sekisho::imap
