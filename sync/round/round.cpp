// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/round/round.h"

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

namespace lianxin::sync {

std::string_view nameOf(RoundPhase phase) {
    constexpr std::array<std::string_view, 7> names{"hello",  "push", "blobs", "pull",
                                                    "settle", "open", "closed"};
    return names[static_cast<std::size_t>(phase)];
}

std::optional<OutgoingRequest> Round::next() {
    switch (progress_.phase) {
    case RoundPhase::Hello:
        if (helloTicket_ != 0)
            return std::nullopt;
        helloInFlight_ = true;
        helloAsked_ = replica_.sinceBoot();
        helloTicket_ = ++lastTicket_;
        return OutgoingRequest{helloTicket_, replica_.hello()};
    case RoundPhase::Push:
        return nextPush();
    case RoundPhase::Blobs:
    case RoundPhase::Settle:
    case RoundPhase::Closed:
        return std::nullopt;
    case RoundPhase::Pull:
        return nextPull();
    case RoundPhase::Open:
        if (auto push = nextPush())
            return push;
        return nextPull();
    }
    return std::nullopt;
}

std::optional<OutgoingRequest> Round::nextPush() {
    // One by one while the hub refuses whole batches.
    const bool careful = batch_.records < options_.batch.records;
    if (pushes_.size() >= (careful ? 1 : options_.pushesInFlight))
        return std::nullopt;
    auto push = buildPush();
    if (!push) {
        afterPush(); // no parked record is due any more
        return std::nullopt;
    }
    push->round = round_;
    sentThrough_ = std::max(sentThrough_, push->through);
    pushes_.push_back({++lastTicket_, replica_.sinceBoot(), !push->retried.empty(), sentBatch(*push)});
    return OutgoingRequest{lastTicket_, std::move(*push)};
}

std::optional<Push> Round::buildPush() {
    const LocalSequence received = replica_.state().receivedThrough;
    if (const auto span = std::exchange(passedOver_, std::nullopt)) {
        Push empty;
        empty.writer = replica_.writer();
        std::tie(empty.after, empty.through) = *span;
        if (empty.after <= received)
            return empty;
        sentThrough_ = received; // what stood before it was not taken either
    }
    const LocalSequence after = std::max(sentThrough_, received);
    if (after < replica_.lastSequence())
        return replica_.nextPush(after, batch_);
    if (retriesSent_ || !pushes_.empty() || !replica_.hasRetries())
        return std::nullopt;
    retriesSent_ = true;
    return replica_.nextRetries(retries_);
}

std::optional<OutgoingRequest> Round::nextPull() {
    if (pull_)
        return std::nullopt;
    const bool waits = progress_.phase == RoundPhase::Open;
    if (waits && pausesFor())
        return std::nullopt;
    Pull pull;
    if (lastPage_ && lastPage_->more) {
        pull = Replica::pullAfter(asked_, *lastPage_);
    } else if (lastPage_ && !answers_.empty()) {
        return std::nullopt; // the last page is not written yet
    } else {
        pull = replica_.nextPull(waits ? options_.wait : std::chrono::seconds(0));
    }
    pull_ = SentPull{++lastTicket_, replica_.sinceBoot(), waits};
    asked_ = pull;
    return OutgoingRequest{lastTicket_, std::move(pull)};
}

std::optional<OutgoingRequest> Round::announced(Ticket ticket, PullAnswer head) {
    if (progress_.phase == RoundPhase::Closed || !pull_ || pull_->ticket != ticket || announced_ ||
        !head.more)
        return std::nullopt;
    announced_ = std::exchange(pull_, std::nullopt);
    lastPage_ = std::move(head);
    return nextPull();
}

void Round::answered(Ticket ticket, HubAnswer answer) {
    const auto push = std::find_if(pushes_.begin(), pushes_.end(),
                                   [ticket](const SentPush& sent) { return sent.ticket == ticket; });
    const bool isPush = push != pushes_.end();
    const bool isHello = helloInFlight_ && ticket == helloTicket_;
    const bool isAnnounced = announced_ && announced_->ticket == ticket;
    const bool isPull = isAnnounced || (pull_ && pull_->ticket == ticket);
    if (progress_.phase == RoundPhase::Closed || !(isPush || isHello || isPull))
        return;
    std::optional<SentPull>& pull = isAnnounced ? announced_ : pull_;
    const Milliseconds asked = isHello ? helloAsked_ : isPull ? pull->asked : push->asked;
    const bool waited = isPull && pull->waits;
    if (isHello)
        helloInFlight_ = false;
    if (isPull)
        pull.reset();
    const bool fits = std::holds_alternative<FailureAnswer>(answer) ||
                      (isHello && std::holds_alternative<HelloAnswer>(answer)) ||
                      (isPush && std::holds_alternative<PushAnswer>(answer)) ||
                      (isPull && std::holds_alternative<PullAnswer>(answer));
    if (!fits) {
        answers_.push_back(
            {ticket, asked, waited,
             FailureAnswer{{NextAction::RetryLater, "answer-of-another-kind", {}, {}}, {}, {}}});
        return;
    }
    if (const auto* page = std::get_if<PullAnswer>(&answer); page && !isAnnounced)
        lastPage_ = PullAnswer{page->hubTime, page->mark, page->cursors, {}, {}, page->more};
    answers_.push_back({ticket, asked, waited, std::move(answer)});
}

bool Round::work() {
    if (answers_.empty() || progress_.phase == RoundPhase::Closed)
        return stepOn();
    if (replica_.timesCarried() != timesCarried_) {
        // The hub gave it before receipts that came on a stick. Its mark is older than theirs: whoever took it
        // would not notice that the hub was put back to a time between the two.
        close(Failure{NextAction::NewRound, "carried-meanwhile", {}, {}});
        return true;
    }
    auto [ticket, asked, waited, answer] = std::move(answers_.front());
    answers_.pop_front();
    if (const auto* hello = std::get_if<HelloAnswer>(&answer))
        takeHello(*hello, asked);
    else if (const auto* push = std::get_if<PushAnswer>(&answer))
        takePush(ticket, *push);
    else if (auto* pull = std::get_if<PullAnswer>(&answer))
        takePull(std::move(*pull), asked, waited);
    else
        takeFailure(ticket, std::get<FailureAnswer>(answer));
    return true;
}

/// From a phase in which nothing is asked to the next one.
bool Round::stepOn() {
    if (progress_.phase == RoundPhase::Blobs) // they have their place here and no content yet
        progress_.phase = RoundPhase::Pull;
    else if (progress_.phase != RoundPhase::Settle)
        return false;
    else if (options_.wait == std::chrono::seconds(0))
        close(std::nullopt);
    else
        progress_.phase = RoundPhase::Open;
    return true;
}

std::optional<Milliseconds> Round::pausesFor() const {
    const Milliseconds left = waitsAgainAt_ - replica_.sinceBoot();
    const bool holdsBack = progress_.phase == RoundPhase::Open && !pull_ && left > Milliseconds{0};
    return holdsBack ? std::optional(left) : std::nullopt;
}

void Round::end() {
    if (progress_.phase != RoundPhase::Closed)
        close(std::nullopt);
}

void Round::takeHello(const HelloAnswer& answer, Milliseconds asked) {
    replica_.applyHello(answer, asked);
    round_ = answer.round;
    sentThrough_ = replica_.state().receivedThrough;
    progress_.phase = RoundPhase::Push;
    afterPush();
}

void Round::takePush(Ticket ticket, const PushAnswer& answer) {
    const auto sent = std::find_if(pushes_.begin(), pushes_.end(),
                                   [ticket](const SentPush& push) { return push.ticket == ticket; });
    if (sent == pushes_.end())
        return; // its answer came twice
    const LocalSequence before = replica_.state().receivedThrough;
    replica_.applyReceipt(sent->batch, answer, sent->asked);
    progress_.refused += static_cast<std::int64_t>(answer.refused.size());
    progress_.pushed += static_cast<std::int64_t>(sent->batch.records.size()) -
                        static_cast<std::int64_t>(answer.refused.size());
    pushes_.erase(sent);
    if (replica_.state().receivedThrough > before) {
        unansweredGaps_ = 0;
        batch_.records = std::min(batch_.records * 2, options_.batch.records);
    }
    afterPush();
}

/// The hub took nothing of a push. What it does not take is found by halving, and parked; the rest moves on.
void Round::takeRefusedPush(const SentPush& sent, const Failure& failure) {
    const std::size_t half = std::max<std::size_t>(1, sent.batch.records.size() / 2);
    (sent.retries ? retries_ : batch_).records = half;
    unansweredGaps_ = 0;
    if (sent.batch.records.size() > 1) {
        if (sent.retries)
            retriesSent_ = false;
        else
            sentThrough_ = replica_.state().receivedThrough;
        return afterPush();
    }
    replica_.setAside(sent.batch.records.front(), failure);
    ++progress_.refused;
    if (!sent.retries && !passedOver_) {
        passedOver_ = std::pair(sent.batch.after, sent.batch.through);
        sentThrough_ = sent.batch.through; // what left behind it leaves again
    }
    afterPush();
}

/// All receipts are here, or the next batch has to be built, or one batch overtook another on its way.
void Round::afterPush() {
    if (!pushes_.empty() || passedOver_)
        return;
    if (sentThrough_ > replica_.state().receivedThrough) {
        constexpr int patience = 3;
        sentThrough_ = replica_.state().receivedThrough;
        if (++unansweredGaps_ > patience)
            close(Failure{NextAction::RetryLater, "ledger-does-not-move", {}, {}});
        return;
    }
    const bool retriesLeft = !retriesSent_ && replica_.hasRetries();
    if (progress_.phase == RoundPhase::Push && sentThrough_ >= replica_.lastSequence() && !retriesLeft)
        progress_.phase = RoundPhase::Blobs;
}

void Round::takePull(PullAnswer answer, Milliseconds asked, bool waited) {
    constexpr Milliseconds shortestWait = std::chrono::seconds(1);
    const bool more = answer.more;
    const auto pulled = static_cast<std::int64_t>(answer.records.size());
    const bool isNews = more || pulled > 0 || !answer.left.empty() ||
                        answer.cursors != replica_.nextPull(std::chrono::seconds(0)).cursors;
    if (!replica_.applyPull(std::move(answer), asked))
        return close(Failure{NextAction::NewRound, "part-without-the-rest", {}, {}});
    progress_.pulled += pulled;
    if (waited) {
        if (!isNews)
            waitsAgainAt_ = asked + shortestWait;
        retriesSent_ = false; // a parked record may have come due meanwhile
        retries_ = options_.batch;
    }
    if (!more && progress_.phase == RoundPhase::Pull)
        progress_.phase = RoundPhase::Settle;
}

void Round::takeFailure(Ticket ticket, const FailureAnswer& answer) {
    const auto push = std::find_if(pushes_.begin(), pushes_.end(),
                                   [ticket](const SentPush& sent) { return sent.ticket == ticket; });
    if (answer.failure.action == NextAction::Refused && push != pushes_.end() &&
        !push->batch.records.empty()) {
        const SentPush sent = std::move(*push);
        pushes_.erase(push);
        return takeRefusedPush(sent, answer.failure);
    }
    if (answer.failure.action == NextAction::ClockWrong)
        replica_.applyClockWrong(answer.dots, answer.hubTime);
    close(answer.failure);
}

void Round::close(std::optional<Failure> failure) {
    failure_ = std::move(failure);
    progress_.phase = RoundPhase::Closed;
    answers_.clear();
    replica_.endRound();
}

} // namespace lianxin::sync
