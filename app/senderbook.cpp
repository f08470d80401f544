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

} // namespace

SenderBook::SenderBook(const Limits &limits, QObject *parent)
    : QObject(parent)
    , m_limits(limits)
{
    m_thread.setMaxThreadCount(1);
}

SenderBook::~SenderBook()
{
    m_thread.waitForDone();
}

void SenderBook::open(const QString &ownPath, const QString &pinPath)
{
    m_ownFile = {ownPath, false};
    m_pinFile = {pinPath, false};
    read(m_ownFile, [this](const QByteArray &content, Notes &notes) {
        m_own = std::make_shared<OwnSenders>(readOwnSenders(content, notes));
    });
    read(m_pinFile, [this](const QByteArray &content, Notes &notes) {
        m_pins = std::make_shared<Pins>(readPins(content, notes));
    });
}

void SenderBook::setContent(const OwnSenders &own, const Pins &pins)
{
    m_own = std::make_shared<OwnSenders>(own);
    m_pins = std::make_shared<Pins>(pins);
}

void SenderBook::read(File &file, std::function<void(const QByteArray &, Notes &)> take)
{
    ++m_work;
    ++m_reading;
    const auto bytes = QtConcurrent::run(
        &m_thread, [path = file.path, limits = m_limits] { return contentOf(path, limits, mostBytes); });
    whenDone(bytes, this,
        [this, &file, take = std::move(take)](const std::optional<Result<QByteArray>> &done) {
            --m_reading;
            Notes notes;
            const QString shown = visibleText(QDir::toNativeSeparators(file.path));
            if (done && done->ok()) {
                take(done->value(), notes);
            } else {
                file.path.clear(); // what could not be read must not be written over
                Q_EMIT failed(tr("%1 could not be read, and changes will not be kept in it. %2")
                                  .arg(shown, done ? noteText(done->problem()) : QString()));
            }
            file.keepOld = !notes.isEmpty();
            if (!notes.isEmpty()) {
                const Note &first = notes.list().first();
                Q_EMIT failed(tr("%1 has %n line(s) that Sekisho does not understand, the first of "
                                 "them line %2: %3",
                    nullptr, int(notes.list().size()))
                                  .arg(shown)
                                  .arg(first.place.line)
                                  .arg(visibleText(first.detail)));
            }
            if (m_reading == 0) {
                for (const auto &run : std::exchange(m_waiting, {}))
                    run();
                Q_EMIT changed();
            }
            finished();
        });
}

void SenderBook::write(File &file, const QByteArray &content)
{
    if (file.path.isEmpty())
        return;
    ++m_work;
    const auto written = QtConcurrent::run(
        &m_thread, [path = file.path, content, keep = std::exchange(file.keepOld, false)] {
            return writeWhole(path, content, keep);
        });
    whenDone(written, this, [this, path = file.path](const std::optional<QString> &problem) {
        if (!problem || !problem->isEmpty()) {
            Q_EMIT failed(
                tr("%1 could not be written: %2")
                    .arg(visibleText(QDir::toNativeSeparators(path)), problem.value_or(QString())));
        }
        finished();
    });
}

void SenderBook::finished()
{
    if (--m_work == 0)
        Q_EMIT idle();
}

/// Now, or when the files have been read: what stands in them must not be lost.
void SenderBook::change(std::function<void()> run)
{
    if (m_reading > 0)
        m_waiting.append(std::move(run));
    else
        run();
}

void SenderBook::swapOwn(OwnSenders own)
{
    if (own == *m_own)
        return;
    m_own = std::make_shared<OwnSenders>(std::move(own));
    write(m_ownFile, writeOwnSenders(*m_own));
    Q_EMIT changed();
}

void SenderBook::swapPins(Pins pins)
{
    if (pins == *m_pins)
        return;
    m_pins = std::make_shared<Pins>(std::move(pins));
    write(m_pinFile, writePins(*m_pins));
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
