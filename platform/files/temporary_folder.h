// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A fresh folder under the system's temporary folder, for tests and stories. It is removed with everything in
// it at the end of the object.

#include <filesystem>

namespace lianxin::platform {

class TemporaryFolder {
public:
    /// Throws std::system_error when the folder cannot be made.
    TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    ~TemporaryFolder();

    [[nodiscard]] const std::filesystem::path& path() const noexcept { return path_; }

private:
    std::filesystem::path path_;
};

} // namespace lianxin::platform
