// SPDX-License-Identifier: GPL-3.0-or-later
// Where the tour's pictures go, and what went wrong on the way.
#pragma once

#include "app/device/tour/finger.h"

#include <filesystem>
#include <iosfwd>

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

    int pictures() const { return pictures_; }
    int failed() const { return failed_; }

private:
    std::filesystem::path folder_;
    std::filesystem::path chapter_;
    std::ostream& out_;
    int pictures_ = 0;
    int failed_ = 0;
};

} // namespace lianxin::device
