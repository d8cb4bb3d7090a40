// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A hub in a folder and one desk that talks to it without a network. Both live as long as the object.

#include "app/hub/hub_access.h"
#include "app/hub/open_hub.h"
#include "sync/replica/replica.h"

#include <optional>
#include <string>

namespace lianxin::hub {

class HubAndDesk {
public:
    /// Makes the hub in this folder, or opens the one that is there; the desk is a new device of it.
    explicit HubAndDesk(const std::filesystem::path& folder);

    const HubFolder& folder() const { return folder_; }
    HubAccess& access() { return access_; }
    sync::Hub& hub() { return open_.hub(); }

    /// A complaint that is submitted and registered, and synced.
    sync::Uuid registerMatter();
    /// What the hub holds of a matter; nothing when it holds none.
    std::optional<sync::Record> matterAtHub(const sync::Uuid& id);

private:
    void saveEvent(const sync::Uuid& matter, const std::string& step);
    void syncDesk();

    HubFolder folder_;
    OpenHub open_;
    DirectAccess access_;
    platform::SystemRandom random_;
    sync::Replica desk_;
    sync::DeviceNumber device_ = 0;
};

} // namespace lianxin::hub
