// SPDX-License-Identifier: GPL-3.0-or-later
// The smallest pieces of a message: quoted texts, numbers, and bytes as base64url (RFC 4648, without
// padding).
#pragma once

#include "sync/record/uuid.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace lianxin::sync {

/// Appends a JSON string. Control characters, quotes and backslashes are escaped; everything else stands as
/// it is.
void appendQuoted(std::string& out, std::string_view text);
void appendInteger(std::string& out, std::int64_t number);
/// Always with a point or an exponent, so that a whole or a huge real is not read as an integer.
void appendReal(std::string& out, double number);

void appendBase64(std::string& out, std::string_view bytes);
/// Nothing when it holds another character, cannot be a whole number of bytes, or has bits set beyond the
/// last byte.
std::optional<std::string> bytesFromBase64(std::string_view text);

/// A random number of 64 bits, as 11 characters of base64url, the highest bits first.
void appendRandom(std::string& out, std::uint64_t number);
/// Reads 11 characters of base64url, or 16 hexadecimal digits.
std::optional<std::uint64_t> randomFromText(std::string_view text);

/// An id as 22 characters of base64url.
void appendId(std::string& out, const Uuid& id);
/// Reads 22 characters of base64url, or the forms of Uuid::parse.
std::optional<Uuid> idFromText(std::string_view text);

/// The first 48 bits of an id: in an id of version 7, when it was made, in milliseconds since 1970.
inline std::int64_t timeOf(const Uuid& id) {
    std::int64_t time = 0;
    for (std::size_t i = 0; i < 6; ++i)
        time = time << 8 | id.bytes[i];
    return time;
}

} // namespace lianxin::sync
