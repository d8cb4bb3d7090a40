// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/replica/replica.h"

#include "sync/mutants.h"

#include <algorithm>
#include <cstdlib>
#include <new>

namespace lianxin::sync {

namespace {

constexpr Milliseconds offeredAheadFor = std::chrono::seconds(10);

platform::Database& withTables(platform::Database& database) {
    database.exec(
        "CREATE TABLE IF NOT EXISTS _leaving(id BLOB PRIMARY KEY,type TEXT NOT NULL)STRICT;"
        "CREATE TABLE IF NOT EXISTS _erased(id BLOB PRIMARY KEY)STRICT;"
        "CREATE TABLE IF NOT EXISTS _returned(first INTEGER PRIMARY KEY,last INTEGER NOT NULL)STRICT");
    return database;
}

bool namesBlob(const RecordType& type, const std::vector<FieldChange>& changes) {
    const auto blob = type.blobField();
    return blob && std::any_of(changes.begin(), changes.end(), [&](const FieldChange& change) {
               return change.field == type.field(*blob).name;
           });
}

SaveError storageProblem(const platform::StorageError& error) {
    const bool full = error.fault() == platform::StorageFault::Full;
    return {full ? SaveFault::StorageFull : SaveFault::StorageFailed,
            {EditFault::UnknownField, {}},
            error.what()};
}

} // namespace

Replica::Replica(platform::Database database, const Schema& schema, const platform::Clock& clock,
                 platform::Random& random, const ReplicaOptions& options)
    : database_(std::move(database)),
      clock_(clock),
      random_(random),
      options_(options),
      // First of all: it refuses the file of a newer program, before anything is written to it.
      tables_(database_, schema),
      blobs_(database_),
      stateTable_(withTables(database_)),
      runs_(database_),
      scopes_(database_),
      parked_(database_),
      ids_(clock, random) {
    reload();
    if (state_.installation.isNull()) {
        state_.installation = ids_.next();
        Change change(*this);
        storeState();
        change.commit();
    }
    sweepBlobs();
    beginRun();
}
Replica::~Replica() = default;

Replica::Change::Change(Replica& replica, platform::Durability durability) : replica_(replica) {
    transaction_.emplace(replica_.database_, durability); // it may have to undo the one before
    if (replica_.isStale_)
        replica_.reload();
}

void Replica::Change::commit() {
    transaction_->commit();
    transaction_.reset();
}

Replica::Change::~Change() {
    if (!transaction_)
        return;
    transaction_.reset();
    replica_.isStale_ = true;
    if (replica_.database_.inTransaction())
        return; // it could not be undone yet, and what can be read is not what will be
    try {
        replica_.reload();
    } catch (const std::exception&) {
        return; // the next change tries again
    }
}

void Replica::reload() {
    state_ = stored_ = stateTable_.load();
    seenBefore_ = state_.highestSeen;
    runs_.reload();
    scopes_.reload();
    parked_.reload();
    folds_.clear();
    erased_.clear();
    auto erased = database_.prepare("SELECT id FROM _erased");
    while (erased.step())
        if (const auto id = Uuid::fromBytes(erased.blob(0)))
            erased_.insert(*id);
    returned_.clear();
    auto returned = database_.prepare("SELECT first,last FROM _returned");
    while (returned.step())
        returned_[returned.integer(0)] = returned.integer(1);
    // Rows leave only when they are receipted, so nothing above all three was ever given to a write that
    // still exists.
    lastSequence_ = std::max({lastSequence_, state_.receivedThrough, state_.offeredThrough});
    lastPulled_ = std::max(lastPulled_, firstPulledPosition);
    hybrid_.observe(state_.highestSeen);
    for (const auto& table : tables_.all()) {
        lastSequence_ = std::max(lastSequence_, table->highestPosition(firstPulledPosition - 1));
        lastPulled_ = std::max(lastPulled_, table->highestPosition(INT64_MAX));
        // Own stamps ascend with the local sequence, so the latest row of each type has the highest of its
        // type.
        if (const auto row = lastWrittenHere(*table, firstPulledPosition - 1))
            hybrid_.observe(highestStamp(row->record));
    }
    isStale_ = false;
}

void Replica::storeState() {
    stateTable_.store(state_);
    stored_ = state_;
}

void Replica::beginRun() {
    do
        writer_ = WriterId{random_.next()};
    while (writer_.value == 0);
    if (MUTANT(writer_kept))
        writer_ = WriterId{std::hash<Uuid>{}(state_.installation) | 1};
    runs_.begin(writer_, lastSequence_ + 1);
}

template <class Work>
auto Replica::guarded(Work work) -> platform::Result<decltype(work()), SaveError> {
    using Answer = platform::Result<decltype(work()), SaveError>;
    try {
        return Answer(work());
    } catch (const platform::StorageError& error) {
        return Answer(storageProblem(error));
    } catch (const std::bad_alloc&) {
        return Answer(SaveError{SaveFault::StorageFailed, {EditFault::UnknownField, {}}, "no memory"});
    }
}

Cover Replica::nextCover() {
    const WallTime wall = clock_.wall();
    Cover cover;
    cover.dot = {writer_, ++lastSequence_};
    // Once the hub's time was heard in this boot, a wrong clock does not even get as far as a stamp.
    cover.stamp = MUTANT(raw_clock) ? Stamp::at(wall) : hybrid_.tick(runs_.trueNow(clock_));
    if (cover.stamp.wall() != wall)
        cover.claimed = wall;
    return cover;
}

void Replica::beforeSave(LocalSequence first) {
    runs_.noteSave(first, writer_, clock_);
    // Sequences were counted as offered ahead of time because the hub's time had just been heard. That was a
    // while ago: this save and those after it may still be corrected.
    const bool heardOfLate =
        hubHeardAt_ >= Milliseconds{0} && clock_.sinceBoot() - hubHeardAt_ < offeredAheadFor;
    if (first <= state_.offeredThrough && !heardOfLate) {
        state_.offeredThrough = first - 1;
        storeState();
    }
}

std::optional<SaveError> Replica::problemOf(const Record& draft) const {
    const auto content = [](EditFault fault, const std::string& field) {
        return SaveError{SaveFault::Content, {fault, field}, {}};
    };
    if (draft.shown.size() != draft.type->fields().size() || !draft.own.empty())
        return content(EditFault::UnknownField, {});
    for (std::size_t i = 0; i < draft.shown.size(); ++i) {
        const Field& field = draft.type->fields()[i];
        if (field.hubGiven && !isNull(draft.shown[i]))
            return content(EditFault::HubGiven, field.name);
        if (!fits(field, draft.shown[i]))
            return content(EditFault::WrongType, field.name);
    }
    return std::nullopt;
}

Saved Replica::insertCreated(const Record& draft) {
    Row row;
    row.record = draft;
    if (row.record.id.isNull())
        row.record.id = ids_.next();
    row.record.cover = nextCover();
    row.position = row.record.cover.dot.sequence;
    if (const Uuid parent = draft.parent(); !parent.isNull())
        row.seen = -seenOf(parent, *draft.type);
    if (!tables_.of(*draft.type).insertNew(row))
        return {};
    return {row.record.id, row.position, row.record.cover.stamp};
}

platform::Result<Saved, SaveError> Replica::create(const Record& draft) {
    auto saved = createAll({draft});
    if (!saved)
        return platform::Result<Saved, SaveError>(saved.error());
    return platform::Result<Saved, SaveError>(saved->front());
}

platform::Result<std::vector<Saved>, SaveError> Replica::createAll(const std::vector<Record>& drafts) {
    return createAll(drafts, {});
}

platform::Result<std::vector<Saved>, SaveError> Replica::createAll(const std::vector<Record>& drafts,
                                                                   std::span<const std::string> blobs) {
    using Answer = platform::Result<std::vector<Saved>, SaveError>;
    for (const Record& draft : drafts)
        if (auto problem = problemOf(draft))
            return Answer(*problem);
    std::optional<SaveError> problem;
    auto answer = guarded([&] {
        std::vector<Saved> saved;
        saved.reserve(drafts.size());
        Change change(*this);
        keepBlobs(drafts, blobs);
        beforeSave(lastSequence_ + 1);
        for (const Record& draft : drafts) {
            if ((problem = blobProblemOf(draft)))
                return std::vector<Saved>{};
            saved.push_back(insertCreated(draft));
            if (saved.back().position == 0)
                return std::vector<Saved>{}; // the id is taken; leaving the scope undoes the others
        }
        change.commit();
        return saved;
    });
    if (problem)
        return Answer(*problem);
    if (answer && answer->size() != drafts.size())
        return Answer(SaveError{SaveFault::AlreadyExists, {EditFault::WrittenOnce, "id"}, {}});
    return answer;
}

platform::Result<Saved, SaveError> Replica::edit(const RecordType& type, const Uuid& id,
                                                 const std::vector<FieldChange>& changes) {
    using Answer = platform::Result<Saved, SaveError>;
    std::optional<SaveError> problem;
    auto answer = guarded([&] {
        Change change(*this);
        TypeTable& table = tables_.of(type);
        auto row = table.find(id);
        if (!row || !isVisible(*row)) {
            problem = SaveError{SaveFault::NoSuchRecord, {EditFault::UnknownField, {}}, {}};
            return Saved{};
        }
        beforeSave(lastSequence_ + 1);
        const bool hubHoldsAll = !isPending(*row);
        const Cover cover = nextCover();
        std::vector<Loser> losers;
        const auto neverOffered = [this](const Dot& dot) {
            return dot.sequence > state_.offeredThrough && runs_.wrote(dot);
        };
        if (const auto fault = applyEdit(row->record, changes, cover, neverOffered, losers)) {
            problem = SaveError{SaveFault::Content, *fault, {}};
            return Saved{};
        }
        if (namesBlob(type, changes) && (problem = blobProblemOf(row->record)))
            return Saved{};
        if (!MUTANT(no_history))
            keepLosers(*row, losers, hubHoldsAll ? Displaced::AtHub : Displaced::Here);
        row->position = cover.dot.sequence;
        table.put(*row);
        change.commit();
        return Saved{id, row->position, cover.stamp};
    });
    if (problem)
        return Answer(*problem);
    return answer;
}

void Replica::keepLosers(const Row& content, const std::vector<Loser>& losers, Displaced where) {
    TypeTable& history = tables_.history();
    const bool pending = where == Displaced::Here;
    for (const Loser& loser : losers) {
        Row row;
        row.record = historyRecord(tables_.schema().history(), content.record, loser);
        row.position = pending ? ++lastSequence_ : ++lastPulled_;
        if (pending) {
            row.seen = -std::abs(content.seen);
        } else {
            row.scopes = content.scopes;
            row.seen = std::max(content.seen, state_.seen.sequence);
        }
        if (history.insertNew(row)) {
            // In no scope it is only kept until a backup of the hub holds the value.
            if (!pending && !row.scopes)
                noteLeaving(*row.record.type, row.record.id);
            continue;
        }
        // It lost before and won again with a later stamp; the hub does not tell what is found out here, too.
        auto known = history.find(row.record.id);
        std::vector<Loser> none;
        const bool changed = join(known->record, row.record, none);
        if (pending) {
            known->position = row.position;
            history.put(*known);
        } else if (changed) {
            history.rewrite(*known);
        }
    }
}

bool Replica::isPending(const Row& row) const {
    return (row.position < firstPulledPosition && row.position > state_.receivedThrough) ||
           parked_.contains(row.record.id);
}

bool Replica::isVisible(const Row& row) {
    if (row.scopes)
        return scopes_.anyLive(*row.scopes);
    if (row.position >= firstPulledPosition && row.record.type == &schema().history()) {
        // What the hub will say of it is not here yet; till then it is seen by whoever sees its content.
        const auto historic = historicWrite(row.record);
        const RecordType* type = historic ? schema().find(historic->recordType) : nullptr;
        const auto content = type ? tables_.of(*type).find(historic->record) : std::nullopt;
        return content && isVisible(*content);
    }
    return row.position > state_.settledThrough || parked_.contains(row.record.id);
}

std::optional<Record> Replica::find(const RecordType& type, const Uuid& id) {
    if (isStale_)
        const Change undone(*this); // or what is read could be what there was no memory for undoing
    auto row = tables_.of(type).find(id);
    if (!row || !isVisible(*row))
        return std::nullopt;
    return std::move(row->record);
}

void Replica::visit(const RecordType& type, const std::function<void(const Record&)>& visitor) {
    if (isStale_)
        const Change undone(*this);
    tables_.of(type).scan(INT64_MIN, INT64_MAX, [&](const Row& row) {
        if (isVisible(row))
            visitor(row.record);
        return true;
    });
}

std::vector<Record> Replica::historiesOf(const Uuid& record) {
    std::vector<Record> histories;
    for (Row& row : tables_.historiesOf(record))
        histories.push_back(std::move(row.record));
    return histories;
}

void Replica::retryParked() {
    Change change(*this);
    parked_.retryAll(clock_.wall());
    change.commit();
}

Ledger Replica::ledger() {
    Ledger ledger;
    ledger.lastSequence = lastSequence_;
    ledger.receivedThrough = state_.receivedThrough;
    for (const auto& [id, parked] : parked_.all()) {
        const RecordType* type = schema().find(parked.type);
        const auto row = type ? tables_.of(*type).find(id) : std::nullopt;
        // One that was edited since waits again.
        if (type != &schema().history() && !(row && row->position > state_.receivedThrough))
            ++ledger.parked;
    }
    for (const auto& table : tables_.all()) {
        if (&table->type() == &tables_.schema().history())
            continue;
        ledger.records += table->countBetween(1, firstPulledPosition - 1);
        ledger.waiting += table->countBetween(state_.receivedThrough + 1, firstPulledPosition - 1);
        // What was only received is nobody's work here, though it is offered again.
        for (const auto& [first, last] : returned_) {
            ledger.records -= table->countBetween(first, last);
            ledger.waiting -= table->countBetween(std::max(first, state_.receivedThrough + 1), last);
        }
    }
    ledger.blobs = static_cast<std::int64_t>(blobs_.unreceived().size());
    return ledger;
}

Hello Replica::hello() const {
    Hello hello;
    hello.schemaVersion = tables_.schema().version();
    hello.writer = writer_;
    hello.seen = state_.seen;
    hello.receivedThrough = state_.receivedThrough;
    hello.lastSequence = lastSequence_;
    hello.deviceTime = clock_.wall();
    hello.bootId = clock_.bootId();
    return hello;
}

} // namespace lianxin::sync
