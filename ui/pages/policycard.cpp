// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/policycard.h"

#include "paint/fonts.h"
#include "tables/visibletext.h"
#include "widgets/linkbutton.h"

#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace sekisho {

using namespace Qt::StringLiterals;

QString policyText(const PublishedPolicy &policy)
{
    QStringList tags;
    const auto add = [&tags](const QString &tag, const QString &value, const QString &usual) {
        constexpr qsizetype longest = 40;
        if (!value.isEmpty() && value.compare(usual, Qt::CaseInsensitive) != 0)
            tags.append(tag + u'=' + shortVisibleText(value, longest));
    };
    add(u"p"_s, policy.pText, {});
    add(u"sp"_s, policy.spText, policy.pText);
    add(u"np"_s, policy.npText, policy.spText.isEmpty() ? policy.pText : policy.spText);
    add(u"adkim"_s, policy.adkim, u"r"_s);
    add(u"aspf"_s, policy.aspf, u"r"_s);
    add(u"pct"_s, policy.pct, u"100"_s);
    add(u"t"_s, policy.testing, u"n"_s);
    return tags.join(u"; "_s);
}

std::vector<PolicyCard::Published> PolicyCard::published(const std::vector<PolicySpan> &policies)
{
    std::vector<Published> merged;
    for (const PolicySpan &span : policies) {
        const QString text = policyText(span.policy);
        const auto same = std::find_if(merged.begin(), merged.end(), [&](const Published &other) {
            return other.domain == span.domain && other.text == text;
        });
        if (same == merged.end()) {
            merged.push_back({span.domain, text, span.seen, span.reports});
            continue;
        }
        same->seen.begin = std::min(same->seen.begin, span.seen.begin);
        same->seen.end = std::max(same->seen.end, span.seen.end);
        same->reports += span.reports;
    }
    return merged;
}

PolicyCard::PolicyCard(QWidget *parent)
    : TitledCard(parent)
{
    body()->setContentsMargins(inset - 4, 0, inset - 4, 0);
    body()->addStretch(1);
}

void PolicyCard::setView(const View &view)
{
    const std::vector<Published> policies = published(view.results->policies);
    const Format &format = view.format;
    const size_t shown = std::min(policies.size(), most);
    m_targets.clear();
    while (m_lines.size() < shown)
        m_lines.push_back(addLine());
    for (size_t i = 0; i < m_lines.size(); ++i) {
        m_lines[i].policy->setVisible(i < shown);
        m_lines[i].seen->setVisible(i < shown);
        if (i >= shown)
            continue;
        const Published &span = policies[i];
        m_targets.emplace_back(span.domain, span.seen);
        //: %1 is a domain, %2 its policy, for example "p=none; pct=50"
        m_lines[i].policy->setText(tr("%1: %2").arg(visibleText(span.domain),
            //: there is a DMARC record, but it names no policy
            span.text.isEmpty() ? tr("no policy named") : span.text));
        m_lines[i].policy->updateGeometry();
        //: %1 is a period, %2 the number of reports
        m_lines[i].seen->setText(tr("%1, in %2 report(s)", nullptr, span.reports)
                                     .arg(format.period(span.seen), format.number(span.reports)));
    }
    setTitle(tr("Published policy"), tr("As receivers found it"));
    const int more = int(policies.size() - shown);
    setMore(more > 0 ? tr("%n more in the reports", nullptr, more) : QString());
}

PolicyCard::Line PolicyCard::addLine()
{
    Line line;
    line.policy = new LinkButton(this);
    line.seen = new QLabel(this);
    line.seen->setFont(sized(font(), std::max(10, pixelSize(font()) - 1)));
    line.seen->setForegroundRole(QPalette::PlaceholderText);
    line.seen->setTextFormat(Qt::PlainText);
    line.seen->setWordWrap(true);
    line.seen->setContentsMargins(4, 0, 4, 6);
    const size_t index = m_lines.size();
    body()->insertWidget(int(index) * 2, line.policy);
    body()->insertWidget(int(index) * 2 + 1, line.seen);
    connect(line.policy, &QAbstractButton::clicked, this, [this, index] {
        const auto target = m_targets[index];
        Q_EMIT activated(target.first, target.second);
    });
    return line;
}

} // namespace sekisho
