// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/world/over_wire.h"

#include "sync/wire/decode.h"
#include "sync/wire/encode.h"

#include <stdexcept>

namespace lianxin::world {

using namespace lianxin::sync;

namespace {

template <class Message>
Message taken(Decoded<Message> decoded) {
    if (!decoded)
        throw std::logic_error("unreadable on the wire at " + decoded.error().where);
    return std::move(*decoded);
}

} // namespace

HubRequest overWire(const HubRequest& request, const Schema& reader) {
    const WireLimits limits;
    if (const auto* hello = std::get_if<Hello>(&request))
        return taken(decodeHello(encode(*hello), limits));
    if (const auto* push = std::get_if<Push>(&request))
        return taken(decodePush(encode(*push), reader, limits));
    if (const auto* have = std::get_if<Have>(&request))
        return taken(decodeHave(encode(*have), limits));
    if (const auto* send = std::get_if<Send>(&request))
        return taken(decodeSend(encode(*send), limits));
    if (const auto* fetch = std::get_if<Fetch>(&request))
        return taken(decodeFetch(encode(*fetch), limits));
    return taken(decodePull(encode(std::get<Pull>(request)), limits));
}

HubAnswer overWire(const HubAnswer& answer, const Schema& reader) {
    const WireLimits limits;
    if (const auto* hello = std::get_if<HelloAnswer>(&answer))
        return taken(decodeHelloAnswer(encode(*hello), limits));
    if (const auto* push = std::get_if<PushAnswer>(&answer))
        return taken(decodePushAnswer(encode(*push), reader, limits));
    if (const auto* page = std::get_if<PullAnswer>(&answer))
        return taken(decodePullAnswer(encode(*page), reader, limits));
    if (const auto* have = std::get_if<HaveAnswer>(&answer))
        return taken(decodeHaveAnswer(encode(*have), limits));
    if (const auto* send = std::get_if<SendAnswer>(&answer))
        return taken(decodeSendAnswer(encode(*send), limits));
    if (const auto* fetch = std::get_if<FetchAnswer>(&answer))
        return taken(decodeFetchAnswer(encode(*fetch), limits));
    return taken(decodeFailureAnswer(encode(std::get<FailureAnswer>(answer)), limits));
}

} // namespace lianxin::world
