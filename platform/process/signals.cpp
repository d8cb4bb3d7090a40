// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/process/signals.h"

#include "platform/process/poll_until.h"

#include <pthread.h>
#include <sys/eventfd.h>
#include <sys/signalfd.h>

#include <array>
#include <cerrno>
#include <cstdint>
#include <system_error>

namespace lianxin::platform {

namespace {

sigset_t stopSignals() {
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGTERM);
    sigaddset(&set, SIGINT);
    return set;
}

} // namespace

void ignoreBrokenPipes() noexcept {
    std::signal(SIGPIPE, SIG_IGN);
}

StopSignals::StopSignals() {
    const sigset_t set = stopSignals();
    signals_ = FileDescriptor(::signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK));
    wakeups_ = FileDescriptor(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK));
    if (!signals_ || !wakeups_) {
        throw std::system_error(errno, std::generic_category(), "waiting for signals");
    }
    const int code = ::pthread_sigmask(SIG_BLOCK, &set, &before_);
    if (code != 0) {
        throw std::system_error(code, std::generic_category(), "holding signals back");
    }
    ignoreBrokenPipes();
}

StopSignals::~StopSignals() {
    ::pthread_sigmask(SIG_SETMASK, &before_, nullptr);
}

std::optional<int> StopSignals::wait() {
    return poll(std::nullopt);
}

std::optional<int> StopSignals::waitFor(std::chrono::milliseconds atMost) {
    return poll(std::chrono::steady_clock::now() + atMost);
}

void StopSignals::wake() noexcept {
    const std::uint64_t one = 1;
    // It can only fail when the counter is full, and then the waiter is woken anyway.
    [[maybe_unused]] const ssize_t written = ::write(wakeups_.get(), &one, sizeof(one));
}

std::optional<int> StopSignals::poll(std::optional<std::chrono::steady_clock::time_point> end) {
    std::array<pollfd, 2> watched{{{signals_.get(), POLLIN, 0}, {wakeups_.get(), POLLIN, 0}}};
    const int ready = pollUntil(watched, end);
    signalfd_siginfo signal{};
    if (ready > 0 && ::read(signals_.get(), &signal, sizeof(signal)) == sizeof(signal)) {
        return static_cast<int>(signal.ssi_signo);
    }
    std::uint64_t count = 0;
    [[maybe_unused]] const ssize_t drained = ::read(wakeups_.get(), &count, sizeof(count));
    return std::nullopt;
}

} // namespace lianxin::platform
