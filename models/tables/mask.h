// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/failurereport.h"

#include <vector>

namespace sekisho {

/// Hides the recipients of a failure report: their addresses become "***@domain" wherever they
/// stand, also within URLs ("user%40domain") and in the From field of a mail "from yourself". Takes
/// time by the length of a text, hardly by the number of recipients.
class Mask final {
public:
    /// Hides nothing.
    Mask() = default;
    /// Hides the recipients of a report.
    explicit Mask(const FailureReport &report);
    explicit Mask(const QStringList &recipients);

    /// Hides another address, where this hides any.
    void hide(const QString &address);

    [[nodiscard]] QString text(const QString &text) const;
    /// Whether a text is worth looking at: most hold no address.
    [[nodiscard]] static bool mayHoldAddress(const QString &text)
    {
        return text.contains(u'@') || text.contains(QLatin1StringView("%40"));
    }
    [[nodiscard]] QStringList texts(const QStringList &texts) const;
    /// Recipients as shown: names hidden too.
    [[nodiscard]] QString recipients(const std::vector<MailAddress> &recipients) const;

private:
    [[nodiscard]] qsizetype localBefore(QStringView text, qsizetype at, qsizetype domain) const;

    std::vector<QString> m_hidden; ///< keys of addresses in order, none twice
    bool m_on = false;
};

} // namespace sekisho
