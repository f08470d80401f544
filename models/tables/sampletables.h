// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/failures/campaigns.h"
#include "analysis/failures/inspection.h"
#include "tables/mask.h"
#include "tables/tablemodel.h"

#include <functional>

namespace sekisho {

/// The way of a mail, from where it began to where it was received.
class HopTable final : public TableModel<ReceivedHop> {
public:
    explicit HopTable(QObject *parent = nullptr);
};

/// An indicator, and whether recipients in it are hidden.
struct IndicatorLine {
    Indicator indicator;
    QString text; ///< defanged and masked
};

/// URLs, hosts, addresses and files of one or more samples, defanged.
class IndicatorTable final : public TableModel<IndicatorLine> {
public:
    explicit IndicatorTable(QObject *parent = nullptr);

    void setIndicators(const std::vector<Indicator> &indicators, const Mask &mask, const Format &format);
};

/// The attachments of a sample.
class AttachmentTable final : public TableModel<Attachment> {
public:
    explicit AttachmentTable(QObject *parent = nullptr);
};

/// Results of SPF, DKIM, DMARC and ARC.
class AuthTable final : public TableModel<AuthEntry> {
public:
    explicit AuthTable(QObject *parent = nullptr);
};

/// Hides the recipients of an inspected mail, those too that only its way tells.
[[nodiscard]] Mask maskOf(const Inspection &inspection);

/// Texts of a sample for showing: nothing in them is left that would act or reorder.
[[nodiscard]] QString headerText(const MailSample &sample, bool decoded, const Mask &mask);
[[nodiscard]] QString bodyText(const MailSample &sample, const Mask &mask);
/// Any text from outside for a view: hidden characters made visible, as much as a view can bear.
[[nodiscard]] QString shownText(const QString &text);

/// Hides the recipients of all these samples.
[[nodiscard]] Mask maskOf(const Dataset &dataset, const std::vector<FailureIndex> &samples);
/// The indicators with recipients hidden: hosts, URLs and addresses of whoever sent them stay as they
/// are, but for a recipient within them. Recipients themselves are no indicators and are left out;
/// what differs by the recipient alone becomes one.
[[nodiscard]] std::vector<Indicator> masked(std::vector<Indicator> indicators, const Mask &mask);

/// The indicators as a table for people: defanged.
[[nodiscard]] QByteArray indicatorCsv(const std::vector<Indicator> &indicators);
/// The same as a STIX 2.1 bundle, for programs: values there are real ones. Where a recipient is
/// hidden, the pattern takes any (LIKE).
[[nodiscard]] QByteArray indicatorStix(const std::vector<Indicator> &indicators);

/// Says a text of the context "Takedown" in the language of the draft.
using Say = std::function<QString(const char *)>;

/// A draft to a provider, in Japanese or English whatever the program speaks: what a campaign was,
/// and what is asked.
[[nodiscard]] QString takedownDraft(const Dataset &dataset, const Campaign &campaign,
    const std::vector<Indicator> &indicators, const Say &say, const Format &format);

} // namespace sekisho
