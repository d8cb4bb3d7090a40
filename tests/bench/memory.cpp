// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/memory.h"

#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>

namespace lianxin::bench {

double peakMegabytes(pid_t process) {
    std::ifstream status("/proc/" + std::to_string(process) + "/status");
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with("VmHWM:")) {
            std::istringstream rest(line.substr(6));
            double kibibytes = 0;
            rest >> kibibytes;
            return kibibytes * 1024 / 1e6;
        }
    }
    throw std::runtime_error("the kernel does not tell the peak memory of process " +
                             std::to_string(process));
}

} // namespace lianxin::bench
