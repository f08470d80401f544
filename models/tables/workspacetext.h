// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/forget.h"
#include "archive/maintenance.h"
#include "import/importer.h"
#include "tables/format.h"

namespace sekisho {

/// What is wrong with a workspace and, where there is something, what to do; sentences that name
/// the file. Empty for no problem.
[[nodiscard]] QString workspaceText(const WorkspaceProblem &problem);
/// Why a workspace is open for reading alone.
[[nodiscard]] QString readOnlyText(const WorkspaceProblem &problem);
/// That an older one was brought up to date, and where the copy of it is.
[[nodiscard]] QString formerCopyText(const QString &copy);
/// "Files: 3 new, 1 changed, 240 known."
[[nodiscard]] QString importText(const ImportProgress &counts, const Format &format);
/// What was not finished, and that one may go on.
[[nodiscard]] QString interruptedText(const InterruptedImport &import, const Format &format);
/// One line for each thing that a check found, or lines for what it looked at.
[[nodiscard]] QString findingText(const VerifyFinding &finding);
[[nodiscard]] QStringList verifiedTexts(const VerifyResult &result);
/// "12 reports with 340 records and 5,600 messages, 3 failure reports"
[[nodiscard]] QString forgetText(const ForgetResult &result);
/// What a salvage brought into the new file.
[[nodiscard]] QString salvagedText(const SalvageResult &result);
/// "12.3 MB"
[[nodiscard]] QString sizeText(qint64 bytes, const Format &format);

} // namespace sekisho
