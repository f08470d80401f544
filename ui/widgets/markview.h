// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "paint/theme.h"

#include <QWidget>

namespace sekisho {

/// The mark of a meaning in its colour, as high as a line of text.
class MarkView final : public QWidget {
    Q_OBJECT
public:
    explicit MarkView(Meaning meaning = Meaning::Unknown, QWidget *parent = nullptr);

    void setMeaning(Meaning meaning);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Meaning m_meaning;
};

} // namespace sekisho
