// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/cases/verdict.h"
#include "analysis/failures/urllist.h"
#include "analysis/ownsenders.h"
#include "analysis/results.h"

#include <QIODevice>
#include <QStringList>
#include <QVariantList>

namespace sekisho {

/// A list of URLs, and the file that it was read from.
struct NamedUrlList {
    QString file;
    UrlList list;
};

/// What exports are made from.
struct ExportInput {
    const Dataset &dataset;
    const SenderIndex &senders;
    const Results &results;
    const OwnSenders &own;
    Filter filter;
    const Judgement &judgement;
    bool mask = true; ///< recipients' addresses
    std::vector<NamedUrlList> urlLists = {}; ///< of url_hits
};

/// One table of the command line: stable column names and rows of raw values.
struct ExportTable {
    QStringList columns;
    std::vector<QVariantList> rows;
};

enum class ExportFormat : quint8 { Csv, Json };

/// The tables there are: reports, records, sources, matrix, summary, failures, problems, url_hits.
[[nodiscard]] QStringList exportTableNames();
/// The table of that name; empty columns when there is none of it.
[[nodiscard]] ExportTable exportTable(const QString &name, const ExportInput &input);
/// CSV: UTF-8, RFC 4180, header first, no cell that a spreadsheet would run. JSON: an array of objects.
[[nodiscard]] bool writeTable(const ExportTable &table, ExportFormat format, QIODevice &device);

} // namespace sekisho
