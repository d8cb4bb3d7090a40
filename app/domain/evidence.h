// SPDX-License-Identifier: GPL-3.0-or-later
// A photo, a recording or a paper as evidence of a matter (证据): what a file is by its own bytes, and the
// record that names it. What somebody calls a file says nothing about what is in it.
#pragma once

#include "sync/record/record.h"

#include <optional>
#include <string>
#include <string_view>

namespace lianxin::domain {

/// One of evidenceMediaTypes, by the bytes with which such files begin. Nothing: it is none of them.
std::optional<std::string_view> mediaTypeOf(std::string_view bytes);

/// One of evidenceKinds.
std::string_view evidenceKindOf(std::string_view mediaType);

/// The ending that a file of this media type has, with its point.
std::string_view fileEndingOf(std::string_view mediaType);

/// What becomes evidence.
struct EvidenceFile {
    std::string name; ///< without a folder
    std::string bytes;
    std::string description = {}; ///< a line: what it shows
};

/// The record that says that this file belongs to the matter. Nothing: no such file can be evidence.
std::optional<sync::Record> evidenceDraft(const sync::Schema& schema, const sync::Uuid& matter,
                                          const EvidenceFile& file, sync::WallTime now);

} // namespace lianxin::domain
