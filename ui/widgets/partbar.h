// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace sekisho {

/// A thin bar: what passes, and the rest that fails. Empty until there is a part, so that bars
/// beside each other stay in line.
class PartBar final : public QWidget {
    Q_OBJECT
public:
    explicit PartBar(QWidget *parent = nullptr);

    /// 0 to 1; negative for nothing to show.
    void setPart(double part);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    double m_part = -1;
};

} // namespace sekisho
