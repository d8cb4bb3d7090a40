// SPDX-License-Identifier: GPL-3.0-or-later
// Bundles as files on a stick: a device without a network saves what waits, a desk brings the file to the
// hub, and the device reads the answer. Every fault is a terminal::Trouble that says what happened, what was
// kept and what to do; a file that cannot be written or read throws std::system_error.
#pragma once

#include "app/store/device.h"

#include <filesystem>
#include <optional>

namespace lianxin::store {

struct SavedBundle {
    std::int64_t records = 0;
    bool isWhole = true; ///< or the rest goes into the next one, after the answer to this
};

/// What this device's file is called on a stick that carries several devices'. Says nothing of the device to
/// who does not know its secret.
std::string bundleName(const Settings& settings);

/// Writes what waits into the file, durable on return; what was in the file before is replaced. Nothing:
/// nothing waits, and the file is as it was. The thread of the device.
std::optional<SavedBundle> saveBundle(Device& device, const std::filesystem::path& file);

struct BroughtBundle {
    std::string device; ///< whose it is, as the hub calls it
    std::int64_t records = 0;
    std::int64_t refused = 0;
    bool cameBefore = false;
    bool historyChanged =
        false;              ///< the hub was restored since, and takes nothing before it has been offered all
    bool isRevoked = false; ///< its records wait at the hub until somebody accepts them
};

/// Brings a file to the hub in the name of this desk, and writes the answer to another. Blocks until the hub
/// answers. Any thread but the window's.
BroughtBundle bringBundle(const Settings& settings, const std::filesystem::path& file,
                          const std::filesystem::path& answer);

/// Takes the answer in, durable on return. False: the device has heard from the hub since, nothing was
/// needed. The thread of the device.
bool readAnswer(Device& device, const std::filesystem::path& answer);

// ---- in words
terminal::Message inWords(const std::optional<SavedBundle>& saved);
terminal::Message inWords(const BroughtBundle& brought);

} // namespace lianxin::store
