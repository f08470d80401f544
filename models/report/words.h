// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

namespace sekisho {

/// What a mechanism said about a message (RFC 7489 App. C, RFC 9990), in canonical words.
enum class AuthResult : quint8 {
    Missing, ///< the element was there without a result
    None,
    Neutral,
    Pass,
    Fail,
    SoftFail,
    Policy,
    TempError,
    PermError,
    Unknown, ///< a word outside the standards, kept raw
};

/// What policy_evaluated says about a mechanism.
enum class Evaluated : quint8 { Missing, Pass, Fail, Other };

enum class Disposition : quint8 { Missing, None, Quarantine, Reject, Pass, Other };

/// A published policy (p, sp, np).
enum class Policy : quint8 { Missing, None, Quarantine, Reject, Other };

/// The word in lower case; an unknown one gives Unknown or Other. Synonyms in use since the 0.1
/// draft are understood: hardfail (fail), error (permerror), and for SPF unknown (temperror).
[[nodiscard]] AuthResult spfResult(QStringView word);
[[nodiscard]] AuthResult dkimResult(QStringView word);
[[nodiscard]] Evaluated evaluated(QStringView word);
[[nodiscard]] Disposition disposition(QStringView word);
[[nodiscard]] Policy policy(QStringView word);

/// The standard's word for it; empty for Missing, "unknown"/"other" for words outside.
[[nodiscard]] QString word(AuthResult result);
[[nodiscard]] QString word(Disposition disposition);
[[nodiscard]] QString word(Policy policy);

} // namespace sekisho
