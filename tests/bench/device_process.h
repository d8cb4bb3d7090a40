// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A device as a process of its own, so that its memory is a device's and nothing else, driven by the
// benchmark over a channel. The process ends with the object.
//
// Orders and answers, one line each. Times are steady_clock nanoseconds, which all processes of a machine
// share.
//   save DIR         saves DIR/responses.jsonl a few hundred at a time   -> saved
//   round            one round with the hub                              -> done START END
//   live CASE        keeps a round open from then on, watching a case    -> live
//   set TEXT         while live: sets the case's status                  -> edited START
//   settle           while live: waits for receipts for all that it set  -> settled
//   (the case's status changed through the hub while live)               -> changed TEXT END
// When an order fails the answer is "failed" and the reason.

#include "platform/process/child.h"
#include "tests/bench/channel.h"
#include "tests/bench/floor.h"

#include <filesystem>
#include <string>
#include <vector>

namespace lianxin::bench {

/// Where a device finds its hub.
struct HubAddress {
    std::string url;
    std::string secret;
};

/// From when until when, by the clock that all processes share.
struct Stretch {
    std::chrono::steady_clock::time_point start;
    std::chrono::steady_clock::time_point end;

    [[nodiscard]] Seconds length() const { return end - start; }
};

class DeviceProcess {
public:
    DeviceProcess(const std::filesystem::path& folder, const HubAddress& hub);

    void order(const std::string& line);
    /// The words of the next answer. Throws std::runtime_error when the order failed or the process ended, or
    /// when the answer's first word is another than `expected`.
    std::vector<std::string> answer(const std::string& expected);

    /// One round, from its start to its end.
    Stretch round();
    /// The end of a round that was ordered before.
    Stretch roundAnswer();
    [[nodiscard]] double peakMegabytes() const;

private:
    struct Parts {
        platform::Child child;
        Channel channel;
    };
    static Parts start(const std::filesystem::path& folder, const HubAddress& hub);

    Parts parts_;
};

/// The time point that a device's answer names.
std::chrono::steady_clock::time_point timePointOf(const std::string& nanoseconds);

} // namespace lianxin::bench
