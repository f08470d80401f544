// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/spfdialog.h"

#include "support/tableresolver.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTreeWidget>

using namespace sekisho;
using namespace Qt::StringLiterals;

namespace {

struct Shown {
    Shown()
        : dialog({u"example.jp"_s, u"example.com"_s}, {QLocale(QLocale::English), true},
              [this]() -> Resolver & {
                  ++resolverTaken;
                  return resolver;
              })
    {
        dialog.show();
    }
    [[nodiscard]] QPushButton *button(const QString &text) const
    {
        for (QPushButton *each : dialog.findChildren<QPushButton *>()) {
            if (each->text() == text)
                return each;
        }
        return nullptr;
    }
    [[nodiscard]] QPushButton *ok() const
    {
        return dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
    }
    [[nodiscard]] QString texts() const
    {
        QStringList texts;
        for (const QLabel *label : dialog.findChildren<QLabel *>())
            texts.append(label->text());
        return texts.join(u'\n');
    }
    /// "✓ 192.0.2.0/24 | Internal | ip4:192.0.2.0/24 |"
    [[nodiscard]] QStringList rows() const
    {
        QStringList rows;
        for (int i = 0; i < tree()->topLevelItemCount(); ++i) {
            const QTreeWidgetItem *item = tree()->topLevelItem(i);
            QStringList cells;
            for (int column = 0; column < tree()->columnCount(); ++column)
                cells.append(item->text(column));
            const bool ticked = item->checkState(0) == Qt::Checked;
            rows.append((ticked ? u"✓ "_s : QString()) + cells.join(u" | "_s));
        }
        return rows;
    }
    [[nodiscard]] QTreeWidget *tree() const { return dialog.findChild<QTreeWidget *>(); }
    [[nodiscard]] QByteArray result() const { return writeOwnSenders({dialog.entries()}); }

    fixture::TableResolver resolver;
    int resolverTaken = 0;
    SpfDialog dialog;
};

} // namespace

class TestSpfDialog final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void asksNothingByItself();
    void followsIncludesWhenTold();
    void looksTheRecordUp();
    void noRecord();
    void tenLookups();
    void badRecords_data();
    void badRecords();
    void adoptsWhatIsTicked();
    void closesWhileAsking();
};

void TestSpfDialog::asksNothingByItself()
{
    Shown shown;
    QVERIFY(shown.texts().contains("DNS server"_L1));
    QVERIFY(!shown.ok()->isEnabled());
    shown.dialog.setRecord(u"v=spf1 ip4:192.0.2.0/24 include:inc.example -all"_s);
    QCOMPARE(shown.rows(),
        QStringList({u"✓ 192.0.2.0/24 | Internal | ip4:192.0.2.0/24 | "_s,
            u"– |  | include:inc.example | Not looked up."_s}));
    QVERIFY2(shown.texts().contains("1 network"_L1) &&
            shown.texts().contains("have not been followed"_L1),
        qPrintable(shown.texts()));
    QVERIFY(shown.ok()->isEnabled());
    QCOMPARE(shown.resolverTaken, 0);
}

void TestSpfDialog::followsIncludesWhenTold()
{
    Shown shown;
    shown.resolver.addTexts(u"inc.example"_s, {u"v=spf1 ip6:2001:db8::/48 -all"_s});
    shown.resolver.addTexts(u"amazonses.com"_s, {u"v=spf1 ip4:198.51.100.0/24 -all"_s});
    shown.dialog.setRecord(
        u"v=spf1 ip4:192.0.2.0/24 include:inc.example include:amazonses.com -all"_s);
    QPushButton *follow = shown.button(u"&Follow Includes"_s);
    follow->click();
    QVERIFY(!follow->isEnabled());
    QVERIFY(shown.texts().contains("Asking"_L1));
    QTRY_VERIFY(!shown.texts().contains("Asking"_L1));
    QCOMPARE(shown.rows(),
        QStringList({u"✓ 192.0.2.0/24 | Internal | ip4:192.0.2.0/24 | "_s,
            u"✓ 2001:db8::/48 | Internal | inc.example → ip6:2001:db8::/48 | "_s,
            u"198.51.100.0/24 | Third party | amazonses.com → ip4:198.51.100.0/24 | Shared with all customers of amazonses.com"_s}));
    QVERIFY2(shown.texts().contains("need 2 lookups for this record, of at most 10"_L1),
        qPrintable(shown.texts()));
    QVERIFY(!follow->isEnabled()); // nothing is left to follow
}

