// SPDX-License-Identifier: GPL-3.0-or-later
// 回执码: what a patient takes home to ask what became of a matter (P-25). Eight signs in two groups; no
// letter that is taken for a digit, and the last sign tells whether one of the others was copied wrongly.
#pragma once

#include "platform/random/random.h"

#include <optional>
#include <string>
#include <string_view>

namespace lianxin::domain {

/// Eight signs without a gap, as they are stored.
std::string makeLookupCode(platform::Random& random);

/// From what a person typed: small letters, gaps and hyphens are fine, and so is O for 0, I or L for 1.
/// Nothing when it is no code, or one sign is wrong.
std::optional<std::string> readLookupCode(std::string_view typed);

/// As it is read aloud and written down: "7K3M 92XD".
std::string lookupCodeInGroups(std::string_view code);

} // namespace lianxin::domain
