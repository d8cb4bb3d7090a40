// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Whole small files (settings, keys, exports) that are either as they were or as they shall be, whatever
// happens.

#include "platform/result.h"

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

namespace lianxin::platform {

/// Replaces the file's content. When this returns the new content is on the medium; when it throws
/// std::system_error, or the power fails, the old content is still there whole. Only the owner may read the
/// file. One writer at a time.
void writeDurably(const std::filesystem::path& path, std::string_view bytes);

enum class ReadFault {
    Missing,   ///< there is no such file
    TooLarge,  ///< more than was allowed; nothing was kept in memory
    Unreadable ///< no permission, or the medium failed
};

/// Reads a whole file of at most maxBytes.
[[nodiscard]] Result<std::string, ReadFault> readWhole(const std::filesystem::path& path,
                                                       std::size_t maxBytes);

/// Makes what was created, renamed or removed in a folder durable. Throws std::system_error.
void syncFolder(const std::filesystem::path& folder);

} // namespace lianxin::platform
