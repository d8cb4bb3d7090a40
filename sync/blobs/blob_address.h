// SPDX-License-Identifier: GPL-3.0-or-later
// A blob is named by what it is: the hash of its bytes and how many there are. So the same picture is one
// blob wherever it came from, and whoever gets bytes can tell whether they are the ones that were meant.
#pragma once

#include "platform/crypto/hash.h"
#include "sync/record/record.h"

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace lianxin::sync {

struct BlobAddress {
    platform::Hash256 hash{};
    std::int64_t size = 0; ///< at least 1

    auto operator<=>(const BlobAddress&) const = default;
};

/// No blob is larger: a record that names one is refused.
inline constexpr std::int64_t largestBlob = std::int64_t{16} << 20;

BlobAddress addressOf(std::string_view bytes);

/// 64 lower-case hexadecimal digits, a colon, the size: what stands in a record's field and on the wire.
std::string toText(const BlobAddress& address);
/// Nothing when it is not of this form, or the size is none that a blob may have.
std::optional<BlobAddress> blobAddressFrom(std::string_view text);

/// The blob that a record refers to. Nothing: none, or a text that is no address.
std::optional<BlobAddress> blobOf(const Record& record);
/// Whether what stands in the record's blob field, if it has one, is an address.
bool hasSoundBlob(const Record& record);

} // namespace lianxin::sync
