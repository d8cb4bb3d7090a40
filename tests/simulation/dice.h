// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Numbers of a seed that can be given anew: the world stands before it is known which schedule it will play.

#include "platform/random/random.h"

#include <optional>

namespace lianxin::simulation {

class Dice final : public platform::Random {
public:
    explicit Dice(std::uint64_t seed) : numbers_(seed) {}

    /// From here on the numbers of this seed.
    void begin(std::uint64_t seed) { numbers_.emplace(seed); }
    [[nodiscard]] std::uint64_t next() override { return numbers_->next(); }

private:
    std::optional<platform::SeededRandom> numbers_; ///< never empty
};

} // namespace lianxin::simulation
