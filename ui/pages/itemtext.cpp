// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/itemtext.h"

#include "tables/notetext.h"
#include "tables/reporttable.h"
#include "tables/visibletext.h"

#include <QCoreApplication>

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("ItemText", text);
}

} // namespace

Explanation explainItem(const LogItem &item, const Format &format)
{
    Explanation result;
    //: what became of an item of the import log: its name and its status
    result.title = say(QT_TRANSLATE_NOOP("ItemText", "%1: %2"))
                       .arg(fileText(item.origin), statusText(item.status));
    result.sentences.push_back({statusMeaning(item.status), BlockKind::Metadata});
    for (const Note &note : item.notes)
        result.sentences.push_back({noteText(note), BlockKind::Metadata});
    FactGroup group{
        BlockKind::Metadata, say(QT_TRANSLATE_NOOP("ItemText", "Where it comes from")), {}};
    group.facts.push_back(
        {say(QT_TRANSLATE_NOOP("ItemText", "File")), visibleText(item.origin.path), {}});
    if (!item.origin.members.isEmpty()) {
        group.facts.push_back(
            {say(QT_TRANSLATE_NOOP("ItemText", "Inside")), visibleText(item.origin.member()), {}});
    }
    group.facts.push_back({say(QT_TRANSLATE_NOOP("ItemText", "Kind")), kindText(item.kind), {}});
    if (item.when != 0) {
        group.facts.push_back(
            {say(QT_TRANSLATE_NOOP("ItemText", "Received")), format.dateTime(item.when), {}});
    }
    result.groups.push_back(group);
    return result;
}

QString itemReport(const LogItem &item, const Format &format)
{
    const Explanation explanation = explainItem(item, format);
    QStringList lines{explanation.title};
    for (const Sentence &sentence : explanation.sentences)
        lines.append(sentence.text);
    for (const FactGroup &group : explanation.groups) {
        for (const Fact &fact : group.facts) {
            //: a line of the copied text: a name and its value
            lines.append(say(QT_TRANSLATE_NOOP("ItemText", "%1: %2")).arg(fact.field, fact.value));
        }
    }
    return lines.join(u'\n');
}

} // namespace sekisho
