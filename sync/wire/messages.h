// SPDX-License-Identifier: GPL-3.0-or-later
// What a device and the hub say to each other, as values. PROTOCOL.md gives their form on the wire;
// simulation and tests hand the values over as they are.
#pragma once

#include "sync/blobs/blob_address.h"
#include "sync/errors.h"
#include "sync/record/record.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace lianxin::sync {

inline constexpr std::int64_t protocolVersion = 1;

/// A place in the hub's history: a commit's last sequence and the random number drawn for that commit. A mark
/// that the hub does not hold means that its history is not the one the device saw: a backup was restored.
struct Mark {
    HubSequence sequence = 0;
    std::uint64_t random = 0;
    auto operator<=>(const Mark&) const = default;
};

struct Hello {
    std::int64_t protocol = protocolVersion; ///< of another version nothing else is known
    std::int64_t schemaVersion = 0;
    WriterId writer;
    Mark seen;
    LocalSequence receivedThrough = 0; ///< what the device holds receipts for
    LocalSequence lastSequence = 0;    ///< the device's last local change
    WallTime deviceTime{};
    std::string bootId;
};

/// How far every backup still kept reaches: what a device may let go of without risk.
struct BackupReach {
    HubSequence sequence = 0;
    LocalSequence ledger = 0; ///< of this device
    bool operator==(const BackupReach&) const = default;
};

struct HelloAnswer {
    WallTime hubTime{};
    Mark mark;
    std::uint64_t round = 0;       ///< every push of this round names it
    bool historyChanged = false;   ///< the hub does not hold the mark that the device last saw
    LocalSequence heldThrough = 0; ///< the hub's ledger of this device
    BackupReach backups;
    std::int64_t schemaVersion = 0;
    std::uint64_t dictionary = 0; ///< the number of what short bodies lean on; 0: the hub reads none
};

/// A record on its way to the hub.
struct PushedRecord {
    Record record;
    LocalSequence position = 0; ///< the local sequence of the row's last local change
    HubSequence seen = 0; ///< the hub sequence of the page that last brought this record here; 0: none did
    /// Only writes that the hub may lack are here, without a cover. It holds the rest, or it would not know
    /// the round.
    bool partial = false;
    /// Nothing in it was written on this device: it came with a pull, and is offered because the hub's
    /// history changed since.
    bool returned = false;
};

struct Push {
    std::uint64_t round = 0;
    WriterId writer;
    LocalSequence after = 0; ///< the batch holds what changed in (after, through]
    LocalSequence through = 0;
    std::vector<PushedRecord> records; ///< in the order of their positions
    std::vector<PushedRecord> retried; ///< parked records that are tried again, beside the batch
};

enum class RefusalReason : std::uint8_t {
    UnknownType,       ///< this hub is older than the record's type
    WrongContent,      ///< a required field is missing, a value is of the wrong kind, a limit is exceeded
    NotAllowed,        ///< this device had no authority over the record
    WrittenOnceBefore, ///< another value was accepted for a field that is written once
    TypeDiffers,       ///< the id names a record of another type
};

std::string_view nameOf(RefusalReason reason);
std::optional<RefusalReason> refusalReasonNamed(std::string_view name);

struct RefusedRecord {
    Uuid id;
    LocalSequence position = 0;
    RefusalReason reason = RefusalReason::WrongContent;
    std::string detail; ///< the field or limit in question
    bool operator==(const RefusedRecord&) const = default;
};

/// The name of a scope: "reference", "office", or a ward's. A device may see a set of them.
using Scope = std::string;

/// A record as the hub holds it, in one scope in which this device may see it.
struct PulledRecord {
    Record record;
    std::vector<Scope> scopes;
    HubSequence sequence = 0; ///< the record's place in the hub's order
    /// Only the writes that are new since the pull's cursors are here, without a cover. The device holds the
    /// rest, in the same scopes; none are named.
    bool partial = false;
};

struct LeftScope {
    Uuid id;
    std::string type;
    Scope scope;
    HubSequence sequence = 0;
};

/// The receipt: everything in the batch is durable at the hub, refused, or erased.
struct PushAnswer {
    Mark mark;
    WallTime hubTime{}; ///< said where there are records
    std::vector<RefusedRecord> refused;
    std::vector<Uuid> erased;          ///< ids in the batch that a person had the hub erase
    std::vector<PulledRecord> records; ///< records the push did not change: no pull would bring their state
};

using Cursors = std::map<Scope, HubSequence>;

struct Pull {
    Mark seen;
    Cursors cursors;              ///< scopes not named here start at 0
    std::chrono::seconds wait{0}; ///< how long the hub may hold the answer back while there is nothing new
    /// The device holds all that stood in these scopes when the hub was here: the mark's sequence of the last
    /// page that was the last of its kind. What came since need not repeat it.
    HubSequence complete = 0;
};

struct PullAnswer {
    WallTime hubTime{};
    Mark mark;
    Cursors cursors; ///< every scope the device has now, and how far this page reaches in it
    std::vector<PulledRecord> records; ///< in hub order
    std::vector<LeftScope> left;
    bool more = false; ///< there is another page at once
};

/// Asks how much of these blobs the hub has.
struct Have {
    Mark seen;
    std::vector<BlobAddress> blobs;
};

/// How many bytes of a blob the hub has, from the first: all of them once it has the whole blob durably.
/// Nothing: it holds no record that refers to it and that this device may touch.
using HeldBytes = std::optional<std::int64_t>;

struct HaveAnswer {
    Mark mark;
    std::vector<HeldBytes> held; ///< of each blob in question
};

/// Some bytes of a blob on their way to the hub.
struct Send {
    Mark seen;
    BlobAddress blob;
    std::int64_t offset = 0;
    std::string bytes;
};

struct SendAnswer {
    Mark mark;
    HeldBytes held; ///< the receipt, when it is the whole blob
};

/// Asks for bytes of a blob.
struct Fetch {
    Mark seen;
    BlobAddress blob;
    std::int64_t offset = 0;
};

struct FetchAnswer {
    Mark mark;
    HeldBytes held;
    std::string bytes; ///< none while the hub has not the whole blob
};

struct FailureAnswer {
    Failure failure;
    WallTime hubTime{};
    std::vector<Dot> dots; ///< ClockWrong: the writes whose stamps are in the future
};

} // namespace lianxin::sync
