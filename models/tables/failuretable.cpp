// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/failuretable.h"

#include "tables/addressorder.h"
#include "tables/mask.h"
#include "tables/recordtable.h"
#include "tables/reporttable.h"
#include "tables/visibletext.h"

#include <algorithm>

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostInCell = 300;

const FailureInfo &info(const FailureLine &line)
{
    return line.dataset->failures[line.failure];
}

const FailureReport &report(const FailureLine &line)
{
    return *info(line).report;
}

QString shown(const FailureLine &line, const QString &text)
{
    return shortVisibleText(line.masked ? Mask(report(line)).text(text) : text, mostInCell);
}

QString reporterText(const FailureLine &line, const Format &)
{
    return visibleText(report(line).reporter);
}

QVariant reporterValue(const FailureLine &line)
{
    return report(line).reporter;
}

QString addressCell(const FailureLine &line, const Format &)
{
    return report(line).sourceIp ? report(line).sourceIp->text() : visibleText(report(line).fields.sourceIpText.left(60));
}

QVariant addressValue(const FailureLine &line)
{
    return addressOrder(addressCell(line, {}));
}

QString hostText(const FailureLine &line, const Format &)
{
    return info(line).address ? visibleText(line.senders->hostOf(*info(line).address)) : QString();
}

QVariant hostValue(const FailureLine &line)
{
    return hostText(line, {});
}

QString dateText(const FailureLine &line, const Format &format)
{
    return format.dateTime(report(line).arrival);
}

QVariant dateValue(const FailureLine &line)
{
    return report(line).arrival;
}

QString subjectText(const FailureLine &line, const Format &)
{
    const QString subject = shown(line, report(line).subject);
    return subject.isEmpty() ? QCoreApplication::translate("Columns", "No subject") : subject;
}

QVariant subjectValue(const FailureLine &line)
{
    return report(line).subject.toLower();
}

QVariant listedExtra(const FailureLine &line, int role)
{
    return role == MeaningRole && line.listed ? QVariant(2) : QVariant(); // Meaning::Failed
}

QString domainText(const FailureLine &line, const Format &)
{
    return visibleText(report(line).domain);
}

QVariant domainValue(const FailureLine &line)
{
    return report(line).domain;
}

QString fromText(const FailureLine &line, const Format &)
{
    return shown(line, addressText(report(line).from));
}

QVariant fromValue(const FailureLine &line)
{
    return fromText(line, {});
}

QString toText(const FailureLine &line, const Format &)
{
    const Mask mask = line.masked ? Mask(report(line)) : Mask();
    return shortVisibleText(mask.recipients(report(line).to), mostInCell);
}

QVariant toValue(const FailureLine &line)
{
    return toText(line, {});
}

template <Outcome Cell::*mechanism> QString outcomeCell(const FailureLine &line, const Format &)
{
    return outcomeText(report(line).alignment.computed().*mechanism);
}

template <Outcome Cell::*mechanism> QVariant outcomeValue(const FailureLine &line)
{
    return int(report(line).alignment.computed().*mechanism);
}

template <Outcome Cell::*mechanism> QVariant outcomeExtra(const FailureLine &line, int role)
{
    return role == MeaningRole ? outcomeValue<mechanism>(line) : QVariant();
}

QString reportedText(const FailureLine &line, const Format &)
{
    return visibleText(report(line).claim.dmarcResult);
}

QVariant reportedValue(const FailureLine &line)
{
    return report(line).claim.dmarcResult;
}

QString deliveryText(const FailureLine &line, const Format &)
{
    return visibleText(report(line).claim.deliveryResult);
}

QVariant deliveryValue(const FailureLine &line)
{
    return report(line).claim.deliveryResult;
}

QString linksText(const FailureLine &line, const Format &format)
{
    return format.number(report(line).urls.size());
}

QVariant linksValue(const FailureLine &line)
{
    return qint64(report(line).urls.size());
}

QString filesText(const FailureLine &line, const Format &format)
{
    return format.number(qint64(report(line).attachments.size()));
}

QVariant filesValue(const FailureLine &line)
{
    return qint64(report(line).attachments.size());
}

QString fileCell(const FailureLine &line, const Format &)
{
    return fileText(line.dataset->items[info(line).item].origin);
}

QVariant fileValue(const FailureLine &line)
{
    return fileCell(line, {});
}

