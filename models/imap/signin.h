// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "imap/connection.h"

namespace sekisho::imap {

/// A password or token. `renew`: the last token was refused, a new one may help.
struct Secret {
    QByteArray value; ///< empty: there is none
    QString problem; ///< then: why
    ProblemCode code = ProblemCode::SecretMissing;
};
using AskSecret = std::function<Secret(const Account &, bool renew)>;

/// A connection on which one may open folders, or why there is none.
struct SignedIn {
    std::unique_ptr<Connection> connection;
    Failure failure;
};

/// Reaches the server, encrypts as the account demands, signs in, compresses where that is offered.
[[nodiscard]] SignedIn signIn(const Account &account, const AskSecret &secret,
    const OpenTransport &open, const ClientLimits &limits, ProtocolLog &log, const Stop &stop);

} // namespace sekisho::imap
