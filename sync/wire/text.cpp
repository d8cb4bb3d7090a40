// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/wire/text.h"

#include <array>
#include <charconv>

namespace lianxin::sync {

namespace {

constexpr std::string_view base64Digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

constexpr std::array<std::int8_t, 256> base64Values = [] {
    std::array<std::int8_t, 256> values{};
    values.fill(-1);
    for (std::size_t i = 0; i < base64Digits.size(); ++i)
        values[static_cast<unsigned char>(base64Digits[i])] = static_cast<std::int8_t>(i);
    return values;
}();

constexpr std::array<bool, 256> needsEscape = [] {
    std::array<bool, 256> needs{};
    for (std::size_t c = 0; c < 0x20; ++c)
        needs[c] = true;
    needs['"'] = needs['\\'] = true;
    return needs;
}();

void appendEscaped(std::string& out, unsigned char c) {
    static constexpr std::string_view hex = "0123456789abcdef";
    if (c == '"' || c == '\\') {
        out += '\\';
        out += static_cast<char>(c);
    } else if (c == '\n') {
        out += "\\n";
    } else {
        out += "\\u00";
        out += hex[c >> 4];
        out += hex[c & 15];
    }
}

} // namespace

void appendQuoted(std::string& out, std::string_view text) {
    out += '"';
    std::size_t begin = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        if (!needsEscape[c])
            continue;
        out.append(text, begin, i - begin);
        appendEscaped(out, c);
        begin = i + 1;
    }
    out.append(text, begin, std::string_view::npos);
    out += '"';
}

void appendInteger(std::string& out, std::int64_t number) {
    if (number >= 0 && number < 10) {
        out += static_cast<char>('0' + number);
        return;
    }
    std::array<char, 20> digits;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    out.append(digits.data(), end);
}

void appendReal(std::string& out, double number) {
    std::array<char, 32> digits;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    const std::string_view text(digits.data(), static_cast<std::size_t>(end - digits.data()));
    out += text;
    if (text.find_first_of(".e") == std::string_view::npos)
        out += ".0";
}

void appendBase64(std::string& out, std::string_view bytes) {
    std::uint32_t bits = 0;
    int held = 0;
    for (const char byte : bytes) {
        bits = bits << 8 | static_cast<unsigned char>(byte);
        for (held += 8; held >= 6; held -= 6)
            out += base64Digits[bits >> (held - 6) & 63];
    }
    if (held > 0)
        out += base64Digits[bits << (6 - held) & 63];
}

std::optional<std::string> bytesFromBase64(std::string_view text) {
    if (text.size() % 4 == 1)
        return std::nullopt;
    std::string bytes;
    bytes.reserve(text.size() * 3 / 4);
    std::uint32_t bits = 0;
    int held = 0;
    for (const char c : text) {
        const int value = base64Values[static_cast<unsigned char>(c)];
        if (value < 0)
            return std::nullopt;
        bits = bits << 6 | static_cast<std::uint32_t>(value);
        held += 6;
        if (held >= 8) {
            held -= 8;
            bytes += static_cast<char>(bits >> held);
        }
    }
    if ((bits & ((1U << held) - 1)) != 0)
        return std::nullopt;
    return bytes;
}

void appendRandom(std::string& out, std::uint64_t number) {
    for (int shift = 58; shift > 0; shift -= 6)
        out += base64Digits[number >> shift & 63];
    out += base64Digits[number << 2 & 63];
}

std::optional<std::uint64_t> randomFromText(std::string_view text) {
    std::uint64_t number = 0;
    if (text.size() == 16) {
        const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number, 16);
        return fault == std::errc{} && end == text.data() + text.size() ? std::optional(number)
                                                                        : std::nullopt;
    }
    if (text.size() != 11)
        return std::nullopt;
    for (std::size_t i = 0; i < 11; ++i) {
        const int value = base64Values[static_cast<unsigned char>(text[i])];
        if (value < 0 || (i == 10 && (value & 3) != 0))
            return std::nullopt;
        number = i < 10 ? number << 6 | static_cast<std::uint64_t>(value)
                        : number << 4 | static_cast<std::uint64_t>(value >> 2);
    }
    return number;
}

void appendId(std::string& out, const Uuid& id) {
    appendBase64(out, id.view());
}

std::optional<Uuid> idFromText(std::string_view text) {
    if (text.size() != 22)
        return Uuid::parse(text);
    const auto bytes = bytesFromBase64(text);
    return bytes ? Uuid::fromBytes(*bytes) : std::nullopt;
}

} // namespace lianxin::sync
