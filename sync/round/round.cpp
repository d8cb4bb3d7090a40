// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/round/round.h"

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

namespace lianxin::sync {

namespace {

template <class Answer, class... All>
constexpr std::size_t placeIn(const std::variant<All...>* /*type*/) {
    constexpr std::array<bool, sizeof...(All)> is{std::is_same_v<Answer, All>...};
    return static_cast<std::size_t>(std::find(is.begin(), is.end(), true) - is.begin());
}

/// A request and its answer stand at the same place of their variants.
template <class Answer>
constexpr std::size_t answerPlace = placeIn<Answer>(static_cast<const HubAnswer*>(nullptr));

} // namespace

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
    case RoundPhase::Closed:
        return std::nullopt;
    case RoundPhase::Pull:
        if (auto pull = nextPull())
            return pull;
        return nextOfBlobs();
    case RoundPhase::Blobs:
    case RoundPhase::Settle:
        if (auto push = nextPush())
            return push;
        return nextOfBlobs();
    case RoundPhase::Open:
        if (auto push = nextPush())
            return push;
        if (auto question = nextOfBlobs())
            return question;
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

/// What somebody waits for comes before what is only brought to safety.
std::optional<OutgoingRequest> Round::nextOfBlobs() {
    auto fetch = nextFetch();
    return fetch ? std::move(fetch) : nextUpload();
}

std::optional<OutgoingRequest> Round::nextUpload() {
    if (upload_)
        return std::nullopt;
    auto question = blobs_.nextUpload();
    if (!question)
        return std::nullopt;
    uploadTicket_ = ++lastTicket_;
    const auto widened = [](auto&& message) { return HubRequest(std::forward<decltype(message)>(message)); };
    HubRequest request = std::visit(widened, std::move(*question));
    upload_ = SentQuestion{uploadTicket_, replica_.sinceBoot(), request.index()};
    return OutgoingRequest{uploadTicket_, std::move(request)};
}

std::optional<OutgoingRequest> Round::nextFetch() {
    if (fetch_)
        return std::nullopt;
    auto fetch = blobs_.nextFetch();
    if (!fetch)
        return std::nullopt;
    fetchTicket_ = ++lastTicket_;
    HubRequest request(std::move(*fetch));
    fetch_ = SentQuestion{fetchTicket_, replica_.sinceBoot(), request.index()};
    return OutgoingRequest{fetchTicket_, std::move(request)};
}

void Round::answered(Ticket ticket, HubAnswer answer) {
    const auto push = std::find_if(pushes_.begin(), pushes_.end(),
                                   [ticket](const SentPush& sent) { return sent.ticket == ticket; });
    const bool isPush = push != pushes_.end();
    const bool isHello = helloInFlight_ && ticket == helloTicket_;
    const bool isAnnounced = announced_ && announced_->ticket == ticket;
    const bool isPull = isAnnounced || (pull_ && pull_->ticket == ticket);
    const bool isUpload = upload_ && upload_->ticket == ticket;
    const bool isQuestion = isUpload || (fetch_ && fetch_->ticket == ticket);
    if (progress_.phase == RoundPhase::Closed || !(isPush || isHello || isPull || isQuestion))
        return;
    std::optional<SentPull>& pull = isAnnounced ? announced_ : pull_;
    std::optional<SentQuestion>& question = isUpload ? upload_ : fetch_;
    const Milliseconds asked = isHello      ? helloAsked_
                               : isPull     ? pull->asked
                               : isQuestion ? question->asked
                                            : push->asked;
    const bool waited = isPull && pull->waits;
    const std::size_t expected = isHello      ? answerPlace<HelloAnswer>
                                 : isPull     ? answerPlace<PullAnswer>
                                 : isQuestion ? question->answer
                                              : answerPlace<PushAnswer>;
    if (isHello)
        helloInFlight_ = false;
    if (isPull)
        pull.reset();
    if (isQuestion)
        question.reset();
    if (answer.index() != expected && !std::holds_alternative<FailureAnswer>(answer)) {
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
        // The hub gave it before receipts that came on a stick. Its mark is older than theirs: whoever took
        // it would not notice that the hub was put back to a time between the two.
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
    else if (!std::holds_alternative<FailureAnswer>(answer))
        takeBlobs(answer);
    else
        takeFailure(ticket, std::get<FailureAnswer>(answer));
    return true;
}

/// From a phase in which nothing is asked to the next one.
bool Round::stepOn() {
    switch (progress_.phase) {
    case RoundPhase::Blobs:
        // Their bytes follow beside the pages: nobody's words wait for pictures.
        if (blobs_.isToAsk())
            return false;
        progress_.phase = RoundPhase::Pull;
        return true;
    case RoundPhase::Settle:
        if (options_.wait > std::chrono::seconds(0))
            progress_.phase = RoundPhase::Open;
        else if (blobs_.isDone() && !awaitsAnswers())
            close(std::nullopt);
        else
            return false;
        return true;
    default:
        return false;
    }
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
        blobs_.fetchAgain();
        if (!isNews)
            waitsAgainAt_ = asked + shortestWait;
        retriesSent_ = false; // a parked record may have come due meanwhile
        retries_ = options_.batch;
    }
    if (!more && progress_.phase == RoundPhase::Pull)
        progress_.phase = RoundPhase::Settle;
}

void Round::takeBlobs(const HubAnswer& answer) {
    if (const auto* have = std::get_if<HaveAnswer>(&answer)) {
        if (auto failure = blobs_.take(*have))
            return close(std::move(failure));
    } else if (const auto* send = std::get_if<SendAnswer>(&answer)) {
        blobs_.take(*send);
    } else {
        blobs_.take(std::get<FetchAnswer>(answer));
    }
    progress_.blobsSent = blobs_.sent();
    progress_.blobsFetched = blobs_.fetched();
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
    if (answer.failure.action == NextAction::Refused && ticket == uploadTicket_)
        return blobs_.uploadRefused();
    if (answer.failure.action == NextAction::Refused && ticket == fetchTicket_)
        return blobs_.fetchRefused();
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
