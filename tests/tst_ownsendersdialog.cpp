// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/ownsendersdialog.h"

#include "support/tableresolver.h"
#include "tables/ownsendertable.h"

#include <QAbstractItemModelTester>
#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTranslator>
#include <QTreeView>
#include <QTreeWidget>

using namespace sekisho;
using namespace Qt::StringLiterals;

namespace {

OwnSenders own(const QByteArray &tsv)
{
    Notes notes;
    return readOwnSenders(tsv, notes);
}

Suggestion suggestion()
{
    Suggestion found;
    found.entry = own("2001:db8:10::/48\tinternal\texample.jp\n").entries.front();
    found.ground = Suggestion::Ground::AlignedSpf;
    found.messages = 1200;
    found.aligned = 1188;
    found.reporters = 4;
    found.days = 30;
    return found;
}

struct Shown {
    explicit Shown(const QByteArray &tsv = {})
        : dialog(own(tsv), {QLocale(QLocale::English), true}, {u"example.jp"_s},
              [this]() -> Resolver & { return resolver; })
        , chosen(&dialog, &OwnSendersDialog::sendersChosen)
    {
        table = dialog.findChild<OwnSenderTable *>();
        new QAbstractItemModelTester(
            table, QAbstractItemModelTester::FailureReportingMode::QtTest, table);
        ok = dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
        dialog.show();
    }
    void type(int row, OwnSenderTable::Column column, const QVariant &value) const
    {
        QVERIFY(table->setData(table->index(row, column), value, Qt::EditRole));
    }
    [[nodiscard]] QPushButton *button(const QString &text) const
    {
        for (QPushButton *each : dialog.findChildren<QPushButton *>()) {
            if (each->text() == text)
                return each;
        }
        return nullptr;
    }
    [[nodiscard]] QString texts() const
    {
        QStringList texts;
        for (const QLabel *label : dialog.findChildren<QLabel *>()) {
            if (label->isVisible())
                texts.append(label->text());
        }
        return texts.join(u'\n');
    }
    [[nodiscard]] QByteArray result() const { return writeOwnSenders(dialog.senders()); }

    fixture::TableResolver resolver;
    OwnSendersDialog dialog;
    QSignalSpy chosen;
    OwnSenderTable *table = nullptr;
    QPushButton *ok = nullptr;
};

} // namespace

class TestOwnSendersDialog final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showsAndKeepsAll();
    void aTypedSender_data();
    void aTypedSender();
    void wrongInputIsSaid_data();
    void wrongInputIsSaid();
    void okAndCancel();
    void removesRows();
    void imports();
    void suggestionsAreTakenWhenTicked();
    void takesSendersOfAnSpfRecord();
    void speaksAnotherLanguageWhileOpen();
    void evidence_data();
    void evidence();
};

void TestOwnSendersDialog::showsAndKeepsAll()
{
    const QByteArray tsv =
        "192.0.2.0/24\tinternal\texample.jp\tData centre\n2001:db8::1\tinternal\n"
        "mailer.example\tthird_party\t\tLetters\nspf:b.example\tthird_party\n"
        "dkim:example.jp\tinternal\ndkim:s1._domainkey.example.jp\tthird_party\n";
    const Shown shown(tsv);
    QCOMPARE(shown.table->rowCount(), 6);
    QCOMPARE(shown.result(), tsv);
    QStringList kinds;
    for (int row = 0; row < 6; ++row)
        kinds.append(shown.table->index(row, OwnSenderTable::Kind).data().toString());
    QCOMPARE(kinds,
        (QStringList{u"Address or network"_s, u"Address or network"_s, u"Host name"_s,
            u"SPF domain"_s, u"DKIM domain"_s, u"DKIM domain"_s}));
    QCOMPARE(shown.table->index(0, OwnSenderTable::Class).data().toString(), u"Internal"_s);
    QCOMPARE(shown.table->index(0, OwnSenderTable::Domain).data().toString(), u"example.jp"_s);
    QCOMPARE(shown.table->index(1, OwnSenderTable::Domain).data().toString(), u"all"_s);
    QVERIFY(shown.ok->isEnabled());
}

void TestOwnSendersDialog::aTypedSender_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("address") << u" 192.0.2.7 "_s << QByteArray("192.0.2.7\tinternal\n");
    QTest::newRow("network") << u"2001:db8::/32"_s << QByteArray("2001:db8::/32\tinternal\n");
    QTest::newRow("host name") << u"Mail.Example.com."_s
                               << QByteArray("mail.example.com\tinternal\n");
    QTest::newRow("SPF") << u"spf:Bounce.example"_s << QByteArray("spf:bounce.example\tinternal\n");
    QTest::newRow("DKIM") << u"dkim:example.jp"_s << QByteArray("dkim:example.jp\tinternal\n");
    QTest::newRow("key") << u"s1._domainkey.example.jp"_s
                         << QByteArray("dkim:s1._domainkey.example.jp\tinternal\n");
}

