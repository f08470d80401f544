// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pages/reporttext.h"

namespace sekisho::fixture {

using namespace Qt::StringLiterals;

inline QStringList texts(const Explanation &explanation)
{
    QStringList lines;
    for (const Sentence &sentence : explanation.sentences)
        lines.append(sentence.text);
    return lines;
}

/// "field = value" of all facts.
inline QStringList values(const Explanation &explanation)
{
    QStringList lines;
    for (const FactGroup &group : explanation.groups) {
        for (const Fact &fact : group.facts)
            lines.append(fact.field + u" = "_s + fact.value);
    }
    return lines;
}

} // namespace sekisho::fixture
