// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/blobs/blob_address.h"

#include <charconv>

namespace lianxin::sync {

namespace {

constexpr std::string_view hexDigits = "0123456789abcdef";
constexpr std::size_t hashDigits = 64;

const std::string* blobText(const Record& record) {
    const auto field = record.type->blobField();
    return field ? std::get_if<std::string>(&record.shown[*field]) : nullptr;
}

} // namespace

BlobAddress addressOf(std::string_view bytes) {
    return {platform::hash256(bytes), static_cast<std::int64_t>(bytes.size())};
}

std::string toText(const BlobAddress& address) {
    std::string text;
    text.reserve(hashDigits + 10);
    for (const std::byte byte : address.hash) {
        text += hexDigits[std::to_integer<std::size_t>(byte >> 4)];
        text += hexDigits[std::to_integer<std::size_t>(byte & std::byte{15})];
    }
    return text + ':' + std::to_string(address.size);
}

std::optional<BlobAddress> blobAddressFrom(std::string_view text) {
    if (text.size() <= hashDigits + 1 || text[hashDigits] != ':')
        return std::nullopt;
    BlobAddress address;
    for (std::size_t i = 0; i < hashDigits; ++i) {
        const std::size_t digit = hexDigits.find(text[i]);
        if (digit == std::string_view::npos)
            return std::nullopt;
        address.hash[i / 2] = address.hash[i / 2] << 4 | static_cast<std::byte>(digit);
    }
    const std::string_view size = text.substr(hashDigits + 1);
    const auto [end, fault] = std::from_chars(size.data(), size.data() + size.size(), address.size);
    // One address has one text, or one blob could be two.
    const bool isWhole = fault == std::errc{} && end == size.data() + size.size() && size.front() != '0';
    if (!isWhole || address.size < 1 || address.size > largestBlob)
        return std::nullopt;
    return address;
}

std::optional<BlobAddress> blobOf(const Record& record) {
    const std::string* text = blobText(record);
    return text ? blobAddressFrom(*text) : std::nullopt;
}

bool hasSoundBlob(const Record& record) {
    const std::string* text = blobText(record);
    return !text || blobAddressFrom(*text).has_value();
}

} // namespace lianxin::sync
