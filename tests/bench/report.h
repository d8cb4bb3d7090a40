// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The figures of a run, each against its target. Lower is better for all of them. A figure that was not
// measured is missing in the JSON and says so in the table.

#include "tests/bench/pairs.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace lianxin::bench {

class Report {
public:
    enum class Part { Sync, Ui };
    explicit Report(Part part) : part_(part) {}

    /// The name must be one of the part's figures: std::logic_error otherwise. `note` is shown to people
    /// beside the figure.
    void add(std::string_view name, const Spread& spread, std::string note);
    /// A figure that is counted, not repeated.
    void add(std::string_view name, double value, std::string note);

    /// {"W1_each":{"median":1.1,"target":1.15,"unit":"ratio"},...} on one line.
    [[nodiscard]] std::string json() const;
    /// A table for people.
    [[nodiscard]] std::string table() const;

private:
    struct Figure {
        Spread spread;
        std::string note;
    };
    Part part_;
    std::map<std::string, Figure, std::less<>> figures_;
};

/// Time for people: "152 µs", "81.0 ms".
[[nodiscard]] std::string readable(Seconds time);

} // namespace lianxin::bench
