// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A store as the statements that make it again: small enough to be kept for ever, and every change of it can be
// read.

#include "platform/sqlite/database.h"

#include <string>

namespace lianxin::hub {

std::string storeAsSql(platform::Database& database);

} // namespace lianxin::hub
