// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/crash/story.h"

#include "tests/faults/crash/failing_memory.h"

#include <algorithm>
#include <new>

namespace lianxin::crash {

using namespace lianxin::sync;
using namespace std::chrono_literals;
using world::FakeWard;

namespace {

constexpr std::size_t own = 0;
constexpr std::size_t other = 1;

world::WardOptions wardOf(std::uint64_t seed) {
    world::WardOptions options{.devices = {{"A", "B"}, {"A", "B"}}, .seed = seed};
    options.round.batch.records = 1 + seed % 4;
    options.page.records = 2 + seed % 3;
    options.round.blobs.partBytes = 3'000;
    return options;
}

} // namespace

Story::Story(const Point& point) : point_(point), vfs_(point.seed), random_(point.seed * 7 + 1) {
    auto medium = std::make_unique<FailingMedium>(vfs_, point.victim == Victim::Hub ? 0 : 1);
    medium_ = medium.get();
    ward_ = std::make_unique<FakeWard>(wardOf(point.seed), std::move(medium));
}

std::vector<Story::Step> Story::steps() {
    const auto sync = [this](std::size_t device) { return [this, device] { ward_->sync(device); }; };
    const auto edits = [this](std::size_t device, const char* field) {
        return [this, device, field] { edit(device, field); };
    };
    return {
        [this] { save(own, "first"); },
        [this] {
            saveTogether(own, {"second", "third", "fourth"});
        },
        edits(own, "phone"),
        edits(own, "text"),
        [this] { savePicture(own, 'p'); },
        sync(own),
        [this] { save(other, "fifth"); },
        sync(other),
        edits(other, "phone"),
        [this] { saveStep(other, "close"); },
        [this] { openPictures(other); },
        sync(other),
        edits(own, "phone"), // of which the other knew nothing
        edits(own, "text"),
        edits(other, "text"),
        sync(other),
        [this] { restart(); },
        [this] { save(own, "poison"); }, // is parked
        sync(own),
        [this] { backUp(); },
        sync(other),
        [this] {
            ward_->hub().begin();
            ward_->hub().changeScopes(ward_->number(own), {"A"});
            ward_->hub().commit();
        },
        edits(own, "phone"),
        sync(own), // lets go of what it may not see any more
        [this] { erase(); },
        [this] { save(own, "sixth"); },
        sync(own),
        [this] { backUp(); },
        [this] {
            platform::Database& database =
                point_.victim == Victim::Hub ? ward_->hub().database() : ward_->device(own).database();
            database.checkpoint(platform::CheckpointMode::Truncate);
        },
        edits(own, "text"),
        [this] { save(own, "seventh"); },
        [this] { savePicture(own, 'q'); },
        sync(other),
        sync(own),
        [this] { restart(); },
        [this] { save(own, "eighth"); },
    };
}

bool Story::isOfMemory() const {
    return point_.plan.fault == Fault::Memory || point_.plan.fault == Fault::NoMemory;
}

bool Story::hasStruck() const {
    return vfs_.hasStruck() || memoryRanOut();
}

StoryReport Story::tell() {
    if (isOfMemory())
        armMemory(point_.plan.at, point_.plan.fault == Fault::NoMemory);
    else {
        armMemory(0, false);
        vfs_.arm(point_.plan);
    }
    for (const Step& step : steps()) {
        take(step);
        if (vfs_.isOff())
            break;
        ward_->advance(700ms);
    }
    StoryReport report{hasStruck(), vfs_.changes(), vfs_.reads(), allocations()};
    vfs_.heal();
    disarmMemory();
    aftermath();
    return report;
}

void Story::take(const Step& step) {
    try {
        takeInside(step);
    } catch (const platform::StorageError& error) {
        if (!hasStruck())
            throw Violation(std::string("failed without a cause: ") + error.what());
        settleAfter();
    } catch (const std::bad_alloc&) {
        if (!memoryRanOut())
            throw Violation("memory ran out without a cause");
        settleAfter();
    }
}

/// A program that gets no memory for a while gets some again once it has let go of what it was doing.
void Story::takeInside(const Step& step) {
    struct Inside {
        Inside() { enterProgram(); }
        Inside(const Inside&) = delete;
        Inside& operator=(const Inside&) = delete;
        ~Inside() {
            leaveProgram();
            if (memoryRanOut())
                disarmMemory();
        }
    } inside;
    step();
}

/// What the programs do: the hub's service undoes the group, and the device's round ends by itself.
void Story::settleAfter() {
    if ((point_.victim != Victim::Hub && !isOfMemory()) || vfs_.isOff())
        return;
    try {
        ward_->hub().recover();
    } catch (const platform::StorageError&) {
        restart(); // the service takes nothing until it can read its store again
    }
}

void Story::aftermath() {
    if (point_.livesOn && !vfs_.isOff()) {
        save(own, "after all that");
        requireRest();
        requireReceiptsAtHub();
    }
    cutPower(point_.remains);
    requireSound();
    requireAcknowledgedHere();
    requireReceiptsAtHub();
    requireOneValueADot();
    save(own, "afterwards");
    requireRest();
    requireOneValueADot();
    cutPower(Remains::Nothing);
    requireRest();
}

void Story::cutPower(Remains remains) {
    medium_->setRemains(remains);
    restart();
    medium_->setRemains(Remains::Everything);
}

/// A program that cannot open its store is tried again until it can.
void Story::restart() {
    try {
        if (point_.victim == Victim::Hub)
            ward_->crashHub();
        else
            ward_->crash(own);
    } catch (const platform::StorageError&) {
        if (vfs_.isOff() || !vfs_.hasStruck())
            throw;
        vfs_.heal();
        restart();
    } catch (const std::bad_alloc&) {
        disarmMemory();
        restart();
    }
}

void Story::requireKind(const SaveError& error) const {
    if (!hasStruck())
        throw Violation("a save failed without a cause: " + error.detail);
    const bool full = point_.plan.fault == Fault::Full && !vfs_.isOff();
    if (error.fault != (full ? SaveFault::StorageFull : SaveFault::StorageFailed))
        throw Violation("a save failed with another fault than the medium's: " + error.detail);
}

void Story::save(std::size_t device, const std::string& title) {
    saveTogether(device, {title});
}

void Story::saveTogether(std::size_t device, const std::vector<std::string>& titles) {
    std::vector<Record> drafts;
    for (const std::string& title : titles) {
        drafts.push_back(world::noteDraft(world::wardSchema(), random_.below(2) == 0 ? "A" : "B", title));
        world::setShown(drafts.back(), "phone", "phone of " + title);
    }
    const auto saved = ward_->device(device).createAll(drafts);
    if (!saved)
        return requireKind(saved.error());
    for (std::size_t i = 0; i < titles.size(); ++i) {
        const Uuid id = (*saved)[i].id;
        notes_.push_back(id);
        for (const char* field : {"title", "phone"})
            acknowledged_[{device, id, field}] = {id, field, drafts[i].value(field)};
    }
}

void Story::saveStep(std::size_t device, const std::string& kind) {
    if (notes_.empty())
        return;
    const Record draft = world::stepDraft(world::wardSchema(), notes_.front(), kind, "");
    const auto saved = ward_->device(device).create(draft);
    if (!saved)
        return requireKind(saved.error());
    steps_.insert(saved->id);
    acknowledged_[{device, saved->id, "kind"}] = {saved->id, "kind", draft.value("kind")};
}

/// Of the first note; long enough for several parts.
void Story::savePicture(std::size_t device, char seed) {
    if (notes_.empty())
        return;
    const std::vector<std::string> blobs{std::string(10'000, seed)};
    const BlobAddress address = addressOf(blobs.front());
    const auto saved = ward_->device(device).createAll(
        {world::pictureDraft(world::wardSchema(), notes_.front(), address)}, blobs);
    if (!saved)
        return requireKind(saved.error());
    pictures_.emplace_back(device, address);
}

void Story::openPictures(std::size_t device) {
    for (const auto& [owner, address] : pictures_)
        if (const auto wanted = ward_->device(device).wantBlob(address); !wanted)
            requireKind(wanted.error());
}

/// Of the first note that is here.
void Story::edit(std::size_t device, const std::string& field) {
    const RecordType& type = *world::wardSchema().find(world::noteType);
    for (const Uuid& id : notes_) {
        if (erased_.contains(id) || !ward_->note(device, id))
            continue;
        const Value value = "text " + std::to_string(++texts_);
        const auto saved = ward_->device(device).edit(type, id, {{field, value, std::nullopt}});
        if (!saved)
            return requireKind(saved.error());
        acknowledged_[{device, id, field}] = {id, field, value};
        return;
    }
}

/// As the hub's program does it; where the hub's store lies in memory only what matters to devices.
void Story::backUp() {
    const Mark mark = ward_->hub().mark();
    const std::filesystem::path file = medium_->nextPath();
    if (point_.victim == Victim::Hub) {
        platform::Database::openReader(medium_->path()).backupTo(file);
        backups_.push_back(file);
    }
    world::noteBackup(ward_->hub(), file.filename().string(), mark, ward_->hubClock().wall());
}

void Story::erase() {
    if (notes_.size() < 2 || !ward_->hubNote(notes_[1]))
        return;
    askedToErase_.insert(notes_[1]);
    ward_->hub().begin();
    ward_->hub().erase(notes_[1]);
    ward_->hub().commit();
    erased_.insert(notes_[1]);
}

} // namespace lianxin::crash
