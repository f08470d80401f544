// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pages/findingtext.h"
#include "widgets/titledcard.h"

#include <array>

namespace sekisho {

/// What needs the owner: three lines at most, each a link.
class FindingsCard final : public TitledCard {
    Q_OBJECT
public:
    explicit FindingsCard(QWidget *parent = nullptr);

    void setView(const View &view);

Q_SIGNALS:
    void activated(const sekisho::FindingLink &link);

private:
    static constexpr size_t most = 3;

    std::array<LinkButton *, most> m_lines{};
    std::array<FindingLink, most> m_links;
    QLabel *m_calm;
};

} // namespace sekisho
