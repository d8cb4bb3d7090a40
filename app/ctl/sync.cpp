// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command.h"
#include "app/ctl/failure_words.h"
#include "app/ctl/record_json.h"
#include "app/store/exchange.h"
#include "platform/process/signals.h"
#include "sync/round/scheduler.h"

#include <unistd.h>

#include <iostream>
#include <map>
#include <thread>

namespace lianxin::ctl {

namespace {

using Json = nlohmann::json;
using store::Exchange;
using store::Progress;

/// Stops the exchange when the person asks the program to end.
class StopOnSignal {
public:
    StopOnSignal(platform::StopSignals& signals, Exchange& exchange)
        : signals_(signals), thread_([this, &exchange] {
              if (signals_.wait())
                  exchange.stop();
          }) {}
    StopOnSignal(const StopOnSignal&) = delete;
    StopOnSignal& operator=(const StopOnSignal&) = delete;
    ~StopOnSignal() {
        signals_.wake();
        thread_.join();
    }

private:
    platform::StopSignals& signals_;
    std::thread thread_;
};

Json progressToOutput(const sync::RoundProgress& progress) {
    return {{"phase", nameOf(progress.phase)},  {"pushed", progress.pushed},
            {"refused", progress.refused},      {"pulled", progress.pulled},
            {"blobs_sent", progress.blobsSent}, {"blobs_fetched", progress.blobsFetched}};
}

/// For programs a line each on the output; for a person one line that changes, when a person is looking.
Progress progressFor(const Call& call) {
    if (call.line.has("--progress"))
        return [&call](const sync::RoundProgress& progress) {
            call.out << progressToOutput(progress).dump() << '\n' << std::flush;
        };
    if (::isatty(STDERR_FILENO) == 0)
        return [](const sync::RoundProgress&) {};
    return [](const sync::RoundProgress& progress) {
        std::cerr << "\r\033[K" << nameOf(progress.phase) << " ↑" << progress.pushed << " ↓"
                  << progress.pulled << std::flush;
        if (progress.phase == sync::RoundPhase::Closed)
            std::cerr << "\r\033[K" << std::flush;
    };
}

std::string hubOf(const Call& call, Device& device) {
    return store::requireUrl(call.line.value("--hub").value_or(device.settings().hubUrl));
}

/// stop() ends it, too.
void waitBetweenRounds(Exchange& exchange, const platform::Clock& clock, sync::Milliseconds atMost) {
    const sync::Milliseconds until = clock.sinceBoot() + atMost;
    while (!exchange.isStopped() && clock.sinceBoot() < until)
        exchange.wait(until - clock.sinceBoot());
}

bool asksForAnotherRound(const sync::Failure& failure) {
    return failure.action == sync::NextAction::ClockWrong || failure.action == sync::NextAction::NewRound;
}

} // namespace

ExitStatus synchronise(const Call& call) {
    constexpr int mostRounds = 5;
    platform::StopSignals signals;
    Device device(call.data());
    Exchange exchange(device, hubOf(call, device));
    sync::RoundProgress last;
    std::optional<sync::Failure> failure;
    {
        const StopOnSignal stop(signals, exchange);
        const Progress report = progressFor(call);
        for (int round = 0; round < mostRounds; ++round) {
            failure = exchange.runRound(
                {}, std::nullopt,
                [&](const sync::RoundProgress& progress) {
                    last = progress;
                    report(progress);
                },
                [] {});
            if (!failure || !asksForAnotherRound(*failure))
                break;
        }
    }
    const sync::Ledger ledger = device.replica().ledger();
    if (failure)
        throw troubleFrom(*failure, ledger);
    if (call.asJson()) {
        Json json = progressToOutput(last);
        json["ledger"] = ledgerToOutput(ledger);
        call.out << json.dump() << '\n' << std::flush;
    } else {
        print(call.out, ledgerInWords(ledger));
    }
    return exchange.isStopped() ? ExitStatus::NotDone : ExitStatus::Done;
}

namespace {

/// Finds what rounds brought: rows whose page is later than the last one looked at. Pages of one commit of
/// the hub have the same sequence, so what was already told of at that sequence is remembered.
class Arrivals {
public:
    explicit Arrivals(Device& device) : device_(device) { take(); }

