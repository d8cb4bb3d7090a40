// SPDX-License-Identifier: GPL-3.0-or-later
// What a round sends and fetches of blobs. Bytes of a blob leave one part after the other, each when the hub
// has said how far it is: after a broken connection nothing goes twice that had arrived. Parts are small, and
// a round sends what was saved before it sends the next one: words before pictures.
//
// Like the round it does no input or output. It gives up nothing for good: what the hub does not take now is
// tried again by the next round.
#pragma once

#include "sync/replica/replica.h"

#include <deque>
#include <optional>
#include <set>
#include <variant>

namespace lianxin::sync {

struct BlobOptions {
    std::size_t askedAtOnce = 500;
    std::int64_t partBytes = std::int64_t{128} * 1024;
};

class BlobTraffic {
public:
    using Question = std::variant<Have, Send>;

    BlobTraffic(Replica& replica, const BlobOptions& options) : replica_(replica), options_(options) {}

    /// The next question on the way to the hub, where none is open. Can throw platform::StorageError, as all
    /// of these.
    std::optional<Question> nextUpload();
    std::optional<Fetch> nextFetch();
    /// Nothing: the hub answers something else than it was asked.
    std::optional<Failure> take(const HaveAnswer& answer);
    void take(const SendAnswer& answer);
    void take(const FetchAnswer& answer);
    /// The hub refuses the open question itself.
    void uploadRefused();
    void fetchRefused();
    /// A blob that the hub had not may have come there meanwhile.
    void fetchAgain() { triedToFetch_.clear(); }

    /// Whether the hub is still to be asked what it has.
    bool isToAsk();
    /// Whether anything is left that this round can do.
    bool isDone();

    std::int64_t sent() const { return sent_; }
    std::int64_t fetched() const { return fetched_; }

private:
    struct Upload {
        BlobAddress blob;
        std::int64_t held = 0; ///< at the hub
        int stalls = 0;        ///< parts that brought it no further
    };

    void lookAround();
    void dropFirst();

    Replica& replica_;
    BlobOptions options_;
    std::uint64_t newsSeen_ = 0;
    std::deque<BlobAddress> unasked_;
    std::deque<Upload> uploads_;
    std::deque<BlobAddress> wanted_;
    std::set<BlobAddress> asked_;        // the hub has said of them what it has, or was refused an answer
    std::set<BlobAddress> triedToFetch_; // what did not come whole
    std::vector<BlobAddress> openHave_;
    bool uploadOpen_ = false;
    std::optional<Fetch> openFetch_;
    std::int64_t sent_ = 0;
    std::int64_t fetched_ = 0;
};

} // namespace lianxin::sync
