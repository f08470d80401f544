// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/senderdetail.h"
#include "paint/theme.h"
#include "pages/page.h"
#include "pages/panelparts.h"

#include <QScrollArea>

class QBoxLayout;
class QGridLayout;

namespace sekisho {

class DayBarsView;
class HeatmapView;

/// A sender at a glance: figures, who it is, its matrix, its days, what SPF and DKIM said, and who
/// reports it. Everything that can be clicked narrows the filter to that part of this sender.
class SenderSummary final : public QScrollArea {
    Q_OBJECT
public:
    explicit SenderSummary(QWidget *parent = nullptr);

    /// What the results know of it.
    void showSender(const View &view, const Sender &sender);
    /// What had to be looked up in the records.
    void showDetail(const SenderDetail &detail);
    /// Until then.
    void clearDetail();

Q_SIGNALS:
    void filterRequested(const sekisho::Filter &filter);
    /// An address of the group was chosen.
    void senderChosen(const QString &key);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    /// A number with a word below.
    struct Figure {
        QLabel *number = nullptr;
        QLabel *caption = nullptr;
    };
    struct Line {
        QString name;
        QString key;
        qint64 messages = 0;
        Meaning meaning = Meaning::Unknown;
    };
    using Follow = std::function<void(const QString &key)>;

    void createFigures(QVBoxLayout *column);
    void createSections(QVBoxLayout *left, QVBoxLayout *right);
    void showFigures();
    void showAddresses();
    void showLines(
        const PanelSection &section, const std::vector<Line> &lines, const Follow &follow);
    void showShares(
        const PanelSection &section, const std::vector<Share> &shares, const Follow &follow);
    void showResults(const PanelSection &section, SeenResult::Mechanism mechanism);
    [[nodiscard]] Meaning meaningOf(const SeenResult &result) const;
    [[nodiscard]] Filter ownFilter() const;
    void toggleCell(int cell);

    View m_view;
    Sender m_sender;
    SenderDetail m_detail;
    OrganizationalDomains m_domains;
    QBoxLayout *m_columns = nullptr;
    std::array<Figure, 4> m_figures;
    PanelSection m_addresses;
    PanelSection m_hosts;
    PanelSection m_headerFroms;
    PanelSection m_matrix;
    PanelSection m_days;
    PanelSection m_dkim;
    PanelSection m_spf;
    PanelSection m_reporters;
    HeatmapView *m_heatmap = nullptr;
    DayBarsView *m_bars = nullptr;
};

} // namespace sekisho