    std::vector<sync::Record> take() {
        std::vector<sync::Record> arrived;
        const sync::HubSequence from = seen_;
        for (const auto& type : device_.schema().types())
            takeOf(*type, from, arrived);
        return arrived;
    }

private:
    void takeOf(const sync::RecordType& type, sync::HubSequence from, std::vector<sync::Record>& arrived) {
        sync::Replica& replica = device_.replica();
        std::vector<sync::Uuid> ids;
        auto rows = replica.database().prepare("SELECT id,_seen FROM \"" + type.name() + "\" WHERE _seen>=?");
        rows.bind(1, std::max<sync::HubSequence>(from, 1));
        while (rows.step()) {
            const auto id = sync::Uuid::fromBytes(rows.blob(0));
            if (!id || (told_.contains(*id) && told_[*id] == rows.integer(1)))
                continue;
            ids.push_back(*id);
            told_[*id] = rows.integer(1);
            seen_ = std::max(seen_, rows.integer(1));
        }
        std::erase_if(told_, [this](const auto& entry) { return entry.second < seen_; });
        for (const sync::Uuid& id : ids)
            if (auto record = replica.find(type, id))
                arrived.push_back(std::move(*record));
    }

    Device& device_;
    sync::HubSequence seen_ = 0;
    std::map<sync::Uuid, sync::HubSequence> told_;
};

void printArrivals(const Call& call, Device& device, Arrivals& arrivals) {
    for (const sync::Record& record : arrivals.take()) {
        if (record.type == &device.schema().history())
            continue;
        if (call.asJson())
            call.out << Json{{"arrived", recordToOutput(record)}}.dump() << '\n';
        else
            call.out << "收到 arrived " << summaryOf(record) << '\n';
    }
    call.out << std::flush;
}

} // namespace

ExitStatus watch(const Call& call) {
    constexpr auto longPoll = std::chrono::seconds(30);
    const auto seconds = call.line.value("--for");
    platform::StopSignals signals;
    Device device(call.data());
    Exchange exchange(device, hubOf(call, device));
    const platform::Clock& clock = device.clock();
    std::optional<sync::Milliseconds> until;
    if (seconds)
        until = clock.sinceBoot() + std::chrono::seconds(wholeNumber("--for", *seconds));
    Arrivals arrivals(device);
    sync::Scheduler scheduler(device.random());
    Reachability reachability(call.asJson(), call.out, std::cerr);
    const StopOnSignal stop(signals, exchange);
    std::int64_t pulled = 0;
    while (!exchange.isStopped() && (!until || clock.sinceBoot() < *until)) {
        sync::RoundOptions options;
        options.wait = longPoll;
        const auto failure = exchange.runRound(
            options, until,
            [&](const sync::RoundProgress& progress) {
                if (progress.phase == sync::RoundPhase::Open) {
                    scheduler.roundOpened();
                    reachability.reached();
                }
                if (progress.pulled != std::exchange(pulled, progress.pulled))
                    printArrivals(call, device, arrivals);
            },
            [] {});
        scheduler.roundEnded(clock.sinceBoot(), failure);
        const auto pause = scheduler.dueIn(clock.sinceBoot());
        if (failure && !pause)
            throw troubleFrom(*failure, device.replica().ledger());
        if (!failure)
            continue;
        if (!asksForAnotherRound(*failure))
            reachability.failed(*failure, device.replica().ledger());
        waitBetweenRounds(exchange, clock, until ? std::min(*pause, *until - clock.sinceBoot()) : *pause);
    }
    if (!call.asJson())
        print(call.out, ledgerInWords(device.replica().ledger()));
    return ExitStatus::Done;
}

} // namespace lianxin::ctl
