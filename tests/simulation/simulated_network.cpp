// SPDX-License-Identifier: GPL-3.0-or-later
// The network of a schedule: it loses, repeats, reorders and delays, and everything that passes is looked at.
#include "tests/simulation/simulated_world.h"

#include "sync/record/order.h"

#include <algorithm>
#include <numeric>

namespace lianxin::simulation {

using namespace lianxin::sync;
using namespace std::chrono_literals;

namespace {

/// A connection gives up after this; so no answer teaches a device a time that is older.
constexpr std::chrono::milliseconds longestWay = 20s;
/// The longest that a pull asks the hub to hold its answer back.
constexpr std::chrono::seconds longestWait = 30s;
/// Between asking and writing the answer down the request, the hub and the answer take their time, and the
/// answer may wait in the device for as long again and a step longer. A clock that is wrong by less may be
/// right for all the device knows.
constexpr std::chrono::milliseconds stampTolerance = 3 * longestWay + longestWait + 10s;
constexpr std::chrono::milliseconds futureTolerance = 2s;

std::string shortName(const BlobAddress& blob) {
    return toText(blob).substr(0, 8);
}

std::string textOf(const HeldBytes& held) {
    return held ? ' ' + std::to_string(*held) : " nothing";
}

std::string describe(const HubRequest& request) {
    std::string text(world::nameOf(request));
    if (const auto* push = std::get_if<Push>(&request)) {
        text += ' ' + std::to_string(push->after) + ".." + std::to_string(push->through);
        for (const auto* list : {&push->records, &push->retried})
            for (const PushedRecord& pushed : *list)
                text += ' ' + shortId(pushed.record.id) + (pushed.partial ? "(part)" : "");
    }
    if (const auto* part = std::get_if<Send>(&request))
        text += ' ' + shortName(part->blob) + " from " + std::to_string(part->offset) + ", " +
                std::to_string(part->bytes.size());
    if (const auto* fetch = std::get_if<Fetch>(&request))
        text += ' ' + shortName(fetch->blob) + " from " + std::to_string(fetch->offset);
    return text;
}

std::string describe(const HubAnswer& answer) {
    if (const auto* failure = std::get_if<FailureAnswer>(&answer))
        return "failure " + failure->failure.code;
    if (const auto* hello = std::get_if<HelloAnswer>(&answer))
        return std::string("hello") + (hello->historyChanged ? " history changed" : "");
    if (const auto* push = std::get_if<PushAnswer>(&answer)) {
        std::string text = "receipt";
        for (const RefusedRecord& refused : push->refused)
            text += " refused " + shortId(refused.id) + ' ' + refused.detail;
        return text;
    }
    if (const auto* have = std::get_if<HaveAnswer>(&answer))
        return std::accumulate(
            have->held.begin(), have->held.end(), std::string("held"),
            [](const std::string& text, const HeldBytes& held) { return text + textOf(held); });
    if (const auto* sent = std::get_if<SendAnswer>(&answer))
        return "held" + textOf(sent->held);
    if (const auto* fetched = std::get_if<FetchAnswer>(&answer))
        return "held" + textOf(fetched->held) + ", given " + std::to_string(fetched->bytes.size());
    const auto& page = std::get<PullAnswer>(answer);
    std::string text = "page" + std::string(page.more ? " (more)" : "");
    for (const PulledRecord& record : page.records)
        text +=
            ' ' + shortId(record.record.id) + (record.partial ? "+@" : "@") + std::to_string(record.sequence);
    for (const LeftScope& left : page.left)
        text += " gone " + shortId(left.id) + '@' + std::to_string(left.sequence);
    return text;
}

template <class Visit>
void forEachPushed(const Push& push, Visit visit) {
    for (const auto* list : {&push.records, &push.retried})
        for (const PushedRecord& pushed : *list)
            visit(pushed.record);
}

} // namespace

void SimulatedWorld::beginRound(Machine& machine, const RoundOptions& options) {
    machine.round = std::make_unique<Round>(*machine.replica, options);
    ++machine.roundNumber;
    machine.unworkedSince.reset();
}

void SimulatedWorld::send(Machine& machine) {
    if (machine.round && machine.round->awaitsAnswers() && chance(20))
        machine.round.reset(); // its patience is over
    if (!machine.round || machine.round->phase() == RoundPhase::Closed) {
        RoundOptions options = roundOptions_;
        options.wait = chance(40) ? longestWait : std::chrono::seconds(0);
        beginRound(machine, options);
    }
    const auto request = machine.round->next();
    if (!request)
        return;
    trace.line("send " + std::to_string(machine.index) + ' ' + describe(request->message));
    beforeRequest(machine, request->message);
    requests_.push_back({machine.index, machine.roundNumber, request->ticket, now(), request->message, {}});
}

/// What leaves a device: a stamp is as good as the device could know, and what was saved is what goes.
void SimulatedWorld::beforeRequest(Machine& machine, const HubRequest& request) {
    const auto* push = std::get_if<Push>(&request);
    if (!push)
        return;
    if (push->through > machine.replica->lastSequence())
        throw Violation("1: a batch states more than was saved");
    forEachPushed(*push, [&](const Record& record) {
        visitValues(record, [&](const Uuid& id, const std::string& field, const Write& write) {
            SavedValue* value = truth.find(id, field, write);
            if (!value || value->left)
                return;
            value->left = true;
            if (value->collapsed)
                return; // a copy of the disk still has it
            const auto wrong = write.stamp.wall() - value->at;
            if (write.stamp.wall() <= machine.carriedTo.wall() + stampTolerance &&
                write.stamp.wall() > value->at)
                return;
            if (machine.learntBoots.contains(value->boot) && std::chrono::abs(wrong) > stampTolerance) {
                trace.line("stamp off by " + std::to_string(wrong.count()) + " ms, dot " +
                           dotToText(write.dot));
                throw Violation("23: a stamp left that is not within tolerance of the true time");
            }
        });
    });
}

HubAnswer SimulatedWorld::served(Machine& machine, const HubRequest& request) {
    return serveGroup({{machine.device, request}}).front();
}

std::vector<HubAnswer> SimulatedWorld::serveGroup(const std::vector<world::ServedRequest>& requests) {
    // What a push does not change must stand where it stood; told only where one push is a group of its own.
    std::vector<std::pair<const RecordType*, Row>> before;
    std::set<Uuid> stirred; // a note that new steps move there and back stands elsewhere in the order
    const auto* push = requests.size() == 1 ? std::get_if<Push>(&requests.front().request) : nullptr;
    if (push)
        forEachPushed(*push, [&](const Record& record) {
            if (auto row = hub->tables().of(*record.type).find(record.id))
                before.emplace_back(record.type, std::move(*row));
            else if (const Uuid parent = record.parent(); !parent.isNull())
                stirred.insert(parent);
        });
    auto answers = world::serve(*hub, requests, page_);
    for (const auto& [type, row] : before) {
        if (stirred.contains(row.record.id) || stirred.contains(row.record.parent()))
            continue;
        const auto after = hub->tables().of(*type).find(row.record.id);
        if (after->position != row.position && after->scopes == row.scopes &&
            sameContent(after->record, row.record))
            throw Violation("22: a push that changed nothing took a sequence");
    }
    for (std::size_t i = 0; i < answers.size(); ++i)
        afterAnswer(requests[i].request, answers[i]);
    return answers;
}

/// No value at the hub is later than the one shown, whatever of a device's changes has arrived so far.
void SimulatedWorld::checkPushed(const Push& push, const PushAnswer& answer) {
    forEachPushed(push, [&](const Record& record) {
        if (std::any_of(answer.refused.begin(), answer.refused.end(),
                        [&record](const RefusedRecord& refused) { return refused.id == record.id; }))
            return;
        if (highestStamp(record) > Stamp::at(now() + futureTolerance))
            throw Violation("23: the hub admitted a stamp from the future");
        const auto historic = historicWrite(record);
        const RecordType& type = *hub->schema().find(world::noteType);
        const auto content = historic ? hub->tables().of(type).find(historic->record) : std::nullopt;
        if (!content || content->record.erased || historic->field != "phone")
            return;
        const Writes shown = writesOf(content->record, type.indexOf("phone").value());
        if (shown.empty() || laterThan(historic->write, shown.front()))
            throw Violation("17: a history value is later than the shown one");
    });
}

void SimulatedWorld::afterAnswer(const HubRequest& request, const HubAnswer& answer) {
    const auto* push = std::get_if<Push>(&request);
    const auto* receipt = std::get_if<PushAnswer>(&answer);
    if (push && receipt)
        checkPushed(*push, *receipt);
    const auto* page = std::get_if<PullAnswer>(&answer);
    const auto* pull = std::get_if<Pull>(&request);
    if (!page || !pull)
        return;
    HubSequence before = 0;
    for (const PulledRecord& record : page->records) {
        if (record.sequence <= before)
            throw Violation("5: a page is not in the order of the feed");
        before = record.sequence;
    }
    for (const auto& [scope, cursor] : page->cursors)
        if (cursor > hub->lastSequence())
            throw Violation("4: a cursor beyond the hub's last sequence");
}

/// Memory, or somebody on the way, changes a byte of a picture.
void SimulatedWorld::spoil(HubRequest& request) {
    if (auto* part = std::get_if<Send>(&request); part && !isAtRest && chance(15))
        part->bytes.back() ^= 1;
}

void SimulatedWorld::carryRequests() {
    std::vector<Message> group;
    for (std::size_t n = 1 + below(2); n > 0 && !requests_.empty(); --n) {
        const std::size_t i = below(requests_.size());
        Message message = requests_[i];
        const bool stays = chance(12);
        if (!stays || now() - message.sent > longestWay)
            requests_.erase(requests_.begin() + static_cast<std::ptrdiff_t>(i));
        spoil(message.request);
        if (now() - message.sent > longestWay || chance(8))
            trace.line("lost request of " + std::to_string(message.machine));
        else
            group.push_back(std::move(message));
    }
    if (group.empty())
        return;
    std::vector<world::ServedRequest> requests;
    for (const Message& message : group)
        requests.push_back({machines[message.machine]->device, message.request});
    auto answers = serveGroup(requests);
    for (std::size_t i = 0; i < group.size(); ++i) {
        trace.line("hub to " + std::to_string(group[i].machine) + ' ' + describe(answers[i]));
        group[i].answer = std::move(answers[i]);
        if (!chance(10))
            answers_.push_back(std::move(group[i]));
    }
}

void SimulatedWorld::carryAnswer() {
    if (answers_.empty())
        return;
    const std::size_t i = below(answers_.size());
    const Message message = answers_[i];
    if (!chance(8))
        answers_.erase(answers_.begin() + static_cast<std::ptrdiff_t>(i));
    Machine& machine = *machines[message.machine];
    if (now() - message.sent <= longestWay && machine.round && machine.roundNumber == message.round)
        takeAnswer(machine, message);
}

void SimulatedWorld::takeAnswer(Machine& machine, const Message& message) {
    trace.line("answer to " + std::to_string(machine.index) + ' ' + describe(message.answer));
    machine.round->answered(message.ticket, message.answer);
    // Now and then the next answer is here before this one is written down; a device that stalls for longer
    // is as good as one that crashed.
    if (machine.unworkedSince && now() - *machine.unworkedSince > longestWay) {
        machine.round.reset();
        machine.unworkedSince.reset();
        return;
    }
    if (chance(15)) {
        if (!machine.unworkedSince)
            machine.unworkedSince = now();
        return;
    }
    writeDown(machine, message.answer);
    if (chance(20)) // it looks at much
        checkShown(machine);
}

void SimulatedWorld::writeDown(Machine& machine, const HubAnswer& answer) {
    machine.unworkedSince.reset();
    while (machine.round->work()) {
    }
    noteHeld(machine, answer);
    noteHeldBlobs(machine);
    const auto& failure = machine.round->failure();
    if (!failure || failure->code != "carried-meanwhile") // or the answer was dropped, and nothing was learnt
        machine.learntBoots.insert(machine.clock.bootId());
}

void SimulatedWorld::checkShown(Machine& machine) {
    Tables& tables = machine.replica->tables();
    TypeTable& notes = tables.of(*world::wardSchema().find(world::noteType));
    const FieldIndex phone = notes.type().indexOf("phone").value();
    tables.history().scan(INT64_MIN, INT64_MAX, [&](const Row& row) {
        const auto historic = historicWrite(row.record);
        const auto content =
            historic && historic->field == "phone" ? notes.find(historic->record) : std::nullopt;
        if (!content || content->record.erased)
            return true;
        const Writes shown = writesOf(content->record, phone);
        if (shown.empty() || laterThan(historic->write, shown.front()))
            throw Violation("17: a device shows a value earlier than one in its history");
        return true;
    });
}

void SimulatedWorld::noteHeld(Machine& machine, const HubAnswer& answer) {
    const auto note = [&machine](const std::vector<PulledRecord>& records) {
        for (const PulledRecord& pulled : records) {
            const auto row = machine.replica->tables().of(*pulled.record.type).find(pulled.record.id);
            if (!row)
                continue;
            machine.cleaned.erase(pulled.record.id);
            visitValues(row->record, [&machine](const Uuid&, const std::string& field, const Write& write) {
                machine.held.insert({write.dot, field});
            });
        }
    };
    if (const auto* page = std::get_if<PullAnswer>(&answer))
        note(page->records);
    if (const auto* receipt = std::get_if<PushAnswer>(&answer))
        note(receipt->records);
}

void SimulatedWorld::noteHeldBlobs(Machine& machine) {
    for (const BlobEntry& entry : machine.replica->blobs().all())
        if (entry.isWhole())
            machine.heldBlobs.insert(entry.address);
}

void SimulatedWorld::dropMessages() {
    requests_.clear();
    answers_.clear();
}

bool SimulatedWorld::exchange(Machine& machine, std::chrono::milliseconds there,
                              std::chrono::milliseconds back) {
    return exchange(machine, there, back, [] {});
}

bool SimulatedWorld::exchange(Machine& machine, std::chrono::milliseconds there,
                              std::chrono::milliseconds back, const std::function<void()>& onTheWay) {
    auto request = machine.round->next();
    if (!request)
        return false;
    trace.line("send " + std::to_string(machine.index) + ' ' + describe(request->message));
    beforeRequest(machine, request->message);
    pass(there);
    onTheWay();
    spoil(request->message);
    const HubAnswer answer = served(machine, request->message);
    pass(back);
    trace.line("answer to " + std::to_string(machine.index) + ' ' + describe(answer));
    machine.round->answered(request->ticket, answer);
    writeDown(machine, answer);
    return true;
}

bool SimulatedWorld::quietRound(Machine& machine) {
    beginRound(machine, roundOptions_);
    constexpr int unbounded = 600;
    for (int requests = 0; machine.round->phase() != RoundPhase::Closed; ++requests) {
        if (requests > unbounded)
            throw Violation("at rest: a round does not end");
        if (!exchange(machine, 2ms, 1ms))
            throw Violation("at rest: a round waits for nothing");
    }
    checkShown(machine);
    const bool done = !machine.round->failure();
    machine.round.reset();
    return done;
}

} // namespace lianxin::simulation
