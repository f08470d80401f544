// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/itemremoval.h"

#include "archive/statement.h"

namespace sekisho {

WorkspaceProblem prepareDoomed(Connection &connection)
{
    return connection.execute("CREATE TEMP TABLE IF NOT EXISTS doomed(id INTEGER PRIMARY KEY); "
                              "DELETE FROM temp.doomed");
}

namespace {

/// Records are found by the ids that their report says, so that they need no index of their own.
WorkspaceProblem removeDoomedRecords(Connection &connection)
{
    Statement reports(connection,
        "SELECT first_record, first_record + records FROM temp.doomed JOIN report USING (id)");
    Statement remove(connection, "DELETE FROM record WHERE id >= ? AND id < ?");
    while (reports.next()) {
        if (!(remove << reports.number(0) << reports.number(1)).run())
            return remove.problem();
    }
    return reports.problem();
}

} // namespace

WorkspaceProblem removeDoomedItems(Connection &connection)
{
    if (auto problem = removeDoomedRecords(connection))
        return problem;
    return connection.execute("DELETE FROM report WHERE id IN (SELECT id FROM temp.doomed); "
                              "DELETE FROM failure WHERE id IN (SELECT id FROM temp.doomed); "
                              "DELETE FROM tls_report WHERE id IN (SELECT id FROM temp.doomed); "
                              "DELETE FROM note WHERE item IN (SELECT id FROM temp.doomed); "
                              "DELETE FROM item WHERE id IN (SELECT id FROM temp.doomed)");
}

WorkspaceProblem removeItemsOf(Connection &connection, qint64 source)
{
    if (auto problem = prepareDoomed(connection))
        return problem;
    Statement choose(connection, "INSERT INTO temp.doomed SELECT id FROM item WHERE source = ?");
    if (!(choose << source).run())
        return choose.problem();
    return removeDoomedItems(connection);
}

} // namespace sekisho
