// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pages/page.h"
#include "widgets/titledcard.h"

namespace sekisho {

class CaseButton;

/// What the mail is, by case, as bars that narrow the filter; a case without messages is left out.
class CasesCard final : public TitledCard {
    Q_OBJECT
public:
    explicit CasesCard(QWidget *parent = nullptr);

    void setView(const View &view);
    [[nodiscard]] const std::vector<CaseButton *> &buttons() const { return m_buttons; }

Q_SIGNALS:
    void filterRequested(const sekisho::Filter &filter);

private:
    void toggle(MailCase mailCase);

    View m_view;
    std::vector<CaseButton *> m_buttons; ///< one for each case
};

} // namespace sekisho
