// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/sqlite/wal_file.h"

#include "platform/sqlite/wal_format.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace lianxin::platform {

namespace {

using namespace wal;

unsigned char* bytesAt(std::string& bytes, std::size_t at) {
    return reinterpret_cast<unsigned char*>(bytes.data() + at);
}

const unsigned char* bytesAt(const std::string& bytes, std::size_t at) {
    return reinterpret_cast<const unsigned char*>(bytes.data() + at);
}

class Log {
public:
    explicit Log(const std::filesystem::path& path) {
        std::ifstream file(path, std::ios::binary);
        bytes_.assign(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
        frames_ = bytes_.size() < headBytes ? 0 : (bytes_.size() - headBytes) / frameBytes;
        headIsWhole_ = frames_ > 0 &&
                       sumOf(bytesAt(bytes_, 0), headSummed, {}) == storedSum(bytesAt(bytes_, headSummed));
        salts_ = headIsWhole_ ? bytes_.substr(sumAt, saltBytes) : frames_ > 0 ? saltsOf(0) : std::string();
        for (std::size_t frame = 0; frame < frames_; ++frame)
            isWhole_.push_back(findWhether(frame));
    }

    /// Where the log ends when what is damaged inside is taken for whole; 0: nothing inside is damaged.
    std::size_t endBehindDamage() const {
        const std::size_t durable = durableEnd();
        const auto begin = isWhole_.begin();
        const auto middle = begin + static_cast<std::ptrdiff_t>(durable);
        if (durable == 0 || (headIsWhole_ && std::find(begin, middle, false) == middle))
            return 0;
        return static_cast<std::size_t>(std::find(middle, isWhole_.end(), false) - begin);
    }

    std::set<std::uint32_t> committedPages() const {
        std::set<std::uint32_t> committed;
        std::set<std::uint32_t> open;
        for (std::size_t frame = 0; headIsWhole_ && frame < frames_ && isWhole_[frame]; ++frame) {
            open.insert(bigEndian(at(frame)));
            if (bigEndian(at(frame) + pagesAfterAt) != 0)
                committed.merge(open);
        }
        return committed;
    }

    bool isEmpty() const { return frames_ == 0 || !headIsWhole_ || !isWhole_[0]; }
    std::uint32_t secondSalt() const { return bigEndian(bytesAt(bytes_, secondSaltAt)); }

    void mend(std::size_t end) {
        setBigEndian(bytesAt(bytes_, 0), magicOfLittleEndianSums);
        setBigEndian(bytesAt(bytes_, 4), formatVersion);
        setBigEndian(bytesAt(bytes_, 8), pageBytes);
        bytes_.replace(sumAt, saltBytes, salts_);
        Sum sum = sumOf(bytesAt(bytes_, 0), headSummed, {});
        storeSum(bytesAt(bytes_, headSummed), sum);
        for (std::size_t frame = 0; frame < end; ++frame) {
            const std::size_t from = headBytes + frame * frameBytes;
            bytes_.replace(from + saltsAt, saltBytes, salts_);
            sum = frameSum(at(frame), sum);
            storeSum(bytesAt(bytes_, from + sumAt), sum);
        }
        bytes_.resize(headBytes + end * frameBytes);
    }

    const std::string& bytes() const { return bytes_; }

private:
    const unsigned char* at(std::size_t frame) const {
        return bytesAt(bytes_, headBytes + frame * frameBytes);
    }
    std::string saltsOf(std::size_t frame) const {
        return bytes_.substr(headBytes + frame * frameBytes + saltsAt, saltBytes);
    }
    /// By what stands before it, whether that is whole or not.
    bool findWhether(std::size_t frame) const {
        if (frame == 0 && !headIsWhole_) // there is nothing to compare it with
            return false;
        const Sum before = storedSum(frame == 0 ? bytesAt(bytes_, headSummed) : at(frame - 1) + sumAt);
        return saltsOf(frame) == salts_ && frameSum(at(frame), before) == storedSum(at(frame) + sumAt);
    }
    /// What stands before it was on the medium before some whole frame was written. A file of before the
    /// checksums says nothing of that: what stands before a whole frame is taken to have been there.
    std::size_t durableEnd() const {
        std::size_t end = 0;
        for (std::size_t frame = 0; frame < frames_; ++frame) {
            if (!isWhole_[frame])
                continue;
            const unsigned char* page = at(frame) + frameHeadBytes;
            end = std::max(end, isAsWritten(page, bigEndian(at(frame)))
                                    ? std::max<std::size_t>(durableFrames(page), headIsWhole_ ? 0 : 1)
                                    : frame);
        }
        return std::min(end, frames_);
    }

    std::string bytes_;
    std::string salts_;
    std::size_t frames_ = 0;
    bool headIsWhole_ = false;
    std::vector<bool> isWhole_;
};

} // namespace

LogKind logKind(const std::filesystem::path& log, const std::filesystem::path& database) {
    std::array<char, pageBytes> page{};
    const unsigned char* bytes = reinterpret_cast<unsigned char*>(page.data());
    std::ifstream(database, std::ios::binary).read(page.data(), page.size());
    if (!saysChecksums(bytes, page.size()))
        return LogKind::Own;
    const LogMark mark = logMark(bytes);
    std::error_code missing;
    if (mark.now != 0 && !(std::filesystem::file_size(log, missing) >= headBytes && !missing))
        return LogKind::Missing;
    const Log read(log);
    if (read.isEmpty() || read.secondSalt() == mark.now)
        return LogKind::Own;
    return read.secondSalt() == mark.before ? LogKind::Outdated : LogKind::Foreign;
}

void emptyLog(const std::filesystem::path& log) {
    std::filesystem::resize_file(log, headBytes);
}

std::set<std::uint32_t> pagesInLog(const std::filesystem::path& log) {
    return std::filesystem::exists(log) ? Log(log).committedPages() : std::set<std::uint32_t>();
}

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
