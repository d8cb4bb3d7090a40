// SPDX-License-Identifier: GPL-3.0-or-later
// JSON that a person or another program gives to a command, from a file or from standard input.
#pragma once

#include <nlohmann/json.hpp>

#include <optional>
#include <string>
#include <vector>

namespace lianxin::ctl {

/// The text of a file, or of standard input for "-" and for nothing. Throws terminal::Trouble.
std::string readInput(const std::optional<std::string>& file);

/// Reads one JSON document. Throws terminal::Trouble with the line for what is not JSON, gives one name twice
/// in an object, or is nested too deeply.
nlohmann::json parseInput(const std::string& text);

/// One document a line; empty lines are passed over.
std::vector<nlohmann::json> parseInputLines(const std::string& text);

/// The records to save: one a line, or the items of a list, or the one document that is no list. Throws
/// terminal::Trouble when there is none.
std::vector<nlohmann::json> parseRecords(const std::string& text, bool lines);

} // namespace lianxin::ctl
