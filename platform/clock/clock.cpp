// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/clock/clock.h"

#include <sys/timex.h>

#include <ctime>

#include <cerrno>
#include <fstream>
#include <system_error>

namespace lianxin::platform {

SystemClock::SystemClock() {
    std::ifstream file("/proc/sys/kernel/random/boot_id");
    if (!std::getline(file, bootId_) || bootId_.empty()) {
        throw std::system_error(ENOENT, std::generic_category(), "the kernel tells no boot id");
    }
}

WallTime SystemClock::wall() const {
    return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

bool SystemClock::isSynchronised() const {
    timex state{}; // no mode: it is only read
    const int answer = ::adjtimex(&state);
    return answer != -1 && answer != TIME_ERROR && (state.status & STA_UNSYNC) == 0;
}

std::chrono::milliseconds SystemClock::sinceBoot() const {
    // The steady clock of the standard library stands still while the machine sleeps; this one does not.
    std::timespec now{};
    ::clock_gettime(CLOCK_BOOTTIME, &now);
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::seconds(now.tv_sec) +
                                                                 std::chrono::nanoseconds(now.tv_nsec));
}

std::string SystemClock::bootId() const {
    return bootId_;
}

} // namespace lianxin::platform
