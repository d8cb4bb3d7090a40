// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/record/uuid.h"

#include <algorithm>

namespace lianxin::sync {

namespace {

constexpr std::string_view hexDigits = "0123456789abcdef";

int hexValue(char c) {
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

bool isHyphenPlace(std::size_t place) {
    return place == 8 || place == 13 || place == 18 || place == 23;
}

} // namespace

std::string Uuid::toString() const {
    std::string text;
    text.reserve(36);
    for (std::uint8_t byte : bytes) {
        if (isHyphenPlace(text.size()))
            text += '-';
        text += hexDigits[byte >> 4];
        text += hexDigits[byte & 15];
    }
    return text;
}

std::optional<Uuid> Uuid::parse(std::string_view text) {
    const bool hyphens = text.size() == 36;
    if (!hyphens && text.size() != 32)
        return std::nullopt;
    Uuid id;
    std::size_t place = 0;
    for (std::uint8_t& byte : id.bytes) {
        if (hyphens && isHyphenPlace(place) && text[place++] != '-')
            return std::nullopt;
        const int high = hexValue(text[place++]);
        const int low = hexValue(text[place++]);
        if (high < 0 || low < 0)
            return std::nullopt;
        byte = static_cast<std::uint8_t>(high << 4 | low);
    }
    return id;
}

std::optional<Uuid> Uuid::fromBytes(std::string_view bytes) {
    Uuid id;
    if (bytes.size() != id.bytes.size())
        return std::nullopt;
    std::copy(bytes.begin(), bytes.end(), reinterpret_cast<char*>(id.bytes.data()));
    return id;
}

Uuid UuidGenerator::next() {
    const auto wall =
        static_cast<std::uint64_t>(std::max<std::int64_t>(0, clock_.wall().time_since_epoch().count()));
    // The counter starts low and random in each millisecond; when it runs over, the id borrows from the next
    // one.
    const std::uint64_t fresh = (wall & 0xffff'ffff'ffffULL) << 12 | (random_.next() & 0x7ff);
    lastTick_ = std::max(lastTick_ + 1, fresh);
    const std::uint64_t tail = random_.next();

    Uuid id;
    const std::uint64_t head = lastTick_ >> 12 << 16 | 0x7000 | (lastTick_ & 0xfff);
    for (std::size_t i = 0; i < 8; ++i) {
        id.bytes[i] = static_cast<std::uint8_t>(head >> (56 - 8 * i));
        id.bytes[8 + i] = static_cast<std::uint8_t>(tail >> (56 - 8 * i));
    }
    id.bytes[8] = static_cast<std::uint8_t>((id.bytes[8] & 0x3f) | 0x80);
    return id;
}

} // namespace lianxin::sync
