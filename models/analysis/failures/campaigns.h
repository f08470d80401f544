// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/failures/urllist.h"
#include "dataset/failures.h"

#include <array>

namespace sekisho {

/// Something in samples that one can look for elsewhere.
struct Indicator {
    enum class Kind : quint8 { Url, Host, Address, File };
    Kind kind = Kind::Url;
    QString value; ///< as written; the SHA-256 of a file
    QString name; ///< of a file
    QString host; ///< of a URL or address
    QString lookAlike; ///< the own domain that it passes itself off as
    QStringList targets; ///< where its parameters lead
    bool listed = false; ///< on the user's list
    int samples = 0;
    qint64 first = 0; ///< UTC seconds
    qint64 last = 0;
    bool masked = false; ///< "***" stands for a recipient in it

    bool operator==(const Indicator &) const = default;
};

/// Samples that belong together: a similar subject, a common URL host, or the same sender pattern.
struct Campaign {
    QString key; ///< stable while its oldest sample stays
    QString subject; ///< the most frequent one
    QStringList hosts; ///< registrable domains of URLs, most frequent first
    QString senderPattern; ///< the From address, digits as "#"
    std::vector<FailureIndex> samples; ///< newest first
    std::vector<AddressId> addresses; ///< where they came from, each once
    qint64 first = 0; ///< UTC seconds
    qint64 last = 0;
    qint64 volume = 0; ///< with Incidents
    int recipients = 0; ///< different ones, as far as they can be told apart
    bool listed = false;

    bool operator==(const Campaign &) const = default;
};

/// What the page of failure reports shows for one filter.
struct FailureResults {
    std::vector<FailureIndex> shown; ///< newest first
    std::vector<Campaign> campaigns; ///< most samples first
    std::array<int, scopeCount> inScope{}; ///< samples per Scope, whatever scope the filter has
    int otherFeedback = 0; ///< ARF of other kinds that was read
    QStringList ownDomains; ///< policy domains and From domains of own senders
    std::vector<bool> listed; ///< per entry of `shown`: has a URL on the user's list
};

[[nodiscard]] FailureResults failureResults(const Dataset &dataset, const SenderIndex &senders,
    const Filter &filter, const UrlList &list, const Stop &stop);

/// The indicators of some samples, those in most samples first.
[[nodiscard]] std::vector<Indicator> indicatorsOf(const Dataset &dataset,
    const std::vector<FailureIndex> &samples, const QStringList &ownDomains, const UrlList &list);

/// A subject without what changes from mail to mail: case, width, numbers, "Re:", punctuation.
[[nodiscard]] QString subjectSkeleton(const QString &subject);
/// "k67@example.jp" as "k#@example.jp".
[[nodiscard]] QString senderPattern(const FailureReport &report);

} // namespace sekisho
