// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/orphans.h"

namespace sekisho {

WorkspaceProblem removeOrphans(Connection &connection)
{
    // Tables of what is in use, since no index leads from a text to all the places that it has.
    return connection.execute(
        "CREATE TEMP TABLE IF NOT EXISTS in_use(id INTEGER PRIMARY KEY); "
        "DELETE FROM temp.in_use; "
        "INSERT OR IGNORE INTO temp.in_use SELECT authentication FROM record; "
        "DELETE FROM authentication WHERE id NOT IN (SELECT id FROM temp.in_use); "
        "DELETE FROM dkim_result WHERE authentication NOT IN (SELECT id FROM temp.in_use); "
        "DELETE FROM spf_result WHERE authentication NOT IN (SELECT id FROM temp.in_use); "
        "DELETE FROM override_reason WHERE authentication NOT IN (SELECT id FROM temp.in_use); "
        "DELETE FROM temp.in_use; "
        "INSERT INTO temp.in_use VALUES (0); "
        "INSERT OR IGNORE INTO temp.in_use SELECT org_name FROM report UNION "
        "SELECT reporter FROM report UNION SELECT email FROM report UNION "
        "SELECT report_id FROM report UNION SELECT domain FROM report UNION "
        "SELECT header_from FROM authentication UNION SELECT envelope_from FROM authentication "
        "UNION SELECT envelope_to FROM authentication UNION "
        "SELECT disposition_text FROM authentication UNION "
        "SELECT dkim_evaluated FROM authentication UNION "
        "SELECT spf_evaluated FROM authentication UNION "
        "SELECT domain FROM dkim_result UNION SELECT selector FROM dkim_result UNION "
        "SELECT human_result FROM dkim_result UNION SELECT result_text FROM dkim_result UNION "
        "SELECT domain FROM spf_result UNION SELECT scope FROM spf_result UNION "
        "SELECT human_result FROM spf_result UNION SELECT result_text FROM spf_result UNION "
        "SELECT type FROM override_reason UNION SELECT comment FROM override_reason; "
        "DELETE FROM text WHERE id NOT IN (SELECT id FROM temp.in_use); "
        "DELETE FROM original WHERE id NOT IN (SELECT original FROM source WHERE original NOTNULL) "
        "AND id NOT IN (SELECT original FROM former_original)");
}

} // namespace sekisho
