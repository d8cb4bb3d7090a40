// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Content hashes (BLAKE2b by libsodium). They may be called by any thread.

#include <array>
#include <cstddef>
#include <span>
#include <string_view>

namespace lianxin::platform {

using Hash128 = std::array<std::byte, 16>;
using Hash256 = std::array<std::byte, 32>;

/// For telling contents apart where nobody gains by forging.
[[nodiscard]] Hash128 hash128(std::span<const std::byte> bytes);
[[nodiscard]] Hash128 hash128(std::string_view bytes);

/// For contents that someone might want to forge.
[[nodiscard]] Hash256 hash256(std::span<const std::byte> bytes);
[[nodiscard]] Hash256 hash256(std::string_view bytes);

} // namespace lianxin::platform
