// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Room on the medium that is kept for the moment when there is no other: a file of nothing, which goes when
// somebody still has something to save. It stays on the medium when the program ends.

#include <cstdint>
#include <filesystem>

namespace lianxin::platform {

class Reserve {
public:
    /// Takes the room if it is there.
    Reserve(std::filesystem::path path, std::uintmax_t bytes);

    /// Whether the room is set aside. If not, the medium is full or was full not long ago.
    [[nodiscard]] bool isHeld() const noexcept { return isHeld_; }
    /// Gives the room back to the medium; false when there was none to give.
    bool release() noexcept;

private:
    std::filesystem::path path_;
    bool isHeld_ = false;
};

} // namespace lianxin::platform
