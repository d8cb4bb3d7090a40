// SPDX-License-Identifier: GPL-3.0-or-later
// What happens to the hub in a schedule.
#include "tests/simulation/simulated_world.h"

#include <algorithm>

namespace lianxin::simulation {

using namespace lianxin::sync;

void SimulatedWorld::openHub(platform::Database database) {
    hub = std::make_unique<Hub>(std::move(database), world::wardSchema(), rules, hubClock, hubRandom_);
    // The erase list and the backups lie outside the database; the hub's program looks at both when it
    // starts.
    hub->begin();
    for (const Uuid& record : truth.erasedRecords())
        hub->erase(record);
    reconcileBackups();
    hub->commit();
}

void SimulatedWorld::reconcileBackups() {
    const auto known = hub->backups().kept();
    for (const Backup& backup : known)
        if (std::none_of(backups_.begin(), backups_.end(),
                         [&](const auto& kept) { return kept.file == backup.file; }))
            hub->backups().forget(backup.number);
    for (const KeptBackup& kept : backups_)
        if (std::none_of(known.begin(), known.end(),
                         [&](const Backup& backup) { return backup.file == kept.file; }))
            hub->backups().add({0, kept.file, kept.taken, kept.mark, kept.ledgers});
}

void SimulatedWorld::restartHub() {
    trace.line("hub restarts");
    platform::Database database = medium_->afterDeath(hub->database());
    hub.reset();
    openHub(std::move(database));
}

void SimulatedWorld::backUp() {
    trace.line("backup at " + std::to_string(hub->lastSequence()));
    KeptBackup backup{
        medium_->copyOf(hub->database()), "backup " + std::to_string(++files_), hub->mark(), {}, now()};
    for (const auto& [number, device] : hub->directory().all())
        backup.ledgers[number] = device.receivedThrough;
    if (backups_.size() >= mostBackups)
        backups_.erase(backups_.begin());
    backups_.push_back(std::move(backup));
    hub->begin();
    reconcileBackups();
    hub->commit();
}

void SimulatedWorld::restoreHub(bool silently) {
    if (backups_.empty())
        return;
    noteNumbers();
    KeptBackup& backup = backups_[below(backups_.size())];
    trace.line((silently ? "hub rolled back to " : "hub restored to ") +
               std::to_string(backup.mark.sequence) + " from " + std::to_string(hub->lastSequence()));
    hubLost = hubLost || backup.mark.sequence < hub->lastSequence();
    rolledBackSilently = rolledBackSilently || silently;
    openHub(medium_->copyOf(backup.image));
    if (!silently) {
        hub->begin();
        hub->beginEpoch(std::string(1, static_cast<char>('A' + letters_++)));
        hub->commit();
    }
    takeStock(true);
}

void SimulatedWorld::erase(const Uuid& record) {
    trace.line("erase " + shortId(record));
    truth.erased(record);
    hub->begin();
    hub->erase(record);
    hub->commit();
}

void SimulatedWorld::changeScopes(DeviceNumber device) {
    std::vector<Scope> scopes;
    for (const Scope& ward : wards)
        if (chance(60))
            scopes.push_back(ward);
    if (chance(10))
        scopes = {"*"};
    setScopes(device, scopes);
}

void SimulatedWorld::setScopes(DeviceNumber device, const std::vector<Scope>& scopes) {
    std::string names;
    for (const Scope& scope : scopes)
        names += ' ' + scope;
    trace.line("scopes of device " + std::to_string(device) + names);
    hub->begin();
    hub->changeScopes(device, scopes);
    hub->commit();
}

void SimulatedWorld::noteNumbers() {
    const RecordType& type = *hub->schema().find(world::noteType);
    hub->tables().of(type).scan(INT64_MIN, INT64_MAX, [this](const Row& row) {
        const auto* number = std::get_if<std::string>(&row.record.value(numberField));
        if (!number)
            return true;
        const auto [at, isNew] = numbers_.emplace(*number, row.record.id);
        // A hub that was rolled back without a word cannot know which numbers it gave.
        if (!isNew && at->second != row.record.id && !rolledBackSilently)
            throw Violation("15: an official number was given twice");
        return true;
    });
}

/// A push of the intruder's, with its round opened and nothing in it yet.
std::optional<Push> SimulatedWorld::forgedPush() {
    Hello hello;
    hello.writer = WriterId{dice_.next() | 1};
    const HubAnswer answer = world::serve(*hub, intruder_, hello, page_);
    const auto* opened = std::get_if<HelloAnswer>(&answer);
    if (!opened)
        return std::nullopt;
    Push push;
    push.round = opened->round;
    push.writer = hello.writer;
    push.through = 1;
    return push;
}

void SimulatedWorld::intrude(const Uuid& note) {
    const RecordType& type = *hub->schema().find(world::noteType);
    const auto row = hub->tables().of(type).find(note);
    auto push = row && !row->record.erased ? forgedPush() : std::nullopt;
    if (!push)
        return;
    PushedRecord& pushed = push->records.emplace_back();
    pushed.record = row->record;
    pushed.position = 1;
    pushed.seen = chance(50) ? hub->lastSequence() : 0;
    std::vector<Loser> losers;
    applyEdit(
        pushed.record, {{"phone", std::string("forged"), std::nullopt}},
        {{push->writer, 1}, Stamp::at(now()), {}}, [](const Dot&) { return false; }, losers);
    const HubAnswer answer = world::serve(*hub, intruder_, *push, page_);
    const auto* taken = std::get_if<PushAnswer>(&answer);
    if (taken && taken->refused.empty())
        throw Violation("10: a write was admitted from a device without authority");
}

void SimulatedWorld::spy() {
    if (truth.blobs().empty())
        return;
    const auto at =
        std::next(truth.blobs().begin(), static_cast<std::ptrdiff_t>(below(truth.blobs().size())));
    const HubAnswer answer = world::serve(*hub, intruder_, Fetch{hub->mark(), at->first, 0}, page_);
    const auto* fetched = std::get_if<FetchAnswer>(&answer);
    if (fetched && (fetched->held || !fetched->bytes.empty()))
        throw Violation("10: a blob was given to a device that may see no record with it");
}

void SimulatedWorld::foretell() {
    auto push = forgedPush();
    if (!push)
        return;
    PushedRecord& pushed = push->records.emplace_back();
    pushed.record = world::noteDraft(world::wardSchema(), "elsewhere", "foretold");
    pushed.record.id = *Uuid::fromBytes("next year's note");
    pushed.record.cover = {{push->writer, 1}, Stamp::at(now() + std::chrono::hours(24 * 365)), {}};
    pushed.position = 1;
    const HubAnswer answer = world::serve(*hub, intruder_, *push, page_);
    const auto* failure = std::get_if<FailureAnswer>(&answer);
    if (!failure || failure->failure.action != NextAction::ClockWrong)
        throw Violation("23: the hub admitted a stamp from the future");
}

} // namespace lianxin::simulation
