// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Content hashes (BLAKE2b by libsodium). They may be called by any thread.

#include <array>
#include <cstddef>
#include <memory>
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

/// The same as hash256 of everything that was added, which need not be in memory at once.
class Hasher256 {
public:
    Hasher256();
    ~Hasher256();

    void add(std::string_view bytes);
    /// Once, after the last add().
    [[nodiscard]] Hash256 finish();

private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace lianxin::platform
