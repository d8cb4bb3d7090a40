// SPDX-License-Identifier: GPL-3.0-or-later
// A device's store: everything typed here and everything the hub let this device see, in one SQLite file.
//
// The life of a record that is written here:
//   1. save: one transaction, one row. The row's position is the next local sequence; the person is told
//   "saved" after
//      the commit and never before.
//   2. It waits: position > receivedThrough. Nothing else says so; there is no outbox that could disagree.
//   3. Before the first byte leaves, offeredThrough is made durable: until then its stamp may be corrected
//   and its
//      texts rewritten, since nobody else can have seen it.
//   4. push takes rows in the order of their positions; an edit meanwhile takes a new position and goes
//   later.
//   5. The receipt moves receivedThrough and touches no row. A refused record is parked beside the queue.
//   6. pull brings the record's later states, and tells which scopes it stands in. A record in no scope of
//   this device
//      is hidden at the first complete pull after its receipt, and leaves when every backup of the hub covers
//      it.
//
// One thread uses a replica. Calls that serve a person return faults as values; calls that serve a round can
// throw platform::StorageError, which ends the round and changes nothing.
#pragma once

#include "platform/clock/clock.h"
#include "platform/random/random.h"
#include "platform/result.h"
#include "platform/sqlite/transaction.h"
#include "sync/blobs/blob_store.h"
#include "sync/record/edit.h"
#include "sync/record/history.h"
#include "sync/replica/device_state.h"
#include "sync/replica/parked_list.h"
#include "sync/replica/restamping.h"
#include "sync/replica/run_log.h"
#include "sync/replica/scope_list.h"
#include "sync/replica/tables.h"
#include "sync/wire/messages.h"

#include <functional>
#include <map>
#include <set>
#include <span>
#include <unordered_map>
#include <unordered_set>

namespace lianxin::sync {

struct Saved {
    Uuid id;
    LocalSequence position = 0;
    Stamp stamp;
};

enum class SaveFault {
    StorageFull,   ///< no room: nothing was kept
    StorageFailed, ///< the medium failed or refuses writing: nothing was kept
    Content,       ///< `problem` says which field and why
    NoSuchRecord,
    AlreadyExists,
};

struct SaveError {
    SaveFault fault;
    EditProblem problem{EditFault::UnknownField, {}};
    std::string detail; ///< for the log
};

/// What a device can prove about its own writes.
struct Ledger {
    LocalSequence lastSequence = 0; ///< local changes ever made here
    LocalSequence receivedThrough =
        0;                    ///< of these, receipted by the hub or parked, without a gap from the first
    std::int64_t records = 0; ///< records (not history) that were written or edited here and are still here
    std::int64_t waiting = 0; ///< of these, not yet receipted
    std::int64_t parked = 0;  ///< of these, refused, and not edited since
    std::int64_t blobs = 0;   ///< whole blobs here that the hub is not known to have
};

/// What a person can be told of a blob.
struct BlobState {
    bool here = false;     ///< all of it, with its hash
    bool received = false; ///< the hub has all of it
    bool wanted = false;   ///< somebody asked for it, and not all of it has come
    /// It was asked for, and the hub has not all of it yet: it is still with whoever saved it.
    bool hubLacksIt = false;
    std::int64_t stored = 0; ///< bytes that are here

    bool operator==(const BlobState&) const = default;
};

struct ReplicaOptions {
    /// How many bytes of blobs that came from the hub are kept, once more would come.
    std::int64_t fetchedBytes = std::int64_t{256} << 20;
};

/// What is kept of a record that is under way to the hub until its receipt comes.
struct SentRecord {
    const RecordType* type = nullptr;
    Uuid id;
    LocalSequence position = 0; ///< where it stood when it left
};

/// What is kept of a push until its receipt comes.
struct SentBatch {
    LocalSequence after = 0;
    LocalSequence through = 0;
    std::vector<SentRecord> records; ///< retried ones included
};

SentBatch sentBatch(const Push& push);

/// A stamp that the hub put right of what was carried to it.
struct CorrectedStamp {
    LocalSequence sequence = 0;
    Stamp before;
    Stamp stamp;

