// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dataset/dataset.h"

namespace sekisho {

/// A table of the workspace that says what numbers of other tables mean. The numbers are the values
/// of our enumerations: where one of these changes, files have to be migrated.
struct StoredWords {
    QByteArray table;
    std::vector<std::pair<int, QString>> words;
};

[[nodiscard]] std::vector<StoredWords> storedWords();
/// "aligned", "unaligned", "fail", as in exports.
[[nodiscard]] QString storedWord(Outcome outcome);

/// A value of an enumeration out of a number of the file; nothing where there is none for it.
template <typename Enum> [[nodiscard]] std::optional<Enum> storedValue(qint64 number, Enum last)
{
    if (number < 0 || number > qint64(last))
        return std::nullopt;
    return Enum(number);
}

} // namespace sekisho
