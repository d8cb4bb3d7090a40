// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Random numbers as a thing that is handed in, so that a simulation can repeat a run exactly.
// A source belongs to one thread.

#include <array>
#include <cstddef>
#include <cstdint>

namespace lianxin::platform {

class Random {
public:
    Random() = default;
    Random(const Random&) = delete;
    Random& operator=(const Random&) = delete;
    virtual ~Random() = default;

    /// 64 evenly distributed bits.
    [[nodiscard]] virtual std::uint64_t next() = 0;
    /// An evenly distributed number in [0, bound). The bound must not be 0.
    [[nodiscard]] std::uint64_t below(std::uint64_t bound);
};

/// The system's unpredictable numbers: the only source for ids and secrets outside of tests.
class SystemRandom final : public Random {
public:
    SystemRandom();
    ~SystemRandom() override;

    [[nodiscard]] std::uint64_t next() override;

private:
    void refill();

    std::array<std::uint64_t, 64> numbers_{};
    std::size_t used_;
    std::uint64_t forks_ = 0;
};

/// The same numbers for the same seed, on every machine (splitmix64). Not for secrets.
class SeededRandom final : public Random {
public:
    explicit SeededRandom(std::uint64_t seed) : state_(seed) {}

    [[nodiscard]] std::uint64_t next() override;

private:
    std::uint64_t state_;
};

} // namespace lianxin::platform
