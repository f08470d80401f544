// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/schema.h"

#include "archive/statement.h"
#include "archive/storedwords.h"

namespace sekisho {

namespace {

/// Moments are UTC seconds. Columns that say "text" hold the id of a row of the table text; the
/// views at the end give them as texts.
constexpr char tables[] = R"sql(
-- What this file is.
CREATE TABLE workspace (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;

-- How it is kept, and what else the user set.
CREATE TABLE setting (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;

-- Each import; one that is not finished was interrupted, or goes on at this moment.
CREATE TABLE import_run (
    id INTEGER PRIMARY KEY,
    begun INTEGER NOT NULL,
    last_batch INTEGER NOT NULL,
    finished INTEGER NOT NULL DEFAULT 0,
    files INTEGER NOT NULL DEFAULT 0
);

-- The bytes of files and mails as they came, each once. compression: none or zlib;
-- NULL: the bytes are not kept.
CREATE TABLE original (
    id INTEGER PRIMARY KEY,
    sha256 TEXT NOT NULL UNIQUE,
    size INTEGER NOT NULL,
    compression TEXT,
    bytes BLOB
);

-- A file or mail that was read. original: what it held when it was read last; NULL: unreadable.
-- forgotten: how many of its items were.
CREATE TABLE source (
    id INTEGER PRIMARY KEY,
    path TEXT NOT NULL UNIQUE,
    size INTEGER NOT NULL,
    modified INTEGER NOT NULL,
    original INTEGER REFERENCES original(id),
    import_run INTEGER NOT NULL,
    read_at INTEGER NOT NULL,
    forgotten INTEGER NOT NULL DEFAULT 0,
    mailbox_account TEXT,
    mailbox_folder TEXT,
    uid_validity INTEGER,
    uid INTEGER
);
CREATE INDEX source_original ON source(original);

-- What a source held before it changed.
CREATE TABLE former_original (
    source INTEGER NOT NULL REFERENCES source(id),
    original INTEGER NOT NULL REFERENCES original(id),
    replaced INTEGER NOT NULL,
    PRIMARY KEY (source, original)
) WITHOUT ROWID;
CREATE INDEX former_original_original ON former_original(original);

-- Files that hold what was forgotten: SHA-256 of path, size and date, so that they are not read again.
CREATE TABLE forgotten (
    fingerprint TEXT PRIMARY KEY,
    since INTEGER NOT NULL
) WITHOUT ROWID;

-- What was found in a source: one line of the import log. members: names on the way to it, a JSON
-- array. received: date of the mail it came in, else of the file.
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    source INTEGER NOT NULL REFERENCES source(id),
    members TEXT,
    leaf INTEGER NOT NULL,
    kind INTEGER NOT NULL REFERENCES item_kind(id),
    status INTEGER NOT NULL REFERENCES item_status(id),
    received INTEGER NOT NULL
);
CREATE INDEX item_source ON item(source);

-- A finding about an item.
CREATE TABLE note (
    item INTEGER NOT NULL REFERENCES item(id),
    position INTEGER NOT NULL,
    code TEXT NOT NULL,
    detail TEXT NOT NULL,
    count INTEGER NOT NULL,
    byte_offset INTEGER NOT NULL,
    line INTEGER NOT NULL,
    byte_column INTEGER NOT NULL,
    PRIMARY KEY (item, position)
) WITHOUT ROWID;

-- Every text once.
CREATE TABLE text (
    id INTEGER PRIMARY KEY,
    value TEXT NOT NULL UNIQUE
);

-- An aggregate report; its id is that of its item. org_name, reporter, email, report_id and domain
-- are texts. Its records have the ids from first_record on. counted: 0 for a duplicate, or the older
-- one of a conflict.
CREATE TABLE report (
    id INTEGER PRIMARY KEY REFERENCES item(id),
    org_name INTEGER NOT NULL,
    reporter INTEGER NOT NULL,
    email INTEGER NOT NULL,
    report_id INTEGER NOT NULL,
    domain INTEGER NOT NULL,
    period_begin INTEGER NOT NULL,
    period_end INTEGER NOT NULL,
    policy_domain TEXT NOT NULL,
    policy_version TEXT NOT NULL,
    adkim TEXT NOT NULL,
    aspf TEXT NOT NULL,
    p TEXT NOT NULL,
    sp TEXT NOT NULL,
    np TEXT NOT NULL,
    pct TEXT NOT NULL,
    fo TEXT NOT NULL,
    testing TEXT NOT NULL,
    discovery_method TEXT NOT NULL,
    generator TEXT NOT NULL,
    extra_contact_info TEXT NOT NULL,
    version TEXT NOT NULL,
    errors TEXT,
    dialect INTEGER NOT NULL REFERENCES dialect(id),
    first_record INTEGER NOT NULL,
    records INTEGER NOT NULL,
    messages INTEGER NOT NULL,
    passed_messages INTEGER NOT NULL,
    content_hash INTEGER NOT NULL,
    counted INTEGER NOT NULL DEFAULT 1
);

-- A record of a report: messages from one address with one outcome. "row" counts from 0 in the
-- order of the XML.
CREATE TABLE record (
    id INTEGER PRIMARY KEY,
    report INTEGER NOT NULL,
    "row" INTEGER NOT NULL,
    source_ip TEXT NOT NULL,
    messages INTEGER NOT NULL,
    authentication INTEGER NOT NULL
);

-- What records say beside address and number; many records share one. header_from, envelope_from,
-- envelope_to, disposition_text, dkim_evaluated and spf_evaluated are texts. reported and computed
-- are cells of the matrix; flags a sum of bits of record_flag.
CREATE TABLE authentication (
    id INTEGER PRIMARY KEY,
    header_from INTEGER NOT NULL,
    envelope_from INTEGER NOT NULL,
    envelope_to INTEGER NOT NULL,
    disposition INTEGER NOT NULL,
    disposition_text INTEGER NOT NULL,
    dkim_evaluated INTEGER NOT NULL,
    spf_evaluated INTEGER NOT NULL,
    reported INTEGER NOT NULL,
    computed INTEGER NOT NULL,
    dkim_reason INTEGER NOT NULL,
    spf_reason INTEGER NOT NULL,
    flags INTEGER NOT NULL
);

-- auth_results; domain, selector, scope, human_result and result_text are texts.
CREATE TABLE dkim_result (
    authentication INTEGER NOT NULL,
    position INTEGER NOT NULL,
    domain INTEGER NOT NULL,
    selector INTEGER NOT NULL,
    human_result INTEGER NOT NULL,
    result INTEGER NOT NULL,
    result_text INTEGER NOT NULL,
    PRIMARY KEY (authentication, position)
) WITHOUT ROWID;
CREATE TABLE spf_result (
    authentication INTEGER NOT NULL,
    position INTEGER NOT NULL,
    domain INTEGER NOT NULL,
    scope INTEGER NOT NULL,
    human_result INTEGER NOT NULL,
    result INTEGER NOT NULL,
    result_text INTEGER NOT NULL,
    PRIMARY KEY (authentication, position)
) WITHOUT ROWID;

-- Why the receiver departed from the policy; type and comment are texts.
CREATE TABLE override_reason (
    authentication INTEGER NOT NULL,
    position INTEGER NOT NULL,
    type INTEGER NOT NULL,
    comment INTEGER NOT NULL,
    PRIMARY KEY (authentication, position)
) WITHOUT ROWID;

-- A failure report; its id is that of its item. details: all of it, as JSON.
CREATE TABLE failure (
    id INTEGER PRIMARY KEY REFERENCES item(id),
    reporter TEXT NOT NULL,
    domain TEXT NOT NULL,
    source_ip TEXT NOT NULL,
    arrival INTEGER NOT NULL,
    "from" TEXT NOT NULL,
    "to" TEXT NOT NULL,
    subject TEXT NOT NULL,
    auth_failure TEXT NOT NULL,
    content_hash INTEGER NOT NULL,
    counted INTEGER NOT NULL DEFAULT 1,
    details TEXT NOT NULL
);

-- An SMTP TLS report; its id is that of its item. details: all of it, as JSON.
CREATE TABLE tls_report (
    id INTEGER PRIMARY KEY REFERENCES item(id),
    organization TEXT NOT NULL,
    report_id TEXT NOT NULL,
    period_begin INTEGER NOT NULL,
    period_end INTEGER NOT NULL,
    domains TEXT NOT NULL,
    successful_sessions INTEGER NOT NULL,
    failed_sessions INTEGER NOT NULL,
    details TEXT NOT NULL
);

-- The user's words.
CREATE TABLE own_sender (
    position INTEGER PRIMARY KEY,
    sender TEXT NOT NULL,
    class TEXT NOT NULL,
    domain TEXT NOT NULL,
    note TEXT NOT NULL
);
CREATE TABLE pin (
    position INTEGER PRIMARY KEY,
    sender TEXT NOT NULL,
    domain TEXT NOT NULL,
    mail_case TEXT NOT NULL,
    note TEXT NOT NULL
);
CREATE TABLE domain_setting (
    domain TEXT NOT NULL,
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (domain, name)
) WITHOUT ROWID;

-- Answers to reverse lookups.
CREATE TABLE host_name (
    ip TEXT PRIMARY KEY,
    status TEXT NOT NULL,
    name TEXT NOT NULL,
    asked INTEGER NOT NULL
) WITHOUT ROWID;

-- How far the folders of a mailbox have been fetched.
CREATE TABLE mailbox_folder (
    account TEXT NOT NULL,
    folder TEXT NOT NULL,
    state BLOB NOT NULL,
    PRIMARY KEY (account, folder)
) WITHOUT ROWID;

-- What the numbers in other tables mean.
CREATE TABLE item_kind (id INTEGER PRIMARY KEY, word TEXT NOT NULL);
CREATE TABLE item_status (id INTEGER PRIMARY KEY, word TEXT NOT NULL);
CREATE TABLE dialect (id INTEGER PRIMARY KEY, word TEXT NOT NULL);
CREATE TABLE disposition (id INTEGER PRIMARY KEY, word TEXT NOT NULL);
CREATE TABLE auth_result (id INTEGER PRIMARY KEY, word TEXT NOT NULL);
CREATE TABLE fail_reason (id INTEGER PRIMARY KEY, word TEXT NOT NULL);
CREATE TABLE record_flag (id INTEGER PRIMARY KEY, word TEXT NOT NULL);
CREATE TABLE matrix_cell (id INTEGER PRIMARY KEY, dkim TEXT NOT NULL, spf TEXT NOT NULL);

CREATE VIEW reports AS
SELECT report.id, source.path AS file, item.members,
    (SELECT value FROM text WHERE id = org_name) AS org_name,
    (SELECT value FROM text WHERE id = reporter) AS reporter,
    (SELECT value FROM text WHERE id = report_id) AS report_id,
    (SELECT value FROM text WHERE id = domain) AS domain,
    datetime(period_begin, 'unixepoch') AS period_begin,
    datetime(period_end, 'unixepoch') AS period_end,
    p, sp, adkim, aspf, pct, records, messages, passed_messages, counted
FROM report JOIN item ON item.id = report.id JOIN source ON source.id = item.source;

CREATE VIEW records AS
SELECT record.id, record.report, "row", source_ip, record.messages,
    (SELECT value FROM text WHERE id = report.domain) AS domain,
    (SELECT value FROM text WHERE id = report.reporter) AS reporter,
    datetime(period_begin, 'unixepoch') AS period_begin,
    datetime(period_end, 'unixepoch') AS period_end,
    (SELECT word FROM disposition WHERE id = authentication.disposition) AS disposition,
    (SELECT value FROM text WHERE id = dkim_evaluated) AS policy_dkim,
    (SELECT value FROM text WHERE id = spf_evaluated) AS policy_spf,
    cell.dkim, cell.spf,
    (SELECT value FROM text WHERE id = header_from) AS header_from,
    (SELECT value FROM text WHERE id = envelope_from) AS envelope_from,
    report.counted, authentication.id AS authentication
FROM record JOIN report ON report.id = record.report
JOIN authentication ON authentication.id = record.authentication
JOIN matrix_cell AS cell ON cell.id = authentication.computed;

CREATE VIEW results AS
SELECT authentication, 'dkim' AS mechanism, position,
    (SELECT value FROM text WHERE id = domain) AS domain,
    (SELECT value FROM text WHERE id = selector) AS selector_or_scope,
    (SELECT word FROM auth_result WHERE id = result) AS result
FROM dkim_result
UNION ALL
SELECT authentication, 'spf', position,
    (SELECT value FROM text WHERE id = domain),
    (SELECT value FROM text WHERE id = scope),
    (SELECT word FROM auth_result WHERE id = result)
FROM spf_result;

CREATE VIEW failures AS
SELECT failure.id, path AS file, reporter, domain, source_ip,
    datetime(arrival, 'unixepoch') AS arrival, "from", "to", subject, auth_failure, counted
FROM failure JOIN item ON item.id = failure.id JOIN source ON source.id = item.source;

CREATE VIEW problems AS
SELECT path AS file, members, item_status.word AS status, code, detail, count, line,
    byte_column AS "column"
FROM note JOIN item ON item.id = note.item JOIN source ON source.id = item.source
JOIN item_status ON item_status.id = item.status;

INSERT INTO text VALUES (0, '');
)sql";

} // namespace

WorkspaceProblem makeTables(Connection &connection)
{
    if (auto problem = connection.execute(tables))
        return problem;
    for (const StoredWords &words : storedWords()) {
        Statement insert(connection, "INSERT INTO " + words.table + " VALUES (?, ?)");
        for (const auto &[id, word] : words.words) {
            if (!(insert << id << word).run())
                return insert.problem();
        }
    }
    Statement cell(connection, "INSERT INTO matrix_cell VALUES (?, ?, ?)");
    for (int i = 0; i < cellCount; ++i) {
        const Cell at = Cell::at(i);
        if (!(cell << i << storedWord(at.dkim) << storedWord(at.spf)).run())
            return cell.problem();
    }
    return connection.execute(
        "PRAGMA application_id = " + QByteArray::number(workspaceApplicationId) +
        "; PRAGMA user_version = " + QByteArray::number(workspaceVersion));
}

} // namespace sekisho
