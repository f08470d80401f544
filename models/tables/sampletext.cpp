// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/failures/urls.h"
#include "reading/charset.h"
#include "reading/htmltext.h"
#include "tables/csv.h"
#include "tables/failuretable.h"
#include "tables/sampletables.h"
#include "tables/visibletext.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QUuid>

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

/// A view lays out line by line: what has none would hold up the window.
QString withLines(const QString &text)
{
    constexpr qsizetype longest = 2'000;
    QString result;
    for (QStringView line : QStringView(text).split(u'\n')) {
        for (; line.size() > longest; line = line.sliced(longest))
            result += line.first(longest) + u'\n';
        result += line + u'\n';
    }
    result.chop(1);
    return result;
}

/// A blank line more than one says nothing; HTML mails are full of them.
QString withoutGaps(const QString &text)
{
    QString result;
    int blank = 0;
    for (const QString &line : text.split(u'\n')) {
        blank = line.trimmed().isEmpty() ? blank + 1 : 0;
        if (blank < 2)
            result += line + u'\n';
    }
    return result;
}

QString kindKey(Indicator::Kind kind)
{
    switch (kind) {
    case Indicator::Kind::Url: return u"url"_s;
    case Indicator::Kind::Host: return u"host"_s;
    case Indicator::Kind::Address: return u"address"_s;
    case Indicator::Kind::File: return u"file"_s;
    }
    return {};
}

/// A literal of the STIX pattern language.
QString literal(const QString &text)
{
    QString escaped = text;
    escaped.replace(u'\\', "\\\\"_L1).replace(u'\'', "\\'"_L1);
    return u"'%1'"_s.arg(escaped);
}

/// A host may be an address.
QString hostType(const QString &host)
{
    if (!IpAddress::parse(host))
        return u"domain-name"_s;
    return host.contains(u':') ? u"ipv6-addr"_s : u"ipv4-addr"_s;
}

QString patternOf(const Indicator &indicator)
{
    switch (indicator.kind) {
    case Indicator::Kind::Url:
        // The wildcard takes any recipient. What else is a wildcard in a URL (%40) takes itself, too.
        return indicator.masked ? u"[url:value LIKE "_s + literal(QString(indicator.value).replace("***"_L1, "%"_L1)) + u']'
                                : u"[url:value = "_s + literal(indicator.value) + u']';
    case Indicator::Kind::Host: return u"[%1:value = "_s.arg(hostType(indicator.value)) + literal(indicator.value) + u']';
    case Indicator::Kind::Address: return u"[email-addr:value = "_s + literal(indicator.value) + u']';
    case Indicator::Kind::File: return u"[file:hashes.'SHA-256' = "_s + literal(indicator.value) + u']';
    }
    return {};
}

/// The same indicator always gets the same id, so that loading twice adds nothing.
QString stixId(const QString &type, const QString &name)
{
    static const QUuid space(u"a6a0c3f4-6f3f-4d0a-9d1e-0d7a4f1f7b2c"_s);
    return type + u"--"_s + QUuid::createUuidV5(space, type + name).toString(QUuid::WithoutBraces);
}

/// STIX wants milliseconds.
QString stixTime(qint64 seconds)
{
    QString time = rfc3339(seconds);
    time.chop(1);
    return time + u".000Z"_s;
}

QString firstLines(const QStringList &lines, qsizetype most)
{
    QStringList shown = lines.mid(0, most);
    if (lines.size() > most)
        shown.append(u"…"_s);
    return shown.join(u'\n');
}

} // namespace

Mask maskOf(const Inspection &inspection)
{
    Mask mask(inspection.report);
    for (const ReceivedHop &hop : inspection.hops)
        mask.hide(hop.forAddress);
    for (const HeaderField &field : inspection.sample.headers) {
        for (const char *name : {"Delivered-To", "X-Original-To", "Envelope-To", "X-Envelope-To", "X-RCPT-TO"}) {
            if (field.name.compare(name, Qt::CaseInsensitive) == 0)
                mask.hide(headerText(field.raw));
        }
    }
    return mask;
}

