// SPDX-License-Identifier: GPL-3.0-or-later
// Admission: what of a push is let in. It judges the difference a push makes, not the whole state it carries.
#include "sync/hub/hub.h"

#include "sync/mutants.h"

#include <algorithm>
#include <set>

namespace lianxin::sync {

namespace {

// Two machines that both follow a time service differ by less.
constexpr Milliseconds futureTolerance = std::chrono::seconds(2);

void dropHubGiven(Record& record) {
    if (!record.type->hasHubGiven())
        return;
    for (std::size_t i = 0; i < record.shown.size(); ++i)
        if (const auto field = static_cast<FieldIndex>(i); record.type->field(field).hubGiven)
            setWrites(record, field, {});
}

/// The part of a push that the hub does not hold yet: what the rules are asked about.
Record difference(const Record& held, const Record& pushed) {
    Record changed = emptyRecord(*pushed.type, pushed.id);
    changed.cover = pushed.cover;
    for (std::size_t i = 0; i < pushed.shown.size(); ++i) {
        const auto field = static_cast<FieldIndex>(i);
        Writes state = writesOf(held, field);
        std::vector<Loser> ignored;
        const Writes added = writesOf(pushed, field);
        if (joinStates(pushed.type->field(field), state, added, ignored))
            setWrites(changed, field, added);
    }
    return changed;
}

/// The name of a Once field for which another value was accepted before, if there is one.
std::optional<std::string> writtenBefore(const Record& held, const Record& pushed) {
    for (std::size_t i = 0; i < pushed.shown.size(); ++i) {
        const auto field = static_cast<FieldIndex>(i);
        const Field& described = pushed.type->field(field);
        if (described.rule != MergeRule::Once || described.hubGiven)
            continue;
        const Writes before = writesOf(held, field);
        for (const Write& write : writesOf(pushed, field)) {
            // Two devices that draw the same record from the same source say the same, each in a write of its
            // own.
            const bool other = std::any_of(before.begin(), before.end(), [&write](const Write& known) {
                return compareValues(known.value, write.value) != 0;
            });
            if (other)
                return described.name;
        }
    }
    return std::nullopt;
}

} // namespace

bool hasRoomFor(const Record& content, const Record& history) {
    const auto historic = historicWrite(history);
    const auto field = historic ? content.type->indexOf(historic->field) : std::nullopt;
    const OwnState* state = field ? ownState(content, *field) : nullptr;
    const WireLimits limits;
    RecordSize size = sizeOf(content);
    size += sizeOf(history);
    size.dots += historic ? historic->write.base.size() : 0;
    return (!state || state->writes.size() < limits.writesPerField) && size.bytes <= limits.bytesOfRecord &&
           size.dots <= limits.dotsOfRecord;
}

std::optional<FailureAnswer> Hub::refuseStamps(const Push& push) const {
    const Stamp latest = Stamp::at(clock_.wall() + futureTolerance);
    FailureAnswer answer;
    for (const auto* list : {&push.records, &push.retried})
        for (const PushedRecord& pushed : *list)
            forEachStamped(pushed.record, [&](const auto& stamped) {
                if (stamped.stamp > latest)
                    answer.dots.push_back(stamped.dot);
            });
    if (answer.dots.empty() || MUTANT(future_admitted))
        return std::nullopt;
    // As many as an answer holds; those that are left are named when the device comes again.
    answer.dots.resize(std::min(answer.dots.size(), WireLimits{}.entries));
    answer.failure = {NextAction::ClockWrong, "stamp-in-the-future", {}, std::nullopt};
    answer.hubTime = clock_.wall();
    return answer;
}

HubResult<PushAnswer> Hub::push(DeviceNumber device, Push push) {
    // Who knows the round has heard of this history: what was said since would be gone with it.
    if (auto refused = refuseRequest(device, Mark{}))
        return *refused;
    const auto round = rounds_.find(device);
    const Device& known = *directory_.find(device);
    if (round == rounds_.end() || round->second != push.round || known.writer != push.writer)
        return FailureAnswer{{NextAction::NewRound, "older-round", {}, {}}, clock_.wall(), {}};
    if (auto refused = refuseStamps(push))
        return *refused;
    return take(device, std::move(push));
}

std::optional<FailureAnswer> Hub::refuseCarried(DeviceNumber device, const Push& push) {
    auto refused = refuseService(device);
    return refused ? refused : refuseStamps(push);
}

HubResult<PushAnswer> Hub::pushCarried(DeviceNumber device, Push push) {
    if (auto refused = refuseCarried(device, push))
        return *refused;
    return take(device, std::move(push));
}

HubResult<PushAnswer> Hub::take(DeviceNumber device, Push push) {
    const Device& known = *directory_.find(device);
    if (known.revoked)
        return keepAside(device, push);
    PushAnswer answer;
    answer.hubTime = clock_.wall();
    const std::int64_t created = admitAll(device, push, answer);
    const bool gapless = push.after <= known.receivedThrough;
    directory_.moveLedger(device, gapless ? push.through : 0, created);
    return answer;
}

/// How many records came into being by it.
std::int64_t Hub::admitAll(DeviceNumber device, Push& push, PushAnswer& answer) {
    Admission admission{device, sequence_, 0, &answer};
    feed_.setOrigin(device);
    for (auto* list : {&push.records, &push.retried})
        for (PushedRecord& pushed : *list)
            admit(admission, pushed);
    feed_.setOrigin(0);
    return admission.created;
}

void Hub::admit(Admission& admission, PushedRecord& pushed) {
    TypeTable& table = tables_.of(*pushed.record.type);
    if (erased_.contains(pushed.record.id)) {
        admission.answer->erased.push_back(pushed.record.id);
        return;
    }
    Parent parent = findParent(pushed.record);
    // Nearly everything that comes as a whole is new, and whether it is the insert itself finds out: looking
    // for the record first would take as long as a third of the rest.
    if (!pushed.partial && !refuseRecord(admission, pushed, nullptr, parent) &&
        admitNew(admission, table, pushed.record, parent))
        return;
    auto held = table.find(pushed.record.id);
    auto refusal = refuseRecord(admission, pushed, held ? &*held : nullptr, parent);
    // A part of a record that is not here: the device believes in a history that this hub does not have.
    if (!held && pushed.partial && !refusal)
        refusal = Refusal{RefusalReason::WrongContent, "partial"};
    const Uuid id = pushed.record.id;
    if (!refusal)
        refusal = admitKnown(admission, table, std::move(*held), std::move(pushed.record));
    if (refusal)
        admission.answer->refused.push_back({id, pushed.position, refusal->reason, refusal->detail});
}

std::optional<Refusal> Hub::refuseRecord(const Admission& admission, const PushedRecord& pushed,
                                         const Row* held, const Parent& parent) {
    const Record& record = pushed.record;
    if (record.type == &schema().unknown())
        return Refusal{RefusalReason::UnknownType, "record type"};
    if (record.id.isNull() || (!record.cover.dot && !pushed.partial))
        return Refusal{RefusalReason::WrongContent, "id"};
    const bool isHistory = record.type == &schema().history();
    if (isHistory && !historicWrite(record))
        return Refusal{RefusalReason::WrongContent, "history"};
    // A child belongs to whoever may touch its parent; a child that came before its parent waits for it.
    if (const Row* judged = parent.row ? &*parent.row : held;
        judged && !mayTouch(admission.device, pushed.seen, *judged))
        return Refusal{RefusalReason::NotAllowed, "scope"};
    if (held && held->record.erased)
        return std::nullopt;
    if (held)
        if (const auto field = writtenBefore(held->record, record))
            return Refusal{RefusalReason::WrittenOnceBefore, *field};
    if (isHistory && parent.row && !hasRoomFor(parent.row->record, record))
        return Refusal{RefusalReason::WrongContent, "size"};
    if (!held)
        if (auto refusal = refuseState(record, {}))
            return refusal;
    // A history record is joined into its content, so whoever may not write the one may not write the other.
    if (isHistory || !held)
        return askRules(admission, pushed, record, !held);
    return askRules(admission, pushed, difference(held->record, record), false);
}

/// What no device could be given: a record that is new, or what a push would make of one.
std::optional<Refusal> Hub::refuseState(const Record& record, std::string_view state) {
    if (auto beyond = beyondLimits(record, WireLimits{}))
        return Refusal{RefusalReason::WrongContent, std::move(*beyond)};
    if (!hasSoundBlob(record))
        return Refusal{RefusalReason::WrongContent, record.type->field(*record.type->blobField()).name};
    if (record.type->parentField())
        return std::nullopt;
    for (const Scope& scope : rules_.scopesOf(record, state))
        if (auto obstacle = inTheWayOf(scope))
            return Refusal{RefusalReason::WrongContent, std::move(*obstacle)};
    return std::nullopt;
}

/// Why there is no such scope and may be none; nothing: it is there, or may be made. Every device that sees
/// everything names every scope in every pull, so their number is bounded.
std::optional<std::string> Hub::inTheWayOf(const Scope& scope) {
    if (feed_.known(scope))
        return std::nullopt;
    const WireLimits limits;
    if (feed_.all().size() >= limits.cursors || scope.size() > limits.nameBytes)
        return "scope";
    const auto origin = rules_.originOf(scope);
    const RecordType* type = origin ? schema().find(origin->type) : nullptr;
    if (origin && (!type || !tables_.of(*type).contains(origin->record)))
        return std::string(origin->type);
    return std::nullopt;
}

std::optional<Refusal> Hub::askRules(const Admission& admission, const PushedRecord& pushed,
                                     const Record& asked, bool isNew) {
    const std::string& role = directory_.find(admission.device)->role;
    auto refusal = rules_.refuse(role, asked, isNew);
    if (!refusal && isNew)
        if (const auto needed = rules_.scopeNeeded(role, asked);
            needed && !directory_.everHadScope(admission.device, *needed))
            refusal = Refusal{RefusalReason::NotAllowed, "scope"};
    // After a restore the devices hold what the hub lost, also of each other: then the one who wrote it needs
    // the authority, not the one who kept it.
    const bool bringsBack = pushed.returned && !epoch_.empty();
    if (refusal && refusal->reason == RefusalReason::NotAllowed && bringsBack)
        return refuseReturned(admission.device, asked, isNew);
    return refusal;
}

std::optional<Refusal> Hub::refuseReturned(DeviceNumber device, const Record& asked, bool isNew) {
    // It came here by a scope of this device. A child was judged by its parent's.
    const auto scopes = isNew ? rules_.scopesOf(asked, {}) : std::vector<Scope>{};
    const bool mine = std::any_of(scopes.begin(), scopes.end(),
                                  [&](const Scope& scope) { return directory_.hasScope(device, scope); });
    if (!scopes.empty() && !mine)
        return Refusal{RefusalReason::NotAllowed, "scope"};
    std::set<std::string> roles;
    forEachStamped(asked, [&](const auto& stamped) {
        const auto author = directory_.deviceOf(stamped.dot.writer);
        roles.insert(author ? directory_.find(*author)->role : std::string());
    });
    for (const std::string& role : roles)
        if (auto refusal = rules_.refuse(role, asked, isNew))
            return refusal;
    return std::nullopt;
}

/// `seen`: the hub sequence of the page that brought the record to the device; 0: none did.
bool Hub::mayTouch(DeviceNumber device, HubSequence seen, const Row& judged) {
    if (judged.seen == device || judged.record.erased || MUTANT(authority_unchecked))
        return true;
    const auto now = judged.scopes.value_or(std::vector<ScopeNumber>{});
    if (sharedScope(device, now, INT64_MAX))
        return true;
    if (seen <= 0)
        return false;
    const auto then = feed_.pastScopes(judged.record.id, seen);
    return sharedScope(device, then ? *then : now, seen);
}

/// Whether a child that came before its parent came from someone who may not touch that.
bool Hub::isStrangerTo(const Row& child, const Row& parent) {
    if (mayTouch(child.seen, 0, parent))
        return false;
    // After a restore it may have been brought back by someone else; then its author needs the authority.
    const auto author = directory_.deviceOf(child.record.cover.dot.writer);
    return epoch_.empty() || (author && !mayTouch(*author, 0, parent));
}

bool Hub::sharedScope(DeviceNumber device, const std::vector<ScopeNumber>& scopes, HubSequence at) const {
    return std::any_of(scopes.begin(), scopes.end(), [&](ScopeNumber scope) {
        const Scope& name = feed_.nameOf(scope);
        return at == INT64_MAX ? directory_.hasScope(device, name) : directory_.hadScope(device, name, at);
    });
}

/// False, and the record is as it was, when it is not new.
bool Hub::admitNew(Admission& admission, TypeTable& table, Record& pushed, Parent& parent) {
    const Uuid id = pushed.id;
    const Uuid parentId = pushed.parent();
    const bool parentErased =
        !parentId.isNull() && (erased_.contains(parentId) || (parent.row && parent.row->record.erased));
    if (parentErased && table.contains(id))
        return false;
    Row row{std::move(pushed), 0, std::nullopt, admission.device};
    row.record.erased = false; // only people at the hub erase
    dropHubGiven(row.record);
    if (parentErased) {
        eraseContent(row.record);
        admission.answer->erased.push_back(id);
    }
    if (insertPlaced(table, row, parent)) {
        ++admission.created;
        return true;
    }
    pushed = std::move(row.record);
    return false;
}

std::optional<Refusal> Hub::admitKnown(Admission& admission, TypeTable& table, Row held, Record incoming) {
    incoming.erased = false;
    dropHubGiven(incoming);
    std::vector<Loser> losers;
    const bool changed = join(held.record, incoming, losers);
    // Two pushes that fit may join to a state that does not.
    if (changed && !held.record.erased)
        if (auto refusal = refuseState(held.record, stateOf(held.record)))
            return refusal;
    HubSequence edit = 0;
    if (changed || MUTANT(unchanged_takes_sequence)) {
        const HubSequence before = held.position;
        place(table, held, held.scopes.value_or(std::vector<ScopeNumber>{}));
        edit = held.position;
        recent_.note(before, edit, incoming);
        if (settleChanged(table, held)) {
            held = *table.find(held.record.id);
            edit = 0; // who sees it now need not have seen what it displaced
        }
        if (&table.type() == &schema().history())
            foldIntoParent(held.record);
    }
    keepLosers(held, losers, admission.device, edit);
    if (!changed) {
        recent_.forgetHistory(held.position);
        answerUnchanged(admission, table, held);
    }
    return std::nullopt;
}

void Hub::answerUnchanged(Admission& admission, TypeTable& table, Row& row) {
    if (admission.room.isFull()) {
        // A receipt that no device can read would be asked for again for ever: a pull brings the record.
        feed_.setOrigin(0);
        place(table, row, row.scopes.value_or(std::vector<ScopeNumber>{}));
        return feed_.setOrigin(admission.device);
    }
    PulledRecord answer{row.record, {}, row.position, false};
    for (ScopeNumber scope : row.scopes.value_or(std::vector<ScopeNumber>{}))
        if (directory_.hasScope(admission.device, feed_.nameOf(scope)))
            answer.scopes.push_back(feed_.nameOf(scope));
    if (answer.scopes.empty())
        return;
    admission.room.takeRecord(answer.record);
    for (const Scope& scope : answer.scopes)
        admission.room.takeScope(scope);
    admission.answer->records.push_back(std::move(answer));
}

} // namespace lianxin::sync
