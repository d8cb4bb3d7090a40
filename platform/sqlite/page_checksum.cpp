// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/sqlite/page_checksum.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <array>
#include <bit>
#include <cstring>
#include <string_view>

namespace lianxin::platform {

namespace {

constexpr std::size_t checksumBytes = 8;
constexpr std::size_t summedBytes = pageBytes - checksumBytes;
constexpr std::size_t durableFramesAt = summedBytes - sizeof(std::uint32_t);
static_assert(std::endian::native == std::endian::little, "numbers are read as they lie in memory");

constexpr std::string_view magic("SQLite format 3\0\x10\0", 18); // and pages of 4096 bytes
constexpr std::size_t reservedAt = 20;

std::uint64_t checksumOfPage(const unsigned char* page, std::uint32_t number) {
    if (number != 1)
        return XXH64(page, summedBytes, number);
    std::array<unsigned char, pageBytes> first{};
    std::memcpy(first.data(), page, pageBytes);
    setLogMark(first.data(), {});
    return XXH64(first.data(), summedBytes, number);
}

} // namespace

void setChecksum(unsigned char* page, std::uint32_t number) {
    const std::uint64_t checksum = checksumOfPage(page, number);
    std::memcpy(page + summedBytes, &checksum, sizeof checksum);
}

bool isAsWritten(const unsigned char* page, std::uint32_t number) {
    std::uint64_t stored = 0;
    std::memcpy(&stored, page + summedBytes, sizeof stored);
    return checksumOfPage(page, number) == stored;
}

void setDurableFrames(unsigned char* page, std::uint32_t frames) {
    std::memcpy(page + durableFramesAt, &frames, sizeof frames);
}

std::uint32_t durableFrames(const unsigned char* page) {
    std::uint32_t frames = 0;
    std::memcpy(&frames, page + durableFramesAt, sizeof frames);
    return frames;
}

void setLogMark(unsigned char* page, LogMark mark) {
    std::memcpy(page + logMarkAt, &mark, sizeof mark);
}

LogMark logMark(const unsigned char* page) {
    LogMark mark;
    std::memcpy(&mark, page + logMarkAt, sizeof mark);
    return mark;
}

bool saysChecksums(const unsigned char* head, std::size_t count) {
    return count > reservedAt && std::memcmp(head, magic.data(), magic.size()) == 0 && head[reservedAt] != 0;
}

} // namespace lianxin::platform
