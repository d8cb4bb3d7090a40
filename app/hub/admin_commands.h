// SPDX-License-Identifier: GPL-3.0-or-later
// What an administrator asks of a hub, each verb written once: from arguments as JSON to an answer as JSON.
// The words for a person are found in admin_text.h.
#pragma once

#include "app/hub/hub_access.h"

#include <string>
#include <string_view>

namespace lianxin::hub {

/// Whether runAdminCommand knows the verb: enrol, devices, backup, backups, forget-backup, verify, erase,
/// confirm-clock.
bool isAdminCommand(std::string_view verb);

/// Arguments by verb: enrol {name, role, wards}, backup {to}, forget-backup {number}, erase {record, by}; the
/// others take none. Throws terminal::Trouble with nothing changed, or platform::StorageError.
nlohmann::json runAdminCommand(const std::string& verb, HubAccess& access, const nlohmann::json& arguments);

} // namespace lianxin::hub
