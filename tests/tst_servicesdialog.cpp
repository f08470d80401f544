// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/servicesdialog.h"

#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTreeWidget>

using namespace sekisho;
using namespace Qt::StringLiterals;

class TestServicesDialog final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showsPathServicesAndProblems();
    void theExampleCanBeRead();
    void readsAgain();
    void everyKindHasAName();
};

namespace {

ServiceList list()
{
    ServiceList result;
    result.services = std::make_shared<KnownServices>(std::vector<Service>{
        {u"Mine"_s, ServiceKind::Esp, {u"a.example"_s}, {u"b.example"_s}, {u"c.example"_s}},
        {u"Theirs"_s, ServiceKind::Forwarder, {}, {}, {}}});
    result.own = 1;
    result.path = u"/home/a/senders.json"_s;
    result.problems = {u"Line 7: nothing."_s};
    return result;
}

} // namespace

void TestServicesDialog::showsPathServicesAndProblems()
{
    const ServicesDialog dialog(list());
    QCOMPARE(dialog.findChild<QLineEdit *>()->text(), u"/home/a/senders.json"_s);
    const auto *tree = dialog.findChild<QTreeWidget *>();
    QCOMPARE(tree->topLevelItemCount(), 2);
    QStringList cells;
    for (int column = 0; column < tree->columnCount(); ++column)
        cells.append(tree->topLevelItem(0)->text(column));
    QCOMPARE(cells,
        QStringList({u"Mine"_s, u"Sends for others"_s, u"a.example"_s, u"b.example, c.example"_s,
            u"your file"_s}));
    QCOMPARE(tree->topLevelItem(1)->text(4), u"built in"_s);
    bool told = false;
    for (const QLabel *label : dialog.findChildren<QLabel *>())
        told = told || label->text() == "Line 7: nothing."_L1;
    QVERIFY(told);
}

void TestServicesDialog::theExampleCanBeRead()
{
    const ServicesDialog dialog(list());
    Notes notes;
    const auto read = readServices(
        dialog.findChild<QPlainTextEdit *>()->toPlainText().toUtf8(), Limits(), notes);
    QVERIFY(read);
    QVERIFY(notes.isEmpty());
    QCOMPARE(read.value().size(), size_t(1));
}

void TestServicesDialog::readsAgain()
{
    ServicesDialog dialog(list());
    QSignalSpy asked(&dialog, &ServicesDialog::reloadRequested);
    for (QPushButton *button : dialog.findChildren<QPushButton *>()) {
        if (button->text() == "&Read Again"_L1)
            button->click();
    }
    QCOMPARE(asked.count(), 1);
    dialog.setList({});
    QCOMPARE(dialog.findChild<QTreeWidget *>()->topLevelItemCount(), 0);
}

void TestServicesDialog::everyKindHasAName()
{
    for (int kind = 1; kind <= int(ServiceKind::Hosting); ++kind)
        QVERIFY(!serviceKindText(ServiceKind(kind)).isEmpty());
}

QTEST_MAIN(TestServicesDialog)
#include "tst_servicesdialog.moc"
