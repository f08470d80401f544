// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/mask.h"

#include <algorithm>

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

/// Longer local parts (RFC 5321 §4.5.3.1.1: 64 octets) are known by their end.
constexpr qsizetype mostLocal = 256;
constexpr QChar atSign(u'\0'); // in a key

/// Stars for the local part. The domain is the receiver's, and says who was aimed at.
QString masked(const QString &address)
{
    const qsizetype at = address.lastIndexOf(u'@');
    return at < 0 ? u"***"_s : u"***"_s + address.sliced(at);
}

QString withoutAngles(QString address)
{
    return address.remove(u'<').remove(u'>').trimmed();
}

/// An address as it is met when a text is read from its "@" to the left, then to the right; letters
/// alike. Empty where it is none.
QString keyOf(const QString &address)
{
    const QString plain = withoutAngles(address);
    const qsizetype at = plain.lastIndexOf(u'@');
    QString key;
    for (qsizetype i = at; i > 0 && key.size() < mostLocal; --i)
        key += plain[i - 1].toCaseFolded();
    if (key.isEmpty())
        return key;
    key += atSign;
    for (const QChar c : QStringView(plain).sliced(at + 1))
        key += c.toCaseFolded();
    return key;
}

/// The keys that begin with what has been read so far, which are neighbours.
class Candidates final {
public:
    explicit Candidates(const std::vector<QString> &keys)
        : m_first(keys.data())
        , m_last(keys.data() + keys.size())
    {
    }

    [[nodiscard]] bool isEmpty() const { return m_first == m_last; }
    /// Whether all of one has been read.
    [[nodiscard]] bool hasEnded() const { return !isEmpty() && m_first->size() == m_size; }
    void read(QChar c)
    {
        c = c.toCaseFolded();
        const auto next = [this](const QString &key) {
            return m_size < key.size() ? int(key[m_size].unicode()) : -1;
        };
        const int wanted = c.unicode();
        m_first = std::partition_point(
            m_first, m_last, [&](const QString &key) { return next(key) < wanted; });
        m_last = std::partition_point(
            m_first, m_last, [&](const QString &key) { return next(key) == wanted; });
        ++m_size;
    }

private:
    const QString *m_first;
    const QString *m_last;
    qsizetype m_size = 0;
};

/// Whether an address whose local part has been read goes on so.
bool hasDomain(Candidates candidates, QStringView text)
{
    candidates.read(atSign);
    for (qsizetype i = 0; !candidates.isEmpty() && !candidates.hasEnded() && i < text.size(); ++i)
        candidates.read(text[i]);
    return candidates.hasEnded();
}

/// The length of an "@" that stands there, in a URL's way or plainly; 0: none.
qsizetype atSignLength(QStringView text)
{
    return text.startsWith(u'@') ? 1 : text.startsWith("%40"_L1) ? 3 : 0;
}

} // namespace

Mask::Mask(const FailureReport &report)
    : m_on(true)
{
    QStringList recipients;
    for (const MailAddress &address : report.to)
        recipients.append(address.address);
    for (const QString &recipient : report.fields.originalRcptTo)
        recipients.append(recipient);
    *this = Mask(recipients);
}

Mask::Mask(const QStringList &recipients)
    : m_on(true)
{
    for (const QString &address : recipients) {
        if (QString key = keyOf(address); !key.isEmpty())
            m_hidden.push_back(std::move(key));
    }
    std::sort(m_hidden.begin(), m_hidden.end());
    m_hidden.erase(std::unique(m_hidden.begin(), m_hidden.end()), m_hidden.end());
}

void Mask::hide(const QString &address)
{
    const QString key = keyOf(address);
    const auto place = std::lower_bound(m_hidden.begin(), m_hidden.end(), key);
    if (m_on && !key.isEmpty() && (place == m_hidden.end() || *place != key))
        m_hidden.insert(place, key);
}

/// The length of the longest local part that stands before an "@" and is hidden in this domain.
qsizetype Mask::localBefore(QStringView text, qsizetype at, qsizetype domain) const
{
    Candidates candidates(m_hidden);
    qsizetype longest = 0;
    for (qsizetype size = 1; size <= at && !candidates.isEmpty(); ++size) {
        candidates.read(text[at - size]);
        if (hasDomain(candidates, text.sliced(domain)))
            longest = size;
    }
    return longest;
}

QString Mask::text(const QString &text) const
{
    if (m_hidden.empty() || !mayHoldAddress(text))
        return text;
    QString result;
    qsizetype copied = 0;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const qsizetype length = atSignLength(QStringView(text).sliced(at));
        const qsizetype local = length > 0 ? localBefore(text, at, at + length) : 0;
        if (local == 0)
            continue;
        if (at - local >= copied) { // else it goes on from what is hidden already
            result += QStringView(text).sliced(copied, at - local - copied);
            result += u"***"_s;
        }
        copied = at;
    }
    result += QStringView(text).sliced(copied);
    return result;
}

QStringList Mask::texts(const QStringList &texts) const
{
    QStringList result;
    for (const QString &text : texts)
        result.append(this->text(text));
    return result;
}

QString Mask::recipients(const std::vector<MailAddress> &recipients) const
{
    if (!m_on)
        return addressText(recipients);
    QStringList texts;
    for (const MailAddress &recipient : recipients)
        texts.append(masked(recipient.address));
    return texts.join(u", "_s);
}

} // namespace sekisho
