// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/raworder.h"

#include "tables/column.h"

#include <QAbstractItemModelTester>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>
#include <QThreadPool>

#include <atomic>
#include <functional>
#include <memory>

using namespace sekisho;
using namespace Qt::StringLiterals;

namespace {

/// A model that holds raw values and shows other texts, which must not matter. QtCore only.
class Values : public QAbstractTableModel {
public:
    explicit Values(QVariantList values)
        : m_values(std::move(values))
    {
    }
    [[nodiscard]] int rowCount(const QModelIndex &parent) const override
    {
        return parent.isValid() ? 0 : int(m_values.size());
    }
    [[nodiscard]] int columnCount(const QModelIndex &parent) const override
    {
        return parent.isValid() ? 0 : 1;
    }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override
    {
        if (role == SortRole)
            return m_values.at(index.row());
        return role == Qt::DisplayRole ? QVariant(QString::number(-index.row())) : QVariant();
    }
    void change(int row, const QVariant &value)
    {
        m_values[row] = value;
        Q_EMIT dataChanged(index(row, 0), index(row, 0));
    }
    void insert(int row, const QVariant &value)
    {
        beginInsertRows({}, row, row);
        m_values.insert(row, value);
        endInsertRows();
    }
    void remove(int row)
    {
        beginRemoveRows({}, row, row);
        m_values.removeAt(row);
        endRemoveRows();
    }
    void reset(const QVariantList &values)
    {
        beginResetModel();
        m_values = values;
        endResetModel();
    }

protected:
    QVariantList m_values;
};

/// Its values are found in another thread, each time that `gate` is opened, or until it is told to
/// stop.
class SlowValues final : public Values, public OrderSource {
public:
    using Values::Values;

    [[nodiscard]] RawValues rawValues(int, const QModelIndex &) const override
    {
        return [values = m_values, state = state](const Stop &stop) -> std::vector<QVariant> {
            ++state->begun;
            while (!stop.requested()) {
                if (state->gate.tryAcquire(1, 1))
                    return {values.begin(), values.end()};
            }
            ++state->stopped;
            return {};
        };
    }

    struct State {
        QSemaphore gate;
        std::atomic<int> begun = 0;
        std::atomic<int> stopped = 0;
    };
    std::shared_ptr<State> state = std::make_shared<State>();
};

QList<int> sourceRows(const RawOrder &sorted)
{
    QList<int> rows;
    for (int i = 0; i < sorted.rowCount(); ++i)
        rows.append(sorted.mapToSource(sorted.index(i, 0)).row());
    return rows;
}

constexpr int none = 0; ///< of rows that are sorted at once

QList<int> order(const QVariantList &values, Qt::SortOrder direction, int mostAtOnce)
{
    Values model(values);
    RawOrder sorted;
    sorted.setMostAtOnce(mostAtOnce);
    sorted.setSourceModel(&model);
    const QAbstractItemModelTester tester(&sorted);
    sorted.sort(0, direction);
    return QTest::qWaitFor([&sorted] { return !sorted.isBusy(); }) ? sourceRows(sorted) : QList<int>{-1};
}

} // namespace

class TestRawOrder final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sorts_data();
    void sorts();
    void followsChanges();
    void takesAnotherModel();
    void rowsStayUntilTheyAreInOrder();
    void newRowsAreUnorderedAtFirst();
    void theLatestWins();
    void stopsWhatNobodyWants_data();
    void stopsWhatNobodyWants();
    void tellsWhenOrdered();
    void comesAsItIs();
};

