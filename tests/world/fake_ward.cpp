// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/world/fake_ward.h"

#include "platform/crypto/secret.h"
#include "sync/wire/encode.h"
#include "tests/world/over_wire.h"

#include <algorithm>
#include <stdexcept>

namespace lianxin::world {

using namespace lianxin::sync;
using namespace std::chrono_literals;

namespace {

constexpr platform::WallTime firstMorning{1'750'000'000'000ms};

/// The numbers that change when anything happened to a device.
struct Quiet {
    DeviceState state;
    LocalSequence last;
    std::size_t parked;
    HubSequence hub;
    Mark mark;
    bool operator==(const Quiet&) const = default;
};

std::unique_ptr<Medium> mediumFor(const WardOptions& options) {
    if (options.onDisk)
        return std::make_unique<FileMedium>();
    return std::make_unique<MemoryMedium>();
}

} // namespace

FakeWard::FakeWard(WardOptions options) : FakeWard(options, mediumFor(options)) {}

FakeWard::FakeWard(WardOptions options, std::unique_ptr<Medium> medium)
    : options_(std::move(options)),
      medium_(std::move(medium)),
      hubClock_(firstMorning),
      hubRandom_(options_.seed * 1000) {
    openHub(medium_->fresh());
    for (const std::vector<Scope>& scopes : options_.devices) {
        const std::size_t i = machines_.size();
        auto& machine =
            machines_.emplace_back(std::make_unique<Machine>(firstMorning, options_.seed * 1000 + i + 1));
        const std::string name = "device " + std::to_string(i);
        hub_->begin();
        const std::string role = i < options_.roles.size() ? options_.roles[i] : "ward";
        const platform::Hash256 digest = platform::hashSecret(name);
        const std::string_view view(reinterpret_cast<const char*>(digest.data()), digest.size());
        machine->number = hub_->enrol(name, role, scopes, view).number;
        hub_->commit();
        machine->schema = &wardSchema();
        open(*machine, medium_->fresh());
    }
}

FakeWard::~FakeWard() = default;

void FakeWard::open(Machine& machine, platform::Database database) {
    machine.replica = std::make_unique<Replica>(std::move(database), *machine.schema, machine.clock,
                                                machine.random, options_.replica);
}

void FakeWard::openHub(platform::Database database) {
    hub_ = std::make_unique<Hub>(std::move(database), *hubSchema_, rules_, hubClock_, hubRandom_);
}

void FakeWard::advance(std::chrono::milliseconds by) {
    hubClock_.advance(by);
    for (const auto& machine : machines_)
        machine->clock.advance(by);
}

RoundReport FakeWard::sync(std::size_t i) {
    return run(i, {{}, true});
}

RoundReport FakeWard::sync(std::size_t i, const std::vector<Fate>& script) {
    return run(i, {script, false});
}

RoundReport FakeWard::syncCutAfter(std::size_t i, std::size_t requests) {
    std::vector<Fate> fates(requests, Fate::Deliver);
    fates.push_back(Fate::LoseRequest);
    return run(i, {fates, false});
}

RoundReport FakeWard::run(std::size_t i, Script script) {
    Machine& machine = *machines_.at(i);
    Round round(*machine.replica, options_.round);
    RoundReport report;
    std::deque<OutgoingRequest> waiting;
    const auto send = [&] {
        while (auto request = round.next()) {
            report.requests.emplace_back(nameOf(request->message));
            waiting.push_back(std::move(*request));
        }
    };
    constexpr std::size_t unbounded = 10'000;
    while (round.phase() != RoundPhase::Closed) {
        if (report.requests.size() > unbounded)
            throw std::logic_error("the round does not end");
        send();
        if (waiting.empty())
            break;
        advance(1ms);
        carry(machine, round, waiting, script, report);
        send(); // the next request leaves before the last answer is written down
        while (round.work()) {
        }
    }
    const std::size_t carried = report.requests.size() - waiting.size();
    report.unused = static_cast<int>(script.fates.size() - std::min(script.fates.size(), carried));
    report.progress = round.progress();
    report.failure = round.failure();
    return report;
}

void FakeWard::carry(Machine& machine, Round& round, std::deque<OutgoingRequest>& waiting,
                     const Script& script, RoundReport& report) {
    const std::size_t position = report.requests.size() - waiting.size();
    const OutgoingRequest request = std::move(waiting.front());
    waiting.pop_front();
    const auto ask = [&] { return serveOverWire(machine, request.message); };
    if (position >= script.fates.size() && !script.endless) {
        ++report.unscripted;
        return round.answered(request.ticket, nobodyAnswered());
    }
    if (const auto* part = std::get_if<Send>(&request.message))
        report.blobBytes += static_cast<std::int64_t>(part->bytes.size());
    const Fate fate = position < script.fates.size() ? script.fates[position] : Fate::Deliver;
    switch (fate) {
    case Fate::Deliver:
        return round.answered(request.ticket, ask());
    case Fate::LoseRequest:
        return round.answered(request.ticket, nobodyAnswered());
    case Fate::LoseAnswer:
        ask();
        return round.answered(request.ticket, nobodyAnswered());
    case Fate::Twice:
        ask();
        return round.answered(request.ticket, ask());
    case Fate::AnswerTwice: {
        const HubAnswer answer = ask();
        round.answered(request.ticket, answer);
        return round.answered(request.ticket, answer);
    }
    case Fate::Overtaken:
        if (!waiting.empty()) {
            const OutgoingRequest second = std::move(waiting.front());
            waiting.pop_front();
            round.answered(second.ticket, serveOverWire(machine, second.message));
        }
        return round.answered(request.ticket, ask());
    case Fate::Late:
        late_.push_back({machine.number, overWire(request.message, *hubSchema_)});
        return round.answered(request.ticket, nobodyAnswered());
    }
}

HubAnswer FakeWard::serveOverWire(const Machine& machine, const HubRequest& request) {
    const auto* push = std::get_if<Push>(&request);
    if (push && options_.largestPush > 0 && encode(*push).size() > options_.largestPush)
        return FailureAnswer{{NextAction::Refused, "too-large", {}, {}}, hubClock_.wall(), {}};
    return overWire(serve(*hub_, machine.number, overWire(request, *hubSchema_), options_.page),
                    *machine.schema);
}

void FakeWard::deliverLate() {
    for (const ServedRequest& request : late_)
        serve(*hub_, request.device, request.request, options_.page);
    late_.clear();
}

bool FakeWard::syncUntilQuiet() {
    const auto now = [this](std::size_t i) {
        Replica& replica = device(i);
        return Quiet{replica.state(), replica.lastSequence(), replica.parked().size(), hub_->lastSequence(),
                     hub_->mark()};
    };
    constexpr int patience = 20;
    for (int pass = 0; pass < patience; ++pass) {
        bool quiet = true;
        for (std::size_t i = 0; i < machines_.size(); ++i) {
            const Quiet before = now(i);
            advance(10ms);
            if (sync(i).failure || now(i) != before)
                quiet = false;
        }
        if (quiet)
            return true;
    }
    return false;
}

void FakeWard::crash(std::size_t i) {
    Machine& machine = *machines_.at(i);
    open(machine, medium_->copyOf(machine.replica->database()));
}

void FakeWard::crashHub() {
    openHub(medium_->copyOf(hub_->database()));
}

std::size_t FakeWard::copyDevice(std::size_t i) {
    const Machine& original = *machines_.at(i);
    const std::size_t copy = machines_.size();
    auto machine = std::make_unique<Machine>(original.clock.wall(), options_.seed * 1000 + copy + 1);
    machine->number = original.number;
    machine->schema = original.schema;
    machine->clock.restartMachine("another machine");
    open(*machine, medium_->copyOf(original.replica->database()));
    machines_.push_back(std::move(machine));
    return copy;
}

Image FakeWard::imageOf(std::size_t i) {
    return std::make_unique<platform::Database>(medium_->copyOf(device(i).database()));
}

void FakeWard::putBack(std::size_t i, const Image& image) {
    open(*machines_.at(i), medium_->copyOf(*image));
}

Image FakeWard::imageOfHub() {
    return std::make_unique<platform::Database>(medium_->copyOf(hub_->database()));
}

Image FakeWard::backupHub() {
    const Mark mark = hub_->mark();
    Image image = imageOfHub();
    noteBackup(*hub_, "backup-" + std::to_string(++backups_), mark, hubClock_.wall());
    return image;
}

void FakeWard::rollBackHub(const Image& image) {
    openHub(medium_->copyOf(*image));
}

void FakeWard::restoreHub(const Image& image, const std::string& letter) {
    rollBackHub(image);
    hub_->begin();
    hub_->beginEpoch(letter);
    hub_->commit();
}

void FakeWard::upgrade(std::size_t i, const Schema& schema) {
    machines_.at(i)->schema = &schema;
    crash(i);
}

void FakeWard::upgradeHub(const Schema& schema) {
    hubSchema_ = &schema;
    crashHub();
}

Uuid FakeWard::write(std::size_t i, const Record& draft) {
    const auto saved = device(i).create(draft);
    if (!saved)
        throw std::logic_error("not saved: " + saved.error().problem.field + saved.error().detail);
    return saved->id;
}

Uuid FakeWard::writeNote(std::size_t i, std::string_view ward, std::string_view title) {
    return write(i, noteDraft(*machines_.at(i)->schema, ward, title));
}

Uuid FakeWard::writeStep(std::size_t i, const Uuid& note, std::string_view kind, std::string_view target) {
    return write(i, stepDraft(*machines_.at(i)->schema, note, kind, target));
}

Uuid FakeWard::writePicture(std::size_t i, const Uuid& note, const std::string& bytes) {
    const std::vector<std::string> blobs{bytes};
    const auto saved =
        device(i).createAll({pictureDraft(*machines_.at(i)->schema, note, addressOf(bytes))}, blobs);
    if (!saved)
        throw std::logic_error("not saved: " + saved.error().problem.field + saved.error().detail);
    return saved->front().id;
}

bool FakeWard::hubHas(const std::string& bytes) {
    const BlobAddress address = addressOf(bytes);
    return hub_->blobs().isSound(address) && hub_->blobs().read(address, 0, address.size) == bytes;
}

bool FakeWard::edit(std::size_t i, const Uuid& note, const std::string& field, const std::string& value) {
    const Schema& schema = *machines_.at(i)->schema;
    return static_cast<bool>(device(i).edit(*schema.find(noteType), note, {{field, value, std::nullopt}}));
}

std::optional<Record> FakeWard::note(std::size_t i, const Uuid& id) {
    return device(i).find(*machines_.at(i)->schema->find(noteType), id);
}

std::optional<Record> FakeWard::step(std::size_t i, const Uuid& id) {
    return device(i).find(*machines_.at(i)->schema->find(stepType), id);
}

std::string FakeWard::shown(std::size_t i, const Uuid& id, const std::string& field) {
    const auto found = note(i, id);
    return found ? valueToJson(found->value(field)) : std::string();
}

std::vector<std::string> FakeWard::lost(std::size_t i, const Uuid& id, const std::string& field) {
    std::vector<std::string> values;
    for (const Record& history : device(i).historiesOf(id))
        if (const auto historic = historicWrite(history); historic && historic->field == field)
            values.push_back(valueToJson(historic->write.value));
    std::sort(values.begin(), values.end());
    return values;
}

std::size_t FakeWard::conflicts(std::size_t i, const Uuid& id) {
    const auto found = note(i, id);
    return found ? conflictsOf(*found, device(i).historiesOf(id)).size() : 0;
}

std::optional<Record> FakeWard::hubNote(const Uuid& id) {
    auto row = hub_->tables().of(*hubSchema_->find(noteType)).find(id);
    return row ? std::optional(std::move(row->record)) : std::nullopt;
}

std::string FakeWard::differsFromHub(std::size_t i) {
    return difference(visibleState(device(i)), hubState(*hub_, number(i)));
}

std::string FakeWard::differences() {
    std::string all;
    for (std::size_t i = 0; i < machines_.size(); ++i)
        if (const std::string lines = differsFromHub(i); !lines.empty())
            all += "device " + std::to_string(i) + ":\n" + lines;
    return all;
}

} // namespace lianxin::world
