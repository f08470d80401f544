// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/sendertext.h"

#include <QCoreApplication>

#include <array>

namespace sekisho {

QString classText(SenderClass senderClass)
{
    switch (senderClass) {
    case SenderClass::Internal:
        return QCoreApplication::translate(
            "Columns", "Internal", "class of a sender: the owner's own server");
    case SenderClass::ThirdParty:
        return QCoreApplication::translate(
            "Columns", "Third party", "class of a sender: a service that sends for the owner");
    case SenderClass::Unauthorised:
        return QCoreApplication::translate(
            "Columns", "Unauthorised", "class of a sender: not registered");
    }
    return {};
}

int usualMeaning(const Sender &sender)
{
    constexpr size_t aligned = 0;
    constexpr size_t unaligned = 1;
    constexpr size_t failed = 2;
    constexpr int unknown = 3;
    std::array<qint64, 3> messages{};
    for (int i = 0; i < cellCount; ++i) {
        const Cell cell = Cell::at(i);
        const bool nothing = cell.dkim == Outcome::Failed && cell.spf == Outcome::Failed;
        messages[cell.passes() ? aligned
                : nothing      ? failed
                               : unaligned] += sender.matrix.messages[size_t(i)];
    }
    if (sender.counts.messages == 0)
        return unknown;
    // What passes counts against all that does not, so that the mark agrees with the percentage.
    if (messages[aligned] * 2 >= sender.counts.messages)
        return int(aligned);
    return int(messages[unaligned] > messages[failed] ? unaligned : failed);
}

} // namespace sekisho
