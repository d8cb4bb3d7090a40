// SPDX-License-Identifier: GPL-3.0-or-later
// Where the tour's pictures go, and what went wrong on the way.
#pragma once

#include "app/device/tour/finger.h"

#include <filesystem>
#include <iosfwd>
#include <string>
#include <vector>

namespace lianxin::device {

class Album {
public:
    /// The stream outlives it.
    Album(std::filesystem::path folder, std::ostream& out) : folder_(std::move(folder)), out_(out) {}

    /// The pictures that follow go into a folder of this name.
    void open(const std::string& chapter);
    void take(const Finger& finger, const std::string& name);
    void say(const std::string& line);
    /// Notes a failure unless it holds, and gives it back.
    bool expect(bool holds, const std::string& what);

    /// Writes index.html, which shows every picture under its chapter.
    void bind();

    std::size_t pictures() const { return taken_.size(); }
    int failed() const { return failed_; }

private:
    std::filesystem::path folder_;
    std::filesystem::path chapter_;
    std::ostream& out_;
    std::vector<std::filesystem::path> taken_; ///< below the folder
    int failed_ = 0;
};

} // namespace lianxin::device
