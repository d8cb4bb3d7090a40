// SPDX-License-Identifier: GPL-3.0-or-later
// Just enough understanding of C++ text for the checks: what is code and what is comment or literal, and
// where a function begins and ends. It is no parser; it knows the shapes that the house style allows.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace lianxin::tidy {

/// The text with comments and the inside of literals blanked out; every line stays where it was.
std::string codeOnly(const std::string& text);

/// A function with a body: its name, the line of its first word and of its closing brace, counted from 1.
struct Function {
    std::string name;
    std::size_t firstLine = 0;
    std::size_t lastLine = 0;
};

/// The functions of a file, members included, lambdas counted to the function around them.
/// Takes what codeOnly() returned.
std::vector<Function> functionsOf(const std::string& code);

/// True when the line holds the word, with nothing before or after it that would make it part of another
/// name.
bool holdsWord(const std::string& line, const std::string& word);

} // namespace lianxin::tidy
