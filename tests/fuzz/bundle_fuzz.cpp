// SPDX-License-Identifier: GPL-3.0-or-later
// Bundles from a stick. After the first byte: 'f', a file as anyone may bring it; 'p' and 'r', parts divided
// by zeros as a device or a hub may have sealed them, since nobody else's ever open. Of what the hub takes
// the device reads the answer.
#include "platform/clock/clock.h"
#include "platform/crypto/secret.h"
#include "sync/bundle/bundle_messages.h"
#include "sync/bundle/device_bundle.h"
#include "sync/bundle/hub_bundle.h"
#include "tests/fuzz/target.h"
#include "tests/world/ward_schema.h"

using namespace lianxin;
using namespace lianxin::sync;

namespace {

constexpr platform::WallTime now{std::chrono::milliseconds(1'750'000'000'000)};

std::vector<std::string> partsIn(std::string_view text) {
    std::vector<std::string> parts;
    for (std::size_t end = 0; end != std::string_view::npos && parts.size() < mostBundleParts;) {
        end = text.find('\0');
        parts.emplace_back(text.substr(0, end));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return parts;
}

/// A hub with one device, and that device.
struct Pair {
    platform::ManualClock clock{now};
    platform::SeededRandom random{1};
    world::WardRules rules;
    BundleKey key = bundleKeyOf(platform::hashSecret("secret"));
    Packer packer{world::wardSchema()};
    Hub hub{platform::Database::openMemory(), world::wardSchema(), rules, clock, random};
    Replica device{platform::Database::openMemory(), world::wardSchema(), clock, random};

    Pair() {
        // As if this device had written what the seeds answer to.
        device.database().exec("CREATE TABLE _carried(number INTEGER PRIMARY KEY,id BLOB NOT NULL "
                               "UNIQUE)STRICT;INSERT INTO _carried(id) VALUES(x'"
                               "00000000000000000000000000000001')");
        const platform::Hash256 digest = platform::hashSecret("secret");
        hub.begin();
        hub.enrol("device", "ward", {"A"}, {reinterpret_cast<const char*>(digest.data()), digest.size()});
        hub.commit();
    }

    void bring(std::string_view file) {
        hub.begin();
        auto taken = takeBundle(hub, packer, now, file);
        const Mark mark = hub.commit();
        if (!taken)
            return;
        const auto outcome = takeReceipts(device, packer, key, sealReceipts(*taken, mark, packer, random));
        fuzz::require(static_cast<bool>(outcome), "what the hub answers is read");
    }
};

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text = fuzz::textOf(data, size);
    if (text.empty())
        return 0;
    Pair pair;
    const std::string_view rest = text.substr(1);
    if (text.front() == 'f')
        pair.bring(rest);
    else if (text.front() == 'p')
        pair.bring(sealBundle(BundleKind::Pushes, pair.key, partsIn(rest), pair.random));
    else
        static_cast<void>(
            takeReceipts(pair.device, pair.packer, pair.key,
                         sealBundle(BundleKind::Receipts, pair.key, partsIn(rest), pair.random)));
    return 0;
}
