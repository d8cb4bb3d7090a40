// SPDX-License-Identifier: GPL-3.0-or-later
// What a fuzz target is: one function that takes any bytes and comes back. libFuzzer calls it (preset fuzz),
// or executions.cpp does, where only g++ is at hand: a bounded number of times, the same each time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace lianxin::fuzz {

inline std::string_view textOf(const std::uint8_t* data, std::size_t size) {
    return {reinterpret_cast<const char*>(data), size};
}

/// Ends the program when what must hold does not, so that the fuzzer keeps the input.
inline void require(bool holds, const char* what) {
    if (holds)
        return;
    std::fprintf(stderr, "does not hold: %s\n", what);
    std::abort();
}

} // namespace lianxin::fuzz
