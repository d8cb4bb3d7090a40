// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Bytes that only who holds a key can read or make (XChaCha20-Poly1305 by libsodium). They may be called by
// any thread.

#include "platform/crypto/hash.h"
#include "platform/random/random.h"

#include <optional>
#include <string>
#include <string_view>

namespace lianxin::platform {

/// A key for one purpose, from a secret that several purposes share: who learns the one key learns neither
/// the secret nor the others.
[[nodiscard]] Hash256 deriveKey(const Hash256& secret, std::string_view purpose);

/// What sealing adds to the length.
inline constexpr std::size_t sealBytes = 24 + 16;

/// `openly` is not part of the result; opening needs the same. Outside of tests the source must be
/// SystemRandom.
[[nodiscard]] std::string seal(std::string_view plain, std::string_view openly, const Hash256& key,
                               Random& random);
/// Nothing when another key sealed it, or a bit of it or of `openly` is not as it was.
[[nodiscard]] std::optional<std::string> openSealed(std::string_view sealed, std::string_view openly,
                                                    const Hash256& key);

} // namespace lianxin::platform
