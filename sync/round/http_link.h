// SPDX-License-Identifier: GPL-3.0-or-later
// Carries a round's requests to the hub over HTTP and hands the answers back. Nothing but a hub's own answer
// counts as one: whatever else answers on the way is a failure.
#pragma once

#include "platform/http/client.h"
#include "sync/round/round.h"
#include "sync/wire/limits.h"
#include "sync/wire/pack.h"

namespace lianxin::sync {

/// Of an answer's body as it arrives.
inline constexpr std::size_t largestAnswerBytes = std::size_t{8} << 20;

class HttpLink {
public:
    /// `secret` is what the hub gave this device at enrolment.
    HttpLink(const std::string& hubUrl, const std::string& secret, const Schema& schema);

    /// Starts a request of the round. The round must outlive it, or dropAll() be called before the round
    /// ends.
    void send(Round& round, OutgoingRequest request);
    /// Waits for traffic or wake(), and hands over what came. Can throw platform::StorageError from nothing:
    /// it only stores answers in the round.
    void wait(Milliseconds atMost) { client_.runOnce(atMost); }
    void wake() noexcept { client_.wake(); }
    void dropAll() { client_.cancelAll(); }

    std::uint64_t bytesSent() const { return bytesSent_; }
    std::uint64_t bytesReceived() const { return bytesReceived_; }

private:
    platform::HttpClient client_;
    HubAnswer readAnswer(Round& round, Ticket ticket, std::size_t kind, const platform::ClientAnswer& answer);
    HubAnswer readFailure(const platform::ClientAnswer& answer) const;

    const Schema& schema_;
    Packer packer_;
    /// Bodies are short once the hub has said that its dictionary is the same.
    BodyForm form_ = BodyForm::Frame;
    WireLimits limits_;
    std::uint64_t bytesSent_ = 0;
    std::uint64_t bytesReceived_ = 0;
};

/// Drives the round until it closes, or is open with nothing left to send or take in, or `atMost` has passed.
void runRound(Round& round, HttpLink& link, const platform::Clock& clock, Milliseconds atMost,
              const std::function<void(const RoundProgress&)>& progress);

} // namespace lianxin::sync
