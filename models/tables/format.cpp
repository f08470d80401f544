// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/format.h"

#include "analysis/results.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QTimeZone>

#include <cmath>

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

QDateTime moment(qint64 seconds, bool utc)
{
    return utc ? QDateTime::fromSecsSinceEpoch(seconds, QTimeZone(0))
               : QDateTime::fromSecsSinceEpoch(seconds);
}

/// "2026-06-01"; a year that ISO 8601 has no four digits for stands as it is.
QString isoDate(const QDate &date)
{
    const QString text = date.toString(Qt::ISODate);
    if (!text.isEmpty() || !date.isValid())
        return text;
    return u"%1-%2-%3"_s.arg(date.year()).arg(date.month(), 2, 10, QChar(u'0')).arg(date.day(), 2, 10, QChar(u'0'));
}

const QString dash = u"–"_s;

/// A number is not torn from its sign at the end of a line.
QString unbroken(QString text)
{
    return text.replace(u' ', QChar(QChar::Nbsp));
}

} // namespace

QString Format::number(qint64 value) const
{
    return locale.toString(value);
}

QString Format::percent(qint64 part, qint64 whole) const
{
    if (whole <= 0)
        return dash;
    constexpr double least = 0.01;
    constexpr double most = 99.99;
    const double value = std::round(sekisho::percent(part, whole) * 100) / 100;
    if (part > 0 && value < least)
        return unbroken(QCoreApplication::translate("Format", "< %1 %")
                            .arg(locale.toString(least, 'f', 2)));
    if (part < whole && value > most)
        return unbroken(
            QCoreApplication::translate("Format", "> %1 %").arg(locale.toString(most, 'f', 2)));
    //: a percentage; %1 is the number
    return unbroken(
        QCoreApplication::translate("Format", "%1 %").arg(locale.toString(value, 'f', 2)));
}

QString Format::dateTime(qint64 seconds) const
{
    if (seconds == 0)
        return dash;
    const QDateTime time = moment(seconds, utc);
    const QString text =
        u"%1 %2"_s.arg(isoDate(time.date()), locale.toString(time.time(), u"HH:mm"_s));
    return utc ? QCoreApplication::translate("Format", "%1 UTC").arg(text) : text;
}

QString Format::date(qint64 seconds) const
{
    return seconds == 0 ? dash : isoDate(moment(seconds, utc).date());
}

QString Format::day(qint64 day) const
{
    return isoDate(QDate(1970, 1, 1).addDays(day));
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
    const QDateTime time = moment(seconds, true);
    return isoDate(time.date()) + u'T' + time.time().toString(u"HH:mm:ss"_s) + u'Z';
}

} // namespace sekisho
