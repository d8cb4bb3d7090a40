// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/files/temporary_folder.h"

#include <cerrno>
#include <cstdlib>
#include <string>
#include <system_error>

namespace lianxin::platform {

TemporaryFolder::TemporaryFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "lianxin-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) {
        throw std::system_error(errno, std::generic_category(), name);
    }
    path_ = name;
}

TemporaryFolder::~TemporaryFolder() {
    std::error_code ignored; // a destructor has nobody to tell
    std::filesystem::remove_all(path_, ignored);
}

} // namespace lianxin::platform
