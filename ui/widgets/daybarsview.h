// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "paint/daybars.h"
#include "tables/format.h"

#include <QWidget>

namespace sekisho {

/// Bars of messages per day; a click or Enter on one asks for its days.
class DayBarsView final : public QWidget {
    Q_OBJECT
public:
    explicit DayBarsView(QWidget *parent = nullptr);

    /// Days in order, and the colours of what passed and what failed.
    void setDays(std::vector<DayCount> days, const Format &format,
        Meaning passed = Meaning::Aligned, Meaning failed = Meaning::Failed);
    [[nodiscard]] const DayBarsData &data() const { return m_data; }
    [[nodiscard]] const DayBarsLayout &barsLayout() const { return m_layout; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// UTC seconds of the days of a bar.
    void spanActivated(const sekisho::DateSpan &span);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    [[nodiscard]] QFont axisFont() const;
    [[nodiscard]] QString textOf(int bar) const;
    void setHovered(int bar);
    void activate(int bar);
    void relayout();

    DayBarsData m_data;
    DayBarsLayout m_layout;
    Format m_format;
};

} // namespace sekisho
