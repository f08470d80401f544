// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "paint/theme.h"

#include <QWidget>

namespace sekisho {

/// A case as a mark and a word on its colour.
class CaseBadge final : public QWidget {
    Q_OBJECT
public:
    explicit CaseBadge(QWidget *parent = nullptr);

    void setCase(MailCase mailCase);
    [[nodiscard]] MailCase mailCase() const { return m_case; }
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QFont badgeFont() const;

    MailCase m_case = MailCase::Undetermined;
};

} // namespace sekisho
