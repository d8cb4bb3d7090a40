// SPDX-License-Identifier: GPL-3.0-or-later
// Messages to bytes, as PROTOCOL.md has it. Any thread may call any of these.
#pragma once

#include "sync/wire/messages.h"

#include <string>

namespace lianxin::sync {

// Each gives the message as JSON without superfluous space. What stands at its default is left out, and
// records are grouped by type and laid out by column. Texts must be UTF-8 and reals finite, as everything in
// a replica is.
std::string encode(const Hello& hello);
std::string encode(const HelloAnswer& answer);
std::string encode(const Push& push);
std::string encode(const PushAnswer& answer);
std::string encode(const Pull& pull);
std::string encode(const PullAnswer& answer);
std::string encode(const Have& have);
std::string encode(const HaveAnswer& answer);
std::string encode(const Send& send);
std::string encode(const SendAnswer& answer);
std::string encode(const Fetch& fetch);
std::string encode(const FetchAnswer& answer);
std::string encode(const FailureAnswer& answer);

} // namespace lianxin::sync
