// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/failures/recipients.h"

#include <algorithm>

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

QString withoutAngles(QString address)
{
    return address.remove(u'<').remove(u'>').trimmed();
}

QStringList addressesOf(const FailureReport &report)
{
    QStringList addresses;
    for (const MailAddress &recipient : report.to)
        addresses.append(withoutAngles(recipient.address));
    for (const QString &recipient : report.fields.originalRcptTo)
        addresses.append(withoutAngles(recipient));
    return addresses;
}

/// The letters of a token are not those of a name: upper and lower case differ.
QString tokenKey(const FailureReport &report, const QString &address)
{
    const qsizetype at = address.lastIndexOf(u'@');
    const QString domain = at < 0 ? QString() : address.sliced(at).toLower();
    return report.reporter + u' ' + (at < 0 ? address : address.first(at)) + domain;
}

QStringList keysOf(const FailureReport &report, bool hiddenOnly)
{
    QStringList keys;
    for (const QString &address : addressesOf(report)) {
        QString key;
        if (isRedactionToken(address))
            key = tokenKey(report, address);
        else if (!hiddenOnly && !address.isEmpty() && !isRedacted(address))
            key = address.toLower();
        if (!key.isEmpty() && !keys.contains(key))
            keys.append(key);
    }
    return keys;
}

} // namespace

QStringList recipientKeys(const FailureReport &report)
{
    return keysOf(report, false);
}

QStringList hiddenRecipients(const FailureReport &report)
{
    return keysOf(report, true);
}

int samplesToSameHidden(const Dataset &dataset, FailureIndex failure)
{
    const QStringList wanted = hiddenRecipients(*dataset.failures[failure].report);
    if (wanted.isEmpty())
        return 0;
    int count = 0;
    for (FailureIndex i = 0; i < dataset.failures.size(); ++i) {
        const FailureInfo &other = dataset.failures[i];
        if (i == failure || !other.counted || other.reporter != dataset.failures[failure].reporter)
            continue;
        const QStringList keys = hiddenRecipients(*other.report);
        count += std::any_of(keys.cbegin(), keys.cend(), [&wanted](const QString &key) { return wanted.contains(key); });
    }
    return count;
}

} // namespace sekisho
