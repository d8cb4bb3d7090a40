// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/time_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>

namespace lianxin::domain {

namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::minutes;
using std::chrono::seconds;

/// Takes exactly `digits` digits off the front; nothing when there are others, or a number above `most`.
std::optional<int> takeNumber(std::string_view& text, std::size_t digits, int most) {
    if (text.size() < digits)
        return std::nullopt;
    const std::string_view number = text.substr(0, digits);
    if (!std::all_of(number.begin(), number.end(), [](char c) { return c >= '0' && c <= '9'; }))
        return std::nullopt;
    int value = 0;
    std::from_chars(number.data(), number.data() + number.size(), value);
    text.remove_prefix(digits);
    return value <= most ? std::optional(value) : std::nullopt;
}

bool take(std::string_view& text, char expected) {
    if (!text.starts_with(expected))
        return false;
    text.remove_prefix(1);
    return true;
}

std::optional<sync::WallTime> takeDay(std::string_view& text) {
    const auto year = takeNumber(text, 4, 9999);
    const bool first = take(text, '-');
    const auto month = first ? takeNumber(text, 2, 12) : std::nullopt;
    const bool second = take(text, '-');
    const auto day = second ? takeNumber(text, 2, 31) : std::nullopt;
    if (!year || !month || !day)
        return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year{*year},
                                           std::chrono::month{static_cast<unsigned>(*month)},
                                           std::chrono::day{static_cast<unsigned>(*day)}};
    return date.ok() ? std::optional<sync::WallTime>(std::chrono::sys_days{date}) : std::nullopt;
}

std::optional<milliseconds> takeTimeOfDay(std::string_view& text) {
    const auto hour = takeNumber(text, 2, 23);
    const bool first = take(text, ':');
    const auto minute = first ? takeNumber(text, 2, 59) : std::nullopt;
    const bool second = take(text, ':');
    const auto sec = second ? takeNumber(text, 2, 59) : std::nullopt;
    if (!hour || !minute || !sec)
        return std::nullopt;
    milliseconds time = hours{*hour} + minutes{*minute} + seconds{*sec};
    if (!take(text, '.'))
        return time;
    std::array<int, 3> fraction{};
    std::size_t digits = 0;
    for (; !text.empty() && text.front() >= '0' && text.front() <= '9'; ++digits, text.remove_prefix(1))
        if (digits < fraction.size())
            fraction[digits] = text.front() - '0';
    if (digits == 0)
        return std::nullopt;
    return time + milliseconds{fraction[0] * 100 + fraction[1] * 10 + fraction[2]};
}

std::optional<minutes> takeOffset(std::string_view& text) {
    if (take(text, 'Z'))
        return minutes{0};
    const bool ahead = take(text, '+');
    if (!ahead && !take(text, '-'))
        return std::nullopt;
    const auto hour = takeNumber(text, 2, 14);
    const bool colon = take(text, ':');
    const auto minute = colon ? takeNumber(text, 2, 59) : std::nullopt;
    if (!hour || !minute)
        return std::nullopt;
    const minutes offset = hours{*hour} + minutes{*minute};
    return ahead ? offset : -offset;
}

} // namespace

std::optional<sync::WallTime> parseTime(std::string_view text) {
    const auto day = takeDay(text);
    const bool separated = take(text, 'T');
    const auto timeOfDay = separated ? takeTimeOfDay(text) : std::nullopt;
    const auto offset = timeOfDay ? takeOffset(text) : std::nullopt;
    if (!day || !timeOfDay || !offset || !text.empty())
        return std::nullopt;
    return *day + *timeOfDay - *offset;
}

std::string formatTime(sync::WallTime time) {
    const auto day = std::chrono::floor<days>(time);
    const std::chrono::year_month_day date{day};
    const std::chrono::hh_mm_ss clock{time - day};
    std::array<char, 48> text{};
    const int length = std::snprintf(
        text.data(), text.size(), "%04d-%02u-%02uT%02d:%02d:%02d.%03dZ", static_cast<int>(date.year()),
        static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
        static_cast<int>(clock.hours().count()), static_cast<int>(clock.minutes().count()),
        static_cast<int>(clock.seconds().count()), static_cast<int>(clock.subseconds().count()));
    return {text.data(), static_cast<std::size_t>(length)};
}

} // namespace lianxin::domain
