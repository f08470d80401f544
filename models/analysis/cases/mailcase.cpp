// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/cases/mailcase.h"

namespace sekisho {

using namespace Qt::StringLiterals;

QLatin1StringView caseKey(MailCase mailCase)
{
    switch (mailCase) {
    case MailCase::Direct: return "direct"_L1;
    case MailCase::Forward: return "forward"_L1;
    case MailCase::ForwardBroken: return "forward_broken"_L1;
    case MailCase::ListOwn: return "list_own"_L1;
    case MailCase::ListOther: return "list_other"_L1;
    case MailCase::Misconfigured: return "misconfigured"_L1;
    case MailCase::Spoof: return "spoof"_L1;
    case MailCase::Undetermined: return "undetermined"_L1;
    }
    return {};
}

std::optional<MailCase> caseOfKey(QStringView key)
{
    for (int i = 0; i <= int(MailCase::Undetermined); ++i) {
        if (key == caseKey(MailCase(i)))
            return MailCase(i);
    }
    return std::nullopt;
}

} // namespace sekisho
