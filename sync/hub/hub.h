// SPDX-License-Identifier: GPL-3.0-or-later
// The hub: a replica with more duties. It admits what devices push, judges events, gives everything its place
// in one order and its scopes, and gives each device what it may see. It keeps the one history.
//
// Requests come in groups: begin(), any number of requests, commit(). Answers must not leave before commit()
// returned: a receipt is the word that something is durable. One thread uses a hub. Every call can throw
// platform::StorageError; then the group failed as a whole, the caller answers nothing of it, and calls
// recover().
#pragma once

#include "platform/clock/clock.h"
#include "platform/random/random.h"
#include "platform/sqlite/database.h"
#include "platform/sqlite/transaction.h"
#include "sync/blobs/blob_store.h"
#include "sync/hub/backups.h"
#include "sync/hub/clock_guard.h"
#include "sync/hub/directory.h"
#include "sync/hub/feed.h"
#include "sync/hub/page_room.h"
#include "sync/hub/quarantine.h"
#include "sync/hub/recent_changes.h"
#include "sync/hub/rules.h"
#include "sync/replica/tables.h"

#include <map>
#include <optional>
#include <span>
#include <unordered_map>
#include <unordered_set>
#include <variant>

namespace lianxin::sync {

template <class Answer>
using HubResult = std::variant<Answer, FailureAnswer>;

/// Of blobs that one device has sent and not finished: it sends one at a time, and leaves few behind.
inline constexpr std::int64_t mostUnfinishedBytes = 4 * largestBlob;

/// What became of a push that waited in quarantine. What was refused waits on.
struct AcceptedPush {
    DeviceNumber device = 0;
    std::int64_t records = 0; ///< refused ones included
    std::vector<RefusedRecord> refused;
};

class Hub {
public:
    Hub(platform::Database database, const Schema& schema, const HubRules& rules,
        const platform::Clock& clock, platform::Random& random);
    Hub(const Hub&) = delete;
    Hub& operator=(const Hub&) = delete;
    ~Hub();

    const Schema& schema() const { return tables_.schema(); }

    // ---- a group of requests
    void begin();
    /// Makes the group durable. The mark belongs into every answer of the group.
    Mark commit();
    void recover();

    HubResult<HelloAnswer> hello(DeviceNumber device, const Hello& hello);
    HubResult<PushAnswer> push(DeviceNumber device, Push push);
    HubResult<PullAnswer> pull(DeviceNumber device, const Pull& pull, const PageLimits& limits);
    HubResult<HaveAnswer> have(DeviceNumber device, const Have& have);
    HubResult<SendAnswer> send(DeviceNumber device, const Send& send);
    HubResult<FetchAnswer> fetch(DeviceNumber device, const Fetch& fetch);
    /// Why a push that was carried here by hand could not be taken as it is.
    std::optional<FailureAnswer> refuseCarried(DeviceNumber device, const Push& push);
    /// Such a push, of no round. The device saw a mark that this hub holds, or nothing must be taken.
    HubResult<PushAnswer> pushCarried(DeviceNumber device, Push push);
    /// Whether a pull with these cursors would bring anything that the device does not know from its own
    /// pushes: what a long poll waits for. Needs no group.
    bool hasNews(DeviceNumber device, const Cursors& cursors) const;

    // ---- for people, each inside a group
    Device enrol(const std::string& name, const std::string& role, const std::vector<Scope>& scopes,
                 std::string_view secretDigest);
    void changeScopes(DeviceNumber device, const std::vector<Scope>& scopes);
    /// From here on it sees nothing, and what it pushes waits in quarantine.
    void revoke(DeviceNumber device);
    /// Admits a push that waits in quarantine as it would have been. Nothing: there is none of this number.
    std::optional<AcceptedPush> acceptQuarantined(std::int64_t number);
    /// Empties a record, its children and its history, for good. The caller keeps the erase list outside the
    /// backups and calls this again for each of its ids after a restore.
    void erase(const Uuid& id);
    /// After a restore: official numbers go on under another letter, so that none is ever given twice.
    void beginEpoch(const std::string& letter);
    void confirmClock();

    Directory& directory() { return directory_; }
    const Directory& directory() const { return directory_; }
    const Quarantine& quarantine() const { return quarantine_; }
    Backups& backups() { return backups_; }
    ClockGuard& clockGuard() { return guard_; }
    Tables& tables() { return tables_; }
    BlobStore& blobs() { return blobs_; }
    platform::Database& database() { return database_; }
    HubSequence lastSequence() const { return sequence_; }
    Mark mark() const { return mark_; }
    /// The letter of the number series that is running; empty until beginEpoch().
    const std::string& epoch() const { return epoch_; }
    bool holds(const Mark& mark);

private:
    struct Admission {
        DeviceNumber device;
        HubSequence before; ///< the hub's last sequence before this push
        std::int64_t created = 0;
        PushAnswer* answer;
        PageRoom room{PageLimits{}}; ///< of the answer
    };

    struct Parent {
        TypeTable* table = nullptr;
        std::optional<Row> row;
    };
    struct FeedLine {
        FeedEntry entry;
        ScopeNumber scope;
    };
    struct Asker {
        DeviceNumber device;
        const Pull& pull;
    };
    /// What happened in several scopes, in the hub's order.
    struct FeedLines {
        std::vector<FeedLine> lines;
        std::optional<HubSequence> through; ///< nothing: there is no more
    };

