// SPDX-License-Identifier: GPL-3.0-or-later
// A command line of the form: command word... --option value --flag. Options may stand anywhere, also before
// the command, and as --option=value; "--" ends them. A program says in two tables what it takes; everything
// else is a fault of usage.
#pragma once

#include "platform/result.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace lianxin::terminal {

struct Option {
    enum class Kind : std::uint8_t { Flag, Value, Values };
    std::string_view name; ///< with the hyphens: "--data"
    Kind kind = Kind::Value;
};

struct Command {
    std::string_view name;
    std::size_t leastWords = 0; ///< after the command itself
    std::size_t mostWords = 0;
    std::vector<std::string_view> needs; ///< options that must be there
    std::vector<std::string_view> takes; ///< options that may be there
};

struct CommandLine {
    std::string command;
    std::vector<std::string> words;
    std::map<std::string, std::vector<std::string>, std::less<>> options;

    bool has(std::string_view option) const { return options.contains(option); }
    /// The value of an option, or nothing.
    std::optional<std::string> value(std::string_view option) const;
    std::vector<std::string> values(std::string_view option) const;
    /// The word at a place, or nothing.
    std::optional<std::string> word(std::size_t place) const;
};

enum class UsageFault : std::uint8_t {
    NoCommand,
    UnknownCommand,
    UnknownOption,
    OptionNotHere, ///< the program has it, this command does not
    OptionMissing,
    ValueMissing,
    ValueUnwanted, ///< --flag=value
    GivenTwice,
    TooFewWords,
    TooManyWords,
};

struct UsageProblem {
    UsageFault fault = UsageFault::NoCommand;
    std::string word; ///< the one in question, or empty

    bool operator==(const UsageProblem&) const = default;
};

/// Whether an option stands anywhere before "--", also in a line that has a fault: it says how to speak of
/// that.
bool isGiven(std::span<const std::string> arguments, std::string_view option);

using ParsedLine = platform::Result<CommandLine, UsageProblem>;

/// `arguments` without the program's own name.
ParsedLine parseCommandLine(std::span<const Option> options, std::span<const Command> commands,
                            std::span<const std::string> arguments);

} // namespace lianxin::terminal
