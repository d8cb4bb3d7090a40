// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A store's whole state as text, so that two of them are compared as wholes and a difference can be read.

#include "sync/hub/hub.h"
#include "sync/replica/replica.h"

#include <map>
#include <string>

namespace lianxin::world {

/// Everything a record says: every field, every write, with dots, stamps, claims and bases. Not its cover,
/// which is only a way to write that down.
std::string textOf(const sync::Record& record);

using StateText = std::map<std::string, std::string>; // by type and id

/// Every record that the device may show, its history included.
StateText visibleState(sync::Replica& replica);
/// Every record at the hub that stands in a scope the device has.
StateText hubState(sync::Hub& hub, sync::DeviceNumber device);

/// What differs, a line for each record; empty when nothing does.
std::string difference(const StateText& a, const StateText& b);

} // namespace lianxin::world
