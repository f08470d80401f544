// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tables/format.h"

#include <QDialog>
#include <QStringList>

class QLabel;
class QPushButton;

namespace sekisho {

class FailureViewer;

/// Looks at any mail of the user's: a file, or a header from the clipboard. Local only: nothing is
/// looked up, and nothing of the mail is rendered or opened.
class InspectDialog final : public QDialog {
    Q_OBJECT
public:
    explicit InspectDialog(QWidget *parent = nullptr);

    /// `ownDomains` are those that URLs are compared with.
    void setContext(const QStringList &ownDomains, const Format &format);
    /// Reads the bytes off the UI thread and shows them.
    void inspect(const QByteArray &bytes);
    void openFile(const QString &path);

protected:
    void changeEvent(QEvent *event) override;

private:
    void chooseFile();
    void paste();
    void retranslate();
    void updateOptions();

    FailureViewer *m_viewer;
    QPushButton *m_open;
    QPushButton *m_paste;
    QPushButton *m_recipients;
    QLabel *m_note;
    QStringList m_ownDomains;
    Format m_format;
    int m_request = 0;
};

} // namespace sekisho
