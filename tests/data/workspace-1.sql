-- Made by make_workspace.sh.
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE workspace (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;
INSERT INTO workspace VALUES('created','1795902782');
INSERT INTO workspace VALUES('created by','Sekisho 0.1.0');
CREATE TABLE setting (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE import_run (
    id INTEGER PRIMARY KEY,
    begun INTEGER NOT NULL,
    last_batch INTEGER NOT NULL,
    finished INTEGER NOT NULL DEFAULT 0,
    files INTEGER NOT NULL DEFAULT 0
);
INSERT INTO import_run VALUES(1,1795902782,1795902782,1,6);
CREATE TABLE original (
    id INTEGER PRIMARY KEY,
    sha256 TEXT NOT NULL UNIQUE,
    size INTEGER NOT NULL,
    compression TEXT,
    bytes BLOB
);
INSERT INTO original VALUES(1,'f406a40288ed83ab90fe23f3da00c9a6b11cdb04c0ae1012bb7013e7825ced1c',821,'zlib',X'789c7d535b6edb3010fcd7298a1c406ba7405303d34d6f22d0e2ca66237289251527b72fa087edd440f9c59de10c864310af1f71fcf62e5682a65f4ffb76f7f4ca0d06117f74fd1bc324abd52e4a75de55c7503b75c945e185116be5c3c53c0ae84a41a20b23bbdf8f6716a6d97c83e72158a9a01b00efaa74e6d24918473985c4fb97ddba400b02497e817ffef87e3880247906dd4be9dfec0db28ea1ffecf2741c43398b67788d2e245ef3b5bd46d08a21b3c91fe92b2833e841dbc0a457f30cd30ba3e864bd7421f3fef0dceedae7760fba81e8754a955f40cb66cb22ef6e9c5c9db38492b5841a3471d224a07ba4817f0b91b32b05346f51f2c0830b23a8e48161e28a2646fdccc283dac599170f9a67f41aa3a4ca632815b44da04d458f81c8f4c20d829754c310c40ae32cce8b758369fcdada3d01bad73470533d7726651a6be1e51eff6dbec8287d55e3b2075d072c0e6b05ebb076d1cc656ca6479d522fede69da4debc575dd1a12edd5d8d6607fa9a95b637a6eb9f68fe02d4582a88');
INSERT INTO original VALUES(2,'65c931e272b80f8e2ab62ce1badbe0d514daefca2926986959975b8486d2073c',824,'zlib',X'789c7d535b8edb300cfcf7298a3d4098b468bb1bb0dcdec4a0253a5157120549dec7ed0b5b76926d80fa8b1c7a46c31184cfefc17f79955c9cc65f0f87ddfee1993a1c45ecc0e685304bd25cfb20952d5726d47cea2307a13691bc93770ec90bc2658412d879e2dff7ffb449b7e93a4b458c468b7045d072953e733c09e1202717e9f073bf7e080d4189b6c18f3fbe3d3d21cc3dc22d15fe35df6152efcc479fa6c1bb7296f92c0dec22ad06774603c28a61a22c7fc45484440877dc790ba3d912667d232c3a6523bd4bf475bf3f1cedf0783c1e10ae301a9d62a5ef08add8dcc82bfb89ebe2c695a4c555a791a24641b8453ab42f2e50e2521096124b1a6964e711e60ab370d148583f92d0a8f98db3158bb0f46834048995bc2b7536d1ba39a7c6827b4330afd6a1b312ab1b9de4427816b692fb316bf89cdbed00e196d3214ff5dc672993af85da1effcdbe88175335539933dc1a6c0a6b046bb366d12d616ca2834ed1c86ed38e52afda2bafe8585b7617a145013e7b85ed96e1f22cbabf87c42bc1');
INSERT INTO original VALUES(3,'23a4b98bc3b29dd1f7f00365c10dc5c5121300448a58013da44470f4545d0328',299,'zlib',X'789c758fcd6ac3400c84df65ceab603ba4103d474f293d085b090bfb635632d4357ef7829b5c0a051d34cc3703b3a1b68794f82d1e6ba12259c1f06427fd923c274540d3b936a73881e108986b8a6354037f6cbf6205bf3ef2755630cced85ae34d52cb180f12c3d8d35630fb025676947daab4b225bc651cdee4b2253b3580b8d75290e3e872772979896a67ffd7edf3f032671a526e5a1e00de6d29c2671f578ec1abae18dba9ebafebdebf8b81b02b44cff50c3992f57be5c6fd8f71f60ea63da');
INSERT INTO original VALUES(4,'7601e3cecd21db15a9b6a33660288e4ce80b13604e2596cfe4bfb5880714d5b3',486,'zlib',X'789c7d914d4fc2401086eff32be62e5bb64541573110b109071222a8e7699962b1dd36dba969ffbdd11631c4789a643ede9979ded015b9c1bb4a2849668ecbc2093b8f1bcacb8cef615347078ec560f80a0b1236b8a9ed00fd4b5c518b81f627a84726d0466bbcd05a6b582d578fea855d9516d6a0ef697828acb015b56d4b3698d799a425391976db6eb18b4ada92a709f32ea2f85d1d8b5151db1db9761a0128159d890937322c334a2dc01c134ab3dab1f74763ce55457b1e9ee90384c744d747b5bca95e079e2b766abe672b061b38fd049ba27631abe5daa07f1378da0bbc09cc9d4b3f28533d269201faa313a6401b7f6caec6a8f4446b78ea50efd4a2c829b5067be4dea1847fee77497c1d0400e1b76d34fb35f563d59a5ccc19c0961bf992520a3e0113799ba2');
INSERT INTO original VALUES(5,'60183dd7b7905c2d597f12687866dc95684b85c78ae1977566062e497ed98041',9,'none',X'6e6f207265706f7274');
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
INSERT INTO source VALUES(1,'/reports/in/a.xml',821,1700100000,1,1,1795902782,0,NULL,NULL,NULL,NULL);
INSERT INTO source VALUES(2,'/reports/in/b.xml',824,1700100000,2,1,1795902782,0,NULL,NULL,NULL,NULL);
INSERT INTO source VALUES(3,'/reports/in/c.xml',821,1700100000,1,1,1795902782,0,NULL,NULL,NULL,NULL);
INSERT INTO source VALUES(4,'/reports/in/d.json',299,1700100000,3,1,1795902782,0,NULL,NULL,NULL,NULL);
INSERT INTO source VALUES(5,'/reports/in/e.eml',486,1700100000,4,1,1795902782,0,NULL,NULL,NULL,NULL);
INSERT INTO source VALUES(6,'/reports/in/f.txt',9,1700100000,5,1,1795902782,0,NULL,NULL,NULL,NULL);
CREATE TABLE former_original (
    source INTEGER NOT NULL REFERENCES source(id),
    original INTEGER NOT NULL REFERENCES original(id),
    replaced INTEGER NOT NULL,
    PRIMARY KEY (source, original)
) WITHOUT ROWID;
CREATE TABLE forgotten (
    fingerprint TEXT PRIMARY KEY,
    since INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    source INTEGER NOT NULL REFERENCES source(id),
    members TEXT,
    leaf INTEGER NOT NULL,
    kind INTEGER NOT NULL REFERENCES item_kind(id),
    status INTEGER NOT NULL REFERENCES item_status(id),
    received INTEGER NOT NULL
);
INSERT INTO item VALUES(1,1,NULL,0,0,0,1700100000);
INSERT INTO item VALUES(2,2,NULL,0,0,0,1700100000);
INSERT INTO item VALUES(3,3,NULL,0,0,0,1700100000);
INSERT INTO item VALUES(4,4,NULL,0,1,0,1700100000);
INSERT INTO item VALUES(5,5,NULL,0,2,0,1494732000);
INSERT INTO item VALUES(6,6,NULL,0,4,4,1700100000);
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
INSERT INTO note VALUES(5,0,'failure-field-missing','Auth-Failure',1,-1,0,0);
INSERT INTO note VALUES(6,0,'unknown-content','',1,-1,0,0);
CREATE TABLE text (
    id INTEGER PRIMARY KEY,
    value TEXT NOT NULL UNIQUE
);
INSERT INTO text VALUES(0,'');
INSERT INTO text VALUES(1,'reporter.example');
INSERT INTO text VALUES(2,'a@reporter.example');
INSERT INTO text VALUES(3,'first');
INSERT INTO text VALUES(4,'example.com');
INSERT INTO text VALUES(5,'none');
INSERT INTO text VALUES(6,'pass');
INSERT INTO text VALUES(7,'fail');
INSERT INTO text VALUES(8,'s1');
INSERT INTO text VALUES(9,'bounce.example.net');
INSERT INTO text VALUES(10,'softfail');
INSERT INTO text VALUES(11,'forwarded');
INSERT INTO text VALUES(12,'list');
INSERT INTO text VALUES(13,'second');
INSERT INTO text VALUES(14,'example.jp');
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
INSERT INTO report VALUES(1,1,1,2,3,4,1700000000,1700086399,'example.com','','','','reject','','','','','','','','','',NULL,1,1,1,7,7,-7542820716184610461,1);
INSERT INTO report VALUES(2,1,1,2,13,4,1700000000,1700086399,'example.com','','','','reject','','','','','','','','','',NULL,1,2,1,5,5,-7233515798556715354,1);
INSERT INTO report VALUES(3,1,1,2,3,4,1700000000,1700086399,'example.com','','','','reject','','','','','','','','','',NULL,1,3,1,7,7,-7542820716184610461,0);
CREATE TABLE record (
    id INTEGER PRIMARY KEY,
    report INTEGER NOT NULL,
    "row" INTEGER NOT NULL,
    source_ip TEXT NOT NULL,
    messages INTEGER NOT NULL,
    authentication INTEGER NOT NULL
);
INSERT INTO record VALUES(1,1,0,'192.0.2.1',7,1);
INSERT INTO record VALUES(2,2,0,'2001:db8::1',5,1);
INSERT INTO record VALUES(3,3,0,'192.0.2.1',7,1);
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
INSERT INTO authentication VALUES(1,4,0,0,1,5,6,7,2,2,0,2,0);
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
INSERT INTO dkim_result VALUES(1,0,4,8,0,3,6);
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
INSERT INTO spf_result VALUES(1,0,9,0,0,5,10);
CREATE TABLE override_reason (
    authentication INTEGER NOT NULL,
    position INTEGER NOT NULL,
    type INTEGER NOT NULL,
    comment INTEGER NOT NULL,
    PRIMARY KEY (authentication, position)
) WITHOUT ROWID;
INSERT INTO override_reason VALUES(1,0,11,12);
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
INSERT INTO failure VALUES(5,'reporter.example','example.jp','192.0.2.7',1494731816,'a@example.jp','','Parcel','dmarc',-7967478195387997859,1,'{"alignment":{"dkim":{"computed":2,"evaluated_unknown":true,"reason":10,"reported":2},"spf":{"computed":2,"evaluated_unknown":true,"reason":10,"reported":2}},"arrival":1494731816,"claim":{"failure":6},"domain":"example.jp","fields":{"arrival_date":1494731816,"arrival_date_text":"Sat, 13 May 2017 20:16:56 -0700","feedback_type":"auth-failure","incidents":1,"reported_domains":["example.jp"],"source_ip":"192.0.2.7","source_ip_text":"192.0.2.7","user_agent":"x","version":"1"},"form":0,"from":[{"address":"a@example.jp"}],"has_sample":true,"kind":0,"report_date":1494732000,"reporter":"reporter.example","reporter_address":"staff@reporter.example","sample_date":0,"source_ip":"192.0.2.7","subject":"Parcel"}');
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
INSERT INTO tls_report VALUES(4,'tls.example','t',1767225600,1767311999,'example.com',3,1,'{"begin":1767225600,"end":1767311999,"organization_name":"tls.example","policies":[{"domain":"example.com","failed_sessions":1,"successful_sessions":3,"type":"sts"}],"report_id":"t"}');
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
CREATE TABLE host_name (
    ip TEXT PRIMARY KEY,
    status TEXT NOT NULL,
    name TEXT NOT NULL,
    asked INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE mailbox_folder (
    account TEXT NOT NULL,
    folder TEXT NOT NULL,
    state BLOB NOT NULL,
    PRIMARY KEY (account, folder)
) WITHOUT ROWID;
CREATE TABLE item_kind (id INTEGER PRIMARY KEY, word TEXT NOT NULL);
INSERT INTO item_kind VALUES(0,'aggregate');
INSERT INTO item_kind VALUES(1,'tls');
INSERT INTO item_kind VALUES(2,'failure');
INSERT INTO item_kind VALUES(3,'mail');
INSERT INTO item_kind VALUES(4,'file');
CREATE TABLE item_status (id INTEGER PRIMARY KEY, word TEXT NOT NULL);
INSERT INTO item_status VALUES(0,'read');
INSERT INTO item_status VALUES(1,'read_with_notes');
INSERT INTO item_status VALUES(2,'duplicate');
INSERT INTO item_status VALUES(3,'conflict');
INSERT INTO item_status VALUES(4,'not_a_report');
INSERT INTO item_status VALUES(5,'unreadable');
CREATE TABLE dialect (id INTEGER PRIMARY KEY, word TEXT NOT NULL);
INSERT INTO dialect VALUES(0,'draft 0.1');
INSERT INTO dialect VALUES(1,'RFC 7489');
INSERT INTO dialect VALUES(2,'RFC 9990');
CREATE TABLE disposition (id INTEGER PRIMARY KEY, word TEXT NOT NULL);
INSERT INTO disposition VALUES(0,'');
INSERT INTO disposition VALUES(1,'none');
INSERT INTO disposition VALUES(2,'quarantine');
INSERT INTO disposition VALUES(3,'reject');
INSERT INTO disposition VALUES(4,'pass');
INSERT INTO disposition VALUES(5,'other');
CREATE TABLE auth_result (id INTEGER PRIMARY KEY, word TEXT NOT NULL);
INSERT INTO auth_result VALUES(0,'');
INSERT INTO auth_result VALUES(1,'none');
INSERT INTO auth_result VALUES(2,'neutral');
INSERT INTO auth_result VALUES(3,'pass');
INSERT INTO auth_result VALUES(4,'fail');
INSERT INTO auth_result VALUES(5,'softfail');
INSERT INTO auth_result VALUES(6,'policy');
INSERT INTO auth_result VALUES(7,'temperror');
INSERT INTO auth_result VALUES(8,'permerror');
INSERT INTO auth_result VALUES(9,'unknown');
CREATE TABLE fail_reason (id INTEGER PRIMARY KEY, word TEXT NOT NULL);
INSERT INTO fail_reason VALUES(0,'passed');
INSERT INTO fail_reason VALUES(1,'fail');
INSERT INTO fail_reason VALUES(2,'softfail');
INSERT INTO fail_reason VALUES(3,'permerror');
INSERT INTO fail_reason VALUES(4,'temperror');
INSERT INTO fail_reason VALUES(5,'policy');
INSERT INTO fail_reason VALUES(6,'neutral');
INSERT INTO fail_reason VALUES(7,'none');
INSERT INTO fail_reason VALUES(8,'unknown');
INSERT INTO fail_reason VALUES(9,'missing');
INSERT INTO fail_reason VALUES(10,'not reported');
CREATE TABLE record_flag (id INTEGER PRIMARY KEY, word TEXT NOT NULL);
INSERT INTO record_flag VALUES(1,'an aligned signature did not pass');
INSERT INTO record_flag VALUES(2,'DKIM evaluated pass, no aligned pass among the results');
INSERT INTO record_flag VALUES(4,'SPF evaluated pass, no aligned pass among the results');
INSERT INTO record_flag VALUES(8,'an aligned DKIM pass among the results, evaluated fail');
INSERT INTO record_flag VALUES(16,'an aligned SPF pass among the results, evaluated fail');
INSERT INTO record_flag VALUES(32,'envelope_from was given');
INSERT INTO record_flag VALUES(64,'read out of damaged XML');
INSERT INTO record_flag VALUES(128,'DKIM evaluated neither pass nor fail');
INSERT INTO record_flag VALUES(256,'SPF evaluated neither pass nor fail');
CREATE TABLE matrix_cell (id INTEGER PRIMARY KEY, dkim TEXT NOT NULL, spf TEXT NOT NULL);
INSERT INTO matrix_cell VALUES(0,'aligned','aligned');
INSERT INTO matrix_cell VALUES(1,'aligned','unaligned');
INSERT INTO matrix_cell VALUES(2,'aligned','fail');
INSERT INTO matrix_cell VALUES(3,'unaligned','aligned');
INSERT INTO matrix_cell VALUES(4,'unaligned','unaligned');
INSERT INTO matrix_cell VALUES(5,'unaligned','fail');
INSERT INTO matrix_cell VALUES(6,'fail','aligned');
INSERT INTO matrix_cell VALUES(7,'fail','unaligned');
INSERT INTO matrix_cell VALUES(8,'fail','fail');
CREATE INDEX source_original ON source(original);
CREATE INDEX former_original_original ON former_original(original);
CREATE INDEX item_source ON item(source);
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
COMMIT;
PRAGMA application_id = 1399155561;
PRAGMA user_version = 1;
