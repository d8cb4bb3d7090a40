// SPDX-License-Identifier: GPL-3.0-or-later
// When the next round begins. A round that failed is followed by a new one after a pause that grows and is
// drawn at random, so that two thousand devices do not come back in the same second; a save or the network's
// return ends the pause at once where waiting for them was the reason.
#pragma once

#include "platform/random/random.h"
#include "sync/errors.h"
#include "sync/record/dot.h"

#include <optional>

namespace lianxin::sync {

/// Exponential back-off with full jitter: between nothing and a bound that doubles with every failure.
class Backoff {
public:
    Backoff(Milliseconds first, Milliseconds longest) : first_(first), longest_(longest) {}

    Milliseconds nextPause(platform::Random& random);
    void succeeded() { failures_ = 0; }

private:
    Milliseconds first_;
    Milliseconds longest_;
    int failures_ = 0;
};

/// Times are readings of a monotonic clock.
class Scheduler {
public:
    explicit Scheduler(platform::Random& random)
        : random_(random), backoff_(std::chrono::seconds(1), std::chrono::minutes(5)) {}

    void roundEnded(Milliseconds now, const std::optional<Failure>& failure);
    void roundOpened() { backoff_.succeeded(); }
    void somethingSaved(Milliseconds now);
    void networkReturned(Milliseconds now);

    /// How long until a round shall begin: zero is now; nothing: not before a person has done something.
    std::optional<Milliseconds> dueIn(Milliseconds now) const;

private:
    platform::Random& random_;
    Backoff backoff_;
    std::optional<Milliseconds> dueAt_{Milliseconds{0}};
    bool endsOnSave_ = true; ///< the pause is only for want of something to do, or of a network
};

} // namespace lianxin::sync
