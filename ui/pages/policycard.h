// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pages/page.h"
#include "widgets/titledcard.h"

namespace sekisho {

/// What was published when, as the reports tell it.
class PolicyCard final : public TitledCard {
    Q_OBJECT
public:
    explicit PolicyCard(QWidget *parent = nullptr);

    void setView(const View &view);
    static constexpr size_t most = 5;

Q_SIGNALS:
    /// The reports that tell of a policy.
    void activated(const QString &domain, const sekisho::DateSpan &seen);

private:
    /// Receivers leave out different defaults: what means the same is one.
    struct Published {
        QString domain;
        QString text;
        DateSpan seen;
        int reports = 0;
    };
    struct Line {
        LinkButton *policy = nullptr;
        QLabel *seen = nullptr;
    };

    [[nodiscard]] static std::vector<Published> published(const std::vector<PolicySpan> &policies);
    Line addLine();

    std::vector<Line> m_lines;
    std::vector<std::pair<QString, DateSpan>> m_targets;
};

/// A policy in the words of its record, without what is the default: "p=reject; sp=none; pct=50".
[[nodiscard]] QString policyText(const PublishedPolicy &policy);

} // namespace sekisho
