// SPDX-License-Identifier: GPL-3.0-or-later
#include "savedfilter.h"

#include "analysis/cases/mailcase.h"

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

struct ListField {
    QLatin1StringView name;
    QStringList Filter::*member;
};

constexpr ListField listFields[] = {{"domains"_L1, &Filter::domains}, {"reporters"_L1, &Filter::reporters},
    {"senders"_L1, &Filter::senders}, {"excludedSenders"_L1, &Filter::excludedSenders},
    {"headerFroms"_L1, &Filter::headerFroms}, {"dispositions"_L1, &Filter::dispositions},
    {"reportKeys"_L1, &Filter::reportKeys}};

} // namespace

QVariantMap mapFromFilter(const Filter &filter)
{
    QVariantMap map;
    for (const ListField &field : listFields)
        map.insert(QString(field.name), filter.*field.member);
    if (filter.period) {
        map.insert(u"begin"_s, filter.period->begin);
        map.insert(u"end"_s, filter.period->end);
    }
    QVariantList cells;
    for (int cell : filter.cells)
        cells.append(cell);
    map.insert(u"cells"_s, cells);
    QVariantList cases;
    for (int mailCase : filter.cases)
        cases.append(QString(caseKey(MailCase(mailCase))));
    map.insert(u"cases"_s, cases);
    if (filter.passed)
        map.insert(u"passed"_s, *filter.passed);
    map.insert(u"text"_s, filter.text);
    map.insert(u"scope"_s, QString(scopeKey(filter.scope)));
    map.insert(u"computed"_s, filter.basis == Basis::Computed);
    return map;
}

Filter filterFromMap(const QVariantMap &map)
{
    Filter filter;
    for (const ListField &field : listFields)
        filter.*field.member = map.value(QString(field.name)).toStringList();
    if (map.contains(u"begin"_s) && map.contains(u"end"_s))
        filter.period = DateSpan{map.value(u"begin"_s).toLongLong(), map.value(u"end"_s).toLongLong()};
    for (const QVariant &cell : map.value(u"cells"_s).toList()) {
        bool isNumber = false;
        const int index = cell.toInt(&isNumber);
        if (isNumber && index >= 0 && index < cellCount)
            filter.cells.append(index);
    }
    for (const QVariant &key : map.value(u"cases"_s).toList()) {
        if (const auto mailCase = caseOfKey(key.toString()))
            filter.cases.append(int(*mailCase));
    }
    if (map.contains(u"passed"_s))
        filter.passed = map.value(u"passed"_s).toBool();
    filter.text = map.value(u"text"_s).toString();
    for (int i = 0; i < scopeCount; ++i) {
        if (map.value(u"scope"_s).toString() == scopeKey(Scope(i)))
            filter.scope = Scope(i);
    }
    filter.basis = map.value(u"computed"_s).toBool() ? Basis::Computed : Basis::Reported;
    return filter;
}

} // namespace sekisho
