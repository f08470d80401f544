// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/outcomeloader.h"
#include "base/hashindex.h"
#include "base/stop.h"
#include "dataset/dataset.h"

#include <QHash>

namespace sekisho {

class Statement;

/// Makes a dataset out of the tables of a workspace. A file may come from anybody: numbers are
/// taken for what they are only within their bounds.
class DatasetLoader final {
public:
    DatasetLoader(Connection &connection, const Stop &stop);

    [[nodiscard]] WorkspaceResult<DatasetPtr> load();

private:
    void loadTexts();
    void loadItems();
    void loadNotes();
    void loadReports();
    void loadOutcomes();
    void loadRecords();
    void loadFailures();
    void loadTlsReports();
    void copyOutcome(quint32 outcome);
    void numberAddresses();

    [[nodiscard]] bool ok() const { return !m_problem; }
    void damaged(const char *what);
    /// Whether there are no more rows because that is the end.
    void ended(const Statement &statement);
    [[nodiscard]] bool stopped();
    [[nodiscard]] StringId text(qint64 id);
    [[nodiscard]] AddressId addressOf(QByteArrayView text);
    [[nodiscard]] QString word(QByteArrayView utf8);
    void reserveRecords();

    Connection &m_connection;
    const Stop &m_stop;
    WorkspaceProblem m_problem;
    std::shared_ptr<Dataset> m_data = std::make_shared<Dataset>();
    LoadedTexts m_texts;
    IdMap m_items;
    LoadedOutcomes m_outcomes;
    HashIndex m_addresses;
    QHash<QString, quint32> m_oddAddresses;
    QHash<QByteArray, QString> m_words;
};

} // namespace sekisho
