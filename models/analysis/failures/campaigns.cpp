// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/failures/campaigns.h"

#include "analysis/failures/recipients.h"
#include "analysis/failures/urls.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <numeric>

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

/// Disjoint sets of samples.
class Sets final {
public:
    explicit Sets(size_t count)
        : m_parent(count)
    {
        std::iota(m_parent.begin(), m_parent.end(), 0U);
    }

    [[nodiscard]] quint32 find(quint32 item)
    {
        while (m_parent[item] != item) {
            m_parent[item] = m_parent[m_parent[item]];
            item = m_parent[item];
        }
        return item;
    }

    void unite(quint32 a, quint32 b) { m_parent[std::max(find(a), find(b))] = std::min(find(a), find(b)); }

private:
    std::vector<quint32> m_parent;
};

/// Three letters in a row, sorted: what two similar subjects have in common.
std::vector<quint64> trigrams(const QString &text)
{
    std::vector<quint64> result;
    for (qsizetype i = 0; i + 2 < text.size(); ++i)
        result.push_back(quint64(text[i].unicode()) << 32 | quint64(text[i + 1].unicode()) << 16 | text[i + 2].unicode());
    std::sort(result.begin(), result.end());
    result.erase(std::unique(result.begin(), result.end()), result.end());
    return result;
}

/// Common part of all trigrams of two texts, at least six tenths.
bool areSimilar(const std::vector<quint64> &a, const std::vector<quint64> &b)
{
    const size_t smaller = std::min(a.size(), b.size());
    const size_t larger = std::max(a.size(), b.size());
    if (smaller < 4 || smaller * 10 < larger * 6)
        return false;
    size_t common = 0;
    for (size_t i = 0, j = 0; i < a.size() && j < b.size();) {
        if (a[i] == b[j])
            ++common, ++i, ++j;
        else if (a[i] < b[j])
            ++i;
        else
            ++j;
    }
    return common * 10 >= (a.size() + b.size() - common) * 6;
}

QStringList urlDomains(const FailureReport &report)
{
    thread_local const OrganizationalDomains domains;
    QStringList found;
    for (const QString &url : report.urls) {
        const QString domain = domains.of(urlHost(url));
        if (!domain.isEmpty() && !found.contains(domain))
            found.append(domain);
    }
    return found;
}

/// Puts samples together.
class Grouping final {
public:
    Grouping(const Dataset &dataset, const std::vector<FailureIndex> &shown, const QStringList &ownDomains)
        : m_dataset(dataset)
        , m_shown(shown)
        , m_own(ownDomains)
        , m_sets(shown.size())
    {
    }

    std::vector<std::vector<quint32>> groups(const Stop &stop)
    {
        for (quint32 i = 0; i < m_shown.size() && !stop.requested(); ++i)
            take(i);
        uniteSimilar(stop);
        QHash<quint32, std::vector<quint32>> bySet;
        for (quint32 i = 0; i < m_shown.size(); ++i)
            bySet[m_sets.find(i)].push_back(i);
        return {bySet.begin(), bySet.end()};
    }

private:
    void take(quint32 i)
    {
        const FailureReport &report = *m_dataset.failures[m_shown[i]].report;
        const QString subject = subjectSkeleton(report.subject);
        bool grouped = false;
        constexpr qsizetype leastLetters = 4; // "test" says nothing, "お荷物の" does
        if (subject.size() >= leastLetters) {
            unite(m_bySubject, subject, i);
            grouped = true;
        }
        for (const QString &domain : urlDomains(report)) {
            if (isOwn(domain))
                continue; // mail of one's own links to oneself
            unite(m_byHost, domain, i);
            grouped = true;
        }
        if (!grouped)
            unite(m_bySender, senderPattern(report) + u'|' + report.mailFrom.section(u'@', -1), i);
    }

    [[nodiscard]] bool isOwn(const QString &domain) const
    {
        return std::any_of(m_own.cbegin(), m_own.cend(),
            [&domain](const QString &own) { return isSameOrBelow(own, domain); });
    }

    void unite(QHash<QString, quint32> &known, const QString &key, quint32 i)
    {
        const auto found = known.constFind(key);
        if (found == known.cend())
            known.insert(key, i);
        else
            m_sets.unite(*found, i);
    }

