// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A device in a folder that is gone afterwards, and records for it.

#include "app/store/device.h"
#include "platform/files/temporary_folder.h"

#include <map>
#include <string>

namespace lianxin::desk {

using Fields = std::map<std::string, sync::Value>;

class DeskRecords {
public:
    /// Enrols the folder at a hub that nobody serves.
    DeskRecords();

    const std::filesystem::path& folder() const { return folder_.path(); }

private:
    platform::TemporaryFolder folder_;
};

/// Saves one record; ends the test program when it cannot be saved.
sync::Uuid save(store::Device& device, const std::string& type, Fields fields);
/// A matter raised and submitted; the fields are laid over the usual ones.
sync::Uuid saveMatter(store::Device& device, const Fields& fields);
/// A survey response with these words in it.
sync::Uuid saveResponse(store::Device& device, const std::string& words);

} // namespace lianxin::desk
