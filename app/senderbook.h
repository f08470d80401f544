// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/cases/pins.h"
#include "analysis/ownsenders.h"
#include "base/limits.h"

#include <QObject>
#include <QThreadPool>

#include <functional>
#include <memory>

namespace sekisho {

/// The owner's senders and pins, and the files that keep them. Values are swapped, never edited
/// under a reader; files are read and written off the UI thread, in the order of the changes.
class SenderBook final : public QObject {
    Q_OBJECT
public:
    explicit SenderBook(const Limits &limits, QObject *parent = nullptr);
    ~SenderBook() override;
    Q_DISABLE_COPY_MOVE(SenderBook)

    /// Reads these files; changes are kept in them. What is not there yet is empty.
    void open(const QString &ownPath, const QString &pinPath);
    /// Starts with these; nothing is kept beyond the life of the book.
    void setContent(const OwnSenders &own, const Pins &pins);

    [[nodiscard]] const std::shared_ptr<const OwnSenders> &own() const { return m_own; }
    [[nodiscard]] const std::shared_ptr<const Pins> &pins() const { return m_pins; }
    /// Files are being read or written.
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
    /// A file could not be read or written, or has lines that are none; a sentence for the user.
    void failed(const QString &text);
    /// No file is being read or written any more.
    void idle();

private:
    struct File {
        QString path; ///< empty: not kept
        bool keepOld =
            false; ///< the file holds what was not understood: copied before it is written
    };

    void read(File &file, std::function<void(const QByteArray &, Notes &)> take);
    void write(File &file, const QByteArray &content);
    void change(std::function<void()> run);
    void finished();
    void swapOwn(OwnSenders own);
    void swapPins(Pins pins);

    Limits m_limits;
    QThreadPool m_thread; ///< one thread, so that the last change is written last
    std::shared_ptr<const OwnSenders> m_own = std::make_shared<OwnSenders>();
    std::shared_ptr<const Pins> m_pins = std::make_shared<Pins>();
    File m_ownFile;
    File m_pinFile;
    QList<std::function<void()>> m_waiting; ///< changes asked for while files are being read
    int m_reading = 0;
    int m_work = 0;
};

} // namespace sekisho