    BackupReach reachOfBackups(DeviceNumber device);
    std::optional<FailureAnswer> refuseService(DeviceNumber device);
    std::optional<FailureAnswer> refuseRequest(DeviceNumber device, const Mark& seen);
    FailureAnswer refuseRevoked(std::string code) const;
    std::optional<FailureAnswer> refuseStamps(const Push& push) const;
    HubResult<PushAnswer> take(DeviceNumber device, Push push);
    HubResult<PushAnswer> keepAside(DeviceNumber device, const Push& push);
    std::int64_t admitAll(DeviceNumber device, Push& push, PushAnswer& answer);
    void admit(Admission& admission, PushedRecord& pushed);
    bool admitNew(Admission& admission, TypeTable& table, Record& pushed, Parent& parent);
    std::optional<Refusal> admitKnown(Admission& admission, TypeTable& table, Row held, Record incoming);
    std::optional<Refusal> refuseRecord(const Admission& admission, const PushedRecord& pushed,
                                        const Row* held, const Parent& parent);
    std::optional<Refusal> askRules(const Admission& admission, const PushedRecord& pushed,
                                    const Record& asked, bool isNew);
    std::optional<Refusal> refuseReturned(DeviceNumber device, const Record& asked, bool isNew);
    bool mayTouch(DeviceNumber device, HubSequence seen, const Row& judged);
    bool isStrangerTo(const Row& child, const Row& parent);
    bool sharedScope(DeviceNumber device, const std::vector<ScopeNumber>& scopes, HubSequence at) const;
    bool mayBring(DeviceNumber device, const BlobAddress& blob);
    bool maySee(DeviceNumber device, const BlobAddress& blob);
    std::int64_t takeBytes(DeviceNumber device, const Send& send);
    void answerUnchanged(Admission& admission, TypeTable& table, Row& row);
    std::optional<Refusal> refuseState(const Record& record, std::string_view state);
    std::optional<std::string> inTheWayOf(const Scope& scope);

    bool insertPlaced(TypeTable& table, Row& row, Parent& parent);
    void place(TypeTable& table, Row& row, const std::vector<ScopeNumber>& scopes);
    void placeChildren(const Row& parent);
    void placeChild(TypeTable& table, const Uuid& id);
    void judgeStrangers(const Row& parent);
    bool isUnjudged(const TypeTable& table, const Row& row) const;
    bool settleChanged(TypeTable& table, Row& row);
    void keepLosers(const Row& content, const std::vector<Loser>& losers, DeviceNumber device,
                    HubSequence edit);
    void foldIntoParent(const Record& history);
    void judge(TypeTable& table, Row& event, TypeTable& parentTable, Row parent, bool isAllowed);
    void give(Record& record, std::string_view field, Value value);
    void giveNumber(TypeTable& table, Row& parent, const std::string& series);
    std::string foldState(const Uuid& record);
    std::string stateOf(const Record& record);
    Parent findParent(const Record& child);
    std::vector<ScopeNumber> scopesOf(const Record& record);
    void eraseRow(TypeTable& table, Row& row);
    void noteUnplaced(const Record& child);
    std::int64_t typeNumber(const RecordType& type) const { return typeNumbers_.at(&type); }
    std::vector<Scope> scopesOfDevice(DeviceNumber device) const;
    HubSequence nextSequence() { return ++sequence_; }
    FeedLines linesAfter(const Cursors& cursors, const std::vector<Scope>& scopes, std::size_t limit);
    HubSequence fillPage(PullAnswer& answer, const Asker& asker, const FeedLines& read,
                         const PageLimits& limits);
    std::map<std::int64_t, std::vector<Row>> rowsAt(std::span<const FeedLine> lines);
    void addToPage(PullAnswer& answer, const Asker& asker, PageRoom& room, Row& row, ScopeNumber scope);
    ReadThrough readThrough(const Row& row, const Asker& asker) const;

    platform::Database database_;
    const HubRules& rules_;
    const platform::Clock& clock_;
    platform::Random& random_;
    Tables tables_;
    BlobStore blobs_;
    Directory directory_;
    Feed feed_;
    Quarantine quarantine_;
    Backups backups_;
    ClockGuard guard_;
    platform::Statement storeMark_;
    platform::Statement findMark_;

    std::optional<platform::Transaction> group_;
    Mark mark_;
    HubSequence sequence_ = 0;
    WriterId writer_; // of this run of the hub: verdicts and numbers are its writes
    LocalSequence writes_ = 0;
    HybridClock hybrid_;
    std::string epoch_;
    std::unordered_map<DeviceNumber, std::uint64_t> rounds_;
    std::unordered_map<const RecordType*, std::int64_t> typeNumbers_;
    std::unordered_map<std::int64_t, TypeTable*> typeTables_;
    std::unordered_map<const RecordType*, TypeTable*>
        parentTables_; // where a child type's parents were found
    RecentChanges recent_;
    std::unordered_set<Uuid> unplaced_; // parents that children wait for
    std::unordered_set<Uuid> erased_;
};

/// Whether a history record may be joined into its content without growing it beyond what a message holds.
bool hasRoomFor(const Record& content, const Record& history);

} // namespace lianxin::sync
