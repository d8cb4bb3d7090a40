// SPDX-License-Identifier: GPL-3.0-or-later
// What a round that failed means for the person who asked for it.
#pragma once

#include "app/terminal/message.h"
#include "sync/errors.h"
#include "sync/replica/replica.h"

#include <iosfwd>

namespace lianxin::ctl {

/// Tells whoever watches that the hub cannot be reached, once, and when it can be again. For programs as a
/// line of JSON among the others: {"hub": "unreachable" or "reached"}; for a person beside the output.
class Reachability {
public:
    Reachability(bool asJson, std::ostream& out, std::ostream& aside)
        : asJson_(asJson), out_(out), aside_(aside) {}

    /// A round failed and another will follow.
    void failed(const sync::Failure& failure, const sync::Ledger& ledger);
    /// A round came as far as being open.
    void reached();

private:
    bool asJson_;
    std::ostream& out_;
    std::ostream& aside_;
    bool lost_ = false;
};

/// Everything typed is kept in every case, and the message says how much of it waits.
terminal::Trouble troubleFrom(const sync::Failure& failure, const sync::Ledger& ledger);

} // namespace lianxin::ctl
