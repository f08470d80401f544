// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/pagehelp.h"

#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace sekisho {

namespace {

struct PageHelp {
    Q_DECLARE_TR_FUNCTIONS(PageHelp)
};

QString helpText(PageId page)
{
    switch (page) {
    case PageId::Overview:
        return PageHelp::tr(
            "The overview shows how much mail was sent as your domains and how much of it passed DMARC.\n\n"
            "All numbers count messages that receivers reported, not records or reports. A message passes "
            "DMARC when SPF or DKIM passes for a domain that is aligned with the From address.\n\n"
            "Click a tile, a bar, a reporter or a disposition to narrow what is shown; drag over several "
            "days to narrow the period. Alt+Left goes back.");
    case PageId::Senders:
        return PageHelp::tr(
            "One line for each sender: addresses with a known host name are grouped by its domain, the "
            "others by network (/24 for IPv4, /48 for IPv6). Open a line to see its addresses.\n\n"
            "Percentages are parts of the sender's own messages. Select a sender to see its page beside the "
            "table; press Enter to show only this sender everywhere.\n\n"
            "A sender that passes nothing is not always a spoof: forwarders and mailing lists look alike. "
            "Compare the domains that passed SPF and DKIM on the sender's page.");
    case PageId::Alignment:
        return PageHelp::tr(
            "The matrix puts each message in one of nine cells: rows say what DKIM gave, columns what SPF "
            "gave. “Pass & not aligned” means that the check passed, but for another domain than the one in "
            "the From address.\n\n"
            "The first row and the first column pass DMARC. Point at a cell or move with the arrow keys to "
            "read what it means and what usually causes it; click or press Enter to show only its messages.\n\n"
            "“As reported” follows what receivers evaluated; “recomputed” follows the results they listed.");
    case PageId::Cases:
        return PageHelp::tr(
            "Says for every sender what its mail is: sent directly, forwarded, through a mailing list, by a "
            "service that is not set up, or a spoof; how sure that is, and why.\n\n"
            "Choose a case to show only its mail everywhere; choose it again to show all. For the selected "
            "sender, or a record of it, the picture shows the way of its mail. Bars tell how much each piece of "
            "evidence weighs.\n\n"
            "Your word wins: say that a sender is yours, or pin it to a case. The guide explains the cases.");
    case PageId::Failures:
        return PageHelp::tr(
            "Samples of mails that failed, as some receivers report them one by one. “Recomputed” follows the "
            "results that the reporter lists; what it says of itself stands beside it.\n\n"
            "Samples are shown as plain text: nothing is rendered, loaded or opened, and links are written so that "
            "nothing takes them for links. Recipients are hidden until you show them (Options).\n\n"
            "Campaigns group samples by similar subject, by the domain of their URLs, or by the pattern of the "
            "sender. Options saves indicators, checks URLs against a list of yours, and drafts a takedown request.");
    case PageId::Reports:
        return PageHelp::tr(
            "The reports as they were received. For the selected one the window shows its explanation, block "
            "by block, beside the XML; choose a block in one and it is marked in the other.\n\n"
            "Each record stands for all messages from one address with the same outcome.");
    case PageId::ImportLog:
        return PageHelp::tr(
            "Every file and everything found inside it, and how reading it ended. Nothing is left out in "
            "silence: what could not be read is listed with the reason and the place.\n\n"
            "Duplicates are counted once. Reports in conflict have the same identity but different content; "
            "only the newest of them is counted.");
    }
    return {};
}

} // namespace

void showPageHelp(PageId page, const QString &title, QWidget *parent)
{
    const QString name = QStringLiteral("pageHelp");
    auto *dialog = parent->findChild<QDialog *>(name);
    if (!dialog) {
        dialog = new QDialog(parent);
        dialog->setObjectName(name);
        auto *layout = new QVBoxLayout(dialog);
        auto *text = new QPlainTextEdit(dialog);
        text->setReadOnly(true);
        layout->addWidget(text);
        auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, dialog);
        QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::close);
        layout->addWidget(buttons);
        dialog->resize(520, 400);
    }
    dialog->setWindowTitle(PageHelp::tr("Help: %1").arg(title));
    dialog->findChild<QPlainTextEdit *>()->setPlainText(helpText(page));
    dialog->show();
    dialog->raise();
}

} // namespace sekisho
