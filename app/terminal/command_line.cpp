// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/terminal/command_line.h"

#include <algorithm>

namespace lianxin::terminal {

namespace {

/// Takes the arguments apart; what belongs to which command is asked afterwards.
class Reader {
public:
    Reader(std::span<const Option> options, std::span<const std::string> arguments)
        : options_(options), arguments_(arguments) {}

    std::optional<UsageProblem> read(CommandLine& line) {
        bool optionsEnded = false;
        while (at_ < arguments_.size()) {
            const std::string& argument = arguments_[at_++];
            if (!optionsEnded && argument == "--")
                optionsEnded = true;
            else if (optionsEnded || !argument.starts_with("--"))
                line.words.push_back(argument);
            else if (auto problem = readOption(argument, line))
                return problem;
        }
        return std::nullopt;
    }

private:
    std::optional<UsageProblem> readOption(const std::string& argument, CommandLine& line) {
        const std::size_t equals = argument.find('=');
        const std::string name = argument.substr(0, equals);
        const auto option = find(name);
        if (option == options_.end())
            return UsageProblem{UsageFault::UnknownOption, name};
        std::vector<std::string>& values = line.options[name];
        if (!values.empty() && option->kind != Option::Kind::Values)
            return UsageProblem{UsageFault::GivenTwice, name};
        if (option->kind == Option::Kind::Flag) {
            if (equals != std::string::npos)
                return UsageProblem{UsageFault::ValueUnwanted, name};
            values.emplace_back();
        } else if (equals != std::string::npos) {
            values.push_back(argument.substr(equals + 1));
        } else if (at_ < arguments_.size() && !isOption(arguments_[at_])) {
            values.push_back(arguments_[at_++]);
        } else {
            return UsageProblem{UsageFault::ValueMissing, name};
        }
        return std::nullopt;
    }

    std::span<const Option>::iterator find(std::string_view name) const {
        return std::find_if(options_.begin(), options_.end(),
                            [name](const Option& known) { return known.name == name; });
    }

    /// A value may begin with hyphens, as a secret does now and then; only what the program knows is an
    /// option.
    bool isOption(const std::string& argument) const {
        return argument == "--" || find(argument.substr(0, argument.find('='))) != options_.end();
    }

    std::span<const Option> options_;
    std::span<const std::string> arguments_;
    std::size_t at_ = 0;
};

bool contains(const std::vector<std::string_view>& list, std::string_view wanted) {
    return std::find(list.begin(), list.end(), wanted) != list.end();
}

std::optional<UsageProblem> check(const Command& command, const CommandLine& line) {
    for (const auto& [name, values] : line.options)
        if (!contains(command.needs, name) && !contains(command.takes, name))
            return UsageProblem{UsageFault::OptionNotHere, name};
    for (const std::string_view needed : command.needs)
        if (!line.has(needed))
            return UsageProblem{UsageFault::OptionMissing, std::string(needed)};
    if (line.words.size() < command.leastWords)
        return UsageProblem{UsageFault::TooFewWords, {}};
    if (line.words.size() > command.mostWords)
        return UsageProblem{UsageFault::TooManyWords, line.words[command.mostWords]};
    return std::nullopt;
}

} // namespace

std::optional<std::string> CommandLine::value(std::string_view option) const {
    const auto found = options.find(option);
    return found == options.end() ? std::nullopt : std::optional(found->second.front());
}

std::vector<std::string> CommandLine::values(std::string_view option) const {
    const auto found = options.find(option);
    return found == options.end() ? std::vector<std::string>{} : found->second;
}

std::optional<std::string> CommandLine::word(std::size_t place) const {
    return place < words.size() ? std::optional(words[place]) : std::nullopt;
}

bool isGiven(std::span<const std::string> arguments, std::string_view option) {
    const auto end = std::find(arguments.begin(), arguments.end(), "--");
    return std::find(arguments.begin(), end, option) != end;
}

ParsedLine parseCommandLine(std::span<const Option> options, std::span<const Command> commands,
                            std::span<const std::string> arguments) {
    CommandLine line;
    if (auto problem = Reader(options, arguments).read(line))
        return ParsedLine(*problem);
    if (line.words.empty())
        return ParsedLine(UsageProblem{UsageFault::NoCommand, {}});
    line.command = line.words.front();
    line.words.erase(line.words.begin());
    const auto command = std::find_if(commands.begin(), commands.end(),
                                      [&line](const Command& known) { return known.name == line.command; });
    if (command == commands.end())
        return ParsedLine(UsageProblem{UsageFault::UnknownCommand, line.command});
    if (auto problem = check(*command, line))
        return ParsedLine(*problem);
    return ParsedLine(std::move(line));
}

} // namespace lianxin::terminal