    bool operator==(const CorrectedStamp&) const = default;
};

/// The hub's answer to pushes that a person carried to it.
struct CarriedReceipts {
    Mark seen;           ///< what this device had seen when they left
    std::string bootId;  ///< of the boot in which they left,
    Milliseconds left{}; ///< and when in it
    WallTime hubTime{};  ///< when the hub took them
    Mark mark;
    bool historyChanged = false; ///< the hub does not hold what this device had seen, and took nothing
    std::vector<CorrectedStamp> corrected;
    std::vector<std::pair<SentBatch, PushAnswer>> batches;
};

/// How pushes leave a device.
enum class Way : std::uint8_t { Network, Hand };

struct BatchLimits {
    std::size_t records = 1000;
    std::size_t bytes = 1024 * 1024; ///< of values, roughly; one record more may stand in a batch
};

class Replica {
public:
    /// Opens what the file holds, or makes it. Throws platform::StorageError or NewerFile.
    Replica(platform::Database database, const Schema& schema, const platform::Clock& clock,
            platform::Random& random, const ReplicaOptions& options = {});
    Replica(const Replica&) = delete;
    Replica& operator=(const Replica&) = delete;
    ~Replica();

    const Schema& schema() const { return tables_.schema(); }
    const DeviceState& state() const { return state_; }
    WriterId writer() const { return writer_; }
    LocalSequence lastSequence() const { return lastSequence_; }

    /// From here on another writer writes: the start of the program, or of a kiosk's next sitting.
    void beginRun();

    // ---- for people
    /// Saves a new record: `draft.type`, its shown values, and an id or the null id for a fresh one. Durable
    /// on return.
    platform::Result<Saved, SaveError> create(const Record& draft);
    /// All of them in one transaction, or none.
    platform::Result<std::vector<Saved>, SaveError> createAll(const std::vector<Record>& drafts);
    /// The same, and with them the blobs that they refer to.
    platform::Result<std::vector<Saved>, SaveError> createAll(const std::vector<Record>& drafts,
                                                              std::span<const std::string> blobs);
    /// Durable on return.
    platform::Result<Saved, SaveError> edit(const RecordType& type, const Uuid& id,
                                            const std::vector<FieldChange>& changes);

    /// The record, unless it is hidden or not here.
    std::optional<Record> find(const RecordType& type, const Uuid& id);
    /// Every record of the type that may be shown, in the order of this store.
    void visit(const RecordType& type, const std::function<void(const Record&)>& visitor);
    std::vector<Record> historiesOf(const Uuid& record);
    const std::map<Uuid, ParkedRecord>& parked() const { return parked_.all(); }
    void retryParked();
    Ledger ledger();
    bool hasWaiting() const { return lastSequence_ > state_.receivedThrough; }

    BlobState blobState(const BlobAddress& blob);
    /// The whole blob; nothing while any of it is missing. Can throw platform::StorageError.
    std::optional<std::string> readBlob(const BlobAddress& blob);
    /// Somebody wants to see it: rounds bring it, whenever there is a network. A record here refers to it.
    platform::Result<BlobState, SaveError> wantBlob(const BlobAddress& blob);

