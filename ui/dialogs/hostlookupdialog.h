// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tables/format.h"

#include <QDialog>

class QDialogButtonBox;
class QLabel;
class QRadioButton;

namespace sekisho {

/// How many addresses a reverse lookup would ask for.
struct LookupOffer {
    qsizetype shownUnknown = 0;
    qsizetype allUnknown = 0;
    qsizetype shown = 0; ///< with those that are known
    qsizetype all = 0;

    bool operator==(const LookupOffer &) const = default;
};

/// Says what a lookup of host names asks and whom, and starts it only with the user's word.
class HostLookupDialog final : public QDialog {
    Q_OBJECT
public:
    HostLookupDialog(const LookupOffer &offer, const Format &format, QWidget *parent = nullptr);

Q_SIGNALS:
    /// All addresses, or those of what is shown.
    void lookupChosen(bool all);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    LookupOffer m_offer;
    Format m_format;
    QLabel *m_explanation;
    QRadioButton *m_shown;
    QRadioButton *m_all;
    QLabel *m_known;
    QDialogButtonBox *m_buttons;
};

} // namespace sekisho
