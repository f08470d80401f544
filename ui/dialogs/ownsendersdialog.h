// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/cases/suggestions.h"
#include "dialogs/spfdialog.h"
#include "tables/format.h"

#include <QDialog>

#include <array>
#include <optional>

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
    /// Names of an SPF record are asked for through `resolver`, with the user's word alone.
    OwnSendersDialog(const OwnSenders &senders, const Format &format, const QStringList &domains,
        GetResolver resolver, QWidget *parent = nullptr);

    /// What was found to propose; until then the dialog says that it is being looked for.
    void setSuggestions(const std::vector<Suggestion> &suggestions);
    [[nodiscard]] OwnSenders senders() const;
    /// Adds the lines of a file that were read.
    void takeImported(const QByteArray &tsv);

Q_SIGNALS:
    /// OK: the registry as it is now.
    void sendersChosen(const sekisho::OwnSenders &senders);

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *createTable();
    QWidget *createTools();
    QWidget *createSuggestions();
    void createButtons();
    void retranslate();
    void showSuggestions();
    void addRow();
    void removeRows();
    void takeSuggested();
    void openSpf();
    void importFile();
    void exportFile();
    void check();
    void say(const QString &text);

    Format m_format;
    QStringList m_domains;
    GetResolver m_resolver;
    std::optional<std::vector<Suggestion>> m_proposed; ///< none: they are being looked for
    QLabel *m_explanation;
    OwnSenderTable *m_table;
    QTreeView *m_view;
    std::array<QPushButton *, 5> m_tools{}; ///< add, remove, SPF, import, export
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
