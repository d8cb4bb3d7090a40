// SPDX-License-Identifier: GPL-3.0-or-later
// What a program without a window tells a person: in Chinese and in English, what happened, what was kept,
// what to do.
#pragma once

#include "app/terminal/command_line.h"

#include <nlohmann/json.hpp>

#include <iosfwd>
#include <stdexcept>
#include <string>

namespace lianxin::terminal {

struct Message {
    std::string chinese;
    std::string english;
};

/// How a program ends, for those who start it from a script.
enum class ExitStatus : std::uint8_t {
    Done = 0,
    NotDone = 1,        ///< bad input, or something refused it; nothing was changed
    Usage = 2,          ///< the command line itself is wrong
    NotSaved = 3,       ///< the storage failed or is held by another program
    HubUnreachable = 4, ///< everything is kept here; try again later
};

/// Ends a command. Thrown by commands and caught once, in main or where a request of an administrator is
/// answered.
class Trouble : public std::runtime_error {
public:
    /// `code` is a stable word for programs, such as "not-enrolled".
    Trouble(ExitStatus status, const std::string& code, Message message)
        : std::runtime_error(code), status_(status), message_(std::move(message)) {}

    ExitStatus status() const { return status_; }
    std::string code() const { return what(); }
    const Message& message() const { return message_; }

private:
    ExitStatus status_;
    Message message_;
};

/// {"error": code, "status": number, "zh": ..., "en": ...}
nlohmann::json toJson(const Trouble& trouble);
/// The reverse; what is not of that form becomes a trouble that says so.
Trouble troubleFromJson(const nlohmann::json& json);

void print(std::ostream& out, const Message& message);
/// In the two languages, or as one line of JSON.
void print(std::ostream& out, const Trouble& trouble, bool asJson);

/// `help` is the command that shows how the program is used.
Trouble usageTrouble(const UsageProblem& problem, const std::string& help);

} // namespace lianxin::terminal
