// SPDX-License-Identifier: GPL-3.0-or-later
// The body of a request or an answer: JSON as it is, in a Zstandard frame, or in a short frame that leans on
// a dictionary which both sides can make from the schema. Whoever answers does so in the form of the request.
#pragma once

#include "platform/compress/zstd.h"
#include "platform/result.h"
#include "sync/record/schema.h"
#include "sync/wire/limits.h"

#include <string>
#include <string_view>

namespace lianxin::sync {

enum class BodyForm {
    Plain, ///< JSON: for those who look on, or write a client in an afternoon
    Frame, ///< a Zstandard frame
    Short, ///< 'L' and a frame with the dictionary, without its magic number; only where both have the same
};

/// The form of a body, by its first byte. Anything that is neither plain nor short is taken for a frame.
BodyForm formOf(std::string_view body);

/// Any thread may call any of these.
class Packer {
public:
    explicit Packer(const Schema& schema);

    /// Long JSON goes into a frame also where it could be short.
    std::string pack(std::string_view json, BodyForm form) const;
    /// The same, or plain JSON where that is as short: an answer need not show what form its answer shall
    /// have.
    std::string packAnswer(std::string_view json, BodyForm form) const;
    /// The JSON of a body in any form.
    platform::Result<std::string, WireFault> unpack(std::string_view body, const WireLimits& limits) const;

    /// What the short form leans on: the names of the schema, and what messages have in common.
    const std::string& dictionary() const { return bytes_; }
    /// Two sides with the same number have the same dictionary.
    std::uint64_t dictionaryNumber() const { return dictionaryNumber_; }

private:
    std::string bytes_;
    platform::Dictionary dictionary_;
    std::uint64_t dictionaryNumber_;
};

} // namespace lianxin::sync
