// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/mailfixture.h"

#include <QFile>

#include <algorithm>

namespace sekisho::fixture {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 firstDay = 1709251200; // 2024-03-01 00:00:00 UTC

QString contentKey(const Seen &seen)
{
    QString key = seen.ip + u'|' + seen.mailFrom + u'|' + word(seen.spf) + u'|' + seen.headerFrom +
        (seen.nullSender ? u"|<>"_s : u""_s);
    for (const Signature &signature : seen.dkim)
        key += u'|' + signature.domain + u'/' + signature.selector + u'/' + word(signature.result) +
            signature.human;
    for (const OverrideReason &reason : seen.reasons)
        key += u'|' + reason.type + u':' + reason.comment;
    return key;
}

} // namespace

void MailBox::add(const Reporter &reporter, int day, const Seen &seen, qint64 count, MailCase truth)
{
    m_reporters.emplace(reporter.org, reporter);
    Line &line = m_lines[{day, reporter.org}][contentKey(seen)];
    line.seen = seen;
    line.count += count;
    line.truth = truth;
}

Record MailBox::record(const Reporter &reporter, const Line &line, int row) const
{
    const Seen &seen = line.seen;
    Record record;
    record.row = row;
    record.sourceIpText = seen.ip;
    record.sourceIp = IpAddress::parse(seen.ip);
    record.count = line.count;
    record.headerFrom = seen.headerFrom;
    record.hasEnvelopeFrom = reporter.envelopeFrom;
    record.envelopeFrom = reporter.envelopeFrom && !seen.nullSender ? seen.mailFrom : QString();
    bool dkimPass = false;
    for (const Signature &signature : seen.dkim) {
        const bool pass = signature.result == AuthResult::Pass;
        dkimPass |= pass && m_domains.aligned(signature.domain, seen.headerFrom, m_strict);
        if (pass || reporter.brokenListed)
            record.dkim.push_back(
                {signature.domain, reporter.selectors ? signature.selector : QString(),
                    signature.result, word(signature.result), signature.human});
    }
    const bool spfPass = seen.spf == AuthResult::Pass && !seen.nullSender &&
        m_domains.aligned(seen.mailFrom, seen.headerFrom, m_strict);
    record.spf.push_back(
        {seen.mailFrom, seen.nullSender ? u"helo"_s : u"mfrom"_s, seen.spf, word(seen.spf), {}});
    if (!reporter.results) {
        record.dkim.clear();
        record.spf.clear();
    }
    record.hasAuthResults = reporter.results;
    record.dkimEvaluated = dkimPass ? Evaluated::Pass : Evaluated::Fail;
    record.spfEvaluated = spfPass ? Evaluated::Pass : Evaluated::Fail;
    record.dkimEvaluatedText = dkimPass ? u"pass"_s : u"fail"_s;
    record.spfEvaluatedText = spfPass ? u"pass"_s : u"fail"_s;
    record.reasons = seen.reasons;
    if (reporter.arcEverywhere)
        record.reasons.push_back({u"local_policy"_s, u"arc=fail"_s});
    if (reporter.emptyReason)
        record.reasons.push_back({});
    if (reporter.bareLocalPolicy && !dkimPass && !spfPass)
        record.reasons.push_back({u"local_policy"_s, {}});
    const bool spared = dkimPass || spfPass || !seen.reasons.empty() || !reporter.enforces;
    record.disposition = spared || m_policy == Policy::None ? Disposition::None
        : m_policy == Policy::Reject                        ? Disposition::Reject
                                                            : Disposition::Quarantine;
    record.dispositionText = word(record.disposition);
    return record;
}

MailBox::Contents MailBox::finish()
{
    DatasetBuilder builder;
    Contents contents;
    for (const auto &[key, lines] : m_lines) {
        const Reporter &reporter = m_reporters.at(key.second);
        AggregateReport report;
        report.orgName = reporter.org;
        report.reportId = u"%1-%2"_s.arg(reporter.org).arg(key.first);
        report.period = {
            firstDay + key.first * secondsPerDay, firstDay + (key.first + 1) * secondsPerDay - 1};
        report.policy.domain = m_domain;
        report.policy.p = m_policy;
        report.policy.pText = word(m_policy);
        report.policy.adkim = report.policy.aspf = m_strict ? u"s"_s : u"r"_s;
        for (const auto &[content, line] : lines) {
            report.records.push_back(record(reporter, line, int(report.records.size())));
            contents.truth.push_back(line.truth);
        }
        ReadItem item;
        item.origin.path = report.reportId;
        item.kind = ItemKind::Aggregate;
        item.content = report;
        builder.add(std::move(item), 0);
    }
    contents.dataset = builder.finish();
    m_lines.clear();
    return contents;
}

