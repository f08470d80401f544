// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/knownrecords.h"

#include <algorithm>
#include <charconv>

namespace sekisho {

namespace {

constexpr QByteArrayView recordStart = "<record>";
constexpr size_t mostGroups = 4;
constexpr size_t mostTails = 24;
constexpr qsizetype longestText = 4096;

/// The bytes before the next tag.
QByteArrayView valueAt(QByteArrayView text, qsizetype at)
{
    constexpr qsizetype longestValue = 48;
    const QByteArrayView rest = text.sliced(at, std::min(longestValue, text.size() - at));
    return rest.first(std::max<qsizetype>(0, rest.indexOf('<')));
}

/// A count as nearly all are: digits alone, not zero, and no more than a sum of many can take.
std::optional<qint64> plainCount(QByteArrayView value)
{
    constexpr qsizetype mostDigits = 12;
    if (value.isEmpty() || value.size() > mostDigits || value.front() == '0' || value.front() == '-')
        return std::nullopt;
    qint64 count = 0;
    const auto parsed = std::from_chars(value.begin(), value.end(), count);
    return parsed.ptr == value.end() ? std::optional(count) : std::nullopt;
}

/// Whether "<" begins a tag wherever it stands: not so in comments, CDATA and attributes.
bool isPlainMarkup(QByteArrayView text)
{
    return !text.contains("<!") && !text.contains("<?") && !text.contains('"') &&
        !text.contains('\'');
}

/// Where the content of the only element of a name begins, or -1.
qsizetype contentOfOnly(QByteArrayView text, QByteArrayView startTag)
{
    const qsizetype at = text.indexOf(startTag);
    if (at < 0 || text.indexOf(startTag, at + 1) >= 0)
        return -1;
    return at + startTag.size();
}

} // namespace

std::optional<KnownRecords::Found> KnownRecords::find(QByteArrayView text, qint32 number)
{
    for (Group &group : m_groups) {
        if (!text.startsWith(group.beforeAddress))
            continue;
        const QByteArrayView address = valueAt(text, group.beforeAddress.size());
        QByteArrayView rest = text.sliced(group.beforeAddress.size() + address.size());
        if (!rest.startsWith(group.beforeCount))
            continue;
        const QByteArrayView digits = valueAt(rest, group.beforeCount.size());
        rest = rest.sliced(group.beforeCount.size() + digits.size());
        const auto isNext = [&rest](const std::unique_ptr<Tail> &tail) {
            const qsizetype size = tail->text.size();
            return rest.startsWith(tail->text) &&
                (rest.size() == size || rest.sliced(size).startsWith(recordStart));
        };
        const auto tail = std::find_if(group.tails.begin(), group.tails.end(), isNext);
        if (tail == group.tails.end())
            continue;
        const QString addressText = QString::fromLatin1(address);
        const auto ip = IpAddress::parse(addressText);
        const auto count = plainCount(digits);
        if (!ip || !count || addressText.size() != addressText.trimmed().size())
            return std::nullopt;
        std::rotate(group.tails.begin(), tail, tail + 1);
        Tail &known = *group.tails.front();
        const qint64 size = text.size() - rest.size() + known.text.size();
        const qint32 sameAs = known.report == m_report ? known.number : -1;
        if (sameAs < 0) {
            known.report = m_report;
            known.number = number;
        }
        return Found{&known.record, sameAs, addressText, *ip, *count, size};
    }
    return std::nullopt;
}

void KnownRecords::add(QByteArrayView text, const Record &record, qint32 number)
{
    if (text.size() > longestText || !isPlainMarkup(text) || !record.extensions.empty())
        return;
    const qsizetype addressAt = contentOfOnly(text, "<source_ip>");
    const qsizetype countAt = contentOfOnly(text, "<count>");
    if (addressAt < 0 || countAt < addressAt)
        return;
    const QByteArrayView address = valueAt(text, addressAt);
    const QByteArrayView digits = valueAt(text, countAt);
    if (QString::fromLatin1(address) != record.sourceIpText || !record.sourceIp ||
        plainCount(digits) != record.count)
        return;
    const QByteArrayView beforeAddress = text.first(addressAt);
    const qsizetype addressEnd = addressAt + address.size();
    const QByteArrayView beforeCount = text.sliced(addressEnd, countAt - addressEnd);
    auto group = std::find_if(m_groups.begin(), m_groups.end(), [&](const Group &known) {
        return known.beforeAddress == beforeAddress && known.beforeCount == beforeCount;
    });
    if (group == m_groups.end()) {
        if (m_groups.size() == mostGroups)
            m_groups.pop_back();
        group = m_groups.insert(
            m_groups.begin(), {beforeAddress.toByteArray(), beforeCount.toByteArray(), {}});
    }
    if (group->tails.size() == mostTails)
        group->tails.pop_back();
    group->tails.insert(group->tails.begin(),
        std::make_unique<Tail>(Tail{
            text.sliced(countAt + digits.size()).toByteArray(), record, m_report, number}));
}

} // namespace sekisho
