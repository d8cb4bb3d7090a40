// SPDX-License-Identifier: GPL-3.0-or-later
// One exchange with the hub: hello, push, blobs, pull, settle; then it stays open for what is saved or
// arrives next.
//
// A round does no input or output and never starts again: it says what to send next, takes what came back,
// and ends at the first failure. Whoever drives it does three things in a loop: send what next() gives, hand
// answers to answered(), and call work(). Sending comes first, so that the hub prepares the next page while
// this device writes the last one.
#pragma once

#include "sync/replica/replica.h"
#include "sync/round/blob_traffic.h"
#include "sync/wire/messages.h"

#include <deque>
#include <functional>
#include <optional>
#include <variant>

namespace lianxin::sync {

enum class RoundPhase : std::uint8_t { Hello, Push, Blobs, Pull, Settle, Open, Closed };

std::string_view nameOf(RoundPhase phase);

/// Names a request until its answer came.
using Ticket = std::uint64_t;

using HubRequest = std::variant<Hello, Push, Pull, Have, Send, Fetch>;
using HubAnswer =
    std::variant<HelloAnswer, PushAnswer, PullAnswer, HaveAnswer, SendAnswer, FetchAnswer, FailureAnswer>;

struct OutgoingRequest {
    Ticket ticket = 0;
    HubRequest message;
};

struct RoundProgress {
    RoundPhase phase = RoundPhase::Hello;
    std::int64_t pushed = 0; ///< records with a receipt
    std::int64_t refused = 0;
    std::int64_t pulled = 0;
    std::int64_t blobsSent = 0; ///< that the hub has all of, and did not say so before
    std::int64_t blobsFetched = 0;
    bool operator==(const RoundProgress&) const = default;
};

struct RoundOptions {
    BatchLimits batch;
    std::size_t pushesInFlight = 2;
    BlobOptions blobs;
    /// How long the hub may hold back an answer while the round is open; 0: the round closes when it is
    /// settled.
    std::chrono::seconds wait{0};
};

class Round {
public:
    Round(Replica& replica, const RoundOptions& options)
        : replica_(replica),
          options_(options),
          timesCarried_(replica.timesCarried()),
          blobs_(replica, options.blobs),
          batch_(options.batch),
          retries_(options.batch) {}

    /// The next request that can leave now, if any. Can throw platform::StorageError.
    std::optional<OutgoingRequest> next();
    /// The head of a page is read: the pull for the page after it, which may leave before the page itself is
    /// read.
    std::optional<OutgoingRequest> announced(Ticket ticket, PullAnswer head);
    /// An answer, or the transport's failure, for a request of this round. Others are ignored.
    void answered(Ticket ticket, HubAnswer answer);
    /// Takes one answer into the replica, or a step that needs none; false when there is nothing to do. Can
    /// throw platform::StorageError.
    bool work();
    /// Whoever drives the round has no more time for it. Can throw platform::StorageError.
    void end();

    /// How long next() holds the next waiting pull back, while it does: a hub that answers at once, though it
    /// has no news, must not be asked without a pause.
    std::optional<Milliseconds> pausesFor() const;

    RoundPhase phase() const { return progress_.phase; }
    const RoundProgress& progress() const { return progress_; }
    /// Why the round closed; nothing when it closed because it was done.
    const std::optional<Failure>& failure() const { return failure_; }
    bool awaitsAnswers() const {
        return helloInFlight_ || !pushes_.empty() || pull_.has_value() || upload_.has_value() ||
               fetch_.has_value();
    }

private:
    struct SentPush {
        Ticket ticket;
        Milliseconds asked;
        bool retries;
        SentBatch batch;
    };
    struct SentPull {
        Ticket ticket;
        Milliseconds asked;
        bool waits;
    };
    /// A question about blobs.
    struct SentQuestion {
        Ticket ticket;
        Milliseconds asked;
        std::size_t answer; ///< its place in HubAnswer
    };
    struct Arrived {
        Ticket ticket;
        Milliseconds asked; ///< when its request left, since boot
        bool waited;        ///< it answers a pull that let the hub hold its answer back
        HubAnswer answer;
    };

    std::optional<OutgoingRequest> nextPush();
    std::optional<OutgoingRequest> nextPull();
    std::optional<OutgoingRequest> nextOfBlobs();
    std::optional<OutgoingRequest> nextUpload();
    std::optional<OutgoingRequest> nextFetch();
    void takeBlobs(const HubAnswer& answer);
    void takeHello(const HelloAnswer& answer, Milliseconds asked);
    void takePush(Ticket ticket, const PushAnswer& answer);
    void takePull(PullAnswer answer, Milliseconds asked, bool waited);
    void takeFailure(Ticket ticket, const FailureAnswer& answer);
    void takeRefusedPush(const SentPush& sent, const Failure& failure);
    std::optional<Push> buildPush();
    bool stepOn();
    void afterPush();
    void close(std::optional<Failure> failure);

    Replica& replica_;
    RoundOptions options_;
    std::uint64_t timesCarried_; ///< when the round began
    RoundProgress progress_;
    std::optional<Failure> failure_;
    Ticket lastTicket_ = 0;
    Ticket helloTicket_ = 0;
    bool helloInFlight_ = false;
    Milliseconds helloAsked_{};
    std::uint64_t round_ = 0;
    LocalSequence sentThrough_ = 0;
    BlobTraffic blobs_;
    std::optional<SentQuestion> upload_;
    std::optional<SentQuestion> fetch_;
    Ticket uploadTicket_ = 0; ///< of the last one, whose answer may wait to be taken in
    Ticket fetchTicket_ = 0;
    BatchLimits batch_;   ///< fewer records at a time while a batch is refused as a whole
    BatchLimits retries_; ///< the same for parked records
    bool retriesSent_ = false;
    /// After and through of a batch whose only record was parked because the hub cannot take it: the ledger
    /// still has to move on.
    std::optional<std::pair<LocalSequence, LocalSequence>> passedOver_;
    int unansweredGaps_ = 0;
    std::deque<SentPush> pushes_;
    std::optional<SentPull> pull_;
    Pull asked_;                        // the last pull that left
    Milliseconds waitsAgainAt_{};       ///< since boot
    std::optional<SentPull> announced_; // the pull whose page is being read while the next one is on its way
    std::optional<PullAnswer>
        lastPage_; // the head of the last page that came, whether it is written yet or not
    std::deque<Arrived> answers_;
};

} // namespace lianxin::sync
