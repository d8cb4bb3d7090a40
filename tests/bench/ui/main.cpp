// SPDX-License-Identifier: GPL-3.0-or-later
// lianxin-bench-ui: what the windows cost. "lianxin-bench ui" starts it.
#include "tests/bench/ui/first_frame.h"
#include "tests/bench/ui/visits.h"

#include <QGuiApplication>

#include <algorithm>
#include <charconv>
#include <iostream>

namespace {

using namespace lianxin::bench;

constexpr const char* usage = R"(lianxin-bench ui [--json] [--runs N] [--only first|tap|scroll|form]

  --json      one line of JSON instead of a table
  --runs N    how often a bare window and the kiosk are started in turn; 9 unless given
  --only W    one part: first (first frame and memory), tap, scroll, form
)";

struct Options {
    bool json = false;
    int runs = 9;
    std::string only;
};

std::optional<Options> optionsOf(const std::vector<std::string>& words) {
    Options options;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const bool hasValue = i + 1 < words.size();
        if (words[i] == "--json") {
            options.json = true;
        } else if (words[i] == "--only" && hasValue) {
            options.only = words[++i];
        } else if (words[i] == "--runs" && hasValue) {
            const std::string& text = words[++i];
            const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), options.runs);
            if (error != std::errc() || end != text.data() + text.size() || options.runs < 1)
                return std::nullopt;
        } else {
            return std::nullopt;
        }
    }
    constexpr std::array<std::string_view, 5> parts{"", "first", "tap", "scroll", "form"};
    const bool known = std::find(parts.begin(), parts.end(), options.only) != parts.end();
    return known ? std::optional(options) : std::nullopt;
}

void measure(const Options& options) {
    const auto wanted = [&options](std::string_view part) {
        const bool yes = options.only.empty() || options.only == part;
        if (yes)
            std::cerr << "measuring " << part << " ..." << std::endl;
        return yes;
    };
    Report report(Report::Part::Ui);
    Hospital hospital;
    if (wanted("first"))
        measureFirstFrame(hospital.folder("kiosk"), options.runs, report);
    if (wanted("tap"))
        measureTaps(hospital, report);
    if (wanted("form"))
        measureForm(hospital, report);
    if (wanted("scroll"))
        measureScroll(hospital, report);
    std::cout << (options.json ? report.json() + "\n" : report.table()) << std::flush;
}

} // namespace

int main(int count, char** words) {
    const auto options = optionsOf({words + 1, words + count});
    if (!options) {
        std::cerr << usage;
        return 2;
    }
    // No display, no graphics card: what every kiosk can do at the least.
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("QT_QUICK_BACKEND", "software");
    const QGuiApplication application(count, words);
    try {
        measure(*options);
    } catch (const std::exception& problem) {
        std::cerr << "lianxin-bench ui: " << problem.what() << "\n";
        return 1;
    }
    return 0;
}