Mask maskOf(const Dataset &dataset, const std::vector<FailureIndex> &samples)
{
    QSet<QString> seen;
    QStringList recipients;
    const auto add = [&](const QString &address) {
        if (!seen.contains(address)) {
            seen.insert(address);
            recipients.append(address);
        }
    };
    for (FailureIndex index : samples) {
        const FailureReport &report = *dataset.failures[index].report;
        for (const MailAddress &recipient : report.to)
            add(recipient.address);
        for (const QString &recipient : report.fields.originalRcptTo)
            add(recipient);
    }
    return Mask(recipients);
}

std::vector<Indicator> masked(std::vector<Indicator> indicators, const Mask &mask)
{
    std::vector<Indicator> result;
    QHash<QString, size_t> known;
    for (Indicator &indicator : indicators) {
        const QString value = mask.text(indicator.value);
        indicator.masked = value != indicator.value;
        if (indicator.masked && indicator.kind == Indicator::Kind::Address)
            continue;
        indicator.value = value;
        indicator.name = mask.text(indicator.name);
        indicator.targets = mask.texts(indicator.targets);
        const QString key = QString::number(int(indicator.kind)) + value;
        const auto before = known.constFind(key);
        if (before == known.cend()) {
            known.insert(key, result.size());
            result.push_back(std::move(indicator));
            continue;
        }
        Indicator &same = result[*before];
        same.samples += indicator.samples;
        same.first = std::min(same.first, indicator.first);
        same.last = std::max(same.last, indicator.last);
        same.listed = same.listed || indicator.listed;
    }
    return result;
}

QString headerText(const MailSample &sample, bool decoded, const Mask &mask)
{
    QString text;
    for (const HeaderField &field : sample.headers) {
        const QString value = decoded ? headerText(field.raw) : mailText(field.raw, {}).text;
        text += QString::fromLatin1(field.name) + u": "_s + value + u'\n';
    }
    return shownText(mask.text(text));
}

QString bodyText(const MailSample &sample, const Mask &mask)
{
    QString text = sample.plain;
    if (text.trimmed().isEmpty() && !sample.html.isEmpty())
        text = withoutGaps(htmlText(sample.html, 0).text);
    text.replace("\r\n"_L1, "\n"_L1).replace(u'\r', u'\n');
    return shownText(mask.text(text));
}

QString shownText(const QString &text)
{
    constexpr qsizetype most = 256 * 1024;
    const bool cut = text.size() > most;
    const QString shown = cut ? text.first(text[most - 1].isHighSurrogate() ? most - 1 : most) : text;
    return withLines(visibleText(shown, LineEnds::Keep)) + (cut ? u"\n…"_s : QString());
}

QByteArray indicatorCsv(const std::vector<Indicator> &indicators)
{
    QByteArray text = csvLine({u"kind"_s, u"value_defanged"_s, u"name"_s, u"host"_s, u"looks_like"_s, u"leads_to"_s,
                                  u"listed"_s, u"samples"_s, u"first"_s, u"last"_s}).toUtf8();
    for (const Indicator &indicator : indicators) {
        text += csvLine({kindKey(indicator.kind),
                    indicator.kind == Indicator::Kind::File ? indicator.value : defanged(indicator.value), indicator.name,
                    defanged(indicator.host), indicator.lookAlike,
                    indicator.targets.isEmpty() ? QString() : defanged(indicator.targets.last()),
                    indicator.listed ? u"yes"_s : u"no"_s, QString::number(indicator.samples),
                    rfc3339(indicator.first), rfc3339(indicator.last)}).toUtf8();
    }
    return text;
}

