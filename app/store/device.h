// SPDX-License-Identifier: GPL-3.0-or-later
// A device's data folder, opened: device.db, what was typed here and what the hub let this device see;
// device.json, where the hub is and the secret it gave this device; device.reserve, room for the moment when
// the medium is full.
#pragma once

#include "app/domain/validation.h"
#include "app/terminal/message.h"
#include "platform/clock/clock.h"
#include "platform/files/reserve.h"
#include "platform/random/random.h"
#include "sync/replica/open_store.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <span>
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
    /// Opens the folder and looks the file over for damage: what is damaged is salvaged. Throws
    /// terminal::Trouble when the folder is no device's, platform::StorageError, or sync::NewerFile.
    explicit Device(const std::filesystem::path& folder);
    Device(const Device&) = delete;
    Device& operator=(const Device&) = delete;

    /// The file was damaged and another one stands in its place: whoever opened the device tells a person.
    const std::optional<sync::Salvage>& salvage() const { return salvage_; }
    /// The medium is full, and what is saved now takes the room that was set aside for that. A person has to
    /// make room; the next start sets some aside again.
    bool isShortOfRoom() const { return !reserve_.isHeld(); }

    const std::filesystem::path& folder() const { return folder_; }
    sync::Replica& replica() { return replica_; }
    const sync::Schema& schema() const { return schema_; }
    /// Saves new records that belong together, all or none; durable on return. What no hub would take is
    /// refused here already, as SaveFault::Content.
    platform::Result<std::vector<sync::Saved>, sync::SaveError> save(const std::vector<sync::Record>& drafts);
    /// The same, with the blobs that they refer to.
    platform::Result<std::vector<sync::Saved>, sync::SaveError> save(const std::vector<sync::Record>& drafts,
                                                                     std::span<const std::string> blobs);
    /// Changes a record; durable on return.
    platform::Result<sync::Saved, sync::SaveError> edit(const sync::RecordType& type, const sync::Uuid& id,
                                                        const std::vector<sync::FieldChange>& changes);
    /// Every record of a type of the hospital that may be shown. A fault of the storage ends it early and is
    /// given back.
    std::optional<std::string> visitAll(std::string_view type,
                                        const std::function<void(const sync::Record&)>& visitor);
    const platform::Clock& clock() const { return clock_; }
    platform::Random& random() { return random_; }
    const Settings& settings() const { return settings_; }

private:
    template <class Save>
    auto withReserve(Save save);

    std::filesystem::path folder_;
    Settings settings_;
    platform::SystemClock clock_;
    platform::SystemRandom random_;
    sync::Schema schema_;
    std::optional<sync::Salvage> salvage_;
    sync::Replica replica_;
    domain::ContentRules content_;
    platform::Reserve reserve_;
};

/// What happened, what was kept, what to do.
terminal::Message inWords(const sync::Salvage& salvage);
terminal::Message shortOfRoomInWords();

} // namespace lianxin::store
