// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What stands at the end of every page of our files, in room that SQLite keeps for it and never looks at
// (byte 20 of the file's head says how much):
//
//   8 bytes   in the first page of a file only: which log went with it before, and which one does now (the
//             second salt of each). So a log that was put beside a file of another moment is known as such,
//             and so is one that was taken away. It changes alone, so the checksum passes over it.
//   4 bytes   in a log only: how many frames of it were durable when this one was written. So whoever reads
//             it after a power cut knows what may be torn and what must be there.
//   8 bytes   XXH64 of the bytes before (the first page's mark as zeros), with the page's number as the seed:
//             a page that comes back from the wrong place is noticed as well.

#include <cstddef>
#include <cstdint>

namespace lianxin::platform {

constexpr int pageBytes = 4096; ///< of every file of ours
constexpr int reservedBytes = 20;

/// `page` holds pageBytes; the first page has number 1.
void setChecksum(unsigned char* page, std::uint32_t number);
[[nodiscard]] bool isAsWritten(const unsigned char* page, std::uint32_t number);

/// Before the checksum, which covers it.
void setDurableFrames(unsigned char* page, std::uint32_t frames);
[[nodiscard]] std::uint32_t durableFrames(const unsigned char* page);

/// As it lies in the page: half of a change, written, makes both the same, and is as good as none.
struct LogMark {
    std::uint32_t before = 0; ///< every page of it is in the file
    std::uint32_t now = 0;    ///< 0: none
};
constexpr int logMarkAt = pageBytes - reservedBytes;
void setLogMark(unsigned char* page, LogMark mark);
[[nodiscard]] LogMark logMark(const unsigned char* page);

/// By the first bytes of a file, of which `count` are there: whether its pages carry checksums. A room of
/// another size than ours is damage, and so is taken for ours: no page will be as it was written.
[[nodiscard]] bool saysChecksums(const unsigned char* head, std::size_t count);

} // namespace lianxin::platform
