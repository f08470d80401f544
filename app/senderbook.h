// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/cases/pins.h"
#include "analysis/ownsenders.h"
#include "base/limits.h"
#include "shelf.h"

#include <QObject>
#include <QThreadPool>

#include <functional>
#include <memory>

namespace sekisho {

/// A file of own senders or of pins; what it holds is kept beside it before lines that were not
/// understood are written over.
[[nodiscard]] Shelf<OwnSenders> ownSenderFile(const QString &path, const Limits &limits);
[[nodiscard]] Shelf<Pins> pinFile(const QString &path, const Limits &limits);

/// The owner's senders and pins, and where they are kept. Values are swapped, never edited under a
/// reader; shelves are read and written off the UI thread, in the order of the changes.
class SenderBook final : public QObject {
    Q_OBJECT
public:
    explicit SenderBook(QObject *parent = nullptr);
    ~SenderBook() override;
    Q_DISABLE_COPY_MOVE(SenderBook)

    /// Takes what is on these shelves, in place of what was known; changes are kept on them.
    void open(const Shelf<OwnSenders> &own, const Shelf<Pins> &pins);
    /// The same with what was taken from them before.
    void replace(const Shelf<OwnSenders> &own, const Taken<OwnSenders> &takenOwn,
        const Shelf<Pins> &pins, const Taken<Pins> &takenPins);
    /// Changes are refused with this sentence; an empty one allows them.
    void setReadOnly(const QString &why) { m_readOnly = why; }
    /// Starts with these; nothing is kept beyond the life of the book.
    void setContent(const OwnSenders &own, const Pins &pins);

    [[nodiscard]] const std::shared_ptr<const OwnSenders> &own() const { return m_own; }
    [[nodiscard]] const std::shared_ptr<const Pins> &pins() const { return m_pins; }
    /// Something is being read or written.
    [[nodiscard]] bool isBusy() const { return m_work > 0; }

    void setOwn(const OwnSenders &own);
    /// Instead of an entry for the same sender of the same domain, where there is one.
    void add(const OwnSenders::Entry &entry);
    /// Takes out what is known by the same sender and domain.
    void remove(const OwnSenders::Entry &entry);
    void addPin(const Pin &pin);
    void removePin(const Pin &pin);

Q_SIGNALS:
    /// Own senders or pins are others now.
    void changed();
    /// Something could not be read or written, or has lines that are none; a sentence for the user.
    void failed(const QString &text);
    /// Nothing is being read or written any more.
    void idle();

private:
    template <typename T> void read(Shelf<T> &shelf, std::shared_ptr<const T> &content);
    template <typename T>
    void put(Shelf<T> &shelf, std::shared_ptr<const T> &content, const Taken<T> &taken);
    template <typename T> void write(const Shelf<T> &shelf, const T &content);
    void change(std::function<void()> run);
    void finished();
    void swapOwn(OwnSenders own);
    void swapPins(Pins pins);

    QThreadPool m_thread; ///< one thread, so that the last change is written last
    std::shared_ptr<const OwnSenders> m_own = std::make_shared<OwnSenders>();
    std::shared_ptr<const Pins> m_pins = std::make_shared<Pins>();
    Shelf<OwnSenders> m_ownShelf; ///< without functions: not kept
    Shelf<Pins> m_pinShelf;
    QString m_readOnly;
    QList<std::function<void()>> m_waiting; ///< changes asked for while shelves are being read
    int m_reading = 0;
    int m_opened = 0; ///< counted, so that what was opened before does not win
    int m_work = 0;
};

} // namespace sekisho
