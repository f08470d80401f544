// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/findingscard.h"

#include "widgets/linkbutton.h"

#include <QLabel>
#include <QVBoxLayout>

namespace sekisho {

FindingsCard::FindingsCard(QWidget *parent)
    : TitledCard(parent)
    , m_calm(new QLabel(this))
{
    body()->setSpacing(4);
    // The links are drawn a little within their widgets: text stands under title so.
    body()->setContentsMargins(inset - 4, 0, inset - 4, 0);
    for (size_t i = 0; i < most; ++i) {
        m_lines[i] = new LinkButton(this);
        m_lines[i]->setQuiet(true);
        body()->addWidget(m_lines[i]);
        connect(m_lines[i], &QAbstractButton::clicked, this,
            [this, i] { Q_EMIT activated(FindingLink(m_links[i])); });
    }
    m_calm->setWordWrap(true);
    m_calm->setIndent(4);
    body()->addWidget(m_calm);
    body()->addStretch(1);
}

void FindingsCard::setView(const View &view)
{
    const std::vector<Finding> &findings = view.results->findings;
    setTitle(tr("What needs you"));
    for (size_t i = 0; i < most; ++i) {
        m_lines[i]->setVisible(i < findings.size());
        if (i >= findings.size())
            continue;
        // Findings are judged by all records, so that is where their links lead.
        m_links[i] = findingLink(findings[i], reportPart(view.filter), view.format);
        m_lines[i]->setText(m_links[i].text);
        m_lines[i]->setMeaning(m_links[i].meaning);
        m_lines[i]->updateGeometry();
    }
    m_calm->setText(tr("Nothing in these reports stands out."));
    m_calm->setVisible(findings.empty());
}

} // namespace sekisho
