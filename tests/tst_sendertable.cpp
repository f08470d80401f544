// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/sendertable.h"

#include "support/matrixfixture.h"
#include "tables/raworder.h"

#include <QAbstractItemModelTester>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

using namespace sekisho;
using namespace Qt::StringLiterals;

namespace {

const Format format{QLocale(QLocale::English), true};

/// example.net with one address, then 192.0.2.* with two.
fixture::View sample(const OwnSenders &own = {})
{
    AggregateReport report = fixture::report(u"google.com"_s, u"1"_s);
    report.records = {fixture::cellRecord(8, u"192.0.2.10"_s, 1),
        fixture::cellRecord(0, u"192.0.2.9"_s, 1499),
        fixture::cellRecord(6, u"198.51.100.1"_s, 2000),
        fixture::cellRecord(4, u"198.51.100.2"_s, 1)};
    report.records[0].headerFrom = u"news.example.com"_s;
    const HostNames hosts{{*IpAddress::parse(u"198.51.100.1"_s), u"a.example.net"_s},
        {*IpAddress::parse(u"198.51.100.2"_s), u"b.example.net"_s}};
    return fixture::viewOf(fixture::datasetOf({report}), {}, hosts, own);
}

void show(SenderTable &table, const fixture::View &view)
{
    table.setSenders(view.dataset, std::make_shared<SenderIndex>(view.senders),
        std::make_shared<Results>(view.results), format);
}

QStringList line(const QModelIndex &first)
{
    QStringList cells;
    for (int i = 0; i < first.model()->columnCount(first.parent()); ++i)
        cells.append(first.siblingAtColumn(i).data().toString());
    return cells;
}

} // namespace

class TestSenderTable final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void groups();
    void addresses();
    void opens();
    void roles();
    void marks_data();
    void marks();
    void sorts_data();
    void sorts();
    void finds();
    void narrows_data();
    void narrows();
    void narrowsWithinWhatIsChosen();
    void excludes();
    void staysSoundWhileDataChanges();
    void noMessages();
    void every();
    void classes();
    void cases();
    void casesSort();
};

void TestSenderTable::groups()
{
    SenderTable table;
    show(table, sample());
    QCOMPARE(table.rowCount(), 2);
    QCOMPARE(line(table.index(0, 0)),
        QStringList({u"example.net"_s, u"Unauthorised"_s, u"example.com"_s,
            u"a.example.net + 1 more"_s, u"2,001"_s, u"99.95\u00a0%"_s, u"0.00\u00a0%"_s, u"99.95\u00a0%"_s,
            u"2017-09-24"_s, u"2017-09-24"_s, u"1"_s, QString(), QString()}));
    QCOMPARE(line(table.index(1, 0)),
        QStringList({u"192.0.2.*"_s, u"Unauthorised"_s, u"example.com + 1 more"_s, QString(),
            u"1,500"_s, u"99.93\u00a0%"_s, u"99.93\u00a0%"_s, u"99.93\u00a0%"_s, u"2017-09-24"_s, u"2017-09-24"_s,
            u"1"_s, QString(), QString()}));
}

void TestSenderTable::addresses()
{
    SenderTable table;
    show(table, sample());
    const QModelIndex group = table.index(1, 0);
    QCOMPARE(table.rowCount(group), 2);
    const QModelIndex address = table.index(1, SenderTable::Name, group);
    QCOMPARE(line(address),
        QStringList({u"192.0.2.10"_s, u"Unauthorised"_s, u"news.example.com"_s, QString(), u"1"_s,
            u"0.00\u00a0%"_s, u"0.00\u00a0%"_s, u"0.00\u00a0%"_s, u"2017-09-24"_s, u"2017-09-24"_s, u"1"_s,
            QString(), QString()}));
    QCOMPARE(address.parent(), group);
    QCOMPARE(table.index(1, SenderTable::Reporters, group).parent(), group);
    QVERIFY(!group.parent().isValid());
    QCOMPARE(table.rowCount(address), 0);
    QCOMPARE(table.rowCount(table.index(1, SenderTable::Host)), 0);
    QCOMPARE(table.senderAt(address)->key, u"192.0.2.10"_s);
    QVERIFY(!table.senderAt({}));
}

