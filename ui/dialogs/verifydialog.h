// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QStringList>

class QDialogButtonBox;
class QLabel;
class QPlainTextEdit;
class QProgressBar;
class QPushButton;

namespace sekisho {

/// What a check of a workspace found, in words.
struct VerifyOutcome {
    enum class Kind : quint8 { Sound, Damaged, Stopped };
    Kind kind = Kind::Sound;
    QStringList facts; ///< what was checked
    QStringList problems;
};

/// Shows how far the check of a workspace is, and then what it found.
class VerifyDialog final : public QDialog {
    Q_OBJECT
public:
    explicit VerifyDialog(const QString &name, QWidget *parent = nullptr);

    void setProgress(qint64 done, qint64 total);
    void setOutcome(const VerifyOutcome &outcome);

Q_SIGNALS:
    void cancelRequested();
    /// What can be read is to be saved into another file.
    void salvageRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void showOutcome();

    QString m_name;
    bool m_done = false;
    VerifyOutcome m_outcome;
    QLabel *m_icon;
    QLabel *m_title;
    QLabel *m_facts;
    QProgressBar *m_bar;
    QPlainTextEdit *m_problems;
    QPushButton *m_salvage;
    QDialogButtonBox *m_buttons;
};

} // namespace sekisho
