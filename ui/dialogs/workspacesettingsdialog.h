// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/userdata.h"

#include <QDialog>

class QCheckBox;
class QDialogButtonBox;
class QLabel;
class QSpinBox;

namespace sekisho {

/// The settings of one workspace, each with what it means.
class WorkspaceSettingsDialog final : public QDialog {
    Q_OBJECT
public:
    WorkspaceSettingsDialog(
        const QString &name, const WorkspaceSettings &settings, QWidget *parent = nullptr);

    [[nodiscard]] WorkspaceSettings settings() const;

Q_SIGNALS:
    /// OK, and something is another now.
    void settingsChosen(const sekisho::WorkspaceSettings &settings);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void enableFields();

    QString m_name;
    WorkspaceSettings m_before;
    QCheckBox *m_originals;
    QLabel *m_originalsHelp;
    QCheckBox *m_limited;
    QSpinBox *m_days;
    QLabel *m_daysHelp;
    QCheckBox *m_secure;
    QLabel *m_secureHelp;
    QDialogButtonBox *m_buttons;
};

} // namespace sekisho
