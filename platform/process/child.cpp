// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/process/child.h"

#include "platform/process/poll_until.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

extern "C" { // which glibc 2.36 forgot in this header
#include <sys/pidfd.h>
}

#include <array>
#include <cerrno>
#include <csignal>
#include <string_view>
#include <system_error>
#include <utility>

namespace lianxin::platform {

namespace {

constexpr std::size_t maxLineBytes = std::size_t{1} << 20; // a longer line is given out in pieces

void requireSuccess(int code, const std::string& what) {
    if (code != 0) {
        throw std::system_error(code, std::generic_category(), what);
    }
}

// What the child has instead of ours: no input, the pipe as output, and signals that act as usual, although
// we may be holding some back ourselves.
class SpawnSettings {
public:
    explicit SpawnSettings(int output) {
        posix_spawn_file_actions_init(&files_);
        posix_spawnattr_init(&attributes_);
        requireSuccess(posix_spawn_file_actions_addopen(&files_, STDIN_FILENO, "/dev/null", O_RDONLY, 0),
                       "standard input");
        requireSuccess(posix_spawn_file_actions_adddup2(&files_, output, STDOUT_FILENO), "standard output");
        sigset_t none;
        sigemptyset(&none);
        sigset_t all;
        sigfillset(&all);
        requireSuccess(posix_spawnattr_setsigmask(&attributes_, &none), "signals");
        requireSuccess(posix_spawnattr_setsigdefault(&attributes_, &all), "signals");
        requireSuccess(posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF),
                       "signals");
    }
    SpawnSettings(const SpawnSettings&) = delete;
    SpawnSettings& operator=(const SpawnSettings&) = delete;
    ~SpawnSettings() {
        posix_spawn_file_actions_destroy(&files_);
        posix_spawnattr_destroy(&attributes_);
    }

    [[nodiscard]] const posix_spawn_file_actions_t* files() const noexcept { return &files_; }
    [[nodiscard]] const posix_spawnattr_t* attributes() const noexcept { return &attributes_; }

private:
    posix_spawn_file_actions_t files_;
    posix_spawnattr_t attributes_;
};

std::string_view nameOf(std::string_view variable) {
    return variable.substr(0, variable.find('='));
}

std::vector<std::string> withInherited(std::vector<std::string> environment) {
    const std::size_t added = environment.size();
    for (char** entry = environ; *entry != nullptr; ++entry) {
        bool replaced = false;
        for (std::size_t i = 0; i < added; ++i) {
            replaced = replaced || nameOf(environment[i]) == nameOf(*entry);
        }
        if (!replaced) {
            environment.emplace_back(*entry);
        }
    }
    return environment;
}

std::vector<char*> pointersTo(std::vector<std::string>& texts) {
    std::vector<char*> pointers;
    for (std::string& text : texts) {
        pointers.push_back(text.data());
    }
    pointers.push_back(nullptr);
    return pointers;
}

} // namespace

Child Child::start(const std::vector<std::string>& arguments) {
    return start(arguments, {});
}

Child Child::start(const std::vector<std::string>& arguments, const std::vector<std::string>& environment) {
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) {
        throw std::system_error(errno, std::generic_category(), "pipe");
    }
    FileDescriptor output(ends[0]);
    const FileDescriptor input(ends[1]);
    const SpawnSettings settings(input.get());

    std::vector<std::string> ownedArguments = arguments;
    std::vector<std::string> ownedEnvironment = withInherited(environment);
    std::vector<char*> argv = pointersTo(ownedArguments);
    std::vector<char*> envp = pointersTo(ownedEnvironment);
    pid_t pid = -1;
    requireSuccess(
        ::posix_spawnp(&pid, argv.front(), settings.files(), settings.attributes(), argv.data(), envp.data()),
        arguments.front());

    FileDescriptor process(::pidfd_open(pid, 0));
    if (!process) {
        const int code = errno;
        ::kill(pid, SIGKILL);
        ::waitpid(pid, nullptr, 0);
        requireSuccess(code, "watching a child process");
    }
    return {pid, std::move(process), std::move(output)};
}

Child::Child(pid_t pid, FileDescriptor process, FileDescriptor output) noexcept
    : pid_(pid), process_(std::move(process)), output_(std::move(output)) {}

Child::Child(Child&& other) noexcept
    : pid_(other.pid_),
      process_(std::move(other.process_)),
      output_(std::move(other.output_)),
      buffered_(std::move(other.buffered_)),
      outputEnded_(other.outputEnded_),
      status_(other.status_) {}

Child::~Child() {
    if (process_ && !status_) {
        kill();
        ::waitpid(pid_, nullptr, 0);
    }
}

std::optional<std::string> Child::readLine(std::chrono::milliseconds atMost) {
    const auto end = std::chrono::steady_clock::now() + atMost;
    while (true) {
        const std::size_t lineEnd = buffered_.find('\n');
        if (lineEnd != std::string::npos) {
            std::string line = buffered_.substr(0, lineEnd);
            buffered_.erase(0, lineEnd + 1);
            return line;
        }
        if (buffered_.size() >= maxLineBytes || (outputEnded_ && !buffered_.empty())) {
            return std::exchange(buffered_, std::string());
        }
        if (outputEnded_) {
            return std::nullopt;
        }
        std::array<pollfd, 1> watched{{{output_.get(), POLLIN, 0}}};
        if (pollUntil(watched, end) == 0) {
            return std::nullopt;
        }
        std::array<char, 4096> piece{};
        const ssize_t got = ::read(output_.get(), piece.data(), piece.size());
        if (got > 0) {
            buffered_.append(piece.data(), static_cast<std::size_t>(got));
        } else if (got == 0 || errno != EINTR) {
            outputEnded_ = true;
        }
    }
}

void Child::terminate() noexcept {
    send(SIGTERM);
}

void Child::kill() noexcept {
    send(SIGKILL);
}

void Child::send(int signal) noexcept {
    // By the descriptor and not by the number, which may belong to another process once the child was reaped.
    // A child that has ended is not a failure.
    static_cast<void>(::pidfd_send_signal(process_.get(), signal, nullptr, 0));
}

std::optional<int> Child::wait(std::chrono::milliseconds atMost) {
    if (status_) {
        return status_;
    }
    std::array<pollfd, 1> watched{{{process_.get(), POLLIN, 0}}};
    if (pollUntil(watched, std::chrono::steady_clock::now() + atMost) == 0) {
        return std::nullopt;
    }
    int raw = 0;
    if (::waitpid(pid_, &raw, 0) != pid_) {
        throw std::system_error(errno, std::generic_category(), "waitpid");
    }
    status_ = WIFSIGNALED(raw) ? 128 + WTERMSIG(raw) : WEXITSTATUS(raw);
    return status_;
}

} // namespace lianxin::platform
