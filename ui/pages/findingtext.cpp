// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/findingtext.h"

#include "pages/panelparts.h"
#include "tables/visibletext.h"

#include <QCoreApplication>

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

struct FindingText {
    Q_DECLARE_TR_FUNCTIONS(FindingText)
};

FindingLink failingSender(const Finding &finding, Filter filter, const QString &number)
{
    filter.senders = {finding.key};
    //: %1 is a number, %2 a sender
    const QString text =
        FindingText::tr("%1 message(s) from %2 fail DMARC, most of what it sends as you. "
                        "If it is a service of yours, set it up; if not, it pretends to be you.",
            nullptr, plural(finding.number))
            .arg(number, visibleText(finding.detail));
    return {text, Meaning::Failed, filter, PageId::Senders};
}

FindingLink lostMechanism(const Finding &finding, Filter filter, const QString &number)
{
    const bool dkim = finding.detail == "DKIM"_L1;
    const Cell lost =
        dkim ? Cell{Outcome::Failed, Outcome::Aligned} : Cell{Outcome::Aligned, Outcome::Failed};
    filter.senders = {finding.key};
    filter.cells = {lost.index()};
    const QString text = dkim
        //: %1 is a number, %2 a sender
        ? FindingText::tr("%1 message(s) from %2 came without a valid DKIM signature, although it "
                          "signs most of its mail. One of its servers may have stopped signing.",
              nullptr, plural(finding.number))
        //: %1 is a number, %2 a sender
        : FindingText::tr("%1 message(s) from %2 failed SPF, although most of its mail passes. "
                          "One of its servers may be missing in your SPF record.",
              nullptr, plural(finding.number));
    return {
        text.arg(number, visibleText(finding.key)), Meaning::Unaligned, filter, PageId::Senders};
}

FindingLink weakPolicy(const Finding &finding, Filter filter)
{
    filter.domains = {finding.key};
    //: %1 is a domain
    const QString text =
        FindingText::tr("%1 asks receivers for nothing (p=none), although nearly all messages pass "
                        "DMARC. Look at the senders that are left, then ask for quarantine.")
            .arg(visibleText(finding.key));
    return {text, Meaning::Unaligned, filter, PageId::Senders};
}

QString conflicts(int number)
{
    return FindingText::tr("%n report(s) came in versions that differ from each other. Only the "
                           "newest version counts.",
        nullptr, number);
}

QString unreadable(int number)
{
    return FindingText::tr(
        "%n item(s) could not be read, so their messages are missing here.", nullptr, number);
}

QString noReports(int number)
{
    return FindingText::tr("For %n day(s) there are no reports. Receivers may have sent none, or "
                           "they did not get here.",
        nullptr, number);
}

} // namespace

FindingLink findingLink(const Finding &finding, const Filter &filter, const Format &format)
{
    const QString number = format.number(finding.number);
    const int count = plural(finding.number);
    switch (finding.kind) {
    case Finding::Kind::FailingSender: return failingSender(finding, filter, number);
    case Finding::Kind::LostMechanism: return lostMechanism(finding, filter, number);
    case Finding::Kind::ReportConflicts:
        return {conflicts(count), Meaning::Unaligned, filter, PageId::ImportLog};
    case Finding::Kind::UnreadableItems:
        return {unreadable(count), Meaning::Failed, filter, PageId::ImportLog};
    case Finding::Kind::WeakPolicy: return weakPolicy(finding, filter);
    case Finding::Kind::NoReports:
        return {noReports(count), Meaning::Unknown, filter, PageId::Reports};
    }
    return {};
}

} // namespace sekisho