/// What can be opened, in the table and in the order that a view has of it.
void TestSenderTable::opens()
{
    SenderTable table;
    RawOrder order;
    order.setSourceModel(&table);
    QVERIFY(!table.hasChildren());
    QVERIFY(!order.hasChildren());
    show(table, sample());
    const std::initializer_list<const QAbstractItemModel *> models{&table, &order};
    for (const QAbstractItemModel *model : models) {
        QVERIFY(model->hasChildren());
        const QModelIndex group = model->index(0, 0);
        QVERIFY(model->hasChildren(group));
        QVERIFY(!model->hasChildren(model->index(0, SenderTable::Host)));
        QVERIFY(!model->hasChildren(model->index(0, 0, group)));
    }
    // The same sender whether its addresses were asked for before or not.
    SenderTable other;
    show(other, sample());
    QCOMPARE(other.rowCount(other.index(1, 0)), 2);
    QCOMPARE(line(other.index(1, 0)), line(table.index(1, 0)));
    QCOMPARE(*other.senderAt(other.index(1, 0)), *table.senderAt(table.index(1, 0)));
}

void TestSenderTable::roles()
{
    SenderTable table;
    show(table, sample());
    const QModelIndex messages = table.index(1, SenderTable::Messages);
    QCOMPARE(messages.data(SortRole), QVariant(qint64(1500)));
    QCOMPARE(messages.data(KeyRole).toString(), u"192.0.2.0/24"_s);
    QVERIFY(!messages.data(ShareRole).isValid());
    QCOMPARE(Qt::Alignment(messages.data(Qt::TextAlignmentRole).toInt()),
        Qt::AlignRight | Qt::AlignVCenter);
    const QModelIndex spf = table.index(1, SenderTable::Spf);
    QCOMPARE(spf.data(ShareRole).toDouble(), 1499.0 / 1500.0);
    QCOMPARE(spf.data(SortRole).toDouble(), 100.0 * 1499.0 / 1500.0);
    QVERIFY(table.index(0, SenderTable::Name).data(FixedRole).toBool());
    QCOMPARE(table.index(1, SenderTable::PerDay).data(SeriesRole).toList(),
        QVariantList({qint64(1500)}));
    QCOMPARE(table.index(1, SenderTable::PerDay).data(SortRole), QVariant(qint64(1500)));
}

void TestSenderTable::marks_data()
{
    QTest::addColumn<int>("cell");
    QTest::addColumn<int>("meaning");
    // Aligned 0, not aligned 1, fail 2, as in ui/paint/theme.h.
    QTest::newRow("both aligned") << 0 << 0;
    QTest::newRow("DKIM aligned") << 2 << 0;
    QTest::newRow("SPF aligned") << 6 << 0;
    QTest::newRow("neither aligned, both pass") << 4 << 1;
    QTest::newRow("neither aligned, DKIM passes") << 5 << 1;
    QTest::newRow("neither aligned, SPF passes") << 7 << 1;
    QTest::newRow("both fail") << 8 << 2;
}

void TestSenderTable::marks()
{
    QFETCH(int, cell);
    AggregateReport report = fixture::report(u"google.com"_s, u"1"_s);
    report.records = {fixture::cellRecord(cell, u"192.0.2.1"_s, 10),
        fixture::cellRecord(8 - cell, u"192.0.2.1"_s, 9)};
    SenderTable table;
    show(table, fixture::viewOf(fixture::datasetOf({report})));
    QTEST(table.index(0, SenderTable::Name).data(MeaningRole).toInt(), "meaning");
    QVERIFY(!table.index(0, SenderTable::Messages).data(MeaningRole).isValid());
}

