// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/statement.h"
#include "base/hashindex.h"
#include "dataset/dataset.h"

#include <span>

namespace sekisho {

/// How much of a dataset there is.
struct DatasetEnd {
    size_t items = 0;
    size_t tlsReports = 0;
    size_t rows = 0;
    size_t strings = 1; ///< the empty one is in every file

    [[nodiscard]] static DatasetEnd of(const Dataset &dataset);
};

/// Writes items of a growing dataset, and what belongs to them, as rows. Texts and outcomes that
/// came before are not written again.
class DatasetRows final {
public:
    explicit DatasetRows(Connection &connection);

    /// Writes what was added to `dataset` since it ended at `from`; `sources` has the id of the
    /// source of each of these items.
    [[nodiscard]] WorkspaceProblem write(
        const Dataset &dataset, const DatasetEnd &from, std::span<const qint64> sources);
    /// Another dataset comes, or the last changes were taken back.
    void restart();

private:
    void writeTexts(const Dataset &dataset, size_t from);
    void writeItem(const LogItem &item, qint64 id, qint64 source);
    void writeReport(const Dataset &dataset, const ReportInfo &report, qint64 id);
    void writeRecords(const Dataset &dataset, const ReportInfo &report, qint64 id);
    void writeFailure(const FailureReport &report, qint64 id);
    void writeTls(const TlsReport &report, qint64 id);
    void writeAuthentication(const Dataset &dataset, Row row, qint64 id);
    [[nodiscard]] qint64 authenticationOf(const Dataset &dataset, Row row);
    [[nodiscard]] qint64 textId(const Dataset &dataset, StringId id);
    [[nodiscard]] qint64 storeText(const QString &text);
    void run(Statement &statement);
    [[nodiscard]] qint64 lastId(const QByteArray &table);

    Connection &m_connection;
    Statement m_insertText;
    Statement m_findText;
    Statement m_item;
    Statement m_note;
    Statement m_report;
    Statement m_record;
    Statement m_authentication;
    Statement m_dkim;
    Statement m_spf;
    Statement m_reason;
    Statement m_failure;
    Statement m_tls;
    WorkspaceProblem m_problem; ///< the first one
    std::vector<qint64> m_textIds; ///< by StringId; -1: not known yet
    HashIndex m_outcomes; ///< numbers of m_outcomeRows
    std::vector<std::pair<Row, qint64>> m_outcomeRows; ///< a row that has it, and its id
    qint64 m_nextItem = -1;
    qint64 m_nextRecord = -1;
    qint64 m_nextAuthentication = -1;
};

} // namespace sekisho
