// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/words.h"

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

template <typename Value> struct Word {
    QStringView text;
    Value value;
};

template <typename Value, size_t N>
Value find(const Word<Value> (&words)[N], QStringView text, Value otherwise)
{
    // Nearly all words are written as in the standards, and that comparison is much cheaper.
    for (const auto &candidate : words) {
        if (text == candidate.text)
            return candidate.value;
    }
    for (const auto &candidate : words) {
        if (text.compare(candidate.text, Qt::CaseInsensitive) == 0)
            return candidate.value;
    }
    return text.isEmpty() ? Value::Missing : otherwise;
}

} // namespace

AuthResult spfResult(QStringView word)
{
    static constexpr Word<AuthResult> words[] = {
        {u"pass", AuthResult::Pass}, {u"fail", AuthResult::Fail},
        {u"softfail", AuthResult::SoftFail}, {u"none", AuthResult::None},
        {u"neutral", AuthResult::Neutral}, {u"temperror", AuthResult::TempError},
        {u"permerror", AuthResult::PermError}, {u"policy", AuthResult::Policy},
        {u"hardfail", AuthResult::Fail}, {u"unknown", AuthResult::TempError},
        {u"error", AuthResult::PermError},
    };
    return find(words, word.trimmed(), AuthResult::Unknown);
}

AuthResult dkimResult(QStringView word)
{
    static constexpr Word<AuthResult> words[] = {
        {u"pass", AuthResult::Pass}, {u"fail", AuthResult::Fail}, {u"none", AuthResult::None},
        {u"neutral", AuthResult::Neutral}, {u"policy", AuthResult::Policy},
        {u"temperror", AuthResult::TempError}, {u"permerror", AuthResult::PermError},
        {u"hardfail", AuthResult::Fail},
    };
    return find(words, word.trimmed(), AuthResult::Unknown);
}

Evaluated evaluated(QStringView word)
{
    static constexpr Word<Evaluated> words[]
        = {{u"pass", Evaluated::Pass}, {u"fail", Evaluated::Fail}};
    return find(words, word.trimmed(), Evaluated::Other);
}

Disposition disposition(QStringView word)
{
    static constexpr Word<Disposition> words[]
        = {{u"none", Disposition::None}, {u"quarantine", Disposition::Quarantine},
            {u"reject", Disposition::Reject}, {u"pass", Disposition::Pass}};
    return find(words, word.trimmed(), Disposition::Other);
}

Policy policy(QStringView word)
{
    static constexpr Word<Policy> words[] = {{u"none", Policy::None},
        {u"quarantine", Policy::Quarantine}, {u"reject", Policy::Reject}};
    return find(words, word.trimmed(), Policy::Other);
}

QString word(AuthResult result)
{
    switch (result) {
    case AuthResult::Missing: return {};
    case AuthResult::None: return u"none"_s;
    case AuthResult::Neutral: return u"neutral"_s;
    case AuthResult::Pass: return u"pass"_s;
    case AuthResult::Fail: return u"fail"_s;
    case AuthResult::SoftFail: return u"softfail"_s;
    case AuthResult::Policy: return u"policy"_s;
    case AuthResult::TempError: return u"temperror"_s;
    case AuthResult::PermError: return u"permerror"_s;
    case AuthResult::Unknown: return u"unknown"_s;
    }
    return {};
}

QString word(Disposition disposition)
{
    switch (disposition) {
    case Disposition::Missing: return {};
    case Disposition::None: return u"none"_s;
    case Disposition::Quarantine: return u"quarantine"_s;
    case Disposition::Reject: return u"reject"_s;
    case Disposition::Pass: return u"pass"_s;
    case Disposition::Other: return u"other"_s;
    }
    return {};
}

QString word(Policy policy)
{
    switch (policy) {
    case Policy::Missing: return {};
    case Policy::None: return u"none"_s;
    case Policy::Quarantine: return u"quarantine"_s;
    case Policy::Reject: return u"reject"_s;
    case Policy::Other: return u"other"_s;
    }
    return {};
}

} // namespace sekisho
