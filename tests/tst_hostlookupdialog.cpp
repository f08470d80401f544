// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/hostlookupdialog.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTest>

using namespace sekisho;
using namespace Qt::StringLiterals;

class TestHostLookupDialog final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysWhatItAsks();
    void asksOnlyWhenTold();
    void offers_data();
    void offers();
};

namespace {

const Format format{QLocale(QLocale::English), true};

QPushButton *okOf(const HostLookupDialog &dialog)
{
    return dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
}

QString labelsOf(const HostLookupDialog &dialog)
{
    QStringList texts;
    for (const QLabel *label : dialog.findChildren<QLabel *>())
        texts.append(label->text());
    return texts.join(u'\n');
}

} // namespace

void TestHostLookupDialog::saysWhatItAsks()
{
    const HostLookupDialog dialog({12, 3456, 20, 4000}, format);
    QVERIFY(labelsOf(dialog).contains("DNS server"_L1));
    const auto choices = dialog.findChildren<QRadioButton *>();
    QCOMPARE(choices.size(), 2);
    QVERIFY(choices[0]->text().contains("12 to ask for, of 20"_L1));
    QVERIFY(choices[1]->text().contains("3,456 to ask for, of 4,000"_L1));
}

void TestHostLookupDialog::asksOnlyWhenTold()
{
    HostLookupDialog dialog({12, 3456, 20, 4000}, format);
    QSignalSpy chosen(&dialog, &HostLookupDialog::lookupChosen);
    dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Cancel)->click();
    dialog.reject();
    QCOMPARE(chosen.count(), 0);
    okOf(dialog)->click();
    dialog.findChildren<QRadioButton *>()[1]->setChecked(true);
    okOf(dialog)->click();
    QCOMPARE(chosen, QList<QVariantList>({{false}, {true}}));
}

void TestHostLookupDialog::offers_data()
{
    QTest::addColumn<LookupOffer>("offer");
    QTest::addColumn<int>("checked");
    QTest::addColumn<bool>("canAsk");
    QTest::newRow("both") << LookupOffer{1, 2, 1, 2} << 0 << true;
    QTest::newRow("those shown are known") << LookupOffer{0, 2, 1, 3} << 1 << true;
    QTest::newRow("all are known") << LookupOffer{0, 0, 1, 3} << 1 << false;
    QTest::newRow("no reports") << LookupOffer{} << 1 << false;
}

void TestHostLookupDialog::offers()
{
    QFETCH(LookupOffer, offer);
    const HostLookupDialog dialog(offer, format);
    const auto choices = dialog.findChildren<QRadioButton *>();
    QTEST(choices[1]->isChecked() ? 1 : 0, "checked");
    QTEST(okOf(dialog)->isEnabled(), "canAsk");
    QCOMPARE(choices[0]->isEnabled(), offer.shownUnknown > 0);
}

QTEST_MAIN(TestHostLookupDialog)
#include "tst_hostlookupdialog.moc"
