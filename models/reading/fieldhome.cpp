// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/fieldhome.h"

namespace sekisho {

FieldHome homeOf(Field field)
{
    switch (field) {
    case Field::ReportMetadata:
    case Field::PolicyPublished:
    case Field::Record: return {.first = Field::Feedback, .belongs = true};
    case Field::OrgName:
    case Field::Email:
    case Field::ExtraContactInfo:
    case Field::ReportId:
    case Field::DateRange:
    case Field::Generator: return {.first = Field::ReportMetadata, .belongs = true};
    case Field::Begin:
    case Field::End: return {.first = Field::DateRange};
    case Field::Adkim:
    case Field::Aspf:
    case Field::P:
    case Field::Sp:
    case Field::Np:
    case Field::Pct:
    case Field::Fo:
    case Field::Testing:
    case Field::DiscoveryMethod:
    case Field::VersionPublished: return {.first = Field::PolicyPublished};
    case Field::Row:
    case Field::Identifiers:
    case Field::Identities:
    case Field::AuthResults: return {.first = Field::Record, .belongs = true};
    case Field::SourceIp:
    case Field::Count:
    case Field::PolicyEvaluated: return {.first = Field::Row, .belongs = true};
    case Field::Disposition:
    case Field::Reason: return {.first = Field::PolicyEvaluated, .belongs = true};
    case Field::Type:
    case Field::Comment: return {.first = Field::Reason};
    case Field::EnvelopeTo:
    case Field::EnvelopeFrom:
    case Field::HeaderFrom:
        return {.first = Field::Identifiers, .second = Field::Identities, .belongs = true};
    case Field::Dkim:
    case Field::Spf: return {.first = Field::AuthResults, .second = Field::PolicyEvaluated};
    case Field::Domain:
        return {.first = Field::Dkim, .second = Field::Spf, .third = Field::PolicyPublished};
    case Field::Selector:
    case Field::Result:
    case Field::HumanResult:
    case Field::Scope: return {.first = Field::Dkim, .second = Field::Spf};
    default: return {};
    }
}

} // namespace sekisho
