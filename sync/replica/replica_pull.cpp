// SPDX-License-Identifier: GPL-3.0-or-later
// What the hub brings: records of this device's scopes, and their leaving.
#include "sync/replica/replica.h"

#include "sync/mutants.h"

#include <algorithm>
#include <utility>

namespace lianxin::sync {

namespace {

bool displaces(const RecordType& type) {
    return std::any_of(type.fields().begin(), type.fields().end(), [](const Field& field) {
        return field.rule == MergeRule::Latest || field.rule == MergeRule::Versions;
    });
}

} // namespace

Pull Replica::nextPull(std::chrono::seconds wait) const {
    return {state_.seen, scopes_.cursors(), wait, state_.complete};
}

Pull Replica::pullAfter(const Pull& asked, const PullAnswer& page) {
    // Nobody said of a scope that came anew that it was held, and one that came back began anew.
    const bool sameScopes =
        std::equal(asked.cursors.begin(), asked.cursors.end(), page.cursors.begin(), page.cursors.end(),
                   [](const auto& a, const auto& b) { return a.first == b.first; });
    const HubSequence complete = !page.more ? page.mark.sequence : sameScopes ? asked.complete : 0;
    return {page.mark, page.cursors, std::chrono::seconds(0), complete};
}

void Replica::noteErased(const Uuid& id) {
    if (!erased_.insert(id).second)
        return;
    auto insert = database_.prepare("INSERT OR IGNORE INTO _erased VALUES(?)");
    insert.bindBlob(1, id.view());
    insert.run();
}

void Replica::noteLeaving(const RecordType& type, const Uuid& id) {
    auto insert = database_.prepare("INSERT OR IGNORE INTO _leaving VALUES(?,?)");
    insert.bindBlob(1, id.view());
    insert.bindText(2, type.name());
    insert.run();
}

void Replica::eraseRow(TypeTable& table, Row& row) {
    if (!row.record.erased) {
        const auto blob = blobOf(row.record);
        eraseContent(row.record);
        table.rewrite(row);
        removeUnlessReferred(blob);
    }
    noteErased(row.record.id);
    parked_.release(row.record.id);
    tables_.visitChildren(row.record.id,
                          [this](TypeTable& childTable, Row& child) { eraseRow(childTable, child); });
}

void Replica::noteSeen(const Record& record) {
    forEachStamped(record, [this](const auto& stamped) {
        // Seen at the hub means offered, whatever this disk remembers: it may have been put back from an
        // image.
        if (runs_.wrote(stamped.dot))
            state_.offeredThrough =
                std::max(state_.offeredThrough, std::min(stamped.dot.sequence, lastSequence_));
        else
            state_.highestSeen = std::max(state_.highestSeen, stamped.stamp);
        hybrid_.observe(stamped.stamp);
    });
}

/// False when it is part of a record that is not here.
bool Replica::take(PulledRecord pulled, HubSequence page) {
    if (pulled.partial) {
        noteSeen(pulled.record);
        return takePart(tables_.of(*pulled.record.type), pulled.record, page);
    }
    std::vector<ScopeNumber> scopes;
    for (const Scope& scope : pulled.scopes)
        if (const auto number = scopes_.numberOf(scope))
            scopes.push_back(*number);
    if (scopes.empty())
        return true;
    noteSeen(pulled.record);
    takeInto(tables_.of(*pulled.record.type), std::move(pulled.record), std::move(scopes), page);
    return true;
}

/// Where the record stands is as it was.
bool Replica::takePart(TypeTable& table, const Record& part, HubSequence page) {
    auto held = part.type == &schema().history() ? std::nullopt : table.find(part.id);
    if (!held)
        return false;
    joinInto(table, *held, part, {}, page);
    return true;
}

void Replica::pullFromTheStart() {
    Cursors cursors = scopes_.cursors();
    for (auto& [scope, cursor] : cursors)
        cursor = 0;
    scopes_.replace(cursors);
    state_.complete = 0;
    storeState();
}

void Replica::takeInto(TypeTable& table, Record pulled, std::vector<ScopeNumber> scopes, HubSequence page) {
    const RecordType& type = table.type();
    if (!erased_.empty() && erased_.contains(pulled.parent()))
        eraseContent(pulled);
    // What comes as a whole is new most often, unless it was written here and is on its way back.
    const bool mayBeHere = runs_.wrote(pulled.cover.dot);
    Row row{std::move(pulled), lastPulled_ + 1, std::move(scopes), page};
    std::optional<Row> held = mayBeHere ? table.find(row.record.id) : std::nullopt;
    bool changed = true;
    if (!held && table.insertNew(row)) {
        ++lastPulled_;
        if (displaces(type) && tables_.hasHistory())
            folds_.push_back({&table, row.record.id});
    } else {
        if (!held)
            held = table.find(row.record.id);
        changed = joinInto(table, *held, row.record, *row.scopes, page);
        row = std::move(*held);
    }
    if (row.record.erased)
        eraseRow(table, row);
    else if (changed && &type == &schema().history())
        foldOne(row.record);
}

/// Whether the content changed by it.
bool Replica::joinInto(TypeTable& table, Row& row, const Record& pulled,
                       const std::vector<ScopeNumber>& scopes, HubSequence page) {
    std::vector<Loser> losers;
    // Copies of a disk correct one write differently. Which of its stamps history tells is for the hub to
    // say.
    const bool isHubs = &table.type() == &schema().history() && !isPending(row) && !row.record.erased;
    const bool changed =
        isHubs ? std::exchange(row.record, pulled) != pulled : join(row.record, pulled, losers);
    const auto before = row.scopes;
    const bool seenBefore = row.seen == page;
    if (!row.scopes)
        row.scopes.emplace();
    std::erase_if(*row.scopes, [this](ScopeNumber number) { return !scopes_.isLive(number); });
    for (ScopeNumber number : scopes)
        if (std::find(row.scopes->begin(), row.scopes->end(), number) == row.scopes->end())
            row.scopes->push_back(number);
    row.seen = page;
    if (changed)
        table.rewrite(row);
    else if (!seenBefore || row.scopes != before)
        table.updatePlace(row.position, row.scopes, row.seen); // most often one's own record coming back
    if (!before && displaces(table.type()) && tables_.hasHistory())
        placeHistories(row);
    keepLosers(row, losers, isPending(row) ? Displaced::Here : Displaced::AtHub);
    return changed;
}

/// What was displaced here before the hub said where the record stands is seen with it from now on.
void Replica::placeHistories(const Row& content) {
    for (const Row& history : tables_.historiesOf(content.record.id))
        if (!history.scopes && history.position >= firstPulledPosition)
            tables_.history().updatePlace(history.position, content.scopes, history.seen);
}

void Replica::noteFold(const Record& history) {
    if (const auto historic = historicWrite(history))
        if (const RecordType* content = schema().find(historic->recordType))
            folds_.push_back({&tables_.of(*content), historic->record});
}

/// History comes after content: most of it says what the join of the content has just found out here, too.
bool Replica::takeAll(std::vector<PulledRecord>& records, HubSequence page) {
    for (const bool history : {false, true})
        for (PulledRecord& record : records)
            if ((record.record.type == &schema().history()) == history && !take(std::move(record), page))
                return false;
    foldHistories();
    return true;
}

/// Joins what a new history record holds into its content, in which all others stand already.
void Replica::foldOne(const Record& history) {
    const auto historic = historicWrite(history);
    const RecordType* type = historic ? schema().find(historic->recordType) : nullptr;
    auto row = type ? tables_.of(*type).find(historic->record) : std::nullopt;
    if (!row || row->record.erased)
        return;
    std::vector<Loser> losers;
    if (!joinHistory(row->record, history, losers))
        return;
    tables_.of(*type).rewrite(*row);
    keepLosers(*row, losers, isPending(*row) ? Displaced::Here : Displaced::AtHub);
}

void Replica::foldHistories() {
    std::sort(folds_.begin(), folds_.end(),
              [](const Fold& a, const Fold& b) { return a.content < b.content; });
    const auto end = std::unique(folds_.begin(), folds_.end(),
                                 [](const Fold& a, const Fold& b) { return a.content == b.content; });
    folds_.erase(end, folds_.end());
    for (const Fold& fold : folds_)
        foldInto(*fold.table, fold.content);
    folds_.clear();
}

void Replica::foldInto(TypeTable& table, const Uuid& content) {
    auto row = table.find(content);
    if (!row || row->record.erased)
        return;
    std::vector<Loser> losers;
    bool changed = false;
    for (const Row& history : tables_.historiesOf(content))
        changed = joinHistory(row->record, history.record, losers) || changed;
    if (!changed)
        return;
    table.rewrite(*row);
    keepLosers(*row, losers, isPending(*row) ? Displaced::Here : Displaced::AtHub);
}

void Replica::leave(const LeftScope& left) {
    const RecordType* type = schema().find(left.type);
    const auto number = scopes_.numberOf(left.scope);
    if (!number || MUTANT(no_gone))
        return;
    TypeTable& table = tables_.of(type ? *type : schema().unknown());
    if (const auto row = table.find(left.id))
        leave(table, *row, *number);
    // The hub has not heard of those that were written down here and are still to be made there.
    for (const Row& history : tables_.historiesOf(left.id))
        leave(tables_.history(), history, *number);
}

void Replica::leave(TypeTable& table, const Row& row, ScopeNumber scope) {
    if (!row.scopes)
        return;
    auto scopes = *row.scopes;
    std::erase(scopes, scope);
    table.updatePlace(row.position, scopes, row.seen);
    if (!scopes_.anyLive(scopes))
        noteLeaving(table.type(), row.record.id);
}

bool Replica::applyPull(PullAnswer answer, Milliseconds asked) {
    if (takePage(std::move(answer), asked))
        return true;
    Change change(*this);
    pullFromTheStart();
    change.commit();
    return false;
}

/// False when it holds part of a record that is not here: what was written is undone.
bool Replica::takePage(PullAnswer answer, Milliseconds asked) {
    // A page that a power cut undoes is undone with its cursors, and comes again.
    Change change(*this, platform::Durability::WithTheNext);
    learnTime(answer.hubTime, asked);
    if (MUTANT(cursor_before_apply)) {
        scopes_.replace(answer.cursors);
        change.commit();
        return true;
    }
    state_.complete = pullAfter(nextPull(std::chrono::seconds(0)), answer).complete;
    const bool lost = scopes_.replace(answer.cursors);
    for (const LeftScope& left : answer.left)
        leave(left);
    if (!takeAll(answer.records, answer.mark.sequence))
        return false;
    if (lost)
        noteLeavingOfLostScopes();
    if (state_.highestSeen != seenBefore_) {
        runs_.noteSeen(lastSequence_ + 1, state_.highestSeen);
        seenBefore_ = state_.highestSeen;
    }
    takeMark(answer.mark);
    if (!answer.more) {
        state_.settledThrough = state_.receivedThrough;
        purge();
    }
    if (state_ != stored_)
        storeState();
    change.commit();
    return true;
}

void Replica::noteLeavingOfLostScopes() {
    for (const auto& table : tables_.all())
        table->scan(INT64_MIN, INT64_MAX, [&](const Row& row) {
            if (row.scopes && !scopes_.anyLive(*row.scopes))
                noteLeaving(table->type(), row.record.id);
            return true;
        });
}

bool Replica::mayLeave(const Row& row) {
    if (MUTANT(purge_unsent))
        return true;
    if (isPending(row))
        return false;
    if (row.record.erased)
        return true;
    if (!blobMayLeave(row))
        return false;
    const bool here = row.position < firstPulledPosition;
    return row.seen <= state_.backedUp && (!here || row.position <= state_.coveredThrough);
}

void Replica::purge() {
    const LocalSequence through = std::min(state_.settledThrough, state_.coveredThrough);
    if (through > state_.purgedThrough) {
        for (const auto& table : tables_.all())
            table->scan(state_.purgedThrough + 1, through, [&](const Row& row) {
                if (!row.scopes || !scopes_.anyLive(*row.scopes))
                    noteLeaving(table->type(), row.record.id);
                return true;
            });
        state_.purgedThrough = through;
    }
    std::vector<std::pair<Uuid, const RecordType*>> leaving;
    {
        auto rows = database_.prepare("SELECT id,type FROM _leaving");
        while (rows.step())
            if (const auto id = Uuid::fromBytes(rows.blob(0)))
                leaving.emplace_back(*id, schema().find(rows.text(1)));
    }
    auto forget = database_.prepare("DELETE FROM _leaving WHERE id=?");
    for (const auto& [id, type] : leaving) {
        const auto row = type ? tables_.of(*type).find(id) : std::nullopt;
        const bool stays = row && row->scopes && scopes_.anyLive(*row->scopes);
        const bool leaves = row && !stays && mayLeave(*row);
        if (leaves) {
            tables_.of(*type).remove(row->position);
            removeUnlessReferred(blobOf(row->record));
        }
        if (!row || stays || leaves) {
            forget.bindBlob(1, id.view());
            forget.run();
        }
    }
}

void Replica::applyHello(const HelloAnswer& answer, Milliseconds asked) {
    Change change(*this);
    if (answer.historyChanged && !MUTANT(rollback_unnoticed))
        forgetHubHistory();
    learnTime(answer.hubTime, asked);
    state_.backedUp = answer.backups.sequence;
    noteCovered(answer.mark.sequence);
    state_.seen = answer.mark;
    if (state_ != stored_)
        storeState();
    change.commit();
}

/// The hub, at `now`, holds everything that was receipted before this round.
void Replica::noteCovered(HubSequence now) {
    if (state_.rungSequence > 0 && state_.rungSequence <= state_.backedUp) {
        state_.coveredThrough = state_.rungThrough;
        state_.rungSequence = 0;
    }
    if (state_.rungSequence == 0 && state_.receivedThrough > state_.coveredThrough) {
        state_.rungSequence = now;
        state_.rungThrough = state_.receivedThrough;
    }
}

} // namespace lianxin::sync