    // ---- for a round
    Hello hello() const;
    /// For a round to note when it asked something.
    Milliseconds sinceBoot() const { return clock_.sinceBoot(); }
    /// Learns the hub's time, and begins anew when the hub's history changed. `asked`, here and below: what
    /// sinceBoot() was when the request left.
    void applyHello(const HelloAnswer& answer, Milliseconds asked);
    /// The next rows after `after`; `through == after` when there are none. What it holds counts as offered
    /// on return.
    Push nextPush(LocalSequence after, const BatchLimits& limits);
    /// Whether a parked record is due for another try.
    bool hasRetries();
    /// Parked records that are due, in a push of their own: what waits must not suffer for them.
    Push nextRetries(const BatchLimits& limits);
    /// The hub takes no push that holds this record: it is parked, unless it was edited since it left. The
    /// queue still has to pass it.
    void setAside(const SentRecord& sent, const Failure& failure);
    void applyReceipt(const SentBatch& batch, const PushAnswer& answer, Milliseconds asked);
    Pull nextPull(std::chrono::seconds wait) const;
    /// The pull for the page after this one, which answers `asked` and need not be taken in yet.
    static Pull pullAfter(const Pull& asked, const PullAnswer& page);
    /// False, and nothing of it is taken and everything is pulled again, when it holds part of a record that
    /// is not here.
    bool applyPull(PullAnswer answer, Milliseconds asked);
    /// The hub refuses these stamps as being in its future: they are corrected, and everything is pulled
    /// again.
    void applyClockWrong(const std::vector<Dot>& dots, WallTime hubTime);
    /// Grows whenever there may be blobs to send or to fetch that were not there before.
    std::uint64_t blobNews() const { return blobNews_; }
    /// Blobs that the hub is not known to have, of records that it holds. The oldest first.
    std::vector<BlobAddress> blobsToSend();
    /// At most `most` bytes; none when the blob went meanwhile.
    Send nextPart(const BlobAddress& blob, std::int64_t offset, std::int64_t most);
    /// The hub has all of these.
    void noteBlobsReceived(const std::vector<BlobAddress>& blobs, const Mark& mark);
    std::vector<BlobAddress> blobsToFetch();
    Fetch nextFetch(const BlobAddress& blob);
    /// Whether more of it is here than before.
    bool applyFetched(const Fetch& asked, const FetchAnswer& answer);

    // ---- for someone who carries to the hub what waits, where there is no network
    /// What the hub must know of this device's clock. Before the first nextCarried() of a bundle.
    ClockAccount clockAccount();
    /// As nextPush(), but the hub's time was not heard before: stamps may still be corrected.
    Push nextCarried(LocalSequence after, const BatchLimits& limits);
    /// False, and nothing of it is taken, when this device has heard from the hub since it left, by network
    /// or by another stick: receipts of a history that may have changed meanwhile prove nothing. Durable on
    /// return.
    bool applyCarried(const CarriedReceipts& receipts);
    /// How often it was, since this object was made: what the hub said over the network before that is older.
    std::uint64_t timesCarried() const { return timesCarried_; }
    /// Nothing more leaves: sequences that were counted as offered before they were used are no more.
    void endRound();

    // ---- for looking after the file
    platform::Database& database() { return database_; }
    Tables& tables() { return tables_; }
    BlobStore& blobs() { return blobs_; }

private:
    /// Who makes the history record of a value that lost its place.
    enum class Displaced {
        Here,  ///< perhaps only this device knows the value: its history record is pushed
        AtHub, ///< the hub held it and makes, or has made, the same history record; it stands where its
               ///< content stands
    };

    struct Fold {
        TypeTable* table;
        Uuid content;
    };

    /// A transaction of the file, and of what is known in memory beside it: unless it is committed, memory
    /// says again what the file says.
    class Change {
    public:
        explicit Change(Replica& replica) : Change(replica, platform::Durability::AtCommit) {}
        Change(Replica& replica, platform::Durability durability);
        Change(const Change&) = delete;
        Change& operator=(const Change&) = delete;
        ~Change();

        void commit();

    private:
        Replica& replica_;
        std::optional<platform::Transaction> transaction_;
    };

    Saved insertCreated(const Record& draft);
    void keepBlobs(const std::vector<Record>& drafts, std::span<const std::string> blobs);
    std::optional<SaveError> blobProblemOf(const Record& record);
    void sweepBlobs();
    void removeUnlessReferred(const std::optional<BlobAddress>& blob);
    bool blobMayLeave(const Row& row);
    void makeRoomForFetched();
    void takeMark(const Mark& mark);
    std::optional<SaveError> problemOf(const Record& draft) const;
    Cover nextCover();
    void beforeSave(LocalSequence first);
    void keepLosers(const Row& content, const std::vector<Loser>& losers, Displaced where);
    bool isVisible(const Row& row);
    bool isPending(const Row& row) const;
    template <class Work>
    auto guarded(Work work) -> platform::Result<decltype(work()), SaveError>;

