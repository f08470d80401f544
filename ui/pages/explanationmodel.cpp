// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/explanationmodel.h"

#include <algorithm>

namespace sekisho {

void ExplanationModel::setExplanation(const Explanation &explanation)
{
    beginResetModel();
    m_explanation = explanation;
    m_lines.clear();
    if (!m_explanation.title.isEmpty())
        m_lines.push_back({Kind::Title, {}, nullptr, nullptr, nullptr});
    for (const Sentence &sentence : m_explanation.sentences)
        m_lines.push_back({Kind::Sentence, sentence.block, &sentence, nullptr, nullptr});
    for (const FactGroup &group : m_explanation.groups) {
        m_lines.push_back({Kind::Heading, group.block, nullptr, &group, nullptr});
        for (const Fact &fact : group.facts)
            m_lines.push_back({Kind::Fact, group.block, nullptr, &group, &fact});
    }
    endResetModel();
}

QModelIndex ExplanationModel::firstOf(BlockKind block) const
{
    const auto find = [&](bool facts) {
        const auto found = std::find_if(m_lines.cbegin(), m_lines.cend(), [&](const Line &line) {
            return line.kind != Kind::Title && line.block == block &&
                (line.group != nullptr) == facts;
        });
        return found == m_lines.cend() ? QModelIndex() : index(int(found - m_lines.cbegin()));
    };
    const QModelIndex fact = find(true);
    return fact.isValid() ? fact : find(false);
}

int ExplanationModel::sentenceAt(const QModelIndex &index) const
{
    const Sentence *sentence = index.isValid() ? m_lines[size_t(index.row())].sentence : nullptr;
    return sentence ? int(sentence - m_explanation.sentences.data()) : -1;
}

int ExplanationModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

QString ExplanationModel::text(const Line &line) const
{
    switch (line.kind) {
    case Kind::Title: {
        if (!m_explanation.passed)
            return m_explanation.title;
        return *m_explanation.passed
            //: %1 is a part of a report, for example "Record 3"
            ? tr("%1: DMARC passed").arg(m_explanation.title)
            //: %1 is a part of a report, for example "Record 3"
            : tr("%1: DMARC failed").arg(m_explanation.title);
    }
    case Kind::Sentence: return line.sentence->text;
    case Kind::Heading: return line.group->title;
    case Kind::Fact: break;
    }
    const QString value = line.fact->value.isEmpty() ? tr("not given") : line.fact->value;
    //: a field of a report: its name, its value, and what that means
    return tr("%1: %2 – %3").arg(line.fact->field, value, line.fact->meaning);
}

QVariant ExplanationModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Line &line = m_lines[size_t(index.row())];
    const auto ofFact = [&line](QString Fact::*part) {
        return line.fact ? QVariant(line.fact->*part) : QVariant();
    };
    switch (role) {
    case Qt::DisplayRole: return text(line);
    case LineRole: return int(line.kind);
    case BlockRole: return line.kind == Kind::Title ? QVariant() : QVariant(int(line.block));
    case FieldRole: return ofFact(&Fact::field);
    case ValueRole: return ofFact(&Fact::value);
    case MeaningTextRole: return ofFact(&Fact::meaning);
    case PassedRole:
        return line.kind == Kind::Title && m_explanation.passed ? QVariant(*m_explanation.passed)
                                                                : QVariant();
    default: return {};
    }
}

} // namespace sekisho
