// SPDX-License-Identifier: GPL-3.0-or-later
// Calls a fuzz target with every seed, and then a bounded number of times with seeds that were changed. The
// same number is the same input on every machine.
//
//   TARGET SEEDS... --executions N        each of SEEDS is a file, or a folder of files
//   TARGET SEEDS... --input K             writes the input of execution K to the standard output
#include "tests/fuzz/target.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

extern "C" void __sanitizer_set_death_callback(void (*callback)()) __attribute__((weak));

namespace {

constexpr std::size_t mostBytes = 64 * 1024;

std::size_t execution = 0;

void tellExecution() {
    std::fprintf(stderr, "execution %zu: --input %zu writes what it was called with\n", execution, execution);
}

std::vector<std::string> readSeeds(const std::vector<std::filesystem::path>& places) {
    std::vector<std::filesystem::path> files;
    for (const auto& place : places)
        if (std::filesystem::is_directory(place))
            for (const auto& entry : std::filesystem::directory_iterator(place))
                files.push_back(entry.path());
        else
            files.push_back(place);
    std::sort(files.begin(), files.end());
    std::vector<std::string> seeds;
    for (const auto& path : files) {
        std::ifstream file(path, std::ios::binary);
        seeds.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
    }
    return seeds;
}

/// Small numbers, those at the edges of types, and what ends or begins things in the formats that are read.
constexpr std::array<std::string_view, 22> pieces{"0",
                                                  "-1",
                                                  "9223372036854775807",
                                                  "9007199254740993",
                                                  "1e999",
                                                  "null",
                                                  "true",
                                                  "\"\"",
                                                  "{}",
                                                  "[]",
                                                  "[[",
                                                  "}}",
                                                  "\"",
                                                  "\\u0000",
                                                  "\\ud800",
                                                  "\xff",
                                                  "\x80\x80",
                                                  "\x7f",
                                                  ",",
                                                  "\"id\":",
                                                  "\"dots\":",
                                                  "\0"};

class Changes {
public:
    Changes(const std::vector<std::string>& seeds, std::size_t number) : seeds_(seeds), random_(number) {}

    std::string input() {
        std::string text = seeds_[below(seeds_.size())];
        for (std::size_t left = 1 + below(6); left > 0; --left)
            change(text);
        text.resize(std::min(text.size(), mostBytes));
        return text;
    }

private:
    std::size_t below(std::size_t bound) { return bound == 0 ? 0 : random_() % bound; }

    void change(std::string& text) {
        const std::size_t at = below(text.size() + 1);
        const std::size_t length = std::min(text.size() - at, 1 + below(1 + below(64)));
        switch (below(6)) {
        case 0:
            text.replace(at, length, pieces[below(pieces.size())]);
            return;
        case 1:
            text.insert(at, text.substr(below(text.size() + 1), length));
            return;
        case 2:
            text.erase(at, length);
            return;
        case 3: {
            const std::string& other = seeds_[below(seeds_.size())];
            const std::size_t from = below(other.size() + 1);
            text.replace(at, length, other.substr(from, below(128)));
            return;
        }
        default:
            if (at < text.size())
                text[at] = static_cast<char>(below(2) == 0 ? below(256)
                                                           : static_cast<unsigned char>(text[at]) ^
                                                                 (std::size_t{1} << below(8)));
        }
    }

    const std::vector<std::string>& seeds_;
    std::mt19937_64 random_;
};

void call(const std::string& input) {
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(input.data()), input.size());
}

} // namespace

int main(int count, char** words) {
    std::vector<std::filesystem::path> places;
    std::size_t executions = 0;
    for (int i = 1; i < count; ++i) {
        const std::string_view word = words[i];
        if (word == "--executions" && i + 1 < count) {
            executions = std::stoull(words[++i]);
        } else if (word == "--input" && i + 1 < count) {
            std::cout << Changes(readSeeds(places), std::stoull(words[++i])).input();
            return EXIT_SUCCESS;
        } else {
            places.emplace_back(word);
        }
    }
    const std::vector<std::string> seeds = readSeeds(places);
    lianxin::fuzz::require(!seeds.empty(), "there are seeds");
    if (__sanitizer_set_death_callback)
        __sanitizer_set_death_callback(tellExecution);
    for (const std::string& seed : seeds)
        call(seed);
    for (execution = 1; execution <= executions; ++execution)
        call(Changes(seeds, execution).input());
    std::cout << seeds.size() << " seeds, " << executions << " executions\n";
}