void TestSenderTable::sorts_data()
{
    QTest::addColumn<int>("column");
    QTest::addColumn<int>("mostAtOnce"); // of rows; more are sorted in another thread
    QTest::addColumn<QStringList>("groups");
    QTest::addColumn<QStringList>("addresses");
    const QStringList network{u"192.0.2.0/24"_s, u"example.net"_s};
    const QStringList hosts{u"example.net"_s, u"192.0.2.0/24"_s};
    const QStringList rising{u"192.0.2.9"_s, u"192.0.2.10"_s};
    const QStringList falling{u"192.0.2.10"_s, u"192.0.2.9"_s};
    for (const int most : {1000, 0}) {
        const auto row = [most](const char *what) -> QTestData & {
            return QTest::addRow("%s, %s", what, most > 0 ? "at once" : "in another thread");
        };
        row("name: addresses by their bytes, before names")
            << int(SenderTable::Name) << most << network << rising;
        row("messages") << int(SenderTable::Messages) << most << network << falling;
        row("DKIM") << int(SenderTable::Dkim) << most << hosts << falling;
        row("domain; equal ones as they were") << int(SenderTable::Domain) << most << hosts << rising;
    }
}

void TestSenderTable::sorts()
{
    QFETCH(int, column);
    QFETCH(int, mostAtOnce);
    SenderTable table;
    RawOrder order;
    order.setMostAtOnce(mostAtOnce);
    order.setSourceModel(&table);
    const QAbstractItemModelTester tester(&order);
    show(table, sample());
    order.sort(column);
    const auto keysOf = [&order](const QModelIndex &parent) {
        QStringList keys;
        for (int i = 0; i < order.rowCount(parent); ++i)
            keys.append(order.index(i, 0, parent).data(KeyRole).toString());
        return keys;
    };
    const auto inOrder = [&order] { return !order.isBusy(); };
    QTRY_VERIFY(inOrder());
    QTEST(keysOf({}), "groups");
    const QPersistentModelIndex group = order.mapFromSource(table.indexOf(u"192.0.2.0/24"_s));
    keysOf(group); // asks for them
    QTRY_VERIFY(inOrder());
    QTEST(keysOf(group), "addresses");
}

void TestSenderTable::finds()
{
    SenderTable table;
    show(table, sample());
    QCOMPARE(table.indexOf(u"192.0.2.0/24"_s), table.index(1, 0));
    QCOMPARE(table.indexOf(u"192.0.2.10"_s), table.index(1, 0, table.index(1, 0)));
    QVERIFY(!table.indexOf(u"203.0.113.1"_s).isValid());
}

void TestSenderTable::narrows_data()
{
    QTest::addColumn<int>("column");
    QTest::addColumn<bool>("possible");
    QTest::addColumn<Filter>("wanted");
    Filter sender;
    sender.senders = {u"192.0.2.0/24"_s};
    QTest::newRow("name") << int(SenderTable::Name) << true << sender;
    Filter domain;
    domain.headerFroms = {u"example.com"_s};
    QTest::newRow("domain") << int(SenderTable::Domain) << true << domain;
    Filter spf = sender;
    spf.cells = {0, 3, 6};
    QTest::newRow("SPF") << int(SenderTable::Spf) << true << spf;
    Filter dkim = sender;
    dkim.cells = {0, 1, 2};
    QTest::newRow("DKIM") << int(SenderTable::Dkim) << true << dkim;
    Filter passed = sender;
    passed.passed = true;
    QTest::newRow("DMARC") << int(SenderTable::Dmarc) << true << passed;
    QTest::newRow("host") << int(SenderTable::Host) << false << Filter();
    QTest::newRow("last") << int(SenderTable::Last) << false << Filter();
}

void TestSenderTable::narrows()
{
    QFETCH(int, column);
    SenderTable table;
    show(table, sample());
    Filter filter;
    QTEST(table.narrow(table.index(1, column), filter, false), "possible");
    QTEST(filter, "wanted");
    QVERIFY(!table.narrow({}, filter, false));
}

