// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/world/carrier.h"

#include "platform/crypto/secret.h"

#include <stdexcept>

namespace lianxin::world {

using namespace lianxin::sync;

BundleKey Carrier::keyOf(std::size_t i) {
    return bundleKeyOf(platform::hashSecret("device " + std::to_string(i)));
}

std::string Carrier::save(std::size_t i, const BundleLimits& limits) {
    const auto bundle = exportBundle(ward_.device(i), packer_, keyOf(i), random_, limits);
    return bundle ? bundle->file : std::string();
}

platform::Result<TakenBundle, BundleRefusal> Carrier::bring(const std::string& file) {
    ward_.hub().begin();
    auto taken = takeBundle(ward_.hub(), packer_, ward_.hubClock().wall(), file);
    ward_.hub().commit();
    return taken;
}

std::string Carrier::answerTo(const std::string& file) {
    auto taken = bring(file);
    if (!taken)
        throw std::logic_error("the hub takes nothing of it");
    return sealReceipts(std::move(*taken), ward_.hub().mark(), packer_, random_);
}

platform::Result<ReceiptsOutcome, BundleFault> Carrier::read(std::size_t i, const std::string& answer) {
    return takeReceipts(ward_.device(i), packer_, keyOf(i), answer);
}

bool Carrier::carry(std::size_t i) {
    const auto outcome = read(i, answerTo(save(i)));
    return outcome && *outcome == ReceiptsOutcome::Taken;
}

} // namespace lianxin::world
