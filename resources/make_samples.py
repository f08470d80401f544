#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the built-in sample reports: samples.tar.xz, sample_hosts.tsv, sample_own.tsv and
samples_expected.json.

Synthetic traffic of two domains over 60 days as ten reporters with different habits would report
it. Only documentation addresses and reserved names occur. The same seed gives the same bytes.

    python3 resources/make_samples.py
"""
import base64
import gzip
import io
import json
import lzma
import math
import random
import tarfile
import zipfile
import zlib
from email.utils import formatdate
from pathlib import Path

HERE = Path(__file__).parent
BEGIN = 1780272000  # 2026-06-01T00:00:00Z
DAYS = 60
DAY = 86400
JAPAN, SHOP = "example.jp", "example.com"

# name, domain of its mail address, file style, share of all mail, what is odd about it
REPORTERS = [
    ("google.com", "google.com.example", "zip", .40, "np"),
    ("Outlook.com", "outlook.example", "gz", .17, "end_next_day"),
    ("Yahoo", "yahoo.example", "gz", .09, "tabs"),
    ("docomo.ne.jp", "docomo.example", "gz", .09, "hardfail"),
    ("kddi.example", "kddi.example", "xml", .07, "empty_reason"),
    ("GMX", "gmx.example", "gz", .05, "rfc9990"),
    ("Fastmail", "fastmail.example", "gz", .04, "list_reason"),
    ("esa1.hosp.example", "hosp.example", "zip", .03, "empty_sp"),
    ("Mail.Ru", "mail-ru.example", "zip", .03, "one_line"),
    ("iij.example", "iij.example", "gz", .03, ""),
]

# What the owner registered: sender, class, policy domain, note. The servers with IPv6 addresses were
# forgotten, as happens; they are there to be suggested.
OWN = [
    ("192.0.2.0/25", "internal", JAPAN, "Data centre"),
    ("192.0.2.128/25", "internal", SHOP, "Shop servers"),
    ("letters.example.net", "third_party", "", "Newsletter service"),
    ("desk.example.org", "third_party", JAPAN, "Ticket system"),
]


class Sender:
    """Mail of one kind: addresses, a host name pattern, how it authenticates, messages a day."""

    def __init__(self, domain, ips, host, daily, dkim, spf, days=None, weekend=.25, header_from=None, reporters=None):
        self.domain, self.ips, self.host, self.daily = domain, ips, host, daily
        self.dkim, self.spf, self.days, self.weekend = dkim, spf, days, weekend
        self.header_from = header_from or domain
        self.reporters = reporters


def own(domain, selector="s2026a"):
    return [(domain, selector, "pass")]


def broken(domain, *more, selector="s2026a"):
    return [(domain, selector, "fail"), *more]


def senders(rng):
    net = lambda prefix, *last: [f"{prefix}.{n}" for n in last]
    spoofers = [f"{rng.choice(['198.51.100', '203.0.113'])}.{rng.randrange(150, 254)}" for _ in range(46)]
    spoofers += [f"2001:db8:{rng.randrange(0x4000, 0xffff):x}:{rng.randrange(0xffff):x}::{rng.randrange(2, 0xffff):x}" for _ in range(9)]
    lost = range(33, 40)  # a week in which one of the own servers did not sign
    normal = [day for day in range(DAYS) if day not in lost]
    return [
        Sender(JAPAN, net("192.0.2", 10, 11), "mx{n}.example.jp", 120, own(JAPAN), (JAPAN, "pass")),
        Sender(JAPAN, net("192.0.2", 20), "web.example.jp", 42, own(JAPAN), (JAPAN, "pass"), normal, weekend=.8),
        Sender(JAPAN, net("192.0.2", 20), "web.example.jp", 42, [], (JAPAN, "pass"), lost, weekend=.8),
        Sender(JAPAN, net("192.0.2", 24), "lists.example.jp", 9, broken(JAPAN), (JAPAN, "pass")),
        Sender(JAPAN, ["2001:db8:10::25", "2001:db8:10::26"], "mx6-{n}.example.jp", 18, own(JAPAN), (JAPAN, "pass")),
        # a newsletter service: signs for the domain, bounces to its own
        Sender(JAPAN, net("203.0.113", 40, 41, 42, 43), "out{n}.letters.example.net", 48, own(JAPAN, "ml1") + [("letters.example.net", "k1", "pass")], ("bounce.letters.example.net", "pass"), weekend=.1),
        # a ticket system nobody set up
        Sender(JAPAN, net("203.0.113", 77), "relay.desk.example.org", 14, [("desk.example.org", "d1", "pass")], ("desk.example.org", "pass")),
        # forwards that keep the sender, that rewrite it (SRS), and that break the signature
        Sender(JAPAN, net("198.51.100", 5, 6), "fwd{n}.univ.example.org", 11, own(JAPAN), (JAPAN, "softfail"), weekend=.5),
        Sender(JAPAN, [f"2001:db8:4003:c0{i}::22{i}" for i in range(1, 6)], "mail-ot{n}.mailbox.example", 13, own(JAPAN), ("srs.mailbox.example", "pass"), weekend=.5),
        Sender(JAPAN, net("198.51.100", 61), "gw.gateway.example.net", 5, broken(JAPAN), (JAPAN, "fail")),
        # mailing lists elsewhere
        Sender(JAPAN, net("198.51.100", 80), "lists.society.example", 7, broken(JAPAN, ("society.example", "list", "pass")), ("lists.society.example", "pass"), reporters=("Fastmail", "google.com", "GMX")),
        Sender(JAPAN, net("198.51.100", 81), "ml.club.example.org", 3, broken(JAPAN), ("ml.club.example.org", "pass")),
        # spoofs in two bursts, and the background of every domain
        Sender(JAPAN, spoofers, None, 95, [], (JAPAN, "fail"), (12, 13, 14, 47, 48), weekend=1),
        Sender(JAPAN, spoofers[:9], None, 4, [(JAPAN, "default", "permerror")], ("cheap.example.invalid", "none"), weekend=1),
        Sender(SHOP, net("192.0.2", 130, 131), "smtp{n}.shop.example.com", 66, own(SHOP, "shop1"), (SHOP, "pass"), weekend=.9),
        Sender(SHOP, net("203.0.113", 41, 44), "out{n}.letters.example.net", 12, own(SHOP, "ml1") + [("letters.example.net", "k1", "pass")], ("bounce.letters.example.net", "pass"), weekend=.1),
        Sender(SHOP, net("198.51.100", 5), "fwd{n}.univ.example.org", 4, own(SHOP, "shop1"), (SHOP, "softfail")),
        Sender(SHOP, spoofers[20:44], None, 21, [], ("promo.example.invalid", "pass"), range(40, 52), weekend=1, header_from="news.example.com"),
        Sender(SHOP, spoofers[:12], None, 3, [], (SHOP, "fail"), weekend=1),
    ]


def aligned(domain, header_from):
    return domain == header_from or domain.endswith("." + header_from) or header_from.endswith("." + domain)


def policy(domain, day):
    if domain == SHOP:
        return "reject"
    return "none" if day < 30 else "quarantine"


def element(name, *children):
    return f"<{name}>" + "".join(children) + f"</{name}>\n"


def record(rng, row, domain, day, habit):
    ip, header_from, dkim, spf, count = row
    dkim_ok = any(r == "pass" and aligned(d, header_from) for d, _, r in dkim)
    spf_ok = spf[1] == "pass" and aligned(spf[0], header_from)
    p = policy(domain, day)
    passed = dkim_ok or spf_ok
    list_mail = habit == "list_reason" and any(d == "society.example" for d, _, _ in dkim)
    disposition = "none" if passed or list_mail else p
    if habit == "rfc9990" and passed:
        disposition = "pass" if p != "none" else "none"
    reason = ""
    if list_mail and p != "none":
        reason = element("reason", element("type", "mailing_list"), element("comment", "Policy ignored due to local mailing list policy"))
    elif habit == "empty_reason" and not passed:
        reason = element("reason", element("type"), element("comment"))
    elif habit == "np" and not passed and len(dkim) > 1 and rng.random() < .5:
        disposition = "none"
        reason = element("reason", element("type", "local_policy"), element("comment", "arc=pass"))
    word = "hardfail" if habit == "hardfail" and spf[1] == "fail" else spf[1]
    results = "".join(element("dkim", element("domain", d), element("result", r), element("selector", s)) for d, s, r in dkim)
    return passed, element(
        "record",
        element("row", element("source_ip", ip), element("count", str(count)), element("policy_evaluated", element("disposition", disposition), element("dkim", "pass" if dkim_ok else "fail"), element("spf", "pass" if spf_ok else "fail"), reason)),
        element("identifiers", element("envelope_from", spf[0]) if habit in ("end_next_day", "rfc9990", "hardfail") else "", element("header_from", header_from)),
        element("auth_results", results, element("spf", element("domain", spf[0]), element("scope", "mfrom") if habit == "rfc9990" else "", element("result", word))))


def report_xml(name, mail_domain, habit, report_id, domain, day, records):
    begin = BEGIN + day * DAY
    if name == "docomo.ne.jp":
        begin -= 9 * 3600  # reports by the Japanese day
    end = begin + DAY - (0 if habit == "end_next_day" else 1)
    p = policy(domain, day)
    root = '<feedback xmlns="urn:ietf:params:xml:ns:dmarc-2.0">' if habit == "rfc9990" else "<feedback>"
    metadata = element("report_metadata", element("org_name", name), element("email", f"noreply-dmarc@{mail_domain}"), element("report_id", report_id), element("generator", "mailgate 4.2") if habit == "rfc9990" else "",
                       element("date_range", element("begin", str(begin)), element("end", f"{end}\t" if habit == "tabs" else str(end))))
    extra = element("discovery_method", "treewalk") + element("testing", "n") if habit == "rfc9990" else element("pct", "100")
    published = element("policy_published", element("domain", domain), element("adkim", "r"), element("aspf", "r"), element("p", p), element("sp", "" if habit == "empty_sp" else p), element("np", p) if habit == "np" else "", extra)
    text = f'<?xml version="1.0" encoding="UTF-8" ?>\n{root}\n' + (element("version", "1.0") if habit in ("rfc9990", "end_next_day") else "") + metadata + published + "".join(records) + "</feedback>\n"
    return text.replace("\n", "") if habit == "one_line" else text


def traffic(rng):
    """Per (domain, day, reporter): rows of ip, header_from, dkim, spf, count."""
    rows = {}
    for sender in senders(rng):
        for day in sender.days if sender.days is not None else range(DAYS):
            weekday = (day + 0) % 7  # 2026-06-01 is a Monday
            amount = sender.daily * (sender.weekend if weekday >= 5 else 1) * rng.uniform(.75, 1.25)
            for name, _, _, share, _ in REPORTERS:
                if sender.reporters and name not in sender.reporters:
                    continue
                left = amount * share
                while left > .3 or rng.random() < left:
                    count = max(1, min(round(left * rng.uniform(.4, 1)), math.ceil(left)))
                    key = (sender.domain, day, name)
                    rows.setdefault(key, {})
                    ip = rng.choice(sender.ips)
                    row = (ip, sender.header_from, tuple(sender.dkim), sender.spf)
                    rows[key][row] = rows[key].get(row, 0) + count
                    left -= count
                    if left <= 0:
                        break
    return rows


def packed(style, base, xml):
    data = xml.encode()
    if style == "xml":
        return base + ".xml", data
    if style == "gz":
        return base + ".xml.gz", gzip.compress(data, 9, mtime=0)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo(base + ".xml", (2026, 6, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)
    return base + ".zip", buffer.getvalue()


def mail(subject, name, data):
    body = base64.encodebytes(data).decode()
    return (f"From: DMARC reports <noreply-dmarc@{JAPAN}>\r\nTo: dmarc@{JAPAN}\r\nDate: Thu, 11 Jun 2026 04:10:00 +0000\r\n"
            f"Subject: {subject}\r\nMIME-Version: 1.0\r\nContent-Type: application/octet-stream; name=\"{name}\"\r\n"
            f"Content-Transfer-Encoding: base64\r\n\r\n{body}").encode()


def odd_files(made):
    """What an import log is there for: a duplicate, a conflict, damaged files, other mail."""
    (name, data, xml) = next(item for item in made if item[0].startswith("example.jp/2026-06/google"))
    gz_copy = gzip.compress(xml.encode(), 9, mtime=0)
    conflict = xml.replace("<count>", "<count>1", 1)
    yield "inbox/again.xml.gz", gz_copy
    yield "inbox/conflict.xml", conflict.encode()
    other = next(item for item in made if item[0].startswith("example.jp/2026-06/Outlook"))[2]
    yield "inbox/truncated.xml", other.replace("sp>none", "sp>none", 1)[:int(len(other) * .72)].replace("<report_id>", "<report_id>cut-").encode()
    yield "inbox/damaged.zip", next(item for item in made if item[0].endswith(".zip"))[1][:300]
    yield "inbox/bounce.eml", (f"From: MAILER-DAEMON@mx1.{JAPAN}\r\nTo: dmarc@{JAPAN}\r\nDate: Fri, 12 Jun 2026 00:00:00 +0000\r\nSubject: Undelivered Mail Returned to Sender\r\nMIME-Version: 1.0\r\n"
                               "Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nThe mailbox is full.\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx1.example.jp\r\n\r\n--b--\r\n").encode()
    tls = {"organization-name": "google.com", "date-range": {"start-datetime": "2026-06-10T00:00:00Z", "end-datetime": "2026-06-10T23:59:59Z"}, "contact-info": "smtp-tls-reporting@google.com.example", "report-id": "2026-06-10T00:00:00Z_example.jp",
           "policies": [{"policy": {"policy-type": "sts", "policy-string": ["version: STSv1", "mode: enforce", "mx: mx1.example.jp", "max_age: 604800"], "policy-domain": JAPAN}, "summary": {"total-successful-session-count": 412, "total-failure-session-count": 3}}]}
    yield "inbox/tls-report.json", json.dumps(tls, indent=1).encode()


# Subject, charset, body, kind of body, who receives it: what phishers send in bursts.
CAMPAIGNS = [
    ("FedEx Parcel Service: Parcel Problem, {n}th Try", "us-ascii",
     "Hello,\n\nthis e-mail is the confirmation of our {n}th delivery attempt. Up-to-date status: failed.\n"
     "Check the document attached below to find out important information regarding your parcel, or see\n"
     "http://track-{n}.parcel.example/login?id={n}7&mail={to}\n\nMany thanks for using our services.\n", "zip", (12, 13, 14)),
    ("Enhance your brain capacity by {n}{n}% now", "us-ascii",
     "Did you think boosting your brain performance is just a tall tale?\nThese meds will transform your entire existence.\n"
     "Do not miss out on those mind-blowing deals: http://meds{n}.pills.example.invalid/\n", "", (13, 47)),
    ("【重要】お荷物のお届けについて（No.{n}）", "iso-2022-jp",
     "お客様\n\nお荷物のお届けにあがりましたが、ご不在のため持ち帰りました。\nご確認はこちらhttp://exarnple.example/jp/login?id={n}をご覧ください。\n", "", (47, 48)),
    ("【カード会社】ご利用の確認①", "cp932",
     "<html><body><p>いつもご利用いただきありがとうございます。</p><p>カードのご利用に確認が必要です。</p>"
     "<p><a href=\"https://redirector.example/go?u=https%3A%2F%2Fxn--r8jz45g.example%2Fcard%3Fn%3D{n}\">https://www.example.jp/</a></p>"
     "<img src=\"http://pixel.example.invalid/p.gif?to={to}\" width=1></body></html>", "html", (40, 41, 42, 48)),
]
BOXES = [("hotmail.example", "postmaster"), ("qiye.example", "info"), ("kddi.example", "taro.yamada"), ("iij.example", "hanako")]


def encoded(subject, charset):
    if charset == "us-ascii":
        return subject
    name = {"cp932": "Shift_JIS"}.get(charset, charset.upper())
    return f"=?{name}?B?{base64.b64encode(subject.encode(charset)).decode()}?="


def failure_sample(number, subject, charset, body, kind, sender, to, helo, ip, by, date):
    name = {"cp932": "Shift_JIS"}.get(charset, charset.upper())
    text = base64.encodebytes(body.encode(charset)).decode().replace("\n", "\r\n")
    content = f"Content-Type: text/{'html' if kind == 'html' else 'plain'}; charset={name}\r\nContent-Transfer-Encoding: base64\r\n\r\n{text}"
    if kind == "zip":
        packed_file = base64.encodebytes(b"PK\x05\x06" + bytes(18)).decode().replace("\n", "\r\n")
        content = (f"Content-Type: multipart/mixed; boundary=\"=_m\"\r\n\r\n--=_m\r\n{content}--=_m\r\nContent-Type: application/zip; name=\"parcel.zip\"\r\n"
                   f"Content-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename=\"parcel.zip\"\r\n\r\n{packed_file}--=_m--\r\n")
    return (f"Received: from {helo} (unknown [{ip}])\r\n\tby mx.{by} with ESMTP id {number:08X}\r\n\tfor <{to}>; {date}\r\n"
            f"Received: from localhost (localhost [127.0.0.1]) by {helo} with SMTP id {number:06X}; {date}\r\n"
            f"From: {sender}\r\nTo: <{to}>\r\nSubject: {encoded(subject, charset)}\r\nDate: {date}\r\nMessage-ID: <{number}.sample@{JAPAN}>\r\nMIME-Version: 1.0\r\n{content}")


def failure_mail(number, ip, day, campaign, box):
    subject, charset, body, kind, _ = campaign
    (by, local), to_text = box, f"{box[1]}@{box[0]}"
    date = formatdate(BEGIN + day * DAY + (number * 7919) % DAY)
    fill = {"n": number % 4 + 1, "to": to_text}
    sender = f"<k{number * 37 % 900}@{JAPAN}>" if charset == "us-ascii" else f"{encoded('カスタマーセンター', charset)} <info{number % 10}@{JAPAN}>"
    sample = failure_sample(number, subject.format(**fill), charset, body.format(**fill), kind, sender, to_text, f"host{number % 6}.example.invalid", ip, by, date)
    feedback = (f"Feedback-Type: auth-failure\r\nUser-Agent: Samples/1.0\r\nVersion: 1\r\nOriginal-Mail-From: <{'' if kind else 'bounce@promo.example.invalid'}>\r\n"
                f"Original-Rcpt-To: <{to_text}>\r\nArrival-Date: {date}\r\nReporting-MTA: dns; mx.{by}\r\nSource-IP: {ip}\r\nReported-Domain: {JAPAN}\r\nAuth-Failure: dmarc\r\n"
                f"Delivery-Result: {('delivered', 'spam', 'reject')[number % 3]}\r\nIdentity-Alignment: none\r\n"
                f"Authentication-Results: mx.{by}; spf={'fail' if kind else 'pass'} smtp.mailfrom={JAPAN if kind else 'promo.example.invalid'}; dkim=none; dmarc=fail header.from={JAPAN}\r\n")
    return (f"From: <staff@{by}>\r\nTo: <ruf@{JAPAN}>\r\nSubject: FW: {encoded(subject.format(**fill), charset)}\r\nDate: {date}\r\nMIME-Version: 1.0\r\n"
            "Content-Type: multipart/report; report-type=feedback-report; boundary=\"=_r\"\r\n\r\n--=_r\r\nContent-Type: text/plain\r\n\r\n"
            f"This is an authentication failure report for a message received from IP {ip}.\r\n--=_r\r\nContent-Type: message/feedback-report\r\n\r\n{feedback}\r\n"
            f"--=_r\r\nContent-Type: message/rfc822\r\n\r\n{sample}\r\n--=_r--\r\n")


def failure_box(addresses):
    """A mailbox of failure reports, as it would lie on the disk of who asks for them (ruf)."""
    number, box = 0, b""
    for day in range(DAYS):
        for index, campaign in enumerate(CAMPAIGNS):
            for again in range(2 + index % 2 if day in campaign[4] else 0):
                number += 1
                mail_text = failure_mail(number, addresses[(number * 5 + index) % len(addresses)], day, campaign, BOXES[(number + again) % len(BOXES)])
                box += b"From staff@reports.example Thu Jun 11 04:10:00 2026\r\n" + mail_text.encode() + b"\r\n"
    return box


def main():
    rng = random.Random(20260601)
    made, totals, hosts = [], {}, {}
    habits = {name: (mail_domain, style, habit) for name, mail_domain, style, _, habit in REPORTERS}
    for (domain, day, name), rows in sorted(traffic(rng).items()):
        mail_domain, style, habit = habits[name]
        records, messages, passed = [], 0, 0
        for (ip, header_from, dkim, spf), count in sorted(rows.items()):
            ok, text = record(rng, (ip, header_from, dkim, spf, count), domain, day, habit)
            records.append(text)
            messages += count
            passed += count if ok else 0
        report_id = f"{zlib.crc32(f'{domain}{day}{name}'.encode()):010d}"
        xml = report_xml(name, mail_domain, habit, report_id, domain, day, records)
        begin = BEGIN + day * DAY
        month = "2026-06" if day < 30 else "2026-07"
        # Packed as the reporter would for some days only: together plain XML packs far better.
        shown = style if day % 20 == 9 else "xml"
        file_name, data = packed(shown, f"{domain}/{month}/{name}!{domain}!{begin}!{begin + DAY - 1}", xml)
        made.append((file_name, data, xml))
        total = totals.setdefault(domain, {"reports": 0, "records": 0, "messages": 0, "pass_messages": 0})
        for key, value in (("reports", 1), ("records", len(records)), ("messages", messages), ("pass_messages", passed)):
            total[key] += value
    for sender in senders(random.Random(20260601)):
        for number, ip in enumerate(sender.ips, 1):
            if sender.host:
                hosts[ip] = sender.host.format(n=number)
    files = [(name, data) for name, data, _ in made] + list(odd_files(made))
    # Two reports arrived by mail: they stand in a mailbox, and nowhere else.
    moved = [item for item in files if item[0].startswith("example.com/2026-06/Mail.Ru")][:2]
    files = [item for item in files if item not in moved]
    box = b"".join(b"From reports@example.jp Thu Jun 11 04:10:00 2026\r\n" + mail(f"Report Domain: {SHOP} Submitter: Mail.Ru", n.split("/")[-1], d) + b"\r\n" for n, d in moved)
    files.append(("inbox/reports.mbox", box))
    spoofers = next(sender.ips for sender in senders(random.Random(20260601)) if sender.host is None)
    files.append(("inbox/failures.mbox", failure_box(spoofers)))
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w", format=tarfile.USTAR_FORMAT) as archive:
        for name, data in sorted(files):
            info = tarfile.TarInfo(name)
            info.size, info.mtime = len(data), BEGIN + (DAYS + 1) * DAY
            archive.addfile(info, io.BytesIO(data))
    (HERE / "samples.tar.xz").write_bytes(lzma.compress(buffer.getvalue(), preset=9))
    (HERE / "sample_hosts.tsv").write_text("".join(f"{ip}\t{host}\n" for ip, host in sorted(hosts.items())))
    (HERE / "sample_own.tsv").write_text("".join("\t".join(line) + "\n" for line in OWN))
    (HERE / "samples_expected.json").write_text(json.dumps(totals, indent=1) + "\n")
    print(json.dumps(totals))


if __name__ == "__main__":
    main()
