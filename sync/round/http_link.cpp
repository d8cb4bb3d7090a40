// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/round/http_link.h"

#include "sync/wire/decode.h"
#include "sync/wire/encode.h"
#include "sync/wire/http_status.h"
#include "sync/wire/pack.h"

namespace lianxin::sync {

namespace {

constexpr std::size_t largestAnswer = std::size_t{8} << 20;
constexpr Milliseconds answerDeadline = std::chrono::seconds(60);

FailureAnswer failure(NextAction action, std::string code, std::string detail) {
    return {{action, std::move(code), std::move(detail), std::nullopt}, {}, {}};
}

template <class Message> HubAnswer taken(Decoded<Message> decoded) {
    if (decoded)
        return HubAnswer(std::move(*decoded));
    return failure(NextAction::RetryLater, "not-a-hub", decoded.error().where);
}

HubAnswer readFailure(const platform::ClientAnswer &answer, const WireLimits &limits) {
    const auto json = unpack(answer.body, limits);
    auto decoded = json ? decodeFailureAnswer(*json, limits)
                        : Decoded<FailureAnswer>(WireFault{WireFault::Kind::Malformed, {}});
    FailureAnswer read = decoded ? std::move(*decoded)
                                 : failure(actionOfHttpStatus(answer.status), "http-" + std::to_string(answer.status), {});
    if (answer.retryAfter)
        read.failure.retryAfter = answer.retryAfter;
    return read;
}

/// Reads an answer to a request of the given kind (its place in HubRequest).
HubAnswer readAnswer(std::size_t kind, const platform::ClientAnswer &answer, const Schema &schema,
                     const WireLimits &limits) {
    if (!answer.reachedServer)
        return failure(NextAction::WaitForNetwork, "no-answer", answer.failure);
    if (answer.status != 200)
        return readFailure(answer, limits);
    const auto json = unpack(answer.body, limits);
    if (!json)
        return failure(NextAction::RetryLater, "not-a-hub", json.error().where);
    if (kind == 0)
        return taken(decodeHelloAnswer(*json, limits));
    if (kind == 1)
        return taken(decodePushAnswer(*json, schema, limits));
    return taken(decodePullAnswer(*json, schema, limits));
}

} // namespace

HttpLink::HttpLink(const std::string &hubUrl, const std::string &secret, const Schema &schema)
    : client_(hubUrl, "Bearer " + secret, largestAnswer), schema_(schema) {
    limits_.compressedBytes = largestAnswer;
}

void HttpLink::send(Round &round, OutgoingRequest request) {
    platform::ClientRequest out;
    out.deadline = answerDeadline;
    const std::size_t kind = request.message.index();
    if (const auto *hello = std::get_if<Hello>(&request.message)) {
        out.path = "/v1/hello";
        out.body = pack(encode(*hello));
    } else if (const auto *push = std::get_if<Push>(&request.message)) {
        out.path = "/v1/push";
        out.body = pack(encode(*push));
    } else {
        const auto &pull = std::get<Pull>(request.message);
        out.path = "/v1/pull";
        out.body = pack(encode(pull));
        out.deadline += pull.wait;
    }
    client_.post(std::move(out), [this, &round, kind, ticket = request.ticket](platform::ClientAnswer answer) {
        bytesSent_ += answer.bytesSent;
        bytesReceived_ += answer.bytesReceived;
        round.answered(ticket, readAnswer(kind, answer, schema_, limits_));
    });
}

void runRound(Round &round, HttpLink &link, const platform::Clock &clock, Milliseconds atMost,
              const std::function<void(const RoundProgress &)> &progress) {
    const Milliseconds until = clock.sinceBoot() + atMost;
    RoundPhase reported = RoundPhase::Closed;
    while (round.phase() != RoundPhase::Closed && clock.sinceBoot() < until) {
        while (auto request = round.next())
            link.send(round, std::move(*request));
        if (round.phase() != reported)
            progress(round.progress());
        reported = round.phase();
        if (round.work())
            continue;
        link.wait(std::max(Milliseconds{0}, until - clock.sinceBoot()));
    }
    link.dropAll();
    progress(round.progress());
}

} // namespace lianxin::sync
