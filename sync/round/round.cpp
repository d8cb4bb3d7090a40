// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/round/round.h"

#include <algorithm>
#include <array>
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
        if (auto push = nextPush())
            return push;
        return progress_.phase == RoundPhase::Pull ? nextPull() : std::nullopt;
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
    if (pushes_.size() >= options_.pushesInFlight)
        return std::nullopt;
    const LocalSequence after = std::max(sentThrough_, replica_.state().receivedThrough);
    const bool retries =
        !retriesSent_ && after == replica_.state().receivedThrough && !replica_.parked().empty();
    if (after >= replica_.lastSequence() && !retries)
        return std::nullopt;
    Push push = replica_.nextPush(after, options_.batch);
    push.round = round_;
    sentThrough_ = push.through;
    retriesSent_ = retriesSent_ || retries;
    if (push.records.empty() && push.retried.empty() && push.through == push.after) {
        afterPush(); // no parked record was due
        return std::nullopt;
    }
    pushes_.push_back({++lastTicket_, replica_.sinceBoot(), sentRecords(push)});
    return OutgoingRequest{lastTicket_, std::move(push)};
}

std::optional<OutgoingRequest> Round::nextPull() {
    if (pull_)
        return std::nullopt;
    const bool waits = progress_.phase == RoundPhase::Open;
    Pull pull;
    if (lastPage_ && lastPage_->more) {
        pull = {lastPage_->mark, lastPage_->cursors, std::chrono::seconds(0)};
    } else if (lastPage_ && !answers_.empty()) {
        return std::nullopt; // the last page is not written yet
    } else {
        pull = replica_.nextPull(waits ? options_.wait : std::chrono::seconds(0));
    }
    pull_ = SentPull{++lastTicket_, replica_.sinceBoot(), waits};
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
            {ticket, asked,
             FailureAnswer{{NextAction::RetryLater, "answer-of-another-kind", {}, {}}, {}, {}}});
        return;
    }
    if (const auto* page = std::get_if<PullAnswer>(&answer); page && !isAnnounced)
        lastPage_ = PullAnswer{page->hubTime, page->mark, page->cursors, {}, {}, page->more};
    answers_.push_back({ticket, asked, std::move(answer)});
}

bool Round::work() {
    if (answers_.empty() || progress_.phase == RoundPhase::Closed)
        return false;
    auto [ticket, asked, answer] = std::move(answers_.front());
    answers_.pop_front();
    if (const auto* hello = std::get_if<HelloAnswer>(&answer))
        takeHello(*hello, asked);
    else if (const auto* push = std::get_if<PushAnswer>(&answer))
        takePush(ticket, *push);
    else if (auto* pull = std::get_if<PullAnswer>(&answer))
        takePull(std::move(*pull), asked);
    else
        takeFailure(std::get<FailureAnswer>(answer));
    return true;
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
    replica_.applyReceipt(sent->records, answer, sent->asked);
    progress_.refused += static_cast<std::int64_t>(answer.refused.size());
    progress_.pushed +=
        static_cast<std::int64_t>(sent->records.size()) - static_cast<std::int64_t>(answer.refused.size());
    pushes_.erase(sent);
    if (replica_.state().receivedThrough > before)
        unansweredGaps_ = 0;
    afterPush();
}

/// All receipts are here, or the next batch has to be built, or one batch overtook another on its way.
void Round::afterPush() {
    if (!pushes_.empty())
        return;
    if (sentThrough_ > replica_.state().receivedThrough) {
        constexpr int patience = 3;
        sentThrough_ = replica_.state().receivedThrough;
        if (++unansweredGaps_ > patience)
            close(Failure{NextAction::RetryLater, "ledger-does-not-move", {}, {}});
        return;
    }
    const bool retriesLeft = !retriesSent_ && !replica_.parked().empty();
    if (progress_.phase == RoundPhase::Push && sentThrough_ >= replica_.lastSequence() && !retriesLeft) {
        // Blobs have their place here and no content yet.
        progress_.phase = RoundPhase::Blobs;
        progress_.phase = RoundPhase::Pull;
    }
}

void Round::takePull(PullAnswer answer, Milliseconds asked) {
    const bool more = answer.more;
    const auto pulled = static_cast<std::int64_t>(answer.records.size());
    replica_.applyPull(std::move(answer), asked);
    progress_.pulled += pulled;
    if (more || progress_.phase != RoundPhase::Pull)
        return;
    progress_.phase = RoundPhase::Settle;
    if (options_.wait == std::chrono::seconds(0))
        close(std::nullopt);
    else
        progress_.phase = RoundPhase::Open;
}

void Round::takeFailure(const FailureAnswer& answer) {
    if (answer.failure.action == NextAction::ClockWrong)
        replica_.applyClockWrong(answer.dots, answer.hubTime);
    close(answer.failure);
}

void Round::close(std::optional<Failure> failure) {
    failure_ = std::move(failure);
    progress_.phase = RoundPhase::Closed;
    answers_.clear();
}

} // namespace lianxin::sync
