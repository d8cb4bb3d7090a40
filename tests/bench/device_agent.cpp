// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/device_agent.h"

#include "sync/round/http_link.h"
#include "tests/bench/bench_schema.h"
#include "tests/bench/local_device.h"

#include <condition_variable>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <optional>
#include <stdexcept>
#include <thread>

namespace lianxin::bench {

namespace {

std::string now() {
    return std::to_string(std::chrono::steady_clock::now().time_since_epoch().count());
}

// The orders, taken off the channel by a thread of their own, because a device that is live waits for the hub
// and for its person at the same time.
class Orders {
public:
    /// `wake` is called from the other thread whenever something came.
    Orders(Channel& channel, std::function<void()> wake)
        : thread_([this, &channel, wake = std::move(wake)] {
              while (auto line = channel.receive()) {
                  put(std::move(line));
                  wake();
              }
              put(std::nullopt);
              wake();
          }) {}
    Orders(const Orders&) = delete;
    Orders& operator=(const Orders&) = delete;
    ~Orders() { thread_.join(); }

    /// The next order; the inner optional is empty when there will be no more. Nothing when none came yet.
    std::optional<std::optional<std::string>> poll() {
        const std::scoped_lock lock(mutex_);
        if (lines_.empty()) {
            return std::nullopt;
        }
        auto line = std::move(lines_.front());
        lines_.pop_front();
        return line;
    }
    std::optional<std::string> wait() {
        std::unique_lock lock(mutex_);
        came_.wait(lock, [this] { return !lines_.empty(); });
        auto line = std::move(lines_.front());
        lines_.pop_front();
        return line;
    }

private:
    void put(std::optional<std::string> line) {
        {
            const std::scoped_lock lock(mutex_);
            lines_.push_back(std::move(line));
        }
        came_.notify_one();
    }

    std::mutex mutex_;
    std::condition_variable came_;
    std::deque<std::optional<std::string>> lines_;
    std::thread thread_;
};

class DeviceAgent {
public:
    DeviceAgent(platform::FileDescriptor channel, const std::filesystem::path& folder, const HubAddress& hub)
        : channel_(std::move(channel)),
          device_(folder, schema_, clock_),
          link_(hub.url, hub.secret, schema_),
          orders_(channel_, [this] { link_.wake(); }) {}

    void run() {
        channel_.send("ready");
        while (const auto order = orders_.wait()) {
            try {
                obey(*order);
            } catch (const std::exception& problem) {
                channel_.send(std::string("failed ") + problem.what());
            }
        }
    }

private:
    void obey(const std::string& order) {
        const std::string word = order.substr(0, order.find(' '));
        const std::string rest = word.size() == order.size() ? "" : order.substr(word.size() + 1);
        if (word == "save") {
            save(rest);
        } else if (word == "round") {
            round();
        } else if (word == "live") {
            live(rest);
        } else {
            throw std::runtime_error("unknown order: " + order);
        }
    }

    void save(const std::filesystem::path& data) {
        constexpr std::size_t atOnce = 200;
        ResponseReader responses(data);
        std::vector<sync::Record> drafts;
        while (const auto response = responses.next()) {
            drafts.push_back(draftOf(schema_, *response));
            if (drafts.size() == atOnce) {
                device_.saveAll(drafts);
                drafts.clear();
            }
        }
        device_.saveAll(drafts);
        channel_.send("saved");
    }

    void round() {
        const std::string start = now();
        sync::Round round(device_.replica(), {});
        sync::runRound(round, link_, clock_, std::chrono::minutes(5), [](const sync::RoundProgress&) {});
        const std::string end = now();
        requireNoFailure(round);
        if (round.progress().refused > 0 || device_.replica().hasWaiting()) {
            throw std::runtime_error("the round left something behind");
        }
        channel_.send("done " + start + " " + end);
    }

    // Ends with the channel.
    void live(const std::string& watchedCase) {
        const auto watched = sync::Uuid::parse(watchedCase);
        if (!watched) {
            throw std::runtime_error("not a case: " + watchedCase);
        }
        sync::RoundOptions options;
        options.wait = std::chrono::seconds(60);
        sync::Round round(device_.replica(), options);
        Watch watch{*watched, statusOf(*watched), false, false};
        while (round.phase() != sync::RoundPhase::Closed) {
            while (auto request = round.next()) {
                link_.send(round, std::move(*request));
            }
            if (round.work()) {
                tellChange(watch);
                continue;
            }
            tellState(watch, round);
            if (const auto order = orders_.poll()) {
                if (!*order) {
                    return;
                }
                obeyLive(watch, **order);
                continue;
            }
            link_.wait(std::chrono::seconds(1));
        }
        requireNoFailure(round);
    }

    struct Watch {
        sync::Uuid caseId;
        std::string status;
        bool announced;
        bool settling;
    };

    void tellChange(Watch& watch) {
        const std::string after = statusOf(watch.caseId);
        if (watch.announced && after != watch.status) {
            channel_.send("changed " + after + " " + now());
        }
        watch.status = after;
    }

    void tellState(Watch& watch, const sync::Round& round) {
        if (!watch.announced && round.phase() == sync::RoundPhase::Open) {
            watch.announced = true;
            channel_.send("live");
        }
        if (watch.settling && !device_.replica().hasWaiting()) {
            watch.settling = false;
            channel_.send("settled");
        }
    }

    void obeyLive(Watch& watch, const std::string& order) {
        if (order == "settle") {
            watch.settling = true;
        } else if (order.starts_with("set ")) {
            watch.status = order.substr(4);
            const std::string start = now();
            device_.edit(*schema_.find(caseType), watch.caseId, {{"status", watch.status, std::nullopt}});
            channel_.send("edited " + start);
        } else {
            throw std::runtime_error("unknown order: " + order);
        }
    }

    std::string statusOf(const sync::Uuid& caseId) {
        const auto record = device_.replica().find(*schema_.find(caseType), caseId);
        const auto* text = record ? std::get_if<std::string>(&record->value("status")) : nullptr;
        return text == nullptr ? "" : *text;
    }

    static void requireNoFailure(const sync::Round& round) {
        if (round.phase() != sync::RoundPhase::Closed || round.failure()) {
            throw std::runtime_error(
                "the round failed: " + (round.failure() ? round.failure()->code : "too long") + " " +
                (round.failure() ? round.failure()->detail : ""));
        }
    }

    Channel channel_;
    sync::Schema schema_ = benchSchema();
    platform::SystemClock clock_;
    LocalDevice device_;
    sync::HttpLink link_;
    Orders orders_;
};

} // namespace

int runDeviceAgent(platform::FileDescriptor channel, const std::filesystem::path& folder,
                   const HubAddress& hub) {
    DeviceAgent(std::move(channel), folder, hub).run();
    return 0;
}

} // namespace lianxin::bench
