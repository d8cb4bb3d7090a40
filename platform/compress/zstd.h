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
struct ZSTD_CDict_s;
struct ZSTD_DCtx_s;
struct ZSTD_DDict_s;

namespace lianxin::platform {

/// What both sides know already, in zstd's dictionary format: what resembles its content costs almost
/// nothing, and the statistics of its letters need not travel. Any thread may use one.
class Dictionary {
public:
    /// Throws std::bad_alloc, and std::runtime_error where the bytes are no dictionary.
    Dictionary(std::string_view bytes, int level);

private:
    friend class Compressor;
    friend class Decompressor;
    struct Free {
        void operator()(ZSTD_CDict_s* forward) const noexcept;
        void operator()(ZSTD_DDict_s* back) const noexcept;
    };
    std::unique_ptr<ZSTD_CDict_s, Free> forward_;
    std::unique_ptr<ZSTD_DDict_s, Free> back_;
};

class Compressor {
public:
    /// Throws std::bad_alloc.
    Compressor();

    /// One frame that tells its content's size. Level 1 is right for the wire.
    [[nodiscard]] std::string compress(std::string_view bytes, int level);
    /// The same with a dictionary, at its level. The frame does not name the dictionary.
    [[nodiscard]] std::string compress(std::string_view bytes, const Dictionary& dictionary);
    /// One frame like the first, for long content that changes its nature on the way, as columns do: where a
    /// character is `boundary` the statistics begin anew.
    [[nodiscard]] std::string compressInSections(std::string_view bytes, int level, char boundary);

private:
    struct Free {
        void operator()(ZSTD_CCtx_s* context) const noexcept;
    };
    [[nodiscard]] std::string compressPrepared(std::string_view bytes);
    std::unique_ptr<ZSTD_CCtx_s, Free> context_;
    std::string scratch_;
};

enum class DecompressFault {
    TooLarge, ///< the content is larger than allowed; it was never held in memory
    Corrupt   ///< not exactly one whole frame, or the wrong dictionary
};

class Decompressor {
public:
    /// Throws std::bad_alloc.
    Decompressor();

    /// Accepts exactly one frame with at most maxBytes of content. The limit holds before memory is taken,
    /// also when the frame does not tell its size or lies about it.
    [[nodiscard]] Result<std::string, DecompressFault> decompress(std::string_view bytes,
                                                                  std::size_t maxBytes);
    /// The same for a frame that was made with this dictionary. With another one it may give other bytes.
    [[nodiscard]] Result<std::string, DecompressFault>
    decompress(std::string_view bytes, std::size_t maxBytes, const Dictionary& dictionary);

private:
    struct Free {
        void operator()(ZSTD_DCtx_s* context) const noexcept;
    };
    [[nodiscard]] Result<std::string, DecompressFault>
    decompressWith(const Dictionary* dictionary, std::string_view bytes, std::size_t maxBytes);
    [[nodiscard]] Result<std::string, DecompressFault> decompressSized(std::string_view bytes,
                                                                       std::size_t size);
    [[nodiscard]] Result<std::string, DecompressFault> decompressUnsized(std::string_view bytes,
                                                                         std::size_t maxBytes);
    std::unique_ptr<ZSTD_DCtx_s, Free> context_;
};

} // namespace lianxin::platform
