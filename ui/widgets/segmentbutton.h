// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace sekisho {

/// One part of a switch between views of the same thing. Which one holds is told by fill and
/// weight of the text, in every style and palette alike.
class SegmentButton final : public QAbstractButton {
    Q_OBJECT
public:
    enum class Side : quint8 { Start, Middle, End };

    explicit SegmentButton(Side side, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Side m_side;
};

} // namespace sekisho
