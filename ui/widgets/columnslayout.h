// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLayout>
#include <QList>
#include <QWidget>

namespace sekisho {

/// Places widgets in columns of one width, as many as fit, and rows as high as their highest.
/// Hidden widgets take no place.
class ColumnsLayout final : public QLayout {
public:
    /// At least `leastWidth` per column, at most `mostColumns`, `space` between them.
    ColumnsLayout(int leastWidth, int mostColumns, int space, QWidget *parent = nullptr);
    ~ColumnsLayout() override;
    Q_DISABLE_COPY_MOVE(ColumnsLayout)

    /// A column never gets wider than this, so that few parts do not look lost.
    void setWidest(int width);
    /// How many columns stand side by side at a width.
    [[nodiscard]] int columnsAt(int width) const;

    void addItem(QLayoutItem *item) override;
    [[nodiscard]] int count() const override { return int(m_items.size()); }
    [[nodiscard]] QLayoutItem *itemAt(int index) const override { return m_items.value(index); }
    QLayoutItem *takeAt(int index) override;
    [[nodiscard]] Qt::Orientations expandingDirections() const override { return Qt::Horizontal; }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSize() const override;
    void setGeometry(const QRect &rect) override;

private:
    [[nodiscard]] QList<QLayoutItem *> shownItems() const;
    int arrange(const QRect &rect, bool place) const;

    QList<QLayoutItem *> m_items;
    int m_leastWidth;
    int m_mostColumns;
    int m_space;
    int m_widest = QWIDGETSIZE_MAX;
};

} // namespace sekisho
