// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/files/durable_file.h"

#include "platform/files/file_descriptor.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <cerrno>
#include <system_error>

namespace lianxin::platform {

namespace {

[[noreturn]] void fail(const std::filesystem::path& path) {
    throw std::system_error(errno, std::generic_category(), path.string());
}

void writeAll(const FileDescriptor& file, const std::filesystem::path& path, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(file.get(), bytes.data(), bytes.size());
        if (written < 0) {
            if (errno == EINTR) {
                continue;
            }
            fail(path);
        }
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
}

void writeAndSync(const std::filesystem::path& path, std::string_view bytes) {
    const FileDescriptor file(
        ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0600));
    if (!file) {
        fail(path);
    }
    writeAll(file, path, bytes);
    if (::fsync(file.get()) != 0) {
        fail(path);
    }
}

} // namespace

void writeDurably(const std::filesystem::path& path, std::string_view bytes) {
    const std::filesystem::path partial = path.string() + ".partial";
    try {
        writeAndSync(partial, bytes);
        std::filesystem::rename(partial, path);
    } catch (const std::system_error&) {
        std::error_code ignored; // the reason for the failure is worth more than this one
        std::filesystem::remove(partial, ignored);
        throw;
    }
    syncFolder(std::filesystem::absolute(path).parent_path());
}

Result<std::string, ReadFault> readWhole(const std::filesystem::path& path, std::size_t maxBytes) {
    using Read = Result<std::string, ReadFault>;
    // Without O_NONBLOCK a named pipe in the file's place would block for ever.
    const FileDescriptor file(::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC));
    if (!file) {
        return Read(errno == ENOENT ? ReadFault::Missing : ReadFault::Unreadable);
    }
    struct stat facts {};
    if (::fstat(file.get(), &facts) != 0 || !S_ISREG(facts.st_mode)) {
        return Read(ReadFault::Unreadable);
    }
    if (static_cast<std::uint64_t>(facts.st_size) > maxBytes) {
        return Read(ReadFault::TooLarge);
    }
    std::string bytes(static_cast<std::size_t>(facts.st_size), '\0');
    std::size_t filled = 0;
    while (filled < bytes.size()) {
        const ssize_t got = ::read(file.get(), bytes.data() + filled, bytes.size() - filled);
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got < 0) {
            return Read(ReadFault::Unreadable);
        }
        if (got == 0) {
            break; // someone cut the file meanwhile
        }
        filled += static_cast<std::size_t>(got);
    }
    bytes.resize(filled);
    return Read(std::move(bytes));
}

void syncFolder(const std::filesystem::path& folder) {
    const FileDescriptor file(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!file || ::fsync(file.get()) != 0) {
        fail(folder);
    }
}

} // namespace lianxin::platform
