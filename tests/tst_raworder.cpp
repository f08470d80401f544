// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/raworder.h"

#include "tables/column.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace sekisho;
using namespace Qt::StringLiterals;

namespace {

/// A model that holds raw values and shows other texts, which must not matter. QtCore only.
class Values final : public QAbstractTableModel {
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

private:
    QVariantList m_values;
};

QList<int> sourceRows(const RawOrder &sorted)
{
    QList<int> rows;
    for (int i = 0; i < sorted.rowCount(); ++i)
        rows.append(sorted.mapToSource(sorted.index(i, 0)).row());
    return rows;
}

QList<int> order(const QVariantList &values, Qt::SortOrder direction)
{
    Values model(values);
    RawOrder sorted;
    sorted.setSourceModel(&model);
    const QAbstractItemModelTester tester(&sorted);
    sorted.sort(0, direction);
    return sourceRows(sorted);
}

} // namespace

class TestRawOrder final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sorts_data();
    void sorts();
    void followsChanges();
    void takesAnotherModel();
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
}

void TestRawOrder::sorts()
{
    QFETCH(QVariantList, values);
    QTEST(order(values, Qt::AscendingOrder), "rising");
    QTEST(order(values, Qt::DescendingOrder), "falling");
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

QTEST_GUILESS_MAIN(TestRawOrder)
#include "tst_raworder.moc"
