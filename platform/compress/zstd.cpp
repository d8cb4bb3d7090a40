// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/compress/zstd.h"

#include <zstd.h>
#include <zstd_errors.h>

#include <algorithm>
#include <bit>
#include <new>
#include <stdexcept>

namespace lianxin::platform {

namespace {

using Content = Result<std::string, DecompressFault>;

/// That there was none left says nothing about the bytes.
void requireMemory(std::size_t code) {
    if (ZSTD_getErrorCode(code) == ZSTD_error_memory_allocation) {
        throw std::bad_alloc();
    }
}

void requireSuccess(std::size_t code) {
    requireMemory(code);
    if (ZSTD_isError(code)) {
        throw std::runtime_error(ZSTD_getErrorName(code));
    }
}

int windowLogFor(std::size_t bytes) {
    // Honest senders may use a window of a megabyte for any content; 27 is the largest that zstd's authors
    // expect of everyone.
    return std::clamp(static_cast<int>(std::bit_width(bytes)), 20, 27);
}

} // namespace

void Dictionary::Free::operator()(ZSTD_CDict_s* forward) const noexcept {
    ZSTD_freeCDict(forward);
}

void Dictionary::Free::operator()(ZSTD_DDict_s* back) const noexcept {
    ZSTD_freeDDict(back);
}

Dictionary::Dictionary(std::string_view bytes, int level)
    : forward_(ZSTD_createCDict(bytes.data(), bytes.size(), level)),
      back_(ZSTD_createDDict(bytes.data(), bytes.size())) {
    if (!forward_ || !back_) {
        throw std::runtime_error("not a dictionary");
    }
}

void Compressor::Free::operator()(ZSTD_CCtx_s* context) const noexcept {
    ZSTD_freeCCtx(context);
}

Compressor::Compressor() : context_(ZSTD_createCCtx()) {
    if (!context_) {
        throw std::bad_alloc();
    }
}

std::string Compressor::compress(std::string_view bytes, int level) {
    requireSuccess(ZSTD_CCtx_reset(context_.get(), ZSTD_reset_session_and_parameters));
    requireSuccess(ZSTD_CCtx_setParameter(context_.get(), ZSTD_c_compressionLevel, level));
    return compressPrepared(bytes);
}

std::string Compressor::compress(std::string_view bytes, const Dictionary& dictionary) {
    requireSuccess(ZSTD_CCtx_reset(context_.get(), ZSTD_reset_session_and_parameters));
    requireSuccess(ZSTD_CCtx_setParameter(context_.get(), ZSTD_c_dictIDFlag, 0));
    requireSuccess(ZSTD_CCtx_refCDict(context_.get(), dictionary.forward_.get()));
    return compressPrepared(bytes);
}

std::string Compressor::compressPrepared(std::string_view bytes) {
    const std::size_t bound = ZSTD_compressBound(bytes.size());
    if (scratch_.size() < bound) {
        scratch_.resize(bound);
    }
    const std::size_t size =
        ZSTD_compress2(context_.get(), scratch_.data(), scratch_.size(), bytes.data(), bytes.size());
    requireSuccess(size);
    return scratch_.substr(0, size);
}

std::string Compressor::compressInSections(std::string_view bytes, int level, char boundary) {
    requireSuccess(ZSTD_CCtx_reset(context_.get(), ZSTD_reset_session_and_parameters));
    requireSuccess(ZSTD_CCtx_setParameter(context_.get(), ZSTD_c_compressionLevel, level));
    requireSuccess(ZSTD_CCtx_setPledgedSrcSize(context_.get(), bytes.size()));
    const auto sections = static_cast<std::size_t>(std::count(bytes.begin(), bytes.end(), boundary)) + 1;
    const std::size_t mostHeader = 16; // of a section
    if (const std::size_t bound = ZSTD_compressBound(bytes.size()) + sections * mostHeader;
        scratch_.size() < bound) {
        scratch_.resize(bound);
    }
    ZSTD_outBuffer out{scratch_.data(), scratch_.size(), 0};
    std::size_t begin = 0;
    std::size_t left = 0;
    do {
        const std::size_t end = std::min(bytes.find(boundary, begin + 1), bytes.size());
        ZSTD_inBuffer in{bytes.data() + begin, end - begin, 0};
        do {
            left = ZSTD_compressStream2(context_.get(), &out, &in,
                                        end == bytes.size() ? ZSTD_e_end : ZSTD_e_flush);
            requireSuccess(left);
        } while (left != 0);
        begin = end;
    } while (begin < bytes.size());
    return scratch_.substr(0, out.pos);
}

void Decompressor::Free::operator()(ZSTD_DCtx_s* context) const noexcept {
    ZSTD_freeDCtx(context);
}

Decompressor::Decompressor() : context_(ZSTD_createDCtx()) {
    if (!context_) {
        throw std::bad_alloc();
    }
}

Content Decompressor::decompress(std::string_view bytes, std::size_t maxBytes) {
    return decompressWith(nullptr, bytes, maxBytes);
}

Content Decompressor::decompress(std::string_view bytes, std::size_t maxBytes, const Dictionary& dictionary) {
    return decompressWith(&dictionary, bytes, maxBytes);
}

Content Decompressor::decompressWith(const Dictionary* dictionary, std::string_view bytes,
                                     std::size_t maxBytes) {
    const unsigned long long declared = ZSTD_getFrameContentSize(bytes.data(), bytes.size());
    const std::size_t frame = ZSTD_findFrameCompressedSize(bytes.data(), bytes.size());
    if (declared == ZSTD_CONTENTSIZE_ERROR || ZSTD_isError(frame) || frame != bytes.size()) {
        return Content(DecompressFault::Corrupt);
    }
    if (declared != ZSTD_CONTENTSIZE_UNKNOWN && declared > maxBytes) {
        return Content(DecompressFault::TooLarge);
    }
    requireSuccess(ZSTD_DCtx_reset(context_.get(), ZSTD_reset_session_and_parameters));
    requireSuccess(ZSTD_DCtx_setParameter(context_.get(), ZSTD_d_windowLogMax, windowLogFor(maxBytes)));
    if (dictionary != nullptr) {
        requireSuccess(ZSTD_DCtx_refDDict(context_.get(), dictionary->back_.get()));
    }
    return declared == ZSTD_CONTENTSIZE_UNKNOWN ? decompressUnsized(bytes, maxBytes)
                                                : decompressSized(bytes, static_cast<std::size_t>(declared));
}

Content Decompressor::decompressSized(std::string_view bytes, std::size_t size) {
    std::string content(size, '\0');
    const std::size_t written =
        ZSTD_decompressDCtx(context_.get(), content.data(), content.size(), bytes.data(), bytes.size());
    requireMemory(written);
    if (ZSTD_isError(written) || written != size) {
        return Content(DecompressFault::Corrupt);
    }
    return Content(std::move(content));
}

Content Decompressor::decompressUnsized(std::string_view bytes, std::size_t maxBytes) {
    std::string content;
    std::string piece(ZSTD_DStreamOutSize(), '\0');
    ZSTD_inBuffer in{bytes.data(), bytes.size(), 0};
    while (true) {
        ZSTD_outBuffer out{piece.data(), piece.size(), 0};
        const std::size_t code = ZSTD_decompressStream(context_.get(), &out, &in);
        requireMemory(code);
        if (ZSTD_isError(code)) {
            return Content(ZSTD_getErrorCode(code) == ZSTD_error_frameParameter_windowTooLarge
                               ? DecompressFault::TooLarge
                               : DecompressFault::Corrupt);
        }
        if (out.pos > maxBytes - content.size()) {
            return Content(DecompressFault::TooLarge);
        }
        content.append(piece, 0, out.pos);
        if (code == 0) {
            return Content(std::move(content));
        }
        if (in.pos == in.size && out.pos < out.size) {
            return Content(DecompressFault::Corrupt); // it wants more than there is
        }
    }
}

} // namespace lianxin::platform
