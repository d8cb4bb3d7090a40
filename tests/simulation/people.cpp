// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/people.h"

#include "tests/world/state_text.h"

#include <algorithm>

namespace lianxin::simulation {

using namespace lianxin::sync;

namespace {

const RecordType& noteRecordType() {
    return *world::wardSchema().find(world::noteType);
}

Writes writesOfField(const Record& record, std::string_view field) {
    return writesOf(record, record.type->indexOf(field).value());
}

std::vector<Dot> headDots(const Record& record, std::string_view name) {
    const Field& field = record.type->field(record.type->indexOf(name).value());
    const Writes writes = writesOfField(record, name);
    std::vector<Dot> dots;
    for (const Write* head : headsOf(field, writes))
        dots.push_back(head->dot);
    return dots;
}

/// A new record, as the changes that make it.
std::vector<FieldChange> changesOf(const Record& draft) {
    std::vector<FieldChange> changes;
    for (std::size_t i = 0; i < draft.shown.size(); ++i)
        if (!isNull(draft.shown[i]))
            changes.push_back({draft.type->fields()[i].name, draft.shown[i], std::nullopt});
    return changes;
}

} // namespace

std::optional<Record> People::anyNote(Machine& machine) {
    constexpr int tries = 4;
    for (int n = 0; n < tries && !world_.notes.empty(); ++n)
        if (auto note =
                machine.replica->find(noteRecordType(), world_.notes[world_.below(world_.notes.size())]))
            if (!note->erased)
                return note;
    return std::nullopt;
}

void People::act(Machine& machine) {
    const auto note = anyNote(machine);
    const std::size_t choice = world_.below(12);
    if (!note || choice < 2)
        create(machine);
    else if (choice == 10)
        addPicture(machine, note->id);
    else if (choice == 11)
        openPicture(machine);
    else if (choice < 8)
        change(machine, *note);
    else
        step(machine, *note);
}

void People::actTogether(Machine& one, Machine& other) {
    const auto here = anyNote(one);
    const auto there = here ? other.replica->find(noteRecordType(), here->id) : std::nullopt;
    if (&one == &other || !there || there->erased)
        return;
    changePhone(one, here->id);
    changePhone(other, here->id);
}

Uuid People::createIn(Machine& machine, const Scope& ward) {
    create(machine, world::noteDraft(world::wardSchema(), ward, text()));
    return world_.notes.back();
}

void People::changePhone(Machine& machine, const Uuid& note) {
    const auto seen = machine.replica->find(noteRecordType(), note);
    if (seen && !seen->erased)
        save(machine, *seen, {{"phone", text(), std::nullopt}});
}

void People::changeTags(Machine& machine, const Uuid& note) {
    const auto seen = machine.replica->find(noteRecordType(), note);
    if (seen && !seen->erased)
        save(machine, *seen, {changeOfTags(*seen)});
}

void People::create(Machine& machine) {
    const auto scopes = world_.scopesOf(machine);
    if (scopes.empty())
        return;
    const bool poison = world_.chance(4);
    Record draft = world::noteDraft(world::wardSchema(), scopes[world_.below(scopes.size())],
                                    poison ? world_.rules.refusedTitle : text());
    if (world_.chance(40))
        world::setShown(draft, "phone", text());
    if (world_.chance(40))
        world::setShown(draft, "text", text());
    if (world_.chance(20))
        world::setShown(draft, "tags", std::string(R"(["red"])"));
    create(machine, draft);
    if (poison)
        world_.poisoned.insert(world_.notes.back());
}

void People::create(Machine& machine, const Record& draft) {
    const auto saved = machine.replica->create(draft);
    if (!saved)
        throw Violation("a new note was not saved");
    world_.notes.push_back(saved->id);
    noteSaved(machine, *saved, *machine.replica->find(noteRecordType(), saved->id), nullptr,
              changesOf(draft));
}

void People::step(Machine& machine, const Record& note) {
    static constexpr std::array<std::string_view, 4> kinds{"close", "reopen", "move", "close"};
    const std::string_view kind = kinds[world_.below(kinds.size())];
    step(machine, note.id, kind, kind == "move" ? wards[world_.below(wards.size())] : std::string());
}

void People::move(Machine& machine, const Uuid& note, const Scope& ward) {
    step(machine, note, "move", ward);
}

void People::step(Machine& machine, const Uuid& note, std::string_view kind, std::string_view target) {
    const Record draft = world::stepDraft(world::wardSchema(), note, kind, target);
    const auto saved = machine.replica->create(draft);
    if (!saved)
        throw Violation("a step was not saved");
    noteSaved(machine, *saved, *machine.replica->find(*draft.type, saved->id), nullptr, changesOf(draft));
}

void People::addPicture(Machine& machine, const Uuid& note) {
    const bool known = !pictures_.empty() && world_.chance(20);
    const std::string bytes =
        known ? pictures_[world_.below(pictures_.size())] : text() + std::string(world_.below(250), '.');
    pictures_.push_back(bytes);
    const std::vector<std::string> blobs{bytes};
    const Record draft = world::pictureDraft(world::wardSchema(), note, addressOf(bytes));
    const auto saved = machine.replica->createAll({draft}, blobs);
    if (!saved)
        throw Violation("a picture was not saved");
    const Uuid id = saved->front().id;
    noteSaved(machine, saved->front(), *machine.replica->find(*draft.type, id), nullptr, changesOf(draft));
    world_.truth.saved(addressOf(bytes), id, note);
    world_.noteHeldBlobs(machine);
}

void People::openPicture(Machine& machine) {
    if (pictures_.empty())
        return;
    const BlobAddress picture = addressOf(pictures_[world_.below(pictures_.size())]);
    if (!machine.replica->wantBlob(picture))
        throw Violation("a picture could not be asked for");
}

FieldChange People::changeOfTags(const Record& note) {
    static const std::array<std::string, 2> elements{"red", "blue"};
    auto present = elementsOf(note.value("tags"));
    const std::string& element = elements[world_.below(elements.size())];
    if (std::erase(present, element) == 0)
        present.push_back(element);
    return {"tags", elementList(present), std::nullopt};
}

std::vector<FieldChange> People::chosenChanges(const Machine& machine, const Record& note) {
    const bool old = machine.page && machine.page->note == note.id && world_.chance(50);
    const auto base = [old](const std::vector<Dot>& shown) {
        return old ? std::optional(shown) : std::nullopt;
    };
    std::vector<FieldChange> changes;
    const std::size_t choice = world_.below(20);
    if (choice < 8 || choice > 17)
        changes.push_back({"phone", text(), old ? base(machine.page->phone) : std::nullopt});
    if ((choice >= 8 && choice < 14) || choice > 17)
        changes.push_back({"text", text(), old ? base(machine.page->text) : std::nullopt});
    if (choice >= 14 && choice <= 17)
        changes.push_back(changeOfTags(note));
    return changes;
}

void People::change(Machine& machine, const Record& note) {
    save(machine, note, chosenChanges(machine, note));
}

void People::save(Machine& machine, const Record& note, const std::vector<FieldChange>& changes) {
    const auto saved = machine.replica->edit(noteRecordType(), note.id, changes);
    if (!saved)
        throw Violation("a change was not saved");
    const auto after = machine.replica->find(noteRecordType(), note.id);
    noteSaved(machine, *saved, *after, &note, changes);
}

void People::noteSaved(Machine& machine, const Saved& saved, const Record& after, const Record* before,
                       const std::vector<FieldChange>& changes) {
    const Dot dot{machine.replica->writer(), saved.position};
    if (world_.truth.knows(dot))
        throw Violation("7: a local sequence was used twice");
    if (saved.stamp <= machine.replica->state().highestSeen)
        throw Violation("6: a stamp does not exceed what its writer had seen");
    std::string line = "save " + std::to_string(machine.index) + ' ' + shortId(after.id) + ' ' +
                       dotToText(dot) + ' ' + std::to_string((saved.stamp.wall() - world_.now()).count()) +
                       " ms";
    for (const FieldChange& change : changes) {
        line += ' ' + change.field + '=' + valueToJson(change.value) + (change.base ? " (old page)" : "");
        noteValue(machine, saved, after, before, change);
    }
    world_.trace.line(line);
}

void People::noteValue(Machine& machine, const Saved& saved, const Record& after, const Record* before,
                       const FieldChange& change) {
    SavedValue value;
    value.key = {{machine.replica->writer(), saved.position}, change.field};
    value.record = after.id;
    value.parent = after.parent();
    value.value = change.value;
    value.at = world_.now();
    value.boot = machine.clock.bootId();
    const Writes written = writesOfField(after, change.field);
    const auto own = std::find_if(written.begin(), written.end(),
                                  [&value](const Write& write) { return write.dot == value.key.dot; });
    if (own == written.end()) {
        world_.trace.line("not shown: " + dotToText(value.key.dot) + " of " + world::textOf(after));
        throw Violation("what was saved is not shown");
    }
    if (change.field == "tags") {
        value.value = own->value;
        value.kind = own->kind;
        if (before && own->kind == WriteKind::Removal)
            for (const Write& write : writesOfField(*before, "tags"))
                if (write.kind == WriteKind::Value && write.value == own->value)
                    value.saw.insert(write.dot);
    } else if (before && (change.field == "phone" || change.field == "text")) {
        const auto seen = change.base ? *change.base : headDots(*before, change.field);
        value.saw.insert(seen.begin(), seen.end());
        if (change.field == "text")
            noteCollapsed(machine, *before, after, value);
    }
    machine.held.insert(value.key);
    world_.truth.saved(std::move(value));
}

/// An own text that nobody else saw is rewritten in place: what it had replaced is replaced by the new one.
void People::noteCollapsed(Machine& machine, const Record& before, const Record& after, SavedValue& value) {
    const Writes left = writesOfField(after, "text");
    for (const Write& write : writesOfField(before, "text")) {
        if (std::any_of(left.begin(), left.end(),
                        [&write](const Write& now) { return now.dot == write.dot; }))
            continue;
        SavedValue* rewritten = world_.truth.find({write.dot, "text"});
        if (!rewritten)
            throw Violation("a text disappeared that nobody saved");
        rewritten->collapsed = true;
        machine.held.erase(rewritten->key);
        value.saw.insert(rewritten->saw.begin(), rewritten->saw.end());
    }
}

void People::openPage(Machine& machine) {
    if (const auto note = anyNote(machine))
        machine.page = Page{note->id, headDots(*note, "phone"), headDots(*note, "text")};
}

void People::cleanUp(Machine& machine, const std::function<bool(const Row&)>& leaves) {
    const DeviceState& state = machine.replica->state();
    BlobStore& blobs = machine.replica->blobs();
    const auto isCovered = [&](const std::optional<BlobAddress>& blob) {
        const auto entry = blob ? blobs.find(*blob) : std::nullopt;
        return !entry || !entry->isWhole() || (entry->received > 0 && entry->received <= state.backedUp);
    };
    for (const auto& table : machine.replica->tables().all()) {
        std::vector<Row> leaving;
        table->scan(INT64_MIN, INT64_MAX, [&](const Row& row) {
            const bool here = row.position < firstPulledPosition;
            const bool received =
                !here || (row.position <= state.receivedThrough && row.position <= state.coveredThrough);
            if (row.seen > 0 && row.seen <= state.backedUp && received &&
                !machine.replica->parked().contains(row.record.id) && isCovered(blobOf(row.record)) &&
                leaves(row))
                leaving.push_back(row);
            return true;
        });
        for (const Row& row : leaving) {
            world_.trace.line("clean " + std::to_string(machine.index) + ' ' + shortId(row.record.id));
            table->remove(row.position);
            const auto blob = blobOf(row.record);
            if (blob && !machine.replica->tables().isReferred(*blob))
                blobs.remove(*blob);
            machine.cleaned.insert(row.record.id);
            machine.everCleaned.insert(row.record.id);
        }
    }
}

} // namespace lianxin::simulation
