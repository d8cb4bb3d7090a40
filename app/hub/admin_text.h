// SPDX-License-Identifier: GPL-3.0-or-later
// An administrator's command's answer, put into words.
#pragma once

#include <nlohmann/json.hpp>

#include <iosfwd>
#include <string>

namespace lianxin::hub {

/// `answer` is what runAdminCommand gave for the verb.
void printAnswer(std::ostream& out, const std::string& verb, const nlohmann::json& answer);

} // namespace lianxin::hub
