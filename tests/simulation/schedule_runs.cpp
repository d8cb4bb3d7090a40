// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/schedule_runs.h"

#include "platform/files/file_descriptor.h"
#include "sync/mutants.h"

#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <deque>
#include <optional>
#include <system_error>

namespace lianxin::simulation {

namespace {

/// What a process tells of its schedule; the text of the failure follows.
struct Told {
    int step = 0;
    std::uint64_t digest = 0;
};

struct Running {
    std::uint64_t seed = 0;
    pid_t process = 0;
    platform::FileDescriptor answer;
};

[[noreturn]] void fail(const char* what) {
    throw std::system_error(errno, std::generic_category(), what);
}

void writeAll(int file, const void* bytes, std::size_t size) {
    const auto* next = static_cast<const char*>(bytes);
    while (size > 0) {
        const ssize_t written = ::write(file, next, size);
        if (written < 0)
            ::_exit(EXIT_FAILURE); // nobody waits for it any more
        next += written;
        size -= static_cast<std::size_t>(written);
    }
}

std::string readAll(int file) {
    std::string all;
    std::array<char, 4096> part{};
    for (;;) {
        const ssize_t count = ::read(file, part.data(), part.size());
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            fail("read");
        if (count == 0)
            return all;
        all.append(part.data(), static_cast<std::size_t>(count));
    }
}

void playAndTell(Schedule& schedule, const ScheduleRange& range, std::uint64_t seed, int answer) {
    sync::activeMutant = range.mutant;
    const ScheduleOutcome outcome = schedule.play(seed);
    const Told told{outcome.step, outcome.digest};
    writeAll(answer, &told, sizeof told);
    writeAll(answer, outcome.failure.data(), outcome.failure.size());
}

[[noreturn]] void live(const ScheduleOptions& options, std::optional<Schedule>& ready,
                       const ScheduleRange& range, std::uint64_t seed, int answer) {
    if (ready) {
        playAndTell(*ready, range, seed, answer);
    } else {
        // The files of a store are not shared between processes: each has its own, and removes them.
        Schedule own(options);
        playAndTell(own, range, seed, answer);
    }
    std::fflush(nullptr);
    ::_exit(EXIT_SUCCESS); // nothing that was copied is taken down
}

Running start(const ScheduleOptions& options, std::optional<Schedule>& ready, const ScheduleRange& range,
              std::uint64_t seed) {
    std::array<int, 2> ends{};
    if (::pipe(ends.data()) != 0)
        fail("pipe");
    platform::FileDescriptor out(ends[0]);
    platform::FileDescriptor in(ends[1]);
    const pid_t process = ::fork();
    if (process < 0)
        fail("fork");
    if (process == 0)
        live(options, ready, range, seed, in.get());
    return {seed, process, std::move(out)};
}

ScheduleOutcome outcomeOf(Running running) {
    const std::string text = readAll(running.answer.get());
    int status = 0;
    while (::waitpid(running.process, &status, 0) < 0)
        if (errno != EINTR)
            fail("waitpid");
    ScheduleOutcome outcome;
    Told told;
    if (status != 0 || text.size() < sizeof told) {
        outcome.failure = WIFSIGNALED(status)
                              ? "its process was ended by signal " + std::to_string(WTERMSIG(status))
                              : "its process ended early";
        return outcome;
    }
    std::memcpy(&told, text.data(), sizeof told);
    outcome.step = told.step;
    outcome.digest = told.digest;
    outcome.failure = text.substr(sizeof told);
    return outcome;
}

} // namespace

void playSchedules(const ScheduleOptions& options, const ScheduleRange& range,
                   const std::function<bool(std::uint64_t, const ScheduleOutcome&)>& take) {
    std::optional<Schedule> ready;
    if (!options.onDisk)
        ready.emplace(options);
    std::fflush(nullptr);
    std::deque<Running> running;
    std::uint64_t next = 0;
    bool wanted = true;
    while (true) {
        while (wanted && next < range.count && running.size() < range.jobs &&
               std::chrono::steady_clock::now() < range.end) {
            running.push_back(start(options, ready, range, range.firstSeed + next));
            ++next;
        }
        if (running.empty())
            return;
        const std::uint64_t seed = running.front().seed;
        const ScheduleOutcome outcome = outcomeOf(std::move(running.front()));
        running.pop_front();
        wanted = wanted && take(seed, outcome);
    }
}

} // namespace lianxin::simulation
