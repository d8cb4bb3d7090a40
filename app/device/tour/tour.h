// SPDX-License-Identifier: GPL-3.0-or-later
// The tour: drives the real pages of every face by the names a screen reader says, at every size, language
// and text size, takes a picture of each, and plays the story: kiosk and ward without a network, the cable
// that goes in, the desk that shows it all, two versions of a text and who decides, an answer looked up.
#pragma once

#include <filesystem>
#include <iosfwd>

namespace lianxin::device {

/// Pictures go below `folder`. Prints what happens and ends with one line of JSON: saved, received, shown,
/// pictures, failed. True only when every number fits. Throws when a program of the story does not start.
bool playTour(const std::filesystem::path& folder, std::ostream& out);

} // namespace lianxin::device