    /// Subjects that differ in a word or two. There may be more different ones than can be compared
    /// with each other; the frequent comparison above has found most by then.
    void uniteSimilar(const Stop &stop)
    {
        constexpr size_t most = 2'000;
        std::vector<std::pair<quint32, std::vector<quint64>>> subjects;
        for (auto subject = m_bySubject.cbegin(); subject != m_bySubject.cend() && subjects.size() < most; ++subject)
            subjects.emplace_back(subject.value(), trigrams(subject.key()));
        for (size_t i = 0; i < subjects.size() && !stop.requested(); ++i) {
            for (size_t j = i + 1; j < subjects.size(); ++j) {
                if (areSimilar(subjects[i].second, subjects[j].second))
                    m_sets.unite(subjects[i].first, subjects[j].first);
            }
        }
    }

    const Dataset &m_dataset;
    const std::vector<FailureIndex> &m_shown;
    const QStringList &m_own;
    Sets m_sets;
    QHash<QString, quint32> m_bySubject;
    QHash<QString, quint32> m_byHost;
    QHash<QString, quint32> m_bySender;
};

/// Keys by how often they occur, most first; of equal ones in their own order.
QStringList byFrequency(const QHash<QString, int> &counts)
{
    QStringList keys = counts.keys();
    std::sort(keys.begin(), keys.end(), [&counts](const QString &a, const QString &b) {
        return counts[a] != counts[b] ? counts[a] > counts[b] : a < b;
    });
    return keys;
}

Campaign campaignOf(const Dataset &dataset, const std::vector<FailureIndex> &shown,
    const std::vector<quint32> &members, const std::vector<bool> &listed)
{
    constexpr qsizetype mostHosts = 5;
    Campaign campaign;
    QHash<QString, int> subjects;
    QHash<QString, int> hosts;
    QHash<QString, int> senders;
    QSet<QString> recipients;
    for (quint32 member : members) {
        const FailureInfo &failure = dataset.failures[shown[member]];
        const FailureReport &report = *failure.report;
        campaign.samples.push_back(shown[member]);
        campaign.volume += report.fields.incidents;
        campaign.first = campaign.first == 0 ? report.arrival : std::min(campaign.first, report.arrival);
        campaign.last = std::max(campaign.last, report.arrival);
        campaign.listed = campaign.listed || listed[member];
        ++subjects[report.subject];
        for (const QString &recipient : recipientKeys(report))
            recipients.insert(recipient);
        ++senders[senderPattern(report)];
        for (const QString &host : urlDomains(report))
            ++hosts[host];
        if (failure.address && std::find(campaign.addresses.begin(), campaign.addresses.end(), *failure.address) == campaign.addresses.end())
            campaign.addresses.push_back(*failure.address);
    }
    campaign.recipients = int(recipients.size());
    campaign.subject = byFrequency(subjects).value(0);
    campaign.hosts = byFrequency(hosts).mid(0, mostHosts);
    campaign.senderPattern = byFrequency(senders).value(0);
    const LogItem &oldest = dataset.items[dataset.failures[*std::min_element(campaign.samples.begin(), campaign.samples.end())].item];
    campaign.key = oldest.origin.path + u'|' + oldest.origin.member();
    return campaign;
}

QStringList ownDomainsOf(const Dataset &dataset)
{
    QStringList domains;
    for (const ReportInfo &report : dataset.reports) {
        const QString &domain = dataset.text(report.domain);
        if (!domain.isEmpty() && !domains.contains(domain))
            domains.append(domain);
    }
    for (const FailureInfo &failure : dataset.failures) {
        const QString &domain = dataset.text(failure.domain);
        if (!domain.isEmpty() && !domains.contains(domain))
            domains.append(domain);
    }
    return domains;
}

/// Counts each indicator once per sample.
class Collector final {
public:
    Collector(const QStringList &ownDomains, const UrlList &list)
        : m_own(ownDomains)
        , m_list(list)
    {
    }

    void take(const FailureReport &report)
    {
        QStringList hosts;
        for (const QString &url : report.urls) {
            const QString host = urlHost(url);
            add(Indicator::Kind::Url, url, host, {}, report.arrival);
            if (!host.isEmpty() && !hosts.contains(host))
                hosts.append(host);
        }
        for (const QString &host : hosts)
            add(Indicator::Kind::Host, host, host, {}, report.arrival);
        for (const QString &address : report.addresses)
            add(Indicator::Kind::Address, address, domainOfAddress(address), {}, report.arrival);
        for (const Attachment &file : report.attachments)
            add(Indicator::Kind::File, QString::fromLatin1(file.sha256), {}, file.name, report.arrival);
    }

