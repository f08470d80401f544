// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/cases/suggestions.h"
#include "tables/format.h"

#include <QDialog>

class QDialogButtonBox;
class QLabel;
class QPushButton;
class QTreeView;
class QTreeWidget;

namespace sekisho {

class OwnSenderTable;

/// The registry of own senders: edited in place, kept with OK, left as it was with Cancel. Senders
/// that look like the owner's are proposed with what speaks for them, and taken over when ticked.
class OwnSendersDialog final : public QDialog {
    Q_OBJECT
public:
    OwnSendersDialog(const OwnSenders &senders, const Format &format, QWidget *parent = nullptr);

    /// What was found to propose; until then the dialog says that it is being looked for.
    void setSuggestions(const std::vector<Suggestion> &suggestions);
    [[nodiscard]] OwnSenders senders() const;
    /// Adds the lines of a file that were read.
    void takeImported(const QByteArray &tsv);

Q_SIGNALS:
    /// OK: the registry as it is now.
    void sendersChosen(const sekisho::OwnSenders &senders);

private:
    QWidget *createTable();
    QWidget *createTools();
    QWidget *createSuggestions();
    void createButtons();
    void addRow();
    void removeRows();
    void takeSuggested();
    void importFile();
    void exportFile();
    void check();
    void say(const QString &text);

    Format m_format;
    std::vector<Suggestion> m_proposed;
    OwnSenderTable *m_table;
    QTreeView *m_view;
    QPushButton *m_remove = nullptr;
    QLabel *m_problem;
    QLabel *m_message;
    QLabel *m_found;
    QTreeWidget *m_suggestions;
    QPushButton *m_take;
    QDialogButtonBox *m_buttons;
};

/// What speaks for a suggestion, as a sentence.
[[nodiscard]] QString evidenceText(const Suggestion &suggestion, const Format &format);

} // namespace sekisho
