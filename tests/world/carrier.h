// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Someone who carries bundles between a device and the hub of a fake ward.

#include "sync/bundle/device_bundle.h"
#include "sync/bundle/hub_bundle.h"
#include "tests/world/fake_ward.h"

#include <string>

namespace lianxin::world {

class Carrier {
public:
    explicit Carrier(FakeWard& ward) : ward_(ward) {}

    static sync::BundleKey keyOf(std::size_t i);

    /// The file; empty when nothing waits.
    std::string save(std::size_t i, const sync::BundleLimits& limits = {});
    /// What the hub says to a file.
    platform::Result<sync::TakenBundle, sync::BundleRefusal> bring(const std::string& file);
    /// The answer to a file that the hub takes.
    std::string answerTo(const std::string& file);
    platform::Result<sync::ReceiptsOutcome, sync::BundleFault> read(std::size_t i, const std::string& answer);
    /// There and back, at once. False when anything of it does not go.
    bool carry(std::size_t i);

private:
    FakeWard& ward_;
    sync::Packer packer_{wardSchema()};
    platform::SeededRandom random_{77};
};

} // namespace lianxin::world
