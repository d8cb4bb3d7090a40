// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/crypto/sealed.h"

#include <sodium.h>

#include <array>
#include <cstdint>
#include <cstring>

namespace lianxin::platform {

namespace {

constexpr std::size_t nonceBytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
static_assert(nonceBytes + crypto_aead_xchacha20poly1305_ietf_ABYTES == sealBytes);
static_assert(sizeof(Hash256) == crypto_aead_xchacha20poly1305_ietf_KEYBYTES);

const unsigned char* bytesOf(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

unsigned char* bytesOf(std::string& text) {
    return reinterpret_cast<unsigned char*>(text.data());
}

const unsigned char* bytesOf(const Hash256& key) {
    return reinterpret_cast<const unsigned char*>(key.data());
}

} // namespace

Hash256 deriveKey(const Hash256& secret, std::string_view purpose) {
    Hash256 key{};
    crypto_generichash(reinterpret_cast<unsigned char*>(key.data()), key.size(), bytesOf(purpose),
                       purpose.size(), bytesOf(secret), secret.size());
    return key;
}

std::string seal(std::string_view plain, std::string_view openly, const Hash256& key, Random& random) {
    std::array<std::uint64_t, nonceBytes / sizeof(std::uint64_t)> nonce{};
    for (std::uint64_t& part : nonce)
        part = random.next();
    std::string sealed(plain.size() + sealBytes, '\0');
    std::memcpy(sealed.data(), nonce.data(), nonceBytes);
    crypto_aead_xchacha20poly1305_ietf_encrypt(bytesOf(sealed) + nonceBytes, nullptr, bytesOf(plain),
                                               plain.size(), bytesOf(openly), openly.size(), nullptr,
                                               bytesOf(sealed), bytesOf(key));
    return sealed;
}

std::optional<std::string> openSealed(std::string_view sealed, std::string_view openly, const Hash256& key) {
    if (sealed.size() < sealBytes)
        return std::nullopt;
    std::string plain(sealed.size() - sealBytes, '\0');
    const int opened = crypto_aead_xchacha20poly1305_ietf_decrypt(
        bytesOf(plain), nullptr, nullptr, bytesOf(sealed) + nonceBytes, sealed.size() - nonceBytes,
        bytesOf(openly), openly.size(), bytesOf(sealed), bytesOf(key));
    return opened == 0 ? std::optional(std::move(plain)) : std::nullopt;
}

} // namespace lianxin::platform
