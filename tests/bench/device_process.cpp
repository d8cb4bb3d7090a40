// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/device_process.h"

#include "tests/bench/memory.h"

#include <fcntl.h>
#include <sys/socket.h>

#include <array>
#include <cerrno>
#include <sstream>
#include <stdexcept>
#include <system_error>

namespace lianxin::bench {

std::chrono::steady_clock::time_point timePointOf(const std::string& nanoseconds) {
    return std::chrono::steady_clock::time_point(std::chrono::nanoseconds(std::stoll(nanoseconds)));
}

DeviceProcess::Parts DeviceProcess::start(const std::filesystem::path& folder, const HubAddress& hub) {
    std::array<int, 2> ends{};
    if (::socketpair(AF_UNIX, SOCK_STREAM, 0, ends.data()) != 0) {
        throw std::system_error(errno, std::generic_category(), "socketpair");
    }
    platform::FileDescriptor ours(ends[0]);
    const platform::FileDescriptor theirs(ends[1]);
    // The other end is inherited, ours is not: the child sees the end of the channel when we are gone.
    if (::fcntl(ours.get(), F_SETFD, FD_CLOEXEC) != 0) {
        throw std::system_error(errno, std::generic_category(), "fcntl");
    }
    platform::Child child = platform::Child::start(
        {"/proc/self/exe", "device", std::to_string(theirs.get()), folder.string(), hub.url, hub.secret});
    return {std::move(child), Channel(std::move(ours))};
}

DeviceProcess::DeviceProcess(const std::filesystem::path& folder, const HubAddress& hub)
    : parts_(start(folder, hub)) {
    answer("ready");
}

void DeviceProcess::order(const std::string& line) {
    parts_.channel.send(line);
}

std::vector<std::string> DeviceProcess::answer(const std::string& expected) {
    const std::optional<std::string> line = parts_.channel.receive();
    if (!line) {
        throw std::runtime_error("a device process ended without an answer");
    }
    std::vector<std::string> words;
    std::istringstream text(*line);
    for (std::string word; text >> word;) {
        words.push_back(word);
    }
    if (words.empty() || words[0] != expected) {
        throw std::runtime_error("a device process answered: " + *line);
    }
    return words;
}

Stretch DeviceProcess::round() {
    order("round");
    return roundAnswer();
}

Stretch DeviceProcess::roundAnswer() {
    const std::vector<std::string> words = answer("done");
    return {timePointOf(words.at(1)), timePointOf(words.at(2))};
}

double DeviceProcess::peakMegabytes() const {
    return bench::peakMegabytes(parts_.child.pid());
}

} // namespace lianxin::bench
