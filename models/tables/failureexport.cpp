// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/failureexport.h"

#include "analysis/failures/urls.h"
#include "dataset/failures.h"
#include "tables/format.h"
#include "tables/mask.h"

#include <algorithm>

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

QString outcomeWord(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Aligned: return u"aligned"_s;
    case Outcome::Unaligned: return u"unaligned"_s;
    case Outcome::Failed: return u"fail"_s;
    }
    return {};
}

QString timeText(qint64 seconds)
{
    return seconds == 0 ? QString() : rfc3339(seconds);
}

QString attachmentTexts(const std::vector<Attachment> &attachments)
{
    QStringList texts;
    for (const Attachment &attachment : attachments)
        texts.append(u"%1 sha256:%2"_s.arg(
            attachment.name.isEmpty() ? attachment.type : attachment.name, QString::fromLatin1(attachment.sha256)));
    return texts.join(u"; "_s);
}

QVariantList rowOf(const ExportInput &input, const FailureInfo &failure)
{
    const LogItem &item = input.dataset.items[failure.item];
    const FailureReport &report = *failure.report;
    const Mask mask = input.mask ? Mask(report) : Mask();
    const Cell cell = report.alignment.computed();
    return {item.origin.path, item.origin.member(), report.reporter,
        report.sourceIp ? report.sourceIp->text() : QString(), timeText(report.arrival),
        mask.recipients(report.to), mask.text(addressText(report.from)), mask.text(report.subject),
        report.domain, word(report.claim.failure), mask.texts(report.urls).join(u' '),
        outcomeWord(cell.dkim), outcomeWord(cell.spf), report.claim.dmarcResult,
        report.claim.deliveryResult, report.claim.identityAlignment, report.fields.incidents,
        mask.text(report.mailFrom), mask.text(report.messageId), attachmentTexts(report.attachments),
        QString(statusKey(item.status))};
}

/// In the order in which they were read.
std::vector<FailureIndex> inOrder(std::vector<FailureIndex> failures)
{
    std::sort(failures.begin(), failures.end());
    return failures;
}

} // namespace

ExportTable urlHitsTable(const ExportInput &input)
{
    ExportTable table{{u"file"_s, u"member"_s, u"source_ip"_s, u"arrival"_s, u"subject"_s, u"url_defanged"_s,
                          u"entry_defanged"_s, u"list"_s},
        {}};
    for (FailureIndex index : inOrder(selectFailures(input.dataset, input.senders, input.filter, Stop()))) {
        const FailureInfo &failure = input.dataset.failures[index];
        const Origin &origin = input.dataset.items[failure.item].origin;
        const FailureReport &report = *failure.report;
        const Mask mask = input.mask ? Mask(report) : Mask();
        for (const QString &url : report.urls) {
            for (const NamedUrlList &each : input.urlLists) {
                const QString entry = each.list.entryFor(url);
                if (!entry.isEmpty())
                    table.rows.push_back({origin.path, origin.member(), report.sourceIp ? report.sourceIp->text() : QString(),
                        timeText(report.arrival), mask.text(report.subject), defanged(mask.text(url)), defanged(mask.text(entry)), each.file});
            }
        }
    }
    return table;
}

ExportTable failuresTable(const ExportInput &input)
{
    ExportTable table{{u"file"_s, u"member"_s, u"reporter"_s, u"source_ip"_s, u"arrival"_s, u"to"_s, u"from"_s,
                          u"subject"_s, u"domain"_s, u"auth_failure"_s, u"urls"_s, u"dkim"_s, u"spf"_s,
                          u"dmarc_reported"_s, u"delivery_result"_s, u"identity_alignment"_s, u"incidents"_s,
                          u"envelope_from"_s, u"message_id"_s, u"attachments"_s, u"status"_s},
        {}};
    std::vector<FailureIndex> shown = selectFailures(input.dataset, input.senders, input.filter, Stop());
    if (input.filter.isEmpty()) { // every report is accounted for
        shown.resize(input.dataset.failures.size());
        for (FailureIndex i = 0; i < shown.size(); ++i)
            shown[i] = i;
    }
    for (FailureIndex index : inOrder(std::move(shown)))
        table.rows.push_back(rowOf(input, input.dataset.failures[index]));
    return table;
}

} // namespace sekisho
