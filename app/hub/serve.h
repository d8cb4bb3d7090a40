// SPDX-License-Identifier: GPL-3.0-or-later
// The hub at work: from its start to the polite request to stop.
#pragma once

#include "app/hub/open_hub.h"
#include "platform/process/signals.h"

#include <cstdint>
#include <iosfwd>
#include <optional>
#include <string>

namespace lianxin::hub {

struct ListenAddress {
    std::string host; ///< numeric
    std::uint16_t port = 0;

    bool operator==(const ListenAddress&) const = default;
};

/// Reads "127.0.0.1:8080", "[::1]:0" or "localhost:8080"; nothing when it is none of these.
std::optional<ListenAddress> readAddress(const std::string& text);
/// "http://HOST:PORT"
std::string urlOf(const ListenAddress& address);

/// Serves until a signal comes. Writes "listening on http://HOST:PORT" to `out` when it is ready, and what an
/// administrator may want to know to the log, a line each. Throws when the store cannot be opened or the
/// address cannot be had.
void serve(const HubFolder& folder, const ListenAddress& address, platform::StopSignals& stop,
           std::ostream& out, const Log& log);

} // namespace lianxin::hub
