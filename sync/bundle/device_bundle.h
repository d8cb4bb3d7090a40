// SPDX-License-Identifier: GPL-3.0-or-later
// A device's half of a bundle: what waits goes into a file, and the hub's answer comes back in another. The
// file may be lost: what is in it waits here until its receipts come, and goes into the next one again.
#pragma once

#include "sync/bundle/bundle_file.h"
#include "sync/replica/replica.h"
#include "sync/wire/pack.h"

#include <optional>

namespace lianxin::sync {

struct BundleLimits {
    std::size_t bytes = largestBundle;
    std::int64_t records = 10'000;
    BatchLimits batch{500, std::size_t{512} * 1024};
};

struct ExportedBundle {
    std::string file;
    std::int64_t records = 0;
    bool isWhole = true; ///< or what is left waits for the next one
};

/// What waits here, in the order of the queue; nothing: nothing waits. What it holds counts as offered on
/// return. Can throw platform::StorageError.
std::optional<ExportedBundle> exportBundle(Replica& replica, const Packer& packer, const BundleKey& key,
                                           platform::Random& random, const BundleLimits& limits);

enum class ReceiptsOutcome : std::uint8_t {
    Taken,
    OfferAgain, ///< the hub was restored meanwhile and took nothing: everything waits again
    TooLate,    ///< this device has heard from the hub since: nothing was taken, and nothing is needed of it
    NotOurs,    ///< this disk did not write that bundle: it was put back, or is a copy. Nothing was taken
};

/// Takes the hub's answer in. Can throw platform::StorageError.
platform::Result<ReceiptsOutcome, BundleFault> takeReceipts(Replica& replica, const Packer& packer,
                                                            const BundleKey& key, std::string_view file);

} // namespace lianxin::sync
