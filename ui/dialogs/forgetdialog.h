// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/forget.h"

#include <QDate>
#include <QDialog>
#include <QStringList>

#include <optional>

class QCheckBox;
class QComboBox;
class QDateEdit;
class QDialogButtonBox;
class QLabel;
class QTimer;

namespace sekisho {

/// What there is to choose from.
struct ForgetOffer {
    QStringList domains;
    QStringList reporters;
    bool secureDelete = false;
    QDate today;
};

/// Lets the user say what a workspace shall forget, shows how much that is before anything
/// happens, and asks once more.
class ForgetDialog final : public QDialog {
    Q_OBJECT
public:
    explicit ForgetDialog(const ForgetOffer &offer, QWidget *parent = nullptr);

    [[nodiscard]] ForgetRequest request() const;
    /// The answer to countRequested(); one for another request is of no use any more.
    void setCount(const ForgetRequest &request, const ForgetResult &count);

Q_SIGNALS:
    void countRequested(const sekisho::ForgetRequest &request);
    /// The user has seen how much it is, and has said yes twice.
    void forgetConfirmed(const sekisho::ForgetRequest &request);

protected:
    void changeEvent(QEvent *event) override;

private:
    void createLayout();
    void retranslate();
    void choose();
    void showCount();
    void confirm();
    [[nodiscard]] bool isChosen() const;
    [[nodiscard]] bool countsNothing() const;

    ForgetOffer m_offer;
    std::optional<ForgetResult> m_count; ///< of what is chosen now
    QTimer *m_wait;
    QLabel *m_explanation;
    QCheckBox *m_byDomain;
    QComboBox *m_domain;
    QCheckBox *m_byReporter;
    QComboBox *m_reporter;
    QCheckBox *m_byAge;
    QDateEdit *m_before;
    QCheckBox *m_shared; ///< shown where there is something that it would change
    QLabel *m_countLabel;
    QLabel *m_note;
    QDialogButtonBox *m_buttons;
};

} // namespace sekisho