    PushedRecord toPush(Row row);
    HubSequence seenWith(const Row& row);
    HubSequence seenOf(const Uuid& parent, const RecordType& childType);
    bool isReturned(Position position) const;
    std::optional<Row> lastWrittenHere(TypeTable& table, Position through);
    void collectPending(LocalSequence after, const BatchLimits& limits, std::vector<Row>& rows);
    std::optional<Row> retriable(const ParkedRecord& parked);
    void makeOffered(LocalSequence through, Way way);
    Push nextBatch(LocalSequence after, const BatchLimits& limits, Way way);
    void takeReceipt(const SentBatch& batch, const PushAnswer& answer, Milliseconds asked);
    void takeCorrected(const CarriedReceipts& receipts);

    bool takePage(PullAnswer answer, Milliseconds asked);
    bool take(PulledRecord pulled, HubSequence page);
    bool takePart(TypeTable& table, const Record& part, HubSequence page);
    void pullFromTheStart();
    void takeInto(TypeTable& table, Record pulled, std::vector<ScopeNumber> scopes, HubSequence page);
    bool joinInto(TypeTable& table, Row& row, const Record& pulled, const std::vector<ScopeNumber>& scopes,
                  HubSequence page);
    void leave(const LeftScope& left);
    void leave(TypeTable& table, const Row& row, ScopeNumber scope);
    void noteSeen(const Record& record);
    bool takeAll(std::vector<PulledRecord>& records, HubSequence page);
    void placeHistories(const Row& content);
    void foldOne(const Record& history);
    void noteFold(const Record& history);
    void foldHistories();
    void foldInto(TypeTable& table, const Uuid& content);
    void eraseRow(TypeTable& table, Row& row);
    void noteErased(const Uuid& id);
    void noteLeaving(const RecordType& type, const Uuid& id);
    void noteLeavingOfLostScopes();
    void noteCovered(HubSequence now);
    void releaseParked(const std::vector<SentRecord>& sent, const PushAnswer& answer);
    void purge();
    bool mayLeave(const Row& row);
    void forgetHubHistory();
    void noteReturned(LocalSequence first, LocalSequence last);
    void offerAgain(TypeTable& table);
    void offerAgain(TypeTable& table, Row row);

    void learnTime(WallTime hubTime, Milliseconds asked);
    void restamp(const TimeBounds& now, const std::unordered_set<LocalSequence>& refused);
    void rewrite(std::vector<std::pair<TypeTable*, Row>>& rows, const Corrections& corrections);
    std::map<LocalSequence, Stamp> offeredStamps(LocalSequence offered);
    Stamp highestOwnStamp();

    void reload();
    void storeState();

    platform::Database database_;
    const platform::Clock& clock_;
    platform::Random& random_;
    ReplicaOptions options_;
    Tables tables_;
    BlobStore blobs_;
    DeviceStateTable stateTable_;
    RunLog runs_;
    ScopeList scopes_;
    ParkedList parked_;
    UuidGenerator ids_;
    HybridClock hybrid_;
    DeviceState state_;
    std::uint64_t timesCarried_ = 0;
    std::uint64_t blobNews_ = 1;
    std::set<BlobAddress> lackedByHub_; // when it was last asked for them
    DeviceState stored_;
    WriterId writer_;
    LocalSequence lastSequence_ = 0;
    Position lastPulled_ = 0;
    std::unordered_set<Uuid> erased_; // erased records here, so that a late child is emptied, too
    std::unordered_map<const RecordType*, TypeTable*>
        parentTables_; // where a child type's parents were found
    /// First to last local sequence of what was only received and then offered again, once for each change of
    /// the hub's history. An edit takes a row out of them.
    std::map<LocalSequence, LocalSequence> returned_;
    std::vector<Fold> folds_;     // content records that a page gave history to, or that are new
    Milliseconds hubHeardAt_{-1}; // since boot; negative: not in this run
    Stamp seenBefore_;            // highestSeen when the running transaction began
    bool isStale_ = false;        // a change was undone, and the file could not be read again yet
};

} // namespace lianxin::sync
