// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/spftext.h"

#include "tables/visibletext.h"

#include <QCoreApplication>

namespace sekisho {

namespace {

/// Texts of this file in one context.
struct SpfText {
    Q_DECLARE_TR_FUNCTIONS(SpfText)
};

/// What keeps receivers from taking the record; %1 is the term.
QString errorText(SpfProblemCode code)
{
    using enum SpfProblemCode;
    switch (code) {
    case NotSpf: return SpfText::tr("This is no SPF record: it does not begin with “v=spf1”.");
    case WrongVersion: return SpfText::tr("“%1” is not the version; it must be “v=spf1”.");
    case UnknownMechanism: return SpfText::tr("“%1” is nothing that SPF knows.");
    case ValueMissing: return SpfText::tr("“%1” lacks its value.");
    case StrayBlank: return SpfText::tr("After “%1” there is a blank that does not belong there.");
    case ValueUnexpected: return SpfText::tr("“%1” takes no value.");
    case AddressInvalid: return SpfText::tr("“%1” has no valid address.");
    case PrefixInvalid: return SpfText::tr("“%1” has no valid prefix length.");
    case DomainInvalid: return SpfText::tr("“%1” has no valid domain name.");
    case MacroInvalid: return SpfText::tr("“%1” has a macro that is wrong.");
    case CommaSeparator: return SpfText::tr("“%1” has a comma; blanks separate the terms.");
    case NotAscii: return SpfText::tr("“%1” has characters that are not ASCII.");
    case ModifierRepeated: return SpfText::tr("“%1” may stand there only once.");
    case QualifiedModifier: return SpfText::tr("“%1” takes no sign in front.");
    case SeveralRecords: return SpfText::tr("The text has more than one SPF record.");
    case EveryonePasses: return SpfText::tr("“%1” lets everyone send as this domain.");
    default: return {};
    }
}

/// What receivers accept; %1 is the term.
QString remarkText(SpfProblemCode code)
{
    using enum SpfProblemCode;
    switch (code) {
    case NetworkHuge: return SpfText::tr("“%1” is a very large network.");
    case AllMissing: return SpfText::tr("The record does not end with “all”: others are neutral.");
    case AllNeutral: return SpfText::tr("“?all” says nothing of other senders.");
    case TermsAfterAll: return SpfText::tr("“%1” stands after “all” and is ignored.");
    case RedirectIgnored: return SpfText::tr("The redirect is ignored, because there is an “all”.");
    case TermsJoined: return SpfText::tr("In “%1” a blank seems to be missing.");
    case PtrUsed: return SpfText::tr("“%1” is discouraged; many receivers ignore it.");
    case ExistsOpaque: return SpfText::tr("“%1” cannot be turned into networks.");
    case MacroOpaque: return SpfText::tr("“%1” depends on the message.");
    case TermRepeated: return SpfText::tr("“%1” stands there twice.");
    case NetworkPrivate: return SpfText::tr("“%1” cannot be reached from outside.");
    case HostBitsSet: return SpfText::tr("“%1” has bits behind its prefix; they do not matter.");
    case ModifierUnknown: return SpfText::tr("“%1” is ignored.");
    case QuotesRemoved: return SpfText::tr("Quotation marks around the record were taken away.");
    default: return {};
    }
}

} // namespace

QString spfProblemText(const SpfProblem &problem)
{
    if (problem.code == SpfProblemCode::RecordLong)
        return SpfText::tr("The record is %n byte(s) long; more than 450 may not get through.",
            nullptr, int(problem.count));
    if (problem.code == SpfProblemCode::InvisibleRemoved)
        return SpfText::tr("%n invisible character(s) were taken away.", nullptr,
            int(problem.count));
    const QString error = errorText(problem.code);
    const QString text = error.isEmpty() ? remarkText(problem.code) : error;
    return text.contains(QLatin1StringView("%1")) ? text.arg(shortVisibleText(problem.detail, 80))
                                                  : text;
}

QString spfOmissionText(SpfOmissionReason reason)
{
    using enum SpfOmissionReason;
    switch (reason) {
    case NotAsked: return SpfText::tr("Not looked up.");
    case Macro: return SpfText::tr("Depends on the message.");
    case Opaque: return SpfText::tr("Names no networks.");
    case Everyone: return SpfText::tr("Lets everyone send.");
    case LookupFailed: return SpfText::tr("The name server failed or did not answer.");
    case NoSuchName: return SpfText::tr("There is nothing of this name.");
    case NoRecord: return SpfText::tr("There is no SPF record; receivers give up here.");
    case SeveralRecords: return SpfText::tr("There are several SPF records; receivers give up here.");
    case Loop: return SpfText::tr("Leads back to itself.");
    case LookupLimit: return SpfText::tr("Beyond the ten lookups that receivers make.");
    case VoidLimit: return SpfText::tr("Beyond the two empty answers that receivers accept.");
    case NetworkLimit: return SpfText::tr("There are too many networks.");
    }
    return {};
}

} // namespace sekisho
