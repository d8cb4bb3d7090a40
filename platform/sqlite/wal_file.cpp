// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/sqlite/wal_file.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <fstream>
#include <iterator>
#include <string>

namespace lianxin::platform {

namespace {

// The format is SQLite's, and never changes: https://www.sqlite.org/fileformat2.html#the_write_ahead_log
constexpr std::size_t headBytes = 32;
constexpr std::size_t headSummed = 24;
constexpr std::size_t frameHeadBytes = 24;
constexpr std::size_t frameHeadSummed = 8;
constexpr std::size_t saltsAt = 8;
constexpr std::size_t saltBytes = 8;
constexpr std::size_t sumAt = 16;
constexpr std::size_t pageBytes = 4096;
constexpr std::size_t frameBytes = frameHeadBytes + pageBytes;
constexpr std::uint32_t magicOfLittleEndianSums = 0x377f0682;
constexpr std::uint32_t formatVersion = 3007000;

using Sum = std::array<std::uint32_t, 2>;

std::uint32_t bigEndian(const std::string& bytes, std::size_t at) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < 4; ++i)
        value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
    return value;
}

void setBigEndian(std::string& bytes, std::size_t at, std::uint32_t value) {
    for (std::size_t i = 0; i < 4; ++i)
        bytes[at + i] = static_cast<char>(value >> (24 - 8 * i) & 0xff);
}

std::uint32_t littleEndian(const std::string& bytes, std::size_t at) {
    std::uint32_t value = 0;
    for (std::size_t i = 4; i > 0; --i)
        value = value << 8 | static_cast<unsigned char>(bytes[at + i - 1]);
    return value;
}

Sum sumOf(const std::string& bytes, std::size_t from, std::size_t count, Sum sum) {
    for (std::size_t at = from; at < from + count; at += 8) {
        sum[0] += littleEndian(bytes, at) + sum[1];
        sum[1] += littleEndian(bytes, at + 4) + sum[0];
    }
    return sum;
}

class Log {
public:
    explicit Log(const std::filesystem::path& path) {
        std::ifstream file(path, std::ios::binary);
        bytes_.assign(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
        frames_ = bytes_.size() < headBytes ? 0 : (bytes_.size() - headBytes) / frameBytes;
        headIsWhole_ = frames_ > 0 && sumOf(bytes_, 0, headSummed, {}) == stored(headSummed);
        salts_ = headIsWhole_ ? bytes_.substr(sumAt, saltBytes) : frames_ > 0 ? saltsOf(0) : std::string();
    }

    /// One past the last whole frame that stands behind a damaged one; 0 when none does.
    std::size_t endBehindDamage() const {
        std::size_t end = 0;
        bool damaged = frames_ > 0 && !headIsWhole_;
        // With a damaged head the first frame has nothing to be compared with.
        for (std::size_t frame = damaged ? 1 : 0; frame < frames_; ++frame)
            if (!isWhole(frame))
                damaged = true;
            else if (damaged)
                end = frame + 1;
        return end;
    }

    void mend(std::size_t end) {
        setBigEndian(bytes_, 0, magicOfLittleEndianSums);
        setBigEndian(bytes_, 4, formatVersion);
        setBigEndian(bytes_, 8, pageBytes);
        bytes_.replace(sumAt, saltBytes, salts_);
        Sum sum = store(headSummed, sumOf(bytes_, 0, headSummed, {}));
        for (std::size_t frame = 0; frame < end; ++frame) {
            const std::size_t at = headBytes + frame * frameBytes;
            bytes_.replace(at + saltsAt, saltBytes, salts_);
            sum = store(at + sumAt, frameSum(frame, sum));
        }
        bytes_.resize(headBytes + end * frameBytes);
    }

    const std::string& bytes() const { return bytes_; }

private:
    std::string saltsOf(std::size_t frame) const {
        return bytes_.substr(headBytes + frame * frameBytes + saltsAt, saltBytes);
    }
    Sum stored(std::size_t at) const { return {bigEndian(bytes_, at), bigEndian(bytes_, at + 4)}; }
    Sum store(std::size_t at, Sum sum) {
        setBigEndian(bytes_, at, sum[0]);
        setBigEndian(bytes_, at + 4, sum[1]);
        return sum;
    }
    Sum frameSum(std::size_t frame, Sum sum) const {
        const std::size_t at = headBytes + frame * frameBytes;
        return sumOf(bytes_, at + frameHeadBytes, pageBytes, sumOf(bytes_, at, frameHeadSummed, sum));
    }
    /// By what stands before it, whether that is whole or not.
    bool isWhole(std::size_t frame) const {
        const std::size_t at = headBytes + frame * frameBytes;
        const Sum before = stored(frame == 0 ? headSummed : at - frameBytes + sumAt);
        return saltsOf(frame) == salts_ && frameSum(frame, before) == stored(at + sumAt);
    }

    std::string bytes_;
    std::string salts_;
    std::size_t frames_ = 0;
    bool headIsWhole_ = false;
};

} // namespace

bool isDamagedInside(const std::filesystem::path& log) {
    return std::filesystem::exists(log) && Log(log).endBehindDamage() > 0;
}

void mendChecksums(const std::filesystem::path& log) {
    if (!std::filesystem::exists(log))
        return;
    Log read(log);
    const std::size_t end = read.endBehindDamage();
    if (end == 0)
        return;
    read.mend(end);
    std::ofstream(log, std::ios::binary | std::ios::trunc)
        .write(read.bytes().data(), static_cast<std::streamsize>(read.bytes().size()));
}

} // namespace lianxin::platform