void TestSenderTable::narrowsWithinWhatIsChosen()
{
    SenderTable table;
    show(table, sample());
    Filter filter;
    filter.cells = {0, 1, 8};
    QVERIFY(table.narrow(table.index(1, SenderTable::Spf), filter, false));
    QCOMPARE(filter.cells, QList<int>({0}));
    Filter failures;
    failures.cells = {8};
    const Filter before = failures;
    QVERIFY(!table.narrow(table.index(1, SenderTable::Spf), failures, false));
    QCOMPARE(failures, before);
}

void TestSenderTable::excludes()
{
    SenderTable table;
    show(table, sample());
    Filter filter;
    filter.senders = {u"192.0.2.0/24"_s, u"example.net"_s};
    filter.excludedSenders = {u"203.0.113.1"_s};
    const QModelIndex name = table.index(1, SenderTable::Name);
    QVERIFY(table.narrow(name, filter, true));
    QVERIFY(table.narrow(name, filter, true));
    QCOMPARE(filter.senders, QStringList({u"example.net"_s}));
    QCOMPARE(filter.excludedSenders, QStringList({u"203.0.113.1"_s, u"192.0.2.0/24"_s}));
    const Filter before = filter;
    for (const int column :
        {SenderTable::Domain, SenderTable::Spf, SenderTable::Dkim, SenderTable::Dmarc})
        QVERIFY(!table.narrow(table.index(1, column), filter, true));
    QCOMPARE(filter, before);
}

void TestSenderTable::staysSoundWhileDataChanges()
{
    SenderTable table;
    const QAbstractItemModelTester tester(&table);
    QSignalSpy reset(&table, &QAbstractItemModel::modelReset);
    QCOMPARE(table.rowCount(), 0);
    table.retranslate();
    show(table, sample());
    table.retranslate();
    show(table, fixture::viewOf(fixture::datasetOf({})));
    QCOMPARE(table.rowCount(), 0);
    show(table, sample());
    QCOMPARE(table.rowCount(), 2);
    QCOMPARE(reset.size(), 3);
}

void TestSenderTable::noMessages()
{
    AggregateReport report = fixture::report(u"google.com"_s, u"1"_s);
    report.records = {fixture::cellRecord(0, u"not given\u202e"_s, 0)};
    SenderTable table;
    show(table, fixture::viewOf(fixture::datasetOf({report})));
    QCOMPARE(table.index(0, SenderTable::Name).data().toString(), u"not given‹U+202E›"_s);
    QCOMPARE(table.index(0, SenderTable::Name).data(MeaningRole).toInt(), 3);
    QCOMPARE(table.index(0, SenderTable::Spf).data().toString(), u"–"_s);
    QVERIFY(!table.index(0, SenderTable::Spf).data(SortRole).isValid());
    QVERIFY(!table.index(0, SenderTable::Spf).data(ShareRole).isValid());
}

void TestSenderTable::every()
{
    const SenderTable table;
    QSet<QString> keys;
    for (int i = 0; i < table.columnCount(); ++i) {
        keys.insert(table.headerData(i, Qt::Horizontal, ColumnKeyRole).toString());
        QVERIFY(!table.headerData(i, Qt::Horizontal, Qt::DisplayRole).toString().isEmpty());
    }
    QCOMPARE(keys.size(), table.columnCount());
    QVERIFY(!table.headerData(table.columnCount(), Qt::Horizontal, Qt::DisplayRole).isValid());
    QVERIFY(!table.headerData(0, Qt::Vertical, Qt::DisplayRole).isValid());
}

