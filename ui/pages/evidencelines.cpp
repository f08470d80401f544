// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/evidencelines.h"

#include "pages/panelparts.h"
#include "paint/fonts.h"
#include "paint/theme.h"
#include "tables/evidencetext.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace sekisho {

namespace {

constexpr int barHeight = 6;
/// Beyond this nothing weighs more (RuleId: as good as decisive).
constexpr double fullWeight = 5;
/// Less than this does not bear on the case.
constexpr double leastWeight = 0.15;

} // namespace

WeightBar::WeightBar(MailCase mailCase, double towards, QWidget *parent)
    : QWidget(parent)
    , m_case(mailCase)
    , m_towards(towards)
    , m_word(weightText(towards))
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setFont(sized(font(), std::max(pixelSize(font()) - 2, 9)));
    setAccessibleName(m_word);
}

QSize WeightBar::sizeHint() const
{
    return {76, fontMetrics().height() + barHeight + 5};
}

void WeightBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF track(0, 4, width(), barHeight);
    painter.setPen(Qt::NoPen);
    painter.setBrush(shade(Meaning::Unknown, palette(), 0.16));
    painter.drawRoundedRect(track, barHeight / 2.0, barHeight / 2.0);
    QRectF bar = track;
    bar.setWidth(std::max<qreal>(
        barHeight, track.width() * std::min(1.0, std::abs(m_towards) / fullWeight)));
    painter.setBrush(m_towards < 0 ? color(Meaning::Unknown, palette()) : color(m_case, palette()));
    painter.drawRoundedRect(bar, barHeight / 2.0, barHeight / 2.0);
    painter.setPen(palette().color(QPalette::PlaceholderText));
    painter.drawText(QRect(0, 4 + barHeight, width(), fontMetrics().height() + 1),
        Qt::AlignLeft | Qt::AlignVCenter, m_word);
}

int addEvidence(QVBoxLayout *lines, const std::vector<Evidence> &evidence, MailCase mailCase,
    bool forIt, int most, const Format &format)
{
    std::vector<std::pair<double, const Evidence *>> found;
    for (const Evidence &piece : evidence) {
        const double towards = piece.towards(mailCase);
        if (forIt ? towards >= leastWeight : towards <= -leastWeight)
            found.emplace_back(towards, &piece);
    }
    std::stable_sort(found.begin(), found.end(),
        [](const auto &a, const auto &b) { return std::abs(a.first) > std::abs(b.first); });
    QWidget *parent = lines->parentWidget();
    for (size_t i = 0; i < std::min(found.size(), size_t(most)); ++i) {
        auto *line = new QWidget(parent);
        auto *row = new QHBoxLayout(line);
        row->setContentsMargins({});
        row->setSpacing(12);
        row->addWidget(new WeightBar(mailCase, found[i].first, line), 0, Qt::AlignTop);
        row->addWidget(panelText(line, evidenceText(*found[i].second, format)), 1);
        lines->addWidget(line);
    }
    return int(found.size());
}

} // namespace sekisho