void TestRawOrder::sorts_data()
{
    QTest::addColumn<QVariantList>("values");
    QTest::addColumn<QList<int>>("rising");
    QTest::addColumn<QList<int>>("falling");
    QTest::newRow("numbers") << QVariantList{10, 9, 100} << QList<int>{1, 0, 2}
                             << QList<int>{2, 0, 1};
    QTest::newRow("large numbers") << QVariantList{qint64(5'000'000'001), qint64(5'000'000'000)}
                                   << QList<int>{1, 0} << QList<int>{0, 1};
    QTest::newRow("shares") << QVariantList{99.99, 5.0, 100.0} << QList<int>{1, 0, 2}
                            << QList<int>{2, 0, 1};
    QTest::newRow("nothing before zero")
        << QVariantList{0, QVariant(), -1} << QList<int>{1, 2, 0} << QList<int>{0, 2, 1};
    QTest::newRow("texts without case")
        << QVariantList{u"b"_s, u"C"_s, u"a"_s} << QList<int>{2, 0, 1} << QList<int>{1, 0, 2};
    QTest::newRow("equal ones keep their order")
        << QVariantList{1, 1, 0, 1} << QList<int>{2, 0, 1, 3} << QList<int>{0, 1, 3, 2};
    QTest::newRow("equal texts keep their order")
        << QVariantList{u"b"_s, u"B"_s, u"a"_s, u"b"_s} << QList<int>{2, 0, 1, 3} << QList<int>{0, 1, 3, 2};
    QTest::newRow("whole and broken numbers")
        << QVariantList{2, 1.5, qint64(1)} << QList<int>{2, 1, 0} << QList<int>{0, 1, 2};
    QTest::newRow("numbers without a sign beyond those with one")
        << QVariantList{quint64(1) << 63, quint64(1)} << QList<int>{1, 0} << QList<int>{0, 1};
    QTest::newRow("nothing among texts")
        << QVariantList{u"a"_s, QVariant(), u""_s} << QList<int>{1, 2, 0} << QList<int>{0, 2, 1};
    QTest::newRow("nothing among numbers of several kinds")
        << QVariantList{1, QVariant(), 0.5} << QList<int>{1, 2, 0} << QList<int>{0, 2, 1};
    QTest::newRow("nothing but nothing")
        << QVariantList{QVariant(), QVariant()} << QList<int>{0, 1} << QList<int>{0, 1};
    QTest::newRow("one") << QVariantList{1} << QList<int>{0} << QList<int>{0};
    QTest::newRow("no rows") << QVariantList() << QList<int>() << QList<int>();
}

void TestRawOrder::sorts()
{
    QFETCH(QVariantList, values);
    for (const int mostAtOnce : {1000, none}) {
        QTEST(order(values, Qt::AscendingOrder, mostAtOnce), "rising");
        QTEST(order(values, Qt::DescendingOrder, mostAtOnce), "falling");
    }
}

void TestRawOrder::followsChanges()
{
    Values model({3, 1, 2});
    RawOrder sorted;
    sorted.setSourceModel(&model);
    const QAbstractItemModelTester tester(&sorted);
    sorted.sort(0);
    QCOMPARE(sourceRows(sorted), (QList<int>{1, 2, 0}));
    model.change(1, 9);
    QCOMPARE(sourceRows(sorted), (QList<int>{2, 0, 1}));
    model.insert(0, 5); // 5 3 9 2
    QCOMPARE(sourceRows(sorted), (QList<int>{3, 1, 0, 2}));
    model.remove(1); // 5 9 2
    QCOMPARE(sourceRows(sorted), (QList<int>{2, 0, 1}));
    model.reset({1, 0});
    QCOMPARE(sourceRows(sorted), (QList<int>{1, 0}));
}

void TestRawOrder::takesAnotherModel()
{
    Values first({3, 1, 2});
    Values second({1, 2, 3, 0});
    RawOrder sorted;
    sorted.setSourceModel(&first);
    sorted.sort(0);
    sorted.setSourceModel(&second);
    QCOMPARE(sourceRows(sorted), (QList<int>{3, 0, 1, 2}));
    first.change(0, 0); // no longer any matter
    QCOMPARE(sourceRows(sorted), (QList<int>{3, 0, 1, 2}));
}

void TestRawOrder::rowsStayUntilTheyAreInOrder()
{
    SlowValues model({3, 1, 2});
    RawOrder sorted;
    sorted.setMostAtOnce(none);
    sorted.setSourceModel(&model);
    const QAbstractItemModelTester tester(&sorted);
    const QPersistentModelIndex one = sorted.index(1, 0);
    sorted.sort(0);
    QVERIFY(sorted.isBusy());
    QVERIFY(!sorted.isUnordered());
    QCOMPARE(sourceRows(sorted), (QList<int>{0, 1, 2}));
    model.state->gate.release();
    QTRY_VERIFY(!sorted.isBusy());
    QCOMPARE(sourceRows(sorted), (QList<int>{1, 2, 0}));
    QCOMPARE(one.row(), 0); // what was chosen goes along
    QCOMPARE(sorted.mapToSource(one).row(), 1);
    sorted.sort(0); // as it is
    QVERIFY(!sorted.isBusy());
}

void TestRawOrder::newRowsAreUnorderedAtFirst()
{
    SlowValues model({3, 1, 2});
    RawOrder sorted;
    sorted.setMostAtOnce(none);
    sorted.setSourceModel(&model);
    const QAbstractItemModelTester tester(&sorted);
    sorted.sort(0);
    model.state->gate.release();
    QTRY_VERIFY(!sorted.isBusy());
    model.reset({9, 8});
    QVERIFY(sorted.isUnordered());
    QCOMPARE(sourceRows(sorted), (QList<int>{0, 1}));
    model.state->gate.release();
    QTRY_VERIFY(!sorted.isUnordered());
    QCOMPARE(sourceRows(sorted), (QList<int>{1, 0}));
    model.change(0, 1);
    QVERIFY(sorted.isBusy());
    QVERIFY(!sorted.isUnordered());
    model.state->gate.release();
    QTRY_VERIFY(!sorted.isBusy());
    QCOMPARE(sourceRows(sorted), (QList<int>{0, 1}));
}

