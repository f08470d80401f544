// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/cases/verdict.h"
#include "tables/format.h"

#include <QWidget>

class QVBoxLayout;

namespace sekisho {

/// How much a piece of evidence weighs for or against a case: a bar and a word.
class WeightBar final : public QWidget {
    Q_OBJECT
public:
    WeightBar(MailCase mailCase, double towards, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    MailCase m_case;
    double m_towards;
    QString m_word;
};

/// Adds a line for each piece of evidence that speaks for the case, or against it, strongest
/// first; gives how many there were. At most `most` are shown.
int addEvidence(QVBoxLayout *lines, const std::vector<Evidence> &evidence, MailCase mailCase,
    bool forIt, int most, const Format &format);

} // namespace sekisho
