// SPDX-License-Identifier: GPL-3.0-or-later
// Files such as people bring to the desk, drawn when the tour begins: a bill, a corridor, a call, and one
// that is too large.
#pragma once

#include <filesystem>

namespace lianxin::device {

inline constexpr const char* billFile = "收费单.jpg";
inline constexpr const char* corridorFile = "走廊的灯.png";
inline constexpr const char* callFile = "来电录音.mp3";
inline constexpr const char* tooLargeFile = "整段录像.jpg";

/// Makes the folder and the files in it.
void bringFiles(const std::filesystem::path& folder);

} // namespace lianxin::device
