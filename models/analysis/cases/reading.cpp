// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/cases/lookback.h"

#include <algorithm>

namespace sekisho {

namespace {

bool isBroken(AuthResult result)
{
    return result != AuthResult::Pass && result != AuthResult::None &&
        result != AuthResult::Missing && result != AuthResult::TempError;
}

/// Words in which receivers say that the content changed (NetEase, OpenDKIM,
/// authentication_milter).
bool saysAltered(const QString &human)
{
    return human.contains(u"altered", Qt::CaseInsensitive) ||
        human.contains(u"body", Qt::CaseInsensitive) ||
        human.contains(u"did not verify", Qt::CaseInsensitive);
}

class Reader final {
public:
    Reader(const Dataset &dataset, Row row, const Names &names)
        : m_dataset(dataset)
        , m_records(dataset.records)
        , m_row(row)
        , m_names(names)
    {
    }

    [[nodiscard]] Reading read()
    {
        const Cell computed = Cell::at(m_records.computedCell[m_row]);
        const Cell reported = Cell::at(m_records.reportedCell[m_row]);
        // Either word proves where the mail is from: receivers refuse an aligned pass for reasons
        // of their own, and some leave out the results behind a pass.
        m_reading.dkimAligned =
            computed.dkim == Outcome::Aligned || reported.dkim == Outcome::Aligned;
        m_reading.spfAligned = computed.spf == Outcome::Aligned || reported.spf == Outcome::Aligned;
        m_reading.owner = m_names.of(m_records.headerFrom[m_row]).org;
        readSpf();
        readDkim();
        return m_reading;
    }

private:
    [[nodiscard]] quint32 orgOf(StringId domain) const { return m_names.of(domain).org; }

    void readSpf()
    {
        const quint32 first = m_records.spfFirst[m_row];
        const quint32 end = m_records.spfFirst[m_row + 1];
        const bool heloStandsIn = end - first == 1 && m_records.envelopeFrom[m_row].value == 0;
        int best = -1;
        for (quint32 i = first; i < end; ++i) {
            const ResultEntry &entry = m_dataset.spf[i];
            if (orgOf(entry.domain) == 0 ||
                (m_dataset.text(entry.label) == u"helo" && !heloStandsIn))
                continue;
            m_reading.resultsGiven = true;
            const bool pass = entry.result == AuthResult::Pass;
            const bool ours = orgOf(entry.domain) == m_reading.owner;
            const int rank = pass ? (ours ? 3 : 2) : 1;
            if (rank <= best)
                continue;
            best = rank;
            m_reading.mailFrom = entry.domain;
            m_reading.spfResult = entry.result;
            m_reading.spfForeign = rank == 2;
            m_reading.ownUnaligned = rank == 3 && !m_reading.spfAligned;
        }
        if (best < 0)
            m_reading.mailFrom = m_records.envelopeFrom[m_row];
        m_reading.mailFromOurs = m_reading.mailFrom.value != 0 &&
            orgOf(m_reading.mailFrom) == m_reading.owner && m_reading.owner != 0;
        if (m_reading.spfAligned)
            m_reading.spfForeign = false;
    }

    void readDkim()
    {
        for (quint32 i = m_records.dkimFirst[m_row]; i < m_records.dkimFirst[m_row + 1]; ++i) {
            const ResultEntry &entry = m_dataset.dkim[i];
            const quint32 org = orgOf(entry.domain);
            if (org == 0)
                continue;
            m_reading.resultsGiven = true;
            if (org == m_reading.owner)
                readOwn(entry);
            else if (entry.result == AuthResult::Pass)
                readForeign(entry, org);
        }
    }

    void readOwn(const ResultEntry &entry)
    {
        if (entry.result == AuthResult::Pass) {
            m_reading.ownDomain = entry.domain;
            m_reading.selector = entry.label;
            m_reading.ownUnaligned |= !m_reading.dkimAligned;
        } else if (isBroken(entry.result)) {
            m_reading.ownBroken = true;
            m_reading.keyMissing = entry.result == AuthResult::PermError;
            m_reading.altered |= saysAltered(m_dataset.text(entry.human));
            m_reading.brokenDomain = entry.domain;
            m_reading.brokenSelector = entry.label;
        }
    }

    void readForeign(const ResultEntry &entry, quint32 org)
    {
        const bool isMailFrom = m_reading.spfForeign && org == orgOf(m_reading.mailFrom);
        if (m_reading.signer.value != 0 && !isMailFrom)
            return;
        m_reading.signer = entry.domain;
        m_reading.signerIsMailFrom = isMailFrom;
    }

    const Dataset &m_dataset;
    const RecordColumns &m_records;
    Row m_row;
    const Names &m_names;
    Reading m_reading;
};

} // namespace

void learnNames(const Dataset &dataset, Row row, Names &names)
{
    const RecordColumns &records = dataset.records;
    names.learn(records.headerFrom[row]);
    names.learn(records.envelopeFrom[row]);
    for (quint32 i = records.dkimFirst[row]; i < records.dkimFirst[row + 1]; ++i)
        names.learn(dataset.dkim[i].domain);
    for (quint32 i = records.spfFirst[row]; i < records.spfFirst[row + 1]; ++i)
        names.learn(dataset.spf[i].domain);
}

Reading readingOf(const Dataset &dataset, Row row, const Names &names)
{
    return Reader(dataset, row, names).read();
}

quint32 History::total() const
{
    quint32 sum = 0;
    for (quint32 count : messages)
        sum += count;
    return sum;
}

} // namespace sekisho
