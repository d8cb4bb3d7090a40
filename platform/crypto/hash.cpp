// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/crypto/hash.h"

#include <sodium.h>

namespace lianxin::platform {

namespace {

template <class Hash>
Hash hashOf(const void* bytes, std::size_t size) {
    Hash hash{};
    // It can only fail for a wrong length of the result, which is fixed here.
    crypto_generichash(reinterpret_cast<unsigned char*>(hash.data()), hash.size(),
                       static_cast<const unsigned char*>(bytes), size, nullptr, 0);
    return hash;
}

} // namespace

Hash128 hash128(std::span<const std::byte> bytes) {
    return hashOf<Hash128>(bytes.data(), bytes.size());
}

Hash128 hash128(std::string_view bytes) {
    return hashOf<Hash128>(bytes.data(), bytes.size());
}

Hash256 hash256(std::span<const std::byte> bytes) {
    return hashOf<Hash256>(bytes.data(), bytes.size());
}

Hash256 hash256(std::string_view bytes) {
    return hashOf<Hash256>(bytes.data(), bytes.size());
}

struct Hasher256::State {
    crypto_generichash_state hash;
};

Hasher256::Hasher256() : state_(std::make_unique<State>()) {
    crypto_generichash_init(&state_->hash, nullptr, 0, sizeof(Hash256));
}

Hasher256::~Hasher256() = default;

void Hasher256::add(std::string_view bytes) {
    crypto_generichash_update(&state_->hash, reinterpret_cast<const unsigned char*>(bytes.data()),
                              bytes.size());
}

Hash256 Hasher256::finish() {
    Hash256 hash{};
    crypto_generichash_final(&state_->hash, reinterpret_cast<unsigned char*>(hash.data()), hash.size());
    return hash;
}

} // namespace lianxin::platform
