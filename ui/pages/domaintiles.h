// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pages/page.h"

#include <QAbstractButton>

namespace sekisho {

/// One domain of several: name, policy, rate, messages and its days in small.
class DomainTileButton final : public QAbstractButton {
    Q_OBJECT
public:
    explicit DomainTileButton(QWidget *parent = nullptr);

    /// All tiles span the same days, so that they can be compared.
    void setTile(const DomainTile &tile, const DateSpan &days, const Format &format);
    [[nodiscard]] const QString &domain() const { return m_domain; }
    [[nodiscard]] const QString &percent() const { return m_percent; }
    [[nodiscard]] const QString &policy() const { return m_policy; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    [[nodiscard]] QFont nameFont() const;
    void paintHead(QPainter &painter, const QRect &area) const;
    /// Where the texts end.
    [[nodiscard]] qreal paintFigures(QPainter &painter, const QRect &area) const;
    void paintDays(QPainter &painter, const QRectF &area) const;

    QString m_domain;
    QString m_policy;
    QString m_percent;
    QString m_rate; ///< what the percentage says
    QString m_messages;
    std::vector<DayCount> m_days;
};

/// A tile per domain where there are several; a click shows that domain alone, or all again.
class DomainTiles final : public QWidget {
    Q_OBJECT
public:
    explicit DomainTiles(QWidget *parent = nullptr);

    void setView(const View &view);
    [[nodiscard]] const std::vector<DomainTileButton *> &tiles() const { return m_tiles; }

Q_SIGNALS:
    void filterRequested(const sekisho::Filter &filter);

private:
    void toggle(const QString &domain);

    std::vector<DomainTileButton *> m_tiles;
    Filter m_filter;
};

} // namespace sekisho
