// SPDX-License-Identifier: GPL-3.0-or-later
// Interrupts a day of a device and of a hub at every write, sync, read and allocation, in every way, and
// tells what was missing afterwards. A point is replayed by naming it.
#include "tests/faults/crash/failing_memory.h"
#include "tests/faults/crash/story.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <limits>
#include <optional>
#include <random>
#include <string_view>

namespace {

using namespace lianxin;
using crash::Fault;
using crash::Point;
using crash::Remains;
using crash::Victim;

constexpr std::array<std::string_view, 2> victims{"hub", "device"};
constexpr std::array<std::string_view, 7> faults{"power-cut", "fails",  "broken",   "full",
                                                 "read",      "memory", "no-memory"};
constexpr std::array<std::string_view, 3> remains{"nothing", "everything", "some"};

constexpr long allocationsOfOneSeed = 300;

constexpr std::string_view usage =
    "lianxin-crash [--points N] [--first-seed K] [--seconds T: as many of the points as fit into this time]\n"
    "              [--point VICTIM:SEED:FAULT:AT:REMAINS:LIVES]   as a failure was printed\n";

struct Options {
    long points = 300;
    long seconds = std::numeric_limits<std::uint32_t>::max(); ///< it begins no point later
    std::uint64_t firstSeed = 1;
    std::optional<Point> only;
};

template <class Number>
bool read(std::string_view text, Number& number) {
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
    return fault == std::errc{} && end == text.data() + text.size();
}

template <class Enum, std::size_t Count>
bool readName(std::string_view text, const std::array<std::string_view, Count>& names, Enum& value) {
    for (std::size_t i = 0; i < Count; ++i)
        if (names[i] == text) {
            value = static_cast<Enum>(i);
            return true;
        }
    return false;
}

std::optional<Point> readPoint(std::string_view text) {
    std::vector<std::string_view> parts;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find(':', at), text.size());
        parts.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    Point point;
    int lives = 0;
    const bool good = parts.size() == 6 && readName(parts[0], victims, point.victim) &&
                      read(parts[1], point.seed) && readName(parts[2], faults, point.plan.fault) &&
                      read(parts[3], point.plan.at) && readName(parts[4], remains, point.remains) &&
                      read(parts[5], lives);
    point.livesOn = lives != 0;
    return good ? std::optional(point) : std::nullopt;
}

std::string nameOf(const Point& point) {
    const auto name = [](const auto& names, auto value) {
        return std::string(names[static_cast<std::size_t>(value)]);
    };
    return name(victims, point.victim) + ':' + std::to_string(point.seed) + ':' +
           name(faults, point.plan.fault) + ':' + std::to_string(point.plan.at) + ':' +
           name(remains, point.remains) + ':' + (point.livesOn ? "1" : "0");
}

std::optional<Options> parse(const std::vector<std::string_view>& words) {
    Options options;
    for (std::size_t i = 0; i + 1 < words.size(); i += 2) {
        bool good = false;
        if (words[i] == "--points")
            good = read(words[i + 1], options.points) && options.points > 0;
        else if (words[i] == "--seconds")
            good = read(words[i + 1], options.seconds) && options.seconds > 0;
        else if (words[i] == "--first-seed")
            good = read(words[i + 1], options.firstSeed) && options.firstSeed > 0;
        else if (words[i] == "--point")
            good = (options.only = readPoint(words[i + 1])).has_value();
        if (!good)
            return std::nullopt;
    }
    return words.size() % 2 == 0 ? std::optional(options) : std::nullopt;
}

/// What there is to interrupt in the story of this seed.
std::vector<Point> pointsOf(Victim victim, std::uint64_t seed) {
    Point undisturbed{
        victim, seed, {Fault::Fails, std::numeric_limits<long>::max()}, Remains::Nothing, false};
    const auto report = crash::Story(undisturbed).tell();
    std::vector<Point> points;
    for (long at = 1; at <= report.changes; ++at) {
        for (const Remains left : {Remains::Nothing, Remains::Everything, Remains::Some})
            points.push_back({victim, seed, {Fault::PowerCut, at}, left, false});
        for (const Fault fault : {Fault::Fails, Fault::Broken, Fault::Full})
            points.push_back({victim, seed, {fault, at}, Remains::Nothing, at % 2 == 0});
    }
    for (long at = 1; at <= report.reads; ++at)
        points.push_back({victim, seed, {Fault::Read, at}, Remains::Nothing, at % 2 == 0});
    // There are a thousand times as many allocations as writes: each seed takes others of them.
    const long stride = 1 + report.allocations / allocationsOfOneSeed;
    for (long at = 1 + static_cast<long>(seed) * 7 % stride; at <= report.allocations; at += stride)
        for (const Fault fault : {Fault::Memory, Fault::NoMemory})
            points.push_back({victim, seed, {fault, at}, Remains::Nothing, at % 2 == 0});
    // However many of them are reached, they are of every kind and of the whole day.
    std::shuffle(points.begin(), points.end(), std::mt19937_64(seed));
    return points;
}

struct Count {
    long reached = 0;
    long bad = 0;
};

void tell(const Point& point, Count& count) {
    std::string failure;
    try {
        count.reached += crash::Story(point).tell().struck ? 1 : 0;
        return;
    } catch (const crash::Violation& violation) {
        failure = violation.what();
    } catch (const std::exception& fault) {
        failure = std::string("not a fault of storage: ") + fault.what();
    }
    if (++count.bad <= 20)
        std::printf("%s\n  %s\n", nameOf(point).c_str(), failure.c_str());
}

using Clock = std::chrono::steady_clock;

/// The points of one seed after the other, for as many as were asked for and fit into the time.
Count tellMany(Victim victim, const Options& options, Clock::duration time) {
    Count count;
    const auto end = Clock::now() + time;
    long left = options.points / 2;
    for (std::uint64_t seed = options.firstSeed; left > 0 && Clock::now() < end; ++seed) {
        for (const Point& point : pointsOf(victim, seed)) {
            if (left-- <= 0 || Clock::now() >= end)
                break;
            tell(point, count);
        }
    }
    return count;
}

} // namespace

int main(int count, char** words) {
    crash::watchMemory();
    const auto options = parse({words + 1, words + count});
    if (!options) {
        std::fprintf(stderr, "%s", usage.data());
        return 2;
    }
    Count total;
    const auto began = Clock::now();
    if (options->only) {
        tell(*options->only, total);
    } else {
        for (const Victim victim : {Victim::Hub, Victim::Device}) {
            const Count one = tellMany(victim, *options, std::chrono::seconds(options->seconds) / 2);
            std::printf("%s: %ld crash points reached, %ld bad\n",
                        std::string(victims[static_cast<std::size_t>(victim)]).c_str(), one.reached, one.bad);
            total.reached += one.reached;
            total.bad += one.bad;
        }
    }
    const double seconds = std::chrono::duration<double>(Clock::now() - began).count();
    std::printf("%ld crash points reached, %ld bad, %.1f a second\n", total.reached, total.bad,
                static_cast<double>(total.reached) / seconds);
    return total.bad == 0 ? 0 : 1;
}
