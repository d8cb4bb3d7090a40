// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/wire/pack.h"

#include "platform/compress/zstd.h"

namespace lianxin::sync {

namespace {

using Unpacked = platform::Result<std::string, WireFault>;

Unpacked fault(WireFault::Kind kind) { return Unpacked(WireFault{kind, "body"}); }

} // namespace

std::string pack(std::string_view json) {
    std::string frame = platform::Compressor().compress(json, 1);
    return frame.size() < json.size() ? frame : std::string(json);
}

platform::Result<std::string, WireFault> unpack(std::string_view body, const WireLimits &limits) {
    if (body.size() > limits.compressedBytes)
        return fault(WireFault::Kind::TooLarge);
    if (body.starts_with('{'))
        return Unpacked(std::string(body));
    auto json = platform::Decompressor().decompress(body, limits.plainBytes);
    if (json)
        return Unpacked(std::move(json).value());
    return fault(json.error() == platform::DecompressFault::TooLarge ? WireFault::Kind::TooLarge
                                                                     : WireFault::Kind::Malformed);
}

} // namespace lianxin::sync
