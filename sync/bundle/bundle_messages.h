// SPDX-License-Identifier: GPL-3.0-or-later
// What a bundle says besides the pushes and their receipts, which are those of the wire. Any thread may call
// any of these.
#pragma once

#include "sync/bundle/bundle_file.h"
#include "sync/replica/replica.h"
#include "sync/wire/limits.h"
#include "sync/wire/pack.h"

#include <string>
#include <string_view>

namespace lianxin::sync {

/// The first part of a device's bundle; the others are its pushes.
struct BundleOpening {
    Uuid id;
    Mark seen; ///< as in a Hello
    ClockAccount clock;
};

struct ReadBundle {
    BundleOpening opening;
    std::vector<Push> pushes;
};

/// The parts of a file. Nothing of it is taken when any of it is not understood.
std::vector<std::string> partsOf(const BundleOpening& opening, const std::vector<std::string>& pushes,
                                 const Packer& packer);
platform::Result<ReadBundle, BundleFault> readPushes(const std::vector<std::string>& parts,
                                                     const Packer& packer, const Schema& schema);

/// The hub's answer to a bundle.
struct BundleReceipts {
    Uuid id; ///< of the bundle
    CarriedReceipts receipts;
};

std::vector<std::string> partsOf(const BundleReceipts& answer, const Packer& packer);
platform::Result<BundleReceipts, BundleFault> readReceipts(const std::vector<std::string>& parts,
                                                           const Packer& packer, const Schema& schema);

} // namespace lianxin::sync
