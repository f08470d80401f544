// SPDX-License-Identifier: GPL-3.0-or-later
#include "imap/problem.h"

namespace sekisho::imap {

bool mayPass(ProblemCode code)
{
    switch (code) {
    case ProblemCode::Unreachable:
    case ProblemCode::ConnectTimedOut:
    case ProblemCode::SignInUnreachable:
    case ProblemCode::ConnectionLost:
    case ProblemCode::TooSlow:
    case ProblemCode::ServerBye:
    case ProblemCode::Unavailable:
    case ProblemCode::TooLong:
    case ProblemCode::Malformed: return true;
    default: return false;
    }
}

} // namespace sekisho::imap
