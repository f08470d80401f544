// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pages/page.h"

class QAbstractButton;
class QButtonGroup;
class QLabel;
class QSplitter;
class QStackedLayout;

namespace sekisho {

class CellPanel;
class EmptyState;
class HeatmapView;
class MarkView;

/// The 3×3 matrix of DKIM and SPF with the explanation of the cell pointed at.
class AlignmentPage final : public Page {
    Q_OBJECT
public:
    explicit AlignmentPage(QWidget *parent = nullptr);

    void setView(const View &view) override;
    [[nodiscard]] QVariantMap state() const override;
    void setState(const QVariantMap &state) override;

protected:
    void retranslate() override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *createHead();
    QWidget *createMatrix();
    QWidget *createLegend();
    void connectParts();
    void showEmpty();
    void showContent();
    void toggleCell(int cell);
    void chooseBasis(Basis basis);
    void leaveEmptyState();

    View m_view;
    QStackedLayout *m_stack;
    QSplitter *m_splitter;
    HeatmapView *m_heatmap;
    CellPanel *m_panel;
    EmptyState *m_empty;
    QLabel *m_title = nullptr;
    QLabel *m_subtitle = nullptr;
    QButtonGroup *m_basis = nullptr;
    std::array<QLabel *, outcomeCount> m_legend{};
    QLabel *m_shadeNote = nullptr;
};

} // namespace sekisho
