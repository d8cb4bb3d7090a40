// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/pairs.h"

#include <algorithm>
#include <stdexcept>

namespace lianxin::bench {

namespace {

template <class Number>
std::vector<double> numbersOf(const std::vector<Pair>& pairs, Number number) {
    std::vector<double> numbers;
    numbers.reserve(pairs.size());
    std::transform(pairs.begin(), pairs.end(), std::back_inserter(numbers), number);
    return numbers;
}

} // namespace

Spread spreadOf(std::vector<double> numbers) {
    if (numbers.empty()) {
        throw std::invalid_argument("the spread of nothing was asked for");
    }
    std::sort(numbers.begin(), numbers.end());
    const std::size_t middle = numbers.size() / 2;
    const bool even = numbers.size() % 2 == 0;
    const double median = even ? (numbers[middle - 1] + numbers[middle]) / 2 : numbers[middle];
    return {median, numbers.front(), numbers.back()};
}

std::vector<Pair> interleaved(int times, const std::function<Seconds()>& floor,
                              const std::function<Seconds()>& ours) {
    std::vector<Pair> pairs;
    for (int i = 0; i < times; ++i) {
        const Seconds floorTime = floor();
        pairs.push_back({floorTime, ours()});
    }
    return pairs;
}

Spread ratiosOf(const std::vector<Pair>& pairs) {
    return spreadOf(numbersOf(pairs, [](const Pair& pair) { return pair.ours / pair.floor; }));
}

Seconds medianFloor(const std::vector<Pair>& pairs) {
    return Seconds(spreadOf(numbersOf(pairs, [](const Pair& pair) { return pair.floor.count(); })).median);
}

Seconds medianOurs(const std::vector<Pair>& pairs) {
    return Seconds(spreadOf(numbersOf(pairs, [](const Pair& pair) { return pair.ours.count(); })).median);
}

} // namespace lianxin::bench
