// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/device_thread.h"

#include "platform/sqlite/storage_error.h"

#include <new>

namespace lianxin::store {

namespace {

using sync::NextAction;
using sync::RoundPhase;

/// Counting what waits takes a moment, so during a long exchange it is told a few times a second only.
constexpr sync::Milliseconds betweenReports{200};

HubLink linkAfter(const sync::Failure& failure) {
    switch (failure.action) {
    case NextAction::WaitForNetwork:
    case NextAction::RetryLater:
    case NextAction::NewRound:
        return HubLink::NotConnected;
    case NextAction::ClockWrong:
        return HubLink::ClockWrong;
    case NextAction::NeedsEnrolment:
    case NextAction::NeedsUpgrade:
    case NextAction::Refused:
        return HubLink::NeedsStaff;
    }
    return HubLink::NeedsStaff;
}

} // namespace

DeviceThread::DeviceThread(std::unique_ptr<Device> device, Report report)
    : report_(std::move(report)),
      device_(std::move(device)),
      exchange_(*device_, device_->settings().hubUrl),
      scheduler_(device_->random()),
      thread_([this] { run(); }) {}

DeviceThread::~DeviceThread() {
    exchange_.stop();
    thread_.join();
}

void DeviceThread::post(Job job) {
    {
        const std::lock_guard lock(mutex_);
        jobs_.push_back(std::move(job));
    }
    exchange_.wake();
}

void DeviceThread::run() {
    report();
    while (!exchange_.isStopped()) {
        exchange();
        rest();
    }
    runJobs();
}

void DeviceThread::runJobs() {
    std::deque<Job> jobs;
    {
        const std::lock_guard lock(mutex_);
        jobs.swap(jobs_);
    }
    if (jobs.empty())
        return;
    const auto before = device_->replica().lastSequence();
    for (const Job& job : jobs)
        job(*device_);
    if (device_->replica().lastSequence() == before)
        return;
    ++state_.changes;
    scheduler_.somethingSaved(device_->clock().sinceBoot());
    report();
}

std::optional<sync::Failure> DeviceThread::runRound(const sync::RoundOptions& options) {
    try {
        return exchange_.runRound(
            options, std::nullopt, [this](const sync::RoundProgress& progress) { noteProgress(progress); },
            [this] { runJobs(); });
    } catch (const platform::StorageError& error) {
        // What came is not taken and will come again; what people save is refused to their faces.
        return sync::Failure{NextAction::RetryLater, "storage", error.what(), std::nullopt};
    } catch (const std::bad_alloc&) {
        return sync::Failure{NextAction::RetryLater, "storage", "no memory", std::nullopt};
    }
}

/// One round, which stays open for as long as the network does.
void DeviceThread::exchange() {
    sync::RoundOptions options;
    options.wait = std::chrono::seconds(30);
    pulled_ = 0;
    const auto failure = runRound(options);
    noteFailure(failure);
    scheduler_.roundEnded(device_->clock().sinceBoot(), failure);
}

/// Until the next round is due.
void DeviceThread::rest() {
    constexpr sync::Milliseconds longest = std::chrono::minutes(1);
    for (;;) {
        runJobs();
        const auto due = scheduler_.dueIn(device_->clock().sinceBoot());
        if (exchange_.isStopped() || (due && *due <= sync::Milliseconds{0}))
            return;
        exchange_.wait(std::min(due.value_or(longest), longest));
    }
}

void DeviceThread::noteProgress(const sync::RoundProgress& progress) {
    if (progress.phase == RoundPhase::Open) {
        scheduler_.roundOpened();
        state_.link = HubLink::Connected;
    } else if (state_.link != HubLink::Connected && progress.phase != RoundPhase::Hello) {
        state_.link = HubLink::Exchanging;
    }
    if (progress.pulled != std::exchange(pulled_, progress.pulled))
        ++state_.changes;
    const auto now = device_->clock().sinceBoot();
    if (progress.phase == RoundPhase::Open || now - reportedAt_ >= betweenReports)
        report();
}

void DeviceThread::noteFailure(const std::optional<sync::Failure>& failure) {
    if (failure)
        state_.link = linkAfter(*failure);
    report();
}

void DeviceThread::report() {
    const sync::Ledger ledger = device_->replica().ledger();
    state_.saved = ledger.records;
    state_.waiting = ledger.waiting;
    state_.parked = ledger.parked;
    state_.blobs = ledger.blobs;
    state_.shortOfRoom = device_->isShortOfRoom();
    state_.wasDamaged = device_->salvage().has_value();
    reportedAt_ = device_->clock().sinceBoot();
    if (state_ == reported_)
        return;
    reported_ = state_;
    report_(state_);
}

} // namespace lianxin::store
