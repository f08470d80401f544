// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dataset/hostnames.h"
#include "dns/reverselookup.h"
#include "shelf.h"

#include <QThreadPool>

#include <memory>

namespace sekisho {

/// A file of what was looked up; a damaged line is asked for again.
[[nodiscard]] Shelf<HostCache> hostFile(const QString &path, const Limits &limits);

/// The host names of addresses: those that the user loaded, and those that were looked up, which a
/// shelf keeps. Asks the name server only when it is told to.
class HostBook final : public QObject {
    Q_OBJECT
public:
    explicit HostBook(QObject *parent = nullptr);
    ~HostBook() override;
    Q_DISABLE_COPY_MOVE(HostBook)

    /// Takes what was looked up before, and keeps answers there; a lookup that is running ends.
    void open(const Shelf<HostCache> &cache);
    /// The same with what was taken from it before.
    void replace(const Shelf<HostCache> &cache, const Taken<HostCache> &taken);
    /// Asks this one instead of the system's name servers; it must outlive the book.
    void useResolver(Resolver *resolver) { m_resolver = resolver; }
    [[nodiscard]] Resolver &resolver();
    /// Names of a file; they go before those that were looked up.
    void insert(const HostNames &names);

    [[nodiscard]] const HostNames &names() const { return m_names; }
    /// The addresses among these that have no name yet and would be asked for, in their order.
    [[nodiscard]] QList<IpAddress> unknown(const QList<IpAddress> &addresses) const;
    /// Asks for the addresses that are unknown(); one lookup at a time, others are left out.
    void lookUp(const QList<IpAddress> &addresses);
    /// Ends the lookup; what was answered until then is kept.
    void cancel();
    [[nodiscard]] bool isLookingUp() const { return m_lookup != nullptr; }
    /// Something is being looked up, read or written.
    [[nodiscard]] bool isBusy() const { return m_lookup || m_work > 0; }

Q_SIGNALS:
    /// Some names are others now.
    void changed();
    void progressed(const sekisho::ReverseProgress &progress);
    void lookedUp(sekisho::ReverseLookup::End end, const sekisho::ReverseProgress &progress);
    /// The shelf could not be read or written; a sentence for the user.
    void failed(const QString &text);
    /// isBusy() no longer.
    void idle();

private:
    void takeProgress(const ReverseProgress &progress);
    void takeAnswers(ReverseLookup::End end);
    void turnTo(const Shelf<HostCache> &cache);
    void take(const Taken<HostCache> &taken);
    void endLookup();
    void merge();
    void write();
    void finished();

    QThreadPool m_thread; ///< one thread, so that the last answers are written last
    std::unique_ptr<Resolver> m_system; ///< made when it is needed
    Resolver *m_resolver = nullptr; ///< null: the system's
    std::unique_ptr<ReverseLookup> m_lookup; ///< the one that is running
    ReverseProgress m_progress; ///< of it
    HostCache m_cache;
    HostNames m_loaded;
    HostNames m_names;
    Shelf<HostCache> m_shelf; ///< without functions: not kept
    int m_opened = 0; ///< counted, so that what was opened before does not win
    bool m_reading = false;
    QList<IpAddress> m_waiting; ///< asked for while the shelf is being read
    int m_work = 0;
};

} // namespace sekisho
