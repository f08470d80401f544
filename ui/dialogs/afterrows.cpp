// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/afterrows.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>

namespace sekisho {

using imap::AfterAction;

AfterRows::AfterRows(QFormLayout *form, QWidget *parent)
    : QObject(parent)
    , m_rows{createRow(form, tr("Reports:"), parent), createRow(form, tr("Other messages:"), parent),
          createRow(form, tr("Unreadable ones:"), parent)}
{
}

AfterRows::Row AfterRows::createRow(QFormLayout *form, const QString &label, QWidget *parent)
{
    const Row row{new QComboBox(parent), new QLineEdit(parent)};
    row.kind->addItem(tr("leave as they are"), int(AfterAction::Kind::Nothing));
    row.kind->addItem(tr("mark as seen"), int(AfterAction::Kind::MarkSeen));
    row.kind->addItem(tr("move to:"), int(AfterAction::Kind::Move));
    row.kind->setToolTip(tr("Done on the server after a message is stored and read."));
    row.folder->setPlaceholderText(tr("folder on the server"));
    row.folder->setAccessibleName(tr("folder on the server"));
    row.folder->hide();
    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(row.kind);
    line->addWidget(row.folder, 1);
    form->addRow(label, line);
    connect(row.kind, &QComboBox::currentIndexChanged, this, [this, row] {
        row.folder->setVisible(row.kind->currentData().toInt() == int(AfterAction::Kind::Move));
        Q_EMIT changed();
    });
    connect(row.folder, &QLineEdit::textChanged, this, &AfterRows::changed);
    return row;
}

void AfterRows::fill(const imap::AfterActions &actions)
{
    for (size_t i = 0; i < m_rows.size(); ++i) {
        m_rows[i].kind->setCurrentIndex(m_rows[i].kind->findData(int(actions[i].kind)));
        m_rows[i].folder->setText(actions[i].folder);
    }
}

imap::AfterActions AfterRows::actions() const
{
    imap::AfterActions actions;
    for (size_t i = 0; i < m_rows.size(); ++i) {
        actions[i].kind = AfterAction::Kind(m_rows[i].kind->currentData().toInt());
        if (actions[i].kind == AfterAction::Kind::Move)
            actions[i].folder = m_rows[i].folder->text().trimmed();
    }
    return actions;
}

} // namespace sekisho
