// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dns/resolver.h"
#include "dns/spfrecord.h"

#include <QObject>

#include <deque>

class QTimer;

namespace sekisho {

/// A network that an SPF record lets send.
struct SpfNetwork {
    IpNetwork network;
    QString term; ///< as written where it stands: "ip4:192.0.2.0/24", "mx"
    QStringList path; ///< domains of the includes and redirects that lead there, outermost first
    QString sharedBy; ///< the one of them that many customers of a provider share; empty: none

    bool operator==(const SpfNetwork &) const = default;
};

/// Why a term has given no networks.
enum class SpfOmissionReason : quint8 {
    NotAsked, ///< there was no resolver, or the domain of the record is not known
    Macro, ///< depends on the message
    Opaque, ///< exists and ptr name no networks
    Everyone, ///< all, or a network of everything
    LookupFailed, ///< the server failed or did not answer in time
    NoSuchName, ///< nothing stands there
    NoRecord, ///< include or redirect to a domain without SPF: receivers say "permerror"
    SeveralRecords, ///< receivers say "permerror"
    Loop,
    LookupLimit, ///< more lookups than receivers make
    VoidLimit, ///< more lookups without an answer than receivers accept
    NetworkLimit, ///< more networks than anyone has
};

struct SpfOmission {
    SpfOmissionReason reason = SpfOmissionReason::NotAsked;
    QString term; ///< as written
    QStringList path;

    bool operator==(const SpfOmission &) const = default;
};

/// What an SPF record says about who sends.
struct SpfExpansion {
    QList<SpfNetwork> networks; ///< in the order of the terms
    QList<SpfOmission> omissions;
    int lookups = 0; ///< terms that cost receivers a lookup (RFC 7208 §4.6.4)
    int voidLookups = 0;

    /// Nothing was left out that a receiver would find.
    [[nodiscard]] bool isComplete() const;
    bool operator==(const SpfExpansion &) const = default;
};

struct SpfLimits {
    int lookups = 10; ///< include, a, mx, ptr, exists, redirect
    int voidLookups = 2;
    int mailHosts = 10; ///< of one mx
    qsizetype networks = 20'000;
    qsizetype recordCharacters = 65'536; ///< more is no record
    int timeout = 12'000; ///< milliseconds of one lookup
};

/// Follows an SPF record to its networks. Only what passes counts: "-ip4:…" says who does not send.
/// The record is read as it should have been meant: terms behind a limit are told of, not an end.
class SpfExpander final : public QObject {
    Q_OBJECT
public:
    /// The resolver must outlive the job.
    explicit SpfExpander(
        Resolver &resolver, const SpfLimits &limits = {}, QObject *parent = nullptr);
    ~SpfExpander() override;
    Q_DISABLE_COPY_MOVE(SpfExpander)

    /// The networks of a record as far as it names them itself.
    [[nodiscard]] static SpfExpansion withoutLookups(
        const SpfRecord &record, const SpfLimits &limits = {});

    /// Expands a record that is the one of a domain; ends with finished(), never within this call.
    void start(const SpfRecord &record, const QString &domain);
    /// Looks the record of a domain up first; record() is empty where there is none.
    void start(const QString &domain);
    /// Ends at once, without finished().
    void cancel();
    [[nodiscard]] const SpfRecord &record() const { return m_record; }

Q_SIGNALS:
    void finished(const sekisho::SpfExpansion &expansion);

private:
    /// A step that is still to be done.
    struct Task {
        enum class Kind : quint8 { Network, Record, A, Mx, MailHost, Omit, Count };
        Kind kind = Kind::Count;
        SpfTerm term;
        QStringList path; ///< of what it finds
        QString name; ///< to be looked up, normalized
        SpfOmissionReason reason = SpfOmissionReason::NotAsked;
        bool counts = false; ///< as one of the ten lookups
    };

    SpfExpander(Resolver *resolver, const SpfLimits &limits, QObject *parent);
    [[nodiscard]] Task taskOf(
        const SpfTerm &term, const QStringList &path, const QString &domain) const;
    void push(const SpfRecord &record, const QStringList &path, const QString &domain);
    void next();
    void end();
    void markLargeIncludes();
    [[nodiscard]] std::optional<SpfOmissionReason> obstacle(const Task &task) const;
    void begin(const Task &task);
    void ask(DnsType type, const QString &name, Resolver::Handler handler);
    void answered(const DnsAnswer &answer);
    void takeRecords(const Task &task, const DnsAnswer &answer);
    void askAddresses(const Task &task);
    void takeAddresses(const Task &task, const DnsAnswer &v4, const DnsAnswer &v6);
    void takeMailHosts(const Task &task, const DnsAnswer &answer);
    void addNetwork(const Task &task, const IpNetwork &network);
    void omit(const Task &task, SpfOmissionReason reason);
    void omitVoid(const Task &task, DnsStatus status);

    Resolver *m_resolver;
    const SpfLimits m_limits;
    SpfRecord m_record;
    SpfExpansion m_expansion;
    std::deque<Task> m_tasks;
    QString m_domain; ///< of the record; empty: not known
    bool m_root = false; ///< the record itself is being looked up
    bool m_running = false;
    Resolver::Id m_lookup = 0;
    QTimer *m_timer;
    Resolver::Handler m_handler; ///< takes the answer of the lookup that runs
};

} // namespace sekisho