    std::vector<Indicator> finish()
    {
        std::stable_sort(m_indicators.begin(), m_indicators.end(),
            [](const Indicator &a, const Indicator &b) { return a.samples > b.samples; });
        return std::move(m_indicators);
    }

private:
    void add(Indicator::Kind kind, const QString &value, const QString &host, const QString &name, qint64 when)
    {
        const QString key = QString::number(int(kind)) + value;
        auto found = m_known.constFind(key);
        if (found == m_known.cend()) {
            found = m_known.insert(key, m_indicators.size());
            Indicator indicator{kind, value, name, host, lookAlikeOf(host, m_own), {}, false, 0, when, when};
            if (kind == Indicator::Kind::Url)
                indicator.targets = unfolded(value);
            indicator.listed = kind != Indicator::Kind::File && m_list.contains(host.isEmpty() ? value : kind == Indicator::Kind::Url ? value : host);
            m_indicators.push_back(std::move(indicator));
        }
        Indicator &indicator = m_indicators[*found];
        ++indicator.samples;
        indicator.first = std::min(indicator.first, when);
        indicator.last = std::max(indicator.last, when);
    }

    const QStringList &m_own;
    const UrlList &m_list;
    QHash<QString, size_t> m_known;
    std::vector<Indicator> m_indicators;
};

} // namespace

QString subjectSkeleton(const QString &subject)
{
    static const QRegularExpression prefix(
        u"^\\s*(?:(?:re|fw|fwd|aw|wg|返信|転送)\\s*[:：]|\\[[^\\]]{1,40}\\])\\s*"_s, QRegularExpression::CaseInsensitiveOption);
    QString text = subject.normalized(QString::NormalizationForm_KC).toLower();
    for (int i = 0; i < 5 && prefix.match(text).hasMatch(); ++i)
        text.remove(prefix);
    QString result;
    for (QChar c : text) {
        if (c.isLetter())
            result += c;
    }
    return result;
}

QString senderPattern(const FailureReport &report)
{
    static const QRegularExpression digits(u"[0-9]+"_s);
    QString address = report.from.empty() ? report.domain : report.from.front().address.toLower();
    return address.replace(digits, u"#"_s);
}

FailureResults failureResults(const Dataset &dataset, const SenderIndex &senders, const Filter &filter,
    const UrlList &list, const Stop &stop)
{
    FailureResults results;
    Filter everyScope = filter;
    everyScope.scope = Scope::All;
    for (FailureIndex index : selectFailures(dataset, senders, everyScope, stop)) {
        const auto &address = dataset.failures[index].address;
        const SenderClass senderClass = address ? senders.classOf(*address) : SenderClass::Unauthorised;
        for (int scope = 0; scope < scopeCount; ++scope)
            results.inScope[size_t(scope)] += isInScope(senderClass, Scope(scope));
        if (isInScope(senderClass, filter.scope))
            results.shown.push_back(index);
    }
    for (const LogItem &item : dataset.items) {
        results.otherFeedback += std::any_of(item.notes.begin(), item.notes.end(),
            [](const Note &note) { return note.code == NoteCode::MailFeedback; });
    }
    results.ownDomains = ownDomainsOf(dataset);
    results.listed.reserve(results.shown.size());
    for (FailureIndex index : results.shown) {
        const QStringList &urls = dataset.failures[index].report->urls;
        results.listed.push_back(!list.isEmpty() &&
            std::any_of(urls.begin(), urls.end(), [&list](const QString &url) { return list.contains(url); }));
    }
    for (const std::vector<quint32> &members : Grouping(dataset, results.shown, results.ownDomains).groups(stop))
        results.campaigns.push_back(campaignOf(dataset, results.shown, members, results.listed));
    std::sort(results.campaigns.begin(), results.campaigns.end(), [](const Campaign &a, const Campaign &b) {
        return a.samples.size() != b.samples.size() ? a.samples.size() > b.samples.size()
            : a.last != b.last                      ? a.last > b.last
                                                    : a.key < b.key;
    });
    return results;
}

std::vector<Indicator> indicatorsOf(const Dataset &dataset, const std::vector<FailureIndex> &samples,
    const QStringList &ownDomains, const UrlList &list)
{
    Collector collector(ownDomains, list);
    for (FailureIndex index : samples)
        collector.take(*dataset.failures[index].report);
    return collector.finish();
}

} // namespace sekisho
