// SPDX-License-Identifier: GPL-3.0-or-later
// Where the pictures are once everything has come to rest.
#include "tests/simulation/rest.h"

#include <algorithm>

namespace lianxin::simulation {

using namespace lianxin::sync;

namespace {

void checkHashes(BlobStore& blobs) {
    for (const BlobEntry& entry : blobs.all())
        if (entry.isWhole() && !blobs.isSound(entry.address))
            throw Violation("13: a whole blob has not its hash");
}

/// Whether this machine has the blob and stands where the hub must take it from.
bool couldBring(SimulatedWorld& world, const Machine& machine, const BlobAddress& blob) {
    if (!machine.replica->blobs().isWhole(blob) || !machine.replica->tables().isReferred(blob))
        return false;
    const auto rows = world.hub->tables().rowsWithBlob(blob);
    return std::any_of(rows.begin(), rows.end(), [&](const Row& row) {
        return row.seen == machine.device ||
               world.hub->directory().deviceOf(row.record.cover.dot.writer) == machine.device;
    });
}

} // namespace

void checkBlobsAtRest(SimulatedWorld& world) {
    checkHashes(world.hub->blobs());
    for (const auto& machine : world.machines)
        checkHashes(machine->replica->blobs());
    for (const auto& [blob, isExcused] : world.truth.blobs()) {
        if (!world.hub->tables().isReferred(blob)) {
            if (world.hub->blobs().find(blob))
                throw Violation("12: a blob is at the hub to which nothing refers");
            continue;
        }
        if (world.hub->blobs().isSound(blob))
            continue;
        const auto has = [&blob = blob](const auto& machine) {
            return machine->replica->blobs().isWhole(blob);
        };
        if (!isExcused && std::none_of(world.machines.begin(), world.machines.end(), has))
            throw Violation("2: a blob is nowhere");
        for (const auto& machine : world.machines)
            if (couldBring(world, *machine, blob))
                throw Violation("2: a device has a blob that the hub still lacks");
    }
}

} // namespace lianxin::simulation
