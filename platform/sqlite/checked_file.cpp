// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/sqlite/checked_file.h"

#include <algorithm>
#include <cassert>
#include <cstring>

namespace lianxin::platform {

namespace {

CheckedFile& self(sqlite3_file* file) {
    return *reinterpret_cast<CheckedFile*>(file);
}

sqlite3_file* below(sqlite3_file* file) {
    return self(file).below();
}

int readBelow(CheckedFile& file, void* into, int count, sqlite3_int64 offset) {
    return file.below()->pMethods->xRead(file.below(), into, count, offset);
}

int writeBelow(CheckedFile& file, const void* bytes, std::size_t count, sqlite3_int64 offset) {
    return file.below()->pMethods->xWrite(file.below(), bytes, static_cast<int>(count), offset);
}

bool isPage(int count, sqlite3_int64 offset) {
    return count == pageBytes && offset % pageBytes == 0;
}

std::uint32_t numberOf(sqlite3_int64 offset) {
    return static_cast<std::uint32_t>(offset / pageBytes) + 1;
}

// ---- the database file

void learnFrom(CheckedFile& file, const void* firstPage) {
    file.checksums = saysChecksums(static_cast<const unsigned char*>(firstPage), pageBytes) ? Checksums::Kept
                                                                                            : Checksums::None;
}

int readDatabase(CheckedFile& file, void* into, int count, sqlite3_int64 offset) {
    const int code = readBelow(file, into, count, offset);
    if (code != SQLITE_OK || !isPage(count, offset))
        return code;
    if (offset == 0)
        learnFrom(file, into);
    if (!keepsChecksums(file) || isAsWritten(static_cast<unsigned char*>(into), numberOf(offset)))
        return SQLITE_OK;
    ++file.damagedPagesRead;
    return file.toleratesDamage ? SQLITE_OK : SQLITE_IOERR_DATA;
}

LogMark markOf(CheckedFile& file) {
    if (!file.mark) {
        LogMark mark;
        const bool isThere = readBelow(file, &mark, sizeof mark, logMarkAt) == SQLITE_OK;
        file.mark = isThere ? mark : LogMark{};
    }
    return *file.mark;
}

int writeDatabase(CheckedFile& file, const void* bytes, int count, sqlite3_int64 offset) {
    if (!isPage(count, offset))
        return writeBelow(file, bytes, static_cast<std::size_t>(count), offset);
    if (offset == 0)
        learnFrom(file, bytes);
    if (!keepsChecksums(file) || file.isInCheckpoint)
        return writeBelow(file, bytes, pageBytes, offset);
    std::memcpy(file.frame.data(), bytes, pageBytes);
    if (offset == 0)
        setLogMark(file.frame.data(), markOf(file));
    setChecksum(file.frame.data(), numberOf(offset));
    return writeBelow(file, file.frame.data(), pageBytes, offset);
}

int noteLog(CheckedFile& file, std::uint32_t log) {
    const LogMark known = markOf(file);
    if (known.now == log)
        return SQLITE_OK;
    const LogMark next{known.now, log};
    const int code = writeBelow(file, &next, sizeof next, logMarkAt);
    if (code != SQLITE_OK) {
        file.mark.reset(); // half of it may be there
        return code;
    }
    file.mark = next;
    return file.below()->pMethods->xSync(file.below(), SQLITE_SYNC_NORMAL);
}

// ---- the log

bool isAtFrame(sqlite3_int64 offset) {
    return offset >= sqlite3_int64{wal::headBytes} &&
           (offset - sqlite3_int64{wal::headBytes}) % sqlite3_int64{wal::frameBytes} == 0;
}

void noteWritten(CheckedFile& log, sqlite3_int64 frameAt) {
    const auto before = static_cast<std::uint32_t>(frameAt / sqlite3_int64{wal::frameBytes});
    log.framesDurable = std::min(log.framesDurable, before); // what is written again after a rollback
    log.framesWritten = before + 1;
}

int writeHead(CheckedFile& log, const void* bytes, sqlite3_int64 offset) {
    const int code = writeBelow(log, bytes, wal::frameHeadBytes, offset);
    log.frameHeadAt = code == SQLITE_OK ? offset : -1;
    if (code == SQLITE_OK)
        std::memcpy(log.frame.data(), bytes, wal::frameHeadBytes);
    return code;
}

/// What the frame here goes on from: the sum before it as it stands in the file. SQLite's own sums go on from
/// frames without our checksums, and are of no use here.
int findSumBefore(CheckedFile& log, sqlite3_int64 offset) {
    if (log.sumBefore == offset)
        return SQLITE_OK;
    std::array<unsigned char, sizeof(wal::Sum)> stored{};
    const sqlite3_int64 at = offset == sqlite3_int64{wal::headBytes}
                                 ? sqlite3_int64{wal::headSummed}
                                 : offset - sqlite3_int64{wal::frameBytes} + sqlite3_int64{wal::sumAt};
    const int code = readBelow(log, stored.data(), stored.size(), at);
    log.sum = wal::storedSum(stored.data());
    return code;
}

/// SQLite's own sum of the frame as it came, with what is different in it; so the page need not be summed
/// again.
wal::Sum sumFromSqlites(const CheckedFile& log, wal::Sum sqlites, const unsigned char* pageAsItCame) {
    constexpr std::size_t changed = 24; // the reserved bytes, in whole steps of the sum
    constexpr std::size_t at = pageBytes - changed;
    static_assert(changed >= reservedBytes && changed % 8 == 0);
    std::array<std::uint32_t, changed / 4> before{};
    std::array<std::uint32_t, changed / 4> after{};
    std::memcpy(before.data(), pageAsItCame + at, changed);
    std::memcpy(after.data(), log.frame.data() + wal::frameHeadBytes + at, changed);
    for (std::size_t i = 0; i < before.size(); ++i)
        after[i] -= before[i];
    const wal::Sum carried = wal::carriedThroughFrame({log.sum[0] - log.asked[0], log.sum[1] - log.asked[1]});
    const wal::Sum inside = wal::sumOf(reinterpret_cast<const unsigned char*>(after.data()), changed, {});
    return {sqlites[0] + carried[0] + inside[0], sqlites[1] + carried[1] + inside[1]};
}

/// A page whose frame's head was written just now; both are written anew, in one piece.
int writeFrame(CheckedFile& log, const unsigned char* pageAsItCame, sqlite3_int64 offset) {
    if (const int code = findSumBefore(log, offset); code != SQLITE_OK)
        return code;
    unsigned char* frame = log.frame.data();
    const wal::Sum sqlites = wal::storedSum(frame + wal::sumAt);
    // While SQLite puts off its sums, the heads hold zeros where the salts belong, and no sum.
    const bool isSummed = wal::storedSum(frame + wal::saltsAt) != wal::Sum{};
    const wal::Sum sum = isSummed && log.askedBefore == offset ? sumFromSqlites(log, sqlites, pageAsItCame)
                                                               : wal::frameSum(frame, log.sum);
    assert(sum == wal::frameSum(frame, log.sum));
    log.asked = sqlites;
    log.sum = sum;
    wal::storeSum(frame + wal::sumAt, sum);
    const int code = writeBelow(log, frame, wal::frameBytes, offset);
    const sqlite3_int64 next = offset + sqlite3_int64{wal::frameBytes};
    log.sumBefore = code == SQLITE_OK ? next : -1;
    log.askedBefore = code == SQLITE_OK && isSummed ? next : -1;
    return code;
}

int writePageOfLog(CheckedFile& log, const void* bytes, sqlite3_int64 frameAt) {
    unsigned char* frame = log.frame.data();
    unsigned char* page = frame + wal::frameHeadBytes;
    const bool headIsNew = log.frameHeadAt == frameAt;
    log.frameHeadAt = -1;
    if (headIsNew)
        noteWritten(log, frameAt);
    else
        // A transaction that outgrew the cache writes a page again where it stands already; SQLite makes the
        // heads anew, from what it reads in the file, before it commits.
        if (const int code = readBelow(log, frame, wal::frameHeadBytes, frameAt); code != SQLITE_OK)
            return code;
    std::memcpy(page, bytes, pageBytes);
    const std::uint32_t number = wal::bigEndian(frame);
    if (number == 1)
        setLogMark(page, markOf(*log.database));
    setDurableFrames(page, log.framesDurable);
    setChecksum(page, number);
    return headIsNew ? writeFrame(log, static_cast<const unsigned char*>(bytes), frameAt)
                     : writeBelow(log, page, pageBytes, frameAt + sqlite3_int64{wal::frameHeadBytes});
}

/// A log that the file does not name is none of its own, and one that it names and is not there was taken
/// away. So the head of the first is durable before the file names it. One that follows is named before its
/// head is there: till then the log before stands in its place, of which the file holds everything.
int beginLog(CheckedFile& log, const void* head) {
    log.framesWritten = log.framesDurable = 0;
    const std::uint32_t name = wal::bigEndian(static_cast<const unsigned char*>(head) + wal::secondSaltAt);
    sqlite3_int64 size = 0;
    int code = log.below()->pMethods->xFileSize(log.below(), &size);
    if (code == SQLITE_OK && size > 0)
        code = noteLog(*log.database, name);
    if (code == SQLITE_OK)
        code = writeBelow(log, head, wal::headBytes, 0);
    if (code == SQLITE_OK && size == 0)
        code = log.below()->pMethods->xSync(log.below(), SQLITE_SYNC_NORMAL);
    return code == SQLITE_OK ? noteLog(*log.database, name) : code;
}

int writeLog(CheckedFile& log, const void* bytes, int count, sqlite3_int64 offset) {
    if (!keepsChecksums(*log.database))
        return writeBelow(log, bytes, static_cast<std::size_t>(count), offset);
    const sqlite3_int64 frameAt = offset - sqlite3_int64{wal::frameHeadBytes};
    if (count == pageBytes && isAtFrame(frameAt))
        return writePageOfLog(log, bytes, frameAt);
    if (log.sumBefore != offset)
        log.sumBefore = log.askedBefore = -1;
    if (count == int{wal::frameHeadBytes} && isAtFrame(offset))
        return writeHead(log, bytes, offset);
    log.frameHeadAt = -1;
    if (offset == 0 && count == int{wal::headBytes})
        return beginLog(log, bytes);
    return writeBelow(log, bytes, static_cast<std::size_t>(count), offset);
}

// ---- what SQLite calls

int closeFile(sqlite3_file* file) {
    return below(file)->pMethods->xClose(below(file));
}

int readFile(sqlite3_file* file, void* into, int count, sqlite3_int64 offset) {
    return self(file).database != nullptr ? readBelow(self(file), into, count, offset)
                                          : readDatabase(self(file), into, count, offset);
}

int writeFile(sqlite3_file* file, const void* bytes, int count, sqlite3_int64 offset) {
    return self(file).database != nullptr ? writeLog(self(file), bytes, count, offset)
                                          : writeDatabase(self(file), bytes, count, offset);
}

int truncateFile(sqlite3_file* file, sqlite3_int64 size) {
    if (size == 0 && self(file).database != nullptr)
        if (const int code = noteNoLog(*self(file).database); code != SQLITE_OK)
            return code;
    self(file).frameHeadAt = self(file).sumBefore = self(file).askedBefore = -1;
    return below(file)->pMethods->xTruncate(below(file), size);
}

int syncFile(sqlite3_file* file, int flags) {
    const int code = below(file)->pMethods->xSync(below(file), flags);
    if (code == SQLITE_OK)
        self(file).framesDurable = self(file).framesWritten;
    return code;
}

int fileSize(sqlite3_file* file, sqlite3_int64* size) {
    return below(file)->pMethods->xFileSize(below(file), size);
}

int lockFile(sqlite3_file* file, int level) {
    self(file).isInCheckpoint = false; // one that failed does not say when it ended
    return below(file)->pMethods->xLock(below(file), level);
}

int unlockFile(sqlite3_file* file, int level) {
    return below(file)->pMethods->xUnlock(below(file), level);
}

int checkReservedLock(sqlite3_file* file, int* out) {
    return below(file)->pMethods->xCheckReservedLock(below(file), out);
}

int control(sqlite3_file* file, int operation, void* argument) {
    if (operation == SQLITE_FCNTL_CKPT_START || operation == SQLITE_FCNTL_CKPT_DONE)
        self(file).isInCheckpoint = operation == SQLITE_FCNTL_CKPT_START;
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

} // namespace

const sqlite3_io_methods* checkedMethods() {
    static const sqlite3_io_methods methods = [] {
        sqlite3_io_methods m{};
        m.iVersion = 2; // no mapped files: what is read in them passes nobody
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
    return &methods;
}

CheckedFile* asChecked(sqlite3_file* file) {
    return file != nullptr && file->pMethods == checkedMethods() ? reinterpret_cast<CheckedFile*>(file)
                                                                 : nullptr;
}

int noteNoLog(CheckedFile& file) {
    return keepsChecksums(file) ? noteLog(file, 0) : SQLITE_OK;
}

bool keepsChecksums(CheckedFile& file) {
    if (file.checksums == Checksums::Unknown) {
        constexpr int needed = 24;
        std::array<unsigned char, needed> head{};
        if (readBelow(file, head.data(), needed, 0) == SQLITE_OK)
            file.checksums = saysChecksums(head.data(), head.size()) ? Checksums::Kept : Checksums::None;
    }
    return file.checksums == Checksums::Kept;
}

} // namespace lianxin::platform
