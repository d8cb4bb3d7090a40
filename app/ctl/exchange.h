// SPDX-License-Identifier: GPL-3.0-or-later
// Drives rounds against the hub: one for `sync`, one after the other for `watch`.
#pragma once

#include "app/ctl/device.h"
#include "app/terminal/message.h"
#include "sync/round/http_link.h"

#include <atomic>
#include <functional>
#include <optional>
#include <string>

namespace lianxin::ctl {

using Progress = std::function<void(const sync::RoundProgress&)>;

class Exchange {
public:
    /// The device outlives it.
    Exchange(Device& device, const std::string& hubUrl);

    /// Runs one round until it closes, or `until` on the boot clock, or stop(). With a wait above zero the
    /// round stays open for what is saved or arrives. Nothing: it ended well, or was stopped. Can throw
    /// platform::StorageError.
    std::optional<sync::Failure> runRound(const sync::RoundOptions& options,
                                          std::optional<sync::Milliseconds> until, const Progress& progress);

    /// Waits between two rounds; stop() ends it, too.
    void pause(sync::Milliseconds atMost);

    /// Ends runRound() at the next opportunity. Any thread.
    void stop() noexcept;
    bool isStopped() const noexcept { return stopped_; }

private:
    Device& device_;
    sync::HttpLink link_;
    std::atomic<bool> stopped_ = false;
};

/// What a failed round means for the person who asked for it. Everything typed is kept in every case.
terminal::Trouble troubleFrom(const sync::Failure& failure, const sync::Ledger& ledger);

} // namespace lianxin::ctl
