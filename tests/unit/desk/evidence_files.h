// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Files that somebody brings as evidence, made when a test asks for them.

#include <QImage>

#include <filesystem>
#include <string>

namespace lianxin::desk {

/// A drawing of this size as a file of the format, "jpeg" or "png".
std::string pictureOf(QSize size, const char* format);
/// A PNG that says it is of this size and has nothing in it.
std::string claimOf(QSize size);
/// Writes it into the folder, and gives its path.
QString writeFile(const std::filesystem::path& folder, const std::string& name, const std::string& bytes);
/// A file of this size that takes no room.
QString writeLarge(const std::filesystem::path& folder, const std::string& name, std::uintmax_t size);

} // namespace lianxin::desk
