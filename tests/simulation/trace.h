// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What happened in a schedule, line by line: as one number, so that two runs of a seed can be compared, and
// as text when somebody wants to read it.

#include <cstdint>
#include <cstdio>
#include <stdexcept>
#include <string>
#include <string_view>

namespace lianxin::simulation {

class Trace {
public:
    explicit Trace(bool print) : print_(print) {}

    void line(std::string_view text) {
        for (const char c : text)
            digest_ = (digest_ ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
        digest_ = (digest_ ^ '\n') * 0x100000001b3U;
        if (print_)
            std::fprintf(stderr, "%.*s\n", static_cast<int>(text.size()), text.data());
    }
    bool printed() const { return print_; }
    std::uint64_t digest() const { return digest_; }

private:
    std::uint64_t digest_ = 0xcbf29ce484222325U; // FNV-1a
    bool print_;
};

/// An invariant does not hold. The text is short and the same for the same kind of failure, so that failures
/// are counted.
class Violation : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

} // namespace lianxin::simulation
