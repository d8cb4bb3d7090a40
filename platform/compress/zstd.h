// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Zstandard, one whole message at a time. A Compressor or Decompressor owns a context that is worth keeping
// for many messages; each is used by one thread at a time.

#include "platform/result.h"

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

struct ZSTD_CCtx_s;
struct ZSTD_DCtx_s;

namespace lianxin::platform {

class Compressor {
public:
    /// Throws std::bad_alloc.
    Compressor();

    /// One frame that tells its content's size. Level 1 is right for the wire.
    [[nodiscard]] std::string compress(std::string_view bytes, int level);
    /// The same, where both sides know the bytes of `prefix` already: what resembles them costs almost
    /// nothing.
    [[nodiscard]] std::string compress(std::string_view bytes, int level, std::string_view prefix);
    /// One frame like the first, for long content that changes its nature on the way, as columns do: where a
    /// character is `boundary` the statistics begin anew.
    [[nodiscard]] std::string compressInSections(std::string_view bytes, int level, char boundary);

private:
    struct Free {
        void operator()(ZSTD_CCtx_s* context) const noexcept;
    };
    std::unique_ptr<ZSTD_CCtx_s, Free> context_;
    std::string scratch_;
};

enum class DecompressFault {
    TooLarge, ///< the content is larger than allowed; it was never held in memory
    Corrupt   ///< not exactly one whole frame, or the wrong prefix
};

class Decompressor {
public:
    /// Throws std::bad_alloc.
    Decompressor();

    /// Accepts exactly one frame with at most maxBytes of content. The limit holds before memory is taken,
    /// also when the frame does not tell its size or lies about it.
    [[nodiscard]] Result<std::string, DecompressFault> decompress(std::string_view bytes,
                                                                  std::size_t maxBytes);
    /// The same for a frame that was made with this prefix.
    [[nodiscard]] Result<std::string, DecompressFault>
    decompress(std::string_view bytes, std::size_t maxBytes, std::string_view prefix);

private:
    struct Free {
        void operator()(ZSTD_DCtx_s* context) const noexcept;
    };
    [[nodiscard]] Result<std::string, DecompressFault> decompressSized(std::string_view bytes,
                                                                       std::size_t size);
    [[nodiscard]] Result<std::string, DecompressFault> decompressUnsized(std::string_view bytes,
                                                                         std::size_t maxBytes);
    std::unique_ptr<ZSTD_DCtx_s, Free> context_;
};

} // namespace lianxin::platform
