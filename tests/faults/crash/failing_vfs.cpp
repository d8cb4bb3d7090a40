// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/crash/failing_vfs.h"

#include "tests/faults/crash/own_memory.h"

#include <algorithm>
#include <cstring>
#include <fstream>
#include <iterator>
#include <new>
#include <stdexcept>

namespace lianxin::crash {

namespace {

constexpr std::size_t sectorBytes = 512;

/// SQLite allocates it; the file of the VFS below lies right behind it.
struct OpenFile {
    sqlite3_file base;
    FailingVfs* medium;
    std::shared_ptr<FailingVfs::Log>* log; ///< null: no database or journal
    sqlite3_file* below() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};

OpenFile& self(sqlite3_file* file) {
    return *reinterpret_cast<OpenFile*>(file);
}

sqlite3_file* below(sqlite3_file* file) {
    return self(file).below();
}

sqlite3_int64 sizeOf(sqlite3_file* file) {
    sqlite3_int64 size = 0;
    below(file)->pMethods->xFileSize(below(file), &size);
    return size;
}

std::string readBelow(sqlite3_file* file, sqlite3_int64 offset, sqlite3_int64 end) {
    std::string bytes(static_cast<std::size_t>(std::max<sqlite3_int64>(0, end - offset)), '\0');
    if (!bytes.empty())
        below(file)->pMethods->xRead(below(file), bytes.data(), static_cast<int>(bytes.size()), offset);
    return bytes;
}

int closeFile(sqlite3_file* file) {
    delete self(file).log;
    return below(file)->pMethods->xClose(below(file));
}

int readFile(sqlite3_file* file, void* into, int count, sqlite3_int64 offset) {
    if (const int code = self(file).medium->nextRead(); code != SQLITE_OK)
        return code;
    return below(file)->pMethods->xRead(below(file), into, count, offset);
}

int writeBelow(sqlite3_file* file, const void* bytes, int count, sqlite3_int64 offset) {
    const OwnMemory own;
    FailingVfs::Write write;
    write.offset = offset;
    write.bytes.assign(static_cast<const char*>(bytes), static_cast<std::size_t>(count));
    write.before = sizeOf(file);
    write.after = std::max(write.before, offset + count);
    write.old = readBelow(file, offset, std::min(write.before, offset + count));
    if (self(file).log)
        (*self(file).log)->push_back(std::move(write));
    return below(file)->pMethods->xWrite(below(file), bytes, count, offset);
}

int writeFile(sqlite3_file* file, const void* bytes, int count, sqlite3_int64 offset) {
    bool half = false;
    const int code = self(file).medium->nextChange(true, half);
    if (code == SQLITE_OK)
        return writeBelow(file, bytes, count, offset);
    if (half && count > 1)
        writeBelow(file, bytes, count / 2, offset);
    return code;
}

int truncateFile(sqlite3_file* file, sqlite3_int64 size) {
    bool half = false;
    if (const int code = self(file).medium->nextChange(false, half); code != SQLITE_OK)
        return code;
    const OwnMemory own;
    FailingVfs::Write cut;
    cut.offset = size;
    cut.before = sizeOf(file);
    cut.after = size;
    cut.old = readBelow(file, size, cut.before);
    if (self(file).log)
        (*self(file).log)->push_back(std::move(cut));
    return below(file)->pMethods->xTruncate(below(file), size);
}

int syncFile(sqlite3_file* file, int) {
    bool half = false;
    const int code = self(file).medium->nextChange(false, half);
    if (!self(file).log)
        return code;
    // After a sync that failed the system takes what it holds for clean: no later sync writes it again.
    FailingVfs::Log& log = **self(file).log;
    for (FailingVfs::Write& write : log)
        (write.durable || (code == SQLITE_OK && !write.lost) ? write.durable : write.lost) = true;
    if (std::none_of(log.begin(), log.end(), [](const FailingVfs::Write& write) { return write.lost; }))
        log.clear();
    return code == SQLITE_OK || code == SQLITE_FULL ? code : SQLITE_IOERR_FSYNC;
}

int fileSize(sqlite3_file* file, sqlite3_int64* size) {
    return below(file)->pMethods->xFileSize(below(file), size);
}

int lockFile(sqlite3_file* file, int level) {
    return below(file)->pMethods->xLock(below(file), level);
}

int unlockFile(sqlite3_file* file, int level) {
    return below(file)->pMethods->xUnlock(below(file), level);
}

int checkReservedLock(sqlite3_file* file, int* out) {
    return below(file)->pMethods->xCheckReservedLock(below(file), out);
}

int control(sqlite3_file* file, int operation, void* argument) {
    return below(file)->pMethods->xFileControl(below(file), operation, argument);
}

int sectorSize(sqlite3_file* file) {
    return below(file)->pMethods->xSectorSize(below(file));
}

int characteristics(sqlite3_file* file) {
    return below(file)->pMethods->xDeviceCharacteristics(below(file));
}

int mapShared(sqlite3_file* file, int page, int size, int extend, void volatile** mapped) {
    return below(file)->pMethods->xShmMap(below(file), page, size, extend, mapped);
}

int lockShared(sqlite3_file* file, int offset, int count, int flags) {
    return below(file)->pMethods->xShmLock(below(file), offset, count, flags);
}

void barrierShared(sqlite3_file* file) {
    below(file)->pMethods->xShmBarrier(below(file));
}

int unmapShared(sqlite3_file* file, int remove) {
    return below(file)->pMethods->xShmUnmap(below(file), remove);
}

const sqlite3_io_methods& fileMethods() {
    static const sqlite3_io_methods methods = [] {
        sqlite3_io_methods m{};
        m.iVersion = 2;
        m.xClose = closeFile;
        m.xRead = readFile;
        m.xWrite = writeFile;
        m.xTruncate = truncateFile;
        m.xSync = syncFile;
        m.xFileSize = fileSize;
        m.xLock = lockFile;
        m.xUnlock = unlockFile;
        m.xCheckReservedLock = checkReservedLock;
        m.xFileControl = control;
        m.xSectorSize = sectorSize;
        m.xDeviceCharacteristics = characteristics;
        m.xShmMap = mapShared;
        m.xShmLock = lockShared;
        m.xShmBarrier = barrierShared;
        m.xShmUnmap = unmapShared;
        return m;
    }();
    return methods;
}

FailingVfs& mediumOf(sqlite3_vfs* vfs) {
    return *static_cast<FailingVfs*>(vfs->pAppData);
}

int openFile(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* outFlags) {
    FailingVfs& medium = mediumOf(vfs);
    auto* open = new (file) OpenFile{};
    if (medium.isOff())
        return SQLITE_CANTOPEN;
    const int code = medium.below()->xOpen(medium.below(), name, open->below(), flags, outFlags);
    if (code != SQLITE_OK)
        return code;
    open->medium = &medium;
    const OwnMemory own;
    if (name != nullptr)
        open->log = new std::shared_ptr(medium.logOf(name));
    open->base.pMethods = &fileMethods();
    return SQLITE_OK;
}

int removeFile(sqlite3_vfs* vfs, const char* name, int syncFolder) {
    FailingVfs& medium = mediumOf(vfs);
    bool half = false;
    if (const int code = medium.nextChange(false, half); code != SQLITE_OK)
        return code;
    const OwnMemory own;
    medium.forget(name);
    return medium.below()->xDelete(medium.below(), name, syncFolder);
}

std::string contentOf(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

} // namespace

FailingVfs::FailingVfs(std::uint64_t seed) : below_(sqlite3_vfs_find(nullptr)), random_(seed) {
    vfs_ = *below_;
    vfs_.zName = "failing";
    vfs_.pNext = nullptr;
    vfs_.szOsFile = static_cast<int>(sizeof(OpenFile)) + below_->szOsFile;
    vfs_.pAppData = this;
    vfs_.xOpen = openFile;
    vfs_.xDelete = removeFile;
    if (sqlite3_vfs_register(&vfs_, 1) != SQLITE_OK)
        throw std::runtime_error("SQLite takes no further VFS");
}

FailingVfs::~FailingVfs() {
    sqlite3_vfs_unregister(&vfs_);
    sqlite3_vfs_register(below_, 1);
}

void FailingVfs::arm(const FaultPlan& plan) {
    plan_ = plan;
    changes_ = reads_ = 0;
    struck_ = off_ = false;
}

void FailingVfs::heal() {
    plan_.reset();
    off_ = false;
}

std::shared_ptr<FailingVfs::Log> FailingVfs::logOf(const std::string& path) {
    auto& log = logs_[path];
    if (!log)
        log = std::make_shared<Log>();
    return log;
}

int FailingVfs::nextChange(bool isWrite, bool& half) {
    if (off_)
        return SQLITE_IOERR_WRITE;
    ++changes_;
    if (!plan_ || changes_ < plan_->at || plan_->fault == Fault::Read)
        return SQLITE_OK;
    const bool first = changes_ == plan_->at;
    half = random_.next() % 2 == 0;
    switch (plan_->fault) {
    case Fault::PowerCut:
        struck_ = off_ = true;
        return SQLITE_IOERR_WRITE;
    case Fault::Fails:
        struck_ = struck_ || first;
        return first ? SQLITE_IOERR_WRITE : SQLITE_OK;
    case Fault::Broken:
        struck_ = true;
        return SQLITE_IOERR_WRITE;
    case Fault::Full:
        if (hasRoom_ && hasRoom_())
            return SQLITE_OK;
        struck_ = struck_ || isWrite;
        return isWrite ? SQLITE_FULL : SQLITE_OK;
    case Fault::Memory:
    case Fault::NoMemory:
    case Fault::Read:
        break;
    }
    return SQLITE_OK;
}

int FailingVfs::nextRead() {
    if (off_)
        return SQLITE_IOERR_READ;
    ++reads_;
    if (!plan_ || plan_->fault != Fault::Read || reads_ != plan_->at)
        return SQLITE_OK;
    struck_ = true;
    return SQLITE_IOERR_READ;
}

void FailingVfs::leave(const std::filesystem::path& from, const std::filesystem::path& to, Remains remains) {
    for (const char* ending : {"", "-wal", "-journal"}) {
        const std::string name = from.string() + ending;
        if (!std::filesystem::exists(name))
            continue;
        const std::string image = imageOf(name, remains);
        std::ofstream(to.string() + ending, std::ios::binary)
            .write(image.data(), static_cast<std::streamsize>(image.size()));
    }
}

std::string FailingVfs::imageOf(const std::filesystem::path& path, Remains remains) {
    std::string image = contentOf(path);
    const auto known = logs_.find(path.string());
    if (known == logs_.end())
        return image;
    const Log& log = *known->second;
    for (auto write = log.rbegin(); write != log.rend(); ++write) {
        image.resize(static_cast<std::size_t>(write->before));
        image.replace(static_cast<std::size_t>(write->offset), write->old.size(), write->old);
    }
    for (const Write& write : log)
        apply(image, write, remains);
    return image;
}

/// Every sector for itself is as it was or as it was to become.
void FailingVfs::apply(std::string& image, const Write& write, Remains remains) {
    const bool whole = write.durable || remains == Remains::Everything ||
                       (remains == Remains::Some && random_.next() % 3 == 0);
    const bool none = !whole && (remains == Remains::Nothing || random_.next() % 2 == 0);
    if (none)
        return;
    const auto offset = static_cast<std::size_t>(write.offset);
    if (write.bytes.empty()) {
        image.resize(static_cast<std::size_t>(write.after));
        return;
    }
    for (std::size_t at = 0; at < write.bytes.size();) {
        const std::size_t end =
            std::min(write.bytes.size(), (offset + at) / sectorBytes * sectorBytes + sectorBytes - offset);
        if (whole || random_.next() % 2 == 0) {
            image.resize(std::max(image.size(), offset + end));
            image.replace(offset + at, end - at, write.bytes, at, end - at);
        }
        at = end;
    }
}

} // namespace lianxin::crash
