// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/storedwords.h"

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

/// The words of the values from 0 to `last`.
template <typename Enum, typename WordOf>
StoredWords numbered(const char *table, Enum last, const WordOf &wordOf)
{
    StoredWords words{table, {}};
    for (int i = 0; i <= int(last); ++i)
        words.words.emplace_back(i, wordOf(Enum(i)));
    return words;
}

StoredWords listed(const char *table, const QStringList &list)
{
    StoredWords words{table, {}};
    for (int i = 0; i < int(list.size()); ++i)
        words.words.emplace_back(i, list[i]);
    return words;
}

} // namespace

QString storedWord(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Aligned: return u"aligned"_s;
    case Outcome::Unaligned: return u"unaligned"_s;
    case Outcome::Failed: return u"fail"_s;
    }
    return {};
}

std::vector<StoredWords> storedWords()
{
    return {
        numbered("item_kind", ItemKind::File, [](ItemKind kind) { return QString(kindKey(kind)); }),
        numbered("item_status", ItemStatus::Unreadable,
            [](ItemStatus status) { return QString(statusKey(status)); }),
        listed("dialect", {u"draft 0.1"_s, u"RFC 7489"_s, u"RFC 9990"_s}),
        numbered("disposition", Disposition::Other, [](Disposition value) { return word(value); }),
        numbered("auth_result", AuthResult::Unknown, [](AuthResult value) { return word(value); }),
        listed("fail_reason",
            {u"passed"_s, u"fail"_s, u"softfail"_s, u"permerror"_s, u"temperror"_s, u"policy"_s,
                u"neutral"_s, u"none"_s, u"unknown"_s, u"missing"_s, u"not reported"_s}),
        {"record_flag",
            {{OwnSignatureBroken, u"an aligned signature did not pass"_s},
                {DkimPassWithoutResult,
                    u"DKIM evaluated pass, no aligned pass among the results"_s},
                {SpfPassWithoutResult, u"SPF evaluated pass, no aligned pass among the results"_s},
                {DkimAlignedButFail, u"an aligned DKIM pass among the results, evaluated fail"_s},
                {SpfAlignedButFail, u"an aligned SPF pass among the results, evaluated fail"_s},
                {HasEnvelopeFrom, u"envelope_from was given"_s},
                {RepairedRecord, u"read out of damaged XML"_s},
                {DkimEvaluatedUnknown, u"DKIM evaluated neither pass nor fail"_s},
                {SpfEvaluatedUnknown, u"SPF evaluated neither pass nor fail"_s}}},
    };
}

} // namespace sekisho
