// SPDX-License-Identifier: GPL-3.0-or-later
#include "imap/foldermailstore.h"

#include "imap/statejson.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QSaveFile>

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <unistd.h>

namespace sekisho::imap {

using namespace Qt::StringLiterals;

namespace {

/// Above it a message is not held in memory.
constexpr qsizetype smallMessage = 1 << 20;
constexpr qsizetype hashChars = 40;
const QString stateFile = u"/.sekisho/state.json"_s;
/// Up to so many messages at once are a file each, as somebody would look for them.
constexpr qsizetype fewMessages = 8;
/// An archive is full then: several of them are read side by side.
constexpr qsizetype fullPack = 4 << 20;

QString systemError()
{
    return QString::fromLocal8Bit(std::strerror(errno));
}

class Handle final {
public:
    Handle(const QString &path, int flags)
        : m_handle(::open(QFile::encodeName(path).constData(), flags | O_CLOEXEC, 0600))
    {
    }
    ~Handle()
    {
        if (m_handle >= 0)
            ::close(m_handle);
    }
    Q_DISABLE_COPY_MOVE(Handle)
    [[nodiscard]] int get() const { return m_handle; }

private:
    const int m_handle;
};

bool writeAll(const QString &path, const QByteArray &bytes)
{
    const Handle file(path, O_WRONLY | O_CREAT | O_TRUNC);
    qsizetype written = 0;
    while (file.get() >= 0 && written < bytes.size()) {
        const ssize_t more =
            ::write(file.get(), bytes.constData() + written, size_t(bytes.size() - written));
        if (more < 0 && errno == EINTR)
            continue;
        if (more <= 0)
            return false;
        written += more;
    }
    return file.get() >= 0;
}

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool sync(const QString &path)
{
    const Handle file(path, O_RDONLY);
    return file.get() >= 0 && ::fsync(file.get()) == 0;
}

/// All files of the disk that a folder is on. For many small ones this takes a fraction of the time
/// of syncing one after the other, each of which would wait for the disk.
bool syncDisk(const QString &folder)
{
    const Handle file(folder, O_RDONLY);
    return file.get() >= 0 && ::syncfs(file.get()) == 0;
}

bool rename(const QString &from, const QString &to)
{
    return ::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) == 0;
}

} // namespace

QString fileNameFor(const QString &name)
{
    const QByteArray utf8 = name.toUtf8();
    QByteArray safe;
    for (const char c : utf8) {
        const uchar code = uchar(c);
        const bool plain =
            code >= 0x80 || (code > ' ' && code < 0x7f && !std::strchr("/\\%:*?\"<>|", c));
        if ((plain && !(safe.isEmpty() && c == '.')) || (c == ' ' && !safe.isEmpty()))
            safe += c;
        else
            safe += '%' + QByteArray(1, c).toHex().toUpper();
    }
    // Longer ones than file systems take.
    if (safe.size() > 200)
        safe = QCryptographicHash::hash(utf8, QCryptographicHash::Blake2b_160).toHex();
    return QString::fromUtf8(safe);
}

QMap<QString, FolderState> statesKeptIn(const QString &accountFolder)
{
    return statesFromJson(contents(accountFolder + stateFile)).value_or(QMap<QString, FolderState>());
}

FolderMailStore::FolderMailStore(QString root)
    : m_root(std::move(root))
{
}

FolderMailStore::~FolderMailStore()
{
    close();
}

QString FolderMailStore::accountFolder(const QString &accountId) const
{
    return m_root + u'/' + fileNameFor(accountId);
}

Failure FolderMailStore::open(const QString &accountId)
{
    close();
    m_account = accountFolder(accountId);
    const QString inner = m_account + u"/.sekisho/tmp"_s;
    if (!QDir().mkpath(inner))
        return failure(ProblemCode::StoreFailed, inner + u": "_s + systemError());
    m_lock = std::make_unique<QLockFile>(m_account + u"/.sekisho/lock"_s);
    m_lock->setStaleLockTime(
        0); // a fetch may take hours; one that has died is known by its process
    if (!m_lock->tryLock()) {
        const bool busy = m_lock->error() == QLockFile::LockFailedError;
        m_lock.reset();
        return busy ? failure(ProblemCode::StoreBusy, m_account)
                    : failure(ProblemCode::StoreFailed, m_account);
    }
    QDirIterator aside(inner, QDir::Files);
    while (aside.hasNext())
        QFile::remove(aside.next());
    readState();
    readNames(m_account);
    m_wasEmpty = m_hashes.isEmpty();
    return {};
}

void FolderMailStore::close()
{
    drop();
    m_pack.clear();
    m_kept.clear();
    m_states.clear();
    m_hashes.clear();
    m_problem.reset();
    m_lock.reset();
}

