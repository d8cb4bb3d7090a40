// SPDX-License-Identifier: GPL-3.0-or-later
// Who plays in the story: the real programs, in a folder that is gone afterwards.
#pragma once

#include "platform/files/temporary_folder.h"
#include "platform/process/child.h"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace lianxin::ctl {

/// What a program that ran to its end left behind.
struct Ran {
    int status = -1; ///< -1: it did not end in time and was killed
    std::vector<std::string> lines;
};

class StoryCast {
public:
    /// `programs` is the folder of lianxin-hub and lianxinctl.
    explicit StoryCast(std::filesystem::path programs) : programs_(std::move(programs)) {}

    /// The folder this program itself was started from.
    static std::filesystem::path ownFolder();
    /// Where the sample hospital lies, beside the programs.
    static std::filesystem::path sampleBeside(const std::filesystem::path& programs);

    std::filesystem::path file(const std::string& name) const { return folder_.path() / name; }

    // ---- the hub
    void makeHub();
    /// The secret of the new device.
    std::string enrolAtHub(const std::string& name, const std::string& role,
                           const std::vector<std::string>& more);
    /// Serves on the port of the first time.
    void startHub();
    void stopHub();
    void killHub();
    nlohmann::json askHub(const std::string& verb);
    const std::string& hubUrl() const { return hubUrl_; }

    // ---- a device
    /// Runs lianxinctl for a device and waits for its end.
    Ran run(const std::string& device, const std::vector<std::string>& words);
    /// The same; it must end well. Its last line of JSON.
    nlohmann::json ask(const std::string& device, std::vector<std::string> words);
    /// The same with something to read.
    Ran runWith(const std::string& device, std::vector<std::string> words, const nlohmann::json& input);
    /// Starts it and does not wait.
    platform::Child start(const std::string& device, const std::vector<std::string>& words);

private:
    std::vector<std::string> commandOf(const std::string& device,
                                       const std::vector<std::string>& words) const;

    platform::TemporaryFolder folder_;
    std::filesystem::path programs_;
    std::string listen_ = "127.0.0.1:0";
    std::string hubUrl_;
    std::optional<platform::Child> hub_;
};

/// Reads a program's output to its end.
Ran finish(platform::Child& child);

} // namespace lianxin::ctl
