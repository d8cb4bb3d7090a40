// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/rest.h"

#include "sync/hub/rules.h"
#include "sync/record/order.h"
#include "tests/world/state_text.h"

#include <algorithm>
#include <map>

namespace lianxin::simulation {

using namespace lianxin::sync;
using namespace std::chrono_literals;

namespace {

/// The numbers that change when anything at all happened.
struct Standing {
    std::vector<DeviceState> states;
    std::vector<LocalSequence> last;
    std::vector<Cursors> cursors;
    Mark mark;
    HubSequence hub = 0;
    bool operator==(const Standing&) const = default;
};

Standing standingOf(SimulatedWorld& world) {
    Standing standing;
    for (const auto& machine : world.machines) {
        standing.states.push_back(machine->replica->state());
        standing.last.push_back(machine->replica->lastSequence());
        standing.cursors.push_back(machine->replica->nextPull(std::chrono::seconds(0)).cursors);
    }
    standing.mark = world.hub->mark();
    standing.hub = world.hub->lastSequence();
    return standing;
}

void comeToRest(SimulatedWorld& world) {
    world.isAtRest = true;
    world.dropMessages();
    world.pass(60s);
    constexpr int patience = 25;
    constexpr int atLeast = 3;
    for (int pass = 0; pass < patience; ++pass) {
        const Standing before = standingOf(world);
        world.pass(1s);
        for (const auto& machine : world.machines) {
            if (pass < atLeast - 1)
                machine->replica->retryParked();
            world.quietRound(*machine);
        }
        if (pass >= atLeast - 1 && standingOf(world) == before)
            return;
    }
    throw Violation("22: it does not come to rest");
}

struct HubContent {
    std::map<Uuid, Row> rows;
    std::map<Uuid, std::vector<Uuid>> histories;
    std::map<Uuid, std::vector<Uuid>> steps;
    std::map<WriteKey, Write> values;
};

HubContent contentOf(SimulatedWorld& world) {
    HubContent content;
    for (const auto& table : world.hub->tables().all())
        table->scan(INT64_MIN, INT64_MAX, [&](const Row& row) {
            content.rows.emplace(row.record.id, row);
            visitValues(row.record, [&](const Uuid& record, const std::string& field, const Write& write) {
                if (!world.truth.find(record, field, write)) {
                    world.trace.line("unknown: " + shortId(record) + ' ' + field + ' ' +
                                     dotToText(write.dot) + ' ' + valueToJson(write.value));
                    throw Violation("3: the hub holds a value that nobody saved");
                }
                content.values.emplace(WriteKey{write.dot, field}, write);
            });
            if (row.record.erased)
                return true;
            if (const auto historic = historicWrite(row.record))
                content.histories[historic->record].push_back(row.record.id);
            else if (const Uuid parent = row.record.parent();
                     !parent.isNull() && row.record.type->name() == world::stepType)
                content.steps[parent].push_back(row.record.id);
            return true;
        });
    return content;
}

void checkQueues(SimulatedWorld& world, std::set<WriteKey>& parked) {
    for (const auto& machine : world.machines) {
        Replica& replica = *machine->replica;
        if (replica.hasWaiting())
            throw Violation("at rest: a queue is not empty");
        for (const auto& [id, entry] : replica.parked()) {
            const auto row = replica.tables().of(*replica.schema().find(entry.type)).find(id);
            if (!row)
                throw Violation("2: a parked record is not there");
            const bool cause = world.poisoned.contains(id) || world.poisoned.contains(row->record.parent());
            if (!cause && !world.hubLost) {
                world.trace.line("parked on " + std::to_string(machine->index) + ' ' + shortId(id) + ' ' +
                                 entry.detail);
                throw Violation("19: a record is parked without a cause (" + entry.detail + ")");
            }
            visitValues(row->record, [&parked](const Uuid&, const std::string& field, const Write& write) {
                parked.insert({write.dot, field});
            });
        }
    }
}

void checkNothingMissing(SimulatedWorld& world, const HubContent& content, const std::set<WriteKey>& parked) {
    for (const SavedValue& value : world.truth.values()) {
        if (value.excused || value.collapsed || content.values.contains(value.key) ||
            parked.contains(value.key))
            continue;
        const auto row = content.rows.find(value.record);
        const auto parent = content.rows.find(value.parent);
        if (world.truth.isErased(value) || (row != content.rows.end() && row->second.record.erased) ||
            (parent != content.rows.end() && parent->second.record.erased))
            continue;
        world.trace.line("missing: " + value.key.field + ' ' + valueToJson(value.value) + " of " +
                         shortId(value.record) + " dot " + dotToText(value.key.dot));
        throw Violation("2: a saved value is neither at the hub nor parked (" + value.key.field + ")");
    }
}

void checkRecord(SimulatedWorld& world, const HubContent& content, const Row& row) {
    const Record& record = row.record;
    const bool byRight = world.truth.erasedRecords().contains(record.id) ||
                         world.truth.erasedRecords().contains(record.parent());
    if (byRight && !record.erased)
        throw Violation("12: an erase was undone at the hub");
    if (record.erased)
        return;
    for (std::size_t i = 0; i < record.shown.size(); ++i) {
        const auto index = static_cast<FieldIndex>(i);
        const Field& field = record.type->field(index);
        if (field.rule == MergeRule::Once && !field.hubGiven && writesOf(record, index).size() > 1)
            throw Violation("3: a field that is written once has two values");
    }
    if (const Uuid parent = record.parent(); !parent.isNull())
        if (const auto at = content.rows.find(parent); at != content.rows.end())
            if (at->second.scopes != row.scopes) {
                world.trace.line(shortId(record.id) + " is not where " + shortId(parent) + " is");
                throw Violation("21: a child's scopes are not its parent's");
            }
}

void checkFold(SimulatedWorld& world, const HubContent& content, const Uuid& note) {
    const auto steps = content.steps.find(note);
    if (steps == content.steps.end())
        return;
    std::map<std::int64_t, const Record*> inOrder;
    for (const Uuid& id : steps->second) {
        const Record& step = content.rows.at(id).record;
        const auto* place = std::get_if<std::int64_t>(&step.value(placeField));
        if (!place)
            throw Violation("9: an event was not judged");
        if (!inOrder.emplace(*place, &step).second)
            throw Violation("9: two events have one place");
    }
    world::NoteState state;
    for (const auto& [place, step] : inOrder) {
        // Whoever sent it before its note was here turned out to have no say in that note.
        const auto* reason = std::get_if<std::string>(&step->value("without_effect_because"));
        if (reason && *reason == notAllowedReason) {
            if (std::get<std::int64_t>(step->value(effectiveField)) != 0)
                throw Violation("9: an event of a stranger took effect");
            continue;
        }
        const auto* target = std::get_if<std::string>(&step->value("target"));
        const bool effective = world::takeStep(state, std::get<std::string>(step->value("kind")),
                                               target ? *target : std::string());
        if (effective != (std::get<std::int64_t>(step->value(effectiveField)) != 0)) {
            world.trace.line("place " + std::to_string(place) + " of " + shortId(note) + ": " +
                             shortId(step->id));
            throw Violation("9: a verdict is not what the fold says");
        }
    }
}

std::vector<Record> historiesAt(const HubContent& content, const Uuid& note) {
    std::vector<Record> histories;
    if (const auto at = content.histories.find(note); at != content.histories.end())
        for (const Uuid& id : at->second)
            histories.push_back(content.rows.at(id).record);
    return histories;
}

/// Whether a phone number was lost with its medium, or waits parked where the hub has it from nobody else
/// (seed 3004625): then what had been seen cannot be followed.
bool linkLacks(const SimulatedWorld& world, const Uuid& note, const std::set<Dot>& atHub,
               const std::set<WriteKey>& parked) {
    const auto values = world.truth.of(note, "phone");
    return std::any_of(values.begin(), values.end(), [&](const SavedValue* value) {
        return value->excused || (parked.contains(value->key) && !atHub.contains(value->key.dot));
    });
}

void checkPhone(SimulatedWorld& world, const HubContent& content, const Record& note,
                const std::set<WriteKey>& parked) {
    const Writes shown = writesOf(note, note.type->indexOf("phone").value());
    const auto histories = historiesAt(content, note.id);
    std::set<Dot> expected;
    std::set<Dot> atHub;
    for (const Write& write : shown)
        atHub.insert(write.dot);
    for (const Record& history : histories) {
        const auto historic = historicWrite(history);
        if (historic->field != "phone")
            continue;
        atHub.insert(historic->write.dot);
        if (shown.empty() || laterThan(historic->write, shown.front())) {
            world.trace.line("earlier than " + dotToText(historic->write.dot) + ": " + world::textOf(note));
            throw Violation("17: a history value is later than the shown one");
        }
        const Dot dot = historic->write.dot;
        if (!world.truth.chainOf(note.id, "phone", shown.front().dot).contains(dot) &&
            !world.truth.chainOf(note.id, "phone", dot).contains(shown.front().dot))
            expected.insert(dot);
    }
    if (linkLacks(world, note.id, atHub, parked))
        return;
    std::set<Dot> flagged;
    for (const Conflict& conflict : conflictsOf(note, histories))
        if (conflict.field == "phone")
            flagged.insert(conflict.other.dot);
    if (flagged != expected) {
        world.trace.line("conflicts of " + world::textOf(note));
        throw Violation("18: a conflict of Latest is not where causality says");
    }
}

void checkText(SimulatedWorld& world, const Record& note, const std::set<WriteKey>& parked) {
    const auto values = world.truth.of(note.id, "text");
    if (std::any_of(values.begin(), values.end(), [&parked](const SavedValue* value) {
            return value->excused || (value->collapsed && value->left) || parked.contains(value->key);
        }))
        return;
    std::set<Dot> expected;
    for (const SavedValue* value : values)
        if (!value->collapsed)
            expected.insert(value->key.dot);
    for (const SavedValue* value : values)
        if (!value->collapsed)
            for (const Dot& dot : value->saw)
                expected.erase(dot);
    const FieldIndex index = note.type->indexOf("text").value();
    const Writes writes = writesOf(note, index);
    std::set<Dot> heads;
    for (const Write* head : headsOf(note.type->field(index), writes))
        heads.insert(head->dot);
    if (heads != expected) {
        world.trace.line("heads of " + world::textOf(note));
        throw Violation("8: the heads of a text are not those that nobody replaced");
    }
}

void checkTags(SimulatedWorld& world, const Record& note, const std::set<WriteKey>& parked) {
    const auto values = world.truth.of(note.id, "tags");
    if (std::any_of(values.begin(), values.end(), [&parked](const SavedValue* value) {
            return value->excused || parked.contains(value->key);
        }))
        return;
    std::set<std::string> expected;
    for (const SavedValue* add : values) {
        const bool removed = std::any_of(values.begin(), values.end(), [add](const SavedValue* value) {
            return value->kind == WriteKind::Removal && value->value == add->value &&
                   value->saw.contains(add->key.dot);
        });
        if (add->kind == WriteKind::Value && !removed)
            expected.insert(std::get<std::string>(add->value));
    }
    const auto shown = elementsOf(note.value("tags"));
    if (expected != std::set<std::string>(shown.begin(), shown.end())) {
        world.trace.line("elements of " + world::textOf(note));
        throw Violation("20: the elements of a set are not those whose adds nobody removed");
    }
}

bool inScope(SimulatedWorld& world, const Machine& machine, const Row& row,
             const std::map<ScopeNumber, Scope>& names) {
    const auto scopes = row.scopes.value_or(std::vector<ScopeNumber>{});
    return std::any_of(scopes.begin(), scopes.end(), [&](ScopeNumber scope) {
        return world.hub->directory().hasScope(machine.device, names.at(scope));
    });
}

void checkRow(SimulatedWorld& world, const Machine& machine, const HubContent& content, const Row& row,
              const std::map<ScopeNumber, Scope>& names) {
    Replica& replica = *machine.replica;
    const Record& record = row.record;
    if (replica.parked().contains(record.id) || replica.parked().contains(record.parent()))
        return;
    const auto at = content.rows.find(record.id);
    const bool isHistory = record.type == &replica.schema().history();
    if (at == content.rows.end()) {
        if (!isHistory && !record.erased) {
            world.trace.line(std::to_string(machine.index) + " alone holds " + shortId(record.id));
            throw Violation("at rest: a device holds a record that the hub does not");
        }
        return;
    }
    const Record& held = at->second.record;
    const bool shown = replica.find(*record.type, record.id).has_value();
    if (!inScope(world, machine, at->second, names)) {
        if (shown && at->second.scopes && !at->second.scopes->empty()) {
            world.trace.line("out of scope on " + std::to_string(machine.index) + ": " + shortId(record.id));
            throw Violation("11: a device shows what is out of its scopes");
        }
        return;
    }
    if (!shown && !record.erased)
        throw Violation("at rest: a record of its scopes is hidden on a device");
    if (!sameContent(record, held)) {
        world.trace.line(std::to_string(machine.index) + " holds " + shortId(record.id) + ' ' +
                         world::textOf(record));
        world.trace.line("the hub " + world::textOf(held));
        throw Violation("at rest: a device and the hub differ (" + record.type->name() + ")");
    }
}

void checkMachine(SimulatedWorld& world, const Machine& machine, const HubContent& content,
                  const std::map<ScopeNumber, Scope>& names) {
    std::set<Uuid> here;
    for (const auto& table : machine.replica->tables().all())
        table->scan(INT64_MIN, INT64_MAX, [&](const Row& row) {
            here.insert(row.record.id);
            return true;
        });
    for (const auto& table : machine.replica->tables().all()) {
        std::vector<Row> rows = table->range(INT64_MIN, INT64_MAX, SIZE_MAX >> 1);
        for (const Row& row : rows)
            checkRow(world, machine, content, row, names);
    }
    const auto isOfCleaned = [&machine](const Row& row) {
        const auto historic = historicWrite(row.record);
        return historic && machine.everCleaned.contains(historic->record);
    };
    for (const auto& [id, row] : content.rows)
        if (inScope(world, machine, row, names) && !here.contains(id) && !machine.cleaned.contains(id) &&
            !row.record.erased && !isOfCleaned(row)) {
            world.trace.line(std::to_string(machine.index) + " misses " + row.record.type->name() + ' ' +
                             shortId(id) + " at " + std::to_string(row.position));
            throw Violation("4: a device misses a record of its scopes");
        }
}

/// Every record stands in a run of each of its scopes.
void checkFeed(SimulatedWorld& world, const HubContent& content) {
    auto run = world.hub->database().prepare("SELECT 1 FROM _scope_run WHERE scope=? AND first<=? AND "
                                             "last>=? AND left_id IS NULL AND last-first<1024 "
                                             "AND type=(SELECT number FROM _type WHERE name=?)");
    for (const auto& [id, row] : content.rows)
        for (const ScopeNumber scope : row.scopes.value_or(std::vector<ScopeNumber>{})) {
            run.bind(1, static_cast<std::int64_t>(scope));
            run.bind(2, row.position);
            run.bind(3, row.position);
            run.bindText(4, row.record.type->name());
            if (!run.step()) {
                world.trace.line("no run for " + shortId(id) + " at " + std::to_string(row.position));
                throw Violation("5: a record has no place in the feed of its scope");
            }
            run.reset();
        }
}

} // namespace

void checkAtRest(SimulatedWorld& world) {
    world.trace.line("rest");
    comeToRest(world);
    std::set<WriteKey> parked;
    checkQueues(world, parked);
    const HubContent content = contentOf(world);
    checkNothingMissing(world, content, parked);
    checkFeed(world, content);
    for (const auto& [id, row] : content.rows) {
        checkRecord(world, content, row);
        if (row.record.erased || row.record.type->name() != world::noteType)
            continue;
        checkFold(world, content, id);
        checkPhone(world, content, row.record, parked);
        checkText(world, row.record, parked);
        checkTags(world, row.record, parked);
    }
    std::map<ScopeNumber, Scope> names;
    auto scopes = world.hub->database().prepare("SELECT number,name FROM _scope");
    while (scopes.step())
        names[static_cast<ScopeNumber>(scopes.integer(0))] = scopes.text(1);
    for (const auto& machine : world.machines)
        checkMachine(world, *machine, content, names);
    checkBlobsAtRest(world);
}

} // namespace lianxin::simulation
