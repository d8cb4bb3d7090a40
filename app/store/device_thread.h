// SPDX-License-Identifier: GPL-3.0-or-later
// The one thread that uses a device's store and talks to its hub, so that a window never waits for either.
// It lives as long as the window: jobs run in the order of their posting, between two steps of the exchange;
// the exchange goes on by itself for as long as there is a hub.
#pragma once

#include "app/store/exchange.h"
#include "sync/round/scheduler.h"

#include <deque>
#include <memory>
#include <mutex>
#include <thread>

namespace lianxin::store {

/// How the device stands towards its hub.
enum class HubLink : std::uint8_t {
    NotConnected, ///< the normal state of a ward without network
    Exchanging,   ///< a round is under way
    Connected,    ///< everything was exchanged, and news will come by themselves
    ClockWrong,   ///< the hub does not take what this clock says
    NeedsStaff,   ///< not enrolled, too old, or refused: nothing goes on before a person acts
};

struct StoreState {
    HubLink link = HubLink::NotConnected;
    std::int64_t saved = 0;    ///< records written or edited here
    std::int64_t waiting = 0;  ///< of these, without a receipt
    std::int64_t parked = 0;   ///< of these, not accepted by the hub
    std::int64_t blobs = 0;    ///< pictures, recordings and papers here that the hub is not known to have
    bool shortOfRoom = false;  ///< the medium is full: staff must make room
    bool wasDamaged = false;   ///< its file was, at this start, and another one stands in its place
    std::uint64_t changes = 0; ///< grows whenever records may have changed, here or by what came
    bool operator==(const StoreState&) const = default;
};

class DeviceThread {
public:
    using Job = std::function<void(Device&)>;
    /// Called on this thread, whenever the state is another one.
    using Report = std::function<void(const StoreState&)>;

    /// Uses the device from here on. It may have been opened on any thread.
    DeviceThread(std::unique_ptr<Device> device, Report report);
    DeviceThread(const DeviceThread&) = delete;
    DeviceThread& operator=(const DeviceThread&) = delete;
    /// Ends the exchange; jobs posted before still run.
    ~DeviceThread();

    /// Does not change while the device is open. Any thread.
    const Settings& settings() const { return device_->settings(); }

    /// Any thread. A job keeps to itself what goes wrong in it: it reports faults as values of its own.
    void post(Job job);

private:
    void run();
    void runJobs();
    void exchange();
    std::optional<sync::Failure> runRound(const sync::RoundOptions& options);
    void rest();
    void noteProgress(const sync::RoundProgress& progress);
    void noteFailure(const std::optional<sync::Failure>& failure);
    void report();

    Report report_;
    const std::unique_ptr<Device> device_;
    Exchange exchange_;
    sync::Scheduler scheduler_;
    std::mutex mutex_;
    std::deque<Job> jobs_; ///< guarded by mutex_
    StoreState state_;
    StoreState reported_;
    std::int64_t pulled_ = 0; ///< in this round
    sync::Milliseconds reportedAt_{0};
    std::thread thread_;
};

} // namespace lianxin::store
