// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/connection.h"
#include "archive/idmap.h"
#include "dataset/dataset.h"

namespace sekisho {

class Statement;

/// What the texts of the file are in the dataset.
class LoadedTexts final {
public:
    void add(qint64 id, StringId text)
    {
        m_ids.add(id);
        m_texts.push_back(text);
    }
    [[nodiscard]] std::optional<StringId> find(qint64 id) const
    {
        const auto number = m_ids.find(id);
        return number ? std::optional(m_texts[*number]) : std::nullopt;
    }

private:
    IdMap m_ids;
    std::vector<StringId> m_texts;
};

/// What records say beside address and number, out of the file: a table of its own, out of which
/// the columns of the records are filled.
struct LoadedOutcomes {
    IdMap ids;
    RecordColumns columns; ///< those that outcomes have
    std::vector<ResultEntry> dkim;
    std::vector<ResultEntry> spf;
    std::vector<ReasonEntry> reasons;
};

class OutcomeLoader final {
public:
    OutcomeLoader(Connection &connection, const LoadedTexts &texts)
        : m_connection(connection)
        , m_texts(texts)
    {
    }

    [[nodiscard]] WorkspaceResult<LoadedOutcomes> load();

private:
    void loadOutcomes();
    void loadResults(
        const char *sql, std::vector<ResultEntry> &entries, std::vector<quint32> &firsts);
    void loadReasons();

    [[nodiscard]] bool ok() const { return !m_problem; }
    void damaged(const char *what);
    void ended(const Statement &statement);
    [[nodiscard]] StringId text(qint64 id);

    Connection &m_connection;
    const LoadedTexts &m_texts;
    WorkspaceProblem m_problem;
    LoadedOutcomes m_outcomes;
};

} // namespace sekisho
