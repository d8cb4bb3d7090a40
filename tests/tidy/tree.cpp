// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tidy/tree.h"

#include <algorithm>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace lianxin::tidy {

namespace {

// Beyond this a file is reported for its size; its text does not matter then.
constexpr std::uintmax_t readAtMost = 1'000'000;

std::string readText(const std::filesystem::path& path) {
    std::ifstream stream(path, std::ios::binary);
    std::ostringstream text;
    text << stream.rdbuf();
    if (!stream) {
        throw std::runtime_error("cannot read " + path.string());
    }
    return std::move(text).str();
}

bool isLeftAlone(const std::filesystem::path& fromRoot) {
    const std::string top = fromRoot.begin()->string();
    return top == ".git" || top == ".cache" || top == "build" || top == "CMakeUserPresets.json";
}

} // namespace

Tree readTree(const std::filesystem::path& root) {
    Tree tree;
    auto entry = std::filesystem::recursive_directory_iterator(root);
    for (; entry != std::filesystem::recursive_directory_iterator(); ++entry) {
        const std::filesystem::path fromRoot = entry->path().lexically_relative(root);
        if (isLeftAlone(fromRoot)) {
            entry.disable_recursion_pending();
        } else if (entry->is_regular_file()) {
            const std::uintmax_t bytes = entry->file_size();
            const bool read = bytes > 0 && bytes <= readAtMost;
            tree.push_back(
                {fromRoot.generic_string(), bytes, read ? readText(entry->path()) : std::string()});
        }
    }
    std::ranges::sort(tree, {}, &File::path);
    return tree;
}

const File* find(const Tree& tree, const std::string& path) {
    const auto found = std::ranges::find(tree, path, &File::path);
    return found == tree.end() ? nullptr : &*found;
}

std::vector<std::string> linesOf(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);) {
        lines.push_back(line);
    }
    return lines;
}

} // namespace lianxin::tidy
