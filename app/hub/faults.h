// SPDX-License-Identifier: GPL-3.0-or-later
// Faults of the machine put into words for whoever looks after the hub.
#pragma once

#include "app/hub/hub_folder.h"
#include "app/terminal/message.h"

#include <exception>

namespace lianxin::hub {

/// What is a Trouble already stays as it is.
terminal::Trouble troubleFrom(const std::exception& fault, const HubFolder& folder);

} // namespace lianxin::hub
