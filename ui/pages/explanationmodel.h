// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pages/reporttext.h"

#include <QAbstractListModel>

namespace sekisho {

/// An explanation line by line: its title, its sentences, and the facts of each part.
class ExplanationModel final : public QAbstractListModel {
    Q_OBJECT
public:
    enum class Kind : quint8 { Title, Sentence, Heading, Fact };
    enum Role {
        LineRole = Qt::UserRole, ///< int(Kind)
        BlockRole, ///< int(BlockKind) that the line speaks of; invalid for the title
        FieldRole, ///< of a fact
        ValueRole, ///< of a fact
        MeaningTextRole, ///< of a fact
        PassedRole, ///< of the title: bool, or invalid where that is no question
    };

    using QAbstractListModel::QAbstractListModel;

    void setExplanation(const Explanation &explanation);
    [[nodiscard]] const Explanation &explanation() const { return m_explanation; }
    /// The first line that speaks of a block; prefers the facts to the sentences.
    [[nodiscard]] QModelIndex firstOf(BlockKind block) const;

    /// Which of Explanation::sentences stands at an index; -1: something else.
    [[nodiscard]] int sentenceAt(const QModelIndex &index) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    struct Line {
        Kind kind = Kind::Title;
        BlockKind block = BlockKind::Metadata;
        const Sentence *sentence = nullptr;
        const FactGroup *group = nullptr;
        const Fact *fact = nullptr;
    };

    [[nodiscard]] QString text(const Line &line) const;

    Explanation m_explanation;
    std::vector<Line> m_lines;
};

} // namespace sekisho
