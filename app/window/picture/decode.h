// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures that come from outside, as images of a bounded size. What is in such a file is nobody's word: it
// may claim to be as large as a field, and what reads it must not take the memory for that.
#pragma once

#include <QImage>

#include <string>
#include <string_view>

namespace lianxin::window {

/// The picture as it is held upright, no larger than `room`; a smaller one stays as it is. A null image where
/// it is none of the media type ("image/jpeg" or "image/png"), is broken, or has too many points to be
/// decoded here. May take a second: not for the window's thread.
QImage decodePicture(const std::string& bytes, std::string_view mediaType, QSize room);

} // namespace lianxin::window
