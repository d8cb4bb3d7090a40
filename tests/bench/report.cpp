// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/report.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iomanip>
#include <span>
#include <sstream>
#include <stdexcept>

namespace lianxin::bench {

namespace {

struct Target {
    std::string_view name;
    double atMost;
    std::string_view unit;
};

constexpr std::array syncTargets{
    Target{"W1_each", 1.15, "ratio"},        Target{"W1_batch", 1.6, "ratio"},
    Target{"W2_push", 2.0, "ratio"},         Target{"W2_wire", 0.6, "ratio"},
    Target{"W3_pull", 1.5, "ratio"},         Target{"W4_time", 1.5, "ratio"},
    Target{"W4_rounds", 2, "rounds"},        Target{"W4_fields_lost", 0, "fields"},
    Target{"W4_events_lost", 0, "events"},   Target{"W4_losers_unreadable", 0, "values"},
    Target{"W5_time", 7, "ratio"},           Target{"W5_bytes", 600, "bytes"},
    Target{"W5_growth", 1.2, "ratio"},       Target{"disk_device", 1.4, "ratio"},
    Target{"disk_hub", 1.4, "ratio"},        Target{"rss_device_mb", 40, "MB"},
    Target{"rss_hub_mb", 40, "MB"},          Target{"herd_rate", 1.82, "ratio"},
    Target{"herd_p99_over_p50", 2, "ratio"}, Target{"herd_errors", 0, "requests"},
    Target{"rss_hub_herd_mb", 60, "MB"},     Target{"restore_drill", 1.5, "ratio"},
};

constexpr std::array uiTargets{
    Target{"first_frame", 1.6, "ratio"},       Target{"pss", 2.0, "ratio"},
    Target{"tap_to_paint_p95_ms", 16, "ms"},   Target{"scroll_100k_p95_ms", 16, "ms"},
    Target{"form_800_items_p95_ms", 16, "ms"},
};

std::span<const Target> targetsOf(Report::Part part) {
    return part == Report::Part::Sync ? std::span<const Target>(syncTargets)
                                      : std::span<const Target>(uiTargets);
}

std::string decimals(double value, int places) {
    std::ostringstream text;
    text << std::fixed << std::setprecision(places) << value;
    return text.str();
}

std::string number(double value) {
    return decimals(value, value == std::round(value) ? 0 : 3);
}

} // namespace

void Report::add(std::string_view name, const Spread& spread, std::string note) {
    const auto targets = targetsOf(part_);
    const bool known = std::any_of(targets.begin(), targets.end(),
                                   [name](const Target& target) { return target.name == name; });
    if (!known) {
        throw std::logic_error("no such figure: " + std::string(name));
    }
    figures_.insert_or_assign(std::string(name), Figure{spread, std::move(note)});
}

void Report::add(std::string_view name, double value, std::string note) {
    add(name, Spread{value, value, value}, std::move(note));
}

std::string Report::json() const {
    std::string text = "{";
    for (const Target& target : targetsOf(part_)) {
        const auto figure = figures_.find(target.name);
        if (figure == figures_.end()) {
            continue;
        }
        text += text.size() > 1 ? ",\"" : "\"";
        text += std::string(target.name) + "\":{\"median\":" + number(figure->second.spread.median) +
                ",\"target\":" + number(target.atMost) + ",\"unit\":\"" + std::string(target.unit) + "\"}";
    }
    return text + "}";
}

std::string Report::table() const {
    std::ostringstream text;
    text << std::left << std::setw(21) << "figure" << std::right << std::setw(9) << "median" << std::setw(8)
         << "target"
         << "  " << std::left << std::setw(8) << "unit" << std::setw(18) << "least - most"
         << "\n";
    for (const Target& target : targetsOf(part_)) {
        text << std::left << std::setw(21) << target.name;
        const auto figure = figures_.find(target.name);
        if (figure == figures_.end()) {
            text << "not measured\n";
            continue;
        }
        const Spread& spread = figure->second.spread;
        const bool repeated = spread.least != spread.most;
        text << std::right << std::setw(9) << number(spread.median) << std::setw(8) << number(target.atMost)
             << "  " << std::left << std::setw(8) << target.unit << std::setw(18)
             << (repeated ? number(spread.least) + " - " + number(spread.most) : "")
             << (spread.median <= target.atMost ? "" : "ABOVE TARGET; ") << figure->second.note << "\n";
    }
    return text.str();
}

std::string readable(Seconds time) {
    if (time < Seconds(0.001)) {
        return decimals(time.count() * 1e6, 0) + " µs";
    }
    return time < Seconds(1) ? decimals(time.count() * 1e3, 1) + " ms" : decimals(time.count(), 2) + " s";
}

} // namespace lianxin::bench
