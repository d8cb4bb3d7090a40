// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/simulated_world.h"

#include "platform/crypto/secret.h"
#include "sync/replica/salvage.h"

#include <algorithm>

namespace lianxin::simulation {

using namespace lianxin::sync;
using namespace std::chrono_literals;

namespace {

constexpr platform::WallTime firstMorning{1'750'000'000'000ms};
constexpr std::size_t firstMachines = 3;

std::string digestOf(const std::string& secret) {
    const platform::Hash256 digest = platform::hashSecret(secret);
    return {reinterpret_cast<const char*>(digest.data()), digest.size()};
}

} // namespace

std::string shortId(const Uuid& id) {
    return id.toString().substr(28);
}

SimulatedWorld::SimulatedWorld(const WorldOptions& options)
    : trace(options.print), hubClock(firstMorning), dice_(1), hubRandom_(2) {
    if (options.onDisk)
        medium_ = std::make_unique<world::FileMedium>();
    else
        medium_ = std::make_unique<world::MemoryMedium>();
    openHub(medium_->fresh());
    for (std::size_t i = 0; i < firstMachines; ++i) {
        const std::string name = "device " + std::to_string(i);
        hub->begin();
        const DeviceNumber device = hub->enrol(name, "ward", {"*"}, digestOf(name)).number;
        hub->commit();
        machines.push_back(newMachine(device, medium_->fresh()));
    }
    hub->begin();
    intruder_ = hub->enrol("intruder", "ward", {"elsewhere"}, "intruder").number;
    hub->commit();
}

void SimulatedWorld::begin(std::uint64_t seed) {
    dice_.begin(seed);
    hubRandom_.begin(dice_.next());
    roundOptions_.batch.records = 1 + below(5);
    roundOptions_.pushesInFlight = 1 + below(3);
    roundOptions_.blobs.partBytes = static_cast<std::int64_t>(20 + below(100));
    page_.records = 1 + below(6);
    for (const auto& machine : machines) {
        machine->random.begin(dice_.next());
        machine->replica->beginRun();
        std::vector<Scope> scopes;
        for (const Scope& ward : wards)
            if (chance(60))
                scopes.push_back(ward);
        if (machine->index == 0 || scopes.empty())
            scopes = {chance(50) ? "*" : "A"};
        setScopes(machine->device, scopes);
    }
}

void SimulatedWorld::pass(std::chrono::milliseconds by) {
    hubClock.advance(by);
    for (const auto& machine : machines)
        machine->clock.advance(by);
}

std::unique_ptr<Machine> SimulatedWorld::newMachine(DeviceNumber device, platform::Database database) {
    auto machine = std::make_unique<Machine>(machines.size(), now(), dice_.next());
    machine->device = device;
    machine->clock.restartMachine("boot " + std::to_string(++boots_));
    machine->replica =
        std::make_unique<Replica>(std::move(database), world::wardSchema(), machine->clock, machine->random);
    return machine;
}

void SimulatedWorld::restart(Machine& machine, bool power) {
    trace.line("restart " + std::to_string(machine.index) + (power ? " power" : ""));
    machine.round.reset();
    machine.page.reset();
    if (power)
        machine.clock.restartMachine("boot " + std::to_string(++boots_));
    // Nothing is in a transaction between two requests, so the connection holds what is durable and nothing
    // else.
    platform::Database database = medium_->afterDeath(machine.replica->database());
    machine.replica.reset();
    machine.replica =
        std::make_unique<Replica>(std::move(database), world::wardSchema(), machine.clock, machine.random);
}

void SimulatedWorld::copyMachine(const Machine& original) {
    trace.line("copy of " + std::to_string(original.index));
    auto machine = newMachine(original.device, medium_->copyOf(original.replica->database()));
    machine->held = original.held;
    machine->heldBlobs = original.heldBlobs;
    machine->cleaned = original.cleaned;
    machine->everCleaned = original.everCleaned;
    machine->learntBoots = original.learntBoots;
    machine->carriedTo = original.carriedTo;
    machines.push_back(std::move(machine));
}

void SimulatedWorld::keepImage(Machine& machine) {
    constexpr std::size_t atMost = 2;
    if (machine.images.size() >= atMost)
        machine.images.erase(machine.images.begin());
    machine.images.push_back({medium_->copyOf(machine.replica->database()), machine.cleaned});
}

void SimulatedWorld::putBack(Machine& machine) {
    if (machine.images.empty())
        return;
    trace.line("disk of " + std::to_string(machine.index) + " put back");
    DiskImage& image = machine.images[below(machine.images.size())];
    machine.round.reset();
    machine.page.reset();
    machine.cleaned = image.cleaned;
    machine.learntBoots.clear();
    machine.replica = std::make_unique<Replica>(medium_->copyOf(image.database), world::wardSchema(),
                                                machine.clock, machine.random);
    machine.held.clear();
    visitValues(machine.replica->tables(),
                [&machine](const Uuid&, const std::string& field, const Write& write) {
                    machine.held.insert({write.dot, field});
                });
    machine.heldBlobs.clear();
    noteHeldBlobs(machine);
    takeStock(false);
}

void SimulatedWorld::salvage(Machine& machine) {
    trace.line("store of " + std::to_string(machine.index) + " salvaged");
    machine.round.reset();
    machine.page.reset();
    machine.cleaned.clear();
    std::set<Uuid> unsent;
    for (const auto& table : machine.replica->tables().all())
        table->scan(1, firstPulledPosition - 1, [&](const Row& row) {
            if (row.position > machine.replica->state().receivedThrough ||
                machine.replica->parked().contains(row.record.id))
                unsent.insert(row.record.id);
            return true;
        });
    const std::vector<BlobAddress> unsentBlobs = machine.replica->blobs().unreceived();
    Replica fresh(medium_->fresh(), world::wardSchema(), machine.clock, machine.random);
    platform::Database damaged = medium_->copyOf(machine.replica->database());
    if (salvageInto(fresh, damaged).mayLack)
        throw Violation("a salvage could not read a sound store");
    machine.replica = std::make_unique<Replica>(medium_->copyOf(fresh.database()), world::wardSchema(),
                                                machine.clock, machine.random);
    machine.held.clear();
    visitValues(machine.replica->tables(),
                [&machine](const Uuid&, const std::string& field, const Write& write) {
                    machine.held.insert({write.dot, field});
                });
    for (const auto& table : machine.replica->tables().all())
        table->scan(1, firstPulledPosition - 1, [&unsent](const Row& row) {
            unsent.erase(row.record.id);
            return true;
        });
    if (!unsent.empty())
        throw Violation("2: a salvage left behind what was never received");
    if (std::any_of(unsentBlobs.begin(), unsentBlobs.end(), [&machine](const BlobAddress& blob) {
            return !machine.replica->blobs().isSound(blob) && machine.replica->tables().isReferred(blob);
        }))
        throw Violation("2: a salvage left behind a blob that was never received");
    machine.heldBlobs.clear();
    noteHeldBlobs(machine);
    takeStock(false);
}

void SimulatedWorld::setClock(Machine& machine, std::chrono::milliseconds ahead) {
    trace.line("clock of " + std::to_string(machine.index) + ' ' + std::to_string(ahead.count()));
    machine.clock.setWall(now() + ahead);
}

std::vector<Scope> SimulatedWorld::scopesOf(const Machine& machine) {
    const Device* device = hub->directory().find(machine.device);
    if (!device)
        return {};
    if (std::find(device->scopes.begin(), device->scopes.end(), "*") != device->scopes.end())
        return {wards.begin(), wards.end()};
    return device->scopes;
}

void SimulatedWorld::takeStockOfBlobs(bool hubWentBack) {
    for (auto& [blob, isExcused] : truth.blobs()) {
        const auto has = [&blob = blob](BlobStore& store) { return store.isWhole(blob); };
        const auto isAlive = [&has](const auto& machine) { return has(machine->replica->blobs()); };
        if (isExcused || has(hub->blobs()) || std::any_of(machines.begin(), machines.end(), isAlive))
            continue;
        isExcused = true;
        const bool letGo = std::any_of(machines.begin(), machines.end(), [&blob = blob](const auto& machine) {
            return machine->heldBlobs.contains(blob);
        });
        if (hubWentBack && letGo && !truth.isErased(blob))
            throw Violation("2: a blob left a device before every backup held it, and was lost with the hub");
    }
}

void SimulatedWorld::takeStock(bool hubWentBack) {
    takeStockOfBlobs(hubWentBack);
    std::set<WriteKey> alive;
    const auto note = [&alive](const Uuid&, const std::string& field, const Write& write) {
        alive.insert({write.dot, field});
    };
    visitValues(hub->tables(), note);
    for (const auto& machine : machines)
        visitValues(machine->replica->tables(), note);
    for (SavedValue& value : truth.values()) {
        if (value.excused || alive.contains(value.key))
            continue;
        value.excused = true;
        if (!hubWentBack || value.collapsed || truth.isErased(value))
            continue;
        const bool letGo = std::any_of(machines.begin(), machines.end(), [&value](const auto& machine) {
            return machine->held.contains(value.key);
        });
        if (letGo) {
            trace.line("lost: " + value.key.field + " of " + shortId(value.record) + " dot " +
                       dotToText(value.key.dot));
            throw Violation(
                "2: a value left a device before every backup held it, and was lost with the hub");
        }
    }
}

} // namespace lianxin::simulation
