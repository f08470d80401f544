// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/dovecotserver.h"

#include <QTest>

namespace sekisho::fixture {

/// For initTestCase(): skips all of a program where there is no Dovecot.
inline void needDovecot()
{
    if (const QString reason = imap::DovecotServer::missing(); !reason.isEmpty())
        QSKIP(qPrintable(reason));
}

} // namespace sekisho::fixture
