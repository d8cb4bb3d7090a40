// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes to messages, as PROTOCOL.md has it. Total on every input: a message, or the fault with its place,
// within the limits. Any thread may call any of these.
#pragma once

#include "platform/result.h"
#include "sync/wire/limits.h"
#include "sync/wire/messages.h"

#include <functional>
#include <string_view>

namespace lianxin::sync {

template <class Message>
using Decoded = platform::Result<Message, WireFault>;

Decoded<Hello> decodeHello(std::string_view json, const WireLimits& limits);
Decoded<HelloAnswer> decodeHelloAnswer(std::string_view json, const WireLimits& limits);
Decoded<Pull> decodePull(std::string_view json, const WireLimits& limits);
Decoded<FailureAnswer> decodeFailureAnswer(std::string_view json, const WireLimits& limits);

Decoded<Have> decodeHave(std::string_view json, const WireLimits& limits);
Decoded<HaveAnswer> decodeHaveAnswer(std::string_view json, const WireLimits& limits);
Decoded<Send> decodeSend(std::string_view json, const WireLimits& limits);
Decoded<SendAnswer> decodeSendAnswer(std::string_view json, const WireLimits& limits);
Decoded<Fetch> decodeFetch(std::string_view json, const WireLimits& limits);
Decoded<FetchAnswer> decodeFetchAnswer(std::string_view json, const WireLimits& limits);

// Records are read by the schema, which must outlive them. A field that it does not have becomes an
// UnknownField, a type that it does not have a record of Schema::unknown(). Every value fits its field; own
// states and bases are in order.
Decoded<Push> decodePush(std::string_view json, const Schema& schema, const WireLimits& limits);
/// The same, and says how much memory the records take: a short text may stand for a large batch.
Decoded<Push> decodePush(std::string_view json, const Schema& schema, const WireLimits& limits,
                         std::size_t& memory);
Decoded<PushAnswer> decodePushAnswer(std::string_view json, const Schema& schema, const WireLimits& limits);
Decoded<PullAnswer> decodePullAnswer(std::string_view json, const Schema& schema, const WireLimits& limits);
/// The same, and shows all of the page but its records, which take longest, as soon as that is read.
Decoded<PullAnswer> decodePullAnswer(std::string_view json, const Schema& schema, const WireLimits& limits,
                                     const std::function<void(const PullAnswer&)>& headIsRead);

} // namespace lianxin::sync
