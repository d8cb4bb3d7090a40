// SPDX-License-Identifier: GPL-3.0-or-later
// A bundle as a file: what a device that has no network would say to the hub, sealed, so that anybody may
// carry it. It is read as a whole or not at all: a file that was cut or changed opens to nothing.
//
//   "LXBUNDLE"  version  kind  whose   length    sealed(parts)
//    8 bytes    1 byte   1     16      8         length bytes
//
// Integers stand lowest byte first. A part is its length in 4 bytes, and a body as it would go to the hub or
// come from it. The key is made from what device and hub share since enrolment: the device has its secret,
// the hub the secret's hash, and a carrier neither.
#pragma once

#include "platform/crypto/sealed.h"
#include "platform/result.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace lianxin::sync {

enum class BundleKind : std::uint8_t {
    Pushes = 'P',   ///< from a device to the hub
    Receipts = 'R', ///< from the hub to a device
};

enum class BundleFault : std::uint8_t {
    NotABundle,
    NewerVersion, ///< a newer program wrote it
    OtherKind,    ///< the answer where the question belongs, or the reverse
    Torn,         ///< shorter or longer than it says
    NotOpened,    ///< another device's, or changed on the way
    Content,      ///< sealed by who may, and yet not understood
    TooLarge,
};

/// A stable word for programs and logs.
std::string_view nameOf(BundleFault fault);

struct BundleKey {
    platform::Hash128 whose{}; ///< says nothing to who does not hold the secret
    platform::Hash256 key{};
};

/// `secretDigest`: platform::hashSecret() of the device's secret.
BundleKey bundleKeyOf(const platform::Hash256& secretDigest);

/// Of a file that goes to the hub: no more than the body of any other request.
inline constexpr std::size_t largestBundle = std::size_t{2} << 20;
inline constexpr std::size_t mostBundleParts = 64;

/// How long the file will be.
std::size_t bundleBytes(std::size_t parts, std::size_t bytesOfParts);
std::string sealBundle(BundleKind kind, const BundleKey& key, const std::vector<std::string>& parts,
                       platform::Random& random);

/// Whose it is, from what stands openly in it. What is neither torn nor of another kind may yet not open.
platform::Result<platform::Hash128, BundleFault> whoseBundle(std::string_view file, BundleKind kind);
platform::Result<std::vector<std::string>, BundleFault> openBundle(std::string_view file, BundleKind kind,
                                                                   const BundleKey& key);

} // namespace lianxin::sync
