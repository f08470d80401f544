// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/forgetdialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QDialogButtonBox>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace sekisho;
using namespace Qt::StringLiterals;

namespace {

const ForgetOffer offer{{u"example.com"_s, u"example.jp"_s}, {u"google.com"_s}, false, QDate(2026, 6, 30)};

QPushButton *okOf(const ForgetDialog &dialog)
{
    return dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
}

QString labelsOf(const ForgetDialog &dialog)
{
    QStringList texts;
    for (const QLabel *label : dialog.findChildren<QLabel *>())
        texts.append(label->text());
    return texts.join(u'\n');
}

ForgetResult someReports()
{
    ForgetResult count;
    count.reports = 12;
    count.records = 3456;
    return count;
}

} // namespace

class TestForgetDialog final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void forgetsNothingByItself();
    void countsWhatIsChosen();
    void aLateCountIsOfNoUse();
    void nothingMatches();
    void asksOnceMore();
    void saysWhatStaysInTheFile();
    void offersSharedOriginals();
};

void TestForgetDialog::forgetsNothingByItself()
{
    const ForgetDialog dialog(offer);
    QCOMPARE(dialog.request(), ForgetRequest());
    QVERIFY(!okOf(dialog)->isEnabled());
    QVERIFY(labelsOf(dialog).contains("Nothing is chosen yet."_L1));
}

void TestForgetDialog::countsWhatIsChosen()
{
    ForgetDialog dialog(offer);
    QSignalSpy counts(&dialog, &ForgetDialog::countRequested);
    const auto boxes = dialog.findChildren<QCheckBox *>();
    boxes[0]->setChecked(true);
    dialog.findChild<QComboBox *>()->setCurrentIndex(1);
    boxes[2]->setChecked(true);
    dialog.findChild<QDateEdit *>()->setDate(QDate(2026, 1, 1));
    QVERIFY(labelsOf(dialog).contains("Counting"_L1));
    QTRY_COMPARE(counts.count(), 1); // once for all of these
    ForgetRequest wanted;
    wanted.domains = {u"example.jp"_s};
    wanted.before = 1767225600; // 2026-01-01 00:00:00 UTC
    QCOMPARE(counts[0][0].value<ForgetRequest>(), wanted);
    QVERIFY(!okOf(dialog)->isEnabled());
    dialog.setCount(wanted, someReports());
    QVERIFY(okOf(dialog)->isEnabled());
    QVERIFY2(labelsOf(dialog).contains("12 report"_L1) && labelsOf(dialog).contains("3,456 record"_L1),
        qPrintable(labelsOf(dialog)));
}

void TestForgetDialog::aLateCountIsOfNoUse()
{
    ForgetDialog dialog(offer);
    const auto boxes = dialog.findChildren<QCheckBox *>();
    boxes[0]->setChecked(true);
    const ForgetRequest before = dialog.request();
    boxes[1]->setChecked(true);
    dialog.setCount(before, someReports());
    QVERIFY(!okOf(dialog)->isEnabled());
    // And one that was right is not, once something else is chosen.
    dialog.setCount(dialog.request(), someReports());
    QVERIFY(okOf(dialog)->isEnabled());
    boxes[1]->setChecked(false);
    QVERIFY(!okOf(dialog)->isEnabled());
}

void TestForgetDialog::nothingMatches()
{
    ForgetDialog dialog(offer);
    dialog.findChildren<QCheckBox *>()[0]->setChecked(true);
    dialog.setCount(dialog.request(), {});
    QVERIFY(!okOf(dialog)->isEnabled());
    QVERIFY(labelsOf(dialog).contains("Nothing in the workspace matches"_L1));
}

void TestForgetDialog::asksOnceMore()
{
    ForgetDialog dialog(offer);
    QSignalSpy confirmed(&dialog, &ForgetDialog::forgetConfirmed);
    dialog.findChildren<QCheckBox *>()[0]->setChecked(true);
    dialog.setCount(dialog.request(), someReports());
    okOf(dialog)->click();
    auto *box = dialog.findChild<QMessageBox *>();
    QVERIFY(box);
    QVERIFY(box->text().contains("12 report"_L1));
    box->button(QMessageBox::Cancel)->click();
    QCOMPARE(confirmed.count(), 0);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    okOf(dialog)->click();
    dialog.findChild<QMessageBox *>()->button(QMessageBox::Yes)->click();
    QCOMPARE(confirmed.count(), 1);
    QCOMPARE(confirmed[0][0].value<ForgetRequest>().domains, QStringList{u"example.com"_s});
}

void TestForgetDialog::saysWhatStaysInTheFile()
{
    QVERIFY(labelsOf(ForgetDialog(offer)).contains("stays in unused parts of the file"_L1));
    ForgetOffer secure = offer;
    secure.secureDelete = true;
    QVERIFY(labelsOf(ForgetDialog(secure)).contains("is overwritten"_L1));
}

void TestForgetDialog::offersSharedOriginals()
{
    ForgetDialog dialog(offer);
    const auto boxes = dialog.findChildren<QCheckBox *>();
    boxes[0]->setChecked(true);
    dialog.setCount(dialog.request(), someReports());
    QVERIFY(boxes[3]->isHidden());
    ForgetResult count = someReports();
    count.sharedOriginals = 2;
    dialog.setCount(dialog.request(), count);
    QVERIFY(!boxes[3]->isHidden());
    boxes[3]->setChecked(true);
    QVERIFY(dialog.request().sharedOriginals);
}

QTEST_MAIN(TestForgetDialog)
#include "tst_forgetdialog.moc"
