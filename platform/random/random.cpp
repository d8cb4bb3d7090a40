// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/random/random.h"

#include <pthread.h>
#include <sodium.h>

#include <atomic>
#include <limits>
#include <stdexcept>
#include <utility>

namespace lianxin::platform {

namespace {

// Counts how often this process is a copy of another. A copy must not hand out the numbers that its original
// holds.
std::atomic<std::uint64_t> forks{0};

void countForks() {
    static const int registered = pthread_atfork(nullptr, nullptr, [] { ++forks; });
    if (registered != 0) {
        throw std::runtime_error("cannot watch for copies of the process");
    }
}

} // namespace

std::uint64_t Random::below(std::uint64_t bound) {
    if (bound == 0) {
        throw std::invalid_argument("there is no number below 0");
    }
    // The numbers at the top that would favour small results are drawn again.
    const std::uint64_t unfair = (std::numeric_limits<std::uint64_t>::max() - bound + 1) % bound;
    std::uint64_t drawn = next();
    while (drawn < unfair) {
        drawn = next();
    }
    return drawn % bound;
}

SystemRandom::SystemRandom() : used_(numbers_.size()) {
    if (sodium_init() < 0) {
        throw std::runtime_error("the system gives no random numbers");
    }
    countForks();
}

SystemRandom::~SystemRandom() {
    sodium_memzero(numbers_.data(), sizeof(numbers_));
}

std::uint64_t SystemRandom::next() {
    if (used_ == numbers_.size() || forks_ != forks.load(std::memory_order_relaxed)) {
        refill();
    }
    // A number that was given out is not kept: it may be a part of a secret.
    return std::exchange(numbers_[used_++], 0);
}

void SystemRandom::refill() {
    randombytes_buf(numbers_.data(), sizeof(numbers_));
    used_ = 0;
    forks_ = forks.load(std::memory_order_relaxed);
}

std::uint64_t SeededRandom::next() {
    state_ += 0x9E3779B97F4A7C15U;
    std::uint64_t mixed = state_;
    mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9U;
    mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBU;
    return mixed ^ (mixed >> 31);
}

} // namespace lianxin::platform
