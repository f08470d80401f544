// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/cases/verdict.h"
#include "dataset/datasetbuilder.h"

#include <map>

namespace sekisho::fixture {

/// One signature as a receiver saw it.
struct Signature {
    QString domain;
    QString selector;
    AuthResult result = AuthResult::Pass;
    QString human;
};

/// What a receiver saw of a message.
struct Seen {
    QString ip;
    QString mailFrom; ///< domain of MAIL FROM
    AuthResult spf = AuthResult::Pass;
    std::vector<Signature> dkim;
    QList<OverrideReason> reasons;
    QString headerFrom = QStringLiteral("example.com");
    bool nullSender = false; ///< MAIL FROM is empty, SPF was for the HELO name in mailFrom
};

/// A mail host that reports, with its habits.
struct Reporter {
    QString org;
    bool selectors = true; ///< writes DKIM selectors
    bool results = true; ///< writes auth_results at all
    bool brokenListed = true; ///< lists signatures that did not verify
    bool envelopeFrom = true;
    bool arcEverywhere = false; ///< "local_policy arc=fail" on every record (Exim, cPanel)
    bool emptyReason = false; ///< an empty reason on every record (KDDI)
    bool bareLocalPolicy = false; ///< local_policy without a word on every failing record
    bool enforces = true;
};

/// Collects what reporters saw, day by day, and makes the dataset of it with its truth.
class MailBox final {
public:
    /// Reports are of `domain` with this policy, days count from 2024-03-01 UTC.
    explicit MailBox(const QString &domain = QStringLiteral("example.com"),
        Policy policy = Policy::None, bool strict = false)
        : m_domain(domain)
        , m_policy(policy)
        , m_strict(strict)
    {
    }
    void add(const Reporter &reporter, int day, const Seen &seen, qint64 count, MailCase truth);

    struct Contents {
        DatasetPtr dataset;
        std::vector<MailCase> truth; ///< per row
    };
    [[nodiscard]] Contents finish();

private:
    struct Line {
        Seen seen;
        qint64 count = 0;
        MailCase truth = MailCase::Undetermined;
    };
    [[nodiscard]] Record record(const Reporter &reporter, const Line &line, int row) const;

    QString m_domain;
    Policy m_policy;
    bool m_strict;
    OrganizationalDomains m_domains;
    std::map<QString, Reporter> m_reporters;
    std::map<std::pair<int, QString>, std::map<QString, Line>>
        m_lines; ///< (day, org) -> lines by content
};

/// A sheet of scores, weighted by messages.
struct Scores {
    std::array<std::array<qint64, mailCaseCount + 1>, mailCaseCount> confusion{}; ///< [truth][said]
    std::array<qint64, 10> seen{}; ///< per tenth of probability
    std::array<qint64, 10> right{};
    std::array<double, 10> expected{};
    qint64 sure = 0; ///< messages with a probability of 0.9 or more
    qint64 sureWrong = 0;

    void add(MailCase truth, const ShortVerdict &said, qint64 count);
    Scores &operator+=(const Scores &other);
    [[nodiscard]] double f1(MailCase mailCase) const;
    [[nodiscard]] double macroF1() const; ///< over the cases that occur
    [[nodiscard]] double calibrationError() const;
    [[nodiscard]] double sureWrongShare() const;
    [[nodiscard]] QString text() const;
};

/// A simulated mail world: what its owner receives, and what they could say about it.
struct World {
    MailBox::Contents contents;
    HostNames hosts;
    OwnSenders own;
};

/// Which of the owner's servers sign with DKIM.
enum class Signing : quint8 {
    Everywhere,
    ByServicesOnly, ///< the office server does not, as at many small organisations
};

/// An owner with an office server, hosted mailboxes and services, whose mail is forwarded, sent to
/// lists and spoofed; which of them there are, and which habits reporters have, varies with the
/// seed.
[[nodiscard]] World simulate(
    quint32 seed, Signing signing = Signing::Everywhere, int days = 28, double scale = 1);

/// Judges a world with or without what its owner could say.
[[nodiscard]] Scores scoresOf(const World &world, bool blind, const KnownServices &services);

/// The services of resources/senders.json in the sources.
[[nodiscard]] KnownServices builtInServices();

} // namespace sekisho::fixture
