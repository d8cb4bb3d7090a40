// SPDX-License-Identifier: GPL-3.0-or-later
// A question to the hub that is no exchange of records: one request, one answer, nothing kept.
#pragma once

#include "app/store/device.h"

#include <nlohmann/json.hpp>

namespace lianxin::store {

enum class HubSaid : std::uint8_t {
    Answer,
    NoNetwork, ///< nobody answered in time
    NotNow,    ///< asked too often, or the hub is busy
    Refused,   ///< the hub does not take the question or the device
};

struct HubReply {
    HubSaid said = HubSaid::NoNetwork;
    nlohmann::json answer; ///< of Answer
};

/// Blocks until there is an answer, for ten seconds at most. Any thread but the window's.
HubReply askHub(const Settings& settings, const std::string& path, const nlohmann::json& question);

} // namespace lianxin::store