void FolderMailStore::readNames(const QString &folder)
{
    const auto add = [this](const QByteArray &name) {
        m_hashes.insert(name.chopped(std::min<qsizetype>(4, name.size())).right(hashChars));
    };
    QDirIterator it(
        folder, {u"*.eml"_s, u"*.tar"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        const QString path = it.next();
        if (path.endsWith(".eml"_L1)) {
            add(it.fileName().toLatin1());
            continue;
        }
        for (const QByteArray &name : packedNames(path))
            add(name);
    }
}

void FolderMailStore::readState()
{
    QFile file(m_account + stateFile);
    if (!file.open(QIODevice::ReadOnly))
        return;
    const auto states = statesFromJson(file.readAll());
    if (states) {
        m_states = *states;
    } else {
        // Everything is searched anew; the hashes keep messages from being there twice.
        file.rename(m_account + u"/.sekisho/state-damaged.json"_s);
    }
}

void FolderMailStore::fail(const QString &what)
{
    if (!m_problem)
        m_problem = Problem{ProblemCode::StoreFailed, what, {}};
}

void FolderMailStore::drop()
{
    if (m_large)
        m_large->remove();
    m_large.reset();
    m_bytes.resize(0);
    m_hash.reset();
}

void FolderMailStore::begin()
{
    drop();
}

/// From memory to a file.
bool FolderMailStore::spill()
{
    m_large = std::make_unique<QFile>(nextAside());
    if (!m_large->open(QIODevice::WriteOnly) || m_large->write(m_bytes) != m_bytes.size()) {
        fail(m_large->fileName() + u": "_s + m_large->errorString());
        return false;
    }
    m_bytes = {};
    return true;
}

bool FolderMailStore::append(QByteArrayView bytes)
{
    if (m_problem)
        return false;
    m_hash.addData(bytes);
    if (!m_large && m_bytes.size() + bytes.size() <= smallMessage) {
        m_bytes += bytes;
        return true;
    }
    if (!m_large && !spill())
        return false;
    if (m_large->write(bytes.data(), bytes.size()) != bytes.size())
        fail(m_large->fileName() + u": "_s + m_large->errorString());
    return !m_problem;
}

bool FolderMailStore::keep(const QString &folder, quint32 uidValidity, quint32 uid)
{
    if (m_problem)
        return false;
    const QByteArray hash = m_hash.result().toHex();
    if (m_hashes.contains(hash)) {
        drop();
        return false;
    }
    const QString into = m_account + u'/' + fileNameFor(folder);
    if (into != m_packFolder)
        writePack();
    m_packFolder = into;
    const QByteArray name = QByteArray::number(uidValidity) + '-' +
        QByteArray::number(uid).rightJustified(7, '0') + '-' + hash + ".eml";
    if (m_large) {
        const QString aside = m_large->fileName();
        if (!m_large->flush())
            fail(aside + u": "_s + m_large->errorString());
        m_large.reset();
        const QString path = into + u'/' + QString::fromLatin1(name);
        m_kept.append({aside, path});
        if (m_written)
            m_written(path, contents(aside));
    } else {
        m_pack.add(name, m_bytes);
        if (m_pack.bytes() >= fullPack)
            writePack();
    }
    drop();
    if (m_problem)
        return false;
    m_hashes.insert(hash);
    return true;
}

QString FolderMailStore::nextAside()
{
    return m_account + u"/.sekisho/tmp/"_s + QString::number(++m_number);
}

void FolderMailStore::write(const QByteArray &bytes, const QString &name)
{
    const QString aside = nextAside();
    if (!writeAll(aside, bytes))
        fail(aside + u": "_s + systemError());
    m_kept.append({aside, name});
    if (m_written && !m_problem)
        m_written(name, bytes);
}

/// What has been kept in memory goes to files, named after the first message in them.
void FolderMailStore::writePack()
{
    if (m_pack.isEmpty())
        return;
    QString first;
    const bool few = m_pack.count() <= fewMessages;
    m_pack.forEach([&](const QByteArray &name, QByteArrayView message) {
        const QString path = m_packFolder + u'/' + QString::fromLatin1(name);
        if (first.isEmpty())
            first = path;
        if (few)
            write(message.toByteArray(), path);
    });
    if (!few) {
        const QByteArray archive = m_pack.archive();
        if (archive.isEmpty())
            fail(first);
        write(archive, first.chopped(4) + u".tar"_s);
    }
    m_pack.clear();
}

bool FolderMailStore::makeDurable()
{
    constexpr qsizetype few = 16;
    bool safe = m_kept.size() <= few || syncDisk(m_account);
    QSet<QString> folders;
    for (const Kept &kept : std::as_const(m_kept)) {
        if (m_kept.size() <= few)
            safe = safe && sync(kept.aside);
        const QString folder = kept.name.section(u'/', 0, -2);
        if (!folders.contains(folder))
            safe = safe && QDir().mkpath(folder);
        folders.insert(folder);
        if (!safe || !rename(kept.aside, kept.name))
            return false;
    }
    for (const QString &folder : std::as_const(folders)) {
        if (!sync(folder) || !sync(m_account))
            return false;
    }
    m_kept.clear();
    return true;
}

bool FolderMailStore::writeState()
{
    QSaveFile file(m_account + stateFile);
    const QByteArray json = statesToJson(m_states);
    return file.open(QIODevice::WriteOnly) && file.write(json) == json.size() && file.commit() &&
        sync(m_account + u"/.sekisho"_s);
}

Failure FolderMailStore::commit(const QString &folder, const FolderState &state)
{
    writePack();
    if (m_problem)
        return m_problem;
    if (!makeDurable()) {
        fail(m_account + u": "_s + systemError());
        return m_problem;
    }
    if (m_states.value(folder) == state)
        return {};
    m_states.insert(folder, state);
    if (!writeState())
        fail(m_account + u": "_s + systemError());
    return m_problem;
}

} // namespace sekisho::imap