void Scores::add(MailCase truth, const ShortVerdict &said, qint64 count)
{
    confusion[size_t(truth)][size_t(said.mailCase)] += count;
    if (said.mailCase == MailCase::Undetermined)
        return;
    const double probability = double(said.probability);
    const size_t bin = std::min<size_t>(9, size_t(probability * 10));
    const bool isRight = said.mailCase == truth;
    seen[bin] += count;
    right[bin] += isRight ? count : 0;
    expected[bin] += probability * double(count);
    if (probability >= 0.9) {
        sure += count;
        sureWrong += isRight ? 0 : count;
    }
}

Scores &Scores::operator+=(const Scores &other)
{
    for (size_t i = 0; i < mailCaseCount; ++i) {
        for (size_t j = 0; j <= mailCaseCount; ++j)
            confusion[i][j] += other.confusion[i][j];
    }
    for (size_t i = 0; i < 10; ++i) {
        seen[i] += other.seen[i];
        right[i] += other.right[i];
        expected[i] += other.expected[i];
    }
    sure += other.sure;
    sureWrong += other.sureWrong;
    return *this;
}

double Scores::f1(MailCase mailCase) const
{
    const size_t c = size_t(mailCase);
    qint64 truth = 0;
    qint64 said = 0;
    for (size_t i = 0; i <= mailCaseCount; ++i)
        truth += confusion[c][i];
    for (size_t i = 0; i < mailCaseCount; ++i)
        said += confusion[i][c];
    return truth + said > 0 ? 2.0 * double(confusion[c][c]) / double(truth + said) : 0;
}

double Scores::macroF1() const
{
    double sum = 0;
    int cases = 0;
    for (size_t i = 0; i < mailCaseCount; ++i) {
        if (std::all_of(confusion[i].begin(), confusion[i].end(), [](qint64 n) { return n == 0; }))
            continue;
        sum += f1(MailCase(i));
        ++cases;
    }
    return cases > 0 ? sum / cases : 0;
}

double Scores::calibrationError() const
{
    double error = 0;
    double all = 0;
    for (size_t i = 0; i < 10; ++i) {
        error += std::abs(double(right[i]) - expected[i]);
        all += double(seen[i]);
    }
    return all > 0 ? error / all : 0;
}

double Scores::sureWrongShare() const
{
    return sure > 0 ? double(sureWrong) / double(sure) : 0;
}

QString Scores::text() const
{
    QString text = u"truth \\ verdict "_s;
    for (size_t i = 0; i <= mailCaseCount; ++i)
        text += QString(caseKey(MailCase(i))).left(13).rightJustified(14);
    for (size_t i = 0; i < mailCaseCount; ++i) {
        text += u'\n' + QString(caseKey(MailCase(i))).leftJustified(16);
        for (size_t j = 0; j <= mailCaseCount; ++j)
            text += QString::number(confusion[i][j]).rightJustified(14);
        text += u"   F1 %1"_s.arg(f1(MailCase(i)), 0, 'f', 3);
    }
    return text +
        u"\nmacro-F1 %1  calibration error %2  wrong at 0.9 and above %3\n"_s
            .arg(macroF1(), 0, 'f', 4)
            .arg(calibrationError(), 0, 'f', 4)
            .arg(sureWrongShare(), 0, 'f', 4);
}

Scores scoresOf(const World &world, bool blind, const KnownServices &services)
{
    const Dataset &dataset = *world.contents.dataset;
    const SenderIndex senders = makeSenderIndex(dataset, blind ? HostNames() : world.hosts);
    const Judgement judgement =
        judge(dataset, senders, nullptr, blind ? OwnSenders() : world.own, services, {}, Stop());
    Scores scores;
    for (Row row = 0; row < dataset.records.size(); ++row)
        scores.add(world.contents.truth[row], judgement.of(row), dataset.records.count[row]);
    return scores;
}

KnownServices builtInServices()
{
    QFile file(QStringLiteral(SEKISHO_SOURCE_DIR "/resources/senders.json"));
    Notes notes;
    if (!file.open(QIODevice::ReadOnly))
        return {};
    auto services = readServices(file.readAll(), Limits(), notes);
    return services ? KnownServices(std::move(services).value()) : KnownServices();
}

} // namespace sekisho::fixture
