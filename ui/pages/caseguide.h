// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

namespace sekisho {

/// Explains the cases with a picture of each, as the talk does.
class CaseGuide final : public QScrollArea {
    Q_OBJECT
public:
    explicit CaseGuide(QWidget *parent = nullptr);

    void retranslate();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fill();
};

} // namespace sekisho