void TestSpfDialog::looksTheRecordUp()
{
    Shown shown;
    shown.resolver.addTexts(u"example.com"_s, {u"other text"_s, u"v=spf1 ip4:192.0.2.7 ~all"_s});
    shown.dialog.findChild<QComboBox *>()->setCurrentText(u"Example.COM"_s);
    shown.button(u"&Look Up the Record"_s)->click();
    QTRY_COMPARE(shown.dialog.findChild<QPlainTextEdit *>()->toPlainText(),
        u"v=spf1 ip4:192.0.2.7 ~all"_s);
    QCOMPARE(shown.result(), QByteArray("192.0.2.7\tinternal\texample.com\tSPF: ip4:192.0.2.7\n"));
    QCOMPARE(shown.resolver.asked, QList<DnsQuestion>({{DnsType::Txt, u"example.com"_s}}));
}

void TestSpfDialog::noRecord()
{
    Shown shown;
    shown.button(u"&Look Up the Record"_s)->click();
    QTRY_VERIFY2(
        shown.texts().contains("example.jp has no SPF record"_L1), qPrintable(shown.texts()));
    QVERIFY(!shown.ok()->isEnabled());
}

void TestSpfDialog::tenLookups()
{
    Shown shown;
    QString record = u"v=spf1"_s;
    for (int i = 0; i < 11; ++i) {
        const QString name = u"i%1.example"_s.arg(i);
        record += u" include:"_s + name;
        shown.resolver.addTexts(name, {u"v=spf1 ip4:192.0.2.%1 -all"_s.arg(i)});
    }
    shown.dialog.setRecord(record + u" -all"_s);
    shown.button(u"&Follow Includes"_s)->click();
    QTRY_VERIFY2(shown.texts().contains("lookups for this record, of at most 10"_L1),
        qPrintable(shown.texts()));
    QCOMPARE(shown.resolver.asked.size(), 10);
    QCOMPARE(shown.rows().size(), 11);
    QVERIFY(shown.rows().last().contains("Beyond the ten lookups"_L1));
}

void TestSpfDialog::badRecords_data()
{
    QTest::addColumn<QString>("record");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("none") << u"google-site-verification=x"_s << u"This is no SPF record"_s;
    QTest::newRow("version") << u"v=spf2 -all"_s << u"“v=spf2” is not the version"_s;
    QTest::newRow("address") << u"v=spf1 ip4:192.0.2.777 -all"_s
                             << u"“ip4:192.0.2.777” has no valid address"_s;
    QTest::newRow("everyone") << u"v=spf1 +all"_s << u"lets everyone send"_s;
    QTest::newRow("control characters") << u"v=spf1 x\u202ey -all"_s << u"‹U+202E›"_s;
}

void TestSpfDialog::badRecords()
{
    QFETCH(QString, record);
    QFETCH(QString, sentence);
    Shown shown;
    shown.dialog.setRecord(record);
    QVERIFY2(shown.texts().contains(sentence), qPrintable(shown.texts()));
    QVERIFY(!shown.ok()->isEnabled());
}

void TestSpfDialog::adoptsWhatIsTicked()
{
    Shown shown;
    QSignalSpy chosen(&shown.dialog, &SpfDialog::entriesChosen);
    shown.dialog.setRecord(u"\"v=spf1 ip4:192.0.2.0/24 ip4:198.51.100.7 -all\""_s);
    shown.tree()->topLevelItem(0)->setCheckState(0, Qt::Unchecked);
    QCOMPARE(shown.result(),
        QByteArray("198.51.100.7\tinternal\texample.jp\tSPF: ip4:198.51.100.7\n"));
    shown.tree()->topLevelItem(1)->setCheckState(0, Qt::Unchecked);
    QVERIFY(!shown.ok()->isEnabled());
    shown.tree()->topLevelItem(0)->setCheckState(0, Qt::Checked);
    shown.ok()->click();
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen[0][0].value<std::vector<OwnSenders::Entry>>().size(), size_t(1));
}

void TestSpfDialog::closesWhileAsking()
{
    fixture::TableResolver resolver;
    resolver.keepSilent();
    {
        SpfDialog dialog(
            {u"example.jp"_s}, {}, [&resolver]() -> Resolver & { return resolver; });
        for (QPushButton *button : dialog.findChildren<QPushButton *>()) {
            if (button->text() == "&Look Up the Record"_L1)
                button->click();
        }
        QTRY_COMPARE(resolver.running(), 1);
    }
    QCOMPARE(resolver.running(), 0);
}

QTEST_MAIN(TestSpfDialog)
#include "tst_spfdialog.moc"