void TestSenderTable::classes()
{
    Notes notes;
    SenderTable table;
    show(table, sample(readOwnSenders("192.0.2.9\tinternal\nexample.net\tthird_party\n", notes)));
    const auto at = [&table](const QModelIndex &row) { return row.siblingAtColumn(SenderTable::Class); };
    const QModelIndex mixed = table.index(1, 0); // 1,499 of 192.0.2.9, 1 of 192.0.2.10
    QCOMPARE(at(mixed).data().toString(), u"Internal + others"_s);
    QCOMPARE(at(table.index(0, 0)).data().toString(), u"Third party"_s);
    QCOMPARE(at(table.index(0, 0)).data(ClassRole).toInt(), int(SenderClass::ThirdParty));
    QCOMPARE(at(table.index(0, 0, mixed)).data().toString(), u"Internal"_s);
    QCOMPARE(at(table.index(1, 0, mixed)).data().toString(), u"Unauthorised"_s);
    Filter filter;
    QVERIFY(table.narrow(at(table.index(0, 0)), filter, false));
    QCOMPARE(filter.scope, Scope::ThirdParty);
    QVERIFY(!table.narrow(at(table.index(0, 0)), filter, true));
}

namespace {

/// example.net is forwarded; of 192.0.2.*, 1,499 messages are direct and 1 a spoof.
std::shared_ptr<const CaseSummary> judged(qint64 spoofs = 1)
{
    auto summary = std::make_shared<CaseSummary>();
    CaseCounts forward{};
    forward[size_t(MailCase::Forward)] = 2001;
    CaseCounts direct{};
    direct[size_t(MailCase::Direct)] = 1499;
    CaseCounts spoof{};
    spoof[size_t(MailCase::Spoof)] = spoofs;
    CaseCounts both = direct;
    both[size_t(MailCase::Spoof)] = spoofs;
    summary->bySender = {{u"example.net"_s, forward}, {u"192.0.2.0/24"_s, both},
        {u"192.0.2.9"_s, direct}, {u"192.0.2.10"_s, spoof}};
    return summary;
}

} // namespace

void TestSenderTable::cases()
{
    SenderTable table;
    const QAbstractItemModelTester tester(&table);
    show(table, sample());
    const auto at = [&table](int row, const QModelIndex &parent = {}) {
        return table.index(row, SenderTable::Case, parent);
    };
    Filter filter;
    QVERIFY(!at(0).data().isValid()); // nothing is judged yet
    QVERIFY(!table.narrow(at(0), filter, false));
    table.setCases(judged(), {});
    const QModelIndex group = table.index(1, 0);
    QCOMPARE(at(0).data().toString(), u"Forward"_s);
    QCOMPARE(at(0).data(CaseRole).toInt(), int(MailCase::Forward));
    QCOMPARE(at(1).data().toString(), u"Direct"_s); // one in 1,500 is no mixture
    QCOMPARE(at(0, group).data().toString(), u"Direct"_s);
    QCOMPARE(at(1, group).data().toString(), u"Spoof"_s);
    QVERIFY(table.narrow(at(1, group), filter, false));
    QCOMPARE(filter.cases, QList<int>{int(MailCase::Spoof)});
    QVERIFY(!table.narrow(at(1, group), filter, true));
    table.setCases(judged(200), {});
    QCOMPARE(at(1).data().toString(), u"Direct + others"_s);
    // Where cases are chosen, only these are shown.
    table.setCases(judged(200), {int(MailCase::Spoof)});
    QCOMPARE(at(1).data().toString(), u"Spoof"_s);
    QVERIFY(!at(0).data().isValid());
}

void TestSenderTable::casesSort()
{
    SenderTable table;
    RawOrder order;
    const QAbstractItemModelTester tester(&order);
    order.setSourceModel(&table);
    show(table, sample());
    table.setCases(judged(200), {});
    order.sort(SenderTable::Case, Qt::AscendingOrder);
    QCOMPARE(order.index(0, SenderTable::Name).data().toString(), u"192.0.2.*"_s);
    order.sort(SenderTable::Case, Qt::DescendingOrder);
    QCOMPARE(order.index(0, SenderTable::Name).data().toString(), u"example.net"_s);
    const QVariant mixed = table.index(1, SenderTable::Case).data(SortRole);
    table.setCases(judged(), {});
    QVERIFY(table.index(1, SenderTable::Case).data(SortRole).toInt() < mixed.toInt());
}

QTEST_GUILESS_MAIN(TestSenderTable)
#include "tst_sendertable.moc"
