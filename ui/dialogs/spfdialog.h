// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/ownsenders.h"
#include "dns/spfexpansion.h"
#include "tables/format.h"

#include <QDialog>

#include <functional>
#include <memory>

class QComboBox;
class QDialogButtonBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;
class QTreeWidget;

namespace sekisho {

/// Gives the resolver when names may be asked for, not before.
using GetResolver = std::function<Resolver &()>;

/// Own senders out of an SPF record that is pasted or looked up. What the record leads to is shown
/// with where it comes from; ticked networks are adopted. Names are asked for only with the user's
/// word.
class SpfDialog final : public QDialog {
    Q_OBJECT
public:
    /// `domains` are offered as the one that the record is of.
    SpfDialog(const QStringList &domains, const Format &format, GetResolver resolver,
        QWidget *parent = nullptr);
    ~SpfDialog() override;

    /// What is ticked, as entries of the registry.
    [[nodiscard]] std::vector<OwnSenders::Entry> entries() const;
    void setRecord(const QString &text);

Q_SIGNALS:
    void entriesChosen(const std::vector<sekisho::OwnSenders::Entry> &entries);

protected:
    void changeEvent(QEvent *event) override;

private:
    void createLayout();
    void connectParts();
    void retranslate();
    void readText();
    void expand();
    void lookUp();
    void begin();
    void take(const SpfExpansion &expansion);
    void showExpansion();
    void showWords();
    void check();
    [[nodiscard]] QString domain() const;

    Format m_format;
    GetResolver m_resolver;
    std::unique_ptr<SpfExpander> m_expander; ///< the one that is running
    SpfRecord m_record;
    SpfExpansion m_expansion;
    bool m_asked = false; ///< the expansion was made with lookups
    bool m_lookedUp = false; ///< the record itself was to be found
    QLabel *m_explanation;
    QLabel *m_domainLabel;
    QComboBox *m_domain;
    QPushButton *m_lookUp;
    QLabel *m_textLabel;
    QPlainTextEdit *m_text;
    QPushButton *m_expand;
    QLabel *m_privacy;
    QLabel *m_words;
    QTreeWidget *m_networks;
    QDialogButtonBox *m_buttons;
};

} // namespace sekisho
