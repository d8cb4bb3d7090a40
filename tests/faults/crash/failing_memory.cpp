// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/crash/failing_memory.h"

#include "tests/faults/crash/own_memory.h"

#include <sqlite3.h>

#include <cstdlib>
#include <new>
#include <stdexcept>

namespace lianxin::crash {

namespace {

struct Memory {
    long at = 0;
    long count = 0;
    bool staysOut = false;
    bool armed = false;
    bool inside = false;
    bool ranOut = false;

    bool refuses() noexcept {
        if (!inside || OwnMemory::depth > 0)
            return false;
        ++count;
        const bool out = armed && (staysOut ? count >= at : count == at);
        ranOut = ranOut || out;
        return out;
    }
};

Memory memory;
sqlite3_mem_methods ofSqlite;

void* allocateForSqlite(int bytes) {
    return memory.refuses() ? nullptr : ofSqlite.xMalloc(bytes);
}

void* reallocateForSqlite(void* old, int bytes) {
    return memory.refuses() ? nullptr : ofSqlite.xRealloc(old, bytes);
}

} // namespace

void watchMemory() {
    sqlite3_config(SQLITE_CONFIG_GETMALLOC, &ofSqlite);
    sqlite3_mem_methods watched = ofSqlite;
    watched.xMalloc = allocateForSqlite;
    watched.xRealloc = reallocateForSqlite;
    if (sqlite3_config(SQLITE_CONFIG_MALLOC, &watched) != SQLITE_OK)
        throw std::logic_error("SQLite was asked for something already");
}

void armMemory(long at, bool staysOut) {
    memory = {at, 0, staysOut, true, memory.inside, false};
}

void disarmMemory() {
    memory.armed = false;
}

void enterProgram() {
    memory.inside = true;
}

void leaveProgram() {
    memory.inside = false;
}

long allocations() {
    return memory.count;
}

bool memoryRanOut() {
    return memory.ranOut;
}

namespace {

void* allocate(std::size_t bytes) noexcept {
    return memory.refuses() ? nullptr : std::malloc(bytes > 0 ? bytes : 1);
}

void* allocateOrThrow(std::size_t bytes) {
    if (void* taken = allocate(bytes))
        return taken;
    throw std::bad_alloc();
}

} // namespace

} // namespace lianxin::crash

void* operator new(std::size_t bytes) {
    return lianxin::crash::allocateOrThrow(bytes);
}

void* operator new[](std::size_t bytes) {
    return lianxin::crash::allocateOrThrow(bytes);
}

void* operator new(std::size_t bytes, const std::nothrow_t&) noexcept {
    return lianxin::crash::allocate(bytes);
}

void* operator new[](std::size_t bytes, const std::nothrow_t&) noexcept {
    return lianxin::crash::allocate(bytes);
}

void operator delete(void* taken) noexcept {
    std::free(taken);
}

void operator delete[](void* taken) noexcept {
    std::free(taken);
}

void operator delete(void* taken, std::size_t) noexcept {
    std::free(taken);
}

void operator delete[](void* taken, std::size_t) noexcept {
    std::free(taken);
}

void operator delete(void* taken, const std::nothrow_t&) noexcept {
    std::free(taken);
}

void operator delete[](void* taken, const std::nothrow_t&) noexcept {
    std::free(taken);
}
