// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/sendercolumns.h"

#include "tables/addressorder.h"
#include "tables/sendername.h"
#include "tables/sendertable.h"
#include "tables/sendertext.h"
#include "tables/visibletext.h"

#include <algorithm>

namespace sekisho {

namespace {

template <qint64 Counts::*part> QVariant percentValue(const Sender &sender)
{
    const Counts &counts = sender.counts;
    return counts.messages > 0 ? QVariant(percent(counts.*part, counts.messages)) : QVariant();
}

template <qint64 Counts::*part> QString percentText(const Sender &sender, const Format &format)
{
    return format.percent(sender.counts.*part, sender.counts.messages);
}

template <qint64 Counts::*part> QVariant percentExtra(const Sender &sender, int role)
{
    const Counts &counts = sender.counts;
    if (role != ShareRole || counts.messages <= 0)
        return {};
    return double(counts.*part) / double(counts.messages);
}

/// "example.jp + 2 more" for the most frequent one of several.
QString withMore(const QString &first, int count)
{
    const QString shown = visibleText(first);
    if (count < 2)
        return shown;
    // A plain name, as lupdate takes no expression for the number.
    const int others = count - 1;
    //: %1 is a name, %n how many others there are beside it
    return QCoreApplication::translate("Columns", "%1 + %n more", nullptr, others).arg(shown);
}

QVariant fixed(const Sender &, int role)
{
    return role == FixedRole ? QVariant(true) : QVariant();
}

QVariant nameExtra(const Sender &sender, int role)
{
    return role == MeaningRole ? QVariant(usualMeaning(sender)) : fixed(sender, role);
}

bool narrowName(const Sender &sender, Filter &filter, bool exclude)
{
    narrowToSender(filter, sender.key, exclude);
    return true;
}

/// The class of most messages, and that some have another.
QString classWithOthers(const Sender &sender)
{
    const QString text = classText(sender.senderClass());
    if (!sender.isOfSeveralClasses())
        return text;
    //: %1 is the class of most messages of a group; some addresses have another class
    return QCoreApplication::translate("Columns", "%1 + others").arg(text);
}

QVariant classExtra(const Sender &sender, int role)
{
    return role == ClassRole ? QVariant(int(sender.senderClass())) : QVariant();
}

bool narrowClass(const Sender &sender, Filter &filter, bool exclude)
{
    if (exclude)
        return false;
    switch (sender.senderClass()) {
    case SenderClass::Internal: filter.scope = Scope::Internal; break;
    case SenderClass::ThirdParty: filter.scope = Scope::ThirdParty; break;
    case SenderClass::Unauthorised: filter.scope = Scope::Unauthorised; break;
    }
    return true;
}

bool narrowDomain(const Sender &sender, Filter &filter, bool exclude)
{
    if (exclude || sender.headerFrom.isEmpty())
        return false;
    filter.headerFroms = {sender.headerFrom};
    return true;
}

/// To the messages of a sender for which a mechanism is aligned.
bool narrowAligned(const Sender &sender, Filter &filter, bool exclude, Outcome Cell::*mechanism)
{
    if (exclude ||
        !narrowToCells(filter, [=](Cell cell) { return cell.*mechanism == Outcome::Aligned; }))
        return false;
    narrowToSender(filter, sender.key, false);
    return true;
}

bool narrowSpf(const Sender &sender, Filter &filter, bool exclude)
{
    return narrowAligned(sender, filter, exclude, &Cell::spf);
}

bool narrowDkim(const Sender &sender, Filter &filter, bool exclude)
{
    return narrowAligned(sender, filter, exclude, &Cell::dkim);
}

bool narrowPassed(const Sender &sender, Filter &filter, bool exclude)
{
    if (exclude)
        return false;
    narrowToSender(filter, sender.key, false);
    filter.passed = true;
    return true;
}

QVariant seriesExtra(const Sender &sender, int role)
{
    if (role != SeriesRole)
        return {};
    QVariantList series;
    series.reserve(qsizetype(sender.days.size()));
    for (qint64 messages : sender.days)
        series.append(messages);
    return series;
}

QVariant peak(const Sender &sender)
{
    const auto most = std::max_element(sender.days.begin(), sender.days.end());
    return most == sender.days.end() ? QVariant() : QVariant(*most);
}

qint64 lastMoment(const Sender &sender)
{
    // Reports often end at midnight, the first second of the next day.
    return std::max(sender.seen.begin, sender.seen.end - 1);
}

constexpr Qt::Alignment left = Qt::AlignLeft;
constexpr Qt::Alignment right = Qt::AlignRight;

const SenderColumn columns[] = {
    {"sender", QT_TRANSLATE_NOOP("Columns", "Sender"), left,
        [](const Sender &s) { return QVariant(addressOrder(s.key)); },
        [](const Sender &s, const Format &) { return senderName(s.label); }, nameExtra, narrowName,
        QT_TRANSLATE_NOOP("Columns",
            "Addresses grouped by the domain of their known host name, else by network. The mark "
            "says what happened to most of the messages.")},
    {"class", QT_TRANSLATE_NOOP("Columns", "Class"), left,
        [](const Sender &s) { return QVariant(int(s.senderClass())); },
        [](const Sender &s, const Format &) { return classWithOthers(s); }, classExtra, narrowClass,
        QT_TRANSLATE_NOOP("Columns",
            "Whose sender it is, as you registered it: your own server, a third party that sends "
            "for "
            "you, or neither")},
    {"domain", QT_TRANSLATE_NOOP("Columns", "Domain"), left,
        [](const Sender &s) { return QVariant(s.headerFrom); },
        [](const Sender &s, const Format &) { return withMore(s.headerFrom, s.headerFroms); },
        fixed, narrowDomain,
        QT_TRANSLATE_NOOP(
            "Columns", "Domain of the From header; of several, the one with most messages")},
    {"host", QT_TRANSLATE_NOOP("Columns", "Host"), left,
        [](const Sender &s) { return QVariant(s.host); },
        [](const Sender &s, const Format &) { return withMore(s.host, s.hosts); }, fixed, nullptr,
        QT_TRANSLATE_NOOP("Columns",
            "Known host name of the address, out of a file or looked up when you asked for it")},
    {"messages", QT_TRANSLATE_NOOP("Columns", "Messages"), right,
        [](const Sender &s) { return QVariant(s.counts.messages); },
        [](const Sender &s, const Format &f) { return f.number(s.counts.messages); }},
    {"spf_aligned", QT_TRANSLATE_NOOP("Columns", "SPF aligned"), right,
        percentValue<&Counts::spfAligned>, percentText<&Counts::spfAligned>,
        percentExtra<&Counts::spfAligned>, narrowSpf,
        QT_TRANSLATE_NOOP(
            "Columns", "Messages whose SPF passes for the domain of the From header")},
    {"dkim_aligned", QT_TRANSLATE_NOOP("Columns", "DKIM aligned"), right,
        percentValue<&Counts::dkimAligned>, percentText<&Counts::dkimAligned>,
        percentExtra<&Counts::dkimAligned>, narrowDkim,
        QT_TRANSLATE_NOOP(
            "Columns", "Messages whose DKIM passes for the domain of the From header")},
    {"dmarc_pass", QT_TRANSLATE_NOOP("Columns", "DMARC pass"), right, percentValue<&Counts::passed>,
        percentText<&Counts::passed>, percentExtra<&Counts::passed>, narrowPassed,
        QT_TRANSLATE_NOOP("Columns", "Messages for which SPF or DKIM is aligned")},
    {"first", QT_TRANSLATE_NOOP("Columns", "First"), left,
        [](const Sender &s) { return QVariant(s.seen.begin); },
        [](const Sender &s, const Format &f) { return f.date(s.seen.begin); }, nullptr, nullptr,
        QT_TRANSLATE_NOOP("Columns", "Begin of the first report with this sender")},
    {"last", QT_TRANSLATE_NOOP("Columns", "Last"), left,
        [](const Sender &s) { return QVariant(s.seen.end); },
        [](const Sender &s, const Format &f) { return f.date(lastMoment(s)); }, nullptr, nullptr,
        QT_TRANSLATE_NOOP("Columns", "End of the last report with this sender")},
    {"reporters", QT_TRANSLATE_NOOP("Columns", "Reporters"), right,
        [](const Sender &s) { return QVariant(s.reporters); },
        [](const Sender &s, const Format &f) { return f.number(s.reporters); }, nullptr, nullptr,
        QT_TRANSLATE_NOOP("Columns", "Organizations that report this sender")},
    {"per_day", QT_TRANSLATE_NOOP("Columns", "Over time"), left, peak,
        [](const Sender &, const Format &) { return QString(); }, seriesExtra, nullptr,
        QT_TRANSLATE_NOOP("Columns", "Messages over the days shown; every row on its own scale")},
    // Its cells come from the verdicts: see caseData().
    {"case", QT_TRANSLATE_NOOP("Columns", "Case"), left, [](const Sender &) { return QVariant(); },
        [](const Sender &, const Format &) { return QString(); }, nullptr, nullptr,
        QT_TRANSLATE_NOOP("Columns",
            "What most of its messages are, as far as the reports tell; “+ others”: a tenth or "
            "more "
            "are of other cases")},
};
static_assert(std::size(columns) == SenderTable::Case + 1);

} // namespace

std::span<const SenderColumn> senderColumns()
{
    return columns;
}

} // namespace sekisho
