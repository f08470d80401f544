// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/mask.h"

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

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
    for (const QString &address : recipients)
        hide(address);
}

void Mask::hide(const QString &address)
{
    const QString plain = withoutAngles(address);
    if (m_on && plain.lastIndexOf(u'@') > 0 && !m_hidden.contains(plain, Qt::CaseInsensitive))
        m_hidden.append(plain);
}

QString Mask::text(const QString &text) const
{
    QString result = text;
    if (!mayHoldAddress(text))
        return result;
    for (const QString &address : m_hidden) {
        result.replace(address, masked(address), Qt::CaseInsensitive);
        QString escaped = address;
        escaped.replace(u'@', "%40"_L1);
        result.replace(escaped, u"***"_s + escaped.sliced(escaped.lastIndexOf("%40"_L1)), Qt::CaseInsensitive);
    }
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
