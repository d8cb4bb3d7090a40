// SPDX-License-Identifier: GPL-3.0-or-later
// A device's data folder, opened: device.db, what was typed here and what the hub let this device see;
// device.json, where the hub is and the secret it gave this device.
#pragma once

#include "app/domain/validation.h"
#include "platform/clock/clock.h"
#include "platform/random/random.h"
#include "sync/replica/replica.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lianxin::store {

struct Settings {
    std::string hubUrl;
    std::string secret;
};

/// Gives an address of a hub back as it came. Throws terminal::Trouble when it is none.
std::string requireUrl(std::string url);

/// Makes the folder what it must be for a device, or gives one that is already a device another hub or
/// secret; what it holds stays. Throws terminal::Trouble, platform::StorageError or std::system_error.
void enrolDevice(const std::filesystem::path& folder, const Settings& settings);

class Device {
public:
    /// Opens the folder and looks the file over for damage. Throws terminal::Trouble when the folder is no
    /// device's or the file is damaged, platform::StorageError, or sync::NewerFile.
    explicit Device(const std::filesystem::path& folder);

    const std::filesystem::path& folder() const { return folder_; }
    sync::Replica& replica() { return replica_; }
    const sync::Schema& schema() const { return schema_; }
    /// Saves new records that belong together, all or none; durable on return. What no hub would take is
    /// refused here already, as SaveFault::Content.
    platform::Result<std::vector<sync::Saved>, sync::SaveError> save(const std::vector<sync::Record>& drafts);
    /// Every record of a type of the hospital that may be shown. A fault of the storage ends it early and is
    /// given back.
    std::optional<std::string> visitAll(std::string_view type,
                                        const std::function<void(const sync::Record&)>& visitor);
    const platform::Clock& clock() const { return clock_; }
    platform::Random& random() { return random_; }
    const Settings& settings() const { return settings_; }

private:
    std::filesystem::path folder_;
    Settings settings_;
    platform::SystemClock clock_;
    platform::SystemRandom random_;
    sync::Schema schema_;
    sync::Replica replica_;
    domain::ContentRules content_;
};

} // namespace lianxin::store
