// SPDX-License-Identifier: GPL-3.0-or-later
// The files of the repository as the checks see them: read once, then only looked at. A sample of the
// self-test is laid into such a tree without touching the disk.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace lianxin::tidy {

/// One file: its path from the repository root, its size in bytes and its text.
struct File {
    std::string path;
    std::uintmax_t bytes = 0;
    std::string text;

    /// True when the path lies in this folder, given with its closing slash.
    bool isBelow(const std::string& folder) const { return path.starts_with(folder); }
    /// True for C++ of ours.
    bool isCode() const { return path.ends_with(".cpp") || path.ends_with(".h"); }
};

using Tree = std::vector<File>;

/// Reads everything below root except what git and the build keep there. Throws when a file cannot be read.
Tree readTree(const std::filesystem::path& root);

/// The file with this path, or null.
const File* find(const Tree& tree, const std::string& path);

/// Text as lines, without their ends.
std::vector<std::string> linesOf(const std::string& text);

} // namespace lianxin::tidy
