// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A ward with pictures in it: what the tests of blobs have in common.

#include "tests/world/fake_ward.h"

#include <string>
#include <vector>

namespace lianxin::world {

using Requests = std::vector<std::string>;

inline constexpr std::int64_t partBytes = 300;

/// What leaves of a picture leaves in small parts.
inline WardOptions wardOf(std::vector<std::vector<sync::Scope>> devices) {
    WardOptions options{.devices = std::move(devices)};
    options.round.blobs.partBytes = partBytes;
    return options;
}

inline std::string joined(const Requests& requests) {
    std::string all;
    for (const std::string& request : requests)
        all += (all.empty() ? "" : " ") + request;
    return all;
}

inline std::string bytesOf(std::size_t size, char seed = 'a') {
    std::string bytes;
    for (std::size_t i = 0; i < size; ++i)
        bytes += static_cast<char>(static_cast<unsigned char>(seed) + i % 61 + i / 61);
    return bytes;
}

struct Picture {
    sync::Uuid note;
    sync::Uuid id;
    std::string bytes;
    sync::BlobAddress address;
};

/// This device has saved a picture of a note that everybody knows.
inline Picture pictureOn(FakeWard& ward, std::size_t device = 0, char seed = 'a') {
    Picture picture;
    picture.note = ward.writeNote(device, "A", "words");
    ward.syncUntilQuiet();
    picture.bytes = bytesOf(1000, seed);
    picture.id = ward.writePicture(device, picture.note, picture.bytes);
    picture.address = sync::addressOf(picture.bytes);
    return picture;
}

inline sync::BlobState stateOf(FakeWard& ward, std::size_t device, const Picture& picture) {
    return ward.device(device).blobState(picture.address);
}

} // namespace lianxin::world
