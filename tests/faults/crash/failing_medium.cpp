// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/crash/failing_medium.h"

namespace lianxin::crash {

using platform::Database;
using platform::OpenMode;

std::filesystem::path FailingMedium::nextPath() {
    return folder_.path() / (std::to_string(++files_) + ".db");
}

Database FailingMedium::fresh() {
    if (made_++ != victim_)
        return memory_.fresh();
    path_ = nextPath();
    return Database::openWriter(path_, OpenMode::Create);
}

Database FailingMedium::copyOf(Database& source) {
    const char* name = sqlite3_db_filename(source.handle(), "main");
    if (name == nullptr || *name == '\0')
        return memory_.copyOf(source);
    const std::filesystem::path left = nextPath();
    vfs_.leave(path_, left, remains_);
    path_ = left;
    return Database::openWriter(left, OpenMode::MustExist);
}

} // namespace lianxin::crash
