// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/bundle/bundle_file.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <optional>

namespace lianxin::sync {

namespace {

constexpr std::string_view magic = "LXBUNDLE";
constexpr char version = 1;
constexpr std::size_t whoseAt = magic.size() + 2;
constexpr std::size_t lengthAt = whoseAt + sizeof(platform::Hash128);
constexpr std::size_t headBytes = lengthAt + 8;

void appendNumber(std::string& out, std::uint64_t number, std::size_t bytes) {
    for (std::size_t i = 0; i < bytes; ++i)
        out += static_cast<char>(number >> (8 * i));
}

std::uint64_t numberAt(std::string_view bytes, std::size_t at, std::size_t count) {
    std::uint64_t number = 0;
    for (std::size_t i = count; i-- > 0;)
        number = number << 8 | static_cast<unsigned char>(bytes[at + i]);
    return number;
}

std::optional<BundleFault> faultInHead(std::string_view file, BundleKind kind) {
    if (!file.starts_with(magic.substr(0, std::min(magic.size(), file.size()))) || file.empty())
        return BundleFault::NotABundle;
    if (file.size() > magic.size() && file[magic.size()] != version)
        return BundleFault::NewerVersion;
    if (file.size() > magic.size() + 1 && file[magic.size() + 1] != static_cast<char>(kind))
        return BundleFault::OtherKind;
    if (file.size() < headBytes || numberAt(file, lengthAt, 8) != file.size() - headBytes)
        return BundleFault::Torn;
    return std::nullopt;
}

} // namespace

std::string_view nameOf(BundleFault fault) {
    constexpr std::array<std::string_view, 7> names{"not-a-bundle", "newer-version", "other-kind", "torn",
                                                    "not-opened",   "content",       "too-large"};
    return names[static_cast<std::size_t>(fault)];
}

BundleKey bundleKeyOf(const platform::Hash256& secretDigest) {
    BundleKey key;
    const platform::Hash256 whose = platform::deriveKey(secretDigest, "lianxin bundle: whose");
    std::copy_n(whose.begin(), key.whose.size(), key.whose.begin());
    key.key = platform::deriveKey(secretDigest, "lianxin bundle: key");
    return key;
}

std::size_t bundleBytes(std::size_t parts, std::size_t bytesOfParts) {
    return headBytes + platform::sealBytes + 4 * parts + bytesOfParts;
}

std::string sealBundle(BundleKind kind, const BundleKey& key, const std::vector<std::string>& parts,
                       platform::Random& random) {
    std::string plain;
    for (const std::string& part : parts) {
        appendNumber(plain, part.size(), 4);
        plain += part;
    }
    std::string file(magic);
    file += version;
    file += static_cast<char>(kind);
    file.append(reinterpret_cast<const char*>(key.whose.data()), key.whose.size());
    appendNumber(file, plain.size() + platform::sealBytes, 8);
    return file + platform::seal(plain, file, key.key, random);
}

platform::Result<platform::Hash128, BundleFault> whoseBundle(std::string_view file, BundleKind kind) {
    using Answer = platform::Result<platform::Hash128, BundleFault>;
    if (const auto fault = faultInHead(file, kind))
        return Answer(*fault);
    platform::Hash128 whose{};
    std::memcpy(whose.data(), file.data() + whoseAt, whose.size());
    return Answer(whose);
}

platform::Result<std::vector<std::string>, BundleFault> openBundle(std::string_view file, BundleKind kind,
                                                                   const BundleKey& key) {
    using Answer = platform::Result<std::vector<std::string>, BundleFault>;
    if (const auto fault = faultInHead(file, kind))
        return Answer(*fault);
    const auto plain = platform::openSealed(file.substr(headBytes), file.substr(0, headBytes), key.key);
    if (!plain)
        return Answer(BundleFault::NotOpened);
    std::vector<std::string> parts;
    for (std::string_view rest = *plain; !rest.empty();) {
        const std::uint64_t size = rest.size() < 4 ? UINT64_MAX : numberAt(rest, 0, 4);
        if (size > rest.size() - 4 || parts.size() == mostBundleParts)
            return Answer(BundleFault::Content);
        parts.emplace_back(rest.substr(4, size));
        rest.remove_prefix(4 + size);
    }
    return Answer(std::move(parts));
}

} // namespace lianxin::sync
