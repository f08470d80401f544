// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/results.h"
#include "tables/format.h"
#include "widgets/titledcard.h"

namespace sekisho {

class ShareButton;

/// Names with their part of all messages, as bars that narrow the filter.
class SharesCard final : public TitledCard {
    Q_OBJECT
public:
    /// One line; `name` as people read it.
    struct Line {
        QString key;
        QString name;
        Counts counts;
    };

    /// Names that are data stand in a font of fixed width.
    explicit SharesCard(bool fixedNames, QWidget *parent = nullptr);

    /// The first lines, at most six, with percentages of `whole` messages.
    void setLines(const std::vector<Line> &lines, qint64 whole, const Format &format);
    [[nodiscard]] const std::vector<ShareButton *> &buttons() const { return m_buttons; }
    static constexpr size_t most = 6;

Q_SIGNALS:
    void activated(const QString &key);

private:
    ShareButton *addButton();

    std::vector<ShareButton *> m_buttons;
    std::vector<QString> m_keys;
    bool m_fixedNames;
};

} // namespace sekisho
