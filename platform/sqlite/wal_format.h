// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How SQLite's write-ahead log is laid out; it never changes:
// https://www.sqlite.org/fileformat2.html#the_write_ahead_log
// A head of 32 bytes, then frames: 24 bytes that say which page, and the page. Each frame's checksum goes on
// from the one before it.

#include "platform/sqlite/page_checksum.h"

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace lianxin::platform::wal {

constexpr std::size_t headBytes = 32;
constexpr std::size_t headSummed = 24; ///< and then the checksum
constexpr std::size_t secondSaltAt = 20;
constexpr std::size_t frameHeadBytes = 24;
constexpr std::size_t frameHeadSummed = 8;
constexpr std::size_t pagesAfterAt = 4; ///< in a frame: how many pages the file has; 0: no commit ends here
constexpr std::size_t saltsAt = 8;      ///< in a frame
constexpr std::size_t saltBytes = 8;
constexpr std::size_t sumAt = 16; ///< in a frame; in the log's head the salts are here
constexpr std::size_t frameBytes = frameHeadBytes + pageBytes;
constexpr std::uint32_t magicOfLittleEndianSums = 0x377f0682;
constexpr std::uint32_t formatVersion = 3007000;

using Sum = std::array<std::uint32_t, 2>;

inline std::uint32_t bigEndian(const unsigned char* bytes) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < sizeof value; ++i)
        value = value << 8 | bytes[i];
    return value;
}

inline void setBigEndian(unsigned char* bytes, std::uint32_t value) {
    for (std::size_t i = 0; i < sizeof value; ++i)
        bytes[i] = static_cast<unsigned char>(value >> (24 - 8 * i) & 0xff);
}

inline Sum storedSum(const unsigned char* bytes) {
    return {bigEndian(bytes), bigEndian(bytes + 4)};
}

inline void storeSum(unsigned char* bytes, Sum sum) {
    setBigEndian(bytes, sum[0]);
    setBigEndian(bytes + 4, sum[1]);
}

/// `count` is a multiple of 8.
inline Sum sumOf(const unsigned char* bytes, std::size_t count, Sum sum) {
    static_assert(std::endian::native == std::endian::little);
    std::array<std::uint32_t, 2> words{};
    for (std::size_t at = 0; at < count; at += sizeof words) {
        std::memcpy(words.data(), bytes + at, sizeof words);
        sum[0] += words[0] + sum[1];
        sum[1] += words[1] + sum[0];
    }
    return sum;
}

/// Of a frame behind one with the sum `before`, or behind the log's head.
inline Sum frameSum(const unsigned char* frame, Sum before) {
    return sumOf(frame + frameHeadBytes, pageBytes, sumOf(frame, frameHeadSummed, before));
}

/// What a difference between the sums before two frames with the same content has become behind them: each
/// step of sumOf() is linear, and so are all of a frame's together.
constexpr Sum carriedThroughFrame(Sum difference) {
    struct Matrix {
        std::uint32_t a, b, c, d;
    };
    constexpr Matrix frame = [] {
        Matrix all{1, 0, 0, 1};
        for (std::size_t step = 0; step < (frameHeadSummed + pageBytes) / 8; ++step)
            all = {all.a + all.c, all.b + all.d, all.a + 2 * all.c, all.b + 2 * all.d};
        return all;
    }();
    return {frame.a * difference[0] + frame.b * difference[1],
            frame.c * difference[0] + frame.d * difference[1]};
}

} // namespace lianxin::platform::wal
