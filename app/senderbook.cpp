// SPDX-License-Identifier: GPL-3.0-or-later
#include "senderbook.h"

#include "keptfile.h"
#include "analysis/senderedits.h"
#include "tables/notetext.h"
#include "tables/visibletext.h"
#include "widgets/whendone.h"

#include <QDir>
#include <QtConcurrentRun>

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

/// No registry of people is as large.
constexpr qint64 mostBytes = qint64(16) << 20;

/// A file whose bytes `parse` turns into a value and `text` back.
template <typename T>
Shelf<T> fileShelf(const QString &path, const Limits &limits,
    std::function<T(const QByteArray &, Notes &)> parse, std::function<QByteArray(const T &)> text)
{
    Shelf<T> shelf;
    shelf.name = visibleText(QDir::toNativeSeparators(path));
    const auto keepOld = std::make_shared<bool>(false);
    shelf.take = [=, name = shelf.name] {
        Taken<T> taken;
        taken.name = name;
        const Result<QByteArray> bytes = contentOf(path, limits, mostBytes);
        Notes notes;
        if (bytes)
            taken.content = parse(bytes.value(), notes);
        else
            taken.problem = noteText(bytes.problem());
        taken.notes = notes.list();
        *keepOld = !notes.isEmpty();
        return taken;
    };
    shelf.put = [=](const T &content) {
        return writeWhole(path, text(content), std::exchange(*keepOld, false));
    };
    return shelf;
}

} // namespace

Shelf<OwnSenders> ownSenderFile(const QString &path, const Limits &limits)
{
    return fileShelf<OwnSenders>(path, limits, readOwnSenders, writeOwnSenders);
}

Shelf<Pins> pinFile(const QString &path, const Limits &limits)
{
    return fileShelf<Pins>(path, limits, readPins, writePins);
}

SenderBook::SenderBook(QObject *parent)
    : QObject(parent)
{
    m_thread.setMaxThreadCount(1);
}

SenderBook::~SenderBook()
{
    m_thread.waitForDone();
}

void SenderBook::open(const Shelf<OwnSenders> &own, const Shelf<Pins> &pins)
{
    ++m_opened;
    m_waiting.clear(); // they were meant for what was open before
    m_ownShelf = own;
    m_pinShelf = pins;
    read(m_ownShelf, m_own);
    read(m_pinShelf, m_pins);
}

void SenderBook::replace(const Shelf<OwnSenders> &own, const Taken<OwnSenders> &takenOwn,
    const Shelf<Pins> &pins, const Taken<Pins> &takenPins)
{
    ++m_opened;
    m_waiting.clear();
    m_ownShelf = own;
    m_pinShelf = pins;
    put(m_ownShelf, m_own, takenOwn);
    put(m_pinShelf, m_pins, takenPins);
}

void SenderBook::setContent(const OwnSenders &own, const Pins &pins)
{
    m_own = std::make_shared<OwnSenders>(own);
    m_pins = std::make_shared<Pins>(pins);
}

template <typename T> void SenderBook::read(Shelf<T> &shelf, std::shared_ptr<const T> &content)
{
    ++m_work;
    ++m_reading;
    const auto taking = QtConcurrent::run(&m_thread, shelf.take);
    whenDone(taking, this, [this, &shelf, &content, opened = m_opened](const std::optional<Taken<T>> &done) {
        --m_reading;
        if (opened == m_opened)
            put(shelf, content, done.value_or(Taken<T>()));
        if (m_reading == 0) {
            for (const auto &run : std::exchange(m_waiting, {}))
                run();
            Q_EMIT changed();
        }
        finished();
    });
}

template <typename T>
void SenderBook::put(Shelf<T> &shelf, std::shared_ptr<const T> &content, const Taken<T> &taken)
{
    content = std::make_shared<T>(taken.content);
    if (!taken.problem.isEmpty()) {
        shelf = {}; // what could not be read must not be written over
        Q_EMIT failed(tr("%1 could not be read, and changes will not be kept in it. %2")
                          .arg(taken.name, taken.problem));
    }
    if (!taken.notes.isEmpty()) {
        const Note &first = taken.notes.first();
        Q_EMIT failed(tr("%1 has %n line(s) that Sekisho does not understand, the first of "
                         "them line %2: %3",
            nullptr, int(taken.notes.size()))
                          .arg(taken.name)
                          .arg(first.place.line)
                          .arg(visibleText(first.detail)));
    }
}

template <typename T> void SenderBook::write(const Shelf<T> &shelf, const T &content)
{
    if (!shelf.put)
        return;
    ++m_work;
    const auto written =
        QtConcurrent::run(&m_thread, [put = shelf.put, content] { return put(content); });
    whenDone(written, this, [this, name = shelf.name](const std::optional<QString> &problem) {
        if (!problem || !problem->isEmpty())
            Q_EMIT failed(tr("%1 could not be written: %2").arg(name, problem.value_or(QString())));
        finished();
    });
}

void SenderBook::finished()
{
    if (--m_work == 0)
        Q_EMIT idle();
}

/// Now, or when the shelves have been read: what is on them must not be lost.
void SenderBook::change(std::function<void()> run)
{
    if (!m_readOnly.isEmpty())
        Q_EMIT failed(m_readOnly);
    else if (m_reading > 0)
        m_waiting.append(std::move(run));
    else
        run();
}

void SenderBook::swapOwn(OwnSenders own)
{
    if (own == *m_own)
        return;
    m_own = std::make_shared<OwnSenders>(std::move(own));
    write(m_ownShelf, *m_own);
    Q_EMIT changed();
}

void SenderBook::swapPins(Pins pins)
{
    if (pins == *m_pins)
        return;
    m_pins = std::make_shared<Pins>(std::move(pins));
    write(m_pinShelf, *m_pins);
    Q_EMIT changed();
}

void SenderBook::setOwn(const OwnSenders &own)
{
    change([this, own] { swapOwn(own); });
}

void SenderBook::add(const OwnSenders::Entry &entry)
{
    change([this, entry] { swapOwn(withSender(*m_own, entry)); });
}

void SenderBook::remove(const OwnSenders::Entry &entry)
{
    change([this, entry] { swapOwn(withoutSender(*m_own, entry)); });
}

void SenderBook::addPin(const Pin &pin)
{
    change([this, pin] {
        Pins pins = *m_pins;
        std::erase_if(pins.list, [&pin](const Pin &other) {
            return other.sender == pin.sender && other.domain == pin.domain;
        });
        pins.list.push_back(pin);
        swapPins(std::move(pins));
    });
}

void SenderBook::removePin(const Pin &pin)
{
    change([this, pin] {
        Pins pins = *m_pins;
        std::erase_if(pins.list, [&pin](const Pin &other) {
            return other.sender == pin.sender && other.domain == pin.domain;
        });
        swapPins(std::move(pins));
    });
}

} // namespace sekisho