QByteArray indicatorStix(const std::vector<Indicator> &indicators)
{
    QJsonArray objects;
    QString names;
    for (const Indicator &indicator : indicators) {
        const QString pattern = patternOf(indicator);
        names += pattern;
        objects.append(QJsonObject{{u"type"_s, u"indicator"_s}, {u"spec_version"_s, u"2.1"_s},
            {u"id"_s, stixId(u"indicator"_s, pattern)}, {u"created"_s, stixTime(indicator.first)},
            {u"modified"_s, stixTime(indicator.last)}, {u"name"_s, visibleText(indicator.name.isEmpty() ? indicator.value : indicator.name)},
            {u"indicator_types"_s, QJsonArray{u"malicious-activity"_s}}, {u"pattern"_s, pattern},
            {u"pattern_type"_s, u"stix"_s}, {u"valid_from"_s, stixTime(indicator.first)}});
    }
    const QJsonObject bundle{{u"type"_s, u"bundle"_s}, {u"id"_s, stixId(u"bundle"_s, names)}, {u"objects"_s, objects}};
    return QJsonDocument(bundle).toJson(QJsonDocument::Indented);
}

QString takedownDraft(const Dataset &dataset, const Campaign &campaign, const std::vector<Indicator> &indicators,
    const Say &say, const Format &format)
{
    constexpr qsizetype most = 40;
    QStringList addresses;
    for (AddressId address : campaign.addresses)
        addresses.append(dataset.addressText(address));
    QStringList urls;
    QStringList files;
    for (const Indicator &indicator : indicators) {
        if (indicator.kind == Indicator::Kind::Url)
            urls.append(defanged(indicator.value));
        else if (indicator.kind == Indicator::Kind::File)
            files.append(QStringList{indicator.name, indicator.value}.join(u' ').trimmed());
    }
    QStringList headers;
    for (FailureIndex index : std::vector<FailureIndex>(campaign.samples.begin(), campaign.samples.begin() + std::min<std::ptrdiff_t>(3, std::ptrdiff_t(campaign.samples.size())))) {
        const FailureReport &report = *dataset.failures[index].report;
        const Mask mask(report);
        headers.append(u"From: %1\nSubject: %2\nMessage-ID: %3\nReceived: from %4 [%5]\nDate: %6\n"_s.arg(
            mask.text(addressText(report.from)), mask.text(report.subject), mask.text(report.messageId), report.helo,
            report.sourceIp ? report.sourceIp->text() : QString(), rfc3339(report.arrival)));
    }
    QString text = say(QT_TRANSLATE_NOOP("Takedown", "Subject: Request to stop abuse: phishing mail that uses our domain")) + u"\n\n"_s;
    text += say(QT_TRANSLATE_NOOP("Takedown", "To whom it may concern,\n\nmails that claim to be from our domain are sent without our consent. Please stop "
               "this abuse of your service. The facts, from failure reports (RFC 9991) of receivers:")) + u"\n\n"_s;
    text += say(QT_TRANSLATE_NOOP("Takedown", "Domain misused: %1")).arg(maskedText(campaign.senderPattern, dataset, campaign).section(u'@', -1)) + u'\n';
    text += say(QT_TRANSLATE_NOOP("Takedown", "Subject: %1")).arg(maskedText(campaign.subject, dataset, campaign)) + u'\n';
    text += say(QT_TRANSLATE_NOOP("Takedown", "First seen: %1")).arg(format.dateTime(campaign.first)) + u'\n';
    text += say(QT_TRANSLATE_NOOP("Takedown", "Last seen: %1")).arg(format.dateTime(campaign.last)) + u'\n';
    text += say(QT_TRANSLATE_NOOP("Takedown", "Mails reported: %1")).arg(format.number(campaign.volume)) + u"\n\n"_s;
    const auto section = [&text](const QString &title, const QStringList &lines) {
        if (!lines.isEmpty())
            text += title + u'\n' + firstLines(lines, most) + u"\n\n"_s;
    };
    section(say(QT_TRANSLATE_NOOP("Takedown", "Sending IP addresses:")), addresses);
    section(say(QT_TRANSLATE_NOOP("Takedown", "URLs (defanged):")), urls);
    section(say(QT_TRANSLATE_NOOP("Takedown", "Attachments (SHA-256):")), files);
    section(say(QT_TRANSLATE_NOOP("Takedown", "Headers of samples (recipients hidden):")), headers);
    text += say(QT_TRANSLATE_NOOP("Takedown", "Whole samples can be handed over on request.")) + u'\n';
    return visibleText(text, LineEnds::Keep);
}

} // namespace sekisho
