// SPDX-License-Identifier: GPL-3.0-or-later
// Drives rounds against the hub, one at a time, for a device of this machine.
#pragma once

#include "app/store/device.h"
#include "sync/round/http_link.h"

#include <atomic>
#include <functional>
#include <optional>
#include <string>

namespace lianxin::store {

using Progress = std::function<void(const sync::RoundProgress&)>;

class Exchange {
public:
    /// The device outlives it.
    Exchange(Device& device, const std::string& hubUrl);

    /// Runs one round until it closes, or `until` on the boot clock, or stop(). With a wait above zero the
    /// round stays open for what is saved or arrives. `turn` is called whenever something may have come,
    /// wake() included, and may use the device. Nothing: it ended well, or was stopped. Can throw
    /// platform::StorageError.
    std::optional<sync::Failure> runRound(const sync::RoundOptions& options,
                                          std::optional<sync::Milliseconds> until, const Progress& progress,
                                          const std::function<void()>& turn);

    /// Waits, between two rounds, for wake() or stop().
    void wait(sync::Milliseconds atMost) { link_.wait(atMost); }
    /// Any thread.
    void wake() noexcept { link_.wake(); }

    /// Ends runRound() at the next opportunity. Any thread.
    void stop() noexcept;
    bool isStopped() const noexcept { return stopped_; }

private:
    Device& device_;
    sync::HttpLink link_;
    std::atomic<bool> stopped_ = false;
};

} // namespace lianxin::store
