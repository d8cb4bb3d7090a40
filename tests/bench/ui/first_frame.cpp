// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/ui/first_frame.h"

#include "app/ctl/story_cast.h"

#include <fcntl.h>
#include <poll.h>

#include <array>
#include <fstream>
#include <system_error>

namespace lianxin::bench {

namespace {

constexpr std::chrono::seconds longest{20};
constexpr std::chrono::milliseconds settling{2000};

/// What a program writes to its standard error, where Qt logs.
class LoggedBy {
public:
    explicit LoggedBy(const std::vector<std::string>& words) : child_(start(words)) {}

    /// False when it never says so.
    bool says(std::string_view words) {
        std::string heard;
        std::array<char, 4096> bytes{};
        while (heard.find(words) == std::string::npos) {
            pollfd waiting{read_.get(), POLLIN, 0};
            if (::poll(&waiting, 1, static_cast<int>(std::chrono::milliseconds(longest).count())) <= 0)
                return false;
            const auto count = ::read(read_.get(), bytes.data(), bytes.size());
            if (count <= 0)
                return false;
            heard.append(bytes.data(), static_cast<std::size_t>(count));
        }
        return true;
    }
    pid_t pid() const { return child_.pid(); }

private:
    /// A child's standard error is ours: for the moment of its start, ours is the pipe.
    platform::Child start(const std::vector<std::string>& words) {
        std::array<int, 2> ends{};
        if (::pipe2(ends.data(), O_CLOEXEC) != 0)
            throw std::system_error(errno, std::generic_category(), "pipe");
        read_ = platform::FileDescriptor(ends[0]);
        const platform::FileDescriptor write(ends[1]);
        const platform::FileDescriptor own(::fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 0));
        ::dup2(write.get(), STDERR_FILENO);
        platform::Child child =
            platform::Child::start(words, {"QT_LOGGING_RULES=qt.scenegraph.time.renderloop=true"});
        ::dup2(own.get(), STDERR_FILENO);
        return child;
    }

    platform::FileDescriptor read_;
    platform::Child child_;
};

double pssMegabytes(pid_t process) {
    std::ifstream rollup("/proc/" + std::to_string(process) + "/smaps_rollup");
    for (std::string word; rollup >> word;)
        if (word == "Pss:") {
            double kibibytes = 0;
            rollup >> kibibytes;
            return kibibytes * 1024 / 1e6;
        }
    throw std::runtime_error("the kernel does not tell the memory of process " + std::to_string(process));
}

struct Opened {
    Seconds firstFrame{};
    double megabytes = 0;
};

Opened open(const std::vector<std::string>& words) {
    const auto begin = std::chrono::steady_clock::now();
    LoggedBy program(words);
    if (!program.says("Frame rendered"))
        throw std::runtime_error(words.front() + " showed no frame");
    const Seconds time = std::chrono::steady_clock::now() - begin;
    ::poll(nullptr, 0,
           static_cast<int>(settling.count())); // memory is compared once nothing is made any more
    return {time, pssMegabytes(program.pid())};
}

} // namespace

void measureFirstFrame(const std::filesystem::path& kioskFolder, int runs, Report& report) {
    const auto programs = ctl::StoryCast::ownFolder();
    const std::vector<std::string> bare{programs / "lianxin-bench-bare"};
    const std::vector<std::string> kiosk{
        programs / "lianxin", "--data", kioskFolder, "--face", "kiosk", "--size", "1080x1920"};
    open(bare); // neither is measured with a cold disk
    open(kiosk);
    std::vector<Pair> times;
    std::vector<double> memory;
    Opened floor;
    Opened ours;
    for (int run = 0; run < runs; ++run) {
        floor = open(bare);
        ours = open(kiosk);
        times.push_back({floor.firstFrame, ours.firstFrame});
        memory.push_back(ours.megabytes / floor.megabytes);
    }
    report.add("first_frame", ratiosOf(times),
               "kiosk " + readable(medianOurs(times)) + ", bare " + readable(medianFloor(times)));
    report.add("pss", spreadOf(memory),
               "kiosk " + std::to_string(std::lround(ours.megabytes)) + " MB, bare " +
                   std::to_string(std::lround(floor.megabytes)) + " MB");
}

} // namespace lianxin::bench
