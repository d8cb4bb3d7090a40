// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Secrets that a machine makes and keeps, such as a device's credential at the hub. They may be used by any
// thread.

#include "platform/crypto/hash.h"
#include "platform/random/random.h"

#include <string>
#include <string_view>

namespace lianxin::platform {

/// 144 random bits as 24 characters of base64url. Outside of tests the source must be SystemRandom.
[[nodiscard]] std::string makeSecret(Random& random);

/// What to store instead of the secret. No salt and no slow hash: 144 random bits cannot be guessed. Never
/// use it for what a person chose.
[[nodiscard]] Hash256 hashSecret(std::string_view secret);

/// Compare in a time that tells nothing about where two values differ.
[[nodiscard]] bool equalInConstantTime(std::string_view left, std::string_view right);
[[nodiscard]] bool equalInConstantTime(const Hash256& left, const Hash256& right);

} // namespace lianxin::platform
