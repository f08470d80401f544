// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pages/page.h"

class QLabel;

namespace sekisho {

/// The Senders page.
class SendersPage final : public Page {
    Q_OBJECT
public:
    explicit SendersPage(QWidget *parent = nullptr);

    void setView(const View &view) override;

protected:
    void retranslate() override;

private:
    QLabel *m_text;
    View m_view;
};

} // namespace sekisho
