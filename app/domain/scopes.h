// SPDX-License-Identifier: GPL-3.0-or-later
// Who may see and who may write what: the scopes of a record, and the scopes and authority of a device.
#pragma once

#include "sync/record/record.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace lianxin::domain {

/// Everything that is, for the desk.
inline constexpr std::string_view everyScope = "*";
/// What every device of the hospital shows, the kiosk in the lobby too: departments, wards, forms and the
/// like.
inline constexpr std::string_view referenceScope = "reference";
/// Staff who belong to no ward, and who of them is on duty. A ward's own staff, roster and beds are in the
/// ward's scope.
inline constexpr std::string_view staffScope = "staff";
/// What the service office works on.
inline constexpr std::string_view officeScope = "office";

std::string wardScope(const sync::Uuid& ward);
/// The ward whose scope this is; nothing: it is no ward's.
std::optional<sync::Uuid> wardOfScope(std::string_view scope);

/// The scopes of a record of this schema. A child (matter_event, field_history) has none of its own: it is
/// seen by whoever sees its parent, and the hub sees to that.
std::vector<std::string> scopesOf(const sync::Record& record);

enum class DeviceRole : std::uint8_t { Kiosk, Ward, Desk };

std::string_view toCode(DeviceRole role);
std::optional<DeviceRole> deviceRoleFromCode(std::string_view code);

/// The scopes a device of this role is enrolled with. `wards` are those a ward tablet serves; other roles
/// ignore them.
std::vector<std::string> scopesFor(DeviceRole role, std::span<const sync::Uuid> wards);

/// Whether records of this type may come from a device of this role at all. Fields that the hub gives are not
/// asked about here: nobody's device writes them.
bool maySubmit(DeviceRole role, const sync::RecordType& type);

/// The same for one record: which steps of a matter a role may take, and whose overwritten values it may pass
/// on.
bool maySubmit(DeviceRole role, const sync::Record& record);

/// The ward's scope that a device of this role must serve to make this record: rounds, stays and cards are a
/// ward's own work. A complaint about another ward is received by anyone. Nothing: none is needed.
std::optional<std::string> scopeNeeded(DeviceRole role, const sync::Record& record);

} // namespace lianxin::domain
