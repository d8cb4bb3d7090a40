// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/round/http_link.h"

#include "sync/wire/decode.h"
#include "sync/wire/encode.h"
#include "sync/wire/http_status.h"

namespace lianxin::sync {

namespace {

constexpr Milliseconds answerDeadline = std::chrono::seconds(60);

FailureAnswer failure(NextAction action, std::string code, std::string detail) {
    return {{action, std::move(code), std::move(detail), std::nullopt}, {}, {}};
}

template <class Message>
HubAnswer taken(Decoded<Message> decoded) {
    if (decoded)
        return HubAnswer(std::move(*decoded));
    return failure(NextAction::RetryLater, "not-a-hub", decoded.error().where);
}

} // namespace

HttpLink::HttpLink(const std::string& hubUrl, const std::string& secret, const Schema& schema)
    : client_(hubUrl, "Bearer " + secret, largestAnswerBytes), schema_(schema), packer_(schema) {
    limits_.compressedBytes = largestAnswerBytes;
}

HubAnswer HttpLink::readFailure(const platform::ClientAnswer& answer) const {
    const auto json = packer_.unpack(answer.body, limits_);
    auto decoded = json ? decodeFailureAnswer(*json, limits_)
                        : Decoded<FailureAnswer>(WireFault{WireFault::Kind::Malformed, {}});
    FailureAnswer read =
        decoded ? std::move(*decoded)
                : failure(actionOfHttpStatus(answer.status), codeOfHttpStatus(answer.status), {});
    if (answer.retryAfter)
        read.failure.retryAfter = answer.retryAfter;
    return read;
}

/// Reads an answer to a request of the given kind (its place in HubRequest).
HubAnswer HttpLink::readAnswer(Round& round, Ticket ticket, std::size_t kind,
                               const platform::ClientAnswer& answer) {
    if (!answer.reachedServer)
        return failure(NextAction::WaitForNetwork, "no-answer", answer.failure);
    if (answer.status != 200)
        return readFailure(answer);
    const auto json = packer_.unpack(answer.body, limits_);
    if (!json)
        return failure(NextAction::RetryLater, "not-a-hub", json.error().where);
    if (kind == 1)
        return taken(decodePushAnswer(*json, schema_, limits_));
    if (kind == 2) {
        // The hub can work on the next page while this one is read and written down.
        return taken(decodePullAnswer(*json, schema_, limits_, [&](const PullAnswer& head) {
            if (auto next = round.announced(ticket, head))
                send(round, std::move(*next));
        }));
    }
    if (kind == 3)
        return taken(decodeHaveAnswer(*json, limits_));
    if (kind == 4)
        return taken(decodeSendAnswer(*json, limits_));
    if (kind == 5)
        return taken(decodeFetchAnswer(*json, limits_));
    auto hello = decodeHelloAnswer(*json, limits_);
    form_ = hello && hello->dictionary == packer_.dictionaryNumber() ? BodyForm::Short : BodyForm::Frame;
    return taken(std::move(hello));
}

void HttpLink::send(Round& round, OutgoingRequest request) {
    platform::ClientRequest out;
    out.deadline = answerDeadline;
    const std::size_t kind = request.message.index();
    if (const auto* hello = std::get_if<Hello>(&request.message)) {
        out.path = "/v1/hello";
        out.body = packer_.pack(encode(*hello), BodyForm::Frame);
    } else if (const auto* push = std::get_if<Push>(&request.message)) {
        out.path = "/v1/push";
        out.body = packer_.pack(encode(*push), form_);
    } else if (const auto* have = std::get_if<Have>(&request.message)) {
        out.path = "/v1/have";
        out.body = packer_.pack(encode(*have), form_);
    } else if (const auto* part = std::get_if<Send>(&request.message)) {
        out.path = "/v1/send";
        out.body = packer_.pack(encode(*part), form_);
    } else if (const auto* fetch = std::get_if<Fetch>(&request.message)) {
        out.path = "/v1/fetch";
        out.body = packer_.pack(encode(*fetch), form_);
    } else {
        const auto& pull = std::get<Pull>(request.message);
        out.path = "/v1/pull";
        out.body = packer_.pack(encode(pull), form_);
        out.deadline += pull.wait;
    }
    client_.post(std::move(out),
                 [this, &round, kind, ticket = request.ticket](platform::ClientAnswer answer) {
                     bytesSent_ += answer.bytesSent;
                     bytesReceived_ += answer.bytesReceived;
                     round.answered(ticket, readAnswer(round, ticket, kind, answer));
                 });
}

void runRound(Round& round, HttpLink& link, const platform::Clock& clock, Milliseconds atMost,
              const std::function<void(const RoundProgress&)>& progress) {
    const Milliseconds until = clock.sinceBoot() + atMost;
    std::optional<RoundProgress> reported;
    const auto report = [&] {
        if (reported != round.progress())
            progress(*(reported = round.progress()));
    };
    while (round.phase() != RoundPhase::Closed && clock.sinceBoot() < until) {
        while (auto request = round.next())
            link.send(round, std::move(*request));
        report();
        if (round.work())
            continue;
        const Milliseconds left = std::max(Milliseconds{0}, until - clock.sinceBoot());
        link.wait(std::min(left, round.pausesFor().value_or(left)));
    }
    link.dropAll();
    round.end();
    report();
}

} // namespace lianxin::sync
