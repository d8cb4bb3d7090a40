// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/crypto/secret.h"

#include <sodium.h>

#include <array>
#include <cstdint>
#include <cstring>

namespace lianxin::platform {

std::string makeSecret(Random& random) {
    constexpr std::size_t secretBytes = 18;
    constexpr int variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
    std::array<std::uint64_t, 3> drawn{random.next(), random.next(), random.next()};
    std::array<unsigned char, secretBytes> bytes{};
    std::memcpy(bytes.data(), drawn.data(), bytes.size());

    std::string text(sodium_base64_ENCODED_LEN(secretBytes, variant), '\0');
    sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(), variant);
    text.pop_back(); // the terminating zero
    sodium_memzero(drawn.data(), sizeof(drawn));
    sodium_memzero(bytes.data(), sizeof(bytes));
    return text;
}

Hash256 hashSecret(std::string_view secret) {
    return hash256(secret);
}

bool equalInConstantTime(std::string_view left, std::string_view right) {
    return left.size() == right.size() && sodium_memcmp(left.data(), right.data(), left.size()) == 0;
}

bool equalInConstantTime(const Hash256& left, const Hash256& right) {
    return sodium_memcmp(left.data(), right.data(), left.size()) == 0;
}

} // namespace lianxin::platform
