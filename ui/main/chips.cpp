// SPDX-License-Identifier: GPL-3.0-or-later
#include "main/chips.h"

#include "tables/casetext.h"

#include <QCoreApplication>

namespace sekisho {

namespace {

/// Texts of this file in one context.
struct Chips {
    Q_DECLARE_TR_FUNCTIONS(Chips)
};

QString outcomeText(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Aligned: return Chips::tr("pass & aligned");
    case Outcome::Unaligned: return Chips::tr("pass & not aligned");
    case Outcome::Failed: return Chips::tr("fail");
    }
    return {};
}

QString cellText(int index)
{
    const Cell cell = Cell::at(index);
    return Chips::tr("DKIM %1, SPF %2").arg(outcomeText(cell.dkim), outcomeText(cell.spf));
}

/// A long list as its first value and how many more there are.
QString listText(const QStringList &values)
{
    if (values.size() <= 1)
        return values.value(0);
    return Chips::tr("%1 and %n more", nullptr, int(values.size()) - 1).arg(values.first());
}

} // namespace

QList<Chip> chipsOf(const Filter &filter, const Format &)
{
    QList<Chip> chips;
    const auto add = [&](const QStringList &values, QStringList Filter::*member, const QString &text) {
        if (values.isEmpty())
            return;
        Filter without = filter;
        (without.*member).clear();
        chips.append({text.arg(listText(values)), text.arg(values.join(QStringLiteral(", "))), without});
    };
    if (filter.domains.size() > 1)
        add(filter.domains, &Filter::domains, Chips::tr("Domain: %1"));
    if (filter.reporters.size() > 1)
        add(filter.reporters, &Filter::reporters, Chips::tr("Reporter: %1"));
    add(filter.senders, &Filter::senders, Chips::tr("Sender: %1"));
    add(filter.excludedSenders, &Filter::excludedSenders, Chips::tr("Without sender: %1"));
    add(filter.headerFroms, &Filter::headerFroms, Chips::tr("From: %1"));
    add(filter.dispositions, &Filter::dispositions, Chips::tr("Disposition: %1"));
    add(filter.reportKeys, &Filter::reportKeys, Chips::tr("Report: %1"));
    if (!filter.cells.isEmpty()) {
        QStringList cells;
        for (int cell : filter.cells)
            cells.append(cellText(cell));
        Filter without = filter;
        without.cells.clear();
        chips.append({listText(cells), cells.join(QStringLiteral("; ")), without});
    }
    if (!filter.cases.isEmpty()) {
        QStringList cases;
        for (int mailCase : filter.cases)
            cases.append(caseName(MailCase(mailCase)));
        Filter without = filter;
        without.cases.clear();
        const QString text = Chips::tr("Case: %1");
        chips.append({text.arg(listText(cases)), text.arg(cases.join(QStringLiteral(", "))), without});
    }
    if (filter.passed) {
        Filter without = filter;
        without.passed.reset();
        const QString text = *filter.passed ? Chips::tr("DMARC pass") : Chips::tr("DMARC fail");
        chips.append({text, text, without});
    }
    if (filter.basis == Basis::Computed) {
        Filter without = filter;
        without.basis = Basis::Reported;
        chips.append({Chips::tr("Recomputed alignment"), Chips::tr("Alignment recomputed from the results"), without});
    }
    return chips;
}

} // namespace sekisho
