// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/sqlite/storage_error.h"

#include <sqlite3.h>

#include <new>

namespace lianxin::platform {

namespace {

StorageFault faultOf(int code) {
    if (code == SQLITE_IOERR_DATA) { // a page is not as it was written
        return StorageFault::Corrupt;
    }
    switch (code & 0xff) {
    case SQLITE_FULL:
        return StorageFault::Full;
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
        return StorageFault::ReadOnly;
    case SQLITE_CORRUPT:
        return StorageFault::Corrupt;
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
    case SQLITE_PROTOCOL:
    case SQLITE_NOLFS:
        return StorageFault::Io;
    case SQLITE_NOTADB:
        return StorageFault::NotADatabase;
    case SQLITE_CONSTRAINT:
    case SQLITE_MISMATCH:
    case SQLITE_TOOBIG:
        return StorageFault::Constraint;
    default:
        // SQLITE_BUSY belongs here too: there is one writer, so whoever keeps us waiting should not be there.
        return StorageFault::Misuse;
    }
}

} // namespace

void throwStorageError(sqlite3* connection, int code) {
    if ((code & 0xff) == SQLITE_NOMEM || code == SQLITE_IOERR_NOMEM) {
        throw std::bad_alloc();
    }
    std::string message = sqlite3_errstr(code);
    if (code == SQLITE_IOERR_DATA) {
        message = "a page of the file is not as it was written";
    } else if (connection != nullptr) {
        message = sqlite3_errmsg(connection);
    }
    throw StorageError(faultOf(code), code, message + " (SQLite " + std::to_string(code) + ")");
}

} // namespace lianxin::platform
