// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Floor and ours by turns (floor, ours, floor, ours ...), so that a busy moment of the machine hits both, and
// the ratio within each pair. The median of these is the figure.

#include "tests/bench/floor.h"

#include <functional>
#include <vector>

namespace lianxin::bench {

struct Pair {
    Seconds floor{};
    Seconds ours{};
};

/// A figure and how far it spread. Without repetition all three are the same.
struct Spread {
    double median = 0;
    double least = 0;
    double most = 0;
};

/// The spread of at least one number. Throws std::invalid_argument without any.
Spread spreadOf(std::vector<double> numbers);

/// Does both in turn, `times` times.
std::vector<Pair> interleaved(int times, const std::function<Seconds()>& floor,
                              const std::function<Seconds()>& ours);

/// The spread of ours divided by floor.
Spread ratiosOf(const std::vector<Pair>& pairs);

/// The median time of one side.
Seconds medianFloor(const std::vector<Pair>& pairs);
Seconds medianOurs(const std::vector<Pair>& pairs);

} // namespace lianxin::bench
