// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/cases/knownservices.h"

#include <QDialog>

#include <memory>

class QDialogButtonBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QTreeWidget;

namespace sekisho {

/// The services that are known by name, and where those of the user's own come from.
struct ServiceList {
    std::shared_ptr<const KnownServices> services = std::make_shared<KnownServices>();
    size_t own = 0; ///< how many of them, from the first on, are the user's
    QString path; ///< of the user's file, which need not be there
    QStringList problems; ///< in that file, as sentences
};

/// Shows them, and says how to add more.
class ServicesDialog final : public QDialog {
    Q_OBJECT
public:
    explicit ServicesDialog(const ServiceList &list, QWidget *parent = nullptr);

    void setList(const ServiceList &list);

Q_SIGNALS:
    /// The file may have changed and is to be read again.
    void reloadRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void createLayout();
    void retranslate();
    void showList();

    ServiceList m_list;
    QLabel *m_explanation;
    QLabel *m_pathLabel;
    QLineEdit *m_path;
    QPushButton *m_reload;
    QLabel *m_exampleLabel;
    QPlainTextEdit *m_example;
    QLabel *m_problems;
    QTreeWidget *m_tree;
    QDialogButtonBox *m_buttons;
};

/// What a service does, in a word or two: "Mail provider", "Forwarder".
[[nodiscard]] QString serviceKindText(ServiceKind kind);

} // namespace sekisho
