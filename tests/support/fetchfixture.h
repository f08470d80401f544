// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "imap/fetcher.h"
#include "support/scriptedserver.h"

namespace sekisho::fixture {

using namespace sekisho::imap;
using namespace Qt::StringLiterals;

inline Account account()
{
    Account account;
    account.id = u"test"_s;
    account.host = u"mail.example"_s;
    account.user = u"user"_s;
    return account;
}

struct Outcome {
    FetchResult result;
    QStringList faults;
    int connections = 0;
};

inline ClientLimits quick()
{
    ClientLimits limits;
    limits.firstPause = 1;
    limits.longestPause = 1;
    return limits;
}

/// To whoever asks, one is a report, two is none, and three cannot be read.
inline Outcome fetch(const QList<Script> &scripts, MemoryStore &store,
    const Account &from = account(), const ClientLimits &limits = quick())
{
    Stop stop;
    ScriptRecord record;
    FetchSetup setup;
    setup.secret = [](const Account &, bool) { return Secret{"pencil", {}}; };
    setup.open = openScripts(scripts, record, &stop);
    setup.limits = limits;
    setup.judge = [](const QByteArray &message) {
        return message == "one" ? MailOutcome::Read
            : message == "two"  ? MailOutcome::NotAReport
                                : MailOutcome::Unreadable;
    };
    Outcome outcome;
    outcome.result = fetchAccount(from, store, setup, stop);
    outcome.faults = record.faults;
    outcome.connections = record.connections;
    return outcome;
}

/// Signed in, and the folder open: A1.
inline Script opened(const QString &validity = u"7"_s)
{
    return {u"S: * PREAUTH [CAPABILITY IMAP4rev1] hi"_s, u"C: A1 EXAMINE \"INBOX\""_s,
        u"S: * 3 EXISTS"_s, u"S: * OK [UIDVALIDITY %1] x"_s.arg(validity),
        u"S: A1 OK [READ-ONLY] open"_s};
}

/// A2: three messages. A3: their sizes.
inline Script searched()
{
    return opened() +
        Script{u"C: A2 UID SEARCH ALL"_s, u"S: * SEARCH 1 2 3"_s, u"S: A2 OK"_s,
            u"C: A3 UID FETCH 1:3 (UID RFC822.SIZE)"_s, u"S: * 1 FETCH (UID 1 RFC822.SIZE 3)"_s,
            u"S: * 2 FETCH (UID 2 RFC822.SIZE 3)"_s, u"S: * 3 FETCH (RFC822.SIZE 3 UID 3)"_s,
            u"S: A3 OK"_s, u"C: A4 UID FETCH 1:3 (UID BODY.PEEK[])"_s};
}

/// Message n as "onE", in a response.
inline QString message(int uid, const QString &bytes)
{
    return u"S+ * %1 FETCH (UID %1 BODY[] {%2}\\r\\n%3)\\r\\n"_s.arg(uid)
        .arg(bytes.size())
        .arg(bytes);
}

inline const Script farewell{u"C: ~A\\d+ LOGOUT"_s, u"S: * BYE"_s, u"S: A9 OK"_s};

inline QString told(const MemoryStore &store)
{
    QStringList lines;
    for (auto it = store.messages.cbegin(); it != store.messages.cend(); ++it)
        lines.append(it.key() + u'=' + QString::fromUtf8(it.value()));
    return lines.join(u' ');
}

inline const QString allThree = u"INBOX/7/1=one INBOX/7/2=two INBOX/7/3=thr"_s;

} // namespace sekisho::fixture
