// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/exchange.h"

namespace lianxin::store {

Exchange::Exchange(Device& device, const std::string& hubUrl)
    : device_(device), link_(hubUrl, device.settings().secret, device.schema()) {}

std::optional<sync::Failure> Exchange::runRound(const sync::RoundOptions& options,
                                                std::optional<sync::Milliseconds> until,
                                                const Progress& progress, const std::function<void()>& turn) {
    constexpr sync::Milliseconds longestPause = std::chrono::seconds(60);
    sync::Round round(device_.replica(), options);
    const auto left = [&] {
        return until ? std::min(longestPause, *until - device_.clock().sinceBoot()) : longestPause;
    };
    std::optional<sync::RoundProgress> reported;
    const auto report = [&] {
        if (reported != round.progress())
            progress(*(reported = round.progress()));
    };
    while (round.phase() != sync::RoundPhase::Closed && !stopped_ && left() > sync::Milliseconds{0}) {
        turn();
        while (auto request = round.next())
            link_.send(round, std::move(*request));
        report();
        if (!round.work())
            link_.wait(std::clamp(round.pausesFor().value_or(longestPause), sync::Milliseconds{0},
                                  std::max(sync::Milliseconds{0}, left())));
    }
    link_.dropAll();
    round.end();
    report();
    return round.failure();
}

void Exchange::stop() noexcept {
    stopped_ = true;
    link_.wake();
}

} // namespace lianxin::store