void TestRawOrder::theLatestWins()
{
    SlowValues model({3, 1, 2});
    RawOrder sorted;
    sorted.setMostAtOnce(none);
    sorted.setSourceModel(&model);
    QSignalSpy changes(&sorted, &QAbstractItemModel::layoutChanged);
    sorted.sort(0, Qt::AscendingOrder);
    sorted.sort(0, Qt::DescendingOrder);
    model.state->gate.release(2);
    QTRY_VERIFY(!sorted.isBusy());
    QCOMPARE(sourceRows(sorted), (QList<int>{0, 2, 1}));
    QThreadPool::globalInstance()->waitForDone();
    QCoreApplication::processEvents(); // for an answer that comes late
    QCOMPARE(sourceRows(sorted), (QList<int>{0, 2, 1}));
    QCOMPARE(changes.size(), 1);
}

void TestRawOrder::stopsWhatNobodyWants_data()
{
    using Action = std::function<void(SlowValues &, std::unique_ptr<RawOrder> &)>;
    QTest::addColumn<Action>("action");
    QTest::newRow("other rows") << Action([](SlowValues &model, auto &) { model.reset({}); });
    QTest::newRow("as they come") << Action([](SlowValues &, auto &sorted) { sorted->sort(-1); });
    QTest::newRow("another model") << Action([](SlowValues &, auto &sorted) { sorted->setSourceModel(nullptr); });
    QTest::newRow("deleted") << Action([](SlowValues &, auto &sorted) { sorted.reset(); });
}

/// The gate stays closed: without a word it would go on for ever.
void TestRawOrder::stopsWhatNobodyWants()
{
    using Action = std::function<void(SlowValues &, std::unique_ptr<RawOrder> &)>;
    QFETCH(const Action, action);
    SlowValues model({3, 1, 2});
    auto sorted = std::make_unique<RawOrder>();
    sorted->setMostAtOnce(none);
    sorted->setSourceModel(&model);
    sorted->sort(0);
    QTRY_COMPARE(model.state->begun.load(), 1);
    action(model, sorted);
    QTRY_COMPARE(model.state->stopped.load(), 1);
    QVERIFY(!sorted || !sorted->isBusy());
}

void TestRawOrder::tellsWhenOrdered()
{
    SlowValues model({3, 1, 2});
    RawOrder sorted;
    sorted.setMostAtOnce(none);
    sorted.setSourceModel(&model);
    QStringList calls;
    const auto call = [&](const QString &name) {
        sorted.whenOrdered([&, name] { calls.append(name + QString::number(sorted.index(0, 0).isValid() ? sourceRows(sorted).first() : -1)); });
    };
    call(u"at once "_s);
    QCOMPARE(calls, QStringList{u"at once 0"_s});
    sorted.sort(0);
    call(u"not the latest "_s);
    call(u"later "_s);
    QCOMPARE(calls.size(), 1);
    model.state->gate.release();
    QTRY_COMPARE(calls, (QStringList{u"at once 0"_s, u"later 1"_s}));
    sorted.sort(0, Qt::DescendingOrder);
    call(u"of rows that are gone "_s);
    model.reset({1, 2, 3});
    model.state->gate.release(2); // one may go to the order that is being stopped
    QTRY_VERIFY(!sorted.isBusy());
    QCOMPARE(calls.size(), 2);
}

/// What is in order anyway is not looked at.
void TestRawOrder::comesAsItIs()
{
    class Ordered final : public Values, public OrderSource {
    public:
        using Values::Values;
        [[nodiscard]] RawValues rawValues(int, const QModelIndex &) const override { return {}; }
        [[nodiscard]] bool isInOrder(int column, Qt::SortOrder order) const override
        {
            return column == 0 && order == Qt::DescendingOrder;
        }
    };
    Ordered model({3, 2, 1});
    RawOrder sorted;
    sorted.setMostAtOnce(none);
    sorted.setSourceModel(&model);
    sorted.sort(0, Qt::DescendingOrder);
    QVERIFY(!sorted.isBusy());
    QCOMPARE(sourceRows(sorted), (QList<int>{0, 1, 2}));
}

QTEST_GUILESS_MAIN(TestRawOrder)
#include "tst_raworder.moc"
