// SPDX-License-Identifier: GPL-3.0-or-later
#include "import/mailoutcome.h"

#include "reading/reader.h"

namespace sekisho {

imap::MailOutcome mailOutcome(const QByteArray &message, const Limits &limits, const Stop &stop)
{
    bool anyRead = false;
    bool anyUnreadable = false;
    read(message, {}, limits, stop, [&](ReadItem &&item) {
        anyUnreadable = anyUnreadable || item.status == ItemStatus::Unreadable;
        anyRead = anyRead ||
            (item.status != ItemStatus::Unreadable && item.status != ItemStatus::NotAReport);
    });
    return anyUnreadable ? imap::MailOutcome::Unreadable
        : anyRead        ? imap::MailOutcome::Read
                         : imap::MailOutcome::NotAReport;
}

} // namespace sekisho
