// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The inside of a DeviceProcess: takes its orders until the channel is closed.

#include "platform/files/file_descriptor.h"
#include "tests/bench/device_process.h"

#include <filesystem>

namespace lianxin::bench {

int runDeviceAgent(platform::FileDescriptor channel, const std::filesystem::path& folder,
                   const HubAddress& hub);

} // namespace lianxin::bench
