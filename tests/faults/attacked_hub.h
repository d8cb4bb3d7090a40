// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A real hub with two devices: one from which everything hostile comes, and one whose person only wants to be
// served. The hub ends with the object.

#include "app/ctl/story_cast.h"
#include "platform/http/client.h"
#include "tests/unit/platform/raw_connection.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace lianxin::tests {

class AttackedHub {
public:
    /// The hub holds one record, the department `departmentName`, that both devices may see.
    AttackedHub();

    static constexpr const char* departmentName = "内科";

    [[nodiscard]] std::uint16_t port() const noexcept { return port_; }
    /// "Authorization: Bearer ..." of the device that attacks, with the end of the line.
    [[nodiscard]] std::string attacker() const { return "Authorization: Bearer " + attacker_ + "\r\n"; }

    /// What the hub answers to a body from the device that attacks.
    [[nodiscard]] std::string ask(const std::string& path, std::string_view body) const;
    /// A hello with a fresh writer, and the round that it opened.
    [[nodiscard]] nlohmann::json hello();
    [[nodiscard]] std::string openRound();
    /// A push of one department that the attacker may write, under the round that was opened last.
    [[nodiscard]] nlohmann::json push(const std::string& round) const;

    /// Whether the other device gets the department, and within two seconds.
    [[nodiscard]] bool servesTheOtherPromptly();
    /// How much memory the hub had at most since it served its first request, above what it had then.
    [[nodiscard]] double grownMegabytes() const;
    [[nodiscard]] std::size_t openFiles() const;
    /// Ends it politely, and has it look through its own store. Its complaints.
    [[nodiscard]] std::vector<std::string> verify();

private:
    [[nodiscard]] double megabytes(const char* line) const;

    ctl::StoryCast cast_;
    std::string attacker_;
    std::string other_;
    std::optional<platform::Child> hub_;
    std::uint16_t port_ = 0;
    std::unique_ptr<platform::HttpClient> client_;
    std::uint64_t writer_ = 0;
    double quiet_ = 0;
};

/// The head of a POST and what follows it.
[[nodiscard]] std::string headOf(const std::string& path, const std::string& headers);

} // namespace lianxin::tests
