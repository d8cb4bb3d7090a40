// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/sqlite/page_checksum.h"

#include <array>
#include <bit>
#include <cstring>
#include <string_view>

namespace lianxin::platform {

namespace {

// The constants and steps are those of XXH64: https://github.com/Cyan4973/xxHash/blob/dev/doc/xxhash_spec.md
constexpr std::uint64_t prime1 = 0x9E3779B185EBCA87;
constexpr std::uint64_t prime2 = 0xC2B2AE3D27D4EB4F;
constexpr std::uint64_t prime3 = 0x165667B19E3779F9;
constexpr std::uint64_t prime4 = 0x85EBCA77C2B2AE63;

constexpr std::size_t checksumBytes = 8;
constexpr std::size_t summedBytes = pageBytes - checksumBytes;
constexpr std::size_t durableFramesAt = summedBytes - sizeof(std::uint32_t);
constexpr std::size_t wordBytes = 8;
constexpr std::size_t lanes = 4;
constexpr std::size_t stripeBytes = lanes * wordBytes;
static_assert(summedBytes % wordBytes == 0);
static_assert(std::endian::native == std::endian::little, "words are read as they lie in memory");

std::uint64_t wordAt(const unsigned char* bytes) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes, sizeof word);
    return word;
}

std::uint64_t mixed(std::uint64_t lane, std::uint64_t word) {
    return std::rotl(lane + word * prime2, 31) * prime1;
}

std::uint64_t avalanche(std::uint64_t hash) {
    hash = (hash ^ hash >> 33) * prime2;
    hash = (hash ^ hash >> 29) * prime3;
    return hash ^ hash >> 32;
}

std::uint64_t checksumOf(const unsigned char* page, std::uint64_t seed) {
    std::array<std::uint64_t, lanes> lane{seed + prime1 + prime2, seed + prime2, seed, seed - prime1};
    std::size_t at = 0;
    for (; at + stripeBytes <= summedBytes; at += stripeBytes)
        for (std::size_t i = 0; i < lanes; ++i)
            lane[i] = mixed(lane[i], wordAt(page + at + i * wordBytes));
    std::uint64_t hash =
        std::rotl(lane[0], 1) + std::rotl(lane[1], 7) + std::rotl(lane[2], 12) + std::rotl(lane[3], 18);
    for (const std::uint64_t one : lane)
        hash = (hash ^ mixed(0, one)) * prime1 + prime4;
    hash += summedBytes;
    for (; at < summedBytes; at += wordBytes)
        hash = std::rotl(hash ^ mixed(0, wordAt(page + at)), 27) * prime1 + prime4;
    return avalanche(hash);
}

constexpr std::string_view magic("SQLite format 3\0\x10\0", 18); // and pages of 4096 bytes
constexpr std::size_t reservedAt = 20;

std::uint64_t checksumOfPage(const unsigned char* page, std::uint32_t number) {
    if (number != 1)
        return checksumOf(page, number);
    std::array<unsigned char, pageBytes> first{};
    std::memcpy(first.data(), page, pageBytes);
    setLogMark(first.data(), {});
    return checksumOf(first.data(), number);
}

} // namespace

void setChecksum(unsigned char* page, std::uint32_t number) {
    const std::uint64_t checksum = checksumOfPage(page, number);
    std::memcpy(page + summedBytes, &checksum, sizeof checksum);
}

bool isAsWritten(const unsigned char* page, std::uint32_t number) {
    return checksumOfPage(page, number) == wordAt(page + summedBytes);
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