template <typename Line> QVariant fixedExtra(const Line &, int role)
{
    return role == FixedRole ? QVariant(true) : QVariant();
}

bool narrowReporter(const FailureLine &line, Filter &filter, bool exclude)
{
    if (exclude || report(line).reporter.isEmpty())
        return false;
    filter.reporters = {line.dataset->text(info(line).reporter)};
    return true;
}

bool narrowSender(const FailureLine &line, Filter &filter, bool exclude)
{
    if (!info(line).address)
        return false;
    const QString key = line.dataset->addressText(*info(line).address);
    (exclude ? filter.excludedSenders : filter.senders) = exclude ? filter.excludedSenders + QStringList{key} : QStringList{key};
    return true;
}

bool narrowDomain(const FailureLine &line, Filter &filter, bool exclude)
{
    if (exclude || report(line).domain.isEmpty())
        return false;
    filter.headerFroms = {report(line).domain};
    return true;
}

bool narrowSubject(const FailureLine &line, Filter &filter, bool exclude)
{
    if (exclude || report(line).subject.isEmpty())
        return false;
    filter.text = report(line).subject.left(80);
    return true;
}

constexpr Column<FailureLine> columns[] = {
    {"reporter", QT_TRANSLATE_NOOP("Columns", "Reporter"), Qt::AlignLeft, reporterValue, reporterText, nullptr, narrowReporter,
        QT_TRANSLATE_NOOP("Columns", "Who received the mail and reports that it failed")},
    {"ip", QT_TRANSLATE_NOOP("Columns", "IP address"), Qt::AlignLeft, addressValue, addressCell, fixedExtra<FailureLine>, narrowSender,
        QT_TRANSLATE_NOOP("Columns", "The address that delivered the mail to the reporter")},
    {"date", QT_TRANSLATE_NOOP("Columns", "Date"), Qt::AlignLeft, dateValue, dateText, nullptr, nullptr,
        QT_TRANSLATE_NOOP("Columns", "When the reporter received the mail")},
    {"subject", QT_TRANSLATE_NOOP("Columns", "Subject"), Qt::AlignLeft, subjectValue, subjectText, listedExtra, narrowSubject,
        QT_TRANSLATE_NOOP("Columns", "The subject of the mail, decoded. A mark says that a URL of it is on your list")},
    {"domain", QT_TRANSLATE_NOOP("Columns", "Domain"), Qt::AlignLeft, domainValue, domainText, fixedExtra<FailureLine>, narrowDomain,
        QT_TRANSLATE_NOOP("Columns", "The domain of the From field")},
    {"from", QT_TRANSLATE_NOOP("Columns", "From"), Qt::AlignLeft, fromValue, fromText, nullptr, nullptr,
        QT_TRANSLATE_NOOP("Columns", "Whom the mail claims to be from")},
    {"to", QT_TRANSLATE_NOOP("Columns", "To"), Qt::AlignLeft, toValue, toText, nullptr, nullptr,
        QT_TRANSLATE_NOOP("Columns", "Whom it was sent to; hidden unless you show recipients")},
    {"links", QT_TRANSLATE_NOOP("Columns", "URLs"), Qt::AlignRight, linksValue, linksText, nullptr, nullptr,
        QT_TRANSLATE_NOOP("Columns", "How many different URLs are in the mail")},
    {"files", QT_TRANSLATE_NOOP("Columns", "Attachments"), Qt::AlignRight, filesValue, filesText, nullptr, nullptr,
        QT_TRANSLATE_NOOP("Columns", "How many attachments the mail has")},
    {"dkim", QT_TRANSLATE_NOOP("Columns", "DKIM"), Qt::AlignLeft, outcomeValue<&Cell::dkim>, outcomeCell<&Cell::dkim>, outcomeExtra<&Cell::dkim>, nullptr,
        QT_TRANSLATE_NOOP("Columns", "Recomputed from the results that the reporter lists")},
    {"spf", QT_TRANSLATE_NOOP("Columns", "SPF"), Qt::AlignLeft, outcomeValue<&Cell::spf>, outcomeCell<&Cell::spf>, outcomeExtra<&Cell::spf>, nullptr,
        QT_TRANSLATE_NOOP("Columns", "Recomputed from the results that the reporter lists")},
    {"reported", QT_TRANSLATE_NOOP("Columns", "Reported"), Qt::AlignLeft, reportedValue, reportedText, nullptr, nullptr,
        QT_TRANSLATE_NOOP("Columns", "The DMARC result in the words of the reporter")},
    {"delivery", QT_TRANSLATE_NOOP("Columns", "Delivery"), Qt::AlignLeft, deliveryValue, deliveryText, nullptr, nullptr,
        QT_TRANSLATE_NOOP("Columns", "What the reporter did with the mail")},
    {"host", QT_TRANSLATE_NOOP("Columns", "Host name"), Qt::AlignLeft, hostValue, hostText, fixedExtra<FailureLine>, narrowSender,
        QT_TRANSLATE_NOOP("Columns", "The name of the address, where it is known")},
    {"file", QT_TRANSLATE_NOOP("Columns", "File"), Qt::AlignLeft, fileValue, fileCell, nullptr, nullptr,
        QT_TRANSLATE_NOOP("Columns", "Where the report was read from")},
};

