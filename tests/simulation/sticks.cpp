// SPDX-License-Identifier: GPL-3.0-or-later
// Bundles in a schedule: they are lost, come twice, late and in any order, and their answers too.
#include "platform/crypto/secret.h"
#include "sync/bundle/device_bundle.h"
#include "sync/bundle/hub_bundle.h"
#include "tests/simulation/simulated_world.h"

#include <algorithm>
#include <map>

namespace lianxin::simulation {

using namespace lianxin::sync;

namespace {

const Packer& packer() {
    static const Packer packer(world::wardSchema());
    return packer;
}

BundleKey keyOf(const Hub& hub, DeviceNumber device) {
    return bundleKeyOf(platform::hashSecret(hub.directory().find(device)->name));
}

} // namespace

void SimulatedWorld::saveStick(Machine& machine) {
    constexpr std::size_t atMost = 4;
    const BundleLimits limits{.records = static_cast<std::int64_t>(1 + below(30)),
                              .batch = {1 + below(5), std::size_t{1} << 20}};
    const auto bundle = exportBundle(*machine.replica, packer(), keyOf(*hub, machine.device), dice_, limits);
    if (!bundle)
        return;
    trace.line("stick of " + std::to_string(machine.index) + ' ' + std::to_string(bundle->records));
    // How far a stamp may be off that was corrected where a stick came in is a matter of how long that took.
    for (const auto& table : machine.replica->tables().all())
        table->scan(1, firstPulledPosition - 1, [this](const Row& row) {
            visitValues(row.record, [this](const Uuid& id, const std::string& field, const Write& write) {
                if (SavedValue* value = truth.find(id, field, write))
                    value->left = true;
            });
            return true;
        });
    if (sticks_.size() >= atMost)
        sticks_.erase(sticks_.begin() + static_cast<std::ptrdiff_t>(below(sticks_.size())));
    sticks_.push_back({machine.device, bundle->file, {}});
}

void SimulatedWorld::bringStick() {
    if (sticks_.empty())
        return;
    Stick& stick = sticks_[below(sticks_.size())];
    hub->begin();
    auto taken = takeBundle(*hub, packer(), now(), stick.file);
    const HubSequence before = hub->mark().sequence;
    const Mark mark = hub->commit();
    if (!taken) {
        const auto* fault = std::get_if<BundleFault>(&taken.error());
        throw Violation(
            "a stick that nobody touched is refused: " +
            (fault ? std::string(nameOf(*fault)) : std::get<FailureAnswer>(taken.error()).failure.code));
    }
    trace.line("stick brought " + std::to_string(taken->records) + " from " + std::to_string(before) +
               " to " + std::to_string(mark.sequence) +
               (taken->receipts.historyChanged ? " history changed" : ""));
    // The same once more, at once.
    if (chance(30)) {
        hub->begin();
        const auto again = takeBundle(*hub, packer(), now() + std::chrono::hours(1), stick.file);
        if (hub->commit() != mark || !again)
            throw Violation("22: a stick that came twice changed something");
    }
    stick.answer = sealReceipts(std::move(*taken), mark, packer(), dice_);
}

void SimulatedWorld::readStick() {
    if (sticks_.empty())
        return;
    const std::size_t at = below(sticks_.size());
    const Stick stick = sticks_[at];
    std::vector<Machine*> readers;
    for (const auto& machine : machines)
        if (machine->device == stick.device)
            readers.push_back(machine.get());
    if (stick.answer.empty() || readers.empty())
        return;
    Machine& machine = *readers[below(readers.size())];
    std::map<WriteKey, Stamp> before;
    visitValues(machine.replica->tables(),
                [&before](const Uuid&, const std::string& field, const Write& write) {
                    before[{write.dot, field}] = write.stamp;
                });
    const auto outcome = takeReceipts(*machine.replica, packer(), keyOf(*hub, stick.device), stick.answer);
    if (!outcome)
        throw Violation("an answer that nobody touched is refused");
    trace.line("stick read by " + std::to_string(machine.index) + ' ' +
               std::to_string(static_cast<int>(*outcome)));
    if (chance(60))
        sticks_.erase(sticks_.begin() + static_cast<std::ptrdiff_t>(at));
    for (const auto& table : machine.replica->tables().all())
        std::erase_if(machine.cleaned, [&table](const Uuid& id) { return table->contains(id); });
    visitValues(machine.replica->tables(),
                [&machine, &before](const Uuid&, const std::string& field, const Write& write) {
                    const auto old = before.find({write.dot, field});
                    if (old != before.end() && old->second != write.stamp)
                        machine.carriedTo = std::max(machine.carriedTo, write.stamp);
                    machine.held.insert({write.dot, field});
                });
    checkShown(machine);
}

} // namespace lianxin::simulation
