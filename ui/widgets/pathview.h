// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "paint/pathdiagram.h"

#include <QWidget>

namespace sekisho {

/// The way of a mail as a picture; what is cut off in it is told by a tooltip.
class PathView final : public QWidget {
    Q_OBJECT
public:
    explicit PathView(QWidget *parent = nullptr);

    void setPath(const PathData &path);
    [[nodiscard]] const PathData &path() const { return m_data; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {320, 120}; }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool event(QEvent *event) override;

private:
    void relayout();

    PathData m_data;
    PathLayout m_layout;
};

} // namespace sekisho