QString campaignSubject(const CampaignLine &line, const Format &)
{
    const QString subject = shortVisibleText(line.subject, mostInCell);
    return subject.isEmpty() ? QCoreApplication::translate("Columns", "No subject") : subject;
}

QVariant campaignSubjectValue(const CampaignLine &line)
{
    return line.subject.toLower();
}

QVariant campaignListed(const CampaignLine &line, int role)
{
    return role == MeaningRole && line.campaign->listed ? QVariant(2) : QVariant();
}

QString samplesText(const CampaignLine &line, const Format &format)
{
    return format.number(qint64(line.campaign->samples.size()));
}

QVariant samplesValue(const CampaignLine &line)
{
    return qint64(line.campaign->samples.size());
}

QString volumeText(const CampaignLine &line, const Format &format)
{
    return format.number(line.campaign->volume);
}

QVariant volumeValue(const CampaignLine &line)
{
    return line.campaign->volume;
}

QString addressesText(const CampaignLine &line, const Format &format)
{
    return format.number(qint64(line.campaign->addresses.size()));
}

QVariant addressesValue(const CampaignLine &line)
{
    return qint64(line.campaign->addresses.size());
}

QString recipientsText(const CampaignLine &line, const Format &format)
{
    return line.campaign->recipients == 0 ? QString() : format.number(line.campaign->recipients);
}

QVariant recipientsValue(const CampaignLine &line)
{
    return line.campaign->recipients;
}

template <qint64 Campaign::*moment> QString momentText(const CampaignLine &line, const Format &format)
{
    return format.dateTime(line.campaign->*moment);
}

template <qint64 Campaign::*moment> QVariant momentValue(const CampaignLine &line)
{
    return line.campaign->*moment;
}

QString hostsText(const CampaignLine &line, const Format &)
{
    return visibleText(line.campaign->hosts.join(u", "_s));
}

QVariant hostsValue(const CampaignLine &line)
{
    return line.campaign->hosts.join(u", "_s);
}

QString patternText(const CampaignLine &line, const Format &)
{
    return shortVisibleText(line.pattern, mostInCell);
}

QVariant patternValue(const CampaignLine &line)
{
    return line.pattern;
}

constexpr Column<CampaignLine> campaignColumns[] = {
    {"subject", QT_TRANSLATE_NOOP("Columns", "Subject"), Qt::AlignLeft, campaignSubjectValue, campaignSubject, campaignListed, nullptr,
        QT_TRANSLATE_NOOP("Columns", "The most frequent subject of its samples. A mark says that a URL is on your list")},
    {"samples", QT_TRANSLATE_NOOP("Columns", "Samples"), Qt::AlignRight, samplesValue, samplesText, nullptr, nullptr,
        QT_TRANSLATE_NOOP("Columns", "Failure reports of it")},
    {"volume", QT_TRANSLATE_NOOP("Columns", "Volume"), Qt::AlignRight, volumeValue, volumeText, nullptr, nullptr,
        QT_TRANSLATE_NOOP("Columns", "Mails, with those that reports only count")},
    {"addresses", QT_TRANSLATE_NOOP("Columns", "IP addresses"), Qt::AlignRight, addressesValue, addressesText, nullptr, nullptr,
        QT_TRANSLATE_NOOP("Columns", "How many addresses it came from")},
    {"recipients", QT_TRANSLATE_NOOP("Columns", "Recipients"), Qt::AlignRight, recipientsValue, recipientsText, nullptr, nullptr,
        QT_TRANSLATE_NOOP("Columns", "How many different recipients; those that a reporter hides are told apart by its tokens")},
    {"first", QT_TRANSLATE_NOOP("Columns", "First seen"), Qt::AlignLeft, momentValue<&Campaign::first>, momentText<&Campaign::first>},
    {"last", QT_TRANSLATE_NOOP("Columns", "Last seen"), Qt::AlignLeft, momentValue<&Campaign::last>, momentText<&Campaign::last>},
    {"hosts", QT_TRANSLATE_NOOP("Columns", "URL domains"), Qt::AlignLeft, hostsValue, hostsText, fixedExtra<CampaignLine>, nullptr,
        QT_TRANSLATE_NOOP("Columns", "Registrable domains of the URLs, most frequent first")},
    {"pattern", QT_TRANSLATE_NOOP("Columns", "Sender pattern"), Qt::AlignLeft, patternValue, patternText, nullptr, nullptr,
        QT_TRANSLATE_NOOP("Columns", "The From address, with # in place of digits")},
};

} // namespace

