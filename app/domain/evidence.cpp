// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/evidence.h"

#include "app/domain/codes.h"
#include "sync/blobs/blob_address.h"

#include <algorithm>

namespace lianxin::domain {

namespace {

using namespace std::string_view_literals;

struct Format {
    std::string_view mediaType;
    std::string_view ending;
    std::size_t at; ///< where the mark stands
    std::string_view mark;
};

constexpr std::array formats = std::to_array<Format>({
    {"image/jpeg", ".jpg", 0, "\xff\xd8\xff"sv},
    {"image/png", ".png", 0, "\x89PNG\r\n\x1a\n"sv},
    {"audio/mp4", ".m4a", 4, "ftypM4A "sv},
    {"audio/mp4", ".m4a", 4, "ftypmp42"sv},
    {"audio/mp4", ".m4a", 4, "ftypisom"sv},
    {"audio/mpeg", ".mp3", 0, "ID3"sv},
    {"audio/mpeg", ".mp3", 0, "\xff\xfb"sv},
    {"audio/mpeg", ".mp3", 0, "\xff\xf3"sv},
    {"audio/wav", ".wav", 8, "WAVEfmt "sv},
    {"application/pdf", ".pdf", 0, "%PDF-"sv},
});

constexpr std::size_t mostBytesOfAName = 120;

/// A line of text that a file may be called anywhere, cut between two characters.
std::string plainName(std::string_view name) {
    std::string plain;
    for (const char c : name) {
        const auto byte = static_cast<unsigned char>(c);
        const bool isPlain = byte >= 0x20 && byte != 0x7f && c != '/' && c != '\\' && c != ':';
        plain += isPlain ? c : '_';
    }
    if (plain.size() > mostBytesOfAName) {
        std::size_t end = mostBytesOfAName;
        while (end > 0 && (static_cast<unsigned char>(plain[end]) & 0xc0) == 0x80)
            --end;
        plain.resize(end);
    }
    return plain;
}

void set(sync::Record& record, std::string_view field, sync::Value value) {
    record.shown[*record.type->indexOf(field)] = std::move(value);
}

} // namespace

std::optional<std::string_view> mediaTypeOf(std::string_view bytes) {
    const auto found = std::find_if(formats.begin(), formats.end(), [bytes](const Format& format) {
        return bytes.size() > format.at && bytes.substr(format.at).starts_with(format.mark);
    });
    return found == formats.end() ? std::nullopt : std::optional(found->mediaType);
}

std::string_view evidenceKindOf(std::string_view mediaType) {
    if (mediaType.starts_with("image/"))
        return evidenceKinds[0];
    return mediaType.starts_with("audio/") ? evidenceKinds[1] : evidenceKinds[2];
}

std::string_view fileEndingOf(std::string_view mediaType) {
    const auto found = std::find_if(formats.begin(), formats.end(), [mediaType](const Format& format) {
        return format.mediaType == mediaType;
    });
    return found == formats.end() ? std::string_view() : found->ending;
}

std::optional<sync::Record> evidenceDraft(const sync::Schema& schema, const sync::Uuid& matter,
                                          const EvidenceFile& file, sync::WallTime now) {
    const auto mediaType = mediaTypeOf(file.bytes);
    if (!mediaType || static_cast<std::int64_t>(file.bytes.size()) > sync::largestBlob)
        return std::nullopt;
    sync::Record record = sync::emptyRecord(*schema.find("evidence"), {});
    set(record, "matter", matter);
    set(record, "kind", std::string(evidenceKindOf(*mediaType)));
    set(record, "media_type", std::string(*mediaType));
    if (const std::string name = plainName(file.name); !name.empty())
        set(record, "file_name", name);
    if (!file.description.empty())
        set(record, "description", file.description);
    set(record, "content", toText(sync::addressOf(file.bytes)));
    set(record, "added_at", std::int64_t{now.time_since_epoch().count()});
    return record;
}

} // namespace lianxin::domain
