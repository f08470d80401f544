#!/bin/sh
# Makes workspace-1.sql: a small workspace as version 1 of the program writes it, for tests of later
# versions. To be run with the program of that version, once:
#   tests/data/make_workspace.sh build/dev/tests/sekisho_workspace_child
set -eu
child=$(realpath "$1")
cd "$(dirname "$0")"
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
mkdir "$folder/in"
python3 - "$folder/in" <<'PYTHON'
import os, sys
folder = sys.argv[1]
report = """<?xml version="1.0"?>
<feedback><report_metadata><org_name>reporter.example</org_name><email>a@reporter.example</email>
<report_id>{id}</report_id><date_range><begin>1700000000</begin><end>1700086399</end></date_range></report_metadata>
<policy_published><domain>example.com</domain><p>reject</p></policy_published>
<record><row><source_ip>{ip}</source_ip><count>{count}</count><policy_evaluated><disposition>none</disposition>
<dkim>pass</dkim><spf>fail</spf><reason><type>forwarded</type><comment>list</comment></reason></policy_evaluated></row>
<identifiers><header_from>example.com</header_from></identifiers>
<auth_results><dkim><domain>example.com</domain><selector>s1</selector><result>pass</result></dkim>
<spf><domain>bounce.example.net</domain><result>softfail</result></spf></auth_results></record></feedback>
"""
files = {
    "a.xml": report.format(id="first", ip="192.0.2.1", count=7),
    "b.xml": report.format(id="second", ip="2001:db8::1", count=5),
    "c.xml": report.format(id="first", ip="192.0.2.1", count=7),
    "d.json": '{"organization-name":"tls.example","report-id":"t","policies":[{"policy":{"policy-type":"sts",'
    '"policy-domain":"example.com"},"summary":{"total-successful-session-count":3,'
    '"total-failure-session-count":1}}],"date-range":{"start-datetime":"2026-01-01T00:00:00Z",'
    '"end-datetime":"2026-01-01T23:59:59Z"}}',
    "e.eml": "From: <staff@reporter.example>\nSubject: FW\nDate: Sun, 14 May 2017 03:20:00 +0000\n"
    "MIME-Version: 1.0\nContent-Type: multipart/report; report-type=feedback-report; boundary=b\n\n"
    "--b\nContent-Type: text/plain\n\nA failure.\n--b\nContent-Type: message/feedback-report\n\n"
    "Feedback-Type: auth-failure\nUser-Agent: x\nVersion: 1\nSource-IP: 192.0.2.7\n"
    "Arrival-Date: Sat, 13 May 2017 20:16:56 -0700\nReported-Domain: example.jp\n\n"
    "--b\nContent-Type: message/rfc822\n\nFrom: a@example.jp\nSubject: Parcel\n\nText\n--b--\n",
    "f.txt": "no report",
}
for name, text in files.items():
    path = os.path.join(folder, name)
    with open(path, "w") as file:
        file.write(text)
    os.utime(path, (1700100000, 1700100000))
PYTHON
(cd / && "$child" import "$folder/w.sekisho" "$folder/in" >/dev/null)
sqlite3 "$folder/w.sekisho" "UPDATE source SET path = replace(path, '$folder', '/reports')"
{
    echo "-- Made by make_workspace.sh."
    sqlite3 "$folder/w.sekisho" .dump
    echo "PRAGMA application_id = $(sqlite3 "$folder/w.sekisho" 'PRAGMA application_id');"
    echo "PRAGMA user_version = $(sqlite3 "$folder/w.sekisho" 'PRAGMA user_version');"
} >workspace-1.sql