void TestOwnSendersDialog::aTypedSender()
{
    QFETCH(QString, text);
    QFETCH(QByteArray, line);
    const Shown shown;
    shown.button(u"&Add"_s)->click();
    QVERIFY(shown.ok->isEnabled()); // an empty row is nothing
    QCOMPARE(shown.result(), QByteArray());
    shown.type(0, OwnSenderTable::Name, text);
    QCOMPARE(shown.result(), line);
}

void TestOwnSendersDialog::wrongInputIsSaid_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("sentence");
    using Kind = OwnSenderTable::SenderKind;
    QTest::newRow("address") << int(Kind::Network) << u"192.0.2.777"_s
                             << u"neither an address nor a network"_s;
    QTest::newRow("prefix") << int(Kind::Network) << u"192.0.2.0/99"_s
                            << u"neither an address nor a network"_s;
    QTest::newRow("host") << int(Kind::Host) << u"mail example"_s << u"not a domain name"_s;
    QTest::newRow("SPF") << int(Kind::Spf) << u"a/b"_s << u"not a domain name"_s;
    QTest::newRow("DKIM") << int(Kind::Dkim) << u"s1._domainkey."_s << u"not a signing domain"_s;
    QTest::newRow("nothing") << int(Kind::Host) << QString() << u"not a domain name"_s;
    QTest::newRow("twice") << int(Kind::Network) << u"192.0.2.1"_s << u"twice"_s;
}

void TestOwnSendersDialog::wrongInputIsSaid()
{
    QFETCH(int, kind);
    QFETCH(QString, text);
    QFETCH(QString, sentence);
    const Shown shown("192.0.2.1\tinternal\n");
    shown.button(u"&Add"_s)->click();
    shown.type(1, OwnSenderTable::Name, text);
    shown.type(1, OwnSenderTable::Kind, kind);
    shown.type(1, OwnSenderTable::Note, u"mine"_s);
    QVERIFY(!shown.ok->isEnabled());
    QVERIFY2(shown.texts().contains("Row 2: "_L1) && shown.texts().contains(sentence),
        qPrintable(shown.texts()));
    shown.type(1, OwnSenderTable::Name, u"192.0.2.2"_s);
    QVERIFY(shown.ok->isEnabled());
    QVERIFY(!shown.texts().contains("Row 2: "_L1));
}

void TestOwnSendersDialog::okAndCancel()
{
    Shown shown("192.0.2.1\tinternal\n");
    shown.type(0, OwnSenderTable::Class, int(SenderClass::ThirdParty));
    shown.type(0, OwnSenderTable::Domain, u"Example.JP"_s);
    shown.dialog.reject();
    QVERIFY(shown.chosen.isEmpty());
    shown.ok->click();
    QCOMPARE(shown.chosen.size(), 1);
    QCOMPARE(writeOwnSenders(shown.chosen.first().first().value<OwnSenders>()),
        QByteArray("192.0.2.1\tthird_party\texample.jp\n"));
}

void TestOwnSendersDialog::removesRows()
{
    const Shown shown("192.0.2.1\tinternal\n192.0.2.2\tinternal\n192.0.2.3\tinternal\n");
    QPushButton *remove = shown.button(u"&Remove"_s);
    QVERIFY(!remove->isEnabled());
    auto *view = shown.dialog.findChild<QTreeView *>(u"ownSenders"_s);
    QCOMPARE(view->model(), shown.table);
    const auto rows = QItemSelectionModel::Select | QItemSelectionModel::Rows;
    view->selectionModel()->select(shown.table->index(0, 0), rows);
    view->selectionModel()->select(shown.table->index(2, 0), rows);
    QVERIFY(remove->isEnabled());
    remove->click();
    QCOMPARE(shown.result(), QByteArray("192.0.2.2\tinternal\n"));
}

void TestOwnSendersDialog::imports()
{
    Shown shown("192.0.2.1\tinternal\n");
    shown.dialog.takeImported("# comment\n192.0.2.1\tinternal\n192.0.2.2\tthird_party\nnonsense\n");
    QCOMPARE(shown.result(), QByteArray("192.0.2.1\tinternal\n192.0.2.2\tthird_party\n"));
    QVERIFY2(shown.texts().contains("line 4: nonsense"_L1), qPrintable(shown.texts()));
    QVERIFY(shown.texts().contains("1 sender"_L1));
}

