// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/about.h"

#include <QCoreApplication>
#include <QIcon>
#include <QMessageBox>

namespace sekisho {

namespace {

struct About {
    Q_DECLARE_TR_FUNCTIONS(About)
};

} // namespace

void showAbout(QWidget *parent)
{
    auto *box = new QMessageBox(parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(About::tr("About Sekisho"));
    box->setIconPixmap(QIcon(QStringLiteral(":/icons/sekisho.svg")).pixmap(72, 72));
    box->setTextFormat(Qt::PlainText);
    box->setText(About::tr("Sekisho %1").arg(QStringLiteral(SEKISHO_VERSION)));
    box->setInformativeText(
        About::tr("Reads DMARC reports and says who sends mail as a domain, and whether it "
                  "authenticates. Nothing leaves this computer.\n\n"
                  "Free software under the GNU General Public License, version 3 or later.\n\n"
                  "Built with Qt %1, KArchive, QuaZip, GMime, pugixml, SQLite, libdeflate, libpsl, OpenSSL and QtKeychain.")
            .arg(QString::fromLatin1(qVersion())));
    box->setStandardButtons(QMessageBox::Close);
    box->open();
}

} // namespace sekisho
