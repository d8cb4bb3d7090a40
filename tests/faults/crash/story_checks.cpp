// SPDX-License-Identifier: GPL-3.0-or-later
// What must be true after every fault.
#include "tests/faults/crash/story.h"

#include <algorithm>

namespace lianxin::crash {

using namespace lianxin::sync;

namespace {

void requireIntegrity(platform::Database& database, const std::string& what) {
    auto check = database.prepare("PRAGMA integrity_check");
    while (check.step())
        if (check.text(0) != "ok")
            throw Violation(what + ": " + std::string(check.text(0)));
}

bool holds(const Writes& writes, const Value& value) {
    return std::any_of(writes.begin(), writes.end(),
                       [&value](const Write& write) { return write.value == value; });
}

} // namespace

/// What is whole has its hash, wherever it is.
void Story::requirePicturesSound() {
    const auto look = [](BlobStore& blobs) {
        for (const BlobEntry& entry : blobs.all())
            if (entry.isWhole() && !blobs.isSound(entry.address))
                throw Violation("a whole picture has not its hash");
    };
    look(ward_->hub().blobs());
    for (std::size_t i = 0; i < ward_->devices(); ++i)
        look(ward_->device(i).blobs());
}

void Story::requireSound() {
    requirePicturesSound();
    requireIntegrity(ward_->hub().database(), "the hub's store");
    requireIntegrity(ward_->device(0).database(), "the device's store");
    for (const std::filesystem::path& file : backups_) {
        auto backup = platform::Database::openReader(file);
        requireIntegrity(backup, "a backup");
        auto marks = backup.prepare("SELECT count(*) FROM _mark");
        if (!marks.step() || marks.integer(0) == 0)
            throw Violation("a backup holds no history");
    }
}

const RecordType& Story::typeOf(const Uuid& id) const {
    return *world::wardSchema().find(steps_.contains(id) ? world::stepType : world::noteType);
}

/// Shown, or kept as a version or as history.
bool Story::isReachable(const Acknowledged& kept, Tables& tables) const {
    const RecordType& type = typeOf(kept.id);
    const auto row = tables.of(type).find(kept.id);
    if (!row)
        return false;
    if (row->record.erased)
        return askedToErase_.contains(kept.id);
    if (holds(writesOf(row->record, *type.indexOf(kept.field)), kept.value))
        return true;
    const auto histories = tables.historiesOf(kept.id);
    return std::any_of(histories.begin(), histories.end(), [&kept](const Row& history) {
        const auto historic = historicWrite(history.record);
        return historic && historic->field == kept.field && historic->write.value == kept.value;
    });
}

bool Story::isAtHub(const Acknowledged& kept) {
    return isReachable(kept, ward_->hub().tables());
}

/// "Saved" was said: it is on this device, or has left it for the hub.
void Story::requireAcknowledgedHere() {
    for (const auto& [key, kept] : acknowledged_)
        if (!isReachable(kept, ward_->device(std::get<0>(key)).tables()) && !isAtHub(kept))
            throw Violation("acknowledged and lost: " + kept.field + " of " + kept.id.toString());
    for (const auto& [device, picture] : pictures_)
        if (!ward_->device(device).blobs().isWhole(picture) && !ward_->hub().blobs().isWhole(picture))
            throw Violation("acknowledged and lost: a picture");
    for (const Uuid& id : erased_)
        if (const auto note = ward_->hubNote(id); !note || !note->erased)
            throw Violation("erased and back: " + id.toString());
}

/// A receipt was given: it is at the hub, and the hub knows the moment.
void Story::requireReceiptsAtHub() {
    for (std::size_t i = 0; i < ward_->devices(); ++i) {
        Replica& device = ward_->device(i);
        if (!ward_->hub().holds(device.state().seen))
            throw Violation("the hub does not know a moment that it told device " + std::to_string(i));
        for (const BlobEntry& entry : device.blobs().all())
            if (entry.received > 0 && !ward_->hub().blobs().isWhole(entry.address))
                throw Violation("receipted and not at the hub: a picture");
        for (const auto& table : device.tables().all())
            for (const Row& row : table->range(1, device.state().receivedThrough, SIZE_MAX >> 1))
                if (!device.parked().contains(row.record.id) &&
                    !ward_->hub().tables().of(table->type()).contains(row.record.id))
                    throw Violation("receipted and not at the hub: " + row.record.id.toString());
    }
}

void Story::requireRest() {
    ward_->rules().refusedTitle = "no title"; // what was parked is taken now
    for (std::size_t i = 0; i < ward_->devices(); ++i)
        ward_->device(i).retryParked();
    if (!ward_->syncUntilQuiet())
        throw Violation("the rounds find no end");
    if (const std::string differences = ward_->differences(); !differences.empty())
        throw Violation("devices and hub differ: " + differences);
    for (const auto& [key, kept] : acknowledged_)
        if (!isAtHub(kept))
            throw Violation("never came to the hub: " + kept.field + " of " + kept.id.toString());
    for (const auto& [device, picture] : pictures_)
        if (!ward_->hub().blobs().isSound(picture))
            throw Violation("never came to the hub: a picture");
    for (std::size_t i = 0; i < ward_->devices(); ++i) {
        const Ledger ledger = ward_->device(i).ledger();
        if (ledger.waiting > 0 || ledger.parked > 0 || ledger.blobs > 0 ||
            ledger.receivedThrough != ledger.lastSequence)
            throw Violation("a ledger does not close");
    }
}

/// Of everything that any store shows now or ever showed in this story.
void Story::requireOneValueADot() {
    const auto note = [this](const Row& row) {
        if (row.record.type == &world::wardSchema().history())
            return true;
        for (std::size_t i = 0; i < row.record.shown.size(); ++i)
            for (const Write& write : writesOf(row.record, static_cast<FieldIndex>(i))) {
                if (write.kind != WriteKind::Value)
                    continue;
                const std::string name =
                    dotToText(write.dot) + ' ' + row.record.type->field(static_cast<FieldIndex>(i)).name;
                const std::string says = row.record.id.toString() + ' ' + valueToJson(write.value);
                if (const auto known = dots_.emplace(name, says).first; known->second != says)
                    throw Violation("one dot, two values: " + name);
            }
        return true;
    };
    const auto look = [&note](Tables& tables) {
        for (const auto& table : tables.all())
            table->scan(INT64_MIN, INT64_MAX, note);
    };
    look(ward_->hub().tables());
    for (std::size_t i = 0; i < ward_->devices(); ++i)
        look(ward_->device(i).tables());
}

} // namespace lianxin::crash
