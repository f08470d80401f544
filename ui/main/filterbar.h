// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dataset/filter.h"
#include "tables/format.h"

#include <QWidget>

class QButtonGroup;
class QComboBox;
class QDateEdit;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QTimer;
class QToolButton;

namespace sekisho {

/// What the filter bar offers to choose from; taken from the dataset.
struct FilterChoices {
    QStringList domains; ///< policy domains, most messages first
    QStringList reporters;
    std::optional<DateSpan> covered; ///< what all reports cover, UTC seconds

    bool operator==(const FilterChoices &) const = default;
};

[[nodiscard]] FilterChoices filterChoices(const Dataset &dataset);

/// Domain, period, reporter, text and scope on top of all pages, and a chip for every other
/// narrowing.
class FilterBar final : public QWidget {
    Q_OBJECT
public:
    explicit FilterBar(QWidget *parent = nullptr);

    /// Shows a filter without announcing it.
    void setFilter(const Filter &filter, const FilterChoices &choices, const Format &format);
    void focusSearch();
    void retranslate();

Q_SIGNALS:
    void filterRequested(const sekisho::Filter &filter);

private:
    void createRow();
    QWidget *createScopes();
    void retranslateScopes();
    void connectRow();
    void fillDomains();
    void fillPeriods();
    void fillReporters();
    void rebuildChips();
    void addChip(const QString &text, const QString &whole, const Filter &without);
    void choosePeriod(int index);
    void applyDates();
    void request(Filter filter);

    QComboBox *m_domain;
    QComboBox *m_period;
    QDateEdit *m_from;
    QDateEdit *m_to;
    QLabel *m_between;
    QComboBox *m_reporter;
    QLineEdit *m_search;
    QTimer *m_typing;
    QLabel *m_domainLabel;
    QLabel *m_periodLabel;
    QLabel *m_reporterLabel;
    QLabel *m_scopeLabel;
    QButtonGroup *m_scopes; ///< ids are Scope
    QWidget *m_chips;
    Filter m_filter;
    FilterChoices m_choices;
    Format m_format;
    bool m_customPeriod = false;
};

} // namespace sekisho