QString alignmentWords(const RecordAlignment &alignment)
{
    const Cell cell = alignment.computed();
    return QCoreApplication::translate("Failures", "DKIM %1, SPF %2").arg(outcomeText(cell.dkim), outcomeText(cell.spf));
}

QString maskedText(const QString &text, const Dataset &dataset, const Campaign &campaign)
{
    QString result = text;
    if (!Mask::mayHoldAddress(text))
        return result;
    for (FailureIndex sample : campaign.samples) {
        const FailureReport &report = *dataset.failures[sample].report;
        if (report.subject == text || senderPattern(report) == text)
            result = Mask(report).text(result);
    }
    return result;
}

FailureTable::FailureTable(QObject *parent)
    : TableModel(columns, parent)
{
}

void FailureTable::setFailures(DatasetPtr dataset, std::shared_ptr<const SenderIndex> senders,
    std::shared_ptr<const FailureResults> results, bool masked, const Format &format)
{
    m_dataset = std::move(dataset);
    m_senders = std::move(senders);
    m_results = std::move(results);
    m_masked = masked;
    m_shownFormat = format;
    fill();
}

void FailureTable::setOnly(const std::vector<FailureIndex> &samples)
{
    m_only = samples;
    std::sort(m_only.begin(), m_only.end());
    if (m_results)
        fill();
}

void FailureTable::fill()
{
    std::vector<FailureLine> lines;
    lines.reserve(m_results->shown.size());
    for (size_t i = 0; i < m_results->shown.size(); ++i) {
        const FailureIndex failure = m_results->shown[i];
        if (m_only.empty() || std::binary_search(m_only.begin(), m_only.end(), failure))
            lines.push_back({m_dataset.get(), m_senders.get(), failure, bool(m_results->listed[i]), m_masked});
    }
    setRows(std::move(lines), m_shownFormat, keptTogether(m_dataset, m_senders, m_results));
}

QModelIndex FailureTable::indexOf(FailureIndex failure) const
{
    const auto found = std::find_if(rows().cbegin(), rows().cend(),
        [failure](const FailureLine &line) { return line.failure == failure; });
    return found == rows().cend() ? QModelIndex() : index(int(found - rows().cbegin()), 0);
}

CampaignTable::CampaignTable(QObject *parent)
    : TableModel(campaignColumns, parent)
{
}

void CampaignTable::setCampaigns(DatasetPtr dataset, std::shared_ptr<const FailureResults> results, bool masked, const Format &format)
{
    std::vector<CampaignLine> lines;
    for (const Campaign &campaign : results->campaigns) {
        const auto shown = [&](const QString &text) { return masked ? maskedText(text, *dataset, campaign) : text; };
        lines.push_back({dataset.get(), &campaign, shown(campaign.subject), shown(campaign.senderPattern)});
    }
    setRows(std::move(lines), format, keptTogether(std::move(dataset), std::move(results)));
}

QModelIndex CampaignTable::indexOf(const QString &key) const
{
    const auto found = std::find_if(rows().cbegin(), rows().cend(),
        [&key](const CampaignLine &line) { return line.campaign->key == key; });
    return found == rows().cend() ? QModelIndex() : index(int(found - rows().cbegin()), 0);
}

} // namespace sekisho
