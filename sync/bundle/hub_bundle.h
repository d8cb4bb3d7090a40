// SPDX-License-Identifier: GPL-3.0-or-later
// The hub's half of a bundle. Whoever brings it need not be trusted: it opens by the key of the device that
// wrote it, and what it holds is admitted as that device's.
//
// The time of the hub was not heard before the bundle left, so its stamps are corrected here as the device
// would have corrected its own, by an offset that is fixed when the bundle comes for the first time: the same
// bundle once more says the same, and changes nothing. The answer tells the device which stamps it were.
#pragma once

#include "sync/bundle/bundle_file.h"
#include "sync/hub/hub.h"
#include "sync/replica/replica.h"
#include "sync/wire/pack.h"

namespace lianxin::sync {

/// A bundle that the hub took, or that it took nothing of because its history changed.
struct TakenBundle {
    DeviceNumber device = 0;
    BundleKey key;
    Uuid id;
    std::int64_t records = 0;
    std::int64_t refused = 0;
    bool cameBefore = false;
    CarriedReceipts receipts; ///< their mark is that of the commit
};

/// Why nothing of a bundle was taken.
using BundleRefusal = std::variant<BundleFault, FailureAnswer>;

/// Inside a group of the hub. `now` is the hub's time.
platform::Result<TakenBundle, BundleRefusal> takeBundle(Hub& hub, const Packer& packer, WallTime now,
                                                        std::string_view file);

/// The answer that goes back to the device, after the group's commit.
std::string sealReceipts(TakenBundle taken, const Mark& mark, const Packer& packer, platform::Random& random);

} // namespace lianxin::sync