void TestOwnSendersDialog::suggestionsAreTakenWhenTicked()
{
    Shown shown;
    QVERIFY(shown.texts().contains("Looking for senders"_L1));
    shown.dialog.setSuggestions({});
    QVERIFY(shown.texts().contains("No sender looks like"_L1));
    Suggestion other = suggestion();
    other.entry = own("mail.example.net\tthird_party\n").entries.front();
    shown.dialog.setSuggestions({suggestion(), other});
    QCOMPARE(shown.result(), QByteArray()); // never adopted silently
    auto *list = shown.dialog.findChild<QTreeWidget *>();
    QPushButton *take = shown.button(u"Add the &ticked ones"_s);
    QVERIFY(!take->isEnabled());
    list->topLevelItem(0)->setCheckState(0, Qt::Checked);
    take->click();
    QCOMPARE(shown.result(), QByteArray("2001:db8:10::/48\tinternal\texample.jp\n"));
    QCOMPARE(list->topLevelItemCount(), 1);
    QCOMPARE(list->topLevelItem(0)->text(0), u"mail.example.net"_s);
}

void TestOwnSendersDialog::takesSendersOfAnSpfRecord()
{
    Shown shown("192.0.2.0/24\tinternal\texample.jp\n");
    shown.button(u"From &SPF…"_s)->click();
    auto *dialog = shown.dialog.findChild<SpfDialog *>();
    QVERIFY(dialog);
    dialog->setRecord(u"v=spf1 ip4:192.0.2.0/24 ip4:198.51.100.7 -all"_s);
    dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok)->click();
    QCOMPARE(shown.result(),
        QByteArray("192.0.2.0/24\tinternal\texample.jp\n"
                   "198.51.100.7\tinternal\texample.jp\tSPF: ip4:198.51.100.7\n"));
    QVERIFY(shown.resolver.asked.isEmpty());
}

/// What is typed and ticked stays.
void TestOwnSendersDialog::speaksAnotherLanguageWhileOpen()
{
    Shown shown("192.0.2.1\tinternal\n");
    shown.dialog.setSuggestions({suggestion()});
    auto *list = shown.dialog.findChild<QTreeWidget *>();
    list->topLevelItem(0)->setCheckState(0, Qt::Checked);
    shown.type(0, OwnSenderTable::Note, u"mine"_s);
    class Shouting final : public QTranslator {
    public:
        bool isEmpty() const override { return false; }
        QString translate(const char *, const char *text, const char *, int) const override
        {
            return QString::fromUtf8(text).toUpper();
        }
    } translator;
    QCoreApplication::installTranslator(&translator);
    QCoreApplication::processEvents(); // the event is posted
    const QString title = shown.dialog.windowTitle();
    const QString header =
        shown.table->headerData(0, Qt::Horizontal, Qt::DisplayRole).toString();
    const QString texts = shown.texts();
    const bool add = shown.button(u"&ADD"_s) != nullptr;
    QCoreApplication::removeTranslator(&translator);
    QCOMPARE(title, u"OWN SENDERS"_s);
    QCOMPARE(header, u"KNOWN BY"_s);
    QVERIFY(add);
    QVERIFY2(texts.contains("LOOK LIKE YOURS"_L1), qPrintable(texts));
    QCOMPARE(list->topLevelItem(0)->checkState(0), Qt::Checked);
    QCOMPARE(shown.result(), QByteArray("192.0.2.1\tinternal\t\tmine\n"));
}

void TestOwnSendersDialog::evidence_data()
{
    QTest::addColumn<Suggestion::Ground>("ground");
    QTest::addColumn<QString>("word");
    QTest::newRow("SPF") << Suggestion::Ground::AlignedSpf << u"SPF record"_s;
    QTest::newRow("key") << Suggestion::Ground::OwnKey << u"DKIM key"_s;
    QTest::newRow("tenant") << Suggestion::Ground::OwnTenant << u"own account"_s;
}

void TestOwnSendersDialog::evidence()
{
    QFETCH(Suggestion::Ground, ground);
    QFETCH(QString, word);
    Suggestion found = suggestion();
    found.ground = ground;
    const QString text = evidenceText(found, {QLocale(QLocale::English), true});
    for (const QString &part : {word, u"99.00"_s, u"1,200"_s, u"4 reporter"_s, u"30 day"_s})
        QVERIFY2(text.contains(part), qPrintable(text));
}

QTEST_MAIN(TestOwnSendersDialog)
#include "tst_ownsendersdialog.moc"
