// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pages/reporttext.h"

#include <QListView>

namespace sekisho {

class ExplanationDelegate;
class ExplanationModel;

/// Shows an explanation. Choosing a line chooses the part of the XML that it speaks of.
class ExplanationView final : public QListView {
    Q_OBJECT
public:
    explicit ExplanationView(QWidget *parent = nullptr);

    void setExplanation(const Explanation &explanation);
    /// Marks what speaks of a block, and scrolls there where none of it is in sight.
    void lightUp(std::optional<BlockKind> block);

Q_SIGNALS:
    /// The user chose a line that speaks of the block.
    void blockChosen(sekisho::BlockKind block);
    /// The user chose a sentence, numbered as in Explanation::sentences.
    void sentenceChosen(int sentence);

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void copySelection() const;

    ExplanationModel *m_model;
    ExplanationDelegate *m_delegate;
    bool m_changing = false; ///< the current line changes without the user
};

} // namespace sekisho
