// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "imap/sasl.h"

namespace sekisho::imap {

/// SCRAM-SHA-1 and SCRAM-SHA-256 (RFC 5802, 7677): the password itself is never sent, and the
/// server has to prove that it knows it. A nonce is only given by tests.
[[nodiscard]] std::unique_ptr<Sasl> makeScram(const QByteArray &name, const QString &user,
    const QByteArray &password, int mostIterations, const QByteArray &nonce = {});

} // namespace sekisho::imap
