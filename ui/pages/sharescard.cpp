// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/sharescard.h"

#include "tables/visibletext.h"
#include "widgets/sharebutton.h"

#include <QVBoxLayout>

#include <algorithm>

namespace sekisho {

SharesCard::SharesCard(bool fixedNames, QWidget *parent)
    : TitledCard(parent)
    , m_fixedNames(fixedNames)
{
    body()->addStretch(1);
}

void SharesCard::setLines(const std::vector<Line> &lines, qint64 whole, const Format &format)
{
    const size_t shown = std::min(lines.size(), most);
    m_keys.clear();
    while (m_buttons.size() < shown)
        m_buttons.push_back(addButton());
    for (size_t i = 0; i < m_buttons.size(); ++i) {
        ShareButton *button = m_buttons[i];
        button->setVisible(i < shown);
        if (i >= shown)
            continue;
        const Counts &counts = lines[i].counts;
        m_keys.push_back(lines[i].key);
        button->setShare({visibleText(lines[i].name), format.number(counts.messages),
                             format.percent(counts.messages, whole)},
            percent(counts.messages, whole) / 100);
        button->setSecond(
            percent(counts.messages - counts.passed, counts.messages) / 100, Meaning::Failed);
        //: %1 is a percentage
        button->setAccessibleDescription(
            tr("%1 of them pass DMARC.").arg(format.percent(counts.passed, counts.messages)));
    }
}

ShareButton *SharesCard::addButton()
{
    auto *button = new ShareButton({}, 0, Meaning::Aligned, true, this);
    button->setFixedFont(m_fixedNames);
    const size_t index = m_buttons.size();
    body()->insertWidget(int(index), button);
    connect(button, &QAbstractButton::clicked, this,
        [this, index] { Q_EMIT activated(QString(m_keys[index])); });
    return button;
}

} // namespace sekisho
