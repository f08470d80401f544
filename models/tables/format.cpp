// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/format.h"

#include "analysis/results.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QTimeZone>

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

QDateTime moment(qint64 seconds, bool utc)
{
    return utc ? QDateTime::fromSecsSinceEpoch(seconds, QTimeZone(0))
               : QDateTime::fromSecsSinceEpoch(seconds);
}

const QString dash = u"–"_s;

} // namespace

QString Format::number(qint64 value) const
{
    return locale.toString(value);
}

QString Format::percent(qint64 part, qint64 whole) const
{
    if (whole <= 0)
        return dash;
    const double value = sekisho::percent(part, whole);
    constexpr double least = 0.01;
    constexpr double most = 99.99;
    if (part > 0 && value < least / 2)
        return QCoreApplication::translate("Format", "< %1 %").arg(locale.toString(least, 'f', 2));
    if (part < whole && value > most + least / 2)
        return QCoreApplication::translate("Format", "> %1 %").arg(locale.toString(most, 'f', 2));
    //: a percentage; %1 is the number
    return QCoreApplication::translate("Format", "%1 %").arg(locale.toString(value, 'f', 2));
}

QString Format::dateTime(qint64 seconds) const
{
    if (seconds == 0)
        return dash;
    const QDateTime time = moment(seconds, utc);
    const QString text =
        u"%1 %2"_s.arg(time.date().toString(Qt::ISODate), locale.toString(time.time(), u"HH:mm"_s));
    return utc ? QCoreApplication::translate("Format", "%1 UTC").arg(text) : text;
}

QString Format::date(qint64 seconds) const
{
    return seconds == 0 ? dash : moment(seconds, utc).date().toString(Qt::ISODate);
}

QString Format::day(qint64 day) const
{
    return QDate(1970, 1, 1).addDays(day).toString(Qt::ISODate);
}

QString Format::period(const DateSpan &span) const
{
    const QString first = date(span.begin);
    // An end at midnight is the first second after; the last day is the one before.
    const QString last = date(span.end > span.begin ? span.end - 1 : span.end);
    if (first == last)
        return first;
    return QCoreApplication::translate("Format", "%1 – %2").arg(first, last);
}

QString rfc3339(qint64 seconds)
{
    return moment(seconds, true).toString(u"yyyy-MM-dd'T'HH:mm:ss'Z'"_s);
}

} // namespace sekisho
