// SPDX-License-Identifier: GPL-3.0-or-later
// The place of every record: in the hub's order, in its scopes, under its parent; and the hub's word on
// events.
#include "sync/hub/hub.h"

#include "platform/sqlite/storage_error.h"
#include "sync/mutants.h"

#include <algorithm>

namespace lianxin::sync {

Hub::Parent Hub::findParent(const Record& child) {
    const Uuid parent = child.parent();
    if (parent.isNull())
        return {};
    if (child.type == &schema().history()) {
        const auto historic = historicWrite(child);
        const RecordType* type = historic ? schema().find(historic->recordType) : nullptr;
        if (!type)
            return {};
        return {&tables_.of(*type), tables_.of(*type).find(parent)};
    }
    TypeTable*& usual = parentTables_[child.type];
    if (usual)
        if (auto row = usual->find(parent))
            return {usual, std::move(row)};
    for (const auto& table : tables_.all())
        if (auto row = table->find(parent)) {
            usual = table.get();
            return {usual, std::move(row)};
        }
    return {};
}

std::string Hub::foldState(const Uuid& record) {
    auto fold = database_.prepare("SELECT state FROM _fold WHERE record=?");
    fold.bindBlob(1, record.view());
    return fold.step() ? std::string(fold.text(0)) : std::string();
}

/// What its events have made of a record, or the empty text.
std::string Hub::stateOf(const Record& record) {
    // Only a record that events were judged on has a state; content that nothing happened to yet needs no
    // look.
    const bool mayHaveState = record.type->parentField() == std::nullopt && record.type->hasHubGiven();
    return mayHaveState ? foldState(record.id) : std::string();
}

std::vector<ScopeNumber> Hub::scopesOf(const Record& record) {
    std::vector<ScopeNumber> scopes;
    for (const Scope& scope : rules_.scopesOf(record, stateOf(record)))
        // A push that needs a scope which cannot be was refused; an event may still have moved its record
        // there.
        if (!inTheWayOf(scope))
            scopes.push_back(feed_.numberOf(scope));
    return scopes;
}

void Hub::noteUnplaced(const Record& child) {
    const Uuid parent = child.parent();
    auto insert = database_.prepare("INSERT OR IGNORE INTO _unplaced VALUES(?,?)");
    insert.bindBlob(1, child.id.view());
    insert.bindBlob(2, parent.view());
    insert.run();
    unplaced_.insert(parent);
}

/// False, and nothing happened, when a record with this id is there already.
bool Hub::insertPlaced(TypeTable& table, Row& row, Parent& parent) {
    const bool isChild = !row.record.parent().isNull();
    std::vector<ScopeNumber> scopes;
    if (parent.row)
        scopes = parent.row->scopes.value_or(scopes);
    else if (!isChild)
        scopes = scopesOf(row.record);
    if (parent.row && !row.record.erased && rules_.isEvent(table.type())) {
        if (table.contains(row.record.id))
            return false;
        hybrid_.observe(highestStamp(row.record));
        judge(table, row, *parent.table, std::move(*parent.row), true);
    } else {
        row.position = sequence_ + 1;
        row.scopes = std::move(scopes);
        if (!table.insertNew(row))
            return false;
        ++sequence_;
        hybrid_.observe(highestStamp(row.record));
        for (ScopeNumber scope : *row.scopes)
            feed_.stand(scope, row.position, typeNumber(table.type()));
        if (isChild && !parent.row)
            noteUnplaced(row.record);
        if (parent.row && &table.type() == &schema().history())
            foldIntoParent(row.record);
    }
    if (unplaced_.contains(row.record.id)) {
        judgeStrangers(row);
        placeChildren(row);
    }
    return true;
}

void Hub::place(TypeTable& table, Row& row, const std::vector<ScopeNumber>& scopes) {
    const std::vector<ScopeNumber> before = row.scopes.value_or(std::vector<ScopeNumber>{});
    const HubSequence old = row.position;
    const auto type = typeNumber(table.type());
    for (ScopeNumber scope : before)
        feed_.moveOn(scope, old);
    row.position = nextSequence();
    row.scopes = scopes;
    table.put(row);
    if (before != scopes)
        feed_.notePast(row.record.id, row.position, before);
    for (ScopeNumber scope : scopes) {
        if (std::find(before.begin(), before.end(), scope) == before.end())
            feed_.returned(row.record.id, scope);
        feed_.stand(scope, row.position, type);
    }
    for (ScopeNumber scope : before)
        if (std::find(scopes.begin(), scopes.end(), scope) == scopes.end())
            feed_.leave(scope, row.position, type, row.record.id);
}

/// A record changed in content: what follows from it for its scopes and its children. True: its place
/// changed, and judging its children may have changed it once more.
bool Hub::settleChanged(TypeTable& table, Row& row) {
    if (row.record.erased || !row.record.parent().isNull())
        return false;
    const auto scopes = scopesOf(row.record);
    if (scopes == row.scopes.value_or(std::vector<ScopeNumber>{}))
        return false;
    place(table, row, scopes);
    placeChildren(row);
    return true;
}

/// Puts the children where their parent is, and judges those that came before it. Judging one may move the
/// parent and all of them again, so each is looked at afresh when its turn comes.
void Hub::placeChildren(const Row& parent) {
    std::vector<std::tuple<Position, TypeTable*, Uuid>> children;
    tables_.visitChildren(parent.record.id, [&](TypeTable& table, Row& child) {
        children.emplace_back(child.position, &table, child.record.id);
    });
    std::sort(children.begin(), children.end()); // in the order in which they came
    for (const auto& [position, table, id] : children)
        placeChild(*table, id);
    if (unplaced_.erase(parent.record.id) > 0) {
        auto removal = database_.prepare("DELETE FROM _unplaced WHERE parent=?");
        removal.bindBlob(1, parent.record.id.view());
        removal.run();
        foldIntoParent(parent.record);
    }
}

bool Hub::isUnjudged(const TypeTable& table, const Row& row) const {
    return rules_.isEvent(table.type()) && !row.record.erased && isNull(row.record.value(placeField));
}

/// Events that waited for this parent and came from devices that may not touch it stand without effect. They
/// are told apart before any other takes effect, since one of those may move the parent.
void Hub::judgeStrangers(const Row& parent) {
    std::vector<std::tuple<Position, TypeTable*, Uuid>> strangers;
    tables_.visitChildren(parent.record.id, [&](TypeTable& table, Row& child) {
        if (isUnjudged(table, child) && isStrangerTo(child, parent))
            strangers.emplace_back(child.position, &table, child.record.id);
    });
    std::sort(strangers.begin(), strangers.end()); // in the order in which they came
    for (const auto& [position, table, id] : strangers)
        if (auto event = table->find(id))
            judge(*table, *event, tables_.of(*parent.record.type), parent, false);
}

void Hub::placeChild(TypeTable& table, const Uuid& id) {
    auto child = table.find(id);
    Parent parent = child ? findParent(child->record) : Parent{};
    if (!parent.row)
        return;
    const bool unjudged = isUnjudged(table, *child);
    const auto scopes = parent.row->scopes.value_or(std::vector<ScopeNumber>{});
    if (MUTANT(children_stay_behind) && !unjudged)
        return;
    if (child->scopes.value_or(std::vector<ScopeNumber>{}) != scopes) {
        place(table, *child, scopes);
        placeChildren(*child);
    }
    if (unjudged)
        judge(table, *child, *parent.table, std::move(*parent.row), true);
}

/// `content` is the record in which they were displaced, in its present place, and `edit` the sequence of the
/// edit that did it, or 0.
void Hub::keepLosers(const Row& content, const std::vector<Loser>& losers, DeviceNumber device,
                     HubSequence edit) {
    TypeTable& table = tables_.history();
    for (const Loser& loser : losers) {
        if (MUTANT(no_history))
            return;
        Row row{historyRecord(schema().history(), content.record, loser), sequence_ + 1,
                content.scopes.value_or(std::vector<ScopeNumber>{}), device};
        if (table.insertNew(row)) {
            ++sequence_;
            for (ScopeNumber scope : *row.scopes)
                feed_.stand(scope, row.position, typeNumber(table.type()));
            recent_.noteHistory(row.position, loser.write.dot, edit);
            continue;
        }
        auto known = table.find(row.record.id);
        std::vector<Loser> none;
        if (join(known->record, row.record, none)) {
            // The same loser with a later stamp: two copies of a disk corrected it differently.
            place(table, *known, known->scopes.value_or(std::vector<ScopeNumber>{}));
            foldIntoParent(known->record);
        }
    }
}

/// Joins into a content record what its history holds. `record` is the history record, or the content record
/// itself.
void Hub::foldIntoParent(const Record& record) {
    const bool isHistory = record.type == &schema().history();
    const auto historic = isHistory ? historicWrite(record) : std::nullopt;
    const RecordType* type = historic ? schema().find(historic->recordType) : record.type;
    if (!type || (isHistory && !historic) || MUTANT(history_not_joined))
        return;
    TypeTable& table = tables_.of(*type);
    auto row = table.find(historic ? historic->record : record.id);
    if (!row || row->record.erased)
        return;
    std::vector<Loser> losers;
    bool changed = false;
    const auto joinOne = [&](const Record& history) {
        changed = (hasRoomFor(row->record, history) && joinHistory(row->record, history, losers)) || changed;
    };
    if (isHistory)
        joinOne(record);
    else
        for (const Row& history : tables_.historiesOf(record.id))
            joinOne(history.record);
    if (!changed)
        return;
    place(table, *row, row->scopes.value_or(std::vector<ScopeNumber>{}));
    if (settleChanged(table, *row))
        row = table.find(row->record.id);
    keepLosers(*row, losers, row->seen, 0);
}

void Hub::give(Record& record, std::string_view fieldName, Value value) {
    const auto field = record.type->indexOf(fieldName);
    if (!field || !record.type->field(*field).hubGiven)
        return;
    Write write;
    write.dot = {writer_, ++writes_};
    write.stamp = hybrid_.tick(clock_.wall());
    write.value = std::move(value);
    setWrites(record, *field, {std::move(write)});
}

void Hub::giveNumber(TypeTable& table, Row& parent, const std::string& series) {
    const auto field = table.type().indexOf(numberField);
    if (!field || !isNull(parent.record.shown[*field]))
        return;
    const std::string name = series + epoch_;
    auto next =
        database_.prepare("INSERT INTO _series VALUES(?,1) ON CONFLICT(name) DO UPDATE SET last=last+1 "
                          "RETURNING last");
    next.bindText(1, name);
    next.step();
    const std::string number = std::to_string(next.integer(0));
    next.run();
    constexpr std::size_t digits = 5;
    const std::string zeros(number.size() < digits ? digits - number.size() : 0, '0');
    give(parent.record, numberField, name + '-' + zeros + number);
    place(table, parent, parent.scopes.value_or(std::vector<ScopeNumber>{}));
}

void Hub::judge(TypeTable& table, Row& event, TypeTable& parentTable, Row parent, bool isAllowed) {
    feed_.setOrigin(0); // the verdict is the hub's word: whoever sent the event waits for it
    const Uuid parentId = parent.record.id;
    auto fold = database_.prepare("SELECT place,state FROM _fold WHERE record=?");
    fold.bindBlob(1, parentId.view());
    const bool known = fold.step();
    const std::int64_t placeInParent = (known ? fold.integer(0) : 0) + 1;
    std::string state(known ? fold.text(1) : std::string_view{});
    fold.reset();
    const Judgement judgement = isAllowed ? rules_.judge(event.record, parent.record, state)
                                          : Judgement{false, std::string(notAllowedReason), std::nullopt};

    auto store = database_.prepare("INSERT OR REPLACE INTO _fold VALUES(?,?,?)");
    store.bindBlob(1, parentId.view());
    store.bind(2, placeInParent);
    store.bindText(3, state);
    store.run();
    const auto scopes = parent.scopes.value_or(std::vector<ScopeNumber>{});
    const bool stands = table.contains(event.record.id);
    const HubSequence old = event.position;
    if (stands)
        for (ScopeNumber scope : event.scopes.value_or(std::vector<ScopeNumber>{}))
            feed_.moveOn(scope, old);
    event.position = nextSequence();
    event.scopes = scopes;
    give(event.record, placeField, placeInParent);
    give(event.record, effectiveField, std::int64_t{judgement.effective ? 1 : 0});
    if (!judgement.effective)
        give(event.record, reasonField, judgement.withoutEffectBecause);
    table.put(event);
    for (ScopeNumber scope : scopes)
        feed_.stand(scope, event.position, typeNumber(table.type()));
    if (judgement.effective && judgement.numberSeries)
        giveNumber(parentTable, parent, *judgement.numberSeries);
    // What a step sets may decide who sees the matter from now on, this event included.
    if (judgement.effective)
        settleChanged(parentTable, parent);
}

void Hub::erase(const Uuid& id) {
    recent_.clear();
    if (erased_.insert(id).second) {
        auto insert = database_.prepare("INSERT OR IGNORE INTO _erased VALUES(?)");
        insert.bindBlob(1, id.view());
        insert.run();
    }
    for (const auto& table : tables_.all())
        if (auto row = table->find(id))
            eraseRow(*table, *row);
    // Children may have come before their parent, or stand here without it after a restore.
    tables_.visitChildren(id, [this](TypeTable& table, Row& child) { eraseRow(table, child); });
    quarantine_.erase(id);
}

void Hub::eraseRow(TypeTable& table, Row& row) {
    if (row.record.erased)
        return;
    const auto blob = blobOf(row.record);
    eraseContent(row.record);
    place(table, row, row.scopes.value_or(std::vector<ScopeNumber>{}));
    if (blob && !tables_.isReferred(*blob))
        blobs_.remove(*blob);
    auto forget = database_.prepare("DELETE FROM _fold WHERE record=?");
    forget.bindBlob(1, row.record.id.view());
    forget.run();
    tables_.visitChildren(row.record.id,
                          [this](TypeTable& childTable, Row& child) { eraseRow(childTable, child); });
}

} // namespace lianxin::sync
